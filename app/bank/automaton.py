"""Sketches -> one automaton: all of them walked at once, word by word, a bit for each rule.

A row holds the rules that have gone so many steps. A word moves a rule on from the row before: from the word right
before it where nothing may stand between, from any word before it otherwise. That is a little more than a pattern
allows; RE2 has the last word on the few that arrive.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from app.bank.needs import NOTHING, Need
from app.bank.rows import Places, Row, mask, ones, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.bank.sketch import Sketch, Way
    from app.bank.view import View

PAIR = 2  # words


class Automaton:
    """Sketches by the order in which they were added; `fitting` names those that a sentence may meet."""

    def __init__(self) -> None:
        self._size = 0
        self._ways: list[tuple[int, Way]] = []
        self._known: dict[str, tuple[Row, ...]] = {}

    def add(self, sketches: Iterable[Sketch]) -> int:
        """File more sketches, before any is looked for, and give the number of the first."""
        first = self._size
        for sketch in sketches:
            self._ways += [(self._size, way) for way in sketch]
            self._size += 1
        return first

    def build(self) -> None:
        """Make the tables now, not when the first draft comes, and let go of what they were made of."""
        _ = self._asking, self._phrases, self._last, self._openers, self._every, self._numbers
        for made_of in ("_ways", "_order", "_steps"):
            self.__dict__.pop(made_of)

    @cached_property
    def _order(self) -> list[tuple[int, Way]]:
        """Give each way with its sketch, longest first: the rows of many steps then are short numbers."""
        return sorted(self._ways, key=lambda each: -len(each[1].steps))

    @cached_property
    def _steps(self) -> dict[Need, Places]:
        """Give, for each set of words that a step asks for, the rows and the rules that ask."""
        found: dict[Need, Places] = defaultdict(dict)
        for bit, (_, way) in enumerate(self._order):
            for number, step in enumerate(way.steps, 1):
                found[step.words].setdefault(number, ([], []))[not step.near].append(bit)
        return found

    @cached_property
    def _asking(self) -> dict[str, list[Places]]:
        """Give, for each word, what the steps that ask for it do."""
        found: dict[str, list[Places]] = defaultdict(list)
        for need, places in self._steps.items():
            for word in need:
                found[word].append(places)
        return dict(found)

    def _rows(self, word: str) -> tuple[Row, ...]:
        """Give what a word does, worked out when a draft first has it."""
        if (known := self._known.get(word)) is None:
            asking = self._asking.get(word)
            known = tuple(read_rows(asking)) if asking else ()
            if asking:  # words of drafts that no pattern asks for are not kept
                self._known[word] = known
        return known

    @cached_property
    def _phrases(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """Give the phrases of three words and more by their first two."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for phrase in self._asking:
            words = tuple(phrase.split())
            if len(words) > PAIR:
                found[" ".join(words[:PAIR])].append((words, phrase))
        return dict(found)

    @cached_property
    def _last(self) -> tuple[int, ...]:
        """Give, by row, the rules for which it is the last."""
        bits: dict[int, list[int]] = defaultdict(list)
        for bit, (_, way) in enumerate(self._order):
            bits[len(way.steps)].append(bit)
        return tuple(mask(bits[count]) for count in range(max(bits, default=0) + 1))

    @cached_property
    def _every(self) -> int:
        return (1 << len(self._numbers)) - 1

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        """Give, by bit, the number of the sketch."""
        return tuple(number for number, _ in self._order)

    @cached_property
    def _openers(self) -> frozenset[str]:
        return NOTHING.union(*[way.openers for _, way in self._ways])

    def fitting(self, view: View) -> list[int]:
        """Give the numbers of the sketches that a sentence may meet, in order; remembered by the view."""
        if (known := view.fitting.get(self)) is None:
            gone = self._walk(view)
            arrived = (bit for row, last in enumerate(self._last) for bit in ones(gone[row] & last))
            known = view.fitting[self] = sorted({self._numbers[bit] for bit in arrived})
        return known

    def _walk(self, view: View) -> list[int]:
        """Give, by row, the rules that have gone so many steps somewhere in a sentence."""
        gone = [self._every, *[0] * (len(self._last) - 1)]
        before, opening = {0: self._every}, True
        for place, word in enumerate(view.words):
            opening = opening and word in self._openers
            now = {0: self._every} if opening else {}
            for number, near, far in self._moves(view, place):
                moved = gone[number - 1] & far if far else 0
                if near and (reached := before.get(number - 1)):
                    moved |= reached & near
                if moved:
                    now[number] = now.get(number, 0) | moved
                    gone[number] |= moved
            before = now
        return gone

    def _moves(self, view: View, place: int) -> Sequence[Row]:
        """Give what the word, the pair and the phrases do that begin at a place."""
        pair = view.pairs[place]
        found = self._rows(view.words[place]) + self._rows(pair)
        for words, phrase in self._phrases.get(pair, ()):
            if view.words[place : place + len(words)] == words:
                found += self._rows(phrase)
        return found
