"""Leaving: at once, to a neutral site, and without the page that was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.settings import LEAVE_SITES, SettingError, Settings

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def test_leave_goes_to_a_site_of_the_list(client: FlaskClient) -> None:
    answer = client.get("/leave")
    assert answer.status_code == 303
    assert answer.location == LEAVE_SITES[0]


def test_leave_changes_a_cookie_that_makes_browsers_forget_the_page(client: FlaskClient) -> None:
    first, second = (client.get("/leave").headers["Set-Cookie"] for _ in range(2))
    assert first != second
    assert "HttpOnly" in first
    assert "Max-Age=5;" in first


def test_leave_asks_the_browser_to_clear_what_it_kept(client: FlaskClient) -> None:
    assert '"storage"' in client.get("/leave").headers["Clear-Site-Data"]


@pytest.mark.parametrize("query", ["?to=https://other.example", "?next=//other.example"])
def test_nobody_can_be_sent_elsewhere(client: FlaskClient, query: str) -> None:
    assert client.get(f"/leave{query}").location == LEAVE_SITES[0]


def test_a_site_that_is_not_on_the_list_stops_the_start() -> None:
    with pytest.raises(SettingError, match="SOFTSTART_LEAVE_TO must be one of"):
        Settings.from_environment({"SOFTSTART_LEAVE_TO": "https://other.example"})
