"""phrasebank/lexicon.toml -> Lexicon: the word classes that patterns name as <class>."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec

from app.bank.errors import BankError, convert, read_toml
from app.bank.verbs import FORMS, Form, Verbs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.bank.spelling import Spelling

Phrases = dict[str, tuple[tuple[str, ...], ...]]


def by_first(phrases: Iterable[str]) -> Phrases:
    """Give phrases as words, longest first, by their first word."""
    found: Phrases = {}
    for words in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


class WordClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One class: words as they are, verbs in all their forms, and other classes that belong to it."""

    words: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    note: str = ""


class Lexicon:
    """Word classes by name; `<name>` gives all members, `<name:ing>` one form of its verbs."""

    def __init__(self, path: Path, classes: dict[str, WordClass], verbs: Verbs, spelling: Spelling) -> None:
        self.path, self.classes, self.verbs, self.spelling = path, classes, verbs, spelling
        self._members: dict[str, tuple[str, ...]] = {}
        self._firsts: dict[str, Phrases] = {}
        self._sets: dict[str, frozenset[str]] = {}
        self._spelled: dict[str, str] = {}

    def set_of(self, name: str) -> frozenset[str]:
        """Give the members of a class as a set, made once."""
        if name not in self._sets:
            self._sets[name] = frozenset(self.members(name))
        return self._sets[name]

    def phrases_of(self, name: str) -> Phrases:
        """Give the members of a class as words, longest first, by their first word; made once."""
        if name not in self._firsts:
            self._firsts[name] = by_first(self.members(name))
        return self._firsts[name]

    def members(self, name: str, seen: tuple[str, ...] = ()) -> tuple[str, ...]:
        """All words of a class in one spelling, longest first. `name` may carry a form: "hurt-verb:past"."""
        if name not in self._members:
            self._members[name] = self._gather(name, seen)
        return self._members[name]

    def _gather(self, name: str, seen: tuple[str, ...]) -> tuple[str, ...]:
        base, _, form = name.partition(":")
        if form and form not in FORMS:
            raise BankError(self.path, f"`<{name}>`: no verb form `{form}`; there are {', '.join(FORMS)}")
        if base not in self.classes:
            raise BankError(self.path, f"there is no class `{base}`; add it here or mend the name that asks for it")
        if base in seen:
            raise BankError(self.path, f"class `{base}` contains itself")
        words = [*self._own(self.classes[base], form), *self._included(base, form, seen)]
        return tuple(sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)))

    def _own(self, entry: WordClass, form: str) -> list[str]:
        forms = (cast("Form", form),) if form else FORMS
        inflected = [self.verbs.inflect(verb, each) for verb in entry.verbs for each in forms]
        return [self.spell(word) for word in [*([] if form else entry.words), *inflected]]

    def _included(self, base: str, form: str, seen: tuple[str, ...]) -> list[str]:
        names = self.classes[base].classes
        return [word for name in names for word in self.members(f"{name}:{form}".rstrip(":"), (*seen, base))]

    def spell(self, phrase: str) -> str:
        """Write a phrase the way drafts are read: one spelling, hyphens as spaces."""
        if phrase not in self._spelled:
            words = phrase.lower().replace("-", " ").split() or [phrase]  # a lone mark stays
            self._spelled[phrase] = " ".join(self.spelling.expand(word) for word in words)
        return self._spelled[phrase]


def load_lexicon(path: Path, verbs: Verbs, spelling: Spelling) -> Lexicon:
    """Read the lexicon; BankError names the class at fault."""
    classes = {name: convert(raw, WordClass, path, f"class “{name}”") for name, raw in read_toml(path).items()}
    return Lexicon(path, classes, verbs, spelling)
