"""Pieces of a pattern: how many words long each is, and the words, or pairs of neighbours, that it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Need = frozenset[str]  # words, or neighbours written "one two", of which one must be there
MOST_PAIRS = 40  # a need with more pairs excludes little and takes long to file
NOTHING: Need = frozenset()


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A piece of a pattern: how many words long, and what it can begin with (nothing: anything)."""

    least: int
    most: int
    firsts: Need = NOTHING


def neighbours(lasts: Need, firsts: Need) -> Need:
    """Give the pairs of words in which two pieces can meet; none where that is not known, or too many."""
    if not lasts or not firsts or len(lasts) * len(firsts) > MOST_PAIRS:
        return NOTHING
    return frozenset([f"{last} {first.partition(' ')[0]}" for last in lasts for first in firsts])


def beginning(way: Sequence[Piece]) -> Need:
    """Give the words that a run of pieces can begin with, with the next one where that is known; none for any."""
    if len(way) > 1 and way[0].least == way[0].most == 1 and way[1].least:
        return neighbours(way[0].firsts, way[1].firsts) or way[0].firsts
    return either([piece.firsts for piece in definite(way)])


def definite(way: Sequence[Piece]) -> Sequence[Piece]:
    """Give the pieces up to the first that cannot lack."""
    for count, piece in enumerate(way, 1):
        if piece.least:
            return way[:count]
    return ()


def either(needs: Iterable[Need]) -> Need:
    """Give the words of all; none where one of them may be any."""
    found = tuple(needs)
    return NOTHING.union(*found) if all(found) else NOTHING
