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
# tell one category among blame; ^ begins a sentence. Proposed by `flask --app app bank weigh`; a person looked
# them through, names first, before they were accepted.
"""


def written_words(leaning: Leaning) -> str:
    """Give the text of words.toml."""
    new = leaning.words()
    parts = {"blame": new, "kind": {word: -weight for word, weight in new.items()}}
    parts |= {f"families.{category}": words for category, words in leaning.families.items()}
    return HEAD + "".join(f"\n[{title}]\n{table(words)}" for title, words in parts.items())


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
