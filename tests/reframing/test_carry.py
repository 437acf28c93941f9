"""The writer's own time, topic, occasion and wish, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.checker import find, read
from app.reframing.carry import carry
from app.reframing.unit import unit_of

if TYPE_CHECKING:
    from app.bank import Bank


@pytest.mark.parametrize(
    ("draft", "carried"),
    [
        ("You never listen when I talk about my mum.", {"when": "when I talk about my mum", "topic": "my mum"}),
        ("You never listen every time I cry.", {"when": "when I cry"}),
        ("You never listened when I cried.", {}),
        ("You never help me with the kids' homework.", {"act": "help me with the kids' homework"}),
        ("you never helped me w/ anything last night", {"act": "help me w/ something", "time": "last night"}),
        ("You never listen.", {}),
        ("Normal people don't cry over a cumin jar.", {}),
        ("Normal couples talk about this stuff.", {}),
        ("You never ask about you and me.", {"act": "ask about you"}),
        ("You never talk about money or the house.", {"act": "talk about money"}),
    ],
)
def test_carried_words(bank: Bank, draft: str, carried: dict[str, str]) -> None:
    line = read(draft, bank)
    settled = find(line, bank)[0]
    found = carry(settled, unit_of(settled, [settled], line, bank), line, bank)
    assert found == carried
