"""Labelled drafts and the bank's own texts -> sentences with all that they tell: words, cues, labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.bank.leaning import SIGN, WORD
from app.checker import read
from app.checker.words import said
from app.fitting import Sample
from app.lint import judged
from app.records import Category
from app.weighing import cues_in, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.bank import Bank
    from app.checker.matches import Line
    from app.evaluation import LabelledDraft
    from app.lint import Source

IMPORTANCE: dict[Source, float] = {"spares": 0.5, "guards": 0.5, "catches": 1.0, "lines": 0.05}  # beside a draft's 1.0


class Told(msgspec.Struct, frozen=True):
    """A sentence as something to learn from, and what it may land as."""

    sample: Sample
    labels: frozenset[Category] = frozenset()


def told(drafts: Sequence[LabelledDraft], bank: Bank) -> list[Told]:
    """Read words and cues of all labelled sentences, and of what the bank itself says is kind or not."""
    found = [each for number, draft in enumerate(drafts) for each in _of_draft(number, draft, bank)]
    for number, (text, wanted, importance) in enumerate(judged(bank, IMPORTANCE), len(drafts)):
        line = read(text, bank)
        names = names_in(line, range(len(line.views)), bank)
        found.append(Told(Sample(number, names, wanted, False, importance)))
    return found


def _of_draft(number: int, draft: LabelledDraft, bank: Bank) -> Iterator[Told]:
    line = read(draft.text, bank)
    for labelled, own in sentences_of(draft, line):
        sample = Sample(number, names_in(line, own, bank), bool(labelled.labels), False)
        yield Told(sample, frozenset(labelled.labels))


def names_in(line: Line, sentences: Iterable[int], bank: Bank) -> frozenset[str]:
    """Name the words and the cues of some sentences, without numbers and marks."""
    own = list(sentences)
    words = frozenset[str]().union(*(said(line.views[sentence]) for sentence in own))
    return frozenset(filter(WORD.fullmatch, words)) | {SIGN + cue for cue in cues_in(line, own, bank)}
