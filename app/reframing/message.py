"""Suggestions -> message: the draft with chosen words put in their places, and its joints mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.records import Mend, Taken


def rewrite(draft: str, taken: Iterable[Taken], mends: Iterable[Mend]) -> str:
    """Give the draft with what was taken and mended in it, all else to the letter."""
    mended = [(each.start, each.end, each.text) for each in mends]
    return compose(draft, [*mended, *((each.start, each.end, each.text) for each in taken)])


def compose(draft: str, replacements: Iterable[tuple[int, int, str]]) -> str:
    """Put each text in place of draft[start:end]; of two that overlap the first in the draft is taken."""
    pieces: list[str] = []
    reached = 0
    for start, end, text in sorted(replacements, key=lambda replacement: replacement[0]):
        if start < reached:
            continue
        pieces += [draft[reached:start], text]
        reached = end
    return join([*pieces, draft[reached:]])


def join(pieces: Iterable[str]) -> str:
    """Join kept and chosen words, which take turns, a kept one first; around what was left out one seam stays."""
    said: list[str] = []
    is_open = False
    for place, piece in enumerate(pieces):
        if is_open and place % 2 == 0:
            said = [seam("".join(said), piece)]
        else:
            said.append(piece)
        is_open = not piece if place % 2 else is_open and not piece.strip()
    return "".join(said).rstrip() if is_open else "".join(said)


def seam(before: str, after: str) -> str:
    """Join two stretches between which words were left out: of the white space on both sides the wider one stays."""
    left, right = before.rstrip(), after.lstrip()
    spaces = before[len(left) :], after[: len(after) - len(right)]
    return left + max(spaces, key=lambda space: space.count("\n")) + right if left else before + right
