"""A line -> what it says: the words that tell something, its ideas, and whether it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.checker.text import read_text

if TYPE_CHECKING:
    from app.bank import Bank

FEW = 2  # words: fewer tell too little to be compared
ALIKE = 0.6  # share of the shorter line's words from which two lines say the same


class Said(msgspec.Struct, frozen=True, gc=False):
    """What a line says: the words that tell something, and the bank's ideas."""

    words: frozenset[str]
    ideas: frozenset[str]
    asks: bool

    def repeats(self, other: Said) -> bool:
        """Tell whether two lines say the same, or nearly so."""
        fewer, more = sorted((self.ideas, other.ideas), key=len)
        least = min(len(self.words), len(other.words))
        alike = least >= FEW and len(self.words & other.words) / least >= ALIKE
        return alike or bool(fewer and fewer <= more)


def said_by(text: str, bank: Bank) -> Said:
    """Tell what some words say."""
    words = read_text(text, bank.spelling).words
    telling = frozenset(word for word in words if word[-1].isalnum())
    return Said(telling - bank.grammar.slots.light, bank.joints.ideas_of(words), "?" in words)


def bases_in(text: str, bank: Bank) -> set[str]:
    """Give the telling words of a text, verbs in their base form."""
    return {bank.verbs.base_of(word) for word in said_by(text, bank).words}
