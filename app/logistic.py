"""Samples -> weights: logistic regression with a ridge, in plain Python since it is run seldom.

One weight at a time goes to its own optimum (a Newton step over the samples that have it), until nothing moves. The
ridge draws every weight to nothing, so that what is rare stays small. Weights come back in steps of STEP up to MOST,
SCALE to a logit: a score of SCALE is odds of e to one.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from app.bank.cards import MOST, STEP

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from app.fitting import Sample

SCALE = 2.0  # of a score to its logit
RIDGE = 6.0  # what draws a weight to nothing: as much as six samples that speak against it
SWEEPS = 25
STILL = 0.01  # logits: a weight that moves less is where it belongs
FAR = 30.0  # logits: beyond, a sample is certain


class Ridge:
    """Weights in logits, and the margin of every sample under them."""

    def __init__(self, samples: Sequence[Sample], names: Collection[str]) -> None:
        self.wanted = [float(sample.wanted) for sample in samples]
        self.importance = [sample.importance for sample in samples]
        self.members: dict[str, list[int]] = {name: [] for name in names}
        for at, sample in enumerate(samples):
            for name in sample.cues & self.members.keys():
                self.members[name].append(at)
        self.weights, self.base = dict.fromkeys(self.members, 0.0), 0.0
        self.margins = [0.0] * len(samples)

    def fit(self) -> None:
        """Move every weight to its optimum, again and again; one that stands still is left alone."""
        everyone, moving = range(len(self.margins)), list(self.members)
        for _ in range(SWEEPS):
            self.base += self._move(everyone, 0.0, 0.0)
            moving = [name for name in moving if abs(self._step(name)) >= STILL]
            if not moving:
                break

    def _step(self, name: str) -> float:
        step = self._move(self.members[name], self.weights[name], RIDGE)
        self.weights[name] += step
        return step

    def _move(self, own: Iterable[int], weight: float, ridge: float) -> float:
        """Take a Newton step over some samples, and give how far it went."""
        slope, bend = -ridge * weight, ridge
        for at in own:
            sure = certainty(self.margins[at])
            slope += self.importance[at] * (self.wanted[at] - sure)
            bend += self.importance[at] * sure * (1 - sure)
        step = slope / bend if bend else 0.0
        for at in own:
            self.margins[at] += step
        return step


def certainty(margin: float) -> float:
    """Turn a margin in logits into a probability."""
    return 1 / (1 + math.exp(-max(-FAR, min(FAR, margin))))


def fit_ridge(samples: Sequence[Sample], names: Collection[str], most: int) -> tuple[dict[str, float], float]:
    """Give the weights of the `most` names that tell most, rounded, and the score from which a sample is likely so."""
    first = Ridge(samples, names)
    first.fit()
    told = {name: abs(weight) * math.sqrt(len(first.members[name])) for name, weight in first.weights.items()}
    second = Ridge(samples, sorted(told, key=lambda name: (-told[name], name))[:most])
    second.fit()
    return {name: step(weight) for name, weight in second.weights.items() if step(weight)}, -SCALE * second.base


def step(weight: float) -> float:
    """Round a weight in logits to steps of a score."""
    return max(-MOST, min(MOST, round(SCALE * weight / STEP) * STEP))
