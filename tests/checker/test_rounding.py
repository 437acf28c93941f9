"""A finding ends with a whole phrase, and leaves the next finding, idea and sentence alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.checker import read
from app.checker.findings import MOST_ROUNDED, Settled, rounded, rounded_all
from app.checker.matches import Match

if TYPE_CHECKING:
    from app.bank import Bank
    from app.checker.matches import Line


def settled_at(quote: str, line: Line, bank: Bank) -> Settled:
    """Give a finding of these words, all of which stand once in the text."""
    words = quote.split()
    first, last = line.text.words.index(words[0]), line.text.words.index(words[-1])
    return Settled(Match(bank.cards[0], line.sentence_of(first), first, last), "clear")


@pytest.mark.parametrize(
    ("draft", "quote", "whole"),
    [
        pytest.param("like talking to a wall here", "talking to", "talking to a wall", id="over two words"),
        pytest.param("like the wall here", "like the", "like the wall", id="over one"),
        pytest.param("like a wall here", "like a wall", "like a wall", id="whole already"),
        pytest.param("oh, the wall here", "the", "the wall", id="a mark before it is no end"),
        pytest.param("when the wall fell", "when the", "when the wall", id="an idea that began before is no end"),
        pytest.param("like the wall when it fell", "like the", "like the wall", id="the next idea is not reached"),
        pytest.param("like talking to, well", "talking to", "talking to", id="not over a mark"),
        pytest.param("like talking to when asked", "talking to", "talking to", id="not into the next idea"),
        pytest.param("talking to a very by no one", "talking to", "talking to a very by", id="not for ever"),
    ],
)
def test_a_finding_ends_with_a_whole_phrase(bank: Bank, draft: str, quote: str, whole: str) -> None:
    line = read(draft, bank)
    given = settled_at(quote, line, bank)
    found = rounded(given, line, bank.lexicon, len(line.text.words) - 1)
    assert line.text.slice(found.match.first, found.match.last) == whole
    assert found.match.last - given.match.last <= MOST_ROUNDED
    assert (found.level, found.match.card) == (given.level, given.match.card)


@pytest.mark.parametrize(
    ("draft", "quotes", "wholes"),
    [
        ("like the wall never", ["like the", "wall never"], ["like the", "wall never"]),
        ("like the wall never", ["like the", "never"], ["like the wall", "never"]),
        ("like talking to a wall never", ["talking to", "wall never"], ["talking to a", "wall never"]),
        ("like talking to a\nwall never", ["talking to", "never"], ["talking to a", "never"]),
        ("like talking to a", ["talking to"], ["talking to a"]),
    ],
)
def test_no_finding_grows_into_the_next_or_out_of_its_sentence(
    bank: Bank, draft: str, quotes: list[str], wholes: list[str]
) -> None:
    line = read(draft, bank)
    found = rounded_all([settled_at(quote, line, bank) for quote in quotes], line, bank.lexicon)
    assert [line.text.slice(each.match.first, each.match.last) for each in found] == wholes
