"""What withdraws a match, by place and by category; the guards' own examples run in tests/bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.checker import is_flagged, read
from app.checker.guards import clause_start

if TYPE_CHECKING:
    from app.bank import Bank


@pytest.mark.parametrize(
    ("draft", "word", "clause"),
    [
        ("I'm not cross but you never ask", "never", "you"),
        ("I love you, you never ask", "never", "you"),
        ("we talk and you never ask", "never", "you"),
        ("bread and butter never last", "never", "bread"),
        ("fine; you never ask", "never", "you"),
        ("One. You never ask", "never", "You"),
    ],
)
def test_a_clause_begins_after_its_break(bank: Bank, draft: str, word: str, clause: str) -> None:
    line = read(draft, bank)
    start = clause_start(line, line.text.words.index(word), bank.lexicon.set_of("subject"))
    assert line.text.slice(start, start) == clause


@pytest.mark.parametrize(
    "kind",
    [
        "I'm not saying it's your fault.",
        "I don't think you're lazy.",
        "My dad used to say you're useless.",
        "You always make me laugh.",
        "You don't have to decide now.",
        "I was wrong to call you selfish.",
        "What worries you about it?",
        "I know you love me.",
        "You never know what it might bring.",
        "u never let me down",
        "It isn't your fault, love.",
        "I wonder if you think it's about blame.",
    ],
)
def test_kind_words_are_spared(bank: Bank, kind: str) -> None:
    assert not is_flagged(kind, bank)


@pytest.mark.parametrize(
    "wrapped",
    [
        "I'm not saying you're lazy, but you never help.",
        "No offense, but you're impossible.",
        "I love you but you're so selfish.",
        "My dad rang, and you never even said hello.",
    ],
)
def test_a_wrapper_keeps_its_blame(bank: Bank, wrapped: str) -> None:
    assert is_flagged(wrapped, bank)
