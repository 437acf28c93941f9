"""Draft -> report: the whole flow, told once. Start reading here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.checker.findings import settle, to_finding
from app.checker.guards import standing
from app.checker.matches import find_matches, write_line
from app.checker.safety import find_notices
from app.checker.sentences import split_sentences
from app.checker.structure import find_hints, find_strengths, missing_parts
from app.checker.text import read_text
from app.records import Report

if TYPE_CHECKING:
    from app.bank import Bank


def check(draft: str, bank: Bank) -> Report:
    """Say what may land as an attack, what is already good, and how it could be said; keeps and sends nothing."""
    text = read_text(draft, bank.spelling)
    line = write_line(text, split_sentences(text, bank.spelling))
    notices = find_notices(line, bank)
    settled = settle(standing(find_matches(line, bank.card_rules, bank.lexicon), line, bank), line)
    findings = tuple(to_finding(each, line) for each in settled)
    strengths = find_strengths(line, bank, findings)
    return Report(findings, strengths, missing_parts(strengths), notices, find_hints(line, 0), None)
