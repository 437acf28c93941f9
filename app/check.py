"""Draft -> report: the whole flow, told once. Start reading here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.checker import find, read
from app.checker.findings import to_finding
from app.checker.safety import find_notices
from app.checker.structure import find_hints, find_strengths, missing_parts
from app.records import Report
from app.reframing.joining import mend
from app.reframing.merging import merge
from app.reframing.message import rewrite
from app.reframing.settling import in_full, put_first
from app.reframing.suggestions import suggest

if TYPE_CHECKING:
    from app.bank import Bank


def check(draft: str, bank: Bank) -> Report:
    """Say what may land as an attack, what is already good, and how it could be said; keeps and sends nothing."""
    line = read(draft, bank)
    notices = find_notices(line, bank)
    settled = find(line, bank)
    findings = suggest(settled, [to_finding(each, line) for each in settled], notices, line, bank)
    strengths = find_strengths(line, bank, findings)
    taken = merge(findings, line, bank)
    findings = put_first(findings, taken)
    mends = mend(taken, findings, line, bank)
    return Report(
        findings=findings,
        strengths=strengths,
        missing=missing_parts(strengths),
        notices=notices,
        hints=find_hints(line, findings),
        message=None if notices else rewrite(draft, in_full(findings, taken), mends),
        taken=taken,
        mends=mends,
    )
