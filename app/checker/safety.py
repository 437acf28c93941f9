"""Text -> notices: words that may tell of danger, looked for first and shown above everything else."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from app.checker.guards import spare
from app.checker.matches import find_matches
from app.records import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.bank import Bank
    from app.bank.cards import DangerSign, SafetyCard
    from app.checker.matches import Line, Match
    from app.records import Kind


def find_notices(line: Line, bank: Bank) -> tuple[Notice, ...]:
    """Find what tells of danger, in the order of the draft: by a safety card, else by enough weak signs."""
    return find_told(line, bank) or find_hinted(line, bank)


def find_told(line: Line, bank: Bank) -> tuple[Notice, ...]:
    """Find what the safety cards hit; one notice a place and kind."""
    found = find_matches(line, bank.safety_rules, bank.lexicon)
    kept = spare(list(found), line, bank.safety_exceptions, bank.lexicon)
    notices = {to_notice(match.card.kind, match, line) for match in kept}
    return tuple(sorted(_without_nested(notices), key=lambda notice: (notice.start, notice.kind)))


def find_hinted(line: Line, bank: Bank) -> tuple[Notice, ...]:
    """Give one notice where the signs of the whole draft weigh enough: at its heaviest anchor, of the heaviest kind."""
    signs = list(danger_signs(line, bank))
    weights: dict[Kind, float] = defaultdict(float)
    for match in signs:
        if match.card.kind:
            weights[match.card.kind] += match.card.adds
    least = max(bank.danger_weighing.notice, bank.danger_weighing.each * len(line.views))
    if not weights or sum(match.card.adds for match in signs) < least:
        return ()
    kind = max(weights, key=lambda each: weights[each])
    anchor = max((match for match in signs if match.card.kind == kind), key=lambda match: match.card.adds)
    return (to_notice(kind, anchor, line),)


def danger_signs(line: Line, bank: Bank) -> Iterator[Match[DangerSign]]:
    """Yield the first match of each sign of danger in the whole draft."""
    seen: set[str] = set()
    for match in find_matches(line, bank.danger_rules, bank.lexicon):
        if match.card.name not in seen:
            seen.add(match.card.name)
            yield match


def to_notice(kind: Kind, match: Match[SafetyCard] | Match[DangerSign], line: Line) -> Notice:
    """Give the record of a match; offsets are code points of the draft."""
    return Notice(kind, line.text.starts[match.first], line.text.ends[match.last])


def _without_nested(notices: set[Notice]) -> list[Notice]:
    """Drop a notice that stands inside a longer one of its kind."""
    return [one for one in notices if not any(_inside(one, other) for other in notices)]


def _inside(one: Notice, other: Notice) -> bool:
    same = one.kind == other.kind and one != other
    return same and other.start <= one.start and one.end <= other.end
