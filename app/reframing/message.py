"""Suggestions -> message: the draft with chosen words put in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.records import Finding


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


def rewrite(draft: str, findings: Iterable[Finding]) -> str:
    """Take the first suggestion of every clear finding; the rest of the draft stays to the letter."""
    firsts = [finding.suggestions[0] for finding in findings if finding.level == "clear" and finding.suggestions]
    return compose(draft, [(first.start, first.end, first.text) for first in firsts])
