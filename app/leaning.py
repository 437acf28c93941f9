"""Samples -> how much words lean: a logistic fit of many small weights, either way, that move a step at a time.

Other than in `app.fitting`, a step costs more the heavier its word is already (a ridge). Hundreds of words that each
tell a little carry over to new drafts better than a few that told all in the old ones.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from app.bank.cards import MOST, STEP
from app.fitting import Fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.fitting import Sample

SHARP = 0.4  # how fast a score turns into certainty: a score of 2.5 over the base makes it .73
RIDGE = 0.8  # of the square of a weight
SWEEPS = 40
WARY = 0.5  # of a step's loss by curvature, as in a Newton step


class Leaner:
    """Weights that move a step at a time while that pays; a word starts at nothing."""

    def __init__(self, samples: Sequence[Sample], words: Iterable[str], *, only_for: bool) -> None:
        self.wanted = [float(sample.wanted) for sample in samples]
        self.importance = [sample.importance for sample in samples]
        self.members: dict[str, list[int]] = {word: [] for word in words}
        for index, sample in enumerate(samples):
            for word in sample.cues & self.members.keys():
                self.members[word].append(index)
        self.weights, self.base = dict.fromkeys(self.members, 0.0), 0.0
        self.least = 0.0 if only_for else -MOST
        self.margins, self.chances = [0.0] * len(samples), [0.5] * len(samples)

    def sweep(self) -> bool:
        """Try a step for every word, then move the base to where it belongs; tell whether a word moved."""
        moved = [self._step(word) for word in self.members]
        while self._step_base():
            pass
        return any(moved)

    def _step(self, word: str) -> bool:
        own, weight = self.members[word], self.weights[word]
        slope, bend = self._slope(own)
        step = math.copysign(STEP, slope - 2 * RIDGE * weight)
        gain = step * slope - WARY * step * step * bend - RIDGE * ((weight + step) ** 2 - weight**2)
        if gain <= 0 or not self.least <= weight + step <= MOST:
            return False
        self.weights[word] += step
        self._move(own, step)
        return True

    def _step_base(self) -> bool:
        everyone = range(len(self.margins))
        slope, bend = self._slope(everyone)
        if abs(slope) <= WARY * STEP * bend:
            return False
        self.base -= math.copysign(STEP, slope)
        self._move(everyone, math.copysign(STEP, slope))
        return True

    def _slope(self, own: Iterable[int]) -> tuple[float, float]:
        """Tell how fast the fit gets better with the scores of some samples, and how fast that wears off."""
        slope = bend = 0.0
        for at in own:
            chance = self.chances[at]
            slope += self.importance[at] * (self.wanted[at] - chance)
            bend += self.importance[at] * chance * (1 - chance)
        return SHARP * slope, SHARP * SHARP * bend

    def _move(self, own: Iterable[int], change: float) -> None:
        for at in own:
            self.margins[at] += change
            self.chances[at] = 1 / (1 + math.exp(-SHARP * self.margins[at]))


def fit_words(samples: Sequence[Sample], words: Iterable[str], *, only_for: bool = False) -> Fitted:
    """Fit how much each word leans, also against unless `only_for`; the base is the score from which flagging pays."""
    leaner = Leaner(samples, words, only_for=only_for)
    for _ in range(SWEEPS):
        if not leaner.sweep():
            break
    return Fitted({word: weight for word, weight in leaner.weights.items() if weight}, leaner.base)
