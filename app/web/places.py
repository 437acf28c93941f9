"""Findings -> places: stretches of the draft that can be said in another way, each with its choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.reframing.message import compose, weight
from app.web.choices import KEEP, OWN, Choices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.records import Finding, Suggestion


@dataclass(frozen=True, slots=True)
class Option:
    """One suggestion; `text` is shown, `whole` is what stands in the message for the whole place."""

    value: str
    stance: str
    text: str
    whole: str


@dataclass(frozen=True, slots=True)
class Place:
    """Findings whose suggestions overlap: one choice settles them all. Offsets are code points of the draft."""

    index: int
    start: int
    end: int
    text: str
    findings: tuple[Finding, ...]
    options: tuple[Option, ...]
    pick: str
    own: str

    @property
    def is_clear(self) -> bool:
        """Tell whether the place is marked, or only offered quietly."""
        return any(finding.level == "clear" for finding in self.findings)

    @property
    def lead(self) -> Finding:
        """Give the finding that names the place: a clear one before a possible one, then the most specific."""
        return min(self.findings, key=weight)

    @property
    def said(self) -> str:
        """Give the words that stand here in the message, as chosen; empty own words keep the draft's."""
        if self.pick == OWN:
            return self.own if self.own.strip() else self.text
        return next((option.whole for option in self.options if option.value == self.pick), self.text)


def places(draft: str, findings: Iterable[Finding], choices: Choices) -> tuple[Place, ...]:
    """Group findings into places, in the order of the draft, each with what was chosen for it."""
    groups: list[list[Finding]] = []
    for finding in sorted(findings, key=_start):
        if groups and _start(finding) < max(map(_end, groups[-1])):
            groups[-1].append(finding)
        else:
            groups.append([finding])
    return tuple(_place(draft, index, tuple(group), choices) for index, group in enumerate(groups))


def _start(finding: Finding) -> int:
    return min([finding.start, *(suggestion.start for suggestion in finding.suggestions)])


def _end(finding: Finding) -> int:
    return max([finding.end, *(suggestion.end for suggestion in finding.suggestions)])


def _place(draft: str, index: int, findings: tuple[Finding, ...], choices: Choices) -> Place:
    start, end = min(map(_start, findings)), max(map(_end, findings))
    options = tuple(_options(draft[start:end], start, findings))
    is_clear = any(finding.level == "clear" for finding in findings)
    pick = choices.pick(index) or (options[0].value if is_clear and options else KEEP)
    marks = tuple(sorted(findings, key=lambda finding: finding.start))
    return Place(index, start, end, draft[start:end], marks, options, pick, choices.own(index))


def _options(text: str, start: int, findings: tuple[Finding, ...]) -> Iterable[Option]:
    """Give every suggestion once, in the order in which the message would take them."""
    every = (suggestion for finding in sorted(findings, key=weight) for suggestion in finding.suggestions)
    for number, suggestion in enumerate({suggestion.text: suggestion for suggestion in every}.values()):
        yield Option(str(number), suggestion.stance, suggestion.text, _within(text, start, suggestion))


def _within(text: str, start: int, suggestion: Suggestion) -> str:
    """Put a suggestion into the words of its place."""
    return compose(text, [(suggestion.start - start, suggestion.end - start, suggestion.text)])
