"""Draft + places -> the parts of the message: kept text and chosen words, which take turns; lines at both ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.reframing.message import compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.records import Mend
    from app.web.places import Place


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the message: kept text, or the words chosen for the place of that index.

    `kept` holds the draft's own words; `mended` what stands instead of kept text after a place that was changed.
    """

    text: str
    index: int | None = None
    kept: str = ""
    mended: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """Lines offered before or after the message, each with the white space that joins it; none is taken by itself."""

    name: str
    lines: tuple[str, ...]
    pick: str

    @property
    def said(self) -> str:
        """Give the chosen line, or nothing."""
        return next((line for number, line in enumerate(self.lines) if str(number) == self.pick), "")


def cut(draft: str, shown: list[Place], mends: tuple[Mend, ...]) -> Iterator[Part]:
    """Cut the draft at its places, a kept stretch first; what is chosen stands in each."""
    before: Place | None = None
    for place in shown:
        yield _kept(draft, before, place.start, mends)
        yield Part(place.said, place.index, place.text)
        before = place
    yield _kept(draft, before, len(draft), mends)


def _kept(draft: str, before: Place | None, end: int, mends: tuple[Mend, ...]) -> Part:
    """Give kept text up to `end`, mended where it leans on words of the place before that are replaced."""
    start = before.end if before else 0
    text = draft[start:end]
    leaning = [each for each in mends if before and start <= each.start < end and before.start < each.after]
    if not before or not leaning:
        return Part(text)
    mended = compose(text, [(each.start - start, each.end - start, each.text) for each in leaning])
    return Part(mended if before.is_changed else text, kept=text, mended=mended)
