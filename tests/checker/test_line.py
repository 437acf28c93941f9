"""The draft as one line for the patterns: what is written, what a view holds, and the way back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from app.checker import read

if TYPE_CHECKING:
    from app.bank import Bank


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("never listen", "never listen"),
        (", you never", "you never"),
        ("\n i am", "I am"),
        ("! \n i", "I"),
        ("listen !", "listen"),
        ("listen ! \n", "listen"),
        ("!", "!"),
        ("i", "I"),
    ],
)
def test_marks_at_the_ends_of_a_range_do_not_count(bank: Bank, written: str, own: str) -> None:
    line = read("Well, you never listen! I am tired", bank)
    start = line.norm.index(f" {written} ".encode()) + 1
    for before in (0, 1):  # with the space before it, or without
        first, last = line.token_range(start - before, start + len(written))
        assert line.text.slice(first, last) == own


def test_the_line_has_a_newline_before_each_sentence_and_the_way_back(bank: Bank) -> None:
    line = read("You never\nlisten. I'm tired", bank)
    assert line.norm == b" \n you never \n listen . \n i am tired"
    assert line.tokens == (-1, -1, 0, 1, -1, 3, 4, -1, 5, 6, 7)
    ends = [after - 1 for _, after in pairwise(line.at)] + [len(line.norm)]
    words = [line.norm[start:end].decode() for start, end in zip(line.at, ends, strict=True)]
    assert [word for word, token in zip(words, line.tokens, strict=True) if token >= 0] == [
        word for word in line.text.words if word != "\n"
    ]


def test_a_line_that_only_wraps_leaves_no_mark_in_its_sentence(bank: Bank) -> None:
    wrapped = "I would like us to talk about the summer and what we want to do with it, and\nwhere the children go"
    line = read(wrapped, bank)
    assert "\t" in line.text.words
    assert b"\t" not in line.norm
    assert len(line.views) == 1


def test_a_view_reaches_from_its_newline_to_the_next(bank: Bank) -> None:
    line = read("You never listen. I'm tired", bank)
    assert [line.norm[view.start : view.end] for view in line.views] == [
        b" \n you never listen . \n",
        b" \n i am tired",
    ]
    assert line.views[-1].end == len(line.norm)


def test_a_view_knows_each_word_and_the_pair_that_it_begins(bank: Bank) -> None:
    (view,) = read("you never ask so", bank).views
    assert view.words == ("you", "never", "ask", "so")
    assert view.pairs == ("you never", "never ask", "ask so", "so ")
