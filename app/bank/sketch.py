"""Pattern -> a sketch of what a sentence must have, so that only patterns that can hit are run at all.

"you never .. (help|ask me)" has three steps: you, never right after it, and "help" or "ask me" anywhere after that. It
asks for a little less than the pattern does, never for more.

RE2's own `re2.Set` finds candidates too, but over thousands of patterns it builds its states anew for every new
text: some 27 ms for 360 characters, where sketches take well under one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.bank.needs import NOTHING, Need, Piece, beginning, either
from app.bank.syntax import CLOSE, ITEM, LONG_GAP, OPEN, SHORT_GAP, SLOT_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Items = list[tuple[str, str]]
Ways = list[list[Piece]]

MOST_WAYS = 4  # through one pattern: more cost more than they exclude
ANY = Piece(0, 1)  # a word that may be anything, or a part of one
GAPS = {"..": Piece(0, SHORT_GAP), "...": Piece(0, LONG_GAP)}
SLOT = Piece(1, SLOT_WORDS)


class Step(NamedTuple):
    """One of `words` stands right after the step before if it is `near`, anywhere after it if not."""

    words: Need
    near: bool


class Way(msgspec.Struct, frozen=True, gc=False):
    """What a sentence must have: the steps from left to right.

    With `openers` a first step that is near is at the start of the sentence, or after a run of those words.
    """

    steps: tuple[Step, ...]
    openers: Need


Sketch = tuple[Way, ...]  # one of them must be gone


class SketchReader:
    """Read the sketches of patterns; `members` gives the words of a class."""

    def __init__(self, members: Callable[[str], Iterable[str]]) -> None:
        self._members = members
        self._leaves: dict[tuple[str, str], Piece] = {}
        self._known: dict[Need, Need] = {}
        self._read: dict[str, tuple[int, str]] = {}

    def sketch(self, pattern: str, openers: Need = NOTHING) -> Sketch:
        """Give the sketch of a pattern in one spelling; ValueError where its brackets do not match."""
        items = [(str(match.lastgroup), match.group()) for match in ITEM.finditer(pattern)]
        ways, rest = self._ways(items, 0)
        if rest != len(items):
            raise ValueError("a bracket is closed that was never opened")
        return tuple(dict.fromkeys(Way(tuple(self._steps(way, bool(openers))), openers) for way in ways))

    def _one(self, need: Need) -> Need:
        """Keep one object for equal needs: most are those of a class, and a class has hundreds of words."""
        return self._known.setdefault(need, need)

    def _steps(self, pieces: Sequence[Piece], anchored: bool) -> Iterator[Step]:
        near = anchored
        for piece in pieces:
            if piece.least and piece.firsts:
                yield Step(self._one(piece.firsts), near)
                near = piece.most == 1
            else:
                near = False

    def _ways(self, items: Items, place: int) -> tuple[Ways, int]:
        """Read a|b|c up to its closing bracket."""
        done: Ways = []
        open_: Ways = [[]]
        while place < len(items) and (kind := items[place][0]) not in CLOSE:
            if kind == "bar":
                done, open_ = done + open_, [[]]
            elif kind in OPEN:
                group, place = self._group(items, place)
                open_ = [[*way, *rest] for way in open_ for rest in self._few(group, len(open_))]
            elif kind != "space":
                piece = self._leaf(items[place])
                for way in open_:
                    way.append(piece)
            place += 1
        return done + open_, place

    def _few(self, group: Ways, times: int) -> Ways:
        """Keep the ways through a group apart where that does not make too many."""
        return group if len(group) * times <= MOST_WAYS else [[self._either(group)]]

    def _group(self, items: Items, place: int) -> tuple[Ways, int]:
        ways, end = self._ways(items, place + 1)
        if end == len(items):
            raise ValueError("a bracket is opened and never closed")
        if items[place][0] != "open" or items[end][0] != "close":
            return [[Piece(0, self._either(ways).most)]], end
        if items[end][1] != ")":
            whole = self._either(ways)
            return [[Piece(0, whole.most, whole.firsts)]], end
        return ways, end

    def _leaf(self, item: tuple[str, str]) -> Piece:
        """Read what has no brackets inside; most stand in many patterns."""
        if (known := self._leaves.get(item)) is None:
            known = self._leaves[item] = self._read_leaf(*item)
        return known

    def _read_leaf(self, kind: str, text: str) -> Piece:
        if kind in {"word", "mark"}:
            return Piece(1, 1, self._one(frozenset({text.strip("<>")})))
        if kind == "cls":
            return self._phrases({member for part in text[1:-1].split("|") for member in self._members(part)})
        if kind == "flat":
            whole = self._phrases(text[1:-1].split("|"))
            return whole if text[0] == "(" else Piece(0, whole.most, whole.firsts)
        if kind == "gap":
            return GAPS[text]
        return SLOT if kind == "slot" else ANY

    def _phrases(self, phrases: Iterable[str]) -> Piece:
        """Make one piece of several phrases; an empty one may stand for nothing at all."""
        counts, firsts = zip(*map(self._phrase, phrases), strict=True)
        if not all(counts):
            return Piece(0, max(counts))
        return Piece(min(counts), max(counts), self._one(frozenset(firsts)))

    def _phrase(self, phrase: str) -> tuple[int, str]:
        """Give how many words a phrase has, and the phrase with single spaces."""
        if phrase not in self._read:
            words = phrase.split()
            self._read[phrase] = len(words), " ".join(words)
        return self._read[phrase]

    def _either(self, ways: Sequence[Sequence[Piece]]) -> Piece:
        """Make one piece of several ways."""
        return Piece(
            min([sum([piece.least for piece in way]) for way in ways]),
            max([sum([piece.most for piece in way]) for way in ways]),
            self._one(either([beginning(way) for way in ways])),
        )
