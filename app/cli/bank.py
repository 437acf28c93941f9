"""`flask bank lint` and `flask bank weigh`: for authors of the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from flask import current_app
from flask.cli import with_appcontext

from app.cli.drafts import files_argument, read_drafts, refuse_sealed
from app.fitting import fit
from app.lint import lint
from app.weighing import blame_samples, danger_samples, left_out, proposal, shares, written
from app.wording import leans, told, word_samples, written_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.bank import Bank
    from app.bank.cards import Sign
    from app.evaluation import LabelledDraft


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
@click.option("--write", is_flag=True, help="Accept the proposal: write the weights into the phrase bank.")
@click.option("--danger", is_flag=True, help="Weigh the signs of danger (danger.toml), not those of blame (cues.toml).")
@click.option("--words", is_flag=True, help="Weigh single words and pairs (words.toml), not the signs of blame.")
@files_argument
@with_appcontext
def weigh_command(write: bool, danger: bool, words: bool, files: tuple[Path, ...]) -> None:
    """Propose weights for the weak signs from the labelled drafts in FILES (never sealed ones), as a diff to accept."""
    refuse_sealed(files, "sealed drafts only measure; weights are fitted on drafts that may be read")
    bank: Bank = current_app.extensions["bank"]
    drafts = [draft for file in files for draft in read_drafts(file)]
    if words:
        weigh_words(drafts, bank, write)
    else:
        weigh_signs(drafts, bank, write, danger)


def weigh_signs(drafts: Sequence[LabelledDraft], bank: Bank, write: bool, danger: bool) -> None:
    """Weigh the signs of one file."""
    kind, seen = ("danger", danger_samples(drafts, bank)) if danger else ("cues", blame_samples(drafts, bank))
    signs: Sequence[Sign] = bank.danger if danger else bank.cues
    least = bank.danger_weighing.notice if danger else bank.weighing.possible
    anchors = {sign.name for sign in bank.danger if sign.kind} | {cue.name for cue in bank.cues if cue.category}
    fitted = fit(seen, signs)
    for line in [*proposal(fitted, signs, least), *shares(left_out(seen, signs), anchors)]:
        click.echo(line)
    if write:
        path = bank.lexicon.path.with_name(f"{kind}.toml")
        path.write_text(written(path.read_text("utf-8"), fitted, "sign" if danger else "cue"), "utf-8")


def weigh_words(drafts: Sequence[LabelledDraft], bank: Bank, write: bool) -> None:
    """Weigh the words."""
    seen = word_samples(drafts, bank)
    signs = leans(seen)
    fitted = fit(seen, signs)
    for line in [*told(fitted, bank.words), *shares(left_out(seen, signs), {sign.name for sign in signs})]:
        click.echo(line)
    if write:
        bank.lexicon.path.with_name("words.toml").write_text(written_words(fitted), "utf-8")
