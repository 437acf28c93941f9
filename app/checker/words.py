"""Sentence -> words that tell a little: each leans to blame or to kind talk, and only their sum is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.bank.cards import Words
    from app.bank.view import View

START = "^"  # before a word that begins the sentence
MOST_TOLD = 2  # words: more than a person reads


def said(view: View) -> set[str]:
    """Give the words of a sentence, its pairs of neighbours, and its first word marked as such."""
    return {*view.words, *view.pairs, START + view.words[0]}


def leaning(view: View, words: Words) -> dict[str, float]:
    """Give the words of a sentence that lean, and how much."""
    return {word: words.weights[word] for word in said(view) & words.weights.keys()}


def lean(view: View, words: Words) -> float:
    """Add up how the words of a sentence lean: above 0 to blame, below 0 to kind talk."""
    return sum(leaning(view, words).values())


def telling(view: View, words: Words) -> tuple[str, ...]:
    """Give the words that lean most to blame, as a person reads them; fewer where there are none."""
    weights = leaning(view, words)
    able = [word for word, weight in weights.items() if weight > 0 and word.replace(" ", "").isalpha()]
    ordered = sorted(able, key=lambda word: (-weights[word], view.words.index(word.split()[0]), word))
    return tuple(ordered[:MOST_TOLD])
