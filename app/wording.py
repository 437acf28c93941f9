"""Labelled drafts -> how much words lean to blame or to kind talk, fitted as cues are; a person accepts the result."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from app.checker import read
from app.checker.words import said
from app.fitting import Sample
from app.lint import judged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.bank import Bank
    from app.bank.cards import Words
    from app.evaluation import LabelledDraft
    from app.fitting import Fitted
    from app.lint import Source

DRAFTS = 5  # that must have a word before it is looked at: rarer ones tell who wrote, not what
IMPORTANCE: dict[Source, float] = {"spares": 0.5, "guards": 0.5, "catches": 0.25, "lines": 3.0}  # beside a draft's 1.0
BLAME, KIND = "+", "-"  # before a word: the two ways in which it may lean
TOPICAL = ("first-name", "kin", "partner-noun", "spouse", "therapy", "therapy-place", "professional", "day")
LETTERS = re.compile(r"\^?[a-z]+(?: [a-z]+)?")
HEAD = """\
# Words and pairs of neighbours that stand more often in blame than in kind talk, or the other way round; ^ begins a
# sentence. Proposed by `flask --app app bank weigh --words`, and read before they were accepted.
"""


class Lean(msgspec.Struct, frozen=True):
    """A word as something to be weighed, one way or the other."""

    name: str

    @property
    def against(self) -> bool:
        """Tell whether it speaks for kind talk."""
        return self.name.startswith(KIND)


def leans(samples: Iterable[Sample]) -> list[Lean]:
    """Give all that is to be weighed in some samples."""
    return [Lean(name) for name in sorted({name for sample in samples for name in sample.cues})]


def word_samples(drafts: Sequence[LabelledDraft], bank: Bank) -> list[Sample]:
    """Read the words of labelled drafts, and of the bank's own examples and lines, each word both ways."""
    own = [Sample(place, *each) for place, draft in enumerate(drafts) for each in draft_words(draft, bank)]
    left = topical(bank)
    known = frozenset(word for word in common(own) if left.isdisjoint(word.lstrip("^").split()))
    told = [Sample(place, *each) for place, each in enumerate(bank_words(bank), len(drafts))]
    return [msgspec.structs.replace(sample, cues=both_ways(sample.cues & known)) for sample in [*own, *told]]


def draft_words(draft: LabelledDraft, bank: Bank) -> Iterator[tuple[frozenset[str], bool, bool]]:
    """Yield the words of each sentence, and whether it is to be flagged."""
    return ((words_in(sentence.text, bank), bool(sentence.labels), False) for sentence in draft.sentences)


def bank_words(bank: Bank) -> Iterator[tuple[frozenset[str], bool, bool, float]]:
    """Yield the words of what the bank itself says is kind or not; its own lines must never be flagged."""
    for text, wanted, importance in judged(bank, IMPORTANCE):
        yield words_in(text, bank), wanted, False, importance


def words_in(text: str, bank: Bank) -> frozenset[str]:
    """Give the words of all sentences of a text, without numbers and marks."""
    found = frozenset[str]().union(*map(said, read(text, bank).views))
    return frozenset(filter(LETTERS.fullmatch, found))


def topical(bank: Bank) -> frozenset[str]:
    """Give people, days, and the words that themes are known by: what a sentence is about, not how it says it."""
    spelled = [bank.lexicon.spell(word) for theme in bank.themes.values() for word in theme.words]
    forms = [form for word in spelled if " " not in word for form in bank.lexicon.verbs.forms(word)]
    return frozenset(forms).union(*map(bank.lexicon.set_of, TOPICAL))


def common(samples: Iterable[Sample]) -> Iterator[str]:
    """Yield the words that stand in enough drafts."""
    drafts: dict[str, set[int]] = defaultdict(set)
    for sample in samples:
        for word in sample.cues:
            drafts[word].add(sample.draft)
    return (word for word, places in drafts.items() if len(places) >= DRAFTS)


def both_ways(words: Iterable[str]) -> frozenset[str]:
    """Let each word lean either way."""
    return frozenset(way + word for word in words for way in (BLAME, KIND))


def both(fitted: Fitted) -> dict[str, float]:
    """Give how much each word leans, one way less the other."""
    found: dict[str, float] = defaultdict(float)
    for name, weight in fitted.weights.items():
        found[name[1:]] += weight if name[0] == BLAME else -weight
    return {word: weight for word, weight in found.items() if weight}


def told(fitted: Fitted, words: Words) -> Iterator[str]:
    """Tell which words would change."""
    new = both(fitted)
    for word in sorted(new.keys() | words.weights.keys()):
        if new.get(word, 0) != words.weights.get(word, 0):
            yield f"{word}: {words.weights.get(word, 0):+.2f} -> {new.get(word, 0):+.2f}"


def written_words(fitted: Fitted) -> str:
    """Give the text of words.toml."""
    new = both(fitted)
    kind = {word: -weight for word, weight in new.items()}
    return HEAD + "".join(f"\n[{title}]\n{table(leaning)}" for title, leaning in (("blame", new), ("kind", kind)))


def table(leaning: dict[str, float]) -> str:
    """Give the words that lean one way, heaviest first."""
    by_weight: dict[float, list[str]] = defaultdict(list)
    for word, weight in leaning.items():
        by_weight[weight].append(word)
    weights = sorted((weight for weight in by_weight if weight > 0), reverse=True)
    return "".join(f'"{weight:g}" = [\n{listed(by_weight[weight])}]\n' for weight in weights)


def listed(words: Iterable[str]) -> str:
    """Give words as lines of a TOML list, by the alphabet."""
    return "".join(f"  {msgspec.json.encode(word).decode()},\n" for word in sorted(words))
