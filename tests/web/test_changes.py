"""Before and after: side by side, and whatever is marked, the one is the draft and the other the message."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.web.changes import Change, compare

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

PIECES = [
    "You never listen.",
    "You're so lazy.",
    "It's your fault.",
    "Not once.",
    "I love you.",
    "Hi Tom,",
    "\n",
    "\n\n",
    "- ",
]


def side(page: str, name: str) -> str:
    found = re.search(rf'<p id="{name}" class="words">(.*?)</p>', page, re.DOTALL)
    assert found
    return found[1]


def said(marked: str) -> str:
    plain = re.sub(r'<span class="unseen">[^<]*</span>', "", marked)
    return html.unescape(re.sub(r"</?(?:ins|del)>", "", plain))


@pytest.mark.parametrize(
    ("was", "now", "change"),
    [
        ("one two", "one two", Change("one two", "", "", "")),
        ("one two three", "one 2 three", Change("one ", "two", "2", " three")),
        (" That's why I go.", " I go.", Change(" ", "That's why ", "", "I go.")),
        ("one", "", Change("", "one", "", "")),
        (" a a", " a", Change(" a", " a", "", "")),
    ],
)
def test_only_words_that_differ_are_marked(was: str, now: str, change: Change) -> None:
    assert compare(was, now) == change


@given(st.text(" ab\n", max_size=12), st.text(" ab\n", max_size=12))
def test_both_sides_can_be_read_back(was: str, now: str) -> None:
    change = compare(was, now)
    assert change.front + change.gone + change.back == was
    assert change.front + change.new + change.back == now


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map(" ".join).filter(str.strip))
def test_the_sides_are_the_draft_and_the_message(app: Flask, draft: str) -> None:
    page = app.test_client().post("/check", data={"draft": draft}, content_type="multipart/form-data").text
    if 'id="was"' in page:
        message = re.search(r'<textarea id="message"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
        assert message
        assert said(side(page, "was")) == draft
        assert said(side(page, "now")).split() == html.unescape(message[1]).split()


def test_what_changed_is_told_in_words_and_marks(client: FlaskClient) -> None:
    page = client.post("/check", data={"draft": "You never listen. I love you."}).text
    assert side(page, "was").startswith(
        '<del><span class="unseen">taken out: </span>You never listen.</del> I love you.'
    )
    assert side(page, "now").startswith('<ins><span class="unseen">new: </span>')


def test_a_chosen_line_is_new(client: FlaskClient) -> None:
    page = client.post("/message", data={"draft": "You never listen. I love you.", "closing": "1"}).text
    assert side(page, "now").count("<ins>") == 2


def test_nothing_is_compared_where_nothing_is_polished(client: FlaskClient) -> None:
    assert 'id="was"' not in client.post("/check", data={"draft": "I want to kill myself. You never listen."}).text
