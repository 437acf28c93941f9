"""Text -> strengths, missing parts and hints: what is already good, and what the message could still say."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from app.checker.guards import spare
from app.checker.matches import find_matches
from app.records import Part, Strength, meet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.bank import Bank
    from app.checker.matches import Line
    from app.records import Finding

WANTED: tuple[Part, ...] = ("feeling", "need", "request", "room-for-no")  # without these a message says little
LONG = 200  # words: longer messages are seldom read to the end on a phone
MANY_TOPICS = 5  # different reasons for a clear finding: more than a few at once is too much for one message
MANY_QUESTIONS = 3
CAPITALS = 0.7  # share of letters: less than this is emphasis, not shouting
UPPER, LOWER = re.compile("[A-ZÀ-Þ]"), re.compile("[a-zß-ÿ]")  # Latin letters, as the patterns are
SHORT = 20  # letters: "OK" in capitals is not shouting
MOST_HINTS = 2


def find_strengths(line: Line, bank: Bank, findings: Sequence[Finding]) -> tuple[Strength, ...]:
    """Find the parts of a good message that the draft has; words that were flagged do not count."""
    found = find_matches(line, bank.strength_rules, bank.lexicon)
    kept = spare(list(found), line, bank.strength_exceptions, bank.lexicon)
    starts, ends = line.text.starts, line.text.ends
    strengths = {Strength(match.card.part, starts[match.first], ends[match.last]) for match in kept}
    clear = [finding for finding in findings if finding.level == "clear"]
    begins = [finding.start for finding in clear]
    before = ((each, bisect_left(begins, each.end) - 1) for each in strengths)  # the last that begins before it ends
    free = [each for each, last in before if last < 0 or not meet(each, clear[last])]
    return tuple(_longest(sorted(free, key=lambda strength: (strength.start, -strength.end, strength.part))))


def _longest(strengths: Iterable[Strength]) -> list[Strength]:
    """Keep the first and longest of those of one part that overlap."""
    kept: list[Strength] = []
    reached: dict[Part, int] = {}
    for strength in strengths:
        if strength.start >= reached.get(strength.part, 0):
            kept.append(strength)
            reached[strength.part] = strength.end
    return kept


def missing_parts(strengths: Iterable[Strength]) -> tuple[Part, ...]:
    """Name the wanted parts that the draft does not have yet."""
    there = {strength.part for strength in strengths}
    return tuple(part for part in WANTED if part not in there)


def find_hints(line: Line, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Give at most two soft hints on the whole draft: too long, many topics, many questions, all capitals."""
    words = line.text.words
    topics = len({finding.card for finding in findings if finding.level == "clear"})
    signs = {
        "too-long": len(line.text.draft.split()) > LONG,
        "many-topics": topics >= MANY_TOPICS,
        "many-questions": words.count("?") > MANY_QUESTIONS,
        "all-capitals": _shouts(line.text.draft),
    }
    return tuple(hint for hint, there in signs.items() if there)[:MOST_HINTS]


def _shouts(draft: str) -> bool:
    capitals, small = len(UPPER.findall(draft)), len(LOWER.findall(draft))
    return capitals + small > SHORT and capitals / (capitals + small) > CAPITALS
