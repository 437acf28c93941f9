"""Move and theme -> lines: which words of the bank fit a finding, best first, none said twice in a message."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING
from zlib import crc32

from app.bank.validate import LISTS, PLACEHOLDER
from app.checker import is_flagged
from app.reframing.lines import FULL, carried_names, carrying, standing_alone, weight, words_of
from app.reframing.voice import upper_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.bank import Bank
    from app.bank.content import Stems, Theme
    from app.checker.matches import Line
    from app.records import Category, Stance
    from app.reframing.carried import Carried

OWN_MOVE = frozenset({"ultimatum", "self-erasure", "defensiveness", "pressure"})  # the move says more than the theme
REFUSED = 2  # times that carried words may be flagged before no line with them is tried again
TRIES = 12  # lines of one stance that are tried before the stance is left out


@dataclass(frozen=True, slots=True)
class Case:
    """One finding as the bank sees it: its move, its theme, and the writer's words that can be carried over.

    `lines` are those of its own card, if it has any, and `closed` tells that they say more than its theme does; `said`
    holds what its sentence says, in all forms; `spent` counts what its suggestions carry already; `refused` counts how
    often each made one of them be flagged.
    """

    category: Category
    theme: Theme | None
    carried: Carried
    seed: int
    said: frozenset[str] = frozenset()
    lines: Stems | None = None
    closed: bool = True
    spent: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)


def say(stance: Stance, case: Case, bank: Bank, used: set[str]) -> str:
    """Find the first line of a stance that can be filled, was not used yet and is not flagged; "" for none."""
    fresh = (line for line in fitting(stance, case, bank) if line not in used)
    for template in islice(fresh, TRIES):
        text = fill(template, case)
        if not text or any(case.refused[name] >= REFUSED for name in carried_names(template)):
            continue
        if carried_names(template) and is_flagged(text, bank):
            case.refused.update(carried_names(template))
            continue
        used.add(template)
        case.spent.update(carried_names(template))
        return text
    return ""


def fitting(stance: Stance, case: Case, bank: Bank) -> Iterator[str]:
    """Yield templates, best first: what carries a wish or an occasion, the card's own, then those of theme and move."""
    own = case.lines.of(stance) if case.lines else ()
    yield from able(own, case.category, case, bank)
    general = groups(stance, case, bank)
    carry = [line for lines, owner in general for line in able(lines, owner, case, bank)]
    yield from (line for line in carry if carried_names(line) & FULL)
    yield from near(own, case, bank) if case.closed else ()
    yield from carry
    for lines, _ in general:
        yield from near(lines, case, bank)
    yield from () if case.closed else near(own, case, bank)


def groups(stance: Stance, case: Case, bank: Bank) -> list[tuple[tuple[str, ...], str]]:
    """Give the lines of the move and of the theme, with their owner, the one that says more about the finding first."""
    move = bank.moves[case.category].of(stance), str(case.category)
    theme = [(case.theme.stems.of(stance), case.theme.name)] if case.theme else []
    return [move, *theme] if case.category in OWN_MOVE else [*theme, move]


def near(lines: tuple[str, ...], case: Case, bank: Bank) -> list[str]:
    """Give the lines that need nothing of the writer's: those first that share a word with the sentence.

    Of the others those come last that point at something ("it", "that"): what it was may be gone with the sentence.
    """
    pointing, alone = bank.lexicon.set_of("pointing"), turned(standing_alone(lines), case)
    return sorted(
        alone, key=lambda line: (words_of(line).isdisjoint(case.said), not words_of(line).isdisjoint(pointing))
    )


def able(lines: tuple[str, ...], owner: str, case: Case, bank: Bank) -> list[str]:
    """Give the lines that can take what the writer's sentence has, those that carry most first."""
    if not case.carried.words:
        return []
    filled = [line for line in turned(carrying(lines), case) if carried_names(line) <= case.carried.words.keys()]
    suited = [line for line in filled if case.carried.suits(line, owner, bank)]
    return sorted(suited, key=lambda line: -weight(line, case.spent))


def turned(lines: tuple[str, ...], case: Case) -> tuple[str, ...]:
    """Begin a list at the case's own place, so that not every draft gets its first line."""
    start = case.seed % len(lines) if lines else 0
    return lines[start:] + lines[:start]


def fill(template: str, case: Case) -> str:
    """Put words in the places of a line; "" where the line asks for a theme that is not there."""
    values = dict(case.carried.words)
    for name, attribute in LISTS.items():
        if f"{{{name}}}" in template:
            if case.theme is None:
                return ""
            words: tuple[str, ...] = getattr(case.theme, attribute)
            values[name] = words[case.seed % len(words)]
    return upper_start(PLACEHOLDER.sub(lambda match: values[match[1]], template))


def carries(text: str, case: Case) -> bool:
    """Tell whether a suggestion says something in the writer's own words: such a one comes first, unless it asks."""
    return any(words.lower() in text.lower() for words in case.carried.words.values())


def seed_of(first: int, line: Line) -> int:
    """Let the place in the draft decide where in a list of lines a finding begins, so that lines vary."""
    return crc32(b"%d %d" % (first, len(line.text.words)))
