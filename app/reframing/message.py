"""Suggestions -> message: the draft with chosen words put in their places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from app.checker.findings import RANK
from app.records import meet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.records import Finding, Suggestion


def compose(draft: str, replacements: Iterable[tuple[int, int, str]]) -> str:
    """Put each text in place of draft[start:end]; of two that overlap the first in the draft is taken."""
    pieces: list[str] = []
    reached = 0
    for start, end, text in sorted(replacements, key=lambda replacement: replacement[0]):
        if start < reached:
            continue
        pieces += [draft[reached:start], text]
        reached = end
    return "".join([*pieces, draft[reached:]])


def rewrite(draft: str, findings: Iterable[Finding]) -> str:
    """Take the first suggestion for every clear finding, of two for the same words the more specific one's."""
    taken: dict[int, list[Suggestion]] = defaultdict(list)  # by sentence: a suggestion never leaves its own
    for finding in sorted(findings, key=weight):
        first = finding.suggestions[0] if finding.level == "clear" and finding.suggestions else None
        if first and not any(meet(first, other) for other in taken[finding.sentence.start]):
            taken[finding.sentence.start].append(first)
    return compose(draft, [(each.start, each.end, each.text) for some in taken.values() for each in some])


def weight(finding: Finding) -> tuple[bool, int, int]:
    """Order findings that ask for the same words: clear ones first, then the most specific."""
    return finding.level != "clear", RANK[finding.category], finding.start
