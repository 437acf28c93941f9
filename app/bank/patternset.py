"""Many patterns at once: the words of a sentence name the candidates, only those are run for their spans."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from app.bank.errors import BankError
from app.bank.index import Index
from app.bank.patterns import AGAIN, BODY
from app.bank.syntax import compile_pattern, matcher

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import re2

    from app.bank.needs import Need
    from app.bank.patterns import PatternCompiler
    from app.bank.sketch import Sketch
    from app.bank.syntax import Matcher
    from app.bank.view import View

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

    def sketch(self) -> Sketch:
        """Read what a sentence must have for this pattern to hit."""
        return self._compiler.sketch(self.pattern)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """Give words and pairs of which a sentence must have one each; none where there are several ways to hit."""
        ways = self.sketch()
        steps = ways[0].steps if len(ways) == 1 else ()
        return tuple(frozenset([" ".join(each.split()[:2]) for each in step.words]) for step in steps)

    @cached_property
    def regexp(self) -> re2._Regexp:
        """The exact pattern."""
        return compile_pattern(self._compiler.source(self.pattern))

    @cached_property
    def match(self) -> Matcher:
        """Find the first place of the exact pattern between two places of a text."""
        return matcher(self.regexp)

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


class PatternSet(Generic[Owner]):
    """Patterns with their owners; `hits` runs those that a sentence has the words for.

    Sets that share an index look each sentence up only once.
    """

    def __init__(self, rules: Iterable[Rule[Owner]], index: Index | None = None) -> None:
        self.rules = tuple(rule.checked() for rule in rules)
        self._index = index or Index()
        self._first = self._index.add(rule.sketch() for rule in self.rules)

    def __len__(self) -> int:
        """Count the patterns."""
        return len(self.rules)

    def hits(self, text: bytes, view: View) -> Iterator[Hit[Owner]]:
        """Yield every hit in one sentence, in the order of the bank."""
        for rule in self.candidates(view):
            yield from run(rule, text, view)

    def firsts(self, rules: Iterable[Rule[Owner]], text: bytes, view: View) -> Iterator[Hit[Owner]]:
        """Yield one hit in a sentence of each owner that has any among some candidates."""
        seen: set[int] = set()
        for rule in rules:
            if id(rule.owner) not in seen and (hits := run(rule, text, view)):
                seen.add(id(rule.owner))
                yield hits[0]

    def candidates(self, view: View) -> list[Rule[Owner]]:
        """Give the rules whose sketch fits a sentence."""
        fitting, first = self._index.fitting(view), self._first
        own = fitting[bisect_left(fitting, first) : bisect_left(fitting, first + len(self.rules))]
        return [self.rules[index - first] for index in own]


class ExceptionSet(Generic[Owner]):
    """Exceptions by their owners; only those of owners that hit are looked at."""

    def __init__(self, rules: Iterable[Rule[Owner]]) -> None:
        self.rules = tuple(rule.checked() for rule in rules)

    @cached_property
    def _by_owner(self) -> dict[int, list[Rule[Owner]]]:
        """Give the exceptions by where their owner is kept: owners are large to hash, and nobody copies one."""
        found: dict[int, list[Rule[Owner]]] = defaultdict(list)
        for rule in self.rules:
            found[id(rule.owner)].append(rule)
        return found

    def hits(self, owner: Owner, text: bytes, view: View) -> Iterator[Hit[Owner]]:
        """Yield every hit of one owner's exceptions in one sentence."""
        if rules := self._by_owner.get(id(owner)):
            said = {*view.words, *view.pairs}
            for rule in rules:
                if not any(map(said.isdisjoint, rule.needs)):
                    yield from run(rule, text, view)


def run(rule: Rule[Owner], text: bytes, view: View) -> list[Hit[Owner]]:
    """Give the places of one pattern in a sentence from left to right, none inside another."""
    found: list[Hit[Owner]] = []
    spans = rule.match(text, view.start, view.end)
    while spans[0][0] >= 0:
        start, end = spans[1][0] - 1 if rule.anchored else spans[0][0], spans[0][1]
        slots = [(name, *spans[index]) for name, index in rule.slots]
        found.append(Hit(rule.owner, start, end, tuple(slot for slot in slots if slot[1] >= 0)))
        spans = rule.match(text, end, view.end)
    return found
