"""Sentences -> matches: everything that the cards' patterns hit, with the writer's own words in the slots."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from itertools import accumulate, pairwise, starmap
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from app.bank.view import View
from app.checker.sentences import Span
from app.checker.text import WRAP, Text

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from app.bank.lexicon import Lexicon
    from app.bank.patternset import ExceptionSet, Hit, PatternSet

Owner = TypeVar("Owner")


class Match(msgspec.Struct, Generic[Owner], frozen=True):
    """A card that hit, as tokens of the text (inclusive), with its slots (name -> first and last token)."""

    card: Owner
    sentence: int
    first: int
    last: int
    slots: tuple[tuple[str, int, int], ...] = ()


class Line(msgspec.Struct, frozen=True):
    r"""The whole draft as patterns read it: " \n you never listen . \n i am tired", and the way back.

    `at` holds the byte offset of each written token, `tokens` its index in the text (a sentence's mark is -1),
    `views` each sentence as patterns see it.
    """

    text: Text
    spans: tuple[Span, ...]
    norm: bytes
    at: tuple[int, ...]
    tokens: tuple[int, ...]
    firsts: tuple[int, ...]
    views: tuple[View, ...]

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Give the first and last token of bytes [start, end); marks of sentences do not count."""
        low, high = bisect_right(self.at, start + 1) - 1, bisect_right(self.at, end - 1) - 1
        while low < high and self._is_mark(low):
            low += 1
        while high > low and self._is_mark(high):
            high -= 1
        return max(self.tokens[low], 0), max(self.tokens[high], 0)

    def _is_mark(self, place: int) -> bool:
        token = self.tokens[place]
        return token < 0 or not self.text.words[token][-1].isalnum()

    def token_of(self, sentence: int, place: int) -> int:
        """Give the token of a word of a sentence's view, which leaves out where a line was wrapped."""
        mark = bisect_left(self.at, self.views[sentence].start + 1)
        return self.tokens[mark + 1 + place]

    def sentence_of(self, token: int) -> int:
        """Give the index of the sentence that a token stands in."""
        return max(bisect_right(self.firsts, token) - 1, 0)


def write_line(text: Text, spans: tuple[Span, ...]) -> Line:
    """Write the text in one line for the patterns, a newline before each sentence."""
    words, tokens, marks = [""], [-1], []
    for span in spans:
        marks.append(len(words))
        words.append("\n")
        tokens.append(-1)
        for index in range(span.first, span.last + 1):
            if text.words[index] != WRAP:
                words.append(text.words[index])
                tokens.append(index)
    at = tuple(accumulate((len(word) + 1 for word in words), initial=0))
    norm = " ".join(words).encode("ascii", "replace")
    views = tuple(starmap(partial(_view, words, at), pairwise([*marks, len(words)])))
    return Line(text, spans, norm, at[:-1], tuple(tokens), tuple(span.first for span in spans), views)


def _view(words: list[str], at: tuple[int, ...], mark: int, following: int) -> View:
    """Give a sentence from its mark to the next, the next mark included: a pattern may end with it."""
    said = tuple(words[mark + 1 : following])
    pairs = tuple(map(" ".join, pairwise([*said, ""])))
    return View(said, pairs, at[mark] - 1, min(at[following] + 1, at[-1] - 1))


def overlap(one: Match[Any], other: Match[Any]) -> bool:
    """Tell whether two matches share a token."""
    return one.first <= other.last and other.first <= one.last


def find_matches(
    line: Line, rules: PatternSet[Owner], lexicon: Lexicon, only: Container[int] | None = None
) -> Iterator[Match[Owner]]:
    """Yield every hit of every pattern as tokens, in all sentences or `only` some; slots end with their idea."""
    stops = lexicon.set_of("slot-stop")
    for sentence, view in enumerate(line.views):
        if only is None or sentence in only:
            for hit in rules.hits(line.norm, view):
                yield to_match(hit, sentence, line, stops)


def find_exceptions(
    line: Line, rules: ExceptionSet[Owner], lexicon: Lexicon, match: Match[Owner]
) -> Iterator[Match[Owner]]:
    """Yield the hits of the exceptions of a match's own card in its sentence."""
    stops = lexicon.set_of("slot-stop")
    for hit in rules.hits(match.card, line.norm, line.views[match.sentence]):
        yield to_match(hit, match.sentence, line, stops)


def to_match(hit: Hit[Owner], sentence: int, line: Line, stops: frozenset[str]) -> Match[Owner]:
    """Give a hit as tokens; where a slot at its end was cut, the match ends there too."""
    first, last = line.token_range(hit.start, hit.end)
    slots = tuple(_slots(line, hit, stops))
    if slots and slots[-1][3] == last:
        last = slots[-1][2]
    return Match(hit.owner, sentence, first, last, tuple(slot[:3] for slot in slots))


def _slots(line: Line, hit: Hit[Owner], stops: frozenset[str]) -> Iterator[tuple[str, int, int, int]]:
    """Yield name, first, last and the last token before cutting."""
    for name, start, end in sorted(hit.slots, key=lambda slot: slot[1]):
        first, last = line.token_range(start - 1, end)
        yield name, first, _cut(line.text.words, first, last, stops), last


def _cut(words: Sequence[str], first: int, last: int, stops: frozenset[str]) -> int:
    for index in range(first + 1, last + 1):
        if words[index] in stops:
            return index - 1
    return last
