"""Finding -> what happened, in the writer's own words: "when you missed parents' evening", "I do the school runs".

Both are facts that a sentence tells beside its blame: what "you" did, seen from outside, and what "I" did. A verdict
("when you ruined it"), a picture ("when you turn into a lawyer") and what "always" or "never" happens are no events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.reframing.grammar import to_form
from app.reframing.slot import clean_slot, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.bank import Bank
    from app.bank.carried import Events
    from app.checker.matches import Line
    from app.reframing.unit import Unit

WORDS = 13  # tokens after the verb: a longer clause is a story
SHOUTED = 4  # letters: "A" and "TV" are no shouting


class Clause(msgspec.Struct, frozen=True):
    """A subject, its auxiliaries and adverbs, its verb, and the last token of the clause."""

    subject: int
    verb: int
    last: int
    helpers: tuple[str, ...]


def find_event(unit: Unit, line: Line, bank: Bank) -> tuple[str, bool]:
    """Give what "you" did, the event that says most ("when you forgot our anniversary"), and whether it is past."""
    events = bank.grammar.events
    told = (
        (len(tokens), _when(tokens, clause, line, bank))
        for clause in _clauses(bank.grammar.second, unit, line, bank)
        if (tokens := _seen(clause, line, events, bank))
    )
    return max((each for each in told if each[1][0]), key=lambda each: each[0], default=(0, ("", False)))[1]


def find_own(unit: Unit, line: Line, bank: Bank) -> str:
    """Give what "I" did, as it was written: "I put the bins out"; "" for thoughts, feelings and plans."""
    first, events = bank.grammar.first[0].lower(), bank.grammar.events
    words = line.text.words
    for clause in _clauses(first, unit, line, bank):
        free = clause.subject == unit.first or words[clause.subject - 1] not in events.under
        inward = bank.verbs.base_of(words[clause.verb]) in events.inward
        told = free and not inward and events.moved.isdisjoint(clause.helpers)
        if told and (tokens := _cut(clause, line, bank)):
            return line.text.slice(clause.subject, tokens[-1])
    return ""


def _clauses(subject: str, unit: Unit, line: Line, bank: Bank) -> Iterator[Clause]:
    """Yield the clauses of a unit that a subject opens: it stands first, or after a mark, "and" and the like."""
    words, opens = line.text.words, bank.grammar.events.opens
    for at in range(unit.first, unit.last):
        before = words[at - 1] if at > unit.first else ""
        free = not before or not before[-1].isalnum() or before in opens or before in bank.lexicon.set_of("first-name")
        if words[at] != subject or not free:
            continue
        verb = _verb(words, at + 1, unit.last, bank)
        if verb <= unit.last and bank.verbs.is_known(words[verb]):
            yield Clause(at, verb, _end(words, verb, unit.last, bank), words[at + 1 : verb])


def _verb(words: tuple[str, ...], at: int, last: int, bank: Bank) -> int:
    """Go over auxiliaries and adverbs; "do" and "have" are verbs where none follows."""
    light = bank.grammar.helping
    while at < last and words[at] in light and (words[at + 1] in light or bank.verbs.is_known(words[at + 1])):
        at += 1
    return at


def _end(words: tuple[str, ...], verb: int, last: int, bank: Bank) -> int:
    """Give the last token of a clause; -1 where it goes on in a way that cannot be left out: "people who ..."."""
    events, grammar = bank.grammar.events, bank.grammar
    for at in range(verb + 1, min(last, verb + WORDS) + 1):
        mark = not words[at][-1].isalnum() and words[at] != "'s"
        following = words[at + 1] if at < last else ""
        subject = words[at] in grammar.subjects and words[at - 1] not in grammar.prepositions
        acts = subject and (bank.verbs.is_known(following) or following in grammar.auxiliaries)
        if words[at] in events.breaks or acts:
            return -1
        if mark or words[at] in events.ends:
            return at - 1
    return last if last <= verb + WORDS else -1


def _seen(clause: Clause, line: Line, events: Events, bank: Bank) -> tuple[int, ...]:
    """Give the tokens of something that could be seen or heard; () for a verdict, a picture or too little."""
    words = line.text.words
    base = bank.verbs.base_of(words[clause.verb])
    if base not in events.verbs or not events.absolute.isdisjoint(clause.helpers):
        return ()
    tokens = _cut(clause, line, bank, alone=base in events.alone)
    if not events.absolute.isdisjoint(words[at] for at in tokens[1:]):
        return ()
    shown = base not in events.naming or (len(tokens) > 1 and words[tokens[1]] in events.named)
    return tokens if shown else ()


def _cut(clause: Clause, line: Line, bank: Bank, *, alone: bool = False) -> tuple[int, ...]:
    """Clean the words from the verb on; () where they are dark, shouted, half a phrase or say too little."""
    words, slots, events = line.text.words, bank.grammar.slots, bank.grammar.events
    tokens = clean_slot(words, clause.verb, clause.last, bank) if clause.last >= clause.verb else ()
    stopped = tokens and words[tokens[-1] + 1 : tokens[-1] + 2] == ("every",)
    tokens = tokens[:-1] if stopped and words[tokens[-1]] in bank.grammar.prepositions else tokens  # "in every talk"
    said = [words[at] for at in tokens[1:]]
    shouted = any(len(word) >= SHOUTED and word.isupper() for word in line.text.slice(clause.verb, clause.last).split())
    told = alone or any(word not in slots.light and word not in events.thin for word in said)
    return tokens if tokens and told and not shouted and events.dark.isdisjoint(said) else ()


def _when(tokens: tuple[int, ...], clause: Clause, line: Line, bank: Bank) -> tuple[str, bool]:
    """Say a clause with "when": "you have forgotten it" -> "when you forgot it"; "" for what is asked or to come."""
    grammar, word = bank.grammar, line.text.words[clause.verb]
    helpers = [helper for helper in clause.helpers if helper in grammar.auxiliaries]
    denied = "not" in clause.helpers
    past, form = _tense(helpers, word, bank)
    if not form or (denied and helpers not in (["do"], ["did"])):
        return "", False
    lead = {(True, True): "didn't ", (True, False): "don't "}.get((denied, past), "")
    instead = lead + (word if denied else form)
    known = {} if instead == word else {tokens[0]: instead}
    return f"when you {spoken(line.text, tokens, known)}", past


def _tense(helpers: list[str], verb: str, bank: Bank) -> tuple[bool, str]:
    """Tell whether a verb with its auxiliaries is past, and give it without them; "" where it is neither."""
    verbs, base = bank.verbs, bank.verbs.base_of(verb)
    if not helpers and verbs.is_form(verb, "base", "past"):
        return not verbs.is_form(verb, "base"), verb
    if helpers in (["do"], ["did"]):
        return helpers == ["did"], to_form(base, "past" if helpers == ["did"] else "base", bank)
    if helpers == ["have"] and verbs.is_form(verb, "participle"):
        return True, to_form(base, "past", bank)
    were = helpers == ["were"] and verbs.is_form(verb, "ing")  # "you are coming" is an order as often as not
    return (True, f"were {verb}") if were else (False, "")
