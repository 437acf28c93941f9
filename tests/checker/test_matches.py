"""From patterns to tokens: spans, slots, sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bank.patterns import PatternCompiler
from app.bank.patternset import PatternSet, Rule
from app.checker import read
from app.checker.matches import find_matches

if TYPE_CHECKING:
    from app.bank import Bank


def quotes(bank: Bank, pattern: str, draft: str) -> list[tuple[str, dict[str, str]]]:
    """Give each match's own words and those of its slots."""
    line = read(draft, bank)
    rules = PatternSet([Rule("x", pattern, PatternCompiler(bank.lexicon))])
    text = line.text
    return [
        (text.slice(match.first, match.last), {name: text.slice(first, last) for name, first, last in match.slots})
        for match in find_matches(line, rules, bank.lexicon)
    ]


def test_a_slot_ends_where_the_next_idea_begins(bank: Bank) -> None:
    found = quotes(bank, "you <never> {act}", "You never listen when I talk about my mum.")
    assert found == [("You never listen", {"act": "listen"})]


def test_slots_keep_the_writers_own_spelling(bank: Bank) -> None:
    found = quotes(bank, "you <never> {act}", "u never help me w/ the kids’ homework 😢")
    assert found[0][1]["act"].startswith("help me w")


def test_a_match_never_runs_into_the_next_sentence(bank: Bank) -> None:
    assert quotes(bank, "you <never> {act}", "You never. Listen to this") == []
    assert quotes(bank, "you <never> {act}", "you never\nlisten to this") == []


def test_every_sentence_is_searched(bank: Bank) -> None:
    found = quotes(bank, "you <never> {act}", "You never ask. You never call; you never write")
    assert [quote for quote, _ in found] == ["You never ask", "You never call", "you never write"]


def test_marks_of_a_sentence_are_no_part_of_a_match(bank: Bank) -> None:
    assert quotes(bank, "^stop it", "Well, stop it!")[0][0] == "stop it"
