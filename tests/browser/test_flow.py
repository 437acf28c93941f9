"""The main job in a real browser: paste, read, choose, copy; with scripts and without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

DRAFT = "ur always on ur phone 😔👩‍👩‍👧\nYou never listen when I talk about my mum. I feel lonely."
DANGER = "I want to kill myself. You never listen."
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven")
MANY = " ".join(f"You never help with number {number}." for number in NUMBERS)
LEANING = (
    "You never listen to me. That's why I sleep badly.\n\nYou're so lazy. It's your fault. You don't care. You ruin "
    "everything. You're selfish. Not once. I love you.\n\nJo"
)
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


def look_at(page: Page, draft: str) -> None:
    page.get_by_label("Your draft").fill(draft)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your draft, read slowly")


def message(page: Page) -> str:
    return page.get_by_role("textbox", name="The whole message").input_value()


def first_place(page: Page) -> Any:
    return page.locator(".places > li").first


@SCRIPTS
def test_from_draft_to_message(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts)
    look_at(page, DRAFT)
    first = message(page)
    choice = first_place(page).get_by_role("radio").nth(1)
    choice.check()
    if not scripts:
        page.get_by_role("button", name="Put my choices in").click()
    words = first_place(page).locator(".option").nth(1).locator(".words").inner_text()
    assert words in message(page)
    assert message(page) != first


@SCRIPTS
def test_own_words_and_keep_mine(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts)
    look_at(page, DRAFT)
    for radio in page.get_by_role("radio", name="Keep mine", include_hidden=True).all():
        radio.check(force=True)
    first_place(page).get_by_role("radio", name="My own words").check()
    first_place(page).locator("textarea").fill("I miss you 🌱.")
    if not scripts:
        page.get_by_role("button", name="Put my choices in").click()
    assert "I miss you 🌱." in message(page)
    first_place(page).get_by_role("radio", name="Keep mine").check()
    if not scripts:
        page.get_by_role("button", name="Put my choices in").click()
    assert message(page) == DRAFT


@SCRIPTS
def test_set_aside_and_bring_back(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts)
    look_at(page, DRAFT)
    marks = page.locator("mark").count()
    first_place(page).get_by_role("button", name="Set aside number 1").click()
    expect(page.locator("mark")).to_have_count(marks - 1)
    page.get_by_role("button", name="Bring back").click()
    expect(page.locator("mark")).to_have_count(marks)


@SCRIPTS
def test_five_at_first_then_the_rest(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts)
    look_at(page, MANY)
    expect(page.locator(".places > li:visible")).to_have_count(5)
    page.get_by_text("Show 2 more").click()
    expect(page.locator(".places > li:visible")).to_have_count(7)


@SCRIPTS
def test_notice_comes_first_and_the_country_can_be_changed(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts)
    look_at(page, DANGER)
    expect(page.locator("main > :first-child")).to_have_class("panel notices")
    expect(page.get_by_label("Another country")).to_have_value("GB")
    page.get_by_label("Another country").select_option("IE")
    page.get_by_role("button", name="Show these").click()
    expect(page.get_by_role("heading", name="People to talk to: Ireland")).to_be_visible()
    expect(page.locator("[name=draft][type=hidden]")).to_have_value(DANGER)
    expect(page.get_by_role("textbox", name="The whole message")).to_have_count(0)


@SCRIPTS
def test_example_can_be_tried(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts)
    page.get_by_role("button", name="Try this one").first.click()
    expect(page.locator("mark").first).to_be_visible()


@SCRIPTS
@pytest.mark.parametrize(("draft", "told"), [("   ", "Type or paste"), ("a" * 10_001, "10,001")], ids=["empty", "long"])
def test_draft_survives_a_refusal(visit: Visit, scripts: bool, draft: str, told: str) -> None:
    page = visit(java_script_enabled=scripts)
    page.get_by_label("Your draft").fill(draft)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_role("alert")).to_contain_text(told)
    expect(page.get_by_label("Your draft")).to_have_value(draft)


def test_draft_survives_a_body_that_is_too_big(visit: Visit) -> None:
    page = visit()
    page.get_by_label("Your draft").fill("a" * 70_000)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_role("alert")).to_contain_text("more than can be looked at")
    expect(page.get_by_label("Your draft")).to_have_value("a" * 70_000)


def test_draft_survives_a_server_that_does_not_answer(visit: Visit) -> None:
    page = visit()
    page.route("**/check", lambda route: route.abort())
    page.get_by_label("Your draft").fill(DRAFT)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_role("status")).to_contain_text("still here")
    expect(page.get_by_label("Your draft")).to_have_value(DRAFT)


def test_copy_puts_the_message_on_the_clipboard(visit: Visit) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    look_at(page, DRAFT)
    page.get_by_role("button", name="Copy the message").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    # The page itself may not read the clipboard: paste it, as a person would.
    page.evaluate("document.querySelector('#change').open = true")
    page.get_by_label("Your draft").fill("")
    page.get_by_label("Your draft").press("Control+v")
    assert page.get_by_label("Your draft").input_value() == message(page)


def test_copy_that_is_not_allowed_selects_the_words(visit: Visit) -> None:
    page = visit()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    look_at(page, DRAFT)
    page.get_by_role("button", name="Copy the message").click()
    expect(page.get_by_role("status")).to_contain_text("selected")
    chosen = page.evaluate("(f => f.value.slice(f.selectionStart, f.selectionEnd))(document.activeElement)")
    assert chosen == message(page)


def test_phrase_can_be_copied(visit: Visit) -> None:
    page = visit("/phrases", permissions=["clipboard-write"])
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("status")).to_have_text("Copied.")


def test_without_scripts_no_button_is_shown_that_does_nothing(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    look_at(page, DRAFT)
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    expect(page.get_by_role("textbox", name="The whole message")).to_have_attribute("readonly", "")


@SCRIPTS
def test_a_soft_start_and_a_closing_are_put_in_only_when_chosen(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts)
    look_at(page, f"{DRAFT}\n\nJo x")
    first = message(page)
    for name in ("Begin softly?", "Leave room for a no?"):
        group = page.get_by_role("group", name=name)
        expect(group.get_by_role("radio", name="No, leave it")).to_be_checked()
        group.get_by_role("radio").nth(1).check()
    if not scripts:
        page.get_by_role("button", name="Put my choices in").click()
    opener, closing = (page.locator(f"[name={name}][value='0'] + span").inner_text() for name in ("opener", "closing"))
    assert message(page).startswith(opener)
    assert message(page).endswith(f"{closing}\n\nJo x")
    assert message(page).replace(opener, "").replace(closing, "").split() == first.split()


@SCRIPTS
def test_before_and_after_follow_the_choices(visit: Visit, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts)
    look_at(page, LEANING)
    assert sides(page) == (LEANING.split(), message(page).split())
    assert page.locator("#was del").count() > 0
    unfold(page)
    for radio in page.get_by_role("radio", name="Keep mine", include_hidden=True).all():
        radio.check(force=True)
    if not scripts:
        page.get_by_role("button", name="Put my choices in").click()
    expect(page.locator("#was del, #now ins")).to_have_count(0)
    assert sides(page) == (LEANING.split(), LEANING.split())
    assert message(page) == LEANING


def unfold(page: Page) -> None:
    folded = page.locator("#choices details:not([open]) > summary")
    while folded.count():
        folded.first.click()


def sides(page: Page) -> tuple[list[str], list[str]]:
    """Read before and after, without the words for screen readers."""
    script = """id => { const side = document.getElementById(id).cloneNode(true);
    for (const each of side.querySelectorAll(".unseen")) each.remove(); return side.textContent }"""
    return page.evaluate(script, "was").split(), page.evaluate(script, "now").split()


def test_what_is_left_out_leaves_the_same_message_both_ways(visit: Visit) -> None:
    messages = []
    for scripts in (True, False):
        page = visit(java_script_enabled=scripts)
        look_at(page, LEANING)
        gone = page.locator("[value=drop]").last
        expect(gone).to_be_checked()
        for pick in ("keep", "drop"):
            unfold(page)
            page.locator(f"[name={gone.get_attribute('name')}][value={pick}]").check(force=True)
            if not scripts:
                page.get_by_role("button", name="Put my choices in").click()
            messages.append((message(page), page.locator("#was").inner_html(), page.locator("#now").inner_html()))
    assert messages[:2] == messages[2:]
    assert messages[0] != messages[1]


def test_both_ways_make_the_same_message(visit: Visit) -> None:
    messages = []
    for scripts in (True, False):
        page = visit(java_script_enabled=scripts)
        look_at(page, DRAFT)
        first_place(page).get_by_role("radio").nth(2).check()
        if not scripts:
            page.get_by_role("button", name="Put my choices in").click()
        messages.append(message(page))
    assert messages[0] == messages[1]


def test_nothing_reloads_and_nothing_typed_stands_in_the_history(visit: Visit) -> None:
    page = visit()
    page.evaluate("window.stayed = true")
    look_at(page, DRAFT)
    first_place(page).get_by_role("button", name="Set aside number 1").click()
    page.get_by_role("link", name="Phrases").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Phrases, by situation")
    assert page.evaluate("window.stayed")
    seen = page.evaluate("JSON.stringify([location.href, document.title, history.state, name, document.cookie])")
    assert "phone" not in seen
    assert "mum" not in seen


def test_back_and_the_way_over_another_page_find_the_draft_again(visit: Visit) -> None:
    page = visit()
    look_at(page, DRAFT)
    page.go_back()
    expect(page.get_by_label("Your draft")).to_have_value(DRAFT)
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your draft, read slowly")
    page.get_by_role("link", name="Phrases").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Phrases, by situation")
    page.get_by_role("link", name="Write", exact=True).click()
    expect(page.get_by_label("Your draft")).to_have_value(DRAFT)


def test_reload_asks_nothing_and_shows_nothing(visit: Visit) -> None:
    page = visit()
    look_at(page, DRAFT)
    page.reload()
    expect(page.get_by_label("Your draft")).to_have_value("")


def test_an_answer_that_comes_too_late_does_not_take_the_page_back(visit: Visit) -> None:
    page = visit()
    look_at(page, DRAFT)
    page.route("**/message", lambda route: (page.wait_for_timeout(1500), route.continue_()))
    first_place(page).get_by_role("button", name="Set aside number 1").click()
    page.get_by_role("link", name="Phrases").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Phrases, by situation")
    page.wait_for_timeout(2500)
    expect(page.get_by_role("heading", level=1)).to_have_text("Phrases, by situation")
