"""Labelled drafts -> weights of the cues, fitted and checked on drafts left out; a person accepts the difference."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from app.checker import read
from app.checker.guards import standing
from app.checker.matches import find_matches
from app.checker.signs import signs_of
from app.fitting import STEP, Fitted, Sample, fit
from app.lint import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.bank import Bank
    from app.checker.matches import Line
    from app.evaluation import LabelledDraft, LabelledSentence

FOLDS = 5
SPARED, CAUGHT, OFFERED = 0.5, 0.25, 2.0  # how much a near miss, a catch and an offered line count beside a draft's
WEIGHT = re.compile(r"^weight = [\d.]+$", re.MULTILINE)


def samples(drafts: Sequence[LabelledDraft], bank: Bank) -> Iterator[Sample]:
    """Read the sentences of labelled drafts as the cues see them."""
    for number, draft in enumerate(drafts):
        line = read(draft.text, bank)
        stood = standing(find_matches(line, bank.card_rules, bank.lexicon), line, bank)
        carded = {match.sentence for match in stood}
        for labelled, own in sentences_of(draft, line):
            hit = frozenset(match.card.name for index in own for match in signs_of(line, index, bank))
            yield Sample(number, hit, bool(labelled.labels), not carded.isdisjoint(own))


def sentences_of(draft: LabelledDraft, line: Line) -> Iterator[tuple[LabelledSentence, list[int]]]:
    """Yield each labelled sentence with the sentences of the check that begin in it."""
    starts = [line.text.starts[span.first] for span in line.spans]
    position = 0
    for labelled in draft.sentences:
        start = draft.text.index(labelled.text, position)
        position = start + len(labelled.text)
        yield labelled, [index for index, place in enumerate(starts) if start <= place < position]


def bank_samples(first: int, bank: Bank) -> Iterator[Sample]:
    """Read what the bank itself says is kind or not, numbered from `first`; its own lines must never be flagged."""
    told = [(text, False, SPARED) for card in bank.cards for text in card.spares]
    told += [(text, True, CAUGHT) for card in bank.cards for text in card.catches]
    told += [(text, False, OFFERED) for guard in bank.guards for text in guard.spares]
    told += [(text, False, OFFERED) for _, text in lines(bank)]
    for number, (text, wanted, importance) in enumerate(told, first):
        line = read(text, bank)
        hit = frozenset(match.card.name for index in range(len(line.views)) for match in signs_of(line, index, bank))
        yield Sample(number, hit, wanted, True, importance)


def left_out(sentences: Sequence[Sample], bank: Bank) -> list[tuple[Sample, float]]:
    """Give each sentence with its margin under weights that were fitted without its draft."""
    against = frozenset(cue.name for cue in bank.cues if cue.against)
    found = []
    for fold in range(FOLDS):
        fitted = fit([sample for sample in sentences if sample.draft % FOLDS != fold], bank)
        held = [sample for sample in sentences if sample.draft % FOLDS == fold]
        found += [(sample, fitted.score(sample.cues, against) - fitted.base) for sample in held]
    return found


def proposal(fitted: Fitted, bank: Bank) -> Iterator[str]:
    """Tell which weights would change, and the score from which flagging pays."""
    for cue in bank.cues:
        if cue.weight != fitted.weights[cue.name]:
            yield f"{cue.name}: {cue.weight:.2f} -> {fitted.weights[cue.name]:.2f}"
    yield f"flagging pays from {fitted.base:.2f}; [weighing] says possible from {bank.weighing.possible:.2f}"


def shares(margins: Sequence[tuple[Sample, float]], bank: Bank) -> Iterator[str]:
    """Tell precision and recall on drafts left out, for some distances from the base, sentences with cards apart."""
    anchors = {cue.name for cue in bank.cues if cue.category}
    quiet = [(sample, margin) for sample, margin in margins if not sample.carded]
    wanted = sum(sample.wanted for sample, _ in quiet)
    yield f"sentences that no card hits: {len(quiet)}, of them to be flagged: {wanted}"
    for step in range(-2, 6):
        taken = [sample for sample, margin in quiet if margin >= step * STEP and sample.cues & anchors]
        found = sum(sample.wanted for sample in taken)
        yield f"base {step * STEP:+.2f}: precision {found / max(1, len(taken)):.2f} recall {found / max(1, wanted):.2f}"


def written(source: str, fitted: Fitted) -> str:
    """Put the weights into the text of cues.toml, which else stays as it is."""
    head, *entries = source.split("[[cue]]\n")
    for place, entry in enumerate(entries):
        name = tomllib.loads(entry)["name"]
        entries[place] = WEIGHT.sub(f"weight = {fitted.weights[name]}", entry)
    return "[[cue]]\n".join([head, *entries])
