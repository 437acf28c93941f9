"""A sentence as patterns see it: which words stand at which places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.bank.needs import Need

if TYPE_CHECKING:
    from app.bank.sketch import Sketch

FEW = 8  # words: these are looked up one by one


class View(msgspec.Struct, frozen=True):
    """One sentence as patterns see it: bytes [start, end) of the text, and a bit for each place of each word.

    `known` remembers the places of the word classes that were asked for so far.
    """

    places: dict[str, int]
    words: frozenset[str]
    start: int
    end: int
    known: dict[Need, int] = msgspec.field(default_factory=dict)

    def where(self, need: Need) -> int:
        """Give a bit for each place at which one of the words stands."""
        if (found := self.known.get(need)) is None:
            found, places = 0, self.places
            for word in need if len(need) <= FEW else need & self.words:
                found |= places.get(word, 0)
            self.known[need] = found
        return found

    def meets(self, sketch: Sketch) -> bool:
        """Tell whether the steps can be gone from left to right."""
        reached = self._opening(sketch.openers) if sketch.openers else -1
        for words, least, shifts in sketch.steps:
            reached <<= least
            for shift in shifts:
                reached |= reached << shift
            reached &= self.where(words)
            if not reached:
                return False
        return True

    def _opening(self, openers: Need) -> int:
        """Give the places up to the first word that is no opener."""
        run = self.where(openers)
        return run ^ (run + 1)
