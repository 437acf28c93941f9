"""Verb forms that a couple's words need, regular and not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.verbs import Form


@pytest.mark.parametrize(
    ("verb", "form", "wanted"),
    [
        ("listen", "ing", "listening"),
        ("stop", "ing", "stopping"),
        ("stop", "past", "stopped"),
        ("nag", "past", "nagged"),
        ("care", "ing", "caring"),
        ("care", "past", "cared"),
        ("agree", "ing", "agreeing"),
        ("lie", "ing", "lying"),
        ("try", "past", "tried"),
        ("try", "s", "tries"),
        ("play", "past", "played"),
        ("watch", "s", "watches"),
        ("go", "s", "goes"),
        ("have", "s", "has"),
        ("be", "ing", "being"),
        ("give", "past", "gave"),
        ("give", "participle", "given"),
        ("forget", "ing", "forgetting"),
        ("admit", "past", "admitted"),
        ("answer", "past", "answered"),
        ("walk off", "ing", "walking off"),
        ("fix", "ing", "fixing"),
        ("show", "past", "showed"),
        ("yell", "ing", "yelling"),
    ],
)
def test_form(bank: Bank, verb: str, form: Form, wanted: str) -> None:
    assert bank.verbs.inflect(verb, form) == wanted


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("helped", "help"),
        ("helping", "help"),
        ("asks", "ask"),
        ("tried", "try"),
        ("caring", "care"),
        ("stopped", "stop"),
        ("gave", "give"),
        ("been", "be"),
        ("is", "be"),
        ("touch", "touch"),
        ("ceiling", "ceiling"),
    ],
)
def test_way_back_to_the_base(bank: Bank, word: str, base: str) -> None:
    assert bank.verbs.base_of(word) == base


def test_every_common_verb_comes_back_from_all_its_forms(bank: Bank) -> None:
    lost = [
        (form, bank.verbs.base_of(form))
        for verb in bank.verbs.common
        for form in bank.verbs.forms(verb)
        if bank.verbs.base_of(form) != verb
    ]
    assert lost == []
