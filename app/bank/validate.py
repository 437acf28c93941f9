"""What the record types cannot say: names once, examples enough, themes and placeholders that exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from app.bank.errors import BankError
from app.records import Category

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.bank.cards import Card, Entry
    from app.bank.content import Moves, Stems, Theme, Worry

EXAMPLES = 3  # in different voices, both ways: fewer let a card fit one line only
WORRY_EXAMPLES = 4  # one more: a worry must be told from the writer's own, and from that of others
WORRY_LINES = 6  # a stance
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# filled from the writer's own sentence
CARRIED = frozenset({"when", "topic", "time", "act", "hoped", "event", "habit", "mine", "rest", "past_rest"})
LISTS = {"feeling": "feelings", "need": "needs", "request": "requests"}  # filled from the theme's own lists
PLACEHOLDERS = CARRIED | LISTS.keys()
SLOT = re.compile(r"\{([a-z_]+)(?::\d+)?\}")


def validate_cards(directory: Path, cards: Iterable[Card], themes: dict[str, Theme]) -> None:
    """Refuse a name used twice, too few examples, a theme or a slot that does not exist."""
    seen: set[str] = set()
    for card in cards:
        if fault := _fault(card, card.id in seen, themes):
            raise BankError(directory / "checks" / f"{card.category}.toml", fault, f"card “{card.name}”")
        seen.add(card.id)


def _fault(card: Card, again: bool, themes: dict[str, Theme]) -> str:
    return _entry_fault(card, again, EXAMPLES) or _theme_fault(card, themes)


def _entry_fault(entry: Entry, again: bool, examples: int) -> str:
    if again:
        return "this name is used twice in the file; choose another"
    if not entry.patterns:
        return "`patterns` is empty; write at least one"
    if min(len(entry.catches), len(entry.spares)) < examples:
        return f"needs at least {examples} `catches` and {examples} `spares` in different voices"
    return ""


def _theme_fault(card: Card, themes: dict[str, Theme]) -> str:
    kind, _, slot = card.theme.partition(":")
    if kind == "from-slot":
        named = {name for pattern in card.patterns for name in SLOT.findall(pattern)}
        return "" if slot in named else f"`theme` asks for slot `{slot}`, which no pattern names"
    if card.theme and card.theme not in themes:
        return f"there is no theme `{card.theme}` in phrasebank/themes"
    return ""


def validate_lines(directory: Path, themes: dict[str, Theme], moves: Moves) -> None:
    """Refuse a line with a placeholder that nothing fills, and a category without lines."""
    for theme in themes.values():
        validate_stems(directory / "themes" / f"{theme.name}.toml", theme.stems, PLACEHOLDERS)
    for category, stems in moves.items():
        validate_stems(directory / "moves.toml", stems, CARRIED, f"[{category}]")
    if missing := sorted(set(get_args(Category)) - moves.keys()):
        raise BankError(directory / "moves.toml", f"there are no lines for [{missing[0]}]; every category needs them")


def validate_stems(path: Path, stems: Stems, known: frozenset[str], entry: str = "") -> None:
    """Refuse a line with a placeholder that is not known."""
    for line in all_lines(stems):
        if unknown := set(PLACEHOLDER.findall(line)) - known:
            listed = ", ".join(sorted(known))
            raise BankError(path, f"unknown placeholder {{{min(unknown)}}} in “{line}”; known: {listed}", entry)


def validate_worries(path: Path, worries: Iterable[Worry]) -> None:
    """Refuse a worry with a name used twice, too few examples or lines, or a line that is not whole as it stands."""
    names: set[str] = set()
    said: set[str] = set()
    for worry in worries:
        if fault := _worry_fault(worry, names, said):
            raise BankError(path, fault, f"worry “{worry.name}”")
        names.add(worry.name)
        said.update(all_lines(worry.lines))


def _worry_fault(worry: Worry, names: set[str], said: set[str]) -> str:
    if fault := _entry_fault(worry, worry.name in names, WORRY_EXAMPLES):
        return fault
    if min(len(worry.lines.plain), len(worry.lines.warm), len(worry.lines.ask)) < WORRY_LINES:
        return f"needs at least {WORRY_LINES} `lines` for each stance"
    lines = all_lines(worry.lines)
    if again := [line for line in lines if line in said or lines.count(line) > 1]:
        return f"“{again[0]}” is said twice in the file; each line is an idea of its own"
    held = next((line for line in lines if PLACEHOLDER.search(line)), "")
    return f"“{held}” has a placeholder; lines that meet a worry stand as they are" if held else ""


def all_lines(stems: Stems) -> tuple[str, ...]:
    """Give the lines of all stances."""
    return (*stems.plain, *stems.warm, *stems.ask)
