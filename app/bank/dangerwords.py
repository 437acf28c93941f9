"""phrasebank/danger-words.toml -> DangerWords: words that lean to danger or to safety, and to one kind of danger."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from app.bank.errors import read_file
from app.bank.leaning import Lists, either_way, validate, weighed
from app.records import Kind

if TYPE_CHECKING:
    from pathlib import Path


class DangerWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Words and pairs of neighbours by how much they lean; ^ begins a sentence.

    `danger` and `safety` tell how likely any danger is, `kinds` which kind it would be. `unweighed` are left out of the
    fit: they tell what is asked for, not what is told.
    """

    unweighed: tuple[str, ...]
    danger: Lists
    safety: Lists
    kinds: dict[Kind, Lists]

    @cached_property
    def weights(self) -> dict[str, float]:
        """One word -> how much it leans: above 0 to danger, below 0 to safety."""
        return either_way(self.danger, self.safety)

    @cached_property
    def by_kind(self) -> dict[Kind, dict[str, float]]:
        """Kind -> how much each word speaks for it, where there is danger."""
        return {kind: dict(weighed(leaning)) for kind, leaning in self.kinds.items()}


def read_danger_words(path: Path) -> DangerWords:
    """Read them; BankError names a weight that is none, what is no word or pair, or a word that stands twice."""
    words = read_file(path, DangerWords)
    validate(path, "[danger] and [safety]", words.danger, words.safety)
    for kind, leaning in words.kinds.items():
        validate(path, f"[kinds.{kind}]", leaning)
    return words
