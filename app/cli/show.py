"""Report -> words for people at a terminal: notices, what is good, the draft with marks, reasons, the message."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.records import Finding, Report


def show(draft: str, report: Report) -> str:
    """Write a report as plain text; marks are numbered in brackets, [1?] is only worth a second look."""
    return "\n".join(_sections(draft, report))


def _sections(draft: str, report: Report) -> Iterator[str]:
    for notice in report.notices:
        yield f"Please read this first ({notice.kind}): “{draft[notice.start : notice.end]}”"
    if report.strengths:
        parts = sorted({strength.part for strength in report.strengths})
        yield f"Already there: {', '.join(parts)}."
    if not report.findings:
        yield "No patterns found. This sees words, not your relationship."
        return
    yield marked(draft, report.findings)
    for number, finding in enumerate(report.findings, 1):
        yield from _reason(number, finding)
    if report.message is not None:
        yield f"\nThe message with the first suggestions taken:\n{report.message}"


def marked(draft: str, findings: tuple[Finding, ...]) -> str:
    """Put numbered brackets around the words that were found."""
    pieces, reached = [], 0
    for number, finding in enumerate(findings, 1):
        sign = "" if finding.level == "clear" else "?"
        pieces += [draft[reached : finding.start], f"[{number}{sign} {finding.quote}]"]
        reached = finding.end
    return "".join([*pieces, draft[reached:]])


def _reason(number: int, finding: Finding) -> Iterator[str]:
    lead = "may land as" if finding.level == "clear" else "worth a second look:"
    yield f"\n{number}. “{finding.quote}” {lead} {finding.category}. {finding.why}"
    for suggestion in finding.suggestions:
        yield f"   {suggestion.stance:5}  {suggestion.text}"
