"""The figures: counted rightly, and sealed drafts stay unread."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.cli.lines import read_records
from app.evaluation import LabelledDraft, LabelledSentence, Score, evaluate

if TYPE_CHECKING:
    from flask import Flask

    from app.bank import Bank

CORPUS = Path(__file__).parents[1] / "corpus"


def draft(*sentences: tuple[str, tuple[str, ...]], safety: tuple[str, ...] = ()) -> LabelledDraft:
    text = " ".join(sentence for sentence, _ in sentences)
    return LabelledDraft(text, "d1", safety, sentences=tuple(LabelledSentence(*sentence) for sentence in sentences))


def test_what_is_found_flagged_wrongly_and_missed_is_counted(bank: Bank) -> None:
    figures = evaluate(
        [
            draft(("You never listen to me.", ("criticism",)), ("I love you.", ())),
            draft(("You never ask me.", ()), ("The moon is a cheese.", ("contempt",))),
        ],
        bank,
    )
    assert (figures.clear.found, figures.clear.false, figures.clear.missed) == (1, 1, 1)
    assert (figures.drafts, figures.sentences, figures.wanted) == (2, 4, 2)
    assert figures.right_category == 1
    assert [row[1] for row in figures.misses] == ["The moon is a cheese."]
    assert [row[1] for row in figures.false_alarms] == ["You never ask me."]
    assert figures.flagged_again == []
    assert figures.suggestions >= 4


def test_notices_are_counted_by_draft(bank: Bank) -> None:
    figures = evaluate([draft(("The bins are out.", ()), safety=("self-harm",))], bank)
    assert (figures.notices.found, figures.notices.missed) == (0, 1)
    assert figures.kinds["self-harm"].recall == 0


def test_parts_and_confusions_are_counted(bank: Bank) -> None:
    part = LabelledDraft("You don't have to answer now.", parts=("room-for-no", "event"))
    figures = evaluate([part, draft(("You never listen to me.", ("guilt",)))], bank)
    assert figures.parts["room-for-no"].found == figures.parts["event"].missed == 1
    assert figures.confused == {("guilt", "criticism"): 1}
    assert figures.alarms == {}


def test_shares() -> None:
    score = Score(found=3, false=1, missed=2)
    assert (score.precision, score.recall) == (0.75, 0.6)
    assert score.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    assert Score().precision == Score().recall == 1.0


def test_the_table_is_printed(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["evaluate", "--misses", str(CORPUS / "read" / "typical.jsonl")])
    assert result.exit_code == 0
    assert "read/typical.jsonl: 41 drafts" in result.stdout
    assert "flagged again: 0" in result.stdout


def test_cards_are_counted_over_all_files(app: Flask) -> None:
    files = [str(CORPUS / "read" / f"{name}.jsonl") for name in ("textbook", "kind")]
    result = app.test_cli_runner().invoke(args=["evaluate", "--cards", *files])
    assert "read/kind.jsonl" in result.stdout
    silent, count = re.search(r"never fired \((\d+) of (\d+) cards\)", result.stdout).groups()
    assert 0 < int(silent) < int(count) == len(app.extensions["bank"].cards)


def test_sealed_drafts_show_only_totals(app: Flask) -> None:
    path = str(CORPUS / "sealed" / "typical.jsonl")
    result = app.test_cli_runner().invoke(args=["evaluate", "--misses", path])
    assert result.exit_code == 1
    assert result.stderr == "Error: sealed drafts stay unread: only their totals are looked at\n"


def test_a_bad_line_is_named(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "b"}) + '\n{"id": 3}\n', "utf-8")
    result = app.test_cli_runner().invoke(args=["evaluate", str(path)])
    assert result.exit_code == 1
    assert "corpus.jsonl: line 2: " in result.stderr


@pytest.mark.parametrize("name", ["typical", "hard"])
def test_figures_on_sealed_drafts_do_not_fall(bank: Bank, name: str) -> None:
    """The floor is what was reached; README has the figures of record."""
    lines = (CORPUS / "sealed" / f"{name}.jsonl").read_bytes().splitlines()
    figures = evaluate(read_records(lines, LabelledDraft), bank)
    floor = {"typical": (0.90, 0.55), "hard": (0.80, 0.25)}[name]
    assert figures.clear.precision >= floor[0]
    assert figures.clear.recall >= floor[1]
    assert figures.flagged_again == []
