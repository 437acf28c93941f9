"""Fitted words -> the text of phrasebank/words.toml, heaviest first, as a person reads it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.wording import Leaning

WIDTH = 110  # characters of a line
HEAD = """\
# Words and pairs of neighbours that stand more often in blame than in kind talk, or the other way round, and those that
# tell one category among blame, or speak against it; ^ begins a sentence, # the name of a cue. Proposed by
# `flask --app app bank weigh`, names left out; skimmed, not read one by one.
"""


def written_words(leaning: Leaning) -> str:
    """Give the text of words.toml."""
    parts = {"blame": leaning.words(), "kind": opposite(leaning.words())}
    text = HEAD + "".join(f"\n[{title}]\n{table(words)}" for title, words in parts.items())
    for category, (weights, base) in leaning.families.items():
        text += f"\n[families.{category}]\nbase = {base:.2f}\n"
        text += f"\n[families.{category}.tells]\n{table(weights)}\n[families.{category}.against]\n"
        text += table(opposite(weights))
    return text


def opposite(weights: Mapping[str, float]) -> dict[str, float]:
    """Turn what speaks for something into what speaks against it."""
    return {name: -weight for name, weight in weights.items()}


def table(leaning: Mapping[str, float]) -> str:
    """Give the words that lean one way, heaviest first."""
    by_weight: dict[float, list[str]] = defaultdict(list)
    for word, weight in leaning.items():
        by_weight[weight].append(word)
    weights = sorted((weight for weight in by_weight if weight > 0), reverse=True)
    return "".join(f'"{weight:g}" = [\n{listed(by_weight[weight])}]\n' for weight in weights)


def listed(words: Iterable[str]) -> str:
    """Give words as lines of a TOML list, by the alphabet, as many to a line as fit."""
    lines = [""]
    for word in sorted(words):
        told = f" {msgspec.json.encode(word).decode()},"
        if len(lines[-1]) + len(told) > WIDTH:
            lines.append("")
        lines[-1] += told
    return "".join(f" {line}\n" for line in lines)
