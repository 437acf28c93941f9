"""A soft start and an end with room for a no: offered where the draft has none, in its voice, never put in unasked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.bank import load_bank
from app.check import check
from app.checker import is_flagged
from app.reframing.framing import OFFERED, frame
from app.reframing.voice import hear_voice
from app.settings import Settings

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.framing import Lines
    from app.reframing.framing import Frame

BANK = load_bank(Settings().bank_dir)
READ = Path(__file__).parents[1] / "corpus" / "read"
VOICES = ["u dont listen n its ur fault", "You don’t listen. It’s your fault.", "You don't listen. It's your fault."]
BLAME = "You never listen to me. It's always about you."
SETS = {"opener": BANK.framing.opener, "closing": BANK.framing.closing}
LINES = [(name, line) for name, lines in SETS.items() for line in (*lines.plain, *lines.texting, *lines.letter)]


def framed(draft: str) -> Frame:
    return frame(draft, check(draft, BANK), BANK)


@pytest.mark.parametrize("lines", SETS.values(), ids=SETS.keys())
def test_there_are_enough_lines_in_every_register(lines: Lines) -> None:
    for register in (lines.plain, lines.texting, lines.letter):
        assert len(register) >= 12
        assert len(register) == len(set(register))
        assert all(4 <= len(line.split()) <= 22 for line in register)


@pytest.mark.parametrize(("name", "line"), LINES, ids=[line for _, line in LINES])
def test_no_line_is_flagged_in_any_voice_and_every_closing_leaves_room(bank: Bank, name: str, line: str) -> None:
    for draft in VOICES:
        said = hear_voice(draft).speak(line)
        assert not is_flagged(said, bank)
        if name == "closing":
            assert "room-for-no" in {strength.part for strength in check(said, bank).strengths}


def test_the_draft_gets_the_same_lines_every_time() -> None:
    assert framed(BLAME) == framed(BLAME)
    assert len(framed(BLAME).openers) == len(framed(BLAME).closings) == OFFERED


@pytest.mark.parametrize(
    "start",
    ["Hi Tom, ", "Dear Anna,\n\n", "Sam, ", "I love you. ", "Thanks for dinner. ", "hey you\n", "Can we talk? "],
)
def test_a_draft_that_begins_softly_is_offered_no_opener(start: str) -> None:
    assert framed(start + BLAME).openers == ()


@pytest.mark.parametrize("end", [" No rush.", " It's fine to say no.", " Would you be open to talking about it?"])
def test_a_draft_with_room_for_a_no_is_offered_no_closing(end: str) -> None:
    assert framed(BLAME + end).closings == ()


@pytest.mark.parametrize("draft", ["I want to kill myself. You never listen.", "The bus leaves at nine.", "\u200b"])
def test_where_it_does_not_belong_nothing_is_offered(draft: str) -> None:
    assert (framed(draft).openers, framed(draft).closings) == ((), ())


def test_lines_are_in_the_voice_of_the_draft() -> None:
    texted, letter = framed("u never listen to me\nu dont care about us"), framed(f"Dear Anna,\n\n{BLAME}")
    assert all(line.strip()[0].islower() and "." not in line[-2:] for line in texted.closings)
    assert all(line.startswith("\n") for line in texted.closings)
    assert all(line.endswith("\n") for line in texted.openers)
    assert all(line.strip()[0].isupper() and line.endswith(".") for line in letter.closings)


@pytest.mark.parametrize("end", ["\n\nLove, Jo x", "\nJo", "\n\nYours always,\nJo", " x", "\nnight x"])
def test_a_closing_goes_before_the_sign_off(end: str) -> None:
    assert framed(BLAME + end).at == len(BLAME)


@pytest.mark.parametrize("end", ["\n\nI love you.", " Let me know.", "\nCan we talk on Sunday?"])
def test_a_last_sentence_that_says_something_is_no_sign_off(end: str) -> None:
    assert framed(BLAME + end).at == len(BLAME + end)


@pytest.mark.parametrize("name", ["typical.jsonl", "typical-3.jsonl", "hard-4.jsonl"])
def test_a_framed_message_is_not_flagged_again(bank: Bank, name: str) -> None:
    for line in (READ / name).read_text("utf-8").splitlines():
        report = check(json.loads(line)["text"], bank)
        offered = frame(json.loads(line)["text"], report, bank)
        if report.message is not None:
            ends = [opener + report.message for opener in offered.openers[:1]]
            ends += [report.message + closing for closing in offered.closings[:1]]
            for message in ends:
                assert [each.quote for each in check(message, bank).findings if each.level == "clear"] == []
