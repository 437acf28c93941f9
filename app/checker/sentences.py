"""Text -> sentences: where one thought ends and the next begins, as tokens of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.checker.text import WRAP
from app.records import Sentence

if TYPE_CHECKING:
    from app.bank.spelling import Spelling
    from app.checker.text import Text

STOPS = frozenset({".", "!", "?"})
ENDS = STOPS | {"...", "\n"}  # and faces, which begin with a colon
CLOSERS = frozenset({'"', "'", ")", "]"})


class Span(msgspec.Struct, frozen=True, gc=False):
    """One sentence as tokens of the text, first to last (inclusive)."""

    first: int
    last: int


def split_sentences(text: Text, spelling: Spelling) -> tuple[Span, ...]:
    """Cut at . ! ?, at line ends and after emoji, in time linear in the text. Missing marks are not guessed."""
    spans: list[Span] = []
    first, count = 0, len(text.words)
    for index, word in enumerate(text.words):
        if index >= first and (word in ENDS or word[0] == ":") and (last := _end(text, index, spelling)) >= index:
            spans.append(Span(first, last))
            first = last + 1
    if first < count:
        spans.append(Span(first, count - 1))
    return tuple(span for span in (_trim(text, span) for span in spans) if span.first <= span.last)


def sentence_at(text: Text, span: Span) -> Sentence:
    """Give the sentence as it stands in the draft."""
    return Sentence(text.slice(span.first, span.last), text.starts[span.first], text.ends[span.last])


def _end(text: Text, index: int, spelling: Spelling) -> int:
    """Give the last token of the sentence that ends here, or -1."""
    word = text.words[index]
    if word == "\n":
        return index
    if word == ":":
        return -1
    if word == "." and index and text.words[index - 1] in spelling.abbreviations.words:
        return -1
    last = _absorb(text, index)
    return last if _may_end(text, index, last) else -1


def _absorb(text: Text, index: int) -> int:
    """Take in what belongs to the end: closing quotes and brackets that touch it, more marks, emoji."""
    last, count = index, len(text.words)
    while last + 1 < count:
        word, touches = text.words[last + 1], text.starts[last + 1] == text.ends[last]
        if not (_is_face(word) or (touches and (word in CLOSERS or word in STOPS or word == "..."))):
            break
        last += 1
    return last


def _may_end(text: Text, index: int, last: int) -> bool:
    """Refuse an end inside a quotation that goes on, after dots that only pause, or before the first word."""
    following = text.draft[text.starts[last + 1]] if last + 1 < len(text.words) else ""
    if not following or text.words[last + 1] == "\n":
        return True
    if text.words[index] == "..." and last == index:
        return following.isupper()
    if last > index and text.words[last] in CLOSERS:
        return not following.islower()
    return text.words[last + 1] != ","


def _is_face(word: str) -> bool:
    return word[0] == ":" and len(word) > 1


def _trim(text: Text, span: Span) -> Span:
    """Drop line ends at both sides; a span of nothing else becomes empty."""
    first, last = span.first, span.last
    while first <= last and text.words[first] in {"\n", WRAP}:
        first += 1
    while last >= first and text.words[last] in {"\n", WRAP}:
        last -= 1
    return Span(first, last)
