"""One notice a place and kind; signs of danger are summed over the draft, by kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.bank.cards import DangerSign, DangerWeighing, SafetyCard
from app.bank.dangerwords import DangerWords
from app.bank.patterns import PatternCompiler
from app.bank.patternset import ExceptionSet, PatternSet, Rule
from app.checker import read
from app.checker.safety import find_hinted, find_told

if TYPE_CHECKING:
    from app.bank import Bank


def told(name: str, kind: str, *patterns: str, unless: tuple[str, ...] = ()) -> SafetyCard:
    base = {"catches": [], "spares": [], "source": ""}
    return msgspec.convert({**base, "name": name, "kind": kind, "patterns": patterns, "unless": unless}, SafetyCard)


def sign(word: str, weight: float, kind: str | None = None) -> DangerSign:
    base = {"catches": [], "spares": [], "sign": f"a sign of {word}"}
    return msgspec.convert({**base, "name": word, "kind": kind, "patterns": [word], "weight": weight}, DangerSign)


NONE = DangerWords(unweighed=(), danger={}, safety={}, kinds={})


@pytest.fixture(scope="module")
def small(bank: Bank) -> Bank:
    """Give a bank of two kinds of danger: what tells of them outright, and signs of them."""
    cards = (
        told(
            "lock", "coercive-control", "the big lock", "big lock", "the big", "lock here", unless=("lock here gate",)
        ),
        told("lock-again", "coercive-control", "big"),
        told("bruise", "partner-violence", "big lock"),
    )
    signs = (
        sign("window", 0.75, "coercive-control"),
        sign("key", 0.5, "coercive-control"),
        sign("bruise", 1.0, "partner-violence"),
        sign("night", 1.25),
    )
    compiler = PatternCompiler(bank.lexicon)
    return replace(
        bank,
        safety_rules=PatternSet(Rule(each, text, compiler) for each in cards for text in each.patterns),
        safety_exceptions=ExceptionSet(Rule(each, text, compiler) for each in cards for text in each.unless),
        danger_rules=PatternSet(Rule(each, text, compiler) for each in signs for text in each.patterns),
        danger_weighing=DangerWeighing(notice=2.25, each=0.25),
        danger_words=NONE,
    )


@pytest.mark.parametrize(
    ("draft", "wanted"),
    [
        ("See the big lock.", [("coercive-control", "the big lock"), ("partner-violence", "big lock")]),
        ("See a big lock.", [("coercive-control", "big lock"), ("partner-violence", "big lock")]),
        ("A lock here, then.", [("coercive-control", "lock here")]),
        ("See the big and a lock here.", [("coercive-control", "the big"), ("coercive-control", "lock here")]),
        ("See the lock here gate.", []),
        ("It is late.", []),
    ],
)
def test_one_notice_a_place_and_kind(small: Bank, draft: str, wanted: list[tuple[str, str]]) -> None:
    notices = find_told(read(draft, small), small)
    assert [(notice.kind, draft[notice.start : notice.end]) for notice in notices] == wanted


@pytest.mark.parametrize(
    ("draft", "wanted"),
    [
        ("The window, the key, the bruise.", [("coercive-control", "window")]),
        ("The key, the bruise, the night.", [("partner-violence", "bruise")]),
        ("The window, the bruise.", []),
        ("The window, the window, the window.", []),
        ("The night, the night.", []),
        ("The window. The key. The bruise." + " It is late." * 6, [("coercive-control", "window")]),
        ("The window. The key. The bruise." + " It is late." * 7, []),
    ],
)
def test_signs_make_one_notice_of_the_kind_that_weighs_most(
    small: Bank, draft: str, wanted: list[tuple[str, str]]
) -> None:
    notices = find_hinted(read(draft, small), small)
    assert [(notice.kind, draft[notice.start : notice.end]) for notice in notices] == wanted


def test_signs_of_no_kind_make_no_notice(small: Bank) -> None:
    enough = replace(small, danger_weighing=DangerWeighing(notice=1.0, each=0.0))
    assert find_hinted(read("The night.", enough), enough) == ()
