"""Clauses as the writer put them -> clauses that a line can take: statement, negation, form, contraction, article.

A clause is plain text without the mark at its end, in lower case but for "I" and names. What a function here does not
understand it gives back as it is; none of them raises. The words themselves stand in phrasebank/grammar.toml.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.verbs import Form

TAG = re.compile(r",\s+(\S+)\s+(\w+)$")
DO: dict[str, Form] = {"do": "base", "does": "s", "did": "past"}
VOWELS = "aeiou"


def to_statement(question: str, bank: Bank) -> str:
    """Turn a question into what it says: "why do you never ask?" -> "you never ask"; its subject must be a pronoun.

    A tag goes ("..., do you?"); "not once have you asked" and "can't you ask" find their order.
    """
    asked = _without_tag(question.rstrip(" ?!."), bank).split()
    words = asked[_asking(asked, bank) :]
    opens = next((at for at, word in enumerate(words) if is_auxiliary(word, bank)), len(words))
    lead, rest = words[:opens], words[opens:]
    if len(rest) < len(("have", "you")) or rest[1].lower() not in bank.grammar.subjects or not _adverbial(lead, bank):
        return " ".join(words if words and words[0].lower() in bank.grammar.subjects else asked)
    return " ".join([rest[1], *_said(rest[0].lower(), [*lead, *rest[2:]], bank)])


def _without_tag(clause: str, bank: Bank) -> str:
    tag = TAG.search(clause)
    tagged = tag and is_auxiliary(tag[1], bank) and tag[2].lower() in bank.grammar.subjects
    return clause[: tag.start()] if tag and tagged else clause


def _asking(words: list[str], bank: Bank) -> int:
    """Count the question words in front: "how come" are two."""
    text = " ".join(words).lower() + " "
    return next((len(asked.split()) for asked in bank.grammar.question_words if text.startswith(f"{asked} ")), 0)


def _adverbial(words: list[str], bank: Bank) -> bool:
    return all(word.lower() in bank.grammar.adverbs for word in words)


def is_auxiliary(word: str, bank: Bank) -> bool:
    """Tell "do", "can", "won't"."""
    return expand(word, bank).partition(" ")[0].lower() in bank.grammar.auxiliaries


def _said(auxiliary: str, rest: list[str], bank: Bank) -> list[str]:
    """Give what stands after the subject of a statement: "do" goes, and leaves its form with the verb."""
    if auxiliary not in DO:
        return [auxiliary, *rest]
    verb = next((at for at, word in enumerate(rest) if word not in bank.grammar.adverbs), len(rest))
    if verb == len(rest) or "not" in rest[:verb]:
        return [auxiliary, *rest]
    return [*rest[:verb], to_form(rest[verb], DO[auxiliary], bank), *rest[verb + 1 :]]


def affirm(phrase: str, bank: Bank) -> str:
    """Say of a verb phrase what would be if it were done: "won't even talk to anyone" -> "talk to someone"."""
    words = expand(phrase, bank).split()
    while words and words[0].lower() in bank.grammar.light:
        words = words[1:]
    for refusal in bank.grammar.refusals:
        if " ".join([bank.verbs.base_of(word.lower()) for word in words]).startswith(f"{refusal} "):
            words = words[len(refusal.split()) :]
    head, *rest = words or [""]
    return " ".join(filter(None, [bank.verbs.base_of(head.lower()), *(positive(word, bank) for word in rest)]))


def positive(word: str, bank: Bank) -> str:
    """Give what stands for "any" and "ever" where something is done after all; "" where nothing does."""
    return bank.grammar.positive.get(word.lower(), word)


def negate(clause: str, bank: Bank) -> str:
    """Deny a clause that begins with a pronoun: "he helps me" -> "he doesn't help me"."""
    subject, _, rest = expand(clause, bank).partition(" ")
    verb, _, others = rest.partition(" ")
    if subject.lower() not in bank.grammar.subjects or not verb or bank.grammar.negatives.intersection(rest.split()):
        return clause
    if _helps(verb.lower(), others, bank):
        return contract(f"{subject} {verb} not {others}".rstrip(), bank)
    form = next((each for each in DO.values() if bank.verbs.is_form(verb, each)), "base")
    do = next(word for word, each in DO.items() if each == form)
    return contract(f"{subject} {do} not {to_form(rest, 'base', bank)}", bank)


def _helps(verb: str, others: str, bank: Bank) -> bool:
    """Tell an auxiliary from "have" and "do" that stand for themselves: "you have asked", "you have time"."""
    beside = next((word for word in others.split() if word not in bank.grammar.adverbs), "")
    alone = bank.verbs.base_of(verb) in DO.keys() | {"have"} and not bank.verbs.is_known(beside)
    return verb in bank.grammar.auxiliaries and not alone


def to_form(phrase: str, form: Form, bank: Bank) -> str:
    """Put a verb phrase in whatever form it stands into another: "helping me with it" -> "helped me with it"."""
    head, space, rest = phrase.partition(" ")
    return bank.verbs.inflect(bank.verbs.base_of(head.lower()), form) + space + rest


def infinitive(phrase: str, bank: Bank) -> str:
    """Give the infinitive of a verb phrase: "helped me" -> "to help me"."""
    return f"to {to_form(phrase, 'base', bank)}"


def expand(clause: str, bank: Bank) -> str:
    """Write contractions out: "don't" -> "do not"."""
    return bank.grammar.short.sub(lambda match: _cased(match[0], bank.grammar.expanded[_plain(match[0])]), clause)


def contract(clause: str, bank: Bank) -> str:
    """Write contractions: "do not" -> "don't"; never at the end, where "I am" stays."""
    return bank.grammar.full.sub(lambda match: _cased(match[0], bank.grammar.contracted[match[0].lower()]), clause)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _cased(written: str, word: str) -> str:
    """Keep a capital that was written."""
    return word[:1].upper() + word[1:] if written[:1].isupper() else word


def with_article(noun: str, bank: Bank) -> str:
    """Put "a" or "an" before a noun or what stands before it: "an hour", "a useful talk"."""
    word = re.split(r"\W", noun.lower(), maxsplit=1)[0]
    exception = next((article for article, words in bank.grammar.articles.items() if word in words), "")
    return f"{exception or ('an' if word[:1] in VOWELS else 'a')} {noun}"
