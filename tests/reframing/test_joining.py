"""Joints: kept words that leaned on a replaced sentence stand by themselves; all else stays to the letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.bank import load_bank
from app.check import check
from app.settings import Settings

if TYPE_CHECKING:
    from app.bank import Bank

BANK = load_bank(Settings().bank_dir)
BLAME = "You never listen to me."


@pytest.mark.parametrize(
    ("kept", "mended"),
    [
        ("That's why I sleep badly.", "I sleep badly."),
        ("And because of that I sleep badly.", "I sleep badly."),
        ("And because of that, the evenings are quiet.", "The evenings are quiet."),
        ("So yeah, I'm at Mum's tonight.", "I'm at Mum's tonight."),
        ("Same with the dishes.", "It's the same for me with the dishes."),
        ("Because I miss you.", "I miss you."),
        ("Which hurts a lot.", "That hurts a lot."),
        ("Not once. I love you.", "I love you."),
        ("Ever. I love you.", "I love you."),
        ("Don't you? I love you.", "I love you."),
        ("Or maybe we could walk on Sunday.", "Maybe we could walk on Sunday."),
    ],
)
def test_words_that_lean_on_a_replaced_sentence_are_mended(bank: Bank, kept: str, mended: str) -> None:
    message = check(f"{BLAME} {kept}", bank).message
    assert message
    assert message.endswith(f" {mended}")
    assert kept not in message


def test_a_mend_keeps_the_writers_voice(bank: Bank) -> None:
    message = check("u never listen to me\nthats why i cant sleep\nsame with the dishes", bank).message
    assert message
    assert message.endswith("\ni cant sleep\nsame with the dishes")
    message = check("u dont listen to me ever\nsame with the dishes", bank).message
    assert message
    assert message.endswith("\nits the same for me with the dishes")


@pytest.mark.parametrize(
    "kept",
    [
        "Because I love you, I'm asking again.",
        "Because of work I'm late on Mondays.",
        "Because of that night I can't sleep.",
        "Which one did you like?",
        "But I do love you.",
        "Anyway, I made soup.",
        "Or else I'm at the office.",
    ],
)
def test_what_stands_by_itself_is_kept_to_the_letter(bank: Bank, kept: str) -> None:
    assert (check(f"{BLAME} {kept}", bank).message or "").endswith(f" {kept}")


@pytest.mark.parametrize(
    "kept", ["That's why I sleep badly.", "Not once.", "Same with the dishes.", "Because I miss you."]
)
def test_where_nothing_was_replaced_nothing_is_mended(bank: Bank, kept: str) -> None:
    draft = f"The baby cried all night. {kept}"
    assert check(draft, bank).message == draft


@pytest.mark.parametrize(
    ("draft", "end"),
    [
        ("You never listen when I talk about my mum 😔 I love you", " 😔 I love you"),
        ("You never help me, ok? 💔", " 💔"),
    ],
)
def test_faces_that_mock_nobody_stay(bank: Bank, draft: str, end: str) -> None:
    assert (check(draft, bank).message or "").endswith(end)


def test_a_rest_that_would_be_flagged_is_replaced_with_its_sentence(bank: Bank) -> None:
    message = check("You're clearly an alcoholic and you're the only one who can't see it", bank).message
    assert message
    assert "only one" not in message


def test_after_a_greeting_on_the_same_line_the_start_is_as_it_was(bank: Bank) -> None:
    assert re.match(r"Hi Tom, ([a-z]|I\b)", check("Hi Tom, you never listen to me.", bank).message or "")
    assert re.match(r"Hi Tom, [A-Z]", check("Hi Tom, You never listen to me.", bank).message or "")


PIECES = [
    "You never listen.",
    "u dont care",
    "It's all your fault.",
    "You're so lazy 😔",
    "That's why I'm sad.",
    "Not once.",
    "same with the dishes",
    "Hi Tom,",
    "I love you, and I miss us.",
    "Love, Jo x",
    "\n",
    "\n\n",
    "- ",
    "❤️",
    '"',
    "(",
    "  ",
    "But",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=80))
@example("u dont care -  -  -  - ")
@example("u dont care and")
@settings(max_examples=300, deadline=None)
def test_outside_replaced_words_and_mended_joints_nothing_changes(draft: str) -> None:
    report = check(draft, BANK)
    if report.message is None:
        return
    edits = sorted((*report.taken, *report.mends), key=lambda edit: edit.start)
    kept, at = [], 0
    for edit in edits:
        assert at <= edit.start <= edit.end
        kept.append(draft[at : edit.start])
        at = edit.end
    kept.append(draft[at:])
    place = 0
    for stretch in kept:
        said = stretch.strip()
        assert said in report.message[place:]
        place = report.message.index(said, place) + len(said)
    if all(edit.text for edit in edits):
        joined = "".join(part for edit, before in zip(edits, kept, strict=False) for part in (before, edit.text))
        assert report.message == joined + kept[-1]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_every_mend_belongs_to_words_taken(draft: str) -> None:
    report = check(draft, BANK)
    for mend in report.mends:
        assert mend.after in {each.end for each in report.taken}
        assert mend.after <= mend.start
