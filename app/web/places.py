"""Findings -> places: stretches of the draft that can be said in another way, each with its choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.records import Taken, meet
from app.reframing.joining import start_of
from app.reframing.message import compose
from app.reframing.settling import weight
from app.web.choices import DROP, KEEP, OWN, Choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.records import Finding, Report, Suggestion


@dataclass(frozen=True, slots=True)
class Option:
    """One suggestion; `text` is shown, `whole` is what stands in the message for the whole place."""

    value: str
    stance: str
    text: str
    whole: str


@dataclass(frozen=True, slots=True)
class Place:
    """Findings whose suggestions overlap: one choice settles them all. Offsets are code points of the draft.

    `first` is what the message says until something is chosen.
    """

    index: int
    start: int
    end: int
    text: str
    findings: tuple[Finding, ...]
    options: tuple[Option, ...]
    first: str
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
    def may_go(self) -> bool:
        """Tell whether it is proposed to leave the words out, since others say the same."""
        return self.first == DROP

    @property
    def is_changed(self) -> bool:
        """Tell whether words of the bank stand here, or none: then what leans on the draft's words is mended."""
        return self.pick not in {KEEP, OWN} and self.said != self.text

    @property
    def said(self) -> str:
        """Give the words that stand here in the message, as chosen; empty own words keep the draft's."""
        if self.pick == OWN:
            return self.own if self.own.strip() else self.text
        if self.pick == DROP and self.may_go:
            return ""
        return next((option.whole for option in self.options if option.value == self.pick), self.text)


def places(draft: str, report: Report, choices: Choices) -> tuple[Place, ...]:
    """Group findings into places, in the order of the draft, each with what was chosen for it."""
    groups: list[list[Finding]] = []
    for finding in sorted(report.findings, key=start_of):
        if groups and start_of(finding) < max(map(_end, groups[-1])):
            groups[-1].append(finding)
        else:
            groups.append([finding])
    gone = [Taken(mend.start, mend.end, "") for mend in report.mends if not mend.text]
    taken = sorted([*report.taken, *gone], key=lambda each: each.start)
    return tuple(_place(draft, index, tuple(group), taken, choices) for index, group in enumerate(groups))


def _end(finding: Finding) -> int:
    return max([finding.end, *(suggestion.end for suggestion in finding.suggestions)])


def _place(draft: str, index: int, findings: tuple[Finding, ...], taken: Iterable[Taken], choices: Choices) -> Place:
    start, end = min(map(start_of, findings)), max(map(_end, findings))
    taken = [each for each in taken if start <= each.start < end]
    options = tuple(_options(draft[start:end], start, findings, taken))
    first = _first(findings, options, taken)
    marks = tuple(sorted(findings, key=lambda finding: finding.start))
    pick = choices.pick(index) or first
    return Place(index, start, end, draft[start:end], marks, options, first, pick, choices.own(index))


def _first(findings: Iterable[Finding], options: Sequence[Option], taken: Sequence[Taken]) -> str:
    """Give what the message says here by itself: what was taken, else the first option for a clear finding."""
    if taken and not taken[0].text:
        return DROP
    is_clear = any(finding.level == "clear" for finding in findings)
    said = (option.value for option in options if taken and option.text == taken[0].text)
    return next(said, options[0].value if is_clear and options else KEEP)


def _options(text: str, start: int, findings: tuple[Finding, ...], taken: Sequence[Taken]) -> Iterable[Option]:
    """Give every suggestion once, in the order in which the message would take them."""
    every = (suggestion for finding in sorted(findings, key=weight) for suggestion in finding.suggestions)
    for number, suggestion in enumerate({suggestion.text: suggestion for suggestion in every}.values()):
        others = [each for each in taken if not meet(each, suggestion)]
        yield Option(str(number), suggestion.stance, suggestion.text, _within(text, start, [suggestion, *others]))


def _within(text: str, start: int, said: Iterable[Suggestion | Taken]) -> str:
    """Put what is said into the words of its place."""
    return compose(text, [(each.start - start, each.end - start, each.text) for each in said])
