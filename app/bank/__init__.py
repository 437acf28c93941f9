"""phrasebank/ -> Bank: read, validate, compile. Everything that is language is data and comes in here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from app.bank.cards import Cue, DangerSign, DangerWeighing, Guard, SafetyCard, StrengthCard, Weighing
from app.bank.content import Country, Example, Figure, Moves, Panel, Worry
from app.bank.dangerwords import DangerWords, read_danger_words
from app.bank.errors import BankError, convert, read_entries, read_file, read_toml
from app.bank.framing import Framing
from app.bank.grammar import Grammar
from app.bank.joints import Joints
from app.bank.leaning import Words, read_words
from app.bank.lexicon import Lexicon, load_lexicon
from app.bank.patterns import PatternCompiler
from app.bank.reading import read_cards, read_reframings, read_signs, read_situations, read_theme
from app.bank.rules import RuleCompiler
from app.bank.spelling import Spelling
from app.bank.topics import Topics
from app.bank.validate import validate_cards, validate_lines, validate_worries
from app.bank.verbs import Verbs
from app.records import Category

if TYPE_CHECKING:
    from pathlib import Path

    from app.bank.cards import Card
    from app.bank.content import Situation, Stems, Theme
    from app.bank.patternset import ExceptionSet, PatternSet
    from app.records import Kind

__all__ = ["Bank", "BankError", "load_bank"]
CATEGORIES: tuple[Category, ...] = get_args(Category)


@dataclass(frozen=True)
class Bank:
    """All content, validated, with its patterns compiled. Made once, never changed, shared by all requests."""

    spelling: Spelling
    verbs: Verbs
    grammar: Grammar
    lexicon: Lexicon
    joints: Joints
    framing: Framing
    cards: tuple[Card, ...]
    guards: tuple[Guard, ...]
    cues: tuple[Cue, ...]
    weighing: Weighing
    words: Words
    danger: tuple[DangerSign, ...]
    danger_weighing: DangerWeighing
    danger_words: DangerWords
    safety: tuple[SafetyCard, ...]
    strengths: tuple[StrengthCard, ...]
    themes: dict[str, Theme]
    topics: Topics
    moves: Moves
    reframings: dict[str, Stems]
    worries: tuple[Worry, ...]
    phrases: tuple[Situation, ...]
    support: tuple[Country, ...]
    panels: dict[Kind, Panel]
    examples: tuple[Example, ...]
    figures: tuple[Figure, ...]
    card_rules: PatternSet[Card]
    card_exceptions: ExceptionSet[Card]
    guard_rules: PatternSet[Guard]
    cue_rules: PatternSet[Cue]
    danger_rules: PatternSet[DangerSign]
    safety_rules: PatternSet[SafetyCard]
    safety_exceptions: ExceptionSet[SafetyCard]
    strength_rules: PatternSet[StrengthCard]
    strength_exceptions: ExceptionSet[StrengthCard]
    worry_rules: PatternSet[Worry]
    worry_exceptions: ExceptionSet[Worry]


def load_bank(directory: Path) -> Bank:
    """Read the whole bank; BankError names file, entry and fault, and the app does not start on it."""
    spelling, verbs = read_file(directory / "spelling.toml", Spelling), read_file(directory / "verbs.toml", Verbs)
    lexicon = load_lexicon(directory / "lexicon.toml", verbs, spelling)
    rules = RuleCompiler(directory, PatternCompiler(lexicon))
    cards = tuple(card for category in CATEGORIES for card in read_cards(directory, category))
    guards = read_entries(directory / "guards.toml", "guard", Guard)
    weighing, cues = read_signs(directory / "cues.toml", "cue", Cue, Weighing)
    danger_weighing, danger = read_signs(directory / "danger.toml", "sign", DangerSign, DangerWeighing)
    safety = read_entries(directory / "safety.toml", "card", SafetyCard)
    strengths = read_entries(directory / "strengths.toml", "card", StrengthCard)
    themes = {path.stem: read_theme(path) for path in sorted((directory / "themes").glob("*.toml"))}
    validate_cards(directory, cards, themes)
    moves = convert(read_toml(directory / "moves.toml"), Moves, directory / "moves.toml")
    validate_lines(directory, themes, moves)
    worries = read_entries(directory / "worries.toml", "worry", Worry)
    validate_worries(directory / "worries.toml", worries)
    bank = Bank(
        spelling=spelling,
        verbs=verbs,
        grammar=read_file(directory / "grammar.toml", Grammar),
        lexicon=lexicon,
        joints=read_file(directory / "joints.toml", Joints),
        framing=read_file(directory / "framing.toml", Framing),
        cards=cards,
        guards=guards,
        cues=cues,
        weighing=weighing,
        words=read_words(directory / "words.toml"),
        danger=danger,
        danger_weighing=danger_weighing,
        danger_words=read_danger_words(directory / "danger-words.toml"),
        safety=safety,
        strengths=strengths,
        themes=themes,
        topics=Topics(themes.values(), lexicon),
        moves=moves,
        reframings=read_reframings(directory, cards, cues),
        worries=worries,
        phrases=tuple(sorted(read_situations(directory), key=lambda situation: situation.order)),
        support=read_entries(directory / "support.toml", "country", Country),
        panels={panel.kind: panel for panel in read_entries(directory / "panels.toml", "panel", Panel)},
        examples=read_entries(directory / "examples.toml", "example", Example),
        figures=read_entries(directory / "figures.toml", "figure", Figure),
        card_rules=rules.patterns(cards),
        card_exceptions=rules.exceptions(cards),
        guard_rules=rules.patterns(guards),
        cue_rules=rules.patterns(cues),
        danger_rules=rules.patterns(danger),
        safety_rules=rules.patterns(safety),
        safety_exceptions=rules.exceptions(safety),
        strength_rules=rules.patterns(strengths),
        strength_exceptions=rules.exceptions(strengths),
        worry_rules=rules.patterns(worries),
        worry_exceptions=rules.exceptions(worries),
    )
    rules.build()
    return bank
