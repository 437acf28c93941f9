"""Pattern -> the words and pairs of words it cannot do without, so that only patterns that can hit are run at all.

A need is a set of which one must stand in the sentence: "you <never> (help|ask)" needs a pair "you never" or the
like, one of the class, and help or ask.

RE2's own `re2.Set` finds candidates too, but over thousands of patterns it builds its states anew for every new
text: some 27 ms for 360 characters where looking the words up takes well under one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Union

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Weigh = Callable[["Need"], int]

Need = frozenset[str]  # words, or pairs of neighbours written "one two"
Items = list[tuple[str, str]]

MOST_PAIRS = 150  # a need with more pairs excludes little and takes long to file
COMMON, COMMON_PAIR = 300, 60  # such a word, or two of them side by side, excludes as little as so many rare ones
ANY = "*"  # a word that may be anything
ITEM = re.compile(
    r"(?P<open>[(\[])|(?P<close>[)\]]\??)|(?P<bar>\|)|(?P<cls><[^<> ]+>)|(?P<slot>\{[^{}]*\})"
    r"|(?P<word>[a-z0-9'~]+)|(?P<space> +)|(?P<other>.)"
)
BEFORE, AFTER = {"word", "other", "slot", "cls", "close"}, {"word", "other", "slot", "cls", "open"}
MARKS = {"<?>": r"\?", "<!>": "!", "<,>": ",", '<">': '"', "<...>": r"\.\.\.", "<->": "-", "<;>": ";", "<:>": ":"}


Way = tuple["Piece", ...]


Piece = Union["Part", "Leaf", str]


class Part(msgspec.Struct, frozen=True):
    """A piece of a pattern: its ways (each a run of parts, or of words where it is a leaf), and whether it may lack."""

    ways: tuple[Way, ...]
    optional: bool = False


class Leaf(msgspec.Struct, frozen=True):
    """A class of words: what it needs, and the words its members begin and end with."""

    needs: tuple[Need, ...]
    firsts: Need
    lasts: Need


class NeedReader:
    """Read the needs of patterns; `members` gives the words of a class."""

    def __init__(self, members: Callable[[str], Iterable[str]], common: frozenset[str]) -> None:
        self._members, self._common = members, common
        self._classes: dict[str, Leaf] = {}

    def needs(self, pattern: str) -> tuple[Need, ...]:
        """Give the needs of a pattern in one spelling, rarest first; ValueError where its brackets do not match."""
        items = [(str(match.lastgroup), match.group()) for match in ITEM.finditer(pattern)]
        ways, rest = self._ways(items, 0)
        if rest != len(items):
            raise ValueError("a bracket is closed that was never opened")
        return tuple(
            sorted(set(needed(Part(ways), self._weight)), key=lambda need: (self._weight(need), sorted(need)[0]))
        )

    def _weight(self, need: Need) -> int:
        return sum(map(self._word_weight, need))

    def _word_weight(self, word: str) -> int:
        if word in self._common:
            return COMMON
        return COMMON_PAIR if " " in word and self._common.issuperset(word.split()) else 1

    def _ways(self, items: Items, place: int) -> tuple[tuple[Way, ...], int]:
        """Read a|b|c up to its closing bracket."""
        ways: list[list[Piece]] = [[]]
        while place < len(items) and items[place][0] != "close":
            if items[place][0] == "bar":
                ways.append([])
            elif items[place][0] == "open":
                part, place = self._group(items, place)
                ways[-1].append(part)
            elif items[place][0] != "space":
                ways[-1].append(self._leaf(items, place))
            place += 1
        return tuple(map(tuple, ways)), place

    def _group(self, items: Items, place: int) -> tuple[Piece, int]:
        ways, end = self._ways(items, place + 1)
        if end == len(items):
            raise ValueError("a bracket is opened and never closed")
        part = ANY if glued(items, place, end) else Part(ways, items[end][1] != ")")
        return part, end

    def _leaf(self, items: Items, place: int) -> Piece:
        kind, text = items[place]
        if kind == "cls" and text in MARKS:
            return text[1:-1]
        if kind not in {"word", "cls"} or glued(items, place, place):
            return ANY
        return text if kind == "word" else self._class(text[1:-1])

    def _class(self, name: str) -> Leaf:
        if name not in self._classes:
            words = {member for part in name.split("|") for member in self._members(part)}
            whole = Part(tuple(tuple(member.split()) for member in sorted(words)))
            self._classes[name] = Leaf(tuple(needed(whole, self._weight)), edge(whole, 0), edge(whole, -1))
        return self._classes[name]


def glued(items: Items, first: int, last: int) -> bool:
    """Tell whether a part of a word stands right before or after, as in kid(s) or kids?."""
    before = items[first - 1][0] if first else "space"
    after = items[last + 1][0] if last + 1 < len(items) else "space"
    return before in BEFORE or after in AFTER


def needed(part: Part, weigh: Weigh) -> list[Need]:
    """Give the needs of a part: those of its only way, or one over all ways, of each its rarest."""
    if len(part.ways) == 1:
        return way_needs(part.ways[0], weigh)
    ways = [way_needs(way, weigh) for way in part.ways]
    return [frozenset().union(*(min(way, key=weigh) for way in ways))] if all(ways) else []


def way_needs(way: Way, weigh: Weigh) -> list[Need]:
    """Give the needs of a run of pieces, and of each two neighbours that must both be there."""
    found = [need for piece in way for need in piece_needs(piece, weigh)]
    return found + [pairs for one, other in pairwise(way) if (pairs := neighbours(one, other))]


def piece_needs(piece: Piece, weigh: Weigh) -> Sequence[Need]:
    """Give the needs of one piece; what may be missing or anything needs nothing."""
    if isinstance(piece, str):
        return () if piece == ANY else (frozenset({piece}),)
    if isinstance(piece, Leaf):
        return piece.needs
    return () if piece.optional else needed(piece, weigh)


def neighbours(one: Piece, other: Piece) -> Need:
    """Give the pairs of words in which two pieces can meet; none where that is not known, or too many."""
    lasts, firsts = edge(one, -1), edge(other, 0)
    if not lasts or not firsts or len(lasts) * len(firsts) > MOST_PAIRS:
        return frozenset()
    return frozenset(f"{last} {first}" for last in lasts for first in firsts)


def edge(piece: Piece, side: int) -> Need:
    """Give the words with which a piece begins (side 0) or ends (side -1); none where that is not known."""
    if isinstance(piece, str):
        return frozenset() if piece == ANY else frozenset({piece})
    if isinstance(piece, Leaf):
        return piece.lasts if side else piece.firsts
    if piece.optional or not all(piece.ways):
        return frozenset()
    edges = [edge(way[side], side) for way in piece.ways]
    return frozenset().union(*edges) if all(edges) else frozenset()
