"""`flask bank lint` and `flask bank weigh`: for authors of the bank."""

from __future__ import annotations

from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from app.cli.evaluate import read_drafts
from app.fitting import fit
from app.lint import lint
from app.weighing import bank_samples, left_out, proposal, samples, shares, written


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


@bank_group.command("weigh")
@click.option("--write", is_flag=True, help="Accept the proposal: write the weights into phrasebank/cues.toml.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@with_appcontext
def weigh_command(write: bool, files: tuple[Path, ...]) -> None:
    """Propose weights for the cues from the labelled drafts in FILES (never sealed ones), as a diff to accept."""
    if any(file.resolve().parent.name == "sealed" for file in files):
        raise click.ClickException("sealed drafts only measure; weights are fitted on drafts that may be read")
    bank = current_app.extensions["bank"]
    drafts = [draft for file in files for draft in read_drafts(file)]
    sentences = [*samples(drafts, bank), *bank_samples(len(drafts), bank)]
    fitted = fit(sentences, bank)
    for line in [*proposal(fitted, bank), *shares(left_out(sentences, bank), bank)]:
        click.echo(line)
    if write:
        path = bank.lexicon.path.with_name("cues.toml")
        path.write_text(written(path.read_text("utf-8"), fitted), "utf-8")
