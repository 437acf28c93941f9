"""A way through a pattern -> its key: what is rarest of it, and what must stand on either side."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.bank.lexicon import Lexicon
    from app.bank.needs import Need
    from app.bank.sketch import Way

START = "^"  # stands before the words that begin a sentence
MOST_PAIRS = 100  # that two steps side by side can make: more are filed by one of the two
UNSEEN = 0.01  # how often a word stands that no text has: of two such needs the one with fewer words is rarer
MARKS = str.maketrans({mark: f" {mark} " for mark in ",.?!"} | {"’": "'"})


class Keyed(NamedTuple):
    """A way with its key: one of those words or pairs stands there, all of `before` before it, `after` after it."""

    key: Need
    before: tuple[Need, ...]
    after: tuple[Need, ...]


class Keys:
    """Choose the keys of ways, by how common words and pairs of words are."""

    def __init__(self, common: Mapping[str, int]) -> None:
        self._common = common
        self._weights: dict[Need, float] = {}
        self._shortened: dict[tuple[str, Need], Need] = {}
        self._pairs: dict[tuple[str, Need, Need], Need] = {}

    def keyed(self, way: Way) -> Keyed:
        """Give a way with the rarest of its steps, or of two side by side, as its key."""
        start = START + " " if way.steps[0].near else ""
        needs = [self._short("" if place else start, step.words) for place, step in enumerate(way.steps)]
        options = [
            (pairs, place, place + 2)
            for place, (one, other) in enumerate(pairwise(way.steps))
            if other.near and (pairs := self._side_by_side("" if place else start, one.words, other.words))
        ]
        options += [(need, place, place + 1) for place, need in enumerate(needs)]
        key, first, following = min(options, key=lambda option: self._weight(option[0]))
        return Keyed(key, tuple(needs[:first]), tuple(needs[following:]))

    def _short(self, start: str, need: Need) -> Need:
        """Give a need in words and pairs: of a longer phrase its rarest pair tells enough, or its first one."""
        if (start, need) not in self._shortened:
            chosen = [" ".join(each.split()[:2]) if start else self._rarest(each) for each in need]
            self._shortened[start, need] = frozenset([start + each for each in chosen])
        return self._shortened[start, need]

    def _rarest(self, phrase: str) -> str:
        pairs = [" ".join(pair) for pair in pairwise(phrase.split())]
        return min(pairs, key=lambda pair: self._common.get(pair, 0), default=phrase)

    def _side_by_side(self, start: str, one: Need, other: Need) -> Need:
        """Give the pairs that two steps make; none where they are many, or the first is more than a word."""
        if (start, one, other) not in self._pairs:
            few = len(one) * len(other) <= MOST_PAIRS and not any(" " in each for each in one)
            pairs = [f"{start}{word} {each.partition(' ')[0]}" for word in one for each in other] if few else []
            self._pairs[start, one, other] = frozenset(pairs)
        return self._pairs[start, one, other]

    def _weight(self, need: Need) -> float:
        """Tell how often one of these words and pairs stands somewhere."""
        if need not in self._weights:
            self._weights[need] = sum([self._common.get(each, UNSEEN) for each in need])
        return self._weights[need]


def count(texts: Iterable[str], lexicon: Lexicon) -> Counter[str]:
    """Count words, pairs of neighbours and beginnings in texts, in one spelling; roughly, which is enough."""
    found: Counter[str] = Counter()
    for text in texts:
        words = " ".join(map(lexicon.spell, text.translate(MARKS).split())).split()
        pairs = [" ".join(pair) for pair in pairwise(words)]
        found.update([*words, *pairs, *(f"{START} {each}" for each in (*words[:1], *pairs[:1]))])
    return found
