"""`flask evaluate`: the figures for a file of labelled drafts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click
from flask import current_app
from flask.cli import with_appcontext

from app.cli.drafts import files_argument, read_drafts, refuse_sealed
from app.evaluation import Figures, Score, evaluate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.bank import Bank


@click.command("evaluate")
@click.option("--misses", is_flag=True, help="List false alarms and misses too (never for sealed drafts).")
@click.option("--cards", is_flag=True, help="Count false alarms by card, and name cards that never fire (nor these).")
@files_argument
@with_appcontext
def evaluate_command(misses: bool, cards: bool, files: tuple[Path, ...]) -> None:
    """Measure the check on the labelled drafts in FILES (JSONL, see tests/corpus)."""
    if misses or cards:
        refuse_sealed(files, "sealed drafts stay unread: only their totals are looked at")
    bank: Bank = current_app.extensions["bank"]
    fired: Counter[str] = Counter()
    for file in files:
        figures = evaluate(read_drafts(file), bank)
        fired += figures.cards
        click.echo("\n".join(table(file, figures)))
        for line in [*(listing(figures) if misses else ()), *(alarms(figures) if cards else ())]:
            click.echo(line)
    if cards:
        silent = [card.id for card in bank.cards if card.id not in fired]
        click.echo(f"never fired ({len(silent)} of {len(bank.cards)} cards): {', '.join(silent)}")


def alarms(figures: Figures) -> Iterator[str]:
    """Count false alarms by card, most first."""
    for card, count in figures.alarms.most_common():
        yield f"ALARMS {count} by {card} (which fired {figures.cards[card]} times)"


def table(file: Path, figures: Figures) -> Iterator[str]:
    """Write the figures as lines."""
    counted = f"{figures.drafts} drafts, {figures.sentences} sentences, {figures.wanted} to be flagged"
    yield f"{file.parent.name}/{file.name}: {counted}"
    yield f"{'':24}precision recall    F1   found false missed"
    if figures.sentences:
        yield row("clear", figures.clear)
        yield row("clear and possible", figures.both)
        for category, score in sorted(figures.categories.items()):
            yield row(f"  {category}", score)
        share = figures.right_category / figures.clear.found if figures.clear.found else 1.0
        yield f"{'right category':24}{share:9.2f}"
        taken = ", ".join(f"{wanted} as {given} {count}" for (wanted, given), count in figures.confused.most_common(5))
        yield f"most confused: {taken or 'none'}"
    for part, score in sorted(figures.parts.items()):
        yield row(f"  {part}", score)
    yield row("notices (drafts)", figures.notices)
    for kind, score in sorted(figures.kinds.items()):
        yield row(f"  {kind}", score)
    yield f"suggestions: {figures.suggestions}, flagged again: {len(figures.flagged_again)}"


def row(name: str, score: Score) -> str:
    """Write one line of the table."""
    shares = f"{score.precision:9.2f}{score.recall:7.2f}{score.f1:7.2f}"
    return f"{name:24}{shares}{score.found:7}{score.false:6}{score.missed:7}"


def listing(figures: Figures) -> Iterator[str]:
    """Write false alarms, misses and suggestions that are flagged again, one a line."""
    for title, rows in (("FALSE ALARM", figures.false_alarms), ("MISS", figures.misses)):
        for ident, text, what in rows:
            yield f"{title} {ident}: {text}  <- {what}"
    for text in figures.flagged_again:
        yield f"FLAGGED AGAIN: {text}"
