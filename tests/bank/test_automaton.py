"""All sketches at once: what the automaton lets through, and that it never loses what a sketch allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bank.automaton import Automaton
from app.bank.patterns import PatternCompiler
from app.bank.rows import mask, ones
from app.checker import read

if TYPE_CHECKING:
    from app.bank import Bank

PATTERNS = (
    "you never listen",
    "you .. never",
    "^stop it",
    "you (do {act}|went) off",
    "[so] you are (such a child|a child)",
    "never ... never",
    "{act}",
)


def fitting(bank: Bank, text: str) -> list[list[str]]:
    """Give the patterns that each sentence may meet."""
    compiler, automaton = PatternCompiler(bank.lexicon), Automaton()
    assert automaton.add(compiler.sketch(pattern) for pattern in PATTERNS) == 0
    return [[PATTERNS[index] for index in automaton.fitting(view)] for view in read(text, bank).views]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("You never listen.", ["you never listen", "you .. never"]),
        ("You really never do listen.", ["you .. never"]),
        ("Never mind you.", []),
        ("Never say never.", ["never ... never"]),
        ("I never do.", []),
        ("Ok so stop it.", ["^stop it"]),
        ("We can stop it.", []),
        ("You do your work and go off.", ["you (do {act}|went) off"]),
        ("You went off.", ["you (do {act}|went) off"]),
        ("You were off.", []),
        ("You only do your work.", []),
        ("You are such a child.", ["[so] you are (such a child|a child)"]),
        ("You are such a help.", []),
    ],
)
def test_only_what_can_be_gone_from_left_to_right_fits(bank: Bank, text: str, wanted: list[str]) -> None:
    assert fitting(bank, text) == [[*wanted, "{act}"]]  # a pattern without a fixed word fits always


def test_sets_that_were_added_later_are_numbered_on(bank: Bank) -> None:
    compiler, automaton = PatternCompiler(bank.lexicon), Automaton()
    firsts = [automaton.add([compiler.sketch(pattern)]) for pattern in PATTERNS]
    assert firsts == list(range(len(PATTERNS)))


@given(places=st.sets(st.integers(0, 300)))
def test_bits_come_back_in_order(places: set[int]) -> None:
    assert list(ones(mask(tuple(places)))) == sorted(places)
