"""`flask bank lint`: every example and every line of the bank, run through the check, for authors."""

from __future__ import annotations

import click
from flask import current_app
from flask.cli import with_appcontext

from app.lint import lint


@click.group("bank")
def bank_group() -> None:
    """Look after the phrase bank."""


@bank_group.command("lint")
@with_appcontext
def lint_command() -> None:
    """Say which examples do not hold and which lines would be flagged; exit 1 if any."""
    bank = current_app.extensions["bank"]
    faults = list(lint(bank))
    for fault in faults:
        click.echo(fault)
    size = f"{len(bank.cards)} cards, {len(bank.card_rules)} patterns, {len(bank.themes)} themes"
    click.echo(f"{size}: {len(faults)} faults")
    raise SystemExit(bool(faults))
