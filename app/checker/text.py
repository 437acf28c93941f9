"""Draft -> text: tokens in one spelling, each with its exact place in the draft."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from app.bank.spelling import REPEATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.bank.spelling import Spelling

HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"  # zero-width characters and soft hyphens: seen by nobody
EMOJI = r"[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
TOKEN = re.compile(
    rf"""
    (?P<word>[^\W_]+(?:(?:['’ʼ`´]|[{HIDDEN}\u0300-\u036f]+|\*+|(?<=\d)[.,:](?=\d))[^\W_]+)*(?:\*\*+)?)
    |(?P<line>[^\S\n]*\n\s*)
    |(?P<face>{EMOJI}(?:[\ufe0f\u200d\U0001f3fb-\U0001f3ff]|{EMOJI})*|<3|[:;]['-]?[)(DPp/](?!\w)|\bxD\b)
    |(?P<end>[.…]{{2,}}|…|[!?‽]+[!?‽.]*|\.)
    |(?P<dash>[–—]|--+|(?<![^\W_])-(?![^\W_])|-(?=\s)|(?<=\s)-)
    |(?P<quote>["“”„«»]|(?<!\w)['‘’](?=\w))
    |(?P<apostrophe>(?<=[\w.,!?])['’](?!\w))
    |(?P<mark>[,;:()\[\]*/&+=%])
    """,
    re.VERBOSE,
)
SOFT_WRAP = 50  # characters: a line this long that breaks before a lower-case word was wrapped, not ended
APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`´", "'") | dict.fromkeys(HIDDEN, None))


@dataclass(frozen=True, slots=True)
class Text:
    """The draft as parallel tuples: words in one spelling, and where each starts and ends in the draft."""

    draft: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def slice(self, first: int, last: int) -> str:
        """Give the draft's own words for tokens first to last (inclusive)."""
        return self.draft[self.starts[first] : self.ends[last]]


def read_text(draft: str, spelling: Spelling) -> Text:
    """Split a draft into tokens; offsets are code points of the draft. Never raises."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    found = list(TOKEN.finditer(draft))
    for match, following in pairwise([*found, None]):
        for word, start, end in _spell(match, following, spelling):  # type: ignore[arg-type]
            words.append(word)
            starts.append(start)
            ends.append(end)
    return Text(draft, tuple(words), tuple(starts), tuple(ends))


def _spell(match: re.Match[str], following: re.Match[str] | None, spelling: Spelling) -> Iterable[tuple[str, int, int]]:
    kind, surface = match.lastgroup, match.group()
    start, end = match.span()
    if kind != "word":
        return ((_spell_mark(kind, surface, match, spelling), start, end),)
    word = _fold(surface)
    if reading := spelling.readings.get(word):
        after = _fold(following.group()) if following and following.lastgroup == "word" else ""
        return ((part, start, end) for part in reading.read(after).split())
    if "'" in word:
        return _place(spelling.split(word), start, end)
    return ((part, start, end) for part in spelling.table.get(word, (word,)))


def _spell_mark(kind: str | None, surface: str, match: re.Match[str], spelling: Spelling) -> str:
    if kind == "line":
        return "\n" if _ends_line(match) else "\t"
    if kind == "face":
        names = spelling.face_names
        return names.get(surface) or names.get(surface[0], ":emoji:")
    if kind == "end":
        return "?" if "?" in surface else "!" if "!" in surface else "." if surface == "." else "..."
    return {"dash": "-", "quote": '"', "apostrophe": "'"}.get(str(kind), surface)


def _ends_line(match: re.Match[str]) -> bool:
    """Tell a line that ends a thought from one that was only wrapped by a mail program."""
    draft, start, end = match.string, match.start(), match.end()
    length = start - draft.rfind("\n", 0, start) - 1
    return match.group().count("\n") > 1 or length < SOFT_WRAP or not draft[end : end + 1].islower()


def _place(parts: tuple[tuple[str, int], ...], start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Give each part its share of the surface; parts that have no place of their own take all of it."""
    exact = sum(length for _, length in parts) == end - start
    for words, length in parts:
        for word in words.split():
            yield (word, start, start + length) if exact else (word, start, end)
        start += length if exact else 0


def _fold(surface: str) -> str:
    word = surface.lower()
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(APOSTROPHES)).encode("ascii", "ignore").decode() or "~"
    if "*" in word or "`" in word:
        word = word.replace("*", "").replace("`", "'")
    return REPEATED.sub(r"\1", word)
