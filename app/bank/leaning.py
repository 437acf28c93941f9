"""phrasebank/words.toml -> Words: words and pairs that lean to blame or to kind talk, and which blame they tell.

The lists of danger-words.toml are read by the same functions.
"""

from __future__ import annotations

import re
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
KNOWN = tuple(f"{place * STEP:g}" for place in range(1, round(MOST / STEP) + 1))
WORD = re.compile(r"\^?[a-z]+(?: [a-z]+)?")
SIGN = "#"  # before the name of a cue, which no word begins with
NAME = re.compile(rf"{WORD.pattern}|{SIGN}[a-z0-9-]+")


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells one category, and what speaks against it, where a sentence is blame; # begins the name of a cue.

    `base` is how likely the category is before any word, below 0 since there are many.
    """

    base: float
    tells: Lists
    against: Lists


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Words by how much they lean to `blame`, or to `kind` talk; ^ begins a sentence.

    `families` says which category words and cues tell, where a sentence is blame at all.
    """

    blame: Lists
    kind: Lists
    families: dict[Category, Family] = {}

    @cached_property
    def weights(self) -> dict[str, float]:
        """One word -> how much it leans: above 0 to blame, below 0 to kind talk."""
        return either_way(self.blame, self.kind)

    @cached_property
    def telling(self) -> dict[str, tuple[tuple[Category, float], ...]]:
        """One word or cue -> the categories that it tells, or speaks against, with how much."""
        found: dict[str, list[tuple[Category, float]]] = defaultdict(list)
        for category, family in self.families.items():
            for word, weight in either_way(family.tells, family.against).items():
                found[word].append((category, weight))
        return {word: tuple(told) for word, told in found.items()}


def weighed(lists: Lists) -> Iterator[tuple[str, float]]:
    """Yield each word with its weight."""
    return ((word, float(weight)) for weight, words in lists.items() for word in words)


def either_way(up: Lists, down: Lists) -> dict[str, float]:
    """Give how much each word leans: above 0 for those that lean up, below 0 for the others."""
    return {**dict(weighed(up)), **{word: -weight for word, weight in weighed(down)}}


def read_words(path: Path) -> Words:
    """Read the words that lean; BankError names what is no weight, no word or pair, or stands twice."""
    words = read_file(path, Words)
    validate(path, "", words.blame, words.kind)
    for category, family in words.families.items():
        validate(path, f"[families.{category}]", family.tells, family.against, known=NAME)
    return words


def validate(path: Path, entry: str, *lists: Lists, known: re.Pattern[str] = WORD) -> None:
    """Refuse what could not be weighed, or would count twice."""
    listed = Counter(word for each in lists for words in each.values() for word in words)
    if wrong := next((weight for each in lists for weight in each if weight not in KNOWN), None):
        raise BankError(path, f"`{wrong}` is no weight; there are {', '.join(KNOWN)}", entry)
    if odd := next((word for word in listed if not known.fullmatch(word)), None):
        raise BankError(path, f"“{odd}” is no word or pair in plain small letters", entry)
    if twice := next((word for word, count in listed.items() if count > 1), None):
        raise BankError(path, f"“{twice}” stands here twice; keep it once", entry)
