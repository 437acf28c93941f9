"""What is carried over from a sentence, and which lines can take it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from app.bank.validate import PLACEHOLDER

if TYPE_CHECKING:
    from app.bank import Bank
    from app.records import Category


class Carried(msgspec.Struct, frozen=True):
    """The writer's words by placeholder, and the parts of lines that cannot take them.

    `fits` names the themes and categories whose lines can take the topic, `takes` the parts of which such a line holds
    one, if there are any; `theme` is the one that the topic tells.
    """

    words: dict[str, str]
    unfit: dict[str, tuple[str, ...]]
    fits: frozenset[str] = frozenset()
    theme: str = ""
    takes: tuple[str, ...] = ()

    def suits(self, line: str, owner: str | Category, bank: Bank) -> bool:
        """Tell whether a line of a theme or category can take the words: "I'm stretched thin with the water" cannot be.

        A word that line and words would both say is none of a person's ("talk about the talk").
        """
        names = set(PLACEHOLDER.findall(line)) & self.words.keys()
        if "topic" in names and (owner not in self.fits or not self._taken(line)):
            return False
        if any(part in line for name in names for part in self.unfit.get(name, ())):
            return False
        said = bank.grammar.slots.echoes & _bases(" ".join(self.words[name] for name in names), bank)
        return not said or said.isdisjoint(_bases(PLACEHOLDER.sub("", line), bank))

    def _taken(self, line: str) -> bool:
        return not self.takes or any(part in line for part in self.takes)


def _bases(text: str, bank: Bank) -> set[str]:
    """Give the words of a text, verbs in their base form."""
    return {bank.verbs.base_of(word) for word in re.findall(r"\w+", text.lower())}
