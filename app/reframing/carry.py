"""Finding -> what to carry over: the writer's own time, topic, occasion and wish, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.reframing.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.bank import Bank
    from app.bank.cards import Card
    from app.checker.findings import Settled
    from app.checker.matches import Line, Match

OCCASION_WORDS = 10  # tokens: a longer "when I ..." is a story, not an occasion
TOPIC_WORDS = 5
VAGUE = frozenset({"a", "an", "this", "that", "these", "those"})  # "over a cumin jar", "about this stuff": no topic
ACT_WORDS = 9
NEGATIVES = frozenset({"never", "not", "hardly", "barely", "rarely", "no", "without", "stop", "refuse", "once"})
WISHED = frozenset({"demand", "pressure", "guilt"})  # what these ask for is the wish itself
SUBJECTS = frozenset({"i", "you", "he", "she", "we", "they"})  # a new clause begins with them
PLAIN = {"any": "some", "anything": "something", "anyone": "someone", "anybody": "somebody", "ever": "", "even": ""}


def carry(settled: Settled, unit: Unit, line: Line, bank: Bank) -> dict[str, str]:
    """Give the placeholders that the writer's sentence can fill: when, topic, time, act."""
    found = {
        "when": _occasion(settled.match, unit, line, bank),
        "topic": _topic(unit, line, bank),
        "time": _time(unit, line, bank),
        "act": _wish(settled.match, line, bank),
    }
    if found["act"]:
        found["topic"] = ""  # it stands inside the wish, or beside it
    return {name: words for name, words in found.items() if words}


def _occasion(match: Match[Card], unit: Unit, line: Line, bank: Bank) -> str:
    """Find "when I talk about my mum"; "every time" becomes "when", which claims less."""
    words, starters = line.text.words, bank.lexicon.phrases_of("occasion")
    for first, length in _starts(unit, words, starters):
        subject = first + length
        if subject >= unit.last:
            break
        last = _phrase_end(words, subject, min(unit.last, first + OCCASION_WORDS), bank)
        if words[subject : subject + 1] != ("i",) or last == subject or not _is_present(words[subject + 1], bank):
            continue
        if match.last < first or last < match.first:
            starter = "when" if length > 1 else words[first]
            return f"{starter} {line.text.slice(subject, last)}"
    return ""


def _is_present(verb: str, bank: Bank) -> bool:
    """Tell a habit ("when I talk") from one event ("when I talked"): only the first fits lines in the present."""
    return verb in {"am", "have"} or bank.verbs.base_of(verb) == verb


def _starts(
    unit: Unit, words: tuple[str, ...], phrases: dict[str, tuple[tuple[str, ...], ...]]
) -> Iterator[tuple[int, int]]:
    """Yield where a phrase of a class starts in the unit, and how many tokens it takes."""
    for index in range(unit.first, unit.last + 1):
        for phrase in phrases.get(words[index], ()):
            if index + len(phrase) <= unit.last + 1 and words[index : index + len(phrase)] == phrase:
                yield index, len(phrase)
                break


def _topic(unit: Unit, line: Line, bank: Bank) -> str:
    """Find what stands after "about": "my mum", "the kids' homework"."""
    words, before = line.text.words, bank.lexicon.set_of("topic-before")
    heads = bank.lexicon.set_of("topic-head")
    for index in range(unit.first, unit.last):
        if words[index] in before and words[index + 1] in heads:
            if words[index + 1] in VAGUE:
                return ""
            last = _phrase_end(words, index + 1, min(unit.last, index + TOPIC_WORDS), bank)
            if words[index + 1] == "your" and words[index + 2] in bank.lexicon.set_of("fault-noun"):
                return ""
            alone = last == index + 1 and words[last] in bank.lexicon.set_of("determiner")
            return "" if alone else line.text.slice(index + 1, last)
    return ""


def _time(unit: Unit, line: Line, bank: Bank) -> str:
    words = line.text.words
    for first, length in _starts(unit, words, bank.lexicon.phrases_of("time-phrase")):
        return line.text.slice(first, first + length - 1)
    return ""


def _wish(match: Match[Card], line: Line, bank: Bank) -> str:
    """Turn what was missed ("you never help me with the kids") into its base form: "help me with the kids"."""
    slot = next(((first, last) for name, first, last in match.slots if name == "act"), None)
    if slot is None or slot[1] - slot[0] >= ACT_WORDS:
        return ""
    words = line.text.words
    first, last = slot[0], _before(words, *slot, bank, "time-phrase")
    last = _before(words, first, last, bank, "act-filler")
    while first < last and words[first] in PLAIN:
        first += 1
    head = bank.verbs.base_of(words[first])
    if head not in bank.lexicon.set_of("wish-verb") or not _is_wished(match, words, slot[0]):
        return ""
    rest = [PLAIN.get(words[index], line.text.slice(index, index)) for index in range(first + 1, last + 1)]
    return " ".join(word for word in [head, *_joined(rest)] if word) if rest else ""


def _before(words: tuple[str, ...], first: int, last: int, bank: Bank, name: str) -> int:
    """Give the last token before a phrase of a class: a time has its own placeholder, "for once" has none."""
    found = (index for index, _ in _starts(Unit(first + 1, last), words, bank.lexicon.phrases_of(name)))
    return next(found, last + 1) - 1


def _is_wished(match: Match[Card], words: tuple[str, ...], slot: int) -> bool:
    """Tell a wish ("you never ...", "you need to ...") from what the writer wants to end ("you always ...")."""
    return match.card.category in WISHED or any(word in NEGATIVES for word in words[match.first : slot])


def _joined(words: list[str]) -> Iterator[str]:
    """Put split words together again: "kids" + "'" + "homework", "mum" + "'s"."""
    held = ""
    for word in words:
        if word[:1] in {"'", "’"} and held:
            held += word
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _phrase_end(words: tuple[str, ...], first: int, last: int, bank: Bank) -> int:
    """Give the last token before punctuation or the next idea."""
    stops = bank.lexicon.set_of("slot-stop")
    for index in range(first + 1, last + 1):
        if not words[index][-1].isalnum() or words[index] in stops or words[index] in SUBJECTS:
            return index - 1
    return last
