"""Matches -> matches that stand: withdrawn where the words around them take the sting away."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from app.checker.matches import find_exceptions, find_matches, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.bank import Bank
    from app.bank.cards import Card, Guard
    from app.bank.lexicon import Lexicon
    from app.bank.patternset import ExceptionSet
    from app.checker.matches import Line, Match, Owner

BREAKS = frozenset({";", ":", "(", "-", "but", "though", "although", "yet", "however", "?", "!", ".", "..."})
SOFT_BREAKS = frozenset({",", "and", "so", "or"})  # a break only before a subject
LOOK_BACK = 40  # tokens: further left nothing withdraws a match, and long run-ons stay linear


def standing(matches: Iterable[Match[Card]], line: Line, bank: Bank) -> Iterator[Match[Card]]:
    """Yield the matches that neither their card's exceptions nor a guard withdraws."""
    found = list(matches)
    if not found:
        return
    kept = spare(found, line, bank.card_exceptions, bank.lexicon)
    guards: dict[int, list[Match[Guard]]] = defaultdict(list)
    for hit in find_matches(line, bank.guard_rules, bank.lexicon, {match.sentence for match in found}):
        guards[hit.sentence].append(hit)
    subjects = bank.lexicon.set_of("subject")
    for match in kept:
        clause = clause_start(line, match.first, subjects)
        if not any(withdraws(guard, match, clause, line) for guard in guards[match.sentence]):
            yield match


def spare(
    found: Iterable[Match[Owner]], line: Line, exceptions: ExceptionSet[Owner], lexicon: Lexicon
) -> Iterator[Match[Owner]]:
    """Yield the matches that no exception of their own card overlaps."""
    for match in found:
        if not any(overlap(match, hit) for hit in find_exceptions(line, exceptions, lexicon, match)):
            yield match


def withdraws(guard: Match[Guard], match: Match[Card], clause: int, line: Line) -> bool:
    """Tell whether one guard, by its place and its table of categories, withdraws a match."""
    if not guard.card.covers(match.card.category):
        return False
    if guard.card.where == "before":
        return clause <= guard.first < match.first
    if guard.card.where == "start":
        return guard.first <= match.first <= guard.last
    if guard.card.where == "overlap":
        return overlap(guard, match)
    if guard.card.where == "quote":
        return guard.first < match.first and in_quotes(line, match)
    return True


def clause_start(line: Line, token: int, subjects: frozenset[str]) -> int:
    """Walk left to where the clause of a token begins: but, ; : ( - or a comma or "and" before a subject."""
    words = line.text.words
    lowest = max(line.spans[line.sentence_of(token)].first, token - LOOK_BACK)
    for index in range(token - 1, lowest - 1, -1):
        if words[index] in BREAKS or (words[index] in SOFT_BREAKS and words[index + 1] in subjects):
            return index + 1
    return lowest


def in_quotes(line: Line, match: Match[Card]) -> bool:
    """Tell whether a quotation was opened before the match in its sentence and not closed."""
    span = line.spans[match.sentence]
    lowest = max(span.first, match.first - LOOK_BACK)
    return line.text.words[lowest : match.first].count('"') % 2 == 1
