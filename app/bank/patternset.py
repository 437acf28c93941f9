"""Many patterns as one first pass: a re2.Set names the candidates, only those are run for their spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import re2

from app.bank.patterns import compile_pattern, options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Owner = TypeVar("Owner")
SET_MEMORY = 64 << 20  # bytes: RE2's own 8 MiB is too small for hundreds of patterns
ALWAYS = b" "  # every text has one; a first pass that does not name it ran out of memory


@dataclass(frozen=True, slots=True)
class Rule(Generic[Owner]):
    """One compiled pattern and what it belongs to."""

    owner: Owner
    regexp: re2._Regexp
    slots: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Hit(Generic[Owner]):
    """One place that a pattern hit: byte offsets into the text in one spelling, end exclusive."""

    owner: Owner
    start: int
    end: int
    slots: tuple[tuple[str, int, int], ...]


class PatternSet(Generic[Owner]):
    """Patterns with their owners; `hits` runs them all in time linear in the text."""

    def __init__(self, sources: Iterable[tuple[Owner, str]]) -> None:
        self._rules = tuple(make_rule(owner, source) for owner, source in sources)
        self._set = re2.Set.SearchSet(options(SET_MEMORY))
        for rule in self._rules:
            self._set.Add(rule.regexp.pattern)
        self._always = self._set.Add(ALWAYS)
        self._set.Compile()

    def __len__(self) -> int:
        return len(self._rules)

    def hits(self, text: bytes) -> Iterator[Hit[Owner]]:
        """Yield every hit, pattern by pattern; a first pass that failed for memory means that all are run."""
        for rule in self._candidates(text):
            yield from run(rule, text)

    def any(self, text: bytes) -> bool:
        """Tell whether any pattern hits, without its place."""
        return any(rule.regexp.search(text) for rule in self._candidates(text))

    def _candidates(self, text: bytes) -> Iterable[Rule[Owner]]:
        named = self._set.Match(text) or ()
        if self._always not in named:
            return self._rules
        return [self._rules[index] for index in sorted(named) if index != self._always]


def make_rule(owner: Owner, source: str) -> Rule[Owner]:
    """Compile one source; ValueError says what RE2 did not like."""
    regexp = compile_pattern(source)
    names = {name.decode(): index for name, index in regexp.groupindex.items()}
    return Rule(owner, regexp, tuple(names.items()))


def run(rule: Rule[Owner], text: bytes) -> Iterator[Hit[Owner]]:
    """Yield the places of one pattern from left to right, none inside another."""
    for match in rule.regexp.finditer(text):
        start, end = match.span()
        spans = [(name, *match.span(index)) for name, index in rule.slots]
        yield Hit(rule.owner, start, end, tuple(span for span in spans if span[1] >= 0))
