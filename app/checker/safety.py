"""Text -> notices: words that may tell of danger, looked for first and shown above everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.checker.guards import spare
from app.checker.hinting import find_hinted
from app.checker.matches import find_matches
from app.records import Notice

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.cards import SafetyCard
    from app.checker.matches import Line, Match
    from app.records import Kind


def find_notices(line: Line, bank: Bank) -> tuple[Notice, ...]:
    """Find what tells of danger, in the order of the draft: by a safety card, else by enough weak signs and words."""
    return find_told(line, bank) or find_hinted(line, bank)


def find_told(line: Line, bank: Bank) -> tuple[Notice, ...]:
    """Find what the safety cards hit; one notice a place and kind."""
    found = find_matches(line, bank.safety_rules, bank.lexicon)
    kept = spare(list(found), line, bank.safety_exceptions, bank.lexicon)
    notices = {to_notice(match.card.kind, match, line) for match in kept}
    return tuple(sorted(_without_nested(notices), key=lambda notice: (notice.start, notice.kind)))


def to_notice(kind: Kind, match: Match[SafetyCard], line: Line) -> Notice:
    """Give the record of a match; offsets are code points of the draft."""
    return Notice(kind, line.text.starts[match.first], line.text.ends[match.last])


def _without_nested(notices: set[Notice]) -> list[Notice]:
    """Drop a notice that stands inside a longer one of its kind."""
    return [one for one in notices if not any(_inside(one, other) for other in notices)]


def _inside(one: Notice, other: Notice) -> bool:
    same = one.kind == other.kind and one != other
    return same and other.start <= one.start and one.end <= other.end
