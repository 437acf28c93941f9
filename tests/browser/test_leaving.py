"""Leaving: at once, and Back does not bring the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    Visit = Callable[..., Page]

SITE = "https://www.bbc.co.uk/weather"
DRAFT = "You never listen to me."
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


def answer(route: Route) -> None:
    route.fulfill(body="<title>Weather</title><h1>Sunny</h1>", content_type="text/html")


def open_with_draft(visit: Visit, scripts: bool, result: bool = False) -> Page:
    page = visit(java_script_enabled=scripts)
    page.context.route(f"{SITE}**", answer)
    page.get_by_label("Your draft").fill(DRAFT)
    if result:
        page.get_by_role("button", name="Look at it").click()
        expect(page.locator("mark")).to_have_count(1)
    return page


@SCRIPTS
@pytest.mark.parametrize("result", [False, True], ids=["from the field", "from the result"])
def test_leave_link_goes_and_back_brings_no_words(visit: Visit, scripts: bool, result: bool) -> None:
    page = open_with_draft(visit, scripts, result)
    page.get_by_role("link", name="Leave", exact=True).click()
    page.wait_for_url(f"{SITE}**")
    page.evaluate("history.back()") if scripts else page.go_back()
    page.wait_for_timeout(500)
    assert DRAFT not in page.content()
    values = [field.input_value() for field in page.locator("textarea").all()]
    assert not any("never" in value for value in values)


def test_shift_three_times_leaves(visit: Visit) -> None:
    page = open_with_draft(visit, scripts=True)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(f"{SITE}**")


def test_page_is_blank_at_once(visit: Visit) -> None:
    page = open_with_draft(visit, scripts=True)
    page.route("**/leave", lambda route: None)  # a line that never answers
    page.get_by_role("link", name="Leave", exact=True).click(no_wait_after=True)
    expect(page.locator("body")).to_have_css("visibility", "hidden")
    assert "never" not in page.content()
    page.unroute_all(behavior="ignoreErrors")


def test_capital_letters_do_not_leave(visit: Visit) -> None:
    page = open_with_draft(visit, scripts=True)
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("a")
    page.keyboard.press("Shift")
    page.wait_for_timeout(300)
    assert page.get_by_role("heading", level=1).is_visible()


def test_three_shifts_over_a_longer_time_do_not_leave(visit: Visit) -> None:
    page = visit()
    page.clock.install()
    for _ in range(3):
        page.keyboard.press("Shift")
        page.clock.fast_forward(2600)
    assert page.get_by_role("heading", level=1).is_visible()


def test_leave_link_stays_in_sight_and_a_second_one_comes_first(visit: Visit) -> None:
    page = open_with_draft(visit, scripts=True, result=True)
    page.mouse.wheel(0, 3000)
    expect(page.get_by_role("link", name="Leave", exact=True)).to_be_in_viewport()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Leave this page now")).to_be_focused()


@SCRIPTS
def test_another_page_and_back_brings_no_words(visit: Visit, scripts: bool) -> None:
    page = open_with_draft(visit, scripts)
    page.goto(SITE)
    page.go_back()
    page.wait_for_timeout(300)
    if scripts:  # without scripts only the way over “Leave” can make a browser forget; the promises say so
        expect(page.get_by_label("Your draft")).to_have_value("")


@SCRIPTS
def test_cover_blurs_the_words(visit: Visit, scripts: bool) -> None:
    page = open_with_draft(visit, scripts)
    page.get_by_label("Cover").check()
    expect(page.get_by_label("Your draft")).to_have_css("filter", "blur(8px)")
