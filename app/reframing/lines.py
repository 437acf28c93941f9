"""A line of the bank -> its words, and which places in it only the writer's words can fill."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from app.bank.validate import LISTS, PLACEHOLDER
from app.reframing.voice import WORD

if TYPE_CHECKING:
    from collections import Counter

# how much of the writer's own sentence each carries; a topic alone brings a line no nearer to it than another
WEIGHTS = {
    "rest": 9,
    "past_rest": 9,
    "act": 8,
    "hoped": 8,
    "event": 7,
    "habit": 7,
    "mine": 7,
    "when": 6,
    "topic": 4,
    "time": 3,
}
FULL = WEIGHTS.keys() - {"topic"}


@cache  # of the bank's own lists
def carrying(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give the lines that carry something of the writer's."""
    return tuple(line for line in lines if carried_names(line))


@cache
def standing_alone(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give the lines that need nothing of the writer's."""
    return tuple(line for line in lines if not carried_names(line))


@cache
def words_of(line: str) -> frozenset[str]:
    """Give the words of a line."""
    return frozenset(WORD.findall(line.lower()))


@cache  # of the bank's own lines, which are few and never change
def carried_names(template: str) -> frozenset[str]:
    """Name the placeholders of a line that only the writer's words can fill."""
    return frozenset(PLACEHOLDER.findall(template)) - LISTS.keys()


def weight(template: str, spent: Counter[str]) -> int:
    """Weigh how much a line carries; what another stance of the same finding carries already counts half."""
    return sum(WEIGHTS[name] >> spent[name] for name in carried_names(template))
