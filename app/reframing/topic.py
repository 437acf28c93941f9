"""Finding -> what it is about: a noun of the writer's own sentence that lines can take, with what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.bank.carried import TopicKind
from app.reframing.slot import covered, spoken, starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.bank import Bank
    from app.checker.matches import Line
    from app.reframing.unit import Unit

REACH = 3  # words between "about" and the end of a topic whose noun the bank does not know


class Topic(msgspec.Struct, frozen=True):
    """Words as they are carried, and the kind that tells which lines can take them."""

    text: str
    kind: TopicKind


def find_topics(unit: Unit, line: Line, bank: Bank) -> Iterator[Topic]:
    """Yield what the unit speaks of, nouns that many lines can take first; never an insult, never half a phrase."""
    yield from sorted(_known(unit, line, bank), key=lambda topic: bool(topic.kind.takes))
    yield from _told(unit, line, bank)


def _known(unit: Unit, line: Line, bank: Bank) -> Iterator[Topic]:
    """Yield the nouns that the bank knows, as they stand; one that is only a picture is none."""
    words, topics = line.text.words, bank.grammar.topics
    unmeant = covered(words, unit.first, unit.last, topics.unmeant)
    for first, length in starts(words, unit.first, unit.last, topics.nouns):
        if first not in unmeant and _ends(words, first + length, unit.last, bank):
            for kind in topics.kinds_of[" ".join(words[first : first + length])]:
                if text := _phrase(kind, (first, first + length - 1), unit, line, bank):
                    yield Topic(text, kind)


def _ends(words: tuple[str, ...], following: int, last: int, bank: Bank) -> bool:
    """Tell whether a noun is not the beginning of another ("phone" of "phone bill"): a mark or a small word follows."""
    if following > last:
        return True
    word, grammar = words[following], bank.grammar
    if word == "'s":
        return False
    small = word in grammar.closed or word in grammar.slots.half or word in bank.lexicon.set_of("slot-stop")
    small = small or word in grammar.topics.closing or _acts(words, following, bank)
    after = words[following + 1] if following < last else "."
    final = not after[-1].isalnum() or after in grammar.topics.closing
    closes = word in grammar.slots.dropped or (final and word in grammar.slots.dropped_last)  # not the "boiler man"
    return small or closes or not word[-1].isalnum()


def _acts(words: tuple[str, ...], at: int, bank: Bank) -> bool:
    """Tell a verb with which a clause goes on: it can only be past ("the boiler broke"), or somebody does it."""
    word, somebody = words[at], words[at - 1] in bank.lexicon.set_of("kin")
    past = bank.verbs.is_form(word, "past") and not bank.verbs.is_form(word, "base")
    return past or (somebody and bank.verbs.is_known(word))


def _phrase(kind: TopicKind, noun: tuple[int, int], unit: Unit, line: Line, bank: Bank) -> str:
    """Give the noun with what stands before it; "" where its determiner is none that the kind can have."""
    words = line.text.words
    first, last = noun
    name = " ".join(words[first : last + 1])
    if name in kind.names:
        return kind.names[name]
    first = _modified(words, first, unit.first, bank)
    before = words[first - 1] if first > unit.first else ""
    if before == "'s" and kind.owned and (owner := _owner(words, first - 1, unit, line, bank)) >= 0:
        return _write(kind, "", (owner, last), line, bank)
    if before == "'s" or not _stands(kind, words, first, unit, bank):
        return ""
    return _determined(kind, name, (first, last), line, bank)


def _determined(kind: TopicKind, name: str, place: tuple[int, int], line: Line, bank: Bank) -> str:
    """Give the noun with the determiner before it, or "the" for "that" and a shared "your", or alone."""
    before = line.text.words[place[0] - 1] if place[0] else ""
    topics, shared = bank.grammar.topics, kind.shared and before == "your"
    if before in kind.determiners and not shared:
        return _write(kind, "", (place[0] - 1, place[1]), line, bank)
    if "the" in kind.determiners and (shared or before in topics.the):
        return _write(kind, "" if name in kind.bare else "the ", place, line, bank)
    verbal = bank.verbs.is_known(name) and (before == "to" or before not in bank.grammar.prepositions)
    alone = name in kind.bare and not verbal and before not in bank.lexicon.set_of("determiner")
    noun = place[1] - len(name.split()) + 1  # "whole Christmas" is no phrase of its own
    return _write(kind, "", (noun, place[1]), line, bank) if alone else ""


def _stands(kind: TopicKind, words: tuple[str, ...], first: int, unit: Unit, bank: Bank) -> bool:
    """Tell whether the word before a noun and its determiner lets it be a topic: "in this house" is a place."""
    at = first - (words[first - 1] in bank.lexicon.set_of("determiner"))
    before = words[at - 1] if at > unit.first else ""
    if before in bank.grammar.topics.likening:
        return False
    return before not in kind.not_after and (not kind.only_after or before in kind.only_after)


def _modified(words: tuple[str, ...], first: int, lowest: int, bank: Bank) -> int:
    """Go left over what describes a noun, fillers too: "the bloody family holiday"."""
    known, fillers = bank.grammar.topics.modifiers, bank.grammar.slots.dropped
    while first > lowest and (words[first - 1] in known or (words[first - 1],) in fillers.get(words[first - 1], ())):
        first -= 1
    return first


def _owner(words: tuple[str, ...], mark: int, unit: Unit, line: Line, bank: Bank) -> int:
    """Give where the owner before "'s" begins: "Ellie", "my mother", "dad"; -1 for one that lines leave alone."""
    name = mark - 1
    if name > unit.first and words[name - 1] in bank.lexicon.set_of("determiner"):
        known = words[name] in bank.grammar.topics.kinds_of or words[name] in bank.lexicon.set_of("kin")
        return name - 1 if known else -1
    named = (
        name >= unit.first
        and line.text.slice(name, name)[:1].isupper()
        and name > line.spans[line.sentence_of(name)].first
    )
    called = bank.lexicon.set_of("first-name") | bank.lexicon.set_of("kin")
    return name if named or (name >= unit.first and words[name] in called) else -1


def _write(kind: TopicKind, determiner: str, place: tuple[int, int], line: Line, bank: Bank) -> str:
    """Write a topic as the draft has it; a capital goes that only began the sentence."""
    dropped = covered(line.text.words, *place, bank.grammar.slots.dropped)
    text = " ".join(spoken(line.text, [at for at in range(place[0], place[1] + 1) if at not in dropped], {}).split())
    proper = line.text.words[place[0]] in bank.grammar.topics.proper or line.text.words[
        place[0] + 1 : place[0] + 2
    ] == ("'s",)
    if (text[1:].islower() and not proper) or (text.isupper() and len(text.split()) > 1):
        text = text.lower()
    first, space, noun = text.partition(" ")
    text = f"{first.lower()}{space}{noun}" if first.lower() in kind.determiners else text  # "ONE session"
    return " ".join(filter(None, [kind.lead, determiner + text]))


def _told(unit: Unit, line: Line, bank: Bank) -> Iterator[Topic]:
    """Yield what stands after "talk about": "my promotion", of a noun that the bank does not know."""
    words, kind = line.text.words, bank.grammar.topics.kind[-1]
    before, insults = bank.lexicon.set_of("topic-before"), bank.lexicon.set_of("insult")
    for index in range(unit.first + 1, unit.last - 1):
        said = bank.verbs.base_of(words[index - 1]) in bank.grammar.topics.said_with
        if said and words[index] in before and words[index + 1] in kind.determiners:
            ends = (at for at in range(index + 2, index + 2 + REACH) if _ends(words, at + 1, unit.last, bank))
            last = next(ends, index)
            if last > index and words[last][-1].isalnum() and insults.isdisjoint(words[index : last + 1]):
                yield Topic(_write(kind, "", (index + 1, last), line, bank), kind)
