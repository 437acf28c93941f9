"""phrasebank/danger-words.toml -> DangerWords: words that lean to danger or to safety, and to one kind of danger."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from app.bank.cards import MOST, STEP
from app.bank.errors import BankError, read_file
from app.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Leaning = dict[str, tuple[str, ...]]  # weight -> words
KNOWN = tuple(f"{place * STEP:g}" for place in range(1, round(MOST / STEP) + 1))
WORD = re.compile(r"\^?[a-z]+(?: [a-z]+)?")


class DangerWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Words and pairs of neighbours by how much they lean; ^ begins a sentence.

    `danger` and `safety` tell how likely any danger is, `kinds` which kind it would be. `unweighed` are left out of the
    fit: they tell what is asked for, not what is told.
    """

    unweighed: tuple[str, ...]
    danger: Leaning
    safety: Leaning
    kinds: dict[Kind, Leaning]

    @cached_property
    def weights(self) -> dict[str, float]:
        """One word -> how much it leans: above 0 to danger, below 0 to safety."""
        return {**dict(weighed(self.danger)), **{word: -weight for word, weight in weighed(self.safety)}}

    @cached_property
    def by_kind(self) -> dict[Kind, dict[str, float]]:
        """Kind -> how much each word speaks for it, where there is danger."""
        return {kind: dict(weighed(leaning)) for kind, leaning in self.kinds.items()}


def weighed(leaning: Leaning) -> Iterator[tuple[str, float]]:
    """Yield each word of some lists with its weight."""
    return ((word, float(weight)) for weight, words in leaning.items() for word in words)


def read_danger_words(path: Path) -> DangerWords:
    """Read them; BankError names a weight that is none, what is no word or pair, or a word that stands twice."""
    words = read_file(path, DangerWords)
    validate(path, "[danger] and [safety]", (words.danger, words.safety))
    for kind, leaning in words.kinds.items():
        validate(path, f"[kinds.{kind}]", (leaning,))
    return words


def validate(path: Path, place: str, lists: Iterable[Leaning]) -> None:
    """Refuse what could not be weighed, or would count twice."""
    listed = Counter(word for leaning in lists for words in leaning.values() for word in words)
    if wrong := next((weight for leaning in lists for weight in leaning if weight not in KNOWN), None):
        raise BankError(path, f"`{wrong}` is no weight; there are {', '.join(KNOWN)}", place)
    if odd := next((word for word in listed if not WORD.fullmatch(word)), None):
        raise BankError(path, f"“{odd}” is no word or pair in plain small letters", place)
    if twice := next((word for word, count in listed.items() if count > 1), None):
        raise BankError(path, f"“{twice}” stands here twice; keep it once", place)
