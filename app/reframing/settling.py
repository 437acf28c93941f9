"""What the message takes -> what programs read: its words first among the suggestions, and nothing left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.checker.findings import RANK
from app.records import Taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from app.records import Finding


def weight(finding: Finding) -> tuple[bool, int, int]:
    """Order findings that ask for the same words: clear ones first, then the most specific."""
    return finding.level != "clear", RANK[finding.category], finding.start


def put_first(findings: Iterable[Finding], taken: Sequence[Taken]) -> tuple[Finding, ...]:
    """Put what the message takes at the head of each finding's suggestions: programs read the first one."""
    said = {(each.start, each.text) for each in taken}
    return tuple(_ordered(finding, said) for finding in findings)


def _ordered(finding: Finding, said: AbstractSet[tuple[int, str]]) -> Finding:
    if finding.level != "clear":
        return finding
    ordered = sorted(finding.suggestions, key=lambda each: (each.start, each.text) not in said)
    return msgspec.structs.replace(finding, suggestions=tuple(ordered))


def in_full(findings: Iterable[Finding], taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """Give what is taken where nothing is left out: there the first suggestion stands."""
    lightest_first = sorted(findings, key=weight, reverse=True)
    firsts = {(each.start, each.end): each.text for finding in lightest_first for each in finding.suggestions[:1]}
    return tuple(Taken(each.start, each.end, each.text or firsts.get((each.start, each.end), "")) for each in taken)
