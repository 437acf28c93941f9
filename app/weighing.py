"""Labelled drafts -> weights of the cues, fitted and checked on drafts left out; a person accepts the difference."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from typing import TYPE_CHECKING

from app.checker import read
from app.checker.guards import standing
from app.checker.matches import find_matches
from app.checker.signs import find_signs
from app.fitting import STEP, Fitted, Sample, fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.bank import Bank
    from app.evaluation import LabelledDraft

FOLDS = 5
WEIGHT = re.compile(r"^weight = [\d.]+$", re.MULTILINE)


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
