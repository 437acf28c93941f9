"""The message's parts -> before and after: what was taken out and what is new, the rest as it stood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.web.parts import Part

WORDS = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the draft and what it became: words kept in front, taken out, new, and kept behind."""

    front: str
    gone: str
    new: str
    back: str


def changes(parts: Iterable[Part]) -> Iterator[Change]:
    """Compare each part with the draft. Of the white space around words left out the wider one stays."""
    is_open, kept = False, ""
    for place, part in enumerate(parts):
        was, now = part.kept or part.text, part.text
        if place % 2 == 0:
            narrow = is_open and ends(now)[0].count("\n") <= ends(kept)[1].count("\n")
            now = kept = now.lstrip() if narrow else now
        is_open = not now
        yield compare(was, now)


def ends(text: str) -> tuple[str, str]:
    """Give the white space at both ends of a text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def compare(was: str, now: str) -> Change:
    """Leave the words that both begin and end with outside."""
    if was == now:
        return Change(was, "", "", "")
    old, new = WORDS.findall(was), WORDS.findall(now)
    least = min(len(old), len(new))
    first = next((place for place in range(least) if old[place] != new[place]), least)
    last = next((place for place in range(least - first) if old[-1 - place] != new[-1 - place]), least - first)
    middle = slice(first, len(old) - last), slice(first, len(new) - last)
    return Change(
        "".join(old[:first]), "".join(old[middle[0]]), "".join(new[middle[1]]), "".join(old[len(old) - last :])
    )
