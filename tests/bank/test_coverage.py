"""Every category has sentences enough, flagged and near misses; tests/corpus/README.md tells what counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import msgspec
import pytest

from app.checker import read
from app.checker.matches import find_matches
from app.evaluation import LabelledDraft
from app.records import Category

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.bank import Bank

READ = Path(__file__).parents[1] / "corpus" / "read"
ENOUGH = 60  # sentences: what a category's figures begin to mean something with


@pytest.fixture(scope="module")
def drafts() -> list[LabelledDraft]:
    lines = (line for path in sorted(READ.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return [msgspec.json.decode(line, type=LabelledDraft) for line in lines]


def near(draft: LabelledDraft, bank: Bank) -> Iterator[tuple[str, str]]:
    """Yield category and sentence: what was written for it, or is hit by a pattern of it, and is not to be flagged."""
    for sentence in draft.sentences:
        if not sentence.labels:
            line = read(sentence.text, bank)
            hit = {match.card.category for match in find_matches(line, bank.card_rules, bank.lexicon)}
            yield from (
                (name, sentence.text) for name in get_args(Category) if name in hit or draft.note == meant(name)
            )


def meant(category: str) -> str:
    return f"near miss: {category}"


def test_every_category_has_flagged_sentences_enough(drafts: list[LabelledDraft]) -> None:
    flagged = Counter(label for draft in drafts for sentence in draft.sentences for label in sentence.labels)
    assert {name: flagged[name] for name in get_args(Category) if flagged[name] < ENOUGH} == {}


def test_every_category_has_near_misses_enough(drafts: list[LabelledDraft], bank: Bank) -> None:
    spares = {(card.category, spare) for card in bank.cards for spare in card.spares}
    found = Counter(name for name, _ in {each for draft in drafts for each in near(draft, bank)} | spares)
    assert {name: found[name] for name in get_args(Category) if found[name] < ENOUGH} == {}


def test_near_misses_are_written_for_a_category_and_never_flagged(drafts: list[LabelledDraft]) -> None:
    written = [draft for draft in drafts if draft.note.startswith("near miss: ")]
    assert {draft.note for draft in written} == {meant(name) for name in get_args(Category)}
    assert [draft.text for draft in written for sentence in draft.sentences if sentence.labels] == []
