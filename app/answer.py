"""Report -> the JSON object that programs read; its field names are fixed, others build on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from app.records import Finding, Report

MAX_DRAFT = 10_000  # characters: a long letter, not a book


def answer(report: Report, ident: object = None) -> dict[str, Any]:
    """Give the object for one draft; offsets are code points of the draft, end exclusive."""
    return {
        "id": ident,
        "findings": [finding_object(finding) for finding in report.findings],
        "strengths": [msgspec.structs.asdict(strength) for strength in report.strengths],
        "missing": list(report.missing),
        "notices": [msgspec.structs.asdict(notice) for notice in report.notices],
        "hints": list(report.hints),
        "message": report.message,
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """Give the object for one finding; its sentence stays inside, since start and end tell it."""
    return {
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote,
        "category": finding.category,
        "level": finding.level,
        "card": finding.card,
        "why": finding.why,
        "suggestions": [msgspec.structs.asdict(suggestion) for suggestion in finding.suggestions],
    }


def draft_fault(draft: str) -> str:
    """Say why a draft cannot be checked; "" where it can."""
    if not draft.strip():
        return "the draft is empty; write at least a word"
    if "\0" in draft:
        return "the draft holds a NUL character; remove it"
    if len(draft) > MAX_DRAFT:
        return f"the draft has {len(draft)} characters; at most {MAX_DRAFT} are checked, so send it in parts"
    return ""
