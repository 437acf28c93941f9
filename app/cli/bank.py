"""`flask bank lint` and `flask bank weigh`: for authors of the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from flask import current_app
from flask.cli import with_appcontext

from app.cli.drafts import files_argument, read_drafts, refuse_sealed
from app.dangerwording import (
    common,
    danger_changes,
    draft_samples,
    fit_kinds,
    kind_samples,
    words_left_out,
    written_danger_words,
)
from app.fitting import fit
from app.leaning import fit_words
from app.lint import lint
from app.told import told
from app.weighing import danger_samples, left_out, proposal, shares, written
from app.wording import changes, held_out, weigh
from app.wordlist import written_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.bank import Bank
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
@click.option(
    "--danger", is_flag=True, help="Weigh the signs of danger (danger.toml), not the words and signs of blame."
)
@click.option("--words", is_flag=True, help="With --danger: weigh words (danger-words.toml), not signs.")
@files_argument
@with_appcontext
def weigh_command(write: bool, danger: bool, words: bool, files: tuple[Path, ...]) -> None:
    """Propose weights of words and weak signs from the labelled drafts in FILES (never sealed), as a diff to accept."""
    refuse_sealed(files, "sealed drafts only measure; weights are fitted on drafts that may be read")
    bank: Bank = current_app.extensions["bank"]
    drafts = [draft for file in files for draft in read_drafts(file)]
    if danger and words:
        weigh_danger_words(drafts, bank, write)
    elif danger:
        weigh_danger(drafts, bank, write)
    else:
        weigh_blame(drafts, bank, write)


def weigh_danger(drafts: Sequence[LabelledDraft], bank: Bank, write: bool) -> None:
    """Weigh the signs of danger."""
    seen = danger_samples(drafts, bank)
    fitted = fit(seen, bank.danger)
    anchors = {sign.name for sign in bank.danger if sign.kind}
    for line in [
        *proposal(fitted, bank.danger, bank.danger_weighing.notice),
        *shares(left_out(seen, bank.danger), anchors),
    ]:
        click.echo(line)
    if write:
        path = bank.lexicon.path.with_name("danger.toml")
        path.write_text(written(path.read_text("utf-8"), fitted.weights, "sign"), "utf-8")


def weigh_blame(drafts: Sequence[LabelledDraft], bank: Bank, write: bool) -> None:
    """Weigh words and signs of blame together."""
    seen = told(drafts, bank)
    leaning = weigh(seen, bank)
    for line in [*changes(leaning, bank.words, bank.cues), *held_out(seen, bank)]:
        click.echo(line)
    if write:
        bank.lexicon.path.with_name("words.toml").write_text(written_words(leaning), "utf-8")
        path = bank.lexicon.path.with_name("cues.toml")
        weights = {cue.name: leaning.cue(cue) for cue in bank.cues}
        path.write_text(written(path.read_text("utf-8"), weights, "cue"), "utf-8")


def weigh_danger_words(drafts: Sequence[LabelledDraft], bank: Bank, write: bool) -> None:
    """Weigh the words that lean to danger, and to each kind of it."""
    seen = draft_samples(drafts, bank)
    known = common(seen)
    fitted = fit_words(seen, known)
    lines = danger_changes(fitted, bank.danger_words, bank.danger_weighing.notice)
    for line in [*lines, *shares(words_left_out(seen), frozenset(known))]:
        click.echo(line)
    if write:
        text = written_danger_words(fitted, fit_kinds(kind_samples(drafts, bank)), bank.danger_words.unweighed)
        bank.lexicon.path.with_name("danger-words.toml").write_text(text, "utf-8")
