"""Labelled drafts -> how much words and weak signs lean to blame or to kind talk; a person accepts the result.

Words and signs of blame are weighed together, since both tell of the same sentences; then, among the sentences to be
flagged, which words tell which category.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from app.bank.cards import STEP
from app.bank.leaning import SIGN
from app.checker.words import START
from app.logistic import fit_ridge
from app.records import Category

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.bank import Bank
    from app.bank.cards import Cue
    from app.bank.leaning import Words
    from app.fitting import Sample
    from app.told import Told

DRAFTS = 3  # that must have a word before it is looked at: rarer ones tell who wrote, not what
MOST_WORDS, MOST_FAMILY = 3500, 400  # that are kept: in all, and for one category
TOPICAL = ("first-name", "kin", "partner-noun", "spouse", "therapy", "therapy-place", "professional", "day")
FOLDS = 5
SHOWN = 7  # scores, from 0


class Leaning(msgspec.Struct, frozen=True):
    """What was fitted: words and cues by how much they lean, from where flagging pays, words by category."""

    weights: dict[str, float]
    base: float
    families: dict[Category, tuple[dict[str, float], float]] = {}

    def words(self) -> dict[str, float]:
        """Give the words alone."""
        return {word: weight for word, weight in self.weights.items() if not word.startswith(SIGN)}

    def cue(self, cue: Cue) -> float:
        """Give the weight of a cue: its sign is fixed, and one that tells nothing keeps the least."""
        weight = self.weights.get(SIGN + cue.name, 0.0)
        return max(STEP, -weight if cue.against else weight)

    def score(self, sample: Sample) -> float:
        """Add up what a sentence has."""
        return sum(self.weights.get(name, 0.0) for name in sample.cues)


def weigh(seen: Sequence[Told], bank: Bank) -> Leaning:
    """Fit all that stands in enough drafts, but for what only tells what a sentence is about."""
    left, samples = topical(bank), [each.sample for each in seen]
    names = [name for name in common(samples) if left.isdisjoint(name.lstrip(START).split())]
    weights, base = fit_ridge(samples, names, MOST_WORDS)
    return Leaning(weights, base, families(seen, names))


def families(seen: Sequence[Told], names: Sequence[str]) -> dict[Category, tuple[dict[str, float], float]]:
    """Fit, among the sentences to be flagged, what tells each category, and how likely it is before that."""
    flagged = [each for each in seen if each.labels]
    found: dict[Category, tuple[dict[str, float], float]] = {}
    for category in sorted(frozenset[Category]().union(*(each.labels for each in flagged))):
        own = [msgspec.structs.replace(each.sample, wanted=category in each.labels) for each in flagged]
        weights, base = fit_ridge(own, names, MOST_FAMILY)
        found[category] = weights, -base
    return found


def topical(bank: Bank) -> frozenset[str]:
    """Give people, days, and the words that themes are known by: what a sentence is about, not how it says it."""
    spelled = [bank.lexicon.spell(word) for theme in bank.themes.values() for word in theme.words]
    forms = [form for word in spelled if " " not in word for form in bank.lexicon.verbs.forms(word)]
    return frozenset(forms).union(*map(bank.lexicon.set_of, TOPICAL))


def common(samples: Iterable[Sample]) -> list[str]:
    """Give what stands in enough drafts, in a fixed order."""
    drafts: dict[str, set[int]] = defaultdict(set)
    for sample in samples:
        for name in sample.cues:
            drafts[name].add(sample.draft)
    return sorted(name for name, places in drafts.items() if len(places) >= DRAFTS)


def changes(leaning: Leaning, words: Words, cues: Sequence[Cue]) -> Iterator[str]:
    """Tell which weights of words and cues would change, and from where flagging pays."""
    new = leaning.words()
    for word in sorted(new.keys() | words.weights.keys()):
        if new.get(word, 0) != words.weights.get(word, 0):
            yield f"{word}: {words.weights.get(word, 0):+.2f} -> {new.get(word, 0):+.2f}"
    yield from (
        f"{cue.name}: {cue.adds:+.2f} -> {leaning.cue(cue):.2f}" for cue in cues if cue.weight != leaning.cue(cue)
    )
    yield f"flagging pays from {leaning.base:.2f}"


def held_out(seen: Sequence[Told], bank: Bank) -> Iterator[str]:
    """Tell precision and recall of words and cues on drafts left out, at some scores; the bank's own texts help fit."""
    margins: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        rest = weigh([each for each in seen if each.sample.draft % FOLDS != fold], bank)
        held = (each.sample for each in seen if each.sample.draft % FOLDS == fold and each.sample.importance == 1)
        margins += [(rest.score(sample), sample.wanted) for sample in held]
    wanted = sum(flag for _, flag in margins)
    for place in range(SHOWN):
        taken = [flag for score, flag in margins if score >= place]
        yield f"score {place}: precision {sum(taken) / max(1, len(taken)):.2f} recall {sum(taken) / max(1, wanted):.2f}"
