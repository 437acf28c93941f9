"""A clause from the other side: "you never call me" <-> "I never call you"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.reframing.grammar import is_auxiliary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.bank import Bank

WORD = re.compile(r"\w+(?:['’]\w+)*")


def turn_person(clause: str, bank: Bank) -> str:
    """Turn I, me, my ... into you, your ... and back; twice gives the clause back. Never raises.

    A clause is plain text, in lower case but for "I" and names. "You" is told by its place: "I" before its verb, "me"
    after a verb or a preposition. "Aren't" is written out, since "I am not" has no such form.
    """
    clause = re.sub(r"\baren['’]t\b", "are not", clause)
    words = plain_words(clause)
    turned = iter([_turn(words, at, bank) for at in range(len(words))])
    return WORD.sub(lambda match: next(turned) or match[0], clause)


def plain_words(clause: str) -> list[str]:
    """Give the words in lower case, with straight apostrophes and without marks."""
    return [word.lower().replace("’", "'") for word in WORD.findall(clause)]


def _turn(words: Sequence[str], at: int, bank: Bank) -> str:
    """Give what a word turns into, "" for itself."""
    word, grammar = words[at], bank.grammar
    if word == grammar.second:
        return grammar.first[not is_subject(words, at, bank)]
    if word in grammar.agreeing:
        subject, form = grammar.agreeing[word]
        return form if _subject_of(words, at, bank) == subject else ""
    return grammar.turned.get(word, "")


def is_subject(words: Sequence[str], at: int, bank: Bank) -> bool:
    """Tell "you" who does from "you" to whom it is done: the first stands before a finite verb."""
    grammar, before = bank.grammar, words[at - 1] if at else ""
    after = next((word for word in words[at + 1 :] if word not in grammar.adverbs), "")
    if not before or is_auxiliary(before, bank):
        return at <= 1 or words[at - 2] in grammar.question_words or bank.verbs.is_known(after)
    if is_auxiliary(after, bank) and after not in grammar.not_with_second:
        return True
    if before in grammar.prepositions or not bank.verbs.is_form(after, "base", "past"):
        return False
    free = not bank.verbs.is_known(before) or words[at - 2] in bank.lexicon.set_of("determiner")
    return free or bank.verbs.base_of(before) in grammar.clause_verbs


def _subject_of(words: Sequence[str], at: int, bank: Bank) -> str:
    """Give the pronoun that a form of "be" at this place goes with, "" where that is something else."""
    left = at - 1
    while left > 0 and words[left] in bank.grammar.adverbs:
        left -= 1
    if left >= 0 and words[left] in bank.grammar.subjects:
        joined = words[left - 1 : left] == ["and"] and not any(map(bank.verbs.is_known, words[:left]))
        other = words[left] == bank.grammar.second and (joined or not is_subject(words, left, bank))
        return "" if other else words[left]
    opens = not at or words[at - 1] in bank.grammar.question_words
    return words[at + 1] if opens and at + 1 < len(words) else ""
