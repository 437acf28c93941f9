"""Signs of one sentence -> what they may land as: the category that cues and words tell most, and where it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.bank.cards import Cue
from app.checker.findings import RANK
from app.checker.matches import Match
from app.checker.words import families, place_of, readable
from app.records import Category

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.bank import Bank
    from app.checker.matches import Line

REACH = 8  # tokens each way: more is another idea, or a draft without marks


class Anchor(msgspec.Struct, frozen=True):
    """Tokens first to last that tell a category: those of a cue, or of a word (`cue` is None)."""

    category: Category
    first: int
    last: int
    cue: Match[Cue] | None = None


def find_anchor(sentence: int, cues: tuple[Match[Cue], ...], line: Line, bank: Bank) -> Anchor | None:
    """Find what tells most; of even categories the most specific, of its cues and words a cue, the heaviest."""
    told = families(line.views[sentence], (match.card.name for match in cues), bank.words)
    totals = {category: sum(words.values(), bank.words.families[category].base) for category, words in told.items()}
    anchors = tuple(match for match in cues if match.card.anchors)
    for match in anchors:
        if match.card.category and match.card.category not in told:
            totals[match.card.category] = totals.get(match.card.category, 0.0) + match.card.adds
    for category in sorted(totals, key=lambda each: (-totals[each], RANK[each])):
        if anchor := _shown(category, anchors, told.get(category, {}), sentence, line):
            return anchor
    return None


def _shown(
    category: Category, anchors: tuple[Match[Cue], ...], words: Mapping[str, float], sentence: int, line: Line
) -> Anchor | None:
    """Give the heaviest cue of a category, else its heaviest word that can be marked."""
    own = [match for match in anchors if match.card.category == category]
    if own:
        best = max(own, key=lambda match: match.card.adds)
        return Anchor(category, best.first, best.last, best)
    able = [word for word, weight in words.items() if weight > 0 and readable(word)]
    if not able:
        return None
    first, last = place_of(max(able, key=lambda word: (words[word], len(word), word)), line.views[sentence])
    tokens = line.token_of(sentence, first), line.token_of(sentence, last)
    return Anchor(category, *_clause(*tokens, sentence, line))


def _clause(first: int, last: int, sentence: int, line: Line) -> tuple[int, int]:
    """Widen a word to what stands between two marks: alone it would say nothing to the reader."""
    words, span = line.text.words, line.spans[sentence]
    lowest, highest = max(span.first, first - REACH), min(span.last, last + REACH)
    while first > lowest and words[first - 1][-1].isalnum():
        first -= 1
    while last < highest and words[last + 1][-1].isalnum():
        last += 1
    return first, last
