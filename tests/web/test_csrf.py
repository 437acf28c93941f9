"""Cross-origin posts: refused by what browsers say of themselves, without a cookie or a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from flask.testing import FlaskClient

HOST = "softstart.example"
ALLOWED = [
    {},  # no browser: nothing that could be abused travels along
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "https://other.example"},  # the first header decides
    {"Origin": f"http://{HOST}"},
    {"Origin": f"https://{HOST}"},  # a proxy may have taken the TLS off
]
REFUSED = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": ""},
    {"Sec-Fetch-Site": "cross-site", "Origin": f"http://{HOST}"},
    {"Origin": "https://other.example"},
    {"Origin": f"https://{HOST}.other.example"},
    {"Origin": f"https://{HOST}:8443"},
    {"Origin": "null"},
    {"Origin": ""},
]


@pytest.mark.parametrize("path", ["/check", "/message"])
@pytest.mark.parametrize("headers", ALLOWED, ids=str)
def test_own_page_may_post(client: FlaskClient, path: str, headers: dict[str, str]) -> None:
    answer = client.post(path, data={"draft": "You never listen."}, headers=headers, base_url=f"http://{HOST}")
    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/check", "/message"])
@pytest.mark.parametrize("headers", REFUSED, ids=str)
def test_other_sites_may_not_and_the_draft_is_kept(client: FlaskClient, path: str, headers: dict[str, str]) -> None:
    answer = client.post(path, data={"draft": "You never listen."}, headers=headers, base_url=f"http://{HOST}")
    assert answer.status_code == 403
    assert "You never listen.</textarea>" in answer.text


def test_form_is_refused_although_it_brings_a_token(client: FlaskClient) -> None:
    data = {"draft": "You never listen.", "csrf_token": ""}
    assert client.post("/check", data=data, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
