"""Finding -> the words it would be wise to say again: the sentence, or the clause where the rest is fine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.checker import is_flagged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.bank import Bank
    from app.bank.cards import Card
    from app.checker.findings import Settled
    from app.checker.matches import Line, Match

LONG = 22  # tokens: in a longer sentence a clause is said again, not the whole of it
NEAR = 18  # tokens: what stands farther off is another thought
REST = 3  # tokens: less than this is not worth keeping
ADDRESS = 2  # words: "my love"
TURNS = frozenset({"but", "though", "although", "yet", ";", "-", "however"})
JOINS = frozenset({"and", "so", ","})
KEPT = frozenset({"but", "so", "though", "yet", "however"})  # these may open the sentence that follows


class Unit(msgspec.Struct, frozen=True, gc=False):
    """Tokens first to last (inclusive); `joined` where words of the same sentence stay in front."""

    first: int
    last: int
    joined: bool = False


def unit_of(settled: Settled, others: Sequence[Settled], line: Line, bank: Bank) -> Unit:
    """Choose what a suggestion replaces. A part of the sentence is kept only where nothing in it was found."""
    span = line.spans[settled.match.sentence]
    subjects = bank.lexicon.set_of("subject")
    words = line.text.words
    long = span.last - span.first > LONG
    first = _left(words, after_greeting(words, span.first, bank), settled.match.first, subjects, long)
    last = _right(words, (first, span.last), settled.match.last, subjects, long)
    first = span.first if _found(others, settled, span.first, first - 1) else first
    last = span.last if _found(others, settled, last + 1, span.last) else last
    if last < span.last and words[last] == ",":
        last -= 1
    return Unit(first, last, first > after_greeting(words, span.first, bank))


def within(unit: Unit, match: Match[Card]) -> Unit:
    """Give what of a unit stands near a match: in a draft without marks a unit may be all of it."""
    return Unit(max(unit.first, match.first - NEAR), min(unit.last, match.last + NEAR))


def said_in(unit: Unit, line: Line, bank: Bank) -> frozenset[str]:
    """Give the words of a unit that tell what it is about, in all their forms."""
    said = {bank.verbs.base_of(word) for word in line.text.words[unit.first : unit.last + 1]}
    return frozenset(form for word in said - bank.grammar.slots.light for form in bank.verbs.forms(word))


def after_greeting(words: tuple[str, ...], first: int, bank: Bank) -> int:
    """Give the first token after "Hi Tom," or "Dear Anna,": a greeting is kept to the letter."""
    if words[first] in bank.lexicon.set_of("greeting") and "," in words[first + 1 : first + 4]:
        return words.index(",", first) + 1
    return first


def address_of(unit: Unit, line: Line, bank: Bank) -> str:
    """Give the term of address with which a unit ends, ", Kelly" or ", love", as it was written; "" for none."""
    words, text = line.text.words, line.text
    last = unit.last
    while last > unit.first and not words[last][-1].isalnum():
        last -= 1
    for first in range(last, max(unit.first + 1, last - ADDRESS), -1):
        if words[first - 1] == ",":
            named = all(_names(text.slice(at, at), words[at], bank) for at in range(first, last + 1))
            return text.draft[text.starts[first - 1] : text.ends[last]] if named else ""
    return ""


def addressed(text: str, address: str) -> str:
    """Put a term of address before the mark at the end: "Could we talk, Kelly?"."""
    bare = text.rstrip(".?!")
    return f"{bare}{address}{text[len(bare) :]}"


def _names(surface: str, word: str, bank: Bank) -> bool:
    known = word in bank.lexicon.set_of("endearment") or word in bank.lexicon.set_of("first-name")
    return known or (surface[:1].isupper() and surface != "I" and not surface.isupper())


def tail_of(unit: Unit, line: Line) -> tuple[int, str]:
    """Give how far to replace where the sentence goes on, and its next word in upper case: ", but I" -> "But I"."""
    words, text = line.text.words, line.text
    last = unit.last
    while idle(words[last + 1]):
        last += 1
    word = text.slice(last + 1, last + 1)
    return text.ends[last + 1], word[:1].upper() + word[1:]


def idle(word: str) -> bool:
    """Tell a mark or a connector, with which nothing would be left of a sentence."""
    return not word[-1].isalnum() or word in JOINS - KEPT


def goes_on(unit: Unit, line: Line) -> bool:
    """Tell whether the sentence goes on with "and" or "but", so that a suggestion can stand before it as it is."""
    following = [word for word in line.text.words[unit.last + 1 : unit.last + 3] if word != ","]
    return following[:1] != [] and following[0] in KEPT | {"and"}


def whole_after(unit: Unit, line: Line, bank: Bank) -> Unit:
    """Take in the rest of the sentence where it says nothing (" - - ") or would be flagged by itself."""
    last = line.spans[line.sentence_of(unit.first)].last
    if all(map(idle, line.text.words[unit.last + 1 : last + 1])):
        return msgspec.structs.replace(unit, last=last)
    end, word = tail_of(unit, line)
    rest = word + line.text.draft[end : line.text.ends[last]]
    return msgspec.structs.replace(unit, last=last) if is_flagged(rest, bank) else unit


def whole_before(unit: Unit, line: Line, bank: Bank) -> Unit:
    """Take in what stands in front in the sentence, but for a greeting."""
    span = line.spans[line.sentence_of(unit.first)]
    return Unit(after_greeting(line.text.words, span.first, bank), unit.last)


def before_faces(unit: Unit, line: Line, bank: Bank) -> int:
    """Give the last token before the kisses and the warm or sad faces that a sentence ends with: these stay."""
    last = unit.last
    while last > unit.first and line.text.words[last] in bank.lexicon.set_of("kept-ending"):
        last -= 1
    return last


def _left(words: tuple[str, ...], lowest: int, match: int, subjects: frozenset[str], long: bool) -> int:
    for index in range(match - 1, lowest + REST - 1, -1):
        if words[index] in TURNS or (long and words[index] in JOINS and words[index + 1] in subjects):
            return index + 1
    return lowest


def _right(words: tuple[str, ...], reach: tuple[int, int], match: int, subjects: frozenset[str], long: bool) -> int:
    lowest, highest = reach
    for index in range(match + 1, highest - REST + 1):
        joins = words[index] in JOINS and words[index + 1] in subjects | {"could", "can", "would"}
        if words[index] in TURNS or (long and joins and not subjects.isdisjoint(words[lowest:index])):
            return index - 1
    return highest


def _found(others: Sequence[Settled], settled: Settled, first: int, last: int) -> bool:
    """Tell whether another finding lies in tokens first to last."""
    return any(first <= other.match.last and other.match.first <= last for other in others if other is not settled)
