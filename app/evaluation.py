"""Labelled drafts -> figures: precision and recall of what is flagged, by level, category, part and notice.

A labelled sentence counts as flagged where a finding starts in it. Source of the labels: tests/corpus/GUIDE.md.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from app.check import check
from app.checker import is_flagged
from app.records import Category, Kind, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.bank import Bank
    from app.records import Finding, Report


class LabelledSentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of a labelled draft; no labels: nothing is to be flagged."""

    text: str
    labels: tuple[Category, ...]


class LabelledDraft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a corpus file; `safety` holds the labels of the whole draft, `parts` what is good in it."""

    text: str
    id: str = ""
    safety: tuple[Kind, ...] = ()
    parts: tuple[Part, ...] | None = None
    note: str = ""
    sentences: tuple[LabelledSentence, ...] = ()

    def places(self) -> Iterator[tuple[LabelledSentence, int, int]]:
        """Yield each labelled sentence with its start and end in the draft, in code points; end exclusive."""
        end = 0
        for sentence in self.sentences:
            start = self.text.index(sentence.text, end)
            end = start + len(sentence.text)
            yield sentence, start, end


@dataclass(slots=True)
class Score:
    """Counts of one question, and the figures they give; NaN-free: nothing asked, nothing wrong."""

    found: int = 0
    false: int = 0
    missed: int = 0

    def add(self, wanted: bool, given: bool) -> None:
        """Count one answer."""
        self.found += wanted and given
        self.false += given and not wanted
        self.missed += wanted and not given

    @property
    def precision(self) -> float:
        """Share of what was flagged that should be."""
        return self.found / (self.found + self.false) if self.found + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of what should be flagged that was."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Figures:
    """Everything that one corpus file tells."""

    drafts: int = 0
    sentences: int = 0
    wanted: int = 0
    clear: Score = field(default_factory=Score)
    both: Score = field(default_factory=Score)
    right_category: int = 0
    categories: dict[Category, Score] = field(default_factory=dict)
    notices: Score = field(default_factory=Score)
    kinds: dict[Kind, Score] = field(default_factory=dict)
    parts: dict[Part, Score] = field(default_factory=dict)
    confused: Counter[tuple[Category, Category]] = field(default_factory=Counter)
    suggestions: int = 0
    flagged_again: list[str] = field(default_factory=list)
    false_alarms: list[tuple[str, str, str]] = field(default_factory=list)
    misses: list[tuple[str, str, str]] = field(default_factory=list)
    cards: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)


def evaluate(drafts: Iterable[LabelledDraft], bank: Bank) -> Figures:
    """Run every draft through the check and count."""
    figures = Figures()
    for draft in drafts:
        report = check(draft.text, bank)
        figures.drafts += 1
        _count_notices(draft, report, figures)
        _count_parts(draft, report, figures)
        _count_suggestions(report, bank, figures)
        for sentence, findings in by_sentence(draft, report):
            _count_sentence(draft, sentence, findings, figures)
    return figures


def by_sentence(draft: LabelledDraft, report: Report) -> Iterator[tuple[LabelledSentence, list[Finding]]]:
    """Yield each labelled sentence with the findings that start in it."""
    for sentence, start, end in draft.places():
        yield sentence, [finding for finding in report.findings if start <= finding.start < end]


def _count_sentence(
    draft: LabelledDraft, sentence: LabelledSentence, findings: list[Finding], figures: Figures
) -> None:
    wanted = bool(sentence.labels)
    clear = [finding for finding in findings if finding.level == "clear"]
    figures.sentences += 1
    figures.wanted += wanted
    figures.clear.add(wanted, bool(clear))
    figures.both.add(wanted, bool(findings))
    figures.right_category += bool(clear) and clear[0].category in sentence.labels
    if clear and wanted and clear[0].category not in sentence.labels:
        figures.confused[sentence.labels[0], clear[0].category] += 1
    given = {finding.category for finding in clear}
    for category in given | set(sentence.labels):
        figures.categories.setdefault(category, Score()).add(category in sentence.labels, category in given)
    figures.cards.update(finding.card for finding in findings)
    if findings and not wanted:
        figures.alarms.update({finding.card for finding in findings})
        shown = ", ".join(f"{finding.card} ({finding.level})" for finding in findings)
        figures.false_alarms.append((draft.id, sentence.text, shown))
    if wanted and not findings:
        figures.misses.append((draft.id, sentence.text, ", ".join(sentence.labels)))


def _count_notices(draft: LabelledDraft, report: Report, figures: Figures) -> None:
    given, wanted = {notice.kind for notice in report.notices}, set(draft.safety)
    figures.notices.add(bool(wanted), bool(given))
    for kind in given | wanted:
        figures.kinds.setdefault(kind, Score()).add(kind in wanted, kind in given)
    if bool(given) != bool(wanted):
        rows = figures.false_alarms if given else figures.misses
        rows.append((draft.id, draft.text, "notice: " + ", ".join(sorted(given ^ wanted))))


def _count_parts(draft: LabelledDraft, report: Report, figures: Figures) -> None:
    if draft.parts is None:
        return
    given, wanted = {strength.part for strength in report.strengths}, set(draft.parts)
    for part in given | wanted:
        figures.parts.setdefault(part, Score()).add(part in wanted, part in given)


def _count_suggestions(report: Report, bank: Bank, figures: Figures) -> None:
    texts = [suggestion.text for finding in report.findings for suggestion in finding.suggestions]
    figures.suggestions += len(texts)
    figures.flagged_again += [text for text in texts if is_flagged(text, bank)]
