"""Sentences -> weak signs: cues that mean little alone; enough of them in one sentence make or confirm a finding."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from app.bank.cards import Card, Cue
from app.checker.findings import RANK, Settled
from app.checker.matches import Match, find_matches

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from app.bank import Bank
    from app.checker.matches import Line
    from app.records import Category

MOST_NAMED = 3  # signs: more than a person reads


class Signs(msgspec.Struct, frozen=True):
    """What the cues of one sentence say: those that hit, by name, and what they weigh together."""

    matches: tuple[Match[Cue], ...]
    score: float

    @property
    def anchors(self) -> tuple[Match[Cue], ...]:
        """The matches that name a category."""
        return tuple(match for match in self.matches if match.card.category and match.card.adds > 0)


def find_signs(line: Line, bank: Bank, harsh: Container[int]) -> dict[int, Signs]:
    """Weigh the cues of each sentence that has one; `harsh` holds the sentences with a clear finding."""
    found: dict[int, list[Match[Cue]]] = defaultdict(list)
    for match in find_matches(line, bank.cue_rules, bank.lexicon):
        found[match.sentence].append(match)
    return {
        sentence: Signs(tuple(matches), score(matches, bank) + context(sentence, line, harsh, bank))
        for sentence, matches in found.items()
    }


def score(matches: list[Match[Cue]], bank: Bank) -> float:
    """Add up the weights, each cue once."""
    return sum(bank.cue_weights[name] for name in {match.card.name for match in matches})


def context(sentence: int, line: Line, harsh: Container[int], bank: Bank) -> float:
    """Tell what the rest of the draft adds: it may tip a sentence that has signs of its own."""
    others = any(other in harsh for other in range(len(line.views)) if other != sentence)
    return bank.weighing.before * (sentence - 1 in harsh) + bank.weighing.around * others


def anchored(signs: dict[int, Signs], bank: Bank) -> Iterator[Match[Card]]:
    """Yield, for each sentence whose signs weigh enough, a match of the category that most of them name."""
    for sentence, each in signs.items():
        if each.anchors and each.score >= bank.weighing.possible:
            category, anchor = strongest(each.anchors)
            yield Match(make_card(category, anchor, each, bank), sentence, anchor.first, anchor.last)


def strongest(anchors: tuple[Match[Cue], ...]) -> tuple[Category, Match[Cue]]:
    """Choose the category with the most weight, of even ones the most specific, and its heaviest anchor."""
    by_category: dict[Category, dict[str, Match[Cue]]] = defaultdict(dict)
    for match in anchors:
        if match.card.category:
            by_category[match.card.category].setdefault(match.card.name, match)
    totals = {category: sum(m.card.adds for m in found.values()) for category, found in by_category.items()}
    category = min(totals, key=lambda each: (-totals[each], RANK[each]))
    return category, max(by_category[category].values(), key=lambda match: match.card.adds)


def make_card(category: Category, anchor: Match[Cue], signs: Signs, bank: Bank) -> Card:
    """Give a card for the report: which signs met, and why that may land as the category says."""
    return Card(
        name="signs",
        category=category,
        patterns=(),
        catches=(),
        spares=(),
        source="",
        why=f"{name_signs(anchor, signs)} {bank.weighing.why[category]}",
        level="clear" if signs.score >= bank.weighing.clear else "possible",
    )


def name_signs(anchor: Match[Cue], signs: Signs) -> str:
    """Say which signs met, the anchor first; never how much they weigh."""
    told = sorted((match.card for match in signs.matches if match.card.adds > 0), key=lambda cue: -cue.weight)
    names = list(dict.fromkeys([anchor.card.sign, *(cue.sign for cue in told)]))[:MOST_NAMED]
    return f"Here some signs come together: {', '.join(names)}." if len(names) > 1 else f"A small sign: {names[0]}."


def lift(settled: Settled, signs: dict[int, Signs], bank: Bank) -> Settled:
    """Make a possible finding clear where the signs of its sentence confirm it."""
    own = signs.get(settled.match.sentence)
    if settled.level == "clear" or own is None or own.score < bank.weighing.lift:
        return settled
    return Settled(settled.match, "clear")
