"""Texting style in, texting style out; a letter stays a letter."""

from __future__ import annotations

import pytest

from app.reframing.voice import hear_voice

LINE = "I'd love it if you came. Because I miss you, don't I?"


@pytest.mark.parametrize(
    ("draft", "spoken"),
    [
        ("Dear Tom. I am tired.", LINE),
        ("i miss u bc ur away", "i'd love it if u came. bc i miss u, don't i?"),
        ("im tired n i dont know", "id love it if you came. because i miss you, dont i?"),
        ("I’m tired. It’s late.", LINE.replace("'", "’")),
        ("Hey. I miss u", "I'd love it if u came. Because I miss u, don't I?"),
    ],
)
def test_voice(draft: str, spoken: str) -> None:
    assert hear_voice(draft).speak(LINE) == spoken


def test_the_last_stop_goes_where_the_draft_has_none() -> None:
    assert hear_voice("miss you").speak("I miss you.") == "i miss you"
    assert hear_voice("Miss you.").speak("I miss you.") == "I miss you."
    assert hear_voice("miss you").speak("Could we talk?") == "could we talk?"
