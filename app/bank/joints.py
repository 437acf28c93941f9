"""phrasebank/joints.toml -> Joints: what holds a message together once some of its sentences are other ones."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence


class Lead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words with which a sentence leans on the one before; `instead` stands there once that one was replaced.

    They stay where none of `next` follows, where the sentence holds one of `unless`, where the words before end with
    one of `unless_after`, and, with `twice`, where the words before do not say them too.
    """

    words: tuple[str, ...]
    instead: str = ""
    next: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    unless_after: tuple[str, ...] = ()
    twice: bool = False

    def leans(self, rest: Sequence[str], before: str) -> bool:
        """Tell whether these words lean: `rest` follows them in the sentence, `before` is said in front of it."""
        following = next((word for word in rest if word[-1].isalnum()), "")
        if self.next and following not in self.next:
            return False
        if not self.unless.isdisjoint(rest) or before.endswith(self.unless_after or "\n"):
            return False
        return not self.twice or not set(self.words).isdisjoint(before.lower().split())


class Idea(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that lines say in different words, and the signs of it."""

    name: str
    signs: tuple[str, ...]


class Joints(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Fragments and leads that mean nothing without the sentence before, and ideas that need saying once."""

    fragments: frozenset[str]
    lead: tuple[Lead, ...]
    idea: tuple[Idea, ...]

    @cached_property
    def leads(self) -> tuple[tuple[tuple[str, ...], Lead], ...]:
        """Give every lead as words, the longest first."""
        found = [(tuple(words.split()), lead) for lead in self.lead for words in lead.words]
        return tuple(sorted(found, key=lambda entry: -len(entry[0])))

    @cached_property
    def _signs(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """Give the signs of ideas as words, each with its idea, by their first word."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for idea in self.idea:
            for sign in idea.signs:
                words = tuple(sign.split())
                found.setdefault(words[0], []).append((words, idea.name))
        return found

    def ideas_of(self, words: tuple[str, ...]) -> frozenset[str]:
        """Name the ideas that some words, in one spelling, tell of."""
        known = ((at, sign, name) for at, word in enumerate(words) for sign, name in self._signs.get(word, ()))
        return frozenset(name for at, sign, name in known if words[at : at + len(sign)] == sign)
