"""Steps of many patterns as numbers: a bit for each way through a pattern, a number for each row of steps."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Places = dict[int, tuple[list[int], list[int]]]  # by row: the rules that move on from right before, and from any before


class Row(NamedTuple):
    """What one word does in one row: the rules it moves on from the word right before, and from any before."""

    number: int
    near: int
    far: int


def read_rows(asking: Iterable[Places]) -> Iterator[Row]:
    """Yield the rows of one word, the last first."""
    merged: Places = defaultdict(lambda: ([], []))
    for places in asking:
        for number, (near, far) in places.items():
            merged[number][0].extend(near)
            merged[number][1].extend(far)
    for number in sorted(merged, reverse=True):
        yield Row(number, *map(mask, merged[number]))


def mask(bits: Sequence[int]) -> int:
    """Give the integer with these bits."""
    found = bytearray(max(bits, default=0) // 8 + 1)
    for bit in bits:
        found[bit // 8] |= 1 << bit % 8
    return int.from_bytes(found, "little")


def ones(bits: int) -> Iterator[int]:
    """Yield the places of the bits of an integer, lowest first."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
