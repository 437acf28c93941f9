"""Report + choices -> what the result page shows: marked draft, numbered places, message in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.reframing.message import compose, join
from app.web.places import Place, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.records import Finding, Kind, Mend, Report
    from app.web.choices import Choices


@dataclass(frozen=True, slots=True)
class Numbered:
    """A place as it is shown; `like` is the number of an earlier place with the same reason."""

    number: int
    place: Place
    like: int | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the draft: plain text, or the marked words of a finding."""

    text: str
    finding: Finding | None = None
    number: int = 0
    anchor: str = ""


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
class Result:
    """All that the page needs, in the order in which it is read."""

    draft: str
    report: Report
    clear: tuple[Numbered, ...]
    possible: tuple[Numbered, ...]
    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...]
    dismissed: tuple[str, ...]

    @property
    def numbered(self) -> tuple[Numbered, ...]:
        """Give every place that is shown, clear ones first."""
        return self.clear + self.possible

    @property
    def notices(self) -> tuple[Kind, ...]:
        """Give each kind of notice once, in the order of the report."""
        return tuple(dict.fromkeys(notice.kind for notice in self.report.notices))

    @property
    def strengths(self) -> tuple[tuple[str, str], ...]:
        """Give each good part once, with the first words that show it."""
        first = {strength.part: strength for strength in reversed(self.report.strengths)}
        return tuple((each.part, self.draft[each.start : each.end]) for each in reversed(first.values()))

    def shares_kind(self, place: Place) -> bool:
        """Tell whether other places are of the same kind, so that setting all of it aside says something."""
        return sum(entry.place.lead.category == place.lead.category for entry in self.numbered) > 1

    @property
    def message(self) -> str | None:
        """Give the whole message as chosen; None where the words should not be polished."""
        return None if self.report.message is None else join(part.text for part in self.parts)


def read_result(draft: str, report: Report, choices: Choices) -> Result:
    """Lay out one report for the page, with the choices made so far."""
    every = places(draft, report, choices)
    shown = [place for place in every if not choices.is_dismissed(place.index, place.lead.category)]
    numbered = tuple(_numbered(sorted(shown, key=lambda place: not place.is_clear)))
    return Result(
        draft,
        report,
        tuple(entry for entry in numbered if entry.place.is_clear),
        tuple(entry for entry in numbered if not entry.place.is_clear),
        tuple(_pieces(draft, numbered)),
        tuple(_parts(draft, sorted(shown, key=lambda place: place.start), report.mends)),
        choices.dismissed,
    )


def _numbered(shown: list[Place]) -> Iterator[Numbered]:
    """Give each place its number, clear ones first, and tell which repeat an earlier reason."""
    first: dict[str, int] = {}
    for number, place in enumerate(shown, 1):
        yield Numbered(number, place, first.get(place.lead.card))
        first.setdefault(place.lead.card, number)


def _pieces(draft: str, numbered: tuple[Numbered, ...]) -> Iterator[Piece]:
    """Cut the draft at its marks; joined again, the pieces are the draft."""
    marks = sorted(
        ((finding, entry) for entry in numbered for finding in entry.place.findings), key=lambda mark: mark[0].start
    )
    done = 0
    for finding, entry in marks:
        if finding.start >= done:
            yield Piece(draft[done : finding.start])
            anchor = f"mark-{entry.number}" if finding is entry.place.lead else f"mark-{entry.number}-{finding.start}"
            yield Piece(draft[finding.start : finding.end], finding, entry.number, anchor)
            done = finding.end
    yield Piece(draft[done:])


def _parts(draft: str, shown: list[Place], mends: tuple[Mend, ...]) -> Iterator[Part]:
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
