"""Finding -> what to carry over: the writer's own time, topic, occasion and wish, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.reframing.carried import Carried
from app.reframing.event import find_event, find_own
from app.reframing.grammar import positive, to_form
from app.reframing.rest import find_hoped, find_rest
from app.reframing.slot import clause_end, clean_slot, covered, spoken, starts
from app.reframing.topic import find_topics
from app.reframing.unit import within
from app.reframing.wish import is_wished, wishes

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.cards import Card
    from app.checker.findings import Settled
    from app.checker.matches import Line, Match
    from app.reframing.topic import Topic
    from app.reframing.unit import Unit

OCCASION_WORDS = 10  # tokens: a longer "when I ..." is a story, not an occasion
EVENT_WORDS = 2  # tokens beside the verb: "when I came in" is no event


def carry(settled: Settled, unit: Unit, line: Line, bank: Bank, theme: str = "") -> Carried:
    """Give the placeholders that the writer's sentence can fill."""
    unit = within(unit, settled.match)
    act, once = _wish(settled.match, unit, line, bank)
    when, past = _occasion(unit, line, bank)
    event, past_event = find_event(unit, line, bank)
    hoped = find_hoped(unit, line, bank)
    act = "" if hoped else act
    found = {
        "hoped": hoped,
        **find_rest(settled.match, unit, line, bank),
        "when": when,
        "time": _time(unit, line, bank),
        "act": act,
        "mine": find_own(unit, line, bank),
    }
    found["event" if past_event else "habit"] = event
    words = {name: said for name, said in found.items() if said}
    unfit = {"act": bank.grammar.wishes.habits if once else (), "when": bank.grammar.times.now if past else ()}
    topic = None if act else _topic(settled.match, unit, line, bank, theme)
    if topic is None:
        return Carried(words, unfit)
    kind = topic.kind
    return Carried(words | {"topic": topic.text}, unfit | {"topic": kind.unfit}, kind.fits, kind.theme, kind.takes)


def _topic(match: Match[Card], unit: Unit, line: Line, bank: Bank, theme: str) -> Topic | None:
    """Find the first topic near the match that the theme's lines or the category's can take."""
    category = match.card.category
    for topic in find_topics(unit, line, bank):
        if category not in topic.kind.never and topic.kind.fits & {category, theme or topic.kind.theme}:
            return topic
    return None


def _occasion(unit: Unit, line: Line, bank: Bank) -> tuple[str, bool]:
    """Find "when I talk about my mum", and tell whether it is past; "every time" becomes "when", which claims less."""
    words = line.text.words
    for first, length in starts(words, unit.first, unit.last, bank.lexicon.phrases_of("occasion")):
        subject = first + length
        if subject >= unit.last or words[subject] != bank.grammar.first[0].lower():
            continue
        tokens = clean_slot(words, subject, min(unit.last, first + OCCASION_WORDS), bank)
        if len(tokens) > 1 and bank.grammar.slots.dark.isdisjoint(words[index] for index in tokens):
            return _habit(words[first] if length == 1 else "when", tokens, line, bank)
    return "", False


def _habit(starter: str, tokens: tuple[int, ...], line: Line, bank: Bank) -> tuple[str, bool]:
    """Say an occasion in the present, as lines do: "when I cry"; one event becomes "when I think of crying"."""
    words = line.text.words
    subject, verb, *rest = tokens
    if words[verb] in bank.grammar.present or bank.verbs.is_form(words[verb], "base"):
        return f"{starter} {spoken(line.text, tokens, {})}", False
    if not bank.verbs.is_form(words[verb], "past") or len(rest) < EVENT_WORDS:
        return "", False
    if words[verb] in bank.grammar.agreement and rest and bank.verbs.is_form(words[rest[0]], "ing"):
        said = spoken(line.text, rest, {})
    else:
        said = spoken(line.text, (verb, *rest), {verb: to_form(words[verb], "ing", bank)})
    return f"{bank.grammar.times.memory.format(line.text.slice(subject, subject))} {said}", True


def _time(unit: Unit, line: Line, bank: Bank) -> str:
    """Find when one event was; only beside a verb in the past, since "on Monday" may be to come."""
    words = line.text.words
    if not any(_is_told(words, at, bank) for at in range(unit.first, unit.last + 1)):
        return ""
    found = starts(words, unit.first, unit.last, bank.grammar.times.said)
    return next((line.text.slice(first, first + length - 1) for first, length in found), "")


def _is_told(words: tuple[str, ...], at: int, bank: Bank) -> bool:
    """Tell a verb in the past that no auxiliary before it moves elsewhere ("have booked", "would say")."""
    before = words[at - 1] if at else ""
    return (
        bank.verbs.is_form(words[at], "past")
        and not bank.verbs.is_form(words[at], "base")
        and before not in bank.grammar.moved
    )


def _wish(match: Match[Card], unit: Unit, line: Line, bank: Bank) -> tuple[str, bool]:
    """Turn what was missed into what is wished for ("take me out"), and tell whether it is wished for once."""
    words, grammar = line.text.words, bank.grammar
    for first, once in wishes(match, unit, line, bank):
        tokens = _done(words, first, unit.last, bank)
        if tokens and is_wished(words, tokens, bank):
            instead = {index: positive(words[index], bank) for index in tokens if words[index] in grammar.positive}
            return spoken(line.text, tokens, {**instead, first: to_form(words[first], "base", bank)}), once
    return "", False


def _done(words: tuple[str, ...], first: int, last: int, bank: Bank) -> tuple[int, ...]:
    """Give the tokens of what is to be done, without when: a time has its own placeholder, a deadline has none."""
    last = clause_end(words, first, last, bank)
    timed = covered(words, first + 1, last, bank.lexicon.phrases_of("time-phrase"))
    due = {index for index in range(first + 1, last + 1) if words[index] in bank.grammar.slots.deadlines}
    return clean_slot(words, first, min([last, *(index - 1 for index in {*timed, *due})]), bank)
