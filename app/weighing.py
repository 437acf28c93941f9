"""Labelled drafts -> weights of the cues: fitted by steps of a quarter, checked on drafts left out; a person accepts.

The fit is logistic: the loss of a sentence falls with its score where it is labelled and rises where it is not. Signs
are fixed (a cue never speaks against a finding, one that is `against` never for it), weights are 0 to 1.25.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from app.checker import read
from app.checker.guards import standing
from app.checker.matches import find_matches
from app.checker.signs import find_signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.bank import Bank
    from app.evaluation import LabelledDraft

STEP, MOST = 0.25, 1.25
SHARP = 2.0  # how fast a score turns into certainty: a score of 1 over the base makes it .88
COST = 0.6  # of one step of one cue: what it must gain, so that rare cues stay at nothing
FOLDS = 5
SWEEPS = 40


class Sample(msgspec.Struct, frozen=True):
    """One sentence: the cues that hit in it, whether it is to be flagged, and whether a card hit already."""

    draft: int
    cues: frozenset[str]
    wanted: bool
    carded: bool
    importance: float = 1.0


def samples(drafts: Sequence[LabelledDraft], bank: Bank) -> Iterator[Sample]:
    """Read the sentences of labelled drafts as the cues see them."""
    for number, draft in enumerate(drafts):
        line = read(draft.text, bank)
        stood = list(standing(find_matches(line, bank.card_rules, bank.lexicon), line, bank))
        carded = {match.sentence for match in stood}
        signs = find_signs(line, bank, ())
        hits: dict[int, set[str]] = defaultdict(set)
        for sentence, each in signs.items():
            hits[sentence] = {match.card.name for match in each.matches}
        starts = [line.text.starts[span.first] for span in line.spans]
        position = 0
        for labelled in draft.sentences:
            start = draft.text.index(labelled.text, position)
            position = start + len(labelled.text)
            own = [index for index, place in enumerate(starts) if start <= place < position]
            cues = frozenset(name for index in own for name in hits[index])
            yield Sample(number, cues, bool(labelled.labels), any(index in carded for index in own))


class Fitted(msgspec.Struct, frozen=True):
    """Weights of the cues (>= 0; those `against` count downwards), and the score from which flagging pays."""

    weights: dict[str, float]
    base: float

    def score(self, cues: Iterable[str], against: frozenset[str]) -> float:
        """Give the score of a sentence."""
        return sum(-self.weights[name] if name in against else self.weights[name] for name in cues)


class Fitter:
    """Weights that move a step at a time while the loss falls by more than a step costs."""

    def __init__(self, sentences: Sequence[Sample], bank: Bank) -> None:
        self.wanted = [sample.wanted for sample in sentences]
        self.signs = {cue.name: -1 if cue.against else 1 for cue in bank.cues}
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
        wanted, margins = self.wanted, self.margins
        return sum(loss(wanted[at], margins[at]) - loss(wanted[at], margins[at] + change) for at in own)


def loss(wanted: bool, margin: float) -> float:
    """Give the logistic loss of one sentence."""
    return math.log1p(math.exp(-SHARP * margin if wanted else SHARP * margin))


def fit(sentences: Sequence[Sample], bank: Bank) -> Fitted:
    """Fit all weights to some sentences."""
    fitter = Fitter(sentences, bank)
    for _ in range(SWEEPS):
        if not fitter.sweep():
            break
    return Fitted(fitter.weights, fitter.base)


def left_out(sentences: Sequence[Sample], bank: Bank) -> list[tuple[Sample, float]]:
    """Give each sentence with its margin under weights that were fitted without its draft."""
    against = frozenset(cue.name for cue in bank.cues if cue.against)
    found = []
    for fold in range(FOLDS):
        fitted = fit([sample for sample in sentences if sample.draft % FOLDS != fold], bank)
        held = [sample for sample in sentences if sample.draft % FOLDS == fold]
        found += [(sample, fitted.score(sample.cues, against) - fitted.base) for sample in held]
    return found
