"""Access: everybody can read, reach and use every page, on a small phone and in the dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

FOUND = "ur always on ur phone. You never listen. You never help. It’s your fault. I feel lonely. You don’t care."
DRAFTS = {"found": FOUND, "none": "The bus leaves at nine.", "notice": "I want to kill myself.", "refused": "  "}
PLACES = ["/", "/phrases", "/checks", "/promises", "/lines", "/nowhere", *DRAFTS]
WIDE, PHONE, SMALL = ({"width": width, "height": height} for width, height in ((1280, 900), (360, 780), (320, 640)))
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
IN_SIGHT = "document.documentElement.scrollWidth <= innerWidth"


def go(visit: Visit, place: str, **options: object) -> Page:
    """Open a page, or the answer to one of the drafts, with everything unfolded."""
    page = visit(place if place.startswith("/") else "/", **options)
    if place in DRAFTS:
        page.get_by_label("Your draft").fill(DRAFTS[place])
        page.get_by_role("button", name="Look at it").click()
        expect(page.locator("#marked, #trouble")).to_have_count(1)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    return page


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "desktop"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, place: str, size: dict[str, int], colours: str) -> None:
    page = go(visit, place, viewport=size, color_scheme=colours, bypass_csp=True, reduced_motion="reduce")
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("place", PLACES)
def test_small_phone_never_scrolls_sideways(visit: Visit, place: str) -> None:
    page = go(visit, place, viewport=SMALL)
    assert page.evaluate(IN_SIGHT)


@pytest.mark.parametrize("place", PLACES)
def test_wider_spacing_of_text_still_fits(visit: Visit, place: str) -> None:
    page = go(visit, place, viewport=SMALL, bypass_csp=True)
    page.add_style_tag(content=SPACED)
    assert page.evaluate(IN_SIGHT)


@pytest.mark.parametrize("place", PLACES)
def test_targets_are_big_enough_for_a_thumb(visit: Visit, place: str) -> None:
    page = go(visit, place, viewport=PHONE)
    small = page.evaluate(
        """[...document.querySelectorAll("button:not(.default), select, summary, .leave, nav a, .cover, label.option")]
        .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.9)
        .map(each => each.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize("place", ["/", "/phrases", "found", "notice"])
def test_focus_is_never_under_the_bar(visit: Visit, place: str) -> None:
    page = go(visit, place, viewport=PHONE)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator("footer a").last.focus()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Control")  # two Shifts in a row are on the way out
        hidden = page.evaluate(
            """(bar => document.activeElement.closest(".bar") ? false
            : document.activeElement.getBoundingClientRect().bottom < bar.getBoundingClientRect().bottom)
            (document.querySelector(".bar"))"""
        )
        assert not hidden


def test_new_content_takes_the_focus_and_is_told(visit: Visit) -> None:
    page = go(visit, "found")
    expect(page.locator("main")).to_be_focused()
    page.get_by_role("radio").nth(1).check()
    expect(page.get_by_role("status")).to_contain_text("up to date")


def test_colours_of_the_person_are_kept(visit: Visit) -> None:
    page = go(visit, "found", forced_colors="active")
    border = page.locator("mark.clear").first.evaluate("each => getComputedStyle(each).borderBottomStyle")
    assert border == "solid"


def test_print_leaves_out_what_cannot_be_pressed(visit: Visit) -> None:
    page = go(visit, "found")
    page.emulate_media(media="print")
    expect(page.locator("button:visible, nav:visible")).to_have_count(0)
    expect(page.get_by_role("textbox", name="The whole message")).to_be_visible()
