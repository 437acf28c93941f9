"""Headers: on every answer; the client of these tests looks at each one (tests/conftest.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.mark.parametrize("path", ["/", "/nowhere", "/leave", "/static/base.css", "/static/main.js", "/static/icon.svg"])
def test_every_answer_keeps_the_house_rules(client: FlaskClient, path: str) -> None:
    client.get(path)
    client.head(path)
    client.options(path)


def test_development_server_tells_no_version(server: str) -> None:
    with urlopen(server) as answer:  # noqa: S310  # our own address
        assert answer.headers.get_all("Server") == ["Softstart"]


def test_https_stays_https(client: FlaskClient) -> None:
    assert (
        "max-age=31536000" in client.get("/", base_url="https://softstart.example").headers["Strict-Transport-Security"]
    )
    assert "Strict-Transport-Security" not in client.get("/").headers


def test_every_other_feature_is_off(client: FlaskClient) -> None:
    policy = client.get("/").headers["Permissions-Policy"].split(", ")
    assert "camera=()" in policy
    assert [entry for entry in policy if not entry.endswith("=()")] == ["clipboard-write=(self)"]


def test_no_page_holds_a_script_or_a_style_of_its_own(client: FlaskClient) -> None:
    page = client.post("/check", data={"draft": "You never listen."}).text
    assert page.count("<script") == page.count('<script type="module" src="/static/main.js"></script>') == 1
    assert " style=" not in page
    assert " onclick=" not in page
