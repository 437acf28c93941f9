"""phrasebank/words.toml -> Words: words and pairs that lean to blame or to kind talk, and which blame they tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from app.bank.cards import MOST, STEP
from app.bank.errors import BankError, read_file
from app.records import Category

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Lists = dict[str, tuple[str, ...]]  # a weight as it is written -> the words that have it


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Words by how much they lean to `blame`, or to `kind` talk; ^ begins a sentence.

    `families` says which category a word tells, where a sentence is blame at all.
    """

    blame: Lists
    kind: Lists
    families: dict[Category, Lists] = {}

    @cached_property
    def weights(self) -> dict[str, float]:
        """One word -> how much it leans: above 0 to blame, below 0 to kind talk."""
        kind = {word: -weight for word, weight in weighed(self.kind)}
        return {**dict(weighed(self.blame)), **kind}

    @cached_property
    def telling(self) -> dict[str, tuple[tuple[Category, float], ...]]:
        """One word -> the categories that it tells, with how much."""
        found: dict[str, list[tuple[Category, float]]] = defaultdict(list)
        for category, lists in self.families.items():
            for word, weight in weighed(lists):
                found[word].append((category, weight))
        return {word: tuple(told) for word, told in found.items()}


def weighed(lists: Lists) -> Iterator[tuple[str, float]]:
    """Yield each word with its weight."""
    return ((word, float(weight)) for weight, words in lists.items() for word in words)


def read_words(path: Path) -> Words:
    """Read the words that lean; BankError names a weight that is none, or a word that stands twice."""
    words = read_file(path, Words)
    _refuse(path, "", words.blame, words.kind)
    for category, lists in words.families.items():
        _refuse(path, f"[families.{category}]", lists)
    return words


def _refuse(path: Path, entry: str, *lists: Lists) -> None:
    known = {f"{place * STEP:g}" for place in range(1, round(MOST / STEP) + 1)}
    if wrong := sorted({weight for each in lists for weight in each} - known):
        raise BankError(path, f"`{wrong[0]}` is no weight; there are {', '.join(sorted(known))}", entry)
    listed = Counter(word for each in lists for words in each.values() for word in words)
    if twice := next((word for word, count in listed.items() if count > 1), None):
        raise BankError(path, f"“{twice}” stands here twice; keep it once", entry)
