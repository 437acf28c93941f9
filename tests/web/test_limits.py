"""Limits: every refusal is a friendly page, with the draft still in its field where it reached us."""

from __future__ import annotations

import html
import io
import re
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

import pytest

if TYPE_CHECKING:
    from flask.testing import FlaskClient

FORM = "application/x-www-form-urlencoded"
DRAFT = "A draft with “quotes” & signs, 😔\nand a second line."


def draft_in_field(page: str) -> str:
    found = re.search(r'<textarea[^>]* id="draft"[^>]*>\r?\n(.*?)</textarea>', page, re.DOTALL)
    assert found
    return html.unescape(found[1])


@pytest.mark.parametrize("path", ["/check", "/message"])
@pytest.mark.parametrize("draft", ["", "   ", " \r\n\t "])
def test_empty_draft_is_told_kindly(client: FlaskClient, path: str, draft: str) -> None:
    answer = client.post(path, data={"draft": draft})
    assert answer.status_code == 422
    assert "Type or paste" in answer.text


def test_missing_draft_is_told_kindly(client: FlaskClient) -> None:
    assert client.post("/check").status_code == 422
    assert client.post("/check", json={"draft": DRAFT}).status_code == 422


@pytest.mark.parametrize("letter", ["a", "ü", "ह", "😔"])
def test_longest_draft_is_looked_at_in_any_script(client: FlaskClient, letter: str) -> None:
    answer = client.post("/check", data={"draft": letter * 10_000}, content_type="multipart/form-data")
    assert answer.status_code == 200


def test_line_ends_count_once(client: FlaskClient) -> None:
    assert client.post("/check", data={"draft": "a\r\n" * 5_000}).status_code == 200


def test_too_long_a_draft_comes_back_whole(client: FlaskClient) -> None:
    draft = "a" * 10_001
    answer = client.post("/check", data={"draft": draft})
    assert answer.status_code == 422
    assert "10,001" in answer.text
    assert draft_in_field(answer.text) == draft


def test_body_over_the_limit_is_refused(client: FlaskClient) -> None:
    answer = client.post("/check", data={"draft": "a" * 70_000})
    assert answer.status_code == 413
    assert "Back button" in answer.text


def test_body_without_a_length_is_refused_as_well(client: FlaskClient) -> None:
    body = b"draft=" + b"a" * 70_000
    chunked = {"wsgi.input_terminated": True}
    answer = client.post("/check", input_stream=io.BytesIO(body), content_type=FORM, environ_overrides=chunked)
    assert answer.status_code == 413


def test_too_many_fields_are_refused(client: FlaskClient) -> None:
    parts = "".join(f'--b\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n\r\n' for n in range(1_100))
    answer = client.post("/check", data=f"{parts}--b--\r\n"[:65_000], content_type="multipart/form-data; boundary=b")
    assert answer.status_code in {413, 422}


@pytest.mark.parametrize("broken", [b"draft=caf%E9+and+more", b"draft=caf\xe9+and+more", b"draft=%ED%A0%80+lone"])
def test_broken_utf8_is_refused_and_kept_as_far_as_it_can_be_read(client: FlaskClient, broken: bytes) -> None:
    answer = client.post("/check", data=broken, content_type=FORM)
    assert answer.status_code == 400
    assert "couldn’t be read" in answer.text


def test_broken_utf8_in_multipart_keeps_the_rest(client: FlaskClient) -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="draft"\r\n\r\ncaf\xe9 and more\r\n--b--\r\n'
    answer = client.post("/check", data=body, content_type="multipart/form-data; boundary=b")
    assert answer.status_code == 400
    assert draft_in_field(answer.text).endswith("and more")


@pytest.mark.parametrize("nul", ["a%00b", "a\0b"])
def test_nul_is_refused_and_the_rest_kept(client: FlaskClient, nul: str) -> None:
    answer = client.post("/check", data=f"draft={nul}", content_type=FORM)
    assert answer.status_code == 400
    assert draft_in_field(answer.text) == "ab"


def test_a_file_in_place_of_the_draft_is_no_draft(client: FlaskClient) -> None:
    file = (io.BytesIO(b"hello"), "draft.txt")
    assert client.post("/check", data={"draft": file}, content_type="multipart/form-data").status_code == 422


def test_unknown_page_is_friendly(client: FlaskClient) -> None:
    assert client.get("/nowhere").status_code == 404
    assert client.get("/%ff%00").status_code == 404
    assert client.get("/check").status_code == 405


def test_draft_survives_an_error_of_ours(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.web.pages.check", lambda *_: 1 / 0)
    answer = client.post("/check", data=f"draft={quote_plus(DRAFT)}", content_type=FORM)
    assert answer.status_code == 500
    assert draft_in_field(answer.text) == DRAFT
