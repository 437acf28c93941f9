"""phrasebank/ -> Bank: read, validate, compile. Everything that is language is data and comes in here."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, get_args

import msgspec

from app.bank.cards import Card, CheckEntry, Cue, Guard, SafetyCard, StrengthCard, Weighing
from app.bank.content import (
    Country,
    Example,
    Moves,
    Panel,
    Situation,
    SituationEntry,
    Theme,
    ThemeEntry,
)
from app.bank.errors import BankError, convert, label, read_entries, read_file, read_toml
from app.bank.lexicon import Lexicon, load_lexicon
from app.bank.patterns import PatternCompiler
from app.bank.patternset import ExceptionSet, PatternError, PatternSet, Rule
from app.bank.spelling import Spelling
from app.bank.topics import Topics
from app.bank.validate import validate_cards, validate_lines
from app.bank.verbs import Verbs
from app.records import Category

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from app.records import Kind

__all__ = ["Bank", "BankError", "load_bank"]
Owner = TypeVar("Owner", Card, Cue, Guard, SafetyCard, StrengthCard)
CATEGORIES: tuple[Category, ...] = get_args(Category)


@dataclass(frozen=True)
class Bank:
    """All content, validated, with its patterns compiled. Made once, never changed, shared by all requests."""

    spelling: Spelling
    verbs: Verbs
    lexicon: Lexicon
    cards: tuple[Card, ...]
    guards: tuple[Guard, ...]
    cues: tuple[Cue, ...]
    weighing: Weighing
    cue_weights: dict[str, float]
    safety: tuple[SafetyCard, ...]
    strengths: tuple[StrengthCard, ...]
    themes: dict[str, Theme]
    topics: Topics
    moves: Moves
    phrases: tuple[Situation, ...]
    support: tuple[Country, ...]
    panels: dict[Kind, Panel]
    examples: tuple[Example, ...]
    card_rules: PatternSet[Card]
    card_exceptions: ExceptionSet[Card]
    guard_rules: PatternSet[Guard]
    cue_rules: PatternSet[Cue]
    safety_rules: PatternSet[SafetyCard]
    safety_exceptions: ExceptionSet[SafetyCard]
    strength_rules: PatternSet[StrengthCard]
    strength_exceptions: ExceptionSet[StrengthCard]


def load_bank(directory: Path) -> Bank:
    """Read the whole bank; BankError names file, entry and fault, and the app does not start on it."""
    spelling, verbs = read_file(directory / "spelling.toml", Spelling), read_file(directory / "verbs.toml", Verbs)
    lexicon = load_lexicon(directory / "lexicon.toml", verbs, spelling)
    rules = RuleCompiler(directory, PatternCompiler(lexicon))
    cards = tuple(card for category in CATEGORIES for card in read_cards(directory, category))
    guards = read_entries(directory / "guards.toml", "guard", Guard)
    weighing, cues = read_cues(directory / "cues.toml")
    safety = read_entries(directory / "safety.toml", "card", SafetyCard)
    strengths = read_entries(directory / "strengths.toml", "card", StrengthCard)
    themes = {path.stem: read_theme(path) for path in sorted((directory / "themes").glob("*.toml"))}
    validate_cards(directory, cards, themes)
    moves = convert(read_toml(directory / "moves.toml"), Moves, directory / "moves.toml")
    validate_lines(directory, themes, moves)
    return Bank(
        spelling=spelling,
        verbs=verbs,
        lexicon=lexicon,
        cards=cards,
        guards=guards,
        cues=cues,
        weighing=weighing,
        cue_weights={cue.name: cue.adds for cue in cues},
        safety=safety,
        strengths=strengths,
        themes=themes,
        topics=Topics(themes.values(), lexicon),
        moves=moves,
        phrases=tuple(sorted(read_situations(directory), key=lambda situation: situation.order)),
        support=read_entries(directory / "support.toml", "country", Country),
        panels={panel.kind: panel for panel in read_entries(directory / "panels.toml", "panel", Panel)},
        examples=read_entries(directory / "examples.toml", "example", Example),
        card_rules=rules.patterns(cards),
        card_exceptions=rules.exceptions(cards),
        guard_rules=rules.patterns(guards),
        cue_rules=rules.patterns(cues),
        safety_rules=rules.patterns(safety),
        safety_exceptions=rules.exceptions(safety),
        strength_rules=rules.patterns(strengths),
        strength_exceptions=rules.exceptions(strengths),
    )


def read_cards(directory: Path, category: Category) -> list[Card]:
    """Read one file of checks; its name is the category of its cards."""
    entries = read_entries(directory / "checks" / f"{category}.toml", "card", CheckEntry)
    return [Card(**msgspec.structs.asdict(entry), category=category) for entry in entries]


def read_cues(path: Path) -> tuple[Weighing, tuple[Cue, ...]]:
    """Read the weak signs, and what they must weigh together."""
    raw = read_toml(path)
    cues = tuple(convert(entry, Cue, path, label(entry, "cue", place)) for place, entry in enumerate(raw["cue"], 1))
    return convert(raw["weighing"], Weighing, path, "[weighing]"), cues


def read_theme(path: Path) -> Theme:
    """Read one theme; its name is its file."""
    return Theme(**msgspec.structs.asdict(read_file(path, ThemeEntry)), name=path.stem)


def read_situations(directory: Path) -> Iterable[Situation]:
    """Read the library that people browse, one file a situation."""
    for path in sorted((directory / "phrases").glob("*.toml")):
        entry = read_file(path, SituationEntry)
        yield Situation(path.stem, entry.title, entry.order, entry.intro, entry.phrase)


class RuleCompiler:
    """Compile the patterns of cards and guards; a pattern that RE2 refuses becomes a BankError."""

    def __init__(self, directory: Path, compiler: PatternCompiler) -> None:
        self.directory, self.compiler = directory, compiler

    def patterns(self, owners: Iterable[Owner]) -> PatternSet[Owner]:
        """Compile every pattern of every owner into one set."""
        with self._named():
            return PatternSet(Rule(owner, text, self.compiler) for owner in owners for text in owner.patterns)

    def exceptions(self, owners: Iterable[Owner]) -> ExceptionSet[Owner]:
        """Compile every exception of every owner into one set."""
        with self._named():
            return ExceptionSet(Rule(owner, text, self.compiler) for owner in owners for text in unless(owner))

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except PatternError as fault:
            raise BankError(self._path(fault.owner), str(fault), f"card “{fault.owner.name}”") from None

    def _path(self, owner: Owner) -> Path:
        if isinstance(owner, Card):
            return self.directory / "checks" / f"{owner.category}.toml"
        names = {Guard: "guards.toml", Cue: "cues.toml", SafetyCard: "safety.toml", StrengthCard: "strengths.toml"}
        return self.directory / names[type(owner)]


def unless(owner: object) -> tuple[str, ...]:
    """Give the exceptions of a card; a guard has none."""
    return getattr(owner, "unless", ())
