"""Readings: the sheet holds what a reader needs, marked sheets are summed up rightly, bad marks are refused by line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.cli.lines import LineError
from app.cli.marks import PLACE, Opinion, read_marks, read_opinions
from app.cli.review import drafts_of, table
from app.cli.sheet import sheet
from app.evaluation import LabelledDraft

if TYPE_CHECKING:
    from click.testing import Result
    from flask import Flask

    from app.bank import Bank

REVIEWS = Path(__file__).parents[1] / "corpus" / "reviews"
HARSH = "You never listen when I talk about my mum.\nI miss you."


def review(app: Flask, *args: object) -> Result:
    return app.test_cli_runner().invoke(args=["review", *map(str, args)])


def filled(text: str, mark: int) -> str:
    return text.replace("_", str(mark))


def marked(fit: int, draft: str = "a", category: str = "blame", stance: str = "plain", text: str = "b") -> Opinion:
    return Opinion(draft, category, stance, text, (fit, 3, 4, 5))


def test_a_sheet_shows_draft_finding_suggestions_and_message(bank: Bank) -> None:
    text = "\n".join(sheet([LabelledDraft(HARSH, "a1", note="Wife, 40")], bank))
    assert "== a1\n# Wife, 40\n| You never listen when I talk about my mum.\n| I miss you.\n" in text
    assert "1. criticism, clear: “You never listen" in text
    assert all(f"\n{stance}: " in text for stance in ("plain", "warm", "ask"))
    assert text.rstrip().endswith(f"| I miss you.\n   {PLACE}")
    assert text.count(PLACE) == text.count("\nplain: ") + text.count("\nwarm: ") + text.count("\nask: ") + 1


def test_a_draft_that_is_left_alone_has_nothing_to_mark(bank: Bank) -> None:
    text = "\n".join(sheet([LabelledDraft("I love you.")], bank))
    assert "== 1\n| I love you.\n# nothing was found\n" in text
    assert PLACE not in text


def test_words_of_danger_are_told_and_not_polished(bank: Bank) -> None:
    text = "\n".join(sheet([LabelledDraft("You hit me again last night. You never listen.")], bank))
    assert "# notice: partner-violence" in text
    assert "\nmessage:\n" not in text


def test_what_is_written_is_read_back_with_its_marks(bank: Bank) -> None:
    """Even where a draft looks like a sheet."""
    draft = f"{HARSH}\nmessage:\nplain: You never ask.\nfit: 9\n== b\n# x"
    lines = filled("\n".join(sheet([LabelledDraft(draft, "a1")], bank)), 4).splitlines()
    opinions = list(read_opinions(lines))
    assert {opinion.draft for opinion in opinions} == {"a1"}
    assert {opinion.marks for opinion in opinions} == {(4, 4, 4, 4)}
    assert [opinion.stance for opinion in opinions][-1] == "message"
    assert opinions[-1].text.endswith("\n== b\n# x")
    assert {opinion.category for opinion in opinions[:-1]} >= {"criticism"}


def test_text_files_hold_drafts_between_lines(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "drafts.txt"
    path.write_text("Grow up.\n---\nYou never ask.\n\nI miss --- you.\n", "utf-8")
    result = review(app, path)
    assert result.exit_code == 0
    assert "== 1\n| Grow up.\n" in result.stdout
    assert "== 2\n| You never ask.\n|\n| I miss --- you.\n" in result.stdout


def test_marked_sheets_make_a_table(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "drafts.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "Grow up."}), "utf-8")
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    for file, mark in ((one, 2), (other, 5)):
        file.write_text(filled(review(app, path).stdout, mark), "utf-8")
    assert "suggestions" in review(app, "--table", one).stdout
    lines = review(app, "--table", one, other).stdout.splitlines()
    assert lines[1].split()[-5:] == ["3.50", "3.50", "3.50", "3.50", "0.50"]
    assert lines[-1].startswith(f"{one}, {other}: 4 texts read by both, within one point 0.00 (fit 0.00, ")


def test_means_and_low_shares_are_right() -> None:
    lines = list(table({"one": [marked(1), marked(4, stance="ask", text="c"), marked(3, "a", "", "message")]}))
    rows = {line.split()[0]: line.split()[1:] for line in lines[1:]}
    assert rows["suggestions"] == ["2", "2.50", "3.00", "4.00", "5.00", "0.50"]
    assert rows["ask"] == ["1", "4.00", "3.00", "4.00", "5.00", "0.00"]
    assert rows["blame"] == rows["suggestions"]
    assert rows["messages"] == ["1", "3.00", "3.00", "4.00", "5.00", "0.00"]


def test_agreement_counts_only_the_same_texts() -> None:
    one, other = [marked(1), marked(4, text="c"), marked(5, text="d")], [marked(2), marked(2, text="c")]
    told = list(table({"one": one, "other": other}))[-1]
    assert told == (
        "one, other: 2 texts read by both, within one point 0.88 (fit 0.50, nature 1.00, warmth 1.00, honesty 1.00)"
    )
    assert list(table({"one": one, "other": []}))[-1] == "one, other: nothing that both have read"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("fit: _  nature: 3  warmth: 4  honesty: 5", "fit is “_”; a mark is a number from 1 to 5"),
        ("fit: 1  nature: 3  warmth: 6  honesty: 5", "warmth is “6”; a mark is a number from 1 to 5"),
        ("fit: 1  nature: 3  warmth: honesty: 5", "warmth is “”; a mark is a number from 1 to 5"),
        ("fit: 1  nature: 3  warmth: 3", "honesty is “”; a mark is a number from 1 to 5"),
        ("fit: 1  nature: 2.5  warmth: 3 honesty: 5", "nature is “2.5”; a mark is a number from 1 to 5"),
    ],
)
def test_a_mark_missing_or_out_of_range_is_refused(line: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read_marks(line)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (["== a", "plain: I miss you.", "warm: I do."], "line 3: “I miss you.” has no marks before this line"),
        (["== a", "plain: I miss you.", ""], "line 3: “I miss you.” has no marks"),
        (["== a", filled(PLACE, 3)], "line 2: marks without words that they are for"),
        (["== a", "", "== a"], "line 3: the draft a stands here a second time"),
        (["== a", "so what"], "line 2: not a line of a review; a remark of your own begins with #"),
    ],
)
def test_a_broken_sheet_is_refused_with_its_line(lines: list[str], fault: str) -> None:
    with pytest.raises(LineError) as error:
        list(read_opinions(lines))
    assert str(error.value) == fault


def test_the_file_is_named(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "first.txt"
    path.write_text(f"== a\nplain: b\n{PLACE}\n", "utf-8")
    result = review(app, "--table", path)
    assert result.exit_code == 1
    assert result.stderr == f"Error: {path}: line 3: fit is “_”; a mark is a number from 1 to 5\n"


def test_drafts_that_cannot_be_read_are_refused(app: Flask, tmp_path: Path) -> None:
    empty, broken = tmp_path / "empty.txt", tmp_path / "broken.txt"
    empty.write_text("Grow up.\n---\n", "utf-8")
    broken.write_bytes(b"Gr\xffow up.")
    assert f"{empty}: draft 2: the draft is empty" in review(app, empty).stderr
    assert review(app, broken).stderr == f"Error: {broken}: not UTF-8 at byte 2\n"


def test_sealed_drafts_are_not_shown(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "sealed" / "drafts.jsonl"
    path.parent.mkdir()
    path.write_text(json.dumps({"text": "Grow up."}), "utf-8")
    result = review(app, path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "sealed drafts stay unread" in result.stderr


def test_the_drafts_to_be_read_are_those_of_the_corpus() -> None:
    """A draft that moves or is corrected there is corrected here too; none is sealed."""
    chosen = drafts_of(REVIEWS / "drafts.jsonl")
    read = {draft.id: draft.text for file in (REVIEWS.parent / "read").glob("*.jsonl") for draft in drafts_of(file)}
    assert len(chosen) == len({draft.id for draft in chosen}) == 120
    assert [draft.id for draft in chosen if draft.text != read.get(draft.id)] == []


def test_every_kept_reading_can_be_summed_up(app: Flask) -> None:
    readings = sorted(REVIEWS.glob("*.txt"))
    result = review(app, "--table", *readings)
    assert readings
    assert result.exit_code == 0, result.stderr
    assert "messages" in result.stdout
