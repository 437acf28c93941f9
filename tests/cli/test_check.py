"""The interface for programs: fixed, others build on it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result
    from flask import Flask

KEYS = ["id", "findings", "strengths", "missing", "notices", "hints", "message"]
FINDING_KEYS = ["start", "end", "quote", "category", "level", "card", "why", "suggestions"]


def run(app: Flask, *args: str, given: bytes | str = b"") -> Result:
    return app.test_cli_runner().invoke(args=["check", *args], input=given)


def test_jsonl_answers_line_by_line_in_order(app: Flask) -> None:
    given = '{"id": "a1", "text": "You never listen to me."}\n\n"Love you"\n{"id": 7, "text": "ok"}\n'
    result = run(app, "--format", "jsonl", "-", given=given)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [answer["id"] for answer in answers] == ["a1", None, 7]
    assert [list(answer) for answer in answers] == [KEYS] * 3
    finding = answers[0]["findings"][0]
    assert list(finding) == FINDING_KEYS
    assert finding["quote"] == "You never listen to me"
    assert list(finding["suggestions"][0]) == ["stance", "text", "start", "end"]
    assert answers[0]["message"] == finding["suggestions"][0]["text"]


def test_a_bad_line_is_answered_and_the_rest_is_still_done(app: Flask) -> None:
    given = b'{"id": 1, "text": "ok"}\n{"id": 2}\nnot json\n"\xff"\n"a\\u0000b"\n""\n{"id": 3, "text": "ok"}\n'
    result = run(app, "--format", "jsonl", given=given)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [answer["id"] for answer in answers] == [1, None, None, None, None, None, 3]
    errors = [answer["error"] for answer in answers if "error" in answer]
    assert [error[:8] for error in errors] == ["line 2: ", "line 3: ", "line 4: ", "line 5: ", "line 6: "]
    assert "missing required field `text`" in errors[0]
    assert errors[3] == "line 5: the draft holds a NUL character; remove it"
    assert errors[4] == "line 6: the draft is empty; write at least a word"


def test_an_over_long_line_says_how_long(app: Flask) -> None:
    result = run(app, "--format", "jsonl", given=json.dumps("a" * 10_001))
    assert "10001 characters; at most 10000 are checked" in json.loads(result.stdout)["error"]


def test_a_draft_under_a_notice_has_no_message(app: Flask) -> None:
    result = run(app, "--format", "jsonl", given=json.dumps("You put your hands round my neck on Friday."))
    answer = json.loads(result.stdout)
    assert answer["message"] is None
    assert answer["notices"][0]["kind"] == "partner-violence"


def test_json_is_one_draft(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("You never listen to me.", "utf-8")
    answer = json.loads(run(app, "--format", "json", str(path)).stdout)
    assert answer["findings"][0]["card"] == "criticism.you-never"


def test_text_is_for_people(app: Flask) -> None:
    shown = run(app, given="I love you. You never listen to me.").stdout
    assert "[1 You never listen to me]" in shown
    assert "may land as criticism" in shown
    assert "The message with the first suggestions taken:" in shown


def test_text_without_findings_promises_nothing(app: Flask) -> None:
    assert "No patterns found. This sees words, not your relationship." in run(app, given="The bins are out.").stdout


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (b"\xff\xfe", "not UTF-8 at byte 0; save the draft as UTF-8"),
        (b"", "the draft is empty; write at least a word"),
        (b"a\0b", "the draft holds a NUL character; remove it"),
    ],
)
def test_a_draft_that_cannot_be_read_says_what_to_do(app: Flask, given: bytes, says: str) -> None:
    result = run(app, given=given)
    assert result.exit_code == 1
    assert says in result.stderr


def test_a_missing_file_is_named(app: Flask) -> None:
    result = run(app, "no-such-file.txt")
    assert result.exit_code == 2
    assert "no-such-file.txt" in result.stderr
