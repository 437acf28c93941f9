"""Drafts -> a sheet to be read and marked: each draft, what was found, what is offered, the whole message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.check import check
from app.cli.marks import PLACE, WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.bank import Bank
    from app.evaluation import LabelledDraft
    from app.records import Finding, Report

LEAD = """\
# Marks from 1 to 5, in place of each _ : would the person who wrote the draft send this?
# fit: my facts are kept, none invented   nature: somebody would say it so
# warmth: it would be heard without hurt   honesty: nothing is sweeter than it is
# Remarks of your own begin with #. Leave out whole drafts, never single marks.
"""


def sheet(drafts: Iterable[LabelledDraft], bank: Bank) -> Iterator[str]:
    """Write the sheet line by line; a draft without an id gets its number. Its form is what `read_opinions` reads."""
    yield LEAD
    for number, draft in enumerate(drafts, 1):
        yield f"== {one_line(draft.id) or number}"
        if draft.note:
            yield f"# {one_line(draft.note)}"
        yield from quoted(draft.text)
        yield from report_lines(draft.text, check(draft.text, bank))
        yield ""


def report_lines(draft: str, report: Report) -> Iterator[str]:
    """Write what one check found, and the message where it is not the draft itself."""
    for notice in report.notices:
        yield f"# notice: {notice.kind} (its words are not polished, and there is no message)"
    if not report.findings:
        yield "# nothing was found"
    for number, finding in enumerate(report.findings, 1):
        yield ""
        yield from finding_lines(number, finding)
    if report.message not in {None, draft}:
        yield ""
        yield f"{WHOLE}:"
        yield from quoted(report.message or "")
        yield f"   {PLACE}"


def finding_lines(number: int, finding: Finding) -> Iterator[str]:
    """Write one finding with a place for marks under each suggestion."""
    yield f"{number}. {finding.category}, {finding.level}: “{one_line(finding.quote)}”"
    if not finding.suggestions:
        yield "# no suggestion"
    for suggestion in finding.suggestions:
        yield f"{suggestion.stance}: {one_line(suggestion.text)}"
        yield f"   {PLACE}"


def quoted(text: str) -> Iterator[str]:
    """Mark each line of a text as quoted, so that none can pass for a line of the sheet."""
    for line in text.splitlines():
        yield f"| {line}".rstrip()


def one_line(text: str) -> str:
    """Write a text on one line."""
    return " ".join(text.split())
