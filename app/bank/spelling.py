"""phrasebank/spelling.toml -> Spelling: the one way in which words are written for the patterns."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

REPEATED = re.compile(r"([a-z])\1{2,}")  # "sooo", "alllways": no English word has three of a letter in a row


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A plain list of words."""

    words: tuple[str, ...]


class Ambiguous(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A typed word with two readings; the next word decides."""

    word: str
    otherwise: str
    reading: str
    next: frozenset[str]
    next_endings: tuple[str, ...] = ()
    unless_next: frozenset[str] = frozenset()

    def read(self, following: str) -> str:
        """Choose the reading by the word that follows, as it was typed in lower case ("" at the end)."""
        if following in self.next:
            return self.reading
        if self.next_endings and following.endswith(self.next_endings) and following not in self.unless_next:
            return self.reading
        return self.otherwise


class Spelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What people type, and the words that patterns are written in."""

    suffixes: dict[str, str]
    is_after: Words
    words: dict[str, str]
    ambiguous: tuple[Ambiguous, ...]
    abbreviations: Words
    faces: dict[str, tuple[str, ...]]

    @cached_property
    def table(self) -> dict[str, tuple[str, ...]]:
        """One typed word -> its words."""
        return {typed: tuple(words.split()) for typed, words in self.words.items()}

    @cached_property
    def readings(self) -> dict[str, Ambiguous]:
        """The words that their neighbour decides."""
        return {entry.word: entry for entry in self.ambiguous}

    @cached_property
    def special(self) -> frozenset[str]:
        """Typed words that are not written as they stand."""
        return frozenset(self.table) | frozenset(self.readings)

    @cached_property
    def face_names(self) -> dict[str, str]:
        """One emoji or smiley -> the name that patterns use for it."""
        return {face: f":{name}:" for name, faces in self.faces.items() for face in faces}

    @cached_property
    def is_stems(self) -> frozenset[str]:
        """Words after which 's stands for "is"."""
        return frozenset(self.is_after.words)

    def split(self, word: str) -> tuple[tuple[str, int], ...]:
        """Cut "don't" into ("do", 2), ("not", 3): words and how many characters of the typed word each takes."""
        if "'" not in word:
            return tuple((part, len(word)) for part in self.table.get(word, (word,)))
        if (known := self.table.get(word.replace("'", ""))) and len(known) == 1:
            return ((known[0], len(word)),)
        return self._split_suffix(word)

    def _split_suffix(self, word: str) -> tuple[tuple[str, int], ...]:
        if word == "let's":
            return ("let", 3), ("us", 2)
        for suffix, meaning in self.suffixes.items():
            if word.endswith(suffix) and len(word) > len(suffix):
                return self._negated(word) if suffix == "n't" else self._joined(word, suffix, meaning)
        if word.endswith("'s"):
            return self._joined(word, "'s", "is" if word[:-2] in self.is_stems else "'s")
        return ((word.replace("'", ""), len(word)),)

    def _joined(self, word: str, suffix: str, meaning: str) -> tuple[tuple[str, int], ...]:
        stem = word[: -len(suffix)]
        first = " ".join(self.table.get(stem, (stem,)))
        return (first, len(stem)), (meaning, len(suffix))

    def _negated(self, word: str) -> tuple[tuple[str, int], ...]:
        known = self.table.get(word.replace("'", ""), (word[:-3], "not"))
        return (" ".join(known[:-1]), len(word) - 3), (known[-1], 3)

    def expand(self, word: str) -> str:
        """Write one word the way the patterns see it: "don't" -> "do not"."""
        return " ".join(part for part, _ in self.split(word.lower()))
