"""The interface for programs: the same object that the command line writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.answer import answer
from app.check import check

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from app.bank import Bank

TEXT = "😔 You never listen to me. I feel lonely."


def test_answer_is_the_report(client: FlaskClient, bank: Bank) -> None:
    reply = client.post("/api/check", json={"text": TEXT, "id": "a1"})
    assert reply.json == answer(check(TEXT, bank), "a1")
    assert reply.json["findings"][0]["start"] == TEXT.index("You")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b'{"text": 1}', 400),
        (b'{"text": "caf\xe9"}', 400),
        (b'{"text": "\\ud800"}', 400),
        (b'{"text": " "}', 422),
        (b'{"text": "a\\u0000b"}', 422),
        (b'{"text": "' + b"a" * 10_001 + b'"}', 422),
        (b'{"text": "' + b"a" * 70_000 + b'"}', 413),
    ],
)
def test_refusals_say_why_and_never_what_was_sent(client: FlaskClient, body: bytes, status: int) -> None:
    reply = client.post("/api/check", data=body, content_type="application/json")
    assert reply.status_code == status
    assert reply.json.keys() == {"error"}
    assert "caf" not in reply.text


def test_other_sites_may_not_ask(client: FlaskClient) -> None:
    assert (
        client.post("/api/check", json={"text": TEXT}, headers={"Origin": "https://other.example"}).status_code == 403
    )


def test_answers_are_not_stored(client: FlaskClient) -> None:
    assert client.post("/api/check", json={"text": TEXT}).headers["Cache-Control"] == "no-store"
