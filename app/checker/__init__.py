"""The engine: finds the words that may land as blame, pressure or self-erasure. Knows neither Flask nor logging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.checker.findings import Settled, rounded_all, settle
from app.checker.guards import standing
from app.checker.matches import Line, find_matches, write_line
from app.checker.sentences import split_sentences
from app.checker.signs import anchored, beside, find_signs, quiet, weighed
from app.checker.text import read_text

if TYPE_CHECKING:
    from app.bank import Bank
    from app.records import Level

__all__ = ["find", "is_flagged", "read"]


def read(draft: str, bank: Bank) -> Line:
    """Draft -> text -> sentences, written as one line for the patterns."""
    text = read_text(draft, bank.spelling)
    return write_line(text, split_sentences(text, bank.spelling))


def find(line: Line, bank: Bank) -> tuple[Settled, ...]:
    """Find what stands: every match that no guard withdraws, graded, one a span; then what weak signs add."""
    matched = list(find_matches(line, bank.card_rules, bank.lexicon))
    stood = list(standing(matched, line, bank))
    settled = settle(stood)
    levels: dict[int, Level] = {match.sentence: "possible" for match in stood}
    levels |= {each.match.sentence: "clear" for each in settled if each.level == "clear"}
    signs = find_signs(line, bank, levels)
    silent = quiet(signs, levels, matched, bank)
    found = [kept for each in settled for kept in weighed(each, signs, bank)]
    found += settle(standing(anchored(silent, line, bank), line, bank))
    spared = {match.sentence for match in matched}
    found += settle(standing(beside(line, found, spared, bank), line, bank))
    return rounded_all(sorted(found, key=lambda each: each.match.first), line, bank.lexicon)


def is_flagged(text: str, bank: Bank) -> bool:
    """Tell whether a text would get any finding, clear or possible; it looks no farther than the first."""
    line = read(text, bank)
    matched = list(find_matches(line, bank.card_rules, bank.lexicon))
    if next(standing(matched, line, bank), None):
        return True
    signs = quiet(find_signs(line, bank, {}), {}, matched, bank)
    return any(standing(anchored(signs, line, bank), line, bank))
