"""Verb forms: regular ones by rule, the others from phrasebank/verbs.toml."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

Form = Literal["base", "s", "past", "participle", "ing"]
FORMS: tuple[Form, ...] = ("base", "s", "past", "participle", "ing")
VOWELS = "aeiou"
MIN_STEM = 2  # letters: shorter verbs do not double ("do", "go")
SIBILANT = ("s", "x", "z", "ch", "sh", "o")


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Irregular verbs (base -> past, participle), verbs that double their last letter, and common regular ones.

    `variants` are forms that are read and never written: "learnt", "gotten".
    """

    irregular: dict[str, tuple[str, str]]
    doubling: frozenset[str]
    common: frozenset[str]
    other_s: dict[str, str]
    other_ing: dict[str, str]
    variants: dict[str, str]

    def inflect(self, verb: str, form: Form) -> str:
        """Put a verb, or a phrase whose first word is the verb, into a form: ("walk off", "ing") -> "walking off"."""
        head, space, rest = verb.partition(" ")
        return self._inflect_word(head, form) + space + rest

    def _inflect_word(self, verb: str, form: Form) -> str:
        if form == "base":
            return verb
        if form == "s":
            return self.other_s.get(verb) or add_s(verb)
        if form == "ing":
            return self.other_ing.get(verb) or self._add(verb, "ing")
        if verb in self.irregular:
            return self.irregular[verb][form == "participle"]
        return self._add(verb, "ed")

    def base_of(self, word: str) -> str:
        """Bring a verb back to its base ("helped" -> "help"); a word that is no known form stays as it is."""
        return self._bases.get(word, word)

    def is_known(self, word: str) -> bool:
        """Tell whether a word is some form of a verb of the table."""
        return self.base_of(word) in self._known

    def is_form(self, word: str, *forms: Form) -> bool:
        """Tell whether a word is one of these forms of a verb of the table ("rang" is a past, "rung" is none)."""
        base = self.base_of(word)
        return base in self._known and any(self.inflect(base, form) == word for form in forms)

    @cached_property
    def _bases(self) -> dict[str, str]:
        regular = {form: base for base in sorted(self.common, reverse=True) for form in self.forms(base)}
        irregular = {form: base for base in reversed(self.irregular) for form in self.forms(base)}
        return regular | self.variants | irregular

    @cached_property
    def _known(self) -> frozenset[str]:
        return self.common.union(self.irregular)

    def forms(self, verb: str) -> tuple[str, ...]:
        """All forms of a verb, each once, base first."""
        return self._forms.get(verb) or self._inflected(verb)

    @cached_property
    def _forms(self) -> dict[str, tuple[str, ...]]:
        return {verb: self._inflected(verb) for verb in self._known}

    def _inflected(self, verb: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.inflect(verb, form) for form in FORMS))

    def _add(self, verb: str, ending: str) -> str:
        if verb.endswith("ie") and ending == "ing":
            return verb[:-2] + "ying"
        if verb.endswith("y") and verb[-2] not in VOWELS and ending == "ed":
            return verb[:-1] + "ied"
        if verb.endswith("c"):
            return verb + "k" + ending
        if verb.endswith("e") and (ending == "ed" or not verb.endswith(("ee", "oe", "ye"))):
            return verb[:-1] + ending
        return verb + (verb[-1] if self._doubles(verb) else "") + ending

    def _doubles(self, verb: str) -> bool:
        """Tell whether the last letter is doubled: one syllable ending consonant-vowel-consonant, or listed."""
        if verb in self.doubling:
            return True
        syllables = sum(letter in VOWELS for letter in verb)
        return len(verb) > MIN_STEM and syllables == 1 and verb[-2] in VOWELS and verb[-1] not in VOWELS + "wxy"


def add_s(verb: str) -> str:
    """Put a regular verb into the third person."""
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(SIBILANT) else "s")
