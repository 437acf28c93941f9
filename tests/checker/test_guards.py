"""What withdraws a match, by place and by category; the guards' own examples run in tests/bank."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.bank.cards import Card, Guard
from app.bank.patterns import PatternCompiler
from app.bank.patternset import ExceptionSet, PatternSet, Rule
from app.checker import is_flagged, read
from app.checker.guards import LOOK_BACK, clause_start, standing
from app.checker.matches import find_matches

if TYPE_CHECKING:
    from app.bank import Bank


@pytest.mark.parametrize(
    ("draft", "word", "clause"),
    [
        ("I'm not cross but you never ask", "never", "you"),
        ("I love you, you never ask", "never", "you"),
        ("we talk and you never ask", "never", "you"),
        ("bread and butter never last", "never", "bread"),
        ("fine; you never ask", "never", "you"),
        ("One. You never ask", "never", "You"),
        ("I'm cross; never mind", "never", "never"),
        ("I'm cross - never mind", "never", "never"),
        ("tea, never coffee", "never", "tea"),
        ("now you never, I mean hardly ever, ask", "never", "now"),
    ],
)
def test_a_clause_begins_after_its_break(bank: Bank, draft: str, word: str, clause: str) -> None:
    line = read(draft, bank)
    start = clause_start(line, line.text.words.index(word), bank.lexicon.set_of("subject"))
    assert line.text.slice(start, start) == clause


@pytest.mark.parametrize(
    "kind",
    [
        "I'm not saying it's your fault.",
        "I don't think you're lazy.",
        "My dad used to say you're useless.",
        "You always make me laugh.",
        "You don't have to decide now.",
        "I was wrong to call you selfish.",
        "What worries you about it?",
        "I know you love me.",
        "You never know what it might bring.",
        "u never let me down",
        "It isn't your fault, love.",
        "I wonder if you think it's about blame.",
    ],
)
def test_kind_words_are_spared(bank: Bank, kind: str) -> None:
    assert not is_flagged(kind, bank)


@pytest.mark.parametrize(
    "wrapped",
    [
        "I'm not saying you're lazy, but you never help.",
        "No offense, but you're impossible.",
        "I love you but you're so selfish.",
        "My dad rang, and you never even said hello.",
    ],
)
def test_a_wrapper_keeps_its_blame(bank: Bank, wrapped: str) -> None:
    assert is_flagged(wrapped, bank)


def card(name: str, pattern: str, category: str, unless: str) -> Card:
    base = {"catches": [], "spares": [], "why": "", "source": ""}
    return msgspec.convert(
        {**base, "name": name, "patterns": [pattern], "category": category, "unless": [unless]}, Card
    )


def guard(where: str, pattern: str, **more: object) -> Guard:
    base = {"name": where, "why": "", "spares": [], "keeps": []}
    return msgspec.convert({**base, "where": where, "patterns": [pattern], **more}, Guard)


@pytest.fixture(scope="module")
def small(bank: Bank) -> Bank:
    """Give a bank of two cards and a guard for each place; only the first card is one that "before" may withdraw."""
    cards = (card("moon", "the moon", "criticism", "moon shines"), card("sun", "the sun", "contempt", "sun sets"))
    guards = (
        guard("before", "i deny", categories=["criticism"]),
        guard("before", "the moon rock"),
        guard("start", "(say the|the moon rises)"),
        guard("start", "moon beam"),
        guard("overlap", "(moon|sun) cake"),
        guard("sentence", "kidding", excepting=["contempt"]),
        guard("quote", "she wrote"),
        guard("quote", "the moon song"),
    )
    compiler = PatternCompiler(bank.lexicon)
    return replace(
        bank,
        card_rules=PatternSet(Rule(each, text, compiler) for each in cards for text in each.patterns),
        card_exceptions=ExceptionSet(Rule(each, text, compiler) for each in cards for text in each.unless),
        guard_rules=PatternSet(Rule(each, text, compiler) for each in guards for text in each.patterns),
    )


def stands(draft: str, bank: Bank) -> list[str]:
    line = read(draft, bank)
    found = find_matches(line, bank.card_rules, bank.lexicon)
    return [match.card.name for match in standing(found, line, bank)]


@pytest.mark.parametrize(
    ("draft", "left"),
    [
        pytest.param("The moon shines.", [], id="its own exception"),
        pytest.param("The sun shines.", ["sun"], id="the exception of another card"),
        pytest.param("The moon is up and the moon shines.", ["moon"], id="an exception elsewhere"),
        pytest.param("I deny the moon is up.", [], id="before"),
        pytest.param("The moon is up, I deny.", ["moon"], id="before, but it comes after"),
        pytest.param("I deny it but the moon is up.", ["moon"], id="before, but in another clause"),
        pytest.param("I deny. The moon is up.", ["moon"], id="before, but in another sentence"),
        pytest.param("I deny the sun is up.", ["sun"], id="before, but not for this category"),
        pytest.param("The moon rock is here.", ["moon"], id="before, but it begins with the match"),
        pytest.param("They say the moon is up.", [], id="start: ends on the first word"),
        pytest.param("The moon rises late.", [], id="start: begins on the first word"),
        pytest.param("The moon beam is here.", ["moon"], id="start, but over a later word"),
        pytest.param("The moon cake is here.", [], id="overlap"),
        pytest.param("The moon is a sun cake.", ["moon"], id="overlap, but it shares no word"),
        pytest.param("The moon is up, kidding.", [], id="sentence"),
        pytest.param("The moon is up. Just kidding.", ["moon"], id="sentence, but the next one"),
        pytest.param("The sun is up, kidding.", ["sun"], id="sentence, but excepting this category"),
        pytest.param('She wrote "the moon is up" in May.', [], id="quote"),
        pytest.param('She wrote "hm", "oh" and "the moon is up".', [], id="quote: the third"),
        pytest.param("She wrote the moon is up.", ["moon"], id="quote, but without marks"),
        pytest.param('She wrote "hm" and the moon is up.', ["moon"], id="quote, but it was closed"),
        pytest.param('"The moon is up", she wrote.', ["moon"], id="quote, but the words come after"),
        pytest.param('It was "odd. She wrote the moon is up.', ["moon"], id="quote, but opened a sentence before"),
        pytest.param('And "the moon song" played.', ["moon"], id="quote, but it begins with the match"),
    ],
)
def test_a_match_is_withdrawn_by_words_in_the_right_place(small: Bank, draft: str, left: list[str]) -> None:
    assert stands(draft, small) == left


def test_nothing_further_left_than_a_long_sentence_withdraws_a_match(small: Bank) -> None:
    assert stands(f"I deny {'very ' * (LOOK_BACK - 2)}the moon is up.", small) == []
    assert stands(f"I deny {'very ' * (LOOK_BACK - 1)}the moon is up.", small) == ["moon"]
