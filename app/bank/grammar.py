"""phrasebank/grammar.toml -> Grammar: the small words that turn a clause, and what of a clause is carried."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from app.bank.carried import Events, Slots, Times, TopicWords, Wishes


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Closed classes of words, pairs that turn into each other, and kinds of topics."""

    first: tuple[str, str]
    second: str
    not_with_second: frozenset[str]
    subjects: frozenset[str]
    clause_verbs: frozenset[str]
    bare_verbs: frozenset[str]
    prepositions: frozenset[str]
    auxiliaries: frozenset[str]
    present: frozenset[str]
    moved: frozenset[str]
    adverbs: frozenset[str]
    conjunctions: frozenset[str]
    question_words: tuple[str, ...]
    refusals: tuple[str, ...]
    negatives: frozenset[str]
    positive: dict[str, str]
    person: dict[str, str]
    agreement: dict[str, str]
    contractions: dict[str, str]
    articles: dict[str, frozenset[str]]
    slots: Slots
    wishes: Wishes
    times: Times
    events: Events
    topics: TopicWords

    @cached_property
    def turned(self) -> dict[str, str]:
        """Say what words turn into whatever stands beside them, both ways."""
        back = {second: first for first, second in self.person.items()}
        return back | {first.lower(): second for first, second in self.person.items()} | self._firsts

    @cached_property
    def agreeing(self) -> dict[str, tuple[str, str]]:
        """Say which forms turn with their subject: form -> subject and turned form."""
        back = {second: (self.second, first) for first, second in self.agreement.items()}
        return back | {first: (self.first[0].lower(), second) for first, second in self.agreement.items()}

    @cached_property
    def helping(self) -> frozenset[str]:
        """Give what stands with a verb: auxiliaries and adverbs."""
        return self.auxiliaries | self.adverbs

    @cached_property
    def light(self) -> frozenset[str]:
        """Give what stands with a verb, negatives too."""
        return self.helping | self.negatives

    @cached_property
    def closed(self) -> frozenset[str]:
        """Give the small words after which a noun has ended."""
        return self.prepositions | self.helping | self.conjunctions | self.subjects

    @property
    def _firsts(self) -> dict[str, str]:
        return dict.fromkeys((word.lower() for word in self.first), self.second)

    @cached_property
    def contracted(self) -> dict[str, str]:
        """Give the contraction of each full form."""
        return {full.lower(): short for full, short in self.contractions.items()}

    @cached_property
    def expanded(self) -> dict[str, str]:
        """Give the full form of each contraction."""
        return {short.lower(): full for full, short in self.contractions.items()}

    @cached_property
    def full(self) -> re.Pattern[str]:
        """Find full forms that have a contraction, a word after them."""
        return re.compile(rf"\b(?:{'|'.join(self.contracted)})\b(?=\s+\w)", re.IGNORECASE)

    @cached_property
    def short(self) -> re.Pattern[str]:
        """Find contractions, with a straight apostrophe or a curly one."""
        return re.compile(rf"\b(?:{'|'.join(self.expanded)})\b".replace("'", "['’]"), re.IGNORECASE)
