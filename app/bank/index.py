"""Sketches -> one index: what is rarest in each names the few that a sentence may meet.

Each way through a pattern is filed by its key, the rarest of its steps or of two side by side. A sentence is looked up
word by word and pair by pair. Of the ways filed there those fit whose other steps stand in the sentence too, those that
come first before the key. That is a little more than a pattern allows; RE2 has the last word on the few that fit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from app.bank.keys import START, Keys
from app.bank.needs import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.bank.keys import Keyed
    from app.bank.sketch import Sketch, Way
    from app.bank.view import View

Filed = tuple[int, int, int]  # the needs that stand before a key, those after it, and the number of the sketch


class Term(msgspec.Struct, gc=False):
    """A word or a pair of words: the needs that it meets, by number and as bits, and the ways that are filed by it."""

    needs: tuple[int, ...] = ()
    filed: tuple[Filed, ...] = ()
    bits: int = -1


class Index:
    """Sketches by the order in which they were added; `fitting` names those that a sentence may meet."""

    def __init__(self) -> None:
        self._size = 0
        self._ways: list[tuple[int, Way]] = []
        self._terms: dict[str, Term] = {}
        self._openers = NOTHING
        self._always: tuple[int, ...] = ()

    def add(self, sketches: Iterable[Sketch]) -> int:
        """File more sketches, before any is looked for, and give the number of the first."""
        first = self._size
        for sketch in sketches:
            self._ways += [(self._size, way) for way in sketch]
            self._size += 1
        return first

    def build(self, common: Counter[str] | None = None) -> None:
        """Make the tables, by how common words are, and let go of what they were made of."""
        keys = Keys(common or Counter())
        keyed = [(number, keys.keyed(way)) for number, way in self._ways if way.steps]
        self._terms = make_terms(keyed)
        self._openers = NOTHING.union(*[way.openers for _, way in self._ways])
        self._always = tuple(number for number, way in self._ways if not way.steps)
        self._ways = []

    def fitting(self, view: View) -> list[int]:
        """Give the numbers of the sketches that a sentence may meet, in order; remembered by the view."""
        if self._ways:
            self.build()
        if (known := view.fitting.get(self)) is None:
            known = view.fitting[self] = sorted({*self._always, *self._look_up(view)})
        return known

    def _look_up(self, view: View) -> list[int]:
        """Give the numbers of the ways whose key stands in a sentence, and all else that they need."""
        terms, met = self._terms, 0
        filed: dict[str, tuple[int, tuple[Filed, ...]]] = {}  # by key: what was met when it last stood there
        for said in chain(self._opening(view), *zip(view.words, view.pairs, strict=True)):
            if (term := terms.get(said)) is not None:
                if term.filed:
                    filed[said] = met, term.filed
                if term.needs:
                    met |= term.bits if term.bits >= 0 else self._bits(term)
        found: list[int] = []
        for so_far, ways in filed.values():
            found += [way for before, after, way in ways if after & met == after and before & so_far == before]
        return found

    def _opening(self, view: View) -> list[str]:
        """Give the words and pairs that begin a sentence, or follow on a run of openers."""
        found: list[str] = []
        for word, pair in zip(view.words, view.pairs, strict=True):
            found += (f"{START} {word}", f"{START} {pair}")
            if word not in self._openers:
                break
        return found

    def _bits(self, term: Term) -> int:
        """Give the needs of a term as bits, worked out when a draft first has it."""
        term.bits = mask(term.needs)
        return term.bits


def make_terms(keyed: Iterable[tuple[int, Keyed]]) -> dict[str, Term]:
    """Make the table of words and pairs; the needs that most ways have come first, so that most bits are low."""
    ways = list(keyed)
    used = Counter(need for _, way in ways for need in (*way.before, *way.after))
    numbers = {need: place for place, (need, _) in enumerate(used.most_common())}
    terms: dict[str, Term] = defaultdict(Term)
    for need, place in numbers.items():
        for each in need:
            terms[each].needs += (place,)
    for number, way in ways:
        filed = mask([numbers[need] for need in way.before]), mask([numbers[need] for need in way.after]), number
        for each in way.key:
            terms[each].filed += (filed,)
    return dict(terms)


def mask(bits: Sequence[int]) -> int:
    """Give the integer with these bits."""
    found = bytearray(max(bits, default=0) // 8 + 1)
    for bit in bits:
        found[bit // 8] |= 1 << bit % 8
    return int.from_bytes(found, "little")
