"""Samples -> weights: a logistic fit that moves one weight a step at a time, in plain Python since it is run seldom.

The loss of a sentence falls with its score where it is labelled and rises where it is not. Signs are fixed (a cue never
speaks against a finding, one that is `against` never for it), weights are 0 to MOST.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

import msgspec

from app.bank.cards import MOST, STEP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


SHARP = 2.0  # how fast a score turns into certainty: a score of 1 over the base makes it .88
COST = 0.6  # of one step of one cue: what it must gain, so that rare cues stay at nothing
SWEEPS = 40


class Named(Protocol):
    """Something to be weighed: its name, and whether it speaks against a finding."""

    @property
    def name(self) -> str:
        """Tell it from the others."""
        ...

    @property
    def against(self) -> bool:
        """Tell whether it counts downwards."""
        ...


class Sample(msgspec.Struct, frozen=True):
    """One sentence, or draft: the signs that hit in it, whether it is to be flagged, and whether a card hit already."""

    draft: int
    cues: frozenset[str]
    wanted: bool
    carded: bool
    importance: float = 1.0


class Fitted(msgspec.Struct, frozen=True):
    """Weights of the cues (>= 0; those `against` count downwards), and the score from which flagging pays."""

    weights: dict[str, float]
    base: float

    def score(self, cues: Iterable[str], against: frozenset[str]) -> float:
        """Give the score of a sentence."""
        return sum(-self.weights[name] if name in against else self.weights[name] for name in cues)


class Fitter:
    """Weights that move a step at a time while the loss falls by more than a step costs."""

    def __init__(self, sentences: Sequence[Sample], signs: Iterable[Named]) -> None:
        self.wanted = [sample.wanted for sample in sentences]
        self.importance = [sample.importance for sample in sentences]
        self.signs = {sign.name: -1 if sign.against else 1 for sign in signs}
        self.members: dict[str, list[int]] = {name: [] for name in self.signs}
        for index, sample in enumerate(sentences):
            for name in sample.cues:
                self.members[name].append(index)
        self.weights, self.base = dict.fromkeys(self.signs, 0.0), 1.0
        self.margins = [-self.base] * len(sentences)

    def sweep(self) -> bool:
        """Try a step up and down for every weight and the base; tell whether anything moved."""
        moved = [self._step(name, step) for name in self.members for step in (STEP, -STEP)]
        moved += [self._step_base(step) for step in (STEP, -STEP)]
        return any(moved)

    def _step(self, name: str, step: float) -> bool:
        own, change = self.members[name], self.signs[name] * step
        if not 0 <= self.weights[name] + step <= MOST or self._gain(own, change) <= math.copysign(COST, step):
            return False
        self.weights[name] += step
        self._move(own, change)
        return True

    def _step_base(self, step: float) -> bool:
        everyone = range(len(self.margins))
        if self._gain(everyone, -step) <= 0:
            return False
        self.base += step
        self._move(everyone, -step)
        return True

    def _move(self, own: Iterable[int], change: float) -> None:
        for index in own:
            self.margins[index] += change

    def _gain(self, own: Iterable[int], change: float) -> float:
        return sum(self.importance[at] * self._fall(at, change) for at in own)

    def _fall(self, at: int, change: float) -> float:
        margin, wanted = self.margins[at], self.wanted[at]
        return loss(wanted, margin) - loss(wanted, margin + change)


def loss(wanted: bool, margin: float) -> float:
    """Give the logistic loss of one sentence."""
    return math.log1p(math.exp(-SHARP * margin if wanted else SHARP * margin))


def fit(sentences: Sequence[Sample], signs: Iterable[Named]) -> Fitted:
    """Fit all weights to some sentences."""
    fitter = Fitter(sentences, signs)
    for _ in range(SWEEPS):
        if not fitter.sweep():
            break
    return Fitted(fitter.weights, fitter.base)
