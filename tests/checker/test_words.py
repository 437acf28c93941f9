"""Words that lean: summed over a sentence, never alone, and told as they were written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.bank.leaning import Family, Words
from app.bank.patternset import PatternSet
from app.checker import find, read
from app.checker.words import families, lean, place_of, said, telling

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.view import View

WORDS = Words(
    blame={"0.5": ("^every", "again", "you just"), "1": ("typical",)},
    kind={"0.25": ("love",), "0.75": ("could we",)},
    families={
        "guilt": Family(base=-0.5, tells={"0.5": ("again",), "0.25": ("night again",)}, against={"1": ("#wow",)}),
        "contempt": Family(base=-1.0, tells={"1": ("typical",), "0.25": ("again", "#wow")}, against={}),
    },
)


def view(text: str, bank: Bank) -> View:
    return read(text, bank).views[0]


def test_words_pairs_and_the_first_word_are_looked_at(bank: Bank) -> None:
    assert said(view("Every night again.", bank)) >= {"every", "night", "every night", "night again", "^every"}


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Every night again.", 1.0),
        ("Night after night, every night.", 0),
        ("Again and again and again.", 0.5),
        ("Love, could we talk?", -1.0),
        ("u just left, typical", 1.5),
        ("Tea?", 0),
    ],
)
def test_each_word_counts_once_and_both_ways(bank: Bank, text: str, weight: float) -> None:
    assert lean(view(text, bank), WORDS) == weight


def test_the_words_that_lean_most_are_told_in_plain_writing(bank: Bank) -> None:
    assert telling(view("Every time you just go again, typical.", bank), WORDS) == ("typical", "you just")
    assert telling(view("Could we talk, love?", bank), WORDS) == ()


def test_words_and_signs_tell_categories(bank: Bank) -> None:
    told = families(view("Every night again.", bank), ("wow",), WORDS)
    assert told == {
        "guilt": {"again": 0.5, "night again": 0.25, "#wow": -1.0},
        "contempt": {"again": 0.25, "#wow": 0.25},
    }
    assert families(view("Tea?", bank), (), WORDS) == {"guilt": {}, "contempt": {}}


@pytest.mark.parametrize(("word", "place"), [("again", (2, 2)), ("night again", (1, 2)), ("^every", (0, 0))])
def test_words_have_a_place(bank: Bank, word: str, place: tuple[int, int]) -> None:
    assert place_of(word, view("Every night again.", bank)) == place


def test_words_alone_never_flag(bank: Bank) -> None:
    """The heaviest words of the bank, where neither a card nor a sign can name what they may land as."""
    bare = replace(bank, card_rules=PatternSet(()), cue_rules=PatternSet(()))
    heavy = [word for words in bank.words.blame.values() for word in words if word.isalpha()]
    assert len(heavy) > 50
    assert find(read(f"{' '.join(heavy)}.", bare), bare) == ()
