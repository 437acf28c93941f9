"""Findings -> what the message takes: one suggestion for each clear finding, nothing said twice, no long runs."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.records import Taken, meet
from app.reframing.saying import bases_in, said_by
from app.reframing.settling import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from app.bank import Bank
    from app.checker.matches import Line
    from app.records import Finding, Suggestion
    from app.reframing.saying import Said

    Way = tuple[Suggestion, Said]

MOST_IN_A_ROW = 4  # sentences: more new ones on end read like a list, not like the writer
REMEMBERED = 20  # lines: what was said longer ago may be said again
TOLD = frozenset({"ultimatum", "self-erasure"})  # a limit and a need stay, however long the message


@dataclass(frozen=True, slots=True)
class Spot:
    """A clear finding whose words the message replaces, and the index of its sentence."""

    finding: Finding
    sentence: int
    line: Line
    bank: Bank

    @property
    def first(self) -> Suggestion:
        """Give the suggestion that is taken where nothing speaks against it."""
        return self.finding.suggestions[0]

    @property
    def nothing(self) -> Taken:
        """Leave it out."""
        return Taken(self.first.start, self.first.end, "")

    @property
    def is_whole(self) -> bool:
        """Tell whether it stands for a whole sentence and no bullet is before it: then it may be left out."""
        before = self.line.text.draft[: self.first.start].rpartition("\n")[2].strip()
        is_bullet = before and not any(character.isalnum() for character in before)
        sentence = self.finding.sentence
        return not is_bullet and (self.first.start, self.first.end) == (sentence.start, sentence.end)

    @property
    def carries(self) -> bool:
        """Tell whether it holds words of the writer's: then leaving it out loses something."""
        own = bases_in(self.line.text.draft[self.first.start : self.first.end], self.bank)
        return not own.isdisjoint(bases_in(self.first.text, self.bank))

    @property
    def is_spare(self) -> bool:
        """Tell whether it may go where there is too much: no limit, no need, none of the writer's words."""
        return self.finding.category not in TOLD and not self.carries

    def follows(self, other: Spot) -> bool:
        """Tell whether both are whole sentences, one right after the other."""
        return self.sentence == other.sentence + 1 and self.is_whole and other.is_whole

    def ways(self) -> Iterator[Way]:
        """Yield its suggestions, and what each says."""
        return ((each, said_by(each.text, self.bank)) for each in self.finding.suggestions)


def merge(findings: Iterable[Finding], line: Line, bank: Bank) -> tuple[Taken, ...]:
    """Say what the message takes for its clear findings, in the order of the draft; nothing taken overlaps."""
    spots = [_spot(finding, line, bank) for finding in _replaced(findings)]
    around = _around({spot.sentence for spot in spots}, line, bank)
    said: list[tuple[int, Said]] = []
    taken: list[Taken] = []
    for spot in spots:
        way = _choose(spot, said[-REMEMBERED:], around)
        said += [(spot.sentence, way[1])] if way else []
        taken.append(Taken(way[0].start, way[0].end, way[0].text) if way else spot.nothing)
    _shorten(spots, taken)
    return tuple(taken)


def _replaced(findings: Iterable[Finding]) -> list[Finding]:
    """Give the clear findings that the message settles, of two for the same words the more specific one."""
    settled: dict[int, list[Suggestion]] = defaultdict(list)  # by sentence: a suggestion never leaves its own
    chosen: list[Finding] = []
    for finding in sorted(findings, key=weight):
        if finding.level == "clear" and finding.suggestions:
            others = settled[finding.sentence.start]
            if not any(meet(one, each) for one in others for each in finding.suggestions):
                others += finding.suggestions
                chosen.append(finding)
    return sorted(chosen, key=lambda finding: finding.start)


def _spot(finding: Finding, line: Line, bank: Bank) -> Spot:
    return Spot(finding, line.sentence_of(bisect_right(line.text.starts, finding.start) - 1), line, bank)


def _around(changed: set[int], line: Line, bank: Bank) -> dict[int, Said]:
    """Tell what the kept sentences beside changed ones say."""
    near = {place for each in changed for place in (each - 1, each + 1)} - changed
    spans = {place: line.spans[place] for place in near if 0 <= place < len(line.spans)}
    return {place: said_by(line.text.slice(span.first, span.last), bank) for place, span in spans.items()}


def _choose(spot: Spot, said: Sequence[tuple[int, Said]], around: Mapping[int, Said]) -> Way | None:
    """Take the first way that says something new, or that only a kept neighbour says; None to leave it out."""
    beside = [around[place] for place in (spot.sentence - 1, spot.sentence + 1) if place in around]
    asked = any(each.asks for each in (*beside, *(each for place, each in said if place >= spot.sentence - 1)))
    fresh: list[Way] = []
    for way in spot.ways():
        if not any(way[1].repeats(each) for _, each in said):
            if not (asked and way[1].asks) and not any(way[1].repeats(each) for each in beside):
                return way
            fresh.append(way)
    if not fresh and spot.is_whole and not spot.carries:
        return None
    return next(iter(fresh or spot.ways()))


def _shorten(spots: Sequence[Spot], taken: list[Taken]) -> None:
    """Leave out the last of a long run, but nothing that carries the writer's own words, a limit or a need."""
    length, seen, spare = 0, 0, list[int]()
    for place, spot in enumerate(spots):
        if not (place and spot.follows(spots[place - 1])):
            length, seen, spare = 0, place, []
        length += bool(taken[place].text)
        if length > MOST_IN_A_ROW:
            spare += [at for at in range(seen, place + 1) if taken[at].text and spots[at].is_spare]
            seen = place + 1
            if spare:
                last = spare.pop()
                taken[last] = spots[last].nothing
                length -= 1
