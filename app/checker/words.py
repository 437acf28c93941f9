"""Sentence -> words that tell a little: each leans to blame or to kind talk, and only their sum is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.bank.leaning import SIGN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.bank.leaning import Words
    from app.bank.view import View
    from app.records import Category

START = "^"  # before a word that begins the sentence
MOST_TOLD = 2  # words: more than a person reads


def said(view: View) -> set[str]:
    """Give the words of a sentence, its pairs of neighbours, and its first word marked as such."""
    return {*view.words, *view.pairs, START + view.words[0]}


def weigh(words: Iterable[str], weights: Mapping[str, float]) -> float:
    """Add up how words lean; each counts once."""
    return sum(weights[word] for word in words if word in weights)


def leaning(view: View, words: Words) -> dict[str, float]:
    """Give the words of a sentence that lean, with how much."""
    return {word: words.weights[word] for word in said(view) & words.weights.keys()}


def lean(view: View, words: Words) -> float:
    """Add up how the words of a sentence lean: above 0 to blame, below 0 to kind talk."""
    return weigh(said(view), words.weights)


def telling(view: View, words: Words) -> tuple[str, ...]:
    """Give the words that lean most to blame, as a person reads them; fewer where there are none."""
    able = {word: weight for word, weight in leaning(view, words).items() if weight > 0 and readable(word)}
    return tuple(sorted(able, key=lambda word: (-able[word], view.words.index(word.split()[0]), word))[:MOST_TOLD])


def families(view: View, cues: Iterable[str], words: Words) -> dict[Category, dict[str, float]]:
    """Give, by category, the words and the cues of a sentence that tell it or speak against it, with how much."""
    found: dict[Category, dict[str, float]] = {category: {} for category in words.families}
    for word in (said(view) | {SIGN + cue for cue in cues}) & words.telling.keys():
        for category, weight in words.telling[word]:
            found[category][word] = weight
    return found


def place_of(word: str, view: View) -> tuple[int, int]:
    """Give the first and the last place of a word, or of a pair, in its sentence."""
    first = view.pairs.index(word) if " " in word else view.words.index(word.removeprefix(START))
    return first, first + word.count(" ")


def readable(word: str) -> bool:
    """Tell a word or pair as a person writes it from a mark and from the first word of a sentence."""
    return word.replace(" ", "").isalpha()
