"""What the record types cannot say: names once, examples enough, themes and placeholders that exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.bank.errors import BankError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.bank.cards import Card
    from app.bank.content import Theme

EXAMPLES = 3  # in different voices, both ways: fewer let a card fit one line only
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
PLACEHOLDERS = frozenset({"when", "topic", "time", "act", "feeling", "need", "request"})
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


def validate_themes(directory: Path, themes: dict[str, Theme]) -> None:
    """Refuse a stem with a placeholder that nothing fills."""
    for theme in themes.values():
        lines = [*theme.stems.plain, *theme.stems.warm, *theme.stems.ask, *theme.bridges]
        for line in lines:
            if unknown := set(PLACEHOLDER.findall(line)) - PLACEHOLDERS:
                fault = f"unknown placeholder {{{min(unknown)}}} in “{line}”; known: {', '.join(sorted(PLACEHOLDERS))}"
                raise BankError(directory / "themes" / f"{theme.name}.toml", fault)
