"""The whole bank, example by example: the failing test's id is the sentence itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

import pytest

from app.bank import load_bank
from app.checker import read
from app.lint import examples, lint
from app.records import Category, Kind, Part
from app.settings import Settings

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.cards import Card, Cue, DangerSign, Sign
    from app.bank.content import Worry
    from app.bank.patternset import Rule

BANK = load_bank(Settings().bank_dir)
EXAMPLES = list(examples(BANK))


@pytest.mark.parametrize(
    ("should", "does"), [row[3:] for row in EXAMPLES], ids=[f"{row[0]}.{row[1]}: {row[2]}" for row in EXAMPLES]
)
def test_example_holds(should: bool, does: bool) -> None:
    assert does is should


def test_no_line_of_the_bank_is_flagged_by_the_check(bank: Bank) -> None:
    assert [fault for fault in lint(bank) if "flagged by the check itself" in fault] == []


def test_every_category_has_cards_enough(bank: Bank) -> None:
    counts = Counter(card.category for card in bank.cards)
    assert len(bank.cards) >= 120
    assert [category for category in get_args(Category) if counts[category] < 6] == []


def test_every_card_has_a_reason_of_its_own_and_a_source(bank: Bank) -> None:
    assert [card.id for card in bank.cards if not card.source or len(card.why) < 20] == []
    assert [why for why, count in Counter(card.why for card in bank.cards).items() if count > 1] == []


def test_every_pattern_has_a_catch_of_its_own(bank: Bank) -> None:
    """An alternative that nothing catches is either dead or untested."""
    worries = bank.worry_rules.rules
    rules = (*bank.card_rules.rules, *bank.cue_rules.rules, *bank.danger_rules.rules, *worries)
    hit = {id(rule) for rule in rules if any(rule.regexp.search(text) for text in _texts(bank, rule))}
    dead = [rule.owner.name for rule in rules if id(rule) not in hit]
    assert dead == []


def _texts(bank: Bank, rule: Rule[Card] | Rule[Cue] | Rule[DangerSign] | Rule[Worry]) -> list[bytes]:
    return [read(example, bank).norm for example in rule.owner.catches]


def test_every_kind_of_notice_and_every_part_has_cards_and_a_panel(bank: Bank) -> None:
    assert {card.kind for card in bank.safety} == set(get_args(Kind)) == set(bank.panels)
    assert {card.part for card in bank.strengths} == set(get_args(Part))


def test_every_move_has_lines_for_every_stance(bank: Bank) -> None:
    assert set(bank.moves) == set(get_args(Category))
    assert len(bank.themes) >= 12
    for stems in [*bank.moves.values(), *(theme.stems for theme in bank.themes.values())]:
        assert min(len(stems.plain), len(stems.warm), len(stems.ask)) >= 6


def test_the_library_holds_sixty_phrases_over_ten_situations(bank: Bank) -> None:
    assert len(bank.phrases) >= 10
    assert sum(len(situation.phrases) for situation in bank.phrases) >= 60
    texts = [phrase.text for situation in bank.phrases for phrase in situation.phrases]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("signs", [BANK.cues, BANK.danger], ids=["cues", "danger"])
def test_every_sign_is_told_in_words_of_its_own_and_weighs_something(signs: tuple[Sign, ...]) -> None:
    assert [name for name, count in Counter(sign.name for sign in signs).items() if count > 1] == []
    assert [sign.name for sign in signs if not 0 < sign.weight <= 1.25 or sign.weight % 0.25] == []
    assert [sign.name for sign in signs if len(sign.catches) < 3 or len(sign.spares) < 3] == []


def test_every_category_has_words_for_signs_that_meet(bank: Bank) -> None:
    assert set(bank.weighing.why) == set(get_args(Category))
    assert {cue.category for cue in bank.cues} >= set(get_args(Category))
    assert [cue.name for cue in bank.cues if cue.against and cue.category] == []
