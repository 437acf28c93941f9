"""Suggestions -> message: the draft with chosen words put in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def compose(draft: str, replacements: Iterable[tuple[int, int, str]]) -> str:
    """Put each text in place of draft[start:end]; of two that overlap the first in the draft is taken."""
    pieces: list[str] = []
    reached = 0
    for start, end, text in sorted(replacements):
        if start < reached:
            continue
        pieces += [draft[reached:start], text]
        reached = end
    return "".join([*pieces, draft[reached:]])
