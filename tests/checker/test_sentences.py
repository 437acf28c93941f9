"""Where one thought ends and the next begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bank.errors import read_file
from app.bank.spelling import Spelling
from app.checker.sentences import sentence_at, split_sentences
from app.checker.text import read_text
from app.settings import Settings

if TYPE_CHECKING:
    from app.bank import Bank

SPELLING = read_file(Settings().bank_dir / "spelling.toml", Spelling)


@pytest.mark.parametrize(
    ("draft", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("whatever. dont come then", ["whatever.", "dont come then"]),
        ("hey\nyou there", ["hey", "you there"]),
        ("love u ❤️ can we talk", ["love u ❤️", "can we talk"]),
        ("Dr. Smith said e.g. this. Then", ["Dr. Smith said e.g. this.", "Then"]),
        ("So... therapist?", ["So... therapist?"]),
        ("I waited... You left.", ["I waited...", "You left."]),
        ("At 9.30 he came. OK", ["At 9.30 he came.", "OK"]),
        ('You said "why?" and left. Fine', ['You said "why?" and left.', "Fine"]),
        ('He said "No." Then he left.', ['He said "No."', "Then he left."]),
        ("Really?! No way!!", ["Really?!", "No way!!"]),
        ("- one thing\n- another", ["- one thing", "- another"]),
        ("😂😂 you made me laugh", ["😂😂", "you made me laugh"]),
        ("no mark at all", ["no mark at all"]),
        ("\n\n  \n", []),
        ("", []),
        ("Wait , what. , ok", ["Wait , what. , ok"]),
    ],
)
def test_split(bank: Bank, draft: str, sentences: list[str]) -> None:
    text = read_text(draft, bank.spelling)
    assert [sentence_at(text, span).text for span in split_sentences(text, bank.spelling)] == sentences


@given(st.text())
def test_sentences_come_in_order_and_stand_in_the_draft(draft: str) -> None:
    text = read_text(draft, SPELLING)
    reached = 0
    for span in split_sentences(text, SPELLING):
        sentence = sentence_at(text, span)
        assert reached <= sentence.start < sentence.end
        assert draft[sentence.start : sentence.end] == sentence.text
        reached = sentence.end
