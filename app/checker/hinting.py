"""Text -> a notice that no single place tells: weak signs and words that lean, added up over the whole draft."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from app.checker.matches import find_matches
from app.checker.words import START, said, weigh
from app.records import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.bank import Bank
    from app.bank.cards import DangerSign
    from app.bank.view import View
    from app.checker.matches import Line, Match
    from app.records import Kind

SURER = 2  # times: how much better a sign tells the kind than a word of the same weight
MOST_TOLD = 2  # words: what a notice points at where no sign does


def find_hinted(line: Line, bank: Bank) -> tuple[Notice, ...]:
    """Give one notice where signs and words of the whole draft weigh enough, of the kind that most of them name."""
    signs, words = list(danger_signs(line, bank)), words_of(line)
    total = sum(match.card.adds for match in signs) + weigh(words, bank.danger_words.weights)
    if total < max(bank.danger_weighing.notice, bank.danger_weighing.each * len(line.views)):
        return ()
    kinds = by_kind(signs, words, bank)
    if not any(kinds.values()):
        return ()
    kind = max(kinds, key=lambda each: kinds[each])
    first, last = place(kind, signs, line, bank)
    return (Notice(kind, line.text.starts[first], line.text.ends[last]),)


def danger_signs(line: Line, bank: Bank) -> Iterator[Match[DangerSign]]:
    """Yield the first match of each sign of danger in the whole draft."""
    seen: set[str] = set()
    for match in find_matches(line, bank.danger_rules, bank.lexicon):
        if match.card.name not in seen:
            seen.add(match.card.name)
            yield match


def words_of(line: Line) -> set[str]:
    """Give the words of the whole draft, its pairs of neighbours, and the first words of its sentences."""
    return set[str]().union(*map(said, line.views))


def by_kind(signs: Iterable[Match[DangerSign]], words: set[str], bank: Bank) -> dict[Kind, float]:
    """Tell how much signs and words speak for each kind of danger."""
    totals: dict[Kind, float] = defaultdict(float)
    for kind, weights in bank.danger_words.by_kind.items():
        totals[kind] += weigh(words, weights)
    for match in signs:
        if match.card.kind:
            totals[match.card.kind] += SURER * match.card.adds
    return totals


def place(kind: Kind, signs: Iterable[Match[DangerSign]], line: Line, bank: Bank) -> tuple[int, int]:
    """Give the first and last token to point at: the heaviest sign of the kind, else words that lean."""
    anchors = [match for match in signs if match.card.kind == kind]
    if not anchors:
        return heaviest(line, bank.danger_words.weights)
    anchor = max(anchors, key=lambda match: match.card.adds)
    return anchor.first, anchor.last


def heaviest(line: Line, weights: Mapping[str, float]) -> tuple[int, int]:
    """Give the first and last token of the words that lean most to danger, in the sentence that leans there most."""
    every = [list(leaning(view, weights)) for view in line.views]
    sentence, found = max(enumerate(every), key=lambda each: sum(weight for weight, _, _ in each[1]))
    told = sorted(found, key=lambda each: -each[0])[:MOST_TOLD] or [(0.0, 0, len(line.views[sentence].words) - 1)]
    tokens = [line.token_of(sentence, index) for _, *places in told for index in places]
    return min(tokens), max(tokens)


def leaning(view: View, weights: Mapping[str, float]) -> Iterator[tuple[float, int, int]]:
    """Yield what leans to danger in a sentence: its weight, and the index of its first and last word."""
    for index, (word, pair) in enumerate(zip(view.words, view.pairs, strict=True)):
        start = () if index else ((START + word, index),)
        for phrase, last in (*start, (word, index), (pair, index + 1)):
            if weights.get(phrase, 0) > 0:
                yield weights[phrase], index, last
