"""Report + choices -> what the result page shows: marked draft, numbered places, message in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.reframing.framing import Frame
from app.reframing.message import join
from app.web.changes import Change, changes
from app.web.parts import Edge, Part, cut
from app.web.places import Place, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.records import Finding, Kind, Report
    from app.web.choices import Choices

NO_FRAME = Frame((), (), 0)


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
class Result:
    """All that the page needs, in the order in which it is read."""

    draft: str
    report: Report
    clear: tuple[Numbered, ...]
    possible: tuple[Numbered, ...]
    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...]
    rest: str
    opener: Edge
    closing: Edge
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

    @property
    def changes(self) -> tuple[Change, ...]:
        """Give the draft and what became of it, stretch by stretch, in the order of both."""
        opener, closing = Change("", "", self.opener.said, ""), Change("", "", self.closing.said, "")
        return (opener, *changes(self.parts), closing, Change(self.rest, "", "", ""))

    def shares_kind(self, place: Place) -> bool:
        """Tell whether other places are of the same kind, so that setting all of it aside says something."""
        return sum(entry.place.lead.category == place.lead.category for entry in self.numbered) > 1

    @property
    def message(self) -> str | None:
        """Give the whole message as chosen; None where the words should not be polished."""
        if self.report.message is None:
            return None
        return f"{self.opener.said}{join(part.text for part in self.parts)}{self.closing.said}{self.rest}"


def read_result(draft: str, report: Report, choices: Choices, frame: Frame = NO_FRAME) -> Result:
    """Lay out one report for the page, with the choices made so far."""
    every = places(draft, report, choices)
    shown = [place for place in every if not choices.is_dismissed(place.index, place.lead.category)]
    at = len(draft) if frame is NO_FRAME else max([frame.at, *(place.end for place in shown)])
    numbered = tuple(_numbered(sorted(shown, key=lambda place: not place.is_clear)))
    return Result(
        draft,
        report,
        tuple(entry for entry in numbered if entry.place.is_clear),
        tuple(entry for entry in numbered if not entry.place.is_clear),
        tuple(_pieces(draft, numbered)),
        tuple(cut(draft[:at], sorted(shown, key=lambda place: place.start), report.mends)),
        draft[at:],
        Edge("opener", frame.openers, choices.edge("opener")),
        Edge("closing", frame.closings, choices.edge("closing")),
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
