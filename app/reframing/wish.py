"""Finding -> where a wish stands in it: the verb after "you never", "not once have you", "you need to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.reframing.slot import starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.bank import Bank
    from app.bank.cards import Card
    from app.checker.matches import Line, Match
    from app.reframing.unit import Unit

ACT_WORDS = 9
WISHED = frozenset({"demand", "pressure", "guilt", "ultimatum"})  # what these ask for is the wish itself


def wishes(match: Match[Card], unit: Unit, line: Line, bank: Bank) -> Iterator[tuple[int, bool]]:
    """Yield the verbs that may begin a wish: the card's own slot, what "you" did not do, then what is ordered.

    With each stands whether it is wished for once ("ring her tomorrow") or again and again ("you never ring").
    """
    words, heads = line.text.words, (bank.lexicon.set_of("wish-verb"), bank.grammar.wishes.heads)
    ordered = [(place, True) for place in _ordered(match, unit, words, bank)]
    for place, once in (*_slot(match, words, bank), *_missed(unit, words, bank), *ordered):
        if any(bank.verbs.base_of(words[place]) in each for each in heads):
            yield place, once


def _slot(match: Match[Card], words: tuple[str, ...], bank: Bank) -> Iterator[tuple[int, bool]]:
    """Yield the verb of the card's {act}, where it was missed ("you never ...") and not done ("you always ...")."""
    for first in (first for name, first, _ in match.slots if name == "act"):
        lead = words[match.first : first]
        missed = not bank.grammar.negatives.isdisjoint(lead)
        whose = next((word for word in reversed(lead) if word in bank.grammar.subjects), "")
        wished = (missed or match.card.category in WISHED) and whose != bank.grammar.first[0].lower()
        if wished and not _forbids(words, match.first, first, bank):
            yield _verb(words, first, bank), not missed


def _missed(unit: Unit, words: tuple[str, ...], bank: Bank) -> Iterator[tuple[int, bool]]:
    """Yield the verbs that "you" is denied: "you never help", "not once have you asked", "why won't you talk"."""
    grammar = bank.grammar
    for at in range(unit.first, unit.last):
        if words[at] != grammar.second:
            continue
        verb = min(_verb(words, at + 1, bank), unit.last)
        lowest = at
        while lowest > unit.first and words[lowest - 1] in grammar.light:
            lowest -= 1
        if not grammar.negatives.isdisjoint(words[lowest:verb]) and not _forbids(words, lowest, verb, bank):
            yield verb, words[max(lowest - 1, 0)] in bank.grammar.wishes.conditions


def _forbids(words: tuple[str, ...], first: int, verb: int, bank: Bank) -> bool:
    """Tell "you can't walk off" from "you can't even ask" and "why can't you ask"."""
    said = " ".join(words[first:verb])
    asked = words[first - 1 : first] and words[first - 1] in bank.grammar.question_words
    able = bank.verbs.base_of(words[verb]) in bank.grammar.wishes.able
    missing = asked or able or not bank.grammar.wishes.missing.isdisjoint(words[first:verb])
    return not missing and any(phrase in said for phrase in bank.grammar.wishes.forbidding)


def _verb(words: tuple[str, ...], first: int, bank: Bank) -> int:
    """Go over auxiliaries, adverbs and negatives to the verb; "do" and "have" are verbs where nothing else is."""
    grammar, last = bank.grammar, len(words) - 1
    light = grammar.light
    at = first
    while at < last and words[at] in light:
        if words[at] in grammar.auxiliaries and words[at + 1] not in light and not bank.verbs.is_known(words[at + 1]):
            break
        at += 1
    return at


def _ordered(match: Match[Card], unit: Unit, words: tuple[str, ...], bank: Bank) -> Iterator[int]:
    """Yield what follows "you need to", and orders: "come with me"."""
    if match.card.category not in WISHED:
        return
    for first, length in starts(words, unit.first, unit.last - 1, bank.grammar.wishes.urging):
        verb = _verb(words, min(first + length, unit.last), bank)
        asks = words[first - 1] in bank.grammar.question_words if first else False
        if not asks and bank.grammar.negatives.isdisjoint(words[first:verb]):
            yield verb
    opener = unit.first
    while opener < unit.last and (
        words[opener] in bank.grammar.adverbs or words[opener] in bank.lexicon.set_of("opener")
    ):
        opener += 1
    if words[opener] in bank.grammar.wishes.imperatives:
        yield opener


def hoped_for(unit: Unit, line: Line, bank: Bank) -> Iterator[int]:
    """Yield the verbs of wishes that are past: "you should have stood up for me"; not of "you should not have"."""
    words = line.text.words
    for first, length in starts(words, unit.first, unit.last - 1, bank.grammar.wishes.hoped):
        verb = first + length
        if bank.verbs.is_form(words[verb], "participle", "base"):
            yield verb


def is_wished(words: tuple[str, ...], tokens: tuple[int, ...], bank: Bank) -> bool:
    """Refuse what is too long or too little, and manners of speaking: "do it", "say a word", "anybody but yourself"."""
    slots, said = bank.grammar.slots, [words[index] for index in tokens[1:]]
    phrase = " ".join([bank.verbs.base_of(words[tokens[0]]), *said]) + " "
    but = words[tokens[-1] + 1 : tokens[-1] + 2] == ("but",) and not bank.grammar.positive.keys().isdisjoint(said)
    plain = not slots.unwished.intersection(said) and not phrase.startswith(slots.mocking) and not but
    whole = not slots.pale.issuperset(said) and phrase.strip() not in slots.incomplete
    return plain and whole and len(tokens) <= ACT_WORDS
