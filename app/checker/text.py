"""Draft -> text: tokens in one spelling, each with its exact place in the draft."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from app.bank.spelling import REPEATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.bank.spelling import Spelling

HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"  # zero-width characters and soft hyphens: seen by nobody
EMOJI = r"[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
TOKEN = re.compile(
    rf"""
    (?P<plain>[A-Za-z]+(?=[\s,?!;)]|\.(?![A-Za-z\d])|$))  # most words: nothing to look at twice
    |(?P<word>(?<![^\W_])(?:[a-zA-Z]\.){{2,}}|\b[wW]/o?(?!\S)  # e.g. p.m. w/o
        |[^\W_]+(?:(?:['’ʼ`´]|[{HIDDEN}\u0300-\u036f]+|\*+|(?<=\d)[.,:](?=\d))[^\W_]+)*(?:\*\*+)?)
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
WRAP = "\t"  # stands where a line was wrapped: the sentence goes on, and no pattern sees it
NEXT_WORD = re.compile(r"[^\S\n]+([^\W_]+)")
OPENED = re.compile(r"(?<!\w)['‘]\w[^'‘’\n]*$")
QUOTED = 80  # characters: a longer stretch is not quoted with single marks
SIMPLE = frozenset(",.;:()")  # marks that are written as they stand
UNREADABLE = "~"  # a word of letters that no pattern knows
MASKS = str.maketrans({"*": None, "/": None, "`": "'"})
APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`´", "'") | dict.fromkeys(HIDDEN, None))


class Text(msgspec.Struct, frozen=True):
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
    tokens: list[tuple[str, int, int]] = []
    special = spelling.special
    drawn_out = REPEATED.search(draft.lower()) is not None
    for match in TOKEN.finditer(draft):
        word = match[0].lower()
        if word in SIMPLE or (match.lastgroup == "plain" and word not in special and not drawn_out):
            tokens.append((word, *match.span()))
        else:
            tokens.extend(_spell(match, spelling))
    words, starts, ends = zip(*tokens, strict=True) if tokens else ((), (), ())
    return Text(draft, words, starts, ends)


def _spell(match: re.Match[str], spelling: Spelling) -> Iterable[tuple[str, int, int]]:
    """Yield the words of one token, each with its place in the draft."""
    kind, surface = match.lastgroup, match.group()
    start, end = match.span()
    if kind not in {"word", "plain"}:
        return ((_spell_mark(kind, surface, match, spelling), start, end),)
    word = _fold(surface)
    if reading := spelling.readings.get(word):
        return ((part, start, end) for part in reading.read(_following(match)).split())
    if "'" in word:
        return _place(spelling.split(word), start, end)
    return ((part, start, end) for part in spelling.table.get(word, (word,)))


def _following(match: re.Match[str]) -> str:
    """Give the next word of the draft in lower case, "" where a mark stands between."""
    following = NEXT_WORD.match(match.string, match.end())
    return _fold(following[1]) if following else ""


def _spell_mark(kind: str | None, surface: str, match: re.Match[str], spelling: Spelling) -> str:
    if kind == "line":
        return "\n" if _ends_line(match) else WRAP
    if kind == "face":
        names = spelling.face_names
        return names.get(surface) or names.get(surface[0], ":emoji:")
    if kind == "end":
        return "?" if "?" in surface else "!" if "!" in surface else "." if surface == "." else "..."
    if kind == "apostrophe":
        return '"' if OPENED.search(match.string, max(0, match.start() - QUOTED), match.start()) else "'s"
    return {"dash": "-", "quote": '"'}.get(str(kind), surface)


def _ends_line(match: re.Match[str]) -> bool:
    """Tell a line that ends a thought from one that a mail program wrapped: long, with capitals, going on in lower."""
    draft, start, end = match.string, match.start(), match.end()
    line = draft[draft.rfind("\n", 0, start) + 1 : start]
    wrapped = len(line) >= SOFT_WRAP and not line.islower() and draft[end : end + 1].islower()
    return match.group().count("\n") > 1 or not wrapped


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
        word = unicodedata.normalize("NFKD", word.translate(APOSTROPHES)).encode("ascii", "ignore").decode()
    if not word.isalnum():
        word = word.translate(MASKS)
        word = word.replace(".", "") if word.endswith(".") else word
    return REPEATED.sub(r"\1", word) or UNREADABLE
