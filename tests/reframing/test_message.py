"""Chosen words in their places, the rest to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reframing.message import compose


def test_words_are_put_in_their_places() -> None:
    assert compose("one two three", [(8, 13, "3"), (0, 3, "1")]) == "1 two 3"


def test_of_two_that_overlap_the_first_is_taken() -> None:
    assert compose("one two three", [(0, 7, "A"), (4, 13, "B")]) == "A three"


def test_offsets_are_code_points() -> None:
    assert compose("😂😂 two", [(3, 6, "2")]) == "😂😂 2"


@given(st.text())
def test_nothing_chosen_changes_nothing(draft: str) -> None:
    assert compose(draft, []) == draft


@given(st.text(min_size=1), st.data())
def test_everything_outside_stays(draft: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(draft)))
    end = data.draw(st.integers(start, len(draft)))
    assert compose(draft, [(start, end, "x")]) == draft[:start] + "x" + draft[end:]


@pytest.mark.parametrize(
    ("draft", "left_out", "message"),
    [
        ("one two three", (4, 7), "one three"),
        ("one two", (4, 7), "one"),
        ("one two", (0, 3), "two"),
        ("one\ntwo\nthree", (4, 7), "one\nthree"),
        ("one two\n\nthree", (4, 7), "one\n\nthree"),
        ("one\n\ntwo three", (5, 8), "one\n\nthree"),
        ("one", (0, 3), ""),
    ],
)
def test_around_what_is_left_out_one_seam_stays(draft: str, left_out: tuple[int, int], message: str) -> None:
    assert compose(draft, [(*left_out, "")]) == message


def test_two_left_out_side_by_side_leave_one_seam() -> None:
    assert compose("one two three four", [(4, 7, ""), (8, 13, "")]) == "one four"
    assert compose("one two three four", [(4, 7, ""), (8, 13, "3")]) == "one 3 four"
