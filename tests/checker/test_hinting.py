"""Words that lean to danger: summed over a draft, each once; a notice points at those that lean most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.bank.cards import DangerWeighing
from app.bank.dangerwords import DangerWords
from app.bank.patternset import PatternSet
from app.check import check
from app.checker import read
from app.checker.hinting import find_hinted

if TYPE_CHECKING:
    from app.bank import Bank

WORDS = DangerWords(
    unweighed=(),
    danger={"0.5": ("sleeves", "again"), "1": ("told them", "^receipts"), "1.25": ("passcode",)},
    safety={"0.75": ("football",), "1": ("^ha",)},
    kinds={"partner-violence": {"0.5": ("sleeves",)}, "coercive-control": {"1": ("passcode", "^receipts")}},
)


@pytest.fixture
def bare(bank: Bank) -> Bank:
    weighing = DangerWeighing(notice=1.5, each=0.25)
    return replace(bank, danger_rules=PatternSet(()), danger_words=WORDS, danger_weighing=weighing)


@pytest.mark.parametrize(
    ("draft", "kind", "told"),
    [
        ("It is hot. I wore long sleeves, told them I burn.", "partner-violence", "sleeves, told them"),
        ("Receipts for you again. Tea is at six.", "coercive-control", "Receipts for you again"),
        ("The new passcode, sleeves. I told them nothing.", "coercive-control", "passcode, sleeves"),
        ("Again the passcode.", "coercive-control", "Again the passcode"),
    ],
)
def test_words_of_the_whole_draft_make_one_notice(bare: Bank, draft: str, kind: str, told: str) -> None:
    notices = find_hinted(read(draft, bare), bare)
    assert [(notice.kind, draft[notice.start : notice.end]) for notice in notices] == [(kind, told)]


@pytest.mark.parametrize(
    "draft",
    [
        "Long sleeves again.",
        "Sleeves, sleeves, sleeves, sleeves.",
        "I told them about sleeves and football.",
        "Ha. The passcode again.",
        "I told them again.",
        "Your receipts, the passcode.",
        "The passcode again. " + "It is late. " * 7,
    ],
)
def test_too_little_safe_talk_and_words_of_no_kind_make_none(bare: Bank, draft: str) -> None:
    assert find_hinted(read(draft, bare), bare) == ()


def test_a_word_counts_once_a_draft_however_often_it_stands(bare: Bank) -> None:
    once, often = "I told them again. Sleeves.", "I told them again. Football. Football. Sleeves. Sleeves."
    assert find_hinted(read(once, bare), bare)
    assert find_hinted(read(often, bare), bare) == ()


@pytest.mark.parametrize(
    "draft",
    [
        "I cried on the bus again today and I am so tired of the two of us being quiet at dinner.",
        "I miss you. It's lonely in the evenings and I'd like us to talk to somebody.",
        "My back is killing me and the boiler died. Could we talk on Sunday?",
        "When my gran died I could not get out of bed for a week, and you brought me tea.",
        "My first husband hit me, years ago, and I would like to tell the counsellor about it.",
        "I hate how Sunday went. I said sharp things and I'm sorry. Can we start again?",
    ],
)
def test_sadness_idiom_and_the_past_stay_free(bank: Bank, draft: str) -> None:
    assert check(draft, bank).notices == ()
