"""Matches -> findings: clear or possible, one a span, the most specific first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from app.bank.cards import Card
from app.checker.matches import Match, overlap
from app.checker.sentences import sentence_at
from app.records import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.bank.lexicon import Lexicon
    from app.checker.matches import Line

ORDER = (
    "ultimatum",
    "diagnosis",
    "self-erasure",
    "comparison",
    "guilt",
    "disguised-blame",
    "blame",
    "mind-reading",
    "pressure",
    "contempt",
    "demand",
    "criticism",
    "defensiveness",
)  # the most specific first: what it is called when several fit the same words
MOST_ROUNDED = 3  # tokens
RANK = {category: rank for rank, category in enumerate(ORDER)}


class Settled(msgspec.Struct, frozen=True):
    """A match that stays, with the level that the whole sentence gives it."""

    match: Match[Card]
    level: Level


def settle(matches: Iterable[Match[Card]]) -> tuple[Settled, ...]:
    """Grade the matches and keep one a span, in the order of the draft."""
    sentences: dict[int, list[Match[Card]]] = defaultdict(list)
    for match in matches:
        sentences[match.sentence].append(match)
    kept = [settled for found in sentences.values() for settled in _keep(found)]
    return tuple(sorted(kept, key=lambda settled: settled.match.first))


def _keep(found: list[Match[Card]]) -> list[Settled]:
    """Take the best match of a sentence, then each next one that shares no token with those taken."""
    graded = sorted((Settled(match, _level(match, found)) for match in found), key=_priority)
    taken: list[Settled] = []
    for candidate in graded:
        if not any(overlap(candidate.match, other.match) for other in taken):
            taken.append(candidate)
    return taken


def _level(match: Match[Card], found: list[Match[Card]]) -> Level:
    """Grade a match: a possible one is clear where a second, independent sign stands in its sentence."""
    if match.card.level == "clear":
        return "clear"
    independent = any(
        other.card.category != match.card.category or not overlap(match, other)
        for other in found
        if other.card is not match.card
    )
    return "clear" if independent else "possible"


def _priority(settled: Settled) -> tuple[bool, int, int, int]:
    match = settled.match
    return settled.level == "possible", RANK[match.card.category], match.first - match.last, match.first


def rounded(settled: Settled, line: Line, lexicon: Lexicon, limit: int) -> Settled:
    """Let a finding end with a whole phrase ("talking to a wall"), never past the limit, a mark or the next idea."""
    match, words = settled.match, line.text.words
    dangling, stops = lexicon.set_of("dangling"), lexicon.set_of("slot-stop")
    last, most = match.last, min(limit, match.last + MOST_ROUNDED)
    while last < most and words[last] in dangling and words[last + 1][-1].isalnum() and words[last + 1] not in stops:
        last += 1
    return Settled(msgspec.structs.replace(match, last=last), settled.level) if last > match.last else settled


def rounded_all(settled: Sequence[Settled], line: Line, lexicon: Lexicon) -> tuple[Settled, ...]:
    """Round off every finding up to the next one, or the end of its sentence."""
    if not settled:
        return ()
    starts = [*(each.match.first for each in settled[1:]), len(line.text.words)]
    ends = (line.spans[each.match.sentence].last for each in settled)
    limits = (min(start - 1, end) for start, end in zip(starts, ends, strict=True))
    return tuple(rounded(each, line, lexicon, limit) for each, limit in zip(settled, limits, strict=True))


def to_finding(settled: Settled, line: Line) -> Finding:
    """Give the record of a settled match; offsets are code points of the draft."""
    match, text = settled.match, line.text
    start, end = text.starts[match.first], text.ends[match.last]
    return Finding(
        start=start,
        end=end,
        quote=text.draft[start:end],
        category=match.card.category,
        level=settled.level,
        card=match.card.id,
        why=match.card.why,
        sentence=sentence_at(text, line.spans[match.sentence]),
    )
