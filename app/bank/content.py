"""The records of content: themes, moves, phrases, support lines, panels and examples."""

from __future__ import annotations

from datetime import date

import msgspec

from app.bank.cards import Entry
from app.records import Category, Kind, Stance


class Stems(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whole suggestions with {placeholders}, by stance."""

    plain: tuple[str, ...]
    warm: tuple[str, ...]
    ask: tuple[str, ...]

    def of(self, stance: Stance) -> tuple[str, ...]:
        """Give the lines of one stance."""
        lines: tuple[str, ...] = getattr(self, stance)
        return lines


class ThemeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a complaint is about, and the words that suggestions on it are made of."""

    title: str
    words: tuple[str, ...]
    feelings: tuple[str, ...]
    needs: tuple[str, ...]
    requests: tuple[str, ...]
    bridges: tuple[str, ...]
    stems: Stems


class Theme(ThemeEntry, frozen=True, kw_only=True):
    """A theme in its place: its name is its file."""

    name: str


Moves = dict[Category, Stems]


class Worry(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A [[worry]] of phrasebank/worries.toml: what a partner may fear about help, and lines that meet it."""

    lines: Stems


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One example phrasing that people may copy."""

    text: str
    stance: Stance
    note: str = ""


class SituationEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A situation and its phrases, as written in phrasebank/phrases/<slug>.toml."""

    title: str
    order: int
    intro: str
    phrase: tuple[Phrase, ...]


class Situation(msgspec.Struct, frozen=True):
    """A situation in its place: its slug is its file."""

    slug: str
    title: str
    order: int
    intro: str
    phrases: tuple[Phrase, ...]


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line that people can call, write to or read; `checked_on` is empty until seen at its owner's site."""

    name: str
    who: str
    kinds: tuple[Kind, ...]
    phone: str = ""
    text: str = ""
    hours: str = ""
    url: str = ""
    languages: str = ""
    checked_on: str = ""


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A country's emergency number and lines."""

    code: str
    name: str
    line: tuple[Line, ...]
    emergency: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines in the order in which they are shown."""
        return self.line


class Panel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The calm words that stand above everything when a draft may tell of danger."""

    kind: Kind
    title: str
    text: str
    more: str = ""


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A draft to try the page with."""

    title: str
    text: str


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A [[figure]] of phrasebank/figures.toml: precision and recall on drafts that nobody who wrote rules has read."""

    measured: date
    drafts: str
    size: str
    clear: tuple[float, float]
    both: tuple[float, float]
