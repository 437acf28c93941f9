"""A stretch of the draft -> the words of it that are carried: cut at the clause's end, cleaned, spelt as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.reframing.person import is_subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.bank import Bank
    from app.bank.lexicon import Phrases
    from app.checker.text import Text


def clean_slot(words: Sequence[str], first: int, last: int, bank: Bank) -> tuple[int, ...]:
    """Give the tokens of a slot that can be carried, in order; () where what is left is an insult or half a phrase.

    The slot ends with its clause. Fillers go ("bloody", "even once"), and adverbs at the end; "me", "my", names and
    things stay.
    """
    last = clause_end(words, first, last, bank)
    dropped = covered(words, first, last, bank.grammar.slots.dropped)
    left = [index for index in range(first, last + 1) if index not in dropped]
    while left and (tail := _tail(words, left, bank.grammar.slots.dropped_last)):
        left = left[:-tail]
    said = {words[index] for index in left}
    if not left or words[left[-1]] in bank.grammar.slots.half or not said.isdisjoint(bank.lexicon.set_of("insult")):
        return ()
    return tuple(left)


def clause_end(words: Sequence[str], first: int, last: int, bank: Bank) -> int:
    """Give the last token before a mark, a word that opens another idea, or the subject of another clause."""
    stops = bank.lexicon.set_of("slot-stop")
    for index in range(first + 1, last + 1):
        if not words[index][-1].isalnum() and words[index] != "'s":
            return index - 1
        goes_on = words[index] == "and" and words[index - 1] in bank.grammar.slots.and_after
        if (words[index] in stops and not goes_on) or _opens_clause(words[first : last + 2], index - first, bank):
            return index - 1
    return last


def _opens_clause(words: Sequence[str], at: int, bank: Bank) -> bool:
    """Tell "talk to me I am tired" (at I) from "ask me how I am" and "talk to you"."""
    word, grammar = words[at], bank.grammar
    if word not in grammar.subjects or words[at - 1] in grammar.slots.embedding:
        return False
    following = words[at + 1] if at + 1 < len(words) else ""
    if word == grammar.second:
        acts = (
            bank.verbs.is_form(following, "base", "past")
            and bank.verbs.base_of(words[at - 1]) not in grammar.bare_verbs
        )
        return is_subject(words, at, bank) or (acts and words[at - 1] not in grammar.prepositions)
    return word != "it" or following in grammar.auxiliaries


def starts(words: Sequence[str], first: int, last: int, phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Yield where a phrase starts in tokens first to last, and how many tokens it takes."""
    for index in range(first, last + 1):
        for phrase in phrases.get(words[index], ()):
            if index + len(phrase) <= last + 1 and tuple(words[index : index + len(phrase)]) == phrase:
                yield index, len(phrase)
                break


def covered(words: Sequence[str], first: int, last: int, phrases: Phrases) -> frozenset[int]:
    """Give the tokens that stand in one of the phrases."""
    found = starts(words, first, last, phrases)
    return frozenset(index for start, length in found for index in range(start, start + length))


def _tail(words: Sequence[str], left: Sequence[int], phrases: Phrases) -> int:
    """Count the tokens at the end that are one of the phrases."""
    for at in range(len(left)):
        said = tuple(words[index] for index in left[at:])
        if at and said in phrases.get(said[0], ()):
            return len(said)
    return 0


def spoken(text: Text, tokens: Sequence[int], instead: Mapping[int, str]) -> str:
    """Write tokens as the draft has them, some of them with other words `instead`; "" leaves a token out."""
    pieces: list[str] = []
    start = 0
    for place, index in enumerate(tokens):
        follows = place + 1 < len(tokens) and tokens[place + 1] == index + 1 and tokens[place + 1] not in instead
        if index in instead:
            pieces.append(instead[index])
            start = place + 1
        elif not follows:
            pieces.append(text.slice(tokens[start], index))
            start = place + 1
    return " ".join(filter(None, pieces))
