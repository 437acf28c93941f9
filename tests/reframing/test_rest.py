"""What stays of a sentence where only its feeling or its wish is said in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.check import check
from app.checker import find, read
from app.reframing.carry import carry
from app.reframing.unit import unit_of

if TYPE_CHECKING:
    from app.bank import Bank


def carried(draft: str, bank: Bank) -> dict[str, str]:
    line = read(draft, bank)
    settled = find(line, bank)[0]
    words = carry(settled, unit_of(settled, [settled], line, bank), line, bank).words
    return {name: said for name, said in words.items() if name in ("rest", "past_rest", "hoped", "act")}


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ("I feel so ignored by you that I lie awake.", {"rest": "that I lie awake"}),
        ("i feel totally dismissed by u on this", {"rest": "on this"}),
        ("I felt abandoned at your cousin's wedding.", {"past_rest": "at your cousin's wedding"}),
        ("I feel used.", {}),
        ("I feel so ignored by you because you never listen.", {}),
        ("I feel ignored when you sneer at me, you pig.", {}),
        ("You should have stood up for me on Diwali night.", {"hoped": "stand up for me on Diwali night"}),
        ("You could have rung me from the airport, you know.", {"hoped": "ring me from the airport"}),
        ("You need to ring him tomorrow.", {"act": "ring him tomorrow"}),
    ],
)
def test_the_rest_and_past_wishes_are_carried(bank: Bank, draft: str, words: dict[str, str]) -> None:
    found = carried(draft, bank)
    assert {name: said for name, said in found.items() if name in words or not words} == words


def test_the_rest_stands_in_a_suggestion_as_it_was_written(bank: Bank) -> None:
    (finding,) = check("I feel so ignored by you that I lie awake.", bank).findings
    texts = [suggestion.text for suggestion in finding.suggestions]
    assert any("that I lie awake" in text for text in texts)
    assert not any("ignored" in text or "by you" in text for text in texts)


def test_a_past_wish_is_not_asked_for_now(bank: Bank) -> None:
    (finding,) = check("You should have stood up for me on Sunday.", bank).findings
    assert any("you to stand up for me on Sunday" in suggestion.text for suggestion in finding.suggestions)
