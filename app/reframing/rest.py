"""Finding -> what stays where a feeling ("that I lie awake") or a past wish ("stand up for me") is put another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.checker import is_flagged
from app.reframing.grammar import to_form
from app.reframing.slot import clean_slot, spoken
from app.reframing.wish import hoped_for, is_wished

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.cards import Card
    from app.checker.matches import Line, Match
    from app.reframing.unit import Unit

FEELING = "disguised-blame"
PROBE = "I feel so alone"  # before a rest, to see whether it blames by itself
WORDS = 16  # tokens: a longer rest is a story


def find_rest(match: Match[Card], unit: Unit, line: Line, bank: Bank) -> dict[str, str]:
    """Give what follows an accusing feeling to the end, as `rest`, or as `past_rest` after "felt"; {} for what blames.

    "I feel so ignored by you that I've started talking to the dog" has the rest "that I've started talking to the dog".
    """
    words, first = line.text.words, match.last + 1
    told = words[match.last] in bank.lexicon.set_of("true-feeling")  # "you make me feel small": theirs to keep
    if match.card.category != FEELING or unit.last <= first or told:
        return {}
    first += 2 * (words[first] == "by" and words[first + 1] == bank.grammar.second)
    last = unit.last - (not words[unit.last][-1].isalnum())
    if not first < last < first + WORDS or words[first] not in bank.grammar.events.rests:
        return {}
    said = line.text.slice(first, last)
    felt = "felt" in words[match.first : match.last + 1]
    return {} if "\n" in said or is_flagged(f"{PROBE} {said}.", bank) else {"past_rest" if felt else "rest": said}


def find_hoped(unit: Unit, line: Line, bank: Bank) -> str:
    """Turn what should have been done into what was hoped for: "stand up for me on Diwali night"."""
    for first in hoped_for(unit, line, bank):
        tokens = clean_slot(line.text.words, first, unit.last, bank)
        if tokens and is_wished(line.text.words, tokens, bank):
            return spoken(line.text, tokens, {first: to_form(line.text.words[first], "base", bank)})
    return ""
