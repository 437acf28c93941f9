"""Many patterns at once: the words of a sentence name the candidates, only those are run for their spans."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from app.bank.errors import BankError
from app.bank.patterns import AGAIN, BODY, compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import re2

    from app.bank.needs import Need
    from app.bank.patterns import PatternCompiler

Owner = TypeVar("Owner")


class Rule(Generic[Owner]):
    """One pattern and what it belongs to; compiled when a sentence first has the words it needs."""

    def __init__(self, owner: Owner, pattern: str, compiler: PatternCompiler) -> None:
        self.owner, self.pattern, self._compiler = owner, pattern, compiler
        self.anchored = pattern.startswith("^")

    def checked(self) -> Rule[Owner]:
        """Give the rule itself; PatternError names a pattern that is wrong, and its fault."""
        try:
            self._compiler.refuse(self.pattern)
        except (BankError, ValueError) as error:
            raise PatternError(self, str(error)) from None
        return self

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What a sentence must have for this pattern to hit, rarest first."""
        return self._compiler.needs(self.pattern)

    @cached_property
    def regexp(self) -> re2._Regexp:
        """The exact pattern."""
        return compile_pattern(self._compiler.source(self.pattern))

    @cached_property
    def slots(self) -> tuple[tuple[str, int], ...]:
        """The names of the slots and the groups that hold them."""
        groups = ((name.decode(), index) for name, index in self.regexp.groupindex.items())
        return tuple((name.partition(AGAIN)[0], index) for name, index in groups if name != BODY)


class PatternError(ValueError):
    """A pattern that cannot be compiled."""

    def __init__(self, rule: Rule[Any], fault: str) -> None:
        super().__init__(f"pattern `{rule.pattern}`: {fault}")
        self.owner = rule.owner


class Hit(msgspec.Struct, Generic[Owner], frozen=True):
    """One place that a pattern hit: byte offsets into the text in one spelling, end exclusive."""

    owner: Owner
    start: int
    end: int
    slots: tuple[tuple[str, int, int], ...]


class View(msgspec.Struct, frozen=True, gc=False):
    """One sentence as patterns see it: its words and pairs of neighbours, and its bytes [start, end) in the text."""

    words: frozenset[str]
    start: int
    end: int


class PatternSet(Generic[Owner]):
    """Patterns with their owners; `hits` runs those that a sentence has the words for."""

    def __init__(self, rules: Iterable[Rule[Owner]]) -> None:
        self.rules = tuple(rules)
        self._anywhere: set[int] = set()
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for index, rule in enumerate(self.rules):
            needs = rule.checked().needs
            for word in needs[0] if needs else ():
                self._by_word[word].append(index)
            if not needs:
                self._anywhere.add(index)
        self._needs = [rule.needs for rule in self.rules]
        self._second = [needs[min(1, len(needs) - 1)] if needs else None for needs in self._needs]

    def __len__(self) -> int:
        """Count the patterns."""
        return len(self.rules)

    def hits(self, text: bytes, view: View) -> Iterator[Hit[Owner]]:
        """Yield every hit in one sentence, in the order of the bank."""
        for index in self.candidates(view.words):
            yield from run(self.rules[index], text, view)

    def candidates(self, words: frozenset[str]) -> list[int]:
        """Give the rules whose needs a sentence of these words meets."""
        found = self._anywhere.union(*(self._by_word[word] for word in words & self._by_word.keys()))
        lacks, needs, second = words.isdisjoint, self._needs, self._second
        close = [index for index in found if not lacks(second[index] or words)]
        return sorted(index for index in close if not any(map(lacks, needs[index])))


class ExceptionSet(Generic[Owner]):
    """Exceptions by their owners; only those of owners that hit are looked at."""

    def __init__(self, rules: Iterable[Rule[Owner]]) -> None:
        self.rules = tuple(rule.checked() for rule in rules)
        self._by_owner: dict[int, list[Rule[Owner]]] = defaultdict(list)
        for rule in self.rules:
            self._by_owner[id(rule.owner)].append(rule)

    def hits(self, owner: Owner, text: bytes, view: View) -> Iterator[Hit[Owner]]:
        """Yield every hit of one owner's exceptions in one sentence."""
        for rule in self._by_owner.get(id(owner), ()):
            if not any(map(view.words.isdisjoint, rule.needs)):
                yield from run(rule, text, view)


def run(rule: Rule[Owner], text: bytes, view: View) -> Iterator[Hit[Owner]]:
    """Yield the places of one pattern in a sentence from left to right, none inside another."""
    for match in rule.regexp.finditer(text, view.start, view.end):
        start, end = match.start(1) - 1 if rule.anchored else match.start(), match.end()
        spans = [(name, *match.span(index)) for name, index in rule.slots]
        yield Hit(rule.owner, start, end, tuple(span for span in spans if span[1] >= 0))
