"""Tokens in one spelling, each with its exact place in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bank.errors import read_file
from app.bank.spelling import Spelling
from app.checker.text import read_text
from app.settings import Settings

if TYPE_CHECKING:
    from app.bank import Bank

SPELLING = read_file(Settings().bank_dir / "spelling.toml", Spelling)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("You're", "you are"),
        ("You’re", "you are"),
        ("u r", "you are"),
        ("ur always late", "you are always late"),
        ("ur phone", "your phone"),
        ("ur drinking", "your drinking"),
        ("ur being mean", "you are being mean"),
        ("your so cold", "you are so cold"),
        ("your mum", "your mom"),
        ("its not fair", "it is not fair"),
        ("its place", "its place"),
        ("ill come", "i will come"),
        ("i was ill", "i was ill"),
        ("id love that", "i would love that"),
        ("I shan't", "i shall not"),
        ("can't cannot cant", "can not can not can not"),
        ("won't", "will not"),
        ("ain't", "are not"),
        ("let's", "let us"),
        ("mum's", "mom 's"),
        ("it's", "it is"),
        ("gonna wanna gotta", "going to want to have to"),
        ("sooo", "so"),
        ("sh*t", "shit"),
        ("cou­nselling", "counseling"),
        ("y\u200bou", "you"),
        ("man-child", "man child"),
        ("the kids' toys", "the kids 's toys"),
        ("'being weird'", '" being weird "'),
        ("“yes”", '" yes "'),
        ("naïve", "naive"),
        ("ＹＯＵ", "you"),
        ("9.30 1,000", "9.30 1,000"),
        ("?!", "?"),
        ("…", "..."),
        ("❤️", ":warm:"),
        ("🙄", ":sour:"),
        (":)", ":warm:"),
        ("a – b", "a - be"),
        ("漢字", "~"),
        ("", ""),
    ],
)
def test_spelling(bank: Bank, typed: str, read: str) -> None:
    assert " ".join(read_text(typed, bank.spelling).words) == read


def test_parts_of_a_contraction_keep_their_own_places(bank: Bank) -> None:
    text = read_text("You don't", bank.spelling)
    assert [text.slice(index, index) for index in range(3)] == ["You", "do", "n't"]


def test_a_wrapped_line_goes_on_and_a_short_one_ends(bank: Bank) -> None:
    long = "This is a line of a letter that a mail program has wrapped\nfor me"
    assert "\t" in read_text(long, bank.spelling).words
    assert "\n" in read_text("short line\nnext", bank.spelling).words
    assert "\n" in read_text(f"{long.lower()}", bank.spelling).words


@given(st.text())
def test_every_token_stands_where_it_says(draft: str) -> None:
    text = read_text(draft, SPELLING)
    assert len(text.words) == len(text.starts) == len(text.ends)
    assert list(text.starts) == sorted(text.starts)
    for word, start, end in zip(text.words, text.starts, text.ends, strict=True):
        assert 0 <= start < end <= len(draft)
        assert word
        assert word.isascii()
        assert " " not in word


@given(st.text(alphabet="you ’'ur’re*-.,!?…\n❤😂\u200bİéa1", max_size=60))
def test_nothing_but_space_and_unknown_marks_is_left_out(draft: str) -> None:
    text = read_text(draft, SPELLING)
    covered = {index for start, end in zip(text.starts, text.ends, strict=True) for index in range(start, end)}
    assert not [letter for index, letter in enumerate(draft) if letter.isalnum() and index not in covered]
