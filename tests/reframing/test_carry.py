"""The writer's own time, topic, occasion and wish, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.checker import find, read
from app.reframing.carry import carry
from app.reframing.topic import find_topics
from app.reframing.unit import Unit, unit_of

if TYPE_CHECKING:
    from app.bank import Bank


@pytest.mark.parametrize(
    ("draft", "carried"),
    [
        ("You never listen when I talk about my mum.", {"when": "when I talk about my mum"}),
        ("You never listen every time I cry.", {"when": "when I cry"}),
        ("You never listened when I cried.", {}),
        ("You never listened when I was crying on the stairs.", {"when": "when I think of crying on the stairs"}),
        ("You shut down every time I try and talk about us.", {"when": "when I try and talk about us"}),
        ("every time i cry you roll ur eyes", {"when": "when i cry"}),
        ("You never help me with the kids' homework.", {"act": "help me with the kids' homework"}),
        ("you never helped me w/ anything last night", {"act": "help me w/ something", "time": "last night"}),
        ("You never listen.", {}),
        ("You never ask about you and me.", {"act": "ask about you"}),
        ("You never talk about money or the house.", {"act": "talk about money"}),
        ("You have never taken me out since May.", {"act": "take me out"}),
        ("u wont even hold my hand", {"act": "hold my hand"}),
        ("Not once have you asked me how I am.", {"act": "ask me how I am"}),
        ("Why can't you ever sit down and eat with us?", {"act": "sit down and eat with us"}),
        ("You can't just walk off every time.", {}),
        ("You never think about anybody but yourself.", {}),
        ("If you don't come on Thursday I'm leaving.", {}),
    ],
)
def test_carried_words(bank: Bank, draft: str, carried: dict[str, str]) -> None:
    line = read(draft, bank)
    settled = find(line, bank)[0]
    found = carry(settled, unit_of(settled, [settled], line, bank), line, bank).words
    assert {name: words for name, words in found.items() if name != "topic"} == carried


@pytest.mark.parametrize(
    ("draft", "topic"),
    [
        ("You never listen when I talk about my mum.", "my mum"),
        ("You're always on your phone.", "the phone"),
        ("you forgot Ellie's party again", "Ellie's party"),
        ("You missed my birthday, as usual.", "my birthday"),
        ("Don't worry about the bloody dishes, I did them.", "the dishes"),
        ("We fight about money every month.", "money"),
        ("Forget I said anything about the counsellor.", "seeing the counsellor"),
        ("Just book one session.", "going to one session"),
        ("You forgot about my promotion.", "my promotion"),
        ("you shout at me in front of them", "the shouting"),
        ("You've told him more about your feelings than me.", ""),
        ("Normal people don't cry over a cumin jar.", ""),
        ("Normal couples talk about this stuff.", ""),
        ("The phone bill is a joke, like you.", "the phone bill"),
        ("The phone shop is a joke, like you.", ""),
        ("I have no standing in this house.", "things at home"),
        ("You forgot my mum's sixtieth.", "my mum's sixtieth"),
        ("you missed dad's 60th", "dad's 60th"),
        ("You missed the parents' evening.", "the parents' evening"),
        ("You never once asked about the boiler.", "the boiler"),
        ("You've got a drinking problem.", "the drinking"),
        ("You left me on read all day.", "the silence"),
        ("You're always off playing five-a-side.", "five-a-side"),
        ("You missed the recital tonight.", "the recital"),
        ("You laughed when the boiler broke.", "the boiler"),
        ("Your mother decides everything.", "your mother"),
        ("You can't even say sorry.", "saying sorry"),
        ("You see the leaflet from the counsellor, not me.", "seeing the counsellor"),
        ("Even the kids are more grown up.", ""),
        ("I feel like the boiler.", ""),
        ("As if I am the electricity bill.", ""),
        ("Your mum's side matters more.", ""),
        ("You never take my mum's side.", ""),
        ("Put it out with the recycling.", ""),
        ("I quit smoking, didn't I.", ""),
        ("You hid behind the boiler.", ""),
        ("Whole Christmas you never spoke.", "Christmas"),
        ("Ellie is not a therapist.", ""),
        ("i begged you for ONE session", "going to one session"),
        ("Answer your phone.", ""),
        ("I've rung the counselling lady.", "seeing the counselling lady"),
        ("You swore on Ellie's life.", ""),
        ("The old boiler man came.", ""),
        ("It won't work.", ""),
    ],
)
def test_topic(bank: Bank, draft: str, topic: str) -> None:
    line = read(draft, bank)
    unit = Unit(line.spans[0].first, line.spans[-1].last)
    assert next((found.text for found in find_topics(unit, line, bank)), "") == topic
