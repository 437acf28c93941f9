"""`flask review`: drafts -> a sheet on which suggestions are marked; marked sheets -> their table."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import click
from flask import current_app
from flask.cli import with_appcontext

from app.answer import draft_fault
from app.cli.drafts import files_argument, naming, read_drafts, refuse_sealed
from app.cli.marks import MARKS, WHOLE, read_opinions
from app.cli.sheet import sheet
from app.evaluation import LabelledDraft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from app.cli.marks import Opinion

BREAK = "---"  # a line of this stands between the drafts of a text file


@click.command("review")
@click.option("--table", "marked", is_flag=True, help="FILES are sheets with marks filled in: print what they say.")
@files_argument
@with_appcontext
def review_command(marked: bool, files: tuple[Path, ...]) -> None:
    """Write the drafts in FILES (.jsonl, or text with --- between drafts) as a sheet to be marked."""
    refuse_sealed(files, "sealed drafts stay unread, so no suggestion for them is read either")
    if marked:
        lines = table({str(file): opinions_of(file) for file in files})
    else:
        drafts = [draft for file in files for draft in drafts_of(file)]
        lines = sheet(drafts, current_app.extensions["bank"])
    for line in lines:
        click.echo(line)


def drafts_of(file: Path) -> list[LabelledDraft]:
    """Read the drafts of a file; one that cannot be checked is refused with its place."""
    if file.suffix == ".jsonl":
        drafts = read_drafts(file)
    else:
        parts = f"\n{text_of(file)}\n".split(f"\n{BREAK}\n")
        drafts = [LabelledDraft(part.strip("\n")) for part in parts]
    for number, draft in enumerate(drafts, 1):
        if fault := draft_fault(draft.text):
            raise click.ClickException(f"{file}: draft {number}: {fault}")
    return drafts


def text_of(file: Path) -> str:
    """Read a text; broken UTF-8 is refused with its place."""
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file}: not UTF-8 at byte {error.start}") from None


def opinions_of(file: Path) -> list[Opinion]:
    """Read a marked sheet; a line that cannot be used is told with its number."""
    with naming(file):
        return list(read_opinions(text_of(file).splitlines()))


def table(readings: dict[str, list[Opinion]]) -> Iterator[str]:
    """Write the means by stance, by category and of whole messages, then how far each two readings agree."""
    every = [opinion for reading in readings.values() for opinion in reading]
    offered = [opinion for opinion in every if opinion.stance != WHOLE]
    yield f"{'':24}{'count':>6}" + "".join(f"{mark:>9}" for mark in MARKS) + "   a 1 or 2"
    yield row("suggestions", offered)
    yield from rows(offered, lambda opinion: opinion.stance)
    yield from rows(offered, lambda opinion: opinion.category)
    yield row("messages", [opinion for opinion in every if opinion.stance == WHOLE])
    for (one, mine), (other, theirs) in combinations(readings.items(), 2):
        yield agreement(f"{one}, {other}", mine, theirs)


def rows(opinions: Sequence[Opinion], part: Callable[[Opinion], str]) -> Iterator[str]:
    """Write a line for each part of the opinions."""
    for name in sorted({part(opinion) for opinion in opinions}):
        yield row(f"  {name}", [opinion for opinion in opinions if part(opinion) == name])


def row(name: str, opinions: Sequence[Opinion]) -> str:
    """Write the mean of each mark, and the share of texts with a 1 or 2 on anything."""
    if not opinions:
        return f"{name:24}{0:6}"
    means = [sum(marks) / len(opinions) for marks in zip(*(opinion.marks for opinion in opinions), strict=True)]
    low = sum(opinion.is_low for opinion in opinions) / len(opinions)
    return f"{name:24}{len(opinions):6}" + "".join(f"{mean:9.2f}" for mean in means) + f"{low:11.2f}"


def agreement(names: str, mine: Sequence[Opinion], theirs: Sequence[Opinion]) -> str:
    """Say how often two readings of the same texts lie within one point, by mark and in all."""
    others = {opinion.place: opinion.marks for opinion in theirs}
    pairs = [(opinion.marks, others[opinion.place]) for opinion in mine if opinion.place in others]
    if not pairs:
        return f"{names}: nothing that both have read"
    near = [[abs(a - b) <= 1 for a, b in zip(*pair, strict=True)] for pair in pairs]
    shares = [sum(column) / len(pairs) for column in zip(*near, strict=True)]
    told = ", ".join(f"{mark} {share:.2f}" for mark, share in zip(MARKS, shares, strict=True))
    return f"{names}: {len(pairs)} texts read by both, within one point {sum(shares) / len(MARKS):.2f} ({told})"
