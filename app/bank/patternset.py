"""Many patterns as one first pass: a re2.Set names the candidates, only those are run for their spans."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec
import re2

from app.bank.errors import BankError
from app.bank.patterns import AGAIN, BODY, compile_pattern, options, refusal

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from app.bank.patterns import PatternCompiler

Owner = TypeVar("Owner")
SET_MEMORY = 64 << 20  # bytes: RE2's own 8 MiB is too small for hundreds of patterns
ALWAYS = b" "  # every text has one; a first pass that does not name it ran out of memory


class Rule(Generic[Owner]):
    """One pattern and what it belongs to; compiled when a first pass names it for the first time."""

    def __init__(self, owner: Owner, pattern: str, compiler: PatternCompiler) -> None:
        self.owner, self.pattern, self._compiler = owner, pattern, compiler
        self.anchored = pattern.startswith("^")

    @cached_property
    def regexp(self) -> re2._Regexp:
        """The exact pattern."""
        return compile_pattern(self._compiler.source(self.pattern))

    @cached_property
    def slots(self) -> tuple[tuple[str, int], ...]:
        """The names of the slots and the groups that hold them."""
        groups = ((name.decode(), index) for name, index in self.regexp.groupindex.items())
        return tuple((name.partition(AGAIN)[0], index) for name, index in groups if name != BODY)

    @cached_property
    def sketch(self) -> bytes:
        """The pattern for the first pass."""
        return self._compiler.sketch(self.pattern).encode("ascii")


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
    """Patterns with their owners; `hits` runs them all in time linear in the text."""

    def __init__(self, rules: Iterable[Rule[Owner]]) -> None:
        self.rules = tuple(rules)
        self._set = re2.Set.SearchSet(options(SET_MEMORY))
        for rule in self.rules:
            self._add(rule)
        self._always = self._set.Add(ALWAYS)
        self._set.Compile()

    def _add(self, rule: Rule[Owner]) -> None:
        """Add a pattern to the first pass; PatternError names it and carries RE2's own words."""
        try:
            self._set.Add(rule.sketch)
        except (BankError, ValueError) as error:
            raise PatternError(rule, str(error)) from None
        except re2.error:
            raise PatternError(rule, refusal(rule.sketch)) from None

    def __len__(self) -> int:
        """Count the patterns."""
        return len(self.rules)

    def hits(self, text: bytes, owners: Container[int] | None = None) -> Iterator[Hit[Owner]]:
        """Yield every hit, pattern by pattern; with `owners` only those whose owner's id() is in it."""
        for rule in self._candidates(text):
            if owners is None or id(rule.owner) in owners:
                yield from run(rule, text)

    def any(self, text: bytes) -> bool:
        """Tell whether any pattern hits, without its place."""
        return any(rule.regexp.search(text) for rule in self._candidates(text))

    def _candidates(self, text: bytes) -> Iterable[Rule[Owner]]:
        """Give the rules of the first pass; all of them where it failed for memory."""
        named = self._set.Match(text) or ()
        if self._always not in named:
            return self.rules
        return [self.rules[index] for index in sorted(named) if index != self._always]


def run(rule: Rule[Owner], text: bytes) -> Iterator[Hit[Owner]]:
    """Yield the places of one pattern from left to right, none inside another."""
    for match in rule.regexp.finditer(text):
        start, end = match.start(1) - 1 if rule.anchored else match.start(), match.end()
        spans = [(name, *match.span(index)) for name, index in rule.slots]
        yield Hit(rule.owner, start, end, tuple(span for span in spans if span[1] >= 0))
