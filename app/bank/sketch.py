"""Pattern -> a sketch of what a sentence must have, so that only patterns that can hit are run at all.

"you [really] <never> .. (help|ask)" needs three things: you, one of the class, and help or ask. Its steps tell how
far apart they stand: the class one or two words after you, and help or ask one to four after that.

RE2's own `re2.Set` finds candidates too, but over thousands of patterns it builds its states anew for every new
text: some 27 ms for 360 characters, where a sketch takes well under one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.bank.needs import NOTHING, Need, Piece, beginning, either, ending, neighbours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Items = list[tuple[str, str]]

COMMON, COMMON_PAIR = 300, 60  # such a word, or two of them side by side, excludes as little as so many rare ones
SHORT_GAP, LONG_GAP = 3, 8  # words
SLOT_WORDS = 8  # words: longer captures stop being one idea
LEFT = r"(?:(?<![^ (|\[])|(?<= \)\?)|(?<= \)))"  # no part of a word stands right before; "(so )late" is two words
RIGHT = r"(?:(?![^ )|\]])|(?=\( ))"  # nor right after, as in kid(s)
ITEM = re.compile(
    rf"(?P<flat>{LEFT}[(\[][a-z0-9' |]+[)\]]{RIGHT})"
    rf"|(?P<open>{LEFT}[(\[]|[(\[](?= ))|(?P<close>[)\]]\??{RIGHT}|(?<= )[)\]]\??)|(?P<bar>\|)|(?P<space> +)"
    rf"|(?P<word>{LEFT}[a-z0-9'~]+{RIGHT})|(?P<mark><[^<>a-z ]+>)|(?P<cls>{LEFT}<[^<> ]+>{RIGHT})"
    r"|(?P<slot>\{[^{}]*\})|(?P<gap>\.\.\.?(?= ))"
    r"|(?P<glued_open>[(\[])|(?P<glued_close>[)\]]\??)|(?P<part>[a-z0-9'~]+|.)"
)
OPEN, CLOSE = {"open", "glued_open"}, {"close", "glued_close"}
MARKS = {"<?>": r"\?", "<!>": "!", "<,>": ",", '<">': '"', "<...>": r"\.\.\.", "<->": "-", "<;>": ";", "<:>": ":"}
ANY = Piece(0, 1)  # a word that may be anything, or a part of one
GAPS = {"..": Piece(0, SHORT_GAP), "...": Piece(0, LONG_GAP)}
SLOT = Piece(1, SLOT_WORDS)


class Step(NamedTuple):
    """One of `words` stands `least` words after the step before, or up to the sum of `shifts` further on."""

    words: Need
    least: int
    shifts: tuple[int, ...]


class Sketch(msgspec.Struct, frozen=True):
    """What a sentence must have: all of `needs`, rarest first, and the steps from left to right.

    With `openers` the first step is at the start of the sentence, or after a run of those words.
    """

    needs: tuple[Need, ...]
    steps: tuple[Step, ...]
    openers: Need = NOTHING


class SketchReader:
    """Read the sketches of patterns; `members` gives the words of a class."""

    def __init__(self, members: Callable[[str], Iterable[str]], common: Need) -> None:
        self._members, self._common = members, common
        self._classes: dict[str, Piece] = {}
        self._words: dict[str, Piece] = {}
        self._known: dict[Need, Need] = {}
        self._read: dict[str, tuple[int, str, str, str]] = {}

    def sketch(self, pattern: str, openers: Need = NOTHING) -> Sketch:
        """Give the sketch of a pattern in one spelling; ValueError where its brackets do not match."""
        items = [(str(match.lastgroup), match.group()) for match in ITEM.finditer(pattern)]
        ways, rest = self._ways(items, 0)
        if rest != len(items):
            raise ValueError("a bracket is closed that was never opened")
        pieces = ways[0] if len(ways) == 1 else [self._either(ways)]
        found = dict.fromkeys(self._one(need) for _, need in sorted(self._needed(pieces), key=itemgetter(0)))
        return Sketch(tuple(found), tuple(self._steps(pieces)), openers)

    def _one(self, need: Need) -> Need:
        """Keep one object for equal needs: most are those of a class, and a class has hundreds of words."""
        return self._known.setdefault(need, need)

    def _weight(self, need: Need) -> int:
        return sum(map(self._word_weight, need))

    def _word_weight(self, word: str) -> int:
        if word in self._common:
            return COMMON
        return COMMON_PAIR if " " in word and self._common.issuperset(word.split()) else 1

    def _steps(self, pieces: Sequence[Piece]) -> Iterator[Step]:
        least, most = 0, 0
        for piece in pieces:
            if piece.least and piece.firsts:
                yield Step(self._one(piece.firsts), least, shifts(most - least))
                least, most = 0, 0
            least, most = least + piece.least, most + piece.most

    def _ways(self, items: Items, place: int) -> tuple[list[list[Piece]], int]:
        """Read a|b|c up to its closing bracket."""
        ways: list[list[Piece]] = [[]]
        while place < len(items) and (kind := items[place][0]) not in CLOSE:
            if kind == "bar":
                ways.append([])
            elif kind in OPEN:
                pieces, place = self._group(items, place)
                ways[-1] += pieces
            elif kind != "space":
                ways[-1].append(self._flat(items[place][1]) if kind == "flat" else self._leaf(*items[place]))
            place += 1
        return ways, place

    def _group(self, items: Items, place: int) -> tuple[list[Piece], int]:
        ways, end = self._ways(items, place + 1)
        if end == len(items):
            raise ValueError("a bracket is opened and never closed")
        if items[place][0] != "open" or items[end][0] != "close":
            return [Piece(0, self._either(ways).most)], end
        if items[end][1] != ")":
            whole = self._either(ways)
            return [Piece(0, whole.most, whole.firsts, whole.lasts)], end
        return (ways[0] if len(ways) == 1 else [self._either(ways)]), end

    def _leaf(self, kind: str, text: str) -> Piece:
        if kind in {"word", "mark"}:
            return self._word(text.strip("<>"))
        if kind == "cls":
            return self._class(text[1:-1])
        if kind == "gap":
            return GAPS[text]
        return SLOT if kind == "slot" else ANY

    def _word(self, word: str) -> Piece:
        if word not in self._words:
            need = frozenset({word})
            self._words[word] = Piece(1, 1, need, need, (need,), COMMON if word in self._common else 1)
        return self._words[word]

    def _class(self, name: str) -> Piece:
        if name not in self._classes:
            members = {member for part in name.split("|") for member in self._members(part)}
            self._classes[name] = self._phrases(tuple(sorted(members)))
        return self._classes[name]

    def _flat(self, text: str) -> Piece:
        """Read a bracket with nothing but phrases in it, as most are."""
        whole = self._phrases(tuple(text[1:-1].split("|")))
        return whole if text[0] == "(" else Piece(0, whole.most, whole.firsts, whole.lasts)

    def _phrases(self, phrases: tuple[str, ...]) -> Piece:
        """Make one piece of several phrases; an empty one may stand for nothing at all."""
        known = [self._phrase(phrase) for phrase in phrases]
        if any(not count for count, *_ in known):
            return Piece(0, max(count for count, *_ in known))
        need = self._one(frozenset([rarest for *_, rarest in known]))
        firsts, lasts = frozenset([first for _, first, *_ in known]), frozenset([last for *_, last, _ in known])
        counts = [count for count, *_ in known]
        weight = self._weight(need)
        return Piece(min(counts), max(counts), self._one(firsts), self._one(lasts), (need,), weight)

    def _phrase(self, phrase: str) -> tuple[int, str, str, str]:
        """Give how many words a phrase has, its first (two), its last, and its rarest word or pair."""
        if phrase not in self._read:
            words = phrase.split()
            pairs = list(map(" ".join, pairwise(words)))
            rarest = min([*words, *pairs], key=self._word_weight, default="")
            self._read[phrase] = len(words), next(iter(pairs or words), ""), words[-1] if words else "", rarest
        return self._read[phrase]

    def _either(self, ways: Sequence[Sequence[Piece]]) -> Piece:
        """Make one piece of several ways: it needs, of each way, the rarest."""
        rarest = [min(self._needed(way), default=(0, NOTHING), key=itemgetter(0))[1] for way in ways]
        need = self._one(NOTHING.union(*rarest) if all(rarest) else NOTHING)
        return Piece(
            min(sum(piece.least for piece in way) for way in ways),
            max(sum(piece.most for piece in way) for way in ways),
            self._one(either([beginning(way) for way in ways])),
            self._one(either([ending(way) for way in ways])),
            (need,) if need else (),
            self._weight(need),
        )

    def _needed(self, way: Sequence[Piece]) -> Iterator[tuple[int, Need]]:
        """Yield the needs of a run of pieces, and of each two neighbours that must both be there, with weights."""
        for piece in way:
            for need in piece.needs:
                yield piece.weight, need
        for one, other in pairwise(way):
            if one.least and other.least and (pairs := neighbours(one.lasts, other.firsts)):
                yield self._weight(pairs), pairs


def shifts(room: int) -> tuple[int, ...]:
    """Give the shifts that spread a place over the `room` places after it: 8 -> 1, 2, 4, 1."""
    found: list[int] = []
    while sum(found) < room:
        found.append(min(2 ** len(found), room - sum(found)))
    return tuple(found)
