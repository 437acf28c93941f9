"""Themes -> an index of the words that tell them: which theme a run of words speaks of."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.bank.content import Theme
    from app.bank.lexicon import Lexicon


class Topics:
    """Find the theme of some words; a longer phrase tells more than a single word."""

    def __init__(self, themes: Iterable[Theme], lexicon: Lexicon) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for theme in themes:
            for phrase in theme.words:
                for form in lexicon.verbs.forms(lexicon.spell(phrase)):
                    words = tuple(form.split())
                    self._by_first[words[0]].append((words, theme.name))

    def theme_of(self, words: Sequence[str], least: int = 1) -> str:
        """Give the theme that most of the words speak of, at least so many; the first of even ones, "" for none."""
        votes: Counter[str] = Counter()
        for index, word in enumerate(words):
            for phrase, theme in self._by_first.get(word, ()):
                if tuple(words[index : index + len(phrase)]) == phrase:
                    votes[theme] += len(phrase)
        return next((theme for theme, count in votes.most_common(1) if count >= least), "")
