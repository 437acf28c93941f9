"""Danger is looked for first, is never polished, and idioms are left in peace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.check import check

if TYPE_CHECKING:
    from app.bank import Bank


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        ("You put your hands round my neck on Friday.", "partner-violence"),
        ("im scared of u when u drink", "partner-violence"),
        ("I don't want to be here anymore, you'd all be better off without me.", "self-harm"),
        ("You check my phone every night and I'm not allowed to see my sister.", "coercive-control"),
        ("If you leave I'll kill myself.", "threat-by-writer"),
        ("You'll never see the kids again.", "threat-by-writer"),
        ("You hit Sam hard enough to leave a bruise.", "child-safety"),
    ],
)
def test_danger_gets_a_notice_and_no_polish(bank: Bank, draft: str, kind: str) -> None:
    report = check(draft, bank)
    assert kind in {notice.kind for notice in report.notices}
    assert report.message is None
    assert [finding.suggestions for finding in report.findings if finding.suggestions] == []


@pytest.mark.parametrize(
    "draft",
    [
        "This schedule is killing me.",
        "You scared me when you were late.",
        "I could have died of embarrassment.",
        "My back is killing me.",
        "I'm scared of losing you.",
        "I'd kill for a quiet evening with you.",
        "The film was about a man who hit his wife.",
    ],
)
def test_idioms_and_films_get_none(bank: Bank, draft: str) -> None:
    assert check(draft, bank).notices == ()


def test_notices_are_found_where_danger_is_told_and_nowhere_else(bank: Bank) -> None:
    """The floor is what was reached; figures of record stand in README."""
    found = false = missed = 0
    for line in (Path(__file__).parents[1] / "data" / "safety.jsonl").read_text("utf-8").splitlines():
        example = json.loads(line)
        wanted, given = bool(example["safety"]), bool(check(example["text"], bank).notices)
        found, false, missed = found + (wanted and given), false + (given > wanted), missed + (wanted > given)
    assert found / (found + false) >= 0.9
    assert found / (found + missed) >= 0.8


def test_other_sentences_of_a_draft_with_danger_keep_their_suggestions(bank: Bank) -> None:
    report = check("You never listen to me. You put your hands round my neck on Friday.", bank)
    assert report.notices
    assert report.findings[0].suggestions
    assert report.message is None


def test_a_notice_stands_where_it_says(bank: Bank) -> None:
    draft = "Love, I am writing. You put your hands round my neck."
    notice = check(draft, bank).notices[0]
    assert "neck" in draft[notice.start : notice.end]
