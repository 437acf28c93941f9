"""What the record types cannot say: names once, examples enough, themes and placeholders that exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from app.bank.errors import BankError
from app.records import Category

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.bank.cards import Card
    from app.bank.content import Moves, Stems, Theme

EXAMPLES = 3  # in different voices, both ways: fewer let a card fit one line only
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
CARRIED = frozenset({"when", "topic", "time", "act"})  # filled from the writer's own sentence
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
    if again:
        return "this name is used twice in the file; choose another"
    if not card.patterns:
        return "`patterns` is empty; write at least one"
    if len(card.catches) < EXAMPLES or len(card.spares) < EXAMPLES:
        return f"needs at least {EXAMPLES} `catches` and {EXAMPLES} `spares` in different voices"
    return _theme_fault(card, themes)


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
        _validate_stems(directory / "themes" / f"{theme.name}.toml", theme.stems, PLACEHOLDERS)
    for category, stems in moves.items():
        _validate_stems(directory / "moves.toml", stems, CARRIED, f"[{category}]")
    if missing := sorted(set(get_args(Category)) - moves.keys()):
        raise BankError(directory / "moves.toml", f"there are no lines for [{missing[0]}]; every category needs them")


def _validate_stems(path: Path, stems: Stems, known: frozenset[str], entry: str = "") -> None:
    for line in (*stems.plain, *stems.warm, *stems.ask):
        if unknown := set(PLACEHOLDER.findall(line)) - known:
            listed = ", ".join(sorted(known))
            raise BankError(path, f"unknown placeholder {{{min(unknown)}}} in “{line}”; known: {listed}", entry)
