"""Leaving: at once, and Back does not bring the words."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error, expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

DRAFT = "You never listen to me."
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


def open_with_draft(visit: Visit, scripts: bool, result: bool = False) -> Page:
    page = visit(java_script_enabled=scripts)
    page.get_by_label("Your draft").fill(DRAFT)
    if result:
        page.get_by_role("button", name="Look at it").click()
        expect(page.locator("mark")).to_have_count(1)
    return page


def back(page: Page) -> None:
    """Go back as a person does; Playwright's own way waits for ever where the browser kept the page."""
    before = page.url
    with contextlib.suppress(Error):  # the page is gone before it could answer
        page.evaluate("history.back()")
    page.wait_for_timeout(600)
    assert page.url != before


@SCRIPTS
@pytest.mark.parametrize("result", [False, True], ids=["from the field", "from the result"])
def test_leave_link_goes_and_back_brings_no_words(visit: Visit, elsewhere: str, scripts: bool, result: bool) -> None:
    page = open_with_draft(visit, scripts, result)
    page.get_by_role("link", name="Leave", exact=True).click()
    page.wait_for_url(elsewhere)
    back(page)
    assert DRAFT not in page.content()
    values = [field.input_value() for field in page.locator("textarea").all()]
    assert not any("never" in value for value in values)


def test_shift_three_times_leaves(visit: Visit, elsewhere: str) -> None:
    page = open_with_draft(visit, scripts=True)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(elsewhere)


def test_page_is_blank_at_once(visit: Visit, elsewhere: str) -> None:
    page = open_with_draft(visit, scripts=True)
    page.route("**/leave", lambda route: route.abort("aborted"))  # a line that fails
    page.get_by_role("link", name="Leave", exact=True).click()
    assert page.evaluate("getComputedStyle(document.body).visibility") == "hidden"
    assert page.evaluate("document.body.innerHTML.includes('never')") is False


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


def test_another_page_and_back_brings_no_words(visit: Visit, elsewhere: str) -> None:
    page = open_with_draft(visit, scripts=True)
    page.goto(elsewhere)
    back(page)
    expect(page.get_by_label("Your draft")).to_have_value("")


@SCRIPTS
def test_cover_blurs_the_words(visit: Visit, scripts: bool) -> None:
    page = open_with_draft(visit, scripts)
    page.get_by_label("Cover").check()
    expect(page.get_by_label("Your draft")).to_have_css("filter", "blur(8px)")
