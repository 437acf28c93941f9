"""Signs of one sentence -> a card for the report: which signs met, in words, and never how much they weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bank.cards import Card

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.bank import Bank
    from app.checker.kinds import Anchor
    from app.checker.signs import Signs

INNER = str.maketrans("“”", "‘’")  # quotation marks inside quotation marks
MOST_NAMED = 2  # signs: more than a person reads


def make_card(anchor: Anchor, signs: Signs, words: Iterable[str], bank: Bank) -> Card:
    """Give a card for the report: which signs met, and why that may land as the category says."""
    return Card(
        name="signs",
        category=anchor.category,
        sign=anchor.cue.card.name if anchor.cue else "",
        patterns=(),
        catches=(),
        spares=(),
        source="",
        why=f"{name_signs(anchor, signs, words)} {bank.weighing.why[anchor.category]}",
        level="clear" if signs.anchors and signs.score >= bank.weighing.clear else "possible",
    )


def name_signs(anchor: Anchor, signs: Signs, words: Iterable[str]) -> str:
    """Say which signs met, the anchor first; never how much they weigh."""
    told = sorted((match.card for match in signs.matches if match.card.adds > 0), key=lambda cue: -cue.weight)
    first = [anchor.cue.card.sign] if anchor.cue else []
    names = list(dict.fromkeys([*first, *(cue.sign for cue in told)]))[:MOST_NAMED]
    quoted = [f"“{name.translate(INNER)}”" for name in names]
    listed = " and ".join(f"“{word}”" for word in words)
    if len(quoted) > 1:
        return f"Two signs together: {' and '.join(quoted)}."
    if not quoted:
        return f"Small words that tell: {listed}." if listed else "The words of this sentence together."
    return f"A small sign: {quoted[0]}{f', beside {listed}' if listed else ''}."
