"""From patterns to tokens: spans, slots, sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.bank.patterns import PatternCompiler
from app.bank.patternset import ExceptionSet, PatternSet, Rule
from app.checker import read
from app.checker.matches import Match, find_exceptions, find_matches, overlap

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


def test_a_match_may_begin_and_end_with_a_word_of_one_letter(bank: Bank) -> None:
    assert quotes(bank, "i {x:1} i", "So I said I went") == [("I said I", {"x": "said"})]
    assert quotes(bank, "you say {x:2}", "You say I sulk") == [("You say I sulk", {"x": "I sulk"})]


def test_a_match_of_the_first_word_alone_is_that_word(bank: Bank) -> None:
    assert quotes(bank, "help", "Help me") == [("Help", {})]


def test_slots_come_in_the_order_of_the_draft(bank: Bank) -> None:
    line = read("you chose golf over dinner", bank)
    rules = PatternSet([Rule("x", "you chose {z:1} over {a:1}", PatternCompiler(bank.lexicon))])
    (match,) = find_matches(line, rules, bank.lexicon)
    assert [name for name, *_ in match.slots] == ["z", "a"]


@pytest.mark.parametrize(
    ("draft", "act"),
    [
        ("If you never listen to me", "listen to me"),
        ("You never because of work rest", "because of work rest"),
        ("You never listen because", "listen"),
        ("You never listen when asked", "listen"),
        ("You never listen to me when asked", "listen to me"),
    ],
)
def test_only_a_stop_after_the_first_word_of_a_slot_ends_it(bank: Bank, draft: str, act: str) -> None:
    ((quote, slots),) = quotes(bank, "you never {act}", draft)
    assert slots == {"act": act}
    assert quote.endswith(f"never {act}")


def test_matches_overlap_where_they_share_a_token() -> None:
    one = Match("x", 0, 2, 4)
    assert [overlap(one, Match("y", 0, *span)) for span in [(0, 1), (0, 2), (3, 3), (4, 6), (5, 6)]] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_only_the_exceptions_of_the_own_card_in_the_own_sentence_count(bank: Bank) -> None:
    line = read("You know. You know the way", bank)
    compiler = PatternCompiler(bank.lexicon)
    rules = ExceptionSet([Rule("x", "know", compiler), Rule("y", "the way", compiler)])
    found = find_exceptions(line, rules, bank.lexicon, Match("x", 1, 3, 4))
    assert list(found) == [Match("x", 1, 4, 4)]
