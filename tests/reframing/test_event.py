"""What happened, in the writer's own words: what "you" did, and what "I" did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.checker import read
from app.reframing.event import find_event, find_own
from app.reframing.unit import Unit

if TYPE_CHECKING:
    from app.bank import Bank


@pytest.mark.parametrize(
    ("draft", "event"),
    [
        ("You missed parents' evening again and you didn't even text.", "when you missed parents' evening"),
        ("You have forgotten the meeting with Mrs Carter.", "when you forgot the meeting with Mrs Carter"),
        ("so u walked past me at the bus stop", "when you walked past me at the bus stop"),
        ("You just sat there peeling your orange.", "when you sat there peeling your orange"),
        ("You did call the kids from Leeds.", "when you called the kids from Leeds"),
        ("You didn't call me from the airport.", "when you didn't call me from the airport"),
        ("You were scrolling through Instagram.", "when you were scrolling through Instagram"),
        ("You laughed, because it is always you who laughs.", "when you laughed"),
    ],
)
def test_what_you_did_is_told_with_when(bank: Bank, draft: str, event: str) -> None:
    assert find_event(_whole(draft, bank), read(draft, bank), bank) == (event, True)


@pytest.mark.parametrize(
    ("draft", "habit"),
    [
        ("You compare my salary to your cousin's.", "when you compare my salary to your cousin's"),
        ("Every night you play games and I eat alone.", "when you play games"),
        ("You don't reply to my texts.", "when you don't reply to my texts"),
        ("You're always checking the score.", ""),
        ("You're calling her on Friday and that's that.", ""),
        ("You come home and go straight to the PlayStation.", ""),
        ("You compare my salary to hers in every talk.", "when you compare my salary to hers"),
        ("You come home.", ""),
        ("You come with flowers and then it starts again.", ""),
        ("You show it the door.", ""),
    ],
)
def test_what_you_do_is_told_in_the_present(bank: Bank, draft: str, habit: str) -> None:
    assert find_event(_whole(draft, bank), read(draft, bank), bank) == (habit, False)


@pytest.mark.parametrize(
    "draft",
    [
        "You never asked about my promotion.",
        "You ruined Christmas for all of us.",
        "You turn into a lawyer every time.",
        "You walked all over my life.",
        "You sit there like a king on his throne, king that you are.",
        "Will you call the plumber on Friday?",
        "Would it kill you to wash a plate?",
        "It is like wallpaper you looked at once.",
        "You said therapy is for people who have run out of ideas.",
        "YOU FORGOT THE KIDS AT SCHOOL",
        "You pushed me down the stairs.",
        "You looked at me like I was a stranger.",
    ],
)
def test_verdicts_pictures_and_questions_are_no_events(bank: Bank, draft: str) -> None:
    assert "like" not in find_event(_whole(draft, bank), read(draft, bank), bank)[0]
    assert find_event(_whole(draft, bank), read(draft, bank), bank)[0] in ("", "when you looked at me")


@pytest.mark.parametrize(
    ("draft", "own"),
    [
        ("I put the bins out, wrong bins.", "I put the bins out"),
        ("Every night you play games and I eat alone.", "I eat alone"),
        ("I've asked you about counselling six times since January.", "I've asked you about counselling six times"),
        ("i do the school runs, the cooking, all of it", "i do the school runs"),
        ("I think you enjoy this.", ""),
        ("I just happen to remember, dear.", ""),
        ("I ask only for information.", ""),
        ("i wore colors, then i met you", ""),
        ("I make it the other woman.", ""),
        ("I will file the papers on Monday.", ""),
        ("By the man I put through law school.", ""),
        ("I hate the way you chew.", ""),
        ("I worked for the people who own this house.", ""),
    ],
)
def test_what_i_did_is_kept_as_written(bank: Bank, draft: str, own: str) -> None:
    assert find_own(_whole(draft, bank), read(draft, bank), bank) == own


def _whole(draft: str, bank: Bank) -> Unit:
    span = read(draft, bank).spans[0]
    return Unit(span.first, span.last)
