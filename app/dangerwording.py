"""Labelled drafts -> danger-words.toml: how words lean to danger, and to which kind; a person accepts the result."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

import msgspec

from app.bank.leaning import WORD
from app.checker import read
from app.checker.hinting import words_of
from app.checker.safety import find_told
from app.checker.words import START
from app.fitting import Sample
from app.leaning import fit_words
from app.records import Kind
from app.weighing import FOLDS
from app.wordlist import listed, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from app.bank import Bank
    from app.bank.dangerwords import DangerWords
    from app.evaluation import LabelledDraft
    from app.fitting import Fitted

KINDS: tuple[Kind, ...] = get_args(Kind)
TOPICAL = ("first-name", "partner-noun", "spouse", "therapy", "therapy-place", "professional", "day")
DRAFTS = 5  # that must have a word before it is weighed
SINGLE = (
    0.1  # a single line without danger, beside a draft's 1.0: lines are many, and say little of how drafts are told
)
EXAMPLE = 0.5  # an example of the bank, when kinds are told apart
HEAD = """\
# Words and pairs of neighbours by how much they lean to danger or to safety, and, where there is danger, to which kind;
# ^ begins a sentence. Proposed by `flask --app app bank weigh --danger --words`;
# skimmed, not read one by one.
"""


def draft_samples(drafts: Sequence[LabelledDraft], bank: Bank) -> list[Sample]:
    """Read the words of whole drafts, and whether they tell of danger."""
    return [
        Sample(
            number,
            draft_words(draft.text, bank),
            bool(draft.safety),
            bool(find_told(read(draft.text, bank), bank)),
            SINGLE if len(draft.sentences) == 1 and not draft.safety else 1.0,
        )
        for number, draft in enumerate(drafts)
    ]


def draft_words(text: str, bank: Bank) -> frozenset[str]:
    """Give the words of a text that may be weighed: no marks, no numbers, nobody's name, nothing about therapy."""
    left = unweighed(bank)
    plain = filter(WORD.fullmatch, words_of(read(text, bank)))
    return frozenset(word for word in plain if left.isdisjoint(word.lstrip(START).split()))


def unweighed(bank: Bank) -> frozenset[str]:
    """Give the words that tell who is written to and what is asked for: every draft here asks for help."""
    return frozenset(bank.danger_words.unweighed).union(*map(bank.lexicon.set_of, TOPICAL))


def kind_samples(drafts: Sequence[LabelledDraft], bank: Bank) -> list[tuple[Sample, frozenset[Kind]]]:
    """Read the words of drafts and examples that tell of danger, with its kinds."""
    told = [(draft.text, draft.safety, 1.0) for draft in drafts if draft.safety]
    told += [(text, (card.kind,), EXAMPLE) for card in bank.safety for text in card.catches]
    told += [(text, (sign.kind,), EXAMPLE) for sign in bank.danger if sign.kind for text in sign.catches]
    return [
        (Sample(number, draft_words(text, bank), True, False, importance), frozenset(kinds))
        for number, (text, kinds, importance) in enumerate(told)
    ]


def common(samples: Iterable[Sample]) -> list[str]:
    """Give the words that stand in enough drafts, by the alphabet."""
    counted = Counter(word for sample in samples if sample.importance > SINGLE for word in sample.cues)
    return sorted(word for word, count in counted.items() if count >= DRAFTS)


def fit_kinds(samples: Sequence[tuple[Sample, frozenset[Kind]]]) -> dict[Kind, Fitted]:
    """Fit how much words speak for each kind, against the others."""
    words = common(sample for sample, _ in samples)
    return {
        kind: fit_words(
            [msgspec.structs.replace(each, wanted=kind in kinds) for each, kinds in samples], words, only_for=True
        )
        for kind in KINDS
    }


def words_left_out(samples: Sequence[Sample]) -> list[tuple[Sample, float]]:
    """Give each draft with its margin under words that were weighed without it."""
    found = []
    for fold in range(FOLDS):
        kept = [sample for sample in samples if sample.draft % FOLDS != fold]
        fitted = fit_words(kept, common(kept))
        held = [sample for sample in samples if sample.draft % FOLDS == fold]
        found += [(each, fitted.score(each.cues & fitted.weights.keys(), frozenset()) - fitted.base) for each in held]
    return found


def danger_changes(fitted: Fitted, words: DangerWords, least: float) -> Iterator[str]:
    """Tell which words would change, and the score from which a notice pays."""
    for word in sorted(fitted.weights.keys() | words.weights.keys()):
        old, new = words.weights.get(word, 0), fitted.weights.get(word, 0)
        if new != old:
            yield f"{word}: {old:+.2f} -> {new:+.2f}"
    yield f"a notice pays from {fitted.base:.2f}; [weighing] of danger.toml says from {least:.2f}"


def written_danger_words(fitted: Fitted, kinds: Mapping[Kind, Fitted], unweighed: Iterable[str]) -> str:
    """Give the text of danger-words.toml."""
    safety = {word: -weight for word, weight in fitted.weights.items()}
    tables: dict[str, Mapping[str, float]] = {"danger": fitted.weights, "safety": safety}
    tables |= {f"kinds.{kind}": each.weights for kind, each in kinds.items()}
    head = f"{HEAD}\nunweighed = [\n{listed(unweighed)}]\n"
    return head + "".join(f"\n[{title}]\n{table(leaning)}" for title, leaning in tables.items())
