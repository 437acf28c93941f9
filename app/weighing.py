"""Labelled drafts -> weights of the cues, fitted and checked on drafts left out; a person accepts the difference."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from app.bank.cards import STEP
from app.checker import read
from app.checker.hinting import danger_signs
from app.checker.safety import find_told
from app.checker.signs import signs_of
from app.fitting import Fitted, Sample, fit

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from app.bank import Bank
    from app.bank.cards import Sign
    from app.checker.matches import Line
    from app.evaluation import LabelledDraft, LabelledSentence
    from app.fitting import Named

FOLDS = 5
WEIGHT = re.compile(r"^weight = [\d.]+$", re.MULTILINE)


def sentences_of(draft: LabelledDraft, line: Line) -> Iterator[tuple[LabelledSentence, list[int]]]:
    """Yield each labelled sentence with the sentences of the check that begin in it."""
    starts = [line.text.starts[span.first] for span in line.spans]
    for labelled, start, end in draft.places():
        yield labelled, [index for index, place in enumerate(starts) if start <= place < end]


def cues_in(line: Line, sentences: Iterable[int], bank: Bank) -> frozenset[str]:
    """Name the cues that hit in some sentences."""
    return frozenset(match.card.name for sentence in sentences for match in signs_of(line, sentence, bank))


def danger_samples(drafts: Sequence[LabelledDraft], bank: Bank) -> list[Sample]:
    """Read whole drafts as the signs of danger see them."""
    found = []
    for number, draft in enumerate(drafts):
        line = read(draft.text, bank)
        hit = frozenset(match.card.name for match in danger_signs(line, bank))
        found.append(Sample(number, hit, bool(draft.safety), bool(find_told(line, bank))))
    return found


def left_out(samples: Sequence[Sample], signs: Sequence[Named]) -> list[tuple[Sample, float]]:
    """Give each sample with its margin under weights that were fitted without its draft."""
    against = frozenset(sign.name for sign in signs if sign.against)
    found = []
    for fold in range(FOLDS):
        fitted = fit([sample for sample in samples if sample.draft % FOLDS != fold], signs)
        held = [sample for sample in samples if sample.draft % FOLDS == fold]
        found += [(sample, fitted.score(sample.cues, against) - fitted.base) for sample in held]
    return found


def proposal(fitted: Fitted, signs: Sequence[Sign], least: float) -> Iterator[str]:
    """Tell which weights would change, and the score from which flagging pays."""
    for sign in signs:
        if sign.weight != fitted.weights[sign.name]:
            yield f"{sign.name}: {sign.weight:.2f} -> {fitted.weights[sign.name]:.2f}"
    yield f"flagging pays from {fitted.base:.2f}; [weighing] says from {least:.2f}"


def shares(margins: Sequence[tuple[Sample, float]], anchors: Container[str]) -> Iterator[str]:
    """Tell precision and recall on drafts left out, for some distances from the base, where no card hits."""
    quiet = [(sample, margin) for sample, margin in margins if not sample.carded]
    wanted = sum(sample.wanted for sample, _ in quiet)
    yield f"where no card hits: {len(quiet)}, of them to be flagged: {wanted}"
    for step in range(-2, 6):
        able = [sample for sample, margin in quiet if margin >= step * STEP]
        taken = [sample for sample in able if any(name in anchors for name in sample.cues)]
        found = sum(sample.wanted for sample in taken)
        yield f"base {step * STEP:+.2f}: precision {found / max(1, len(taken)):.2f} recall {found / max(1, wanted):.2f}"


def written(source: str, weights: Mapping[str, float], key: str) -> str:
    """Put the weights into the text of a file of signs, which else stays as it is."""
    head, *entries = source.split(f"[[{key}]]\n")
    for place, entry in enumerate(entries):
        name = tomllib.loads(entry)["name"]
        entries[place] = WEIGHT.sub(f"weight = {weights[name]}", entry)
    return f"[[{key}]]\n".join([head, *entries])
