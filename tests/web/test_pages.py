"""Pages: what a person meets, without any script."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.check import check
from app.reframing.message import rewrite

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from app.bank import Bank

DRAFT = "ur always on ur phone. You never listen when I talk about my mum 😔\r\nIt’s your fault. I feel lonely."
SPARED = "I felt sad on Sunday. Would you be open to talking with someone together? No rush."
DANGER = "I want to kill myself. You never listen."


def post(client: FlaskClient, path: str = "/check", **fields: object) -> TestResponse:
    return client.post(path, data=fields, content_type="multipart/form-data")


def message(answer: TestResponse) -> str:
    found = re.search(r'<textarea id="message"[^>]*>\n(.*?)</textarea>', answer.text, re.DOTALL)
    assert found
    return html.unescape(found[1])


def choices(answer: TestResponse) -> list[tuple[str, str, str]]:
    found = re.findall(r'name="(choice-\d+)" value="(\w+)"(?: data-whole="([^"]*)")?', answer.text)
    return [(name, value, html.unescape(whole)) for name, value, whole in found]


@pytest.mark.parametrize("path", ["/", "/phrases", "/checks", "/promises", "/lines"])
def test_page_keeps_the_house_rules(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_first_page_has_a_field_and_three_drafts_to_try(client: FlaskClient, bank: Bank) -> None:
    page = client.get("/").text
    assert page.count('action="/check"') == 4
    assert "Nothing is kept" in page


def test_field_asks_browsers_and_add_ons_to_stay_away(client: FlaskClient) -> None:
    field = re.search(r"<textarea[^>]*>", client.get("/").text)
    assert field
    for hint in ('autocomplete="off"', 'spellcheck="false"', 'writingsuggestions="false"', 'data-gramm="false"'):
        assert hint in field[0]


def test_every_example_has_something_to_say_about(client: FlaskClient, bank: Bank) -> None:
    for example in bank.examples:
        assert "may l" in post(client, draft=example.text).text


def test_marks_and_reasons_link_both_ways(client: FlaskClient) -> None:
    page = post(client, draft=DRAFT).text
    marks = re.findall(r'<mark id="([^"]+)" class="\w+">[^<]+<a href="#([^"]+)"', page)
    assert marks
    for mark, place in marks:
        assert f'href="#{mark}"' in page
        assert f'id="{place}"' in page


def test_marked_draft_is_the_draft(client: FlaskClient) -> None:
    page = post(client, draft=DRAFT).text
    marked = re.search(r'<p class="marked words">(.*?)</p>', page, re.DOTALL)
    assert marked
    without_numbers = re.sub(r"<a [^>]*>\d+</a>", "", marked[1])
    assert html.unescape(re.sub(r"</?mark[^>]*>", "", without_numbers)) == DRAFT.replace("\r\n", "\n")


def test_no_score_no_grade_no_wrong_no_safe(client: FlaskClient) -> None:
    for path in ("/", "/promises"):
        assert not re.search(r"\b(score|grade|wrong|safe)\b", client.get(path).text)
    assert not re.search(r"\b(score|grade|wrong|safe)\b", post(client, draft=DRAFT).text)


def test_nothing_found_says_what_was_not_seen(client: FlaskClient) -> None:
    page = post(client, draft="The bus leaves at nine.").text
    assert "No patterns found" in page
    assert "not your relationship" in page


def test_message_takes_the_first_suggestion_and_changes_with_the_choice(client: FlaskClient) -> None:
    first = post(client, draft=DRAFT)
    name, value, whole = next(choice for choice in choices(first) if choice[1] == "1")
    changed = message(post(client, "/message", draft=DRAFT, **{name: value}))
    assert whole in changed
    assert changed != message(first)


def test_message_is_the_one_of_the_report_until_something_is_chosen(client: FlaskClient, bank: Bank) -> None:
    draft = DRAFT.replace("\r\n", "\n")
    assert message(post(client, draft=draft)) == check(draft, bank).message


def test_all_kept_is_the_draft(client: FlaskClient) -> None:
    kept = {name: "keep" for name, _, _ in choices(post(client, draft=DRAFT))}
    assert message(post(client, "/message", draft=DRAFT, **kept)) == DRAFT.replace("\r\n", "\n")


def test_own_words_stand_in_the_message(client: FlaskClient) -> None:
    page = message(post(client, "/message", draft=DRAFT, **{"choice-0": "own", "own-0": "I <3 our evenings 🌱."}))
    assert "I <3 our evenings 🌱." in page


def test_empty_own_words_keep_the_draft(client: FlaskClient) -> None:
    kept = {name: "own" for name, _, _ in choices(post(client, draft=DRAFT))}
    assert message(post(client, "/message", draft=DRAFT, **kept)) == DRAFT.replace("\r\n", "\n")


def test_a_choice_that_does_not_exist_keeps_the_draft(client: FlaskClient) -> None:
    odd = {name: "99" for name, _, _ in choices(post(client, draft=DRAFT))}
    assert message(post(client, "/message", draft=DRAFT, **odd)) == DRAFT.replace("\r\n", "\n")


def edges(answer: TestResponse, name: str) -> dict[str, str]:
    found = re.findall(rf'name="{name}" value="(\w+)" data-whole="([^"]*)"', answer.text)
    return {value: html.unescape(whole) for value, whole in found}


def test_a_soft_start_and_a_closing_are_offered_and_not_taken(client: FlaskClient, bank: Bank) -> None:
    draft = DRAFT.replace("\r\n", "\n")
    page = post(client, draft=draft)
    assert list(edges(page, "opener")) == list(edges(page, "closing")) == ["no", "0", "1"]
    assert len(re.findall(r'value="no" data-whole="" checked', page.text)) == 2
    assert message(page) == check(draft, bank).message


def test_chosen_lines_stand_around_the_message(client: FlaskClient) -> None:
    draft = DRAFT.replace("\r\n", "\n") + "\n\nLove, Jo"
    page = post(client, draft=draft)
    opener, closing = edges(page, "opener")["1"], edges(page, "closing")["0"]
    framed = post(client, "/message", draft=draft, opener="1", closing="0")
    assert message(framed) == opener + message(page).replace("\n\nLove, Jo", f"{closing}\n\nLove, Jo")
    assert f'value="1" data-whole="{html.escape(opener)}" checked'.replace("&#x27;", "&#39;") in framed.text


def test_a_line_that_does_not_exist_changes_nothing(client: FlaskClient) -> None:
    assert message(post(client, "/message", draft=DRAFT, opener="7", closing="x")) == message(post(client, draft=DRAFT))


def test_a_kind_draft_with_room_is_offered_nothing(client: FlaskClient) -> None:
    page = post(client, draft=f"Hi love. {SPARED}")
    assert edges(page, "opener") == edges(page, "closing") == {}


LONG = "You never listen. You are so lazy. It's all your fault. You don't care. You ruin everything. Not once."


def test_what_would_repeat_is_left_out_and_can_be_brought_back(client: FlaskClient, bank: Bank) -> None:
    page = post(client, draft=LONG)
    gone = [name for name, value, _ in choices(page) if value == "drop"]
    assert gone
    report = check(LONG, bank)
    assert message(page) == rewrite(LONG, report.taken, report.mends)
    kept = message(post(client, "/message", draft=LONG, **{gone[-1]: "keep"}))
    assert len(kept) > len(message(page))


def test_mended_words_come_back_with_the_words_they_leaned_on(client: FlaskClient) -> None:
    draft = "You never listen to me. That's why I sleep badly."
    assert message(post(client, draft=draft)).endswith(". I sleep badly.")
    assert message(post(client, "/message", draft=draft, **{"choice-0": "keep"})) == draft
    own = post(client, "/message", draft=draft, **{"choice-0": "own", "own-0": "It gets loud here."})
    assert message(own) == "It gets loud here. That's why I sleep badly."


def test_set_aside_hides_the_place_and_keeps_its_words(client: FlaskClient) -> None:
    page = post(client, "/message", draft=DRAFT, dismiss="place-0")
    assert 'name="choice-0"' not in page.text
    assert 'name="dismissed" value="place-0"' in page.text
    assert message(page).startswith("ur always on ur phone")


def test_what_was_set_aside_comes_back(client: FlaskClient) -> None:
    page = post(client, "/message", draft=DRAFT, dismissed=["place-0"], restore="all")
    assert 'name="choice-0"' in page.text


def test_a_whole_kind_can_be_set_aside(client: FlaskClient) -> None:
    page = post(client, "/message", draft="You never listen. You never help.", dismiss="criticism")
    assert 'name="choice-' not in page.text


def test_draft_that_begins_with_a_line_end_stays_as_it_is(client: FlaskClient) -> None:
    kept = {f"choice-{index}": "keep" for index in range(5)}
    assert message(post(client, "/message", draft="\nYou never listen.", **kept)) == "\nYou never listen."


def test_notice_stands_above_everything_and_nothing_is_polished(client: FlaskClient) -> None:
    page = post(client, draft=DANGER).text
    assert page.index('class="panel notices"') < page.index("<h1")
    assert 'id="message"' not in page
    assert "988" in post(client, draft=DANGER, country="US").text


def test_country_follows_the_language_and_the_choice(client: FlaskClient) -> None:
    spoken = client.post("/check", data={"draft": DANGER}, headers={"Accept-Language": "en-IE,en;q=0.8"}).text
    assert re.search(r'<option value="IE" selected>', spoken)
    asked = client.post("/message", data={"draft": DANGER, "country": "NZ"}, headers={"Accept-Language": "en-IE"}).text
    assert re.search(r'<option value="NZ" selected>', asked)


def test_phrases_and_cards_are_all_there(client: FlaskClient, bank: Bank) -> None:
    phrases, checks = html.unescape(client.get("/phrases").text), html.unescape(client.get("/checks").text)
    assert all(phrase.text in phrases for situation in bank.phrases for phrase in situation.phrases)
    assert all(card.why in checks and card.source in checks for card in bank.cards)
    assert all(cue.sign in checks and cue.catches[0] in checks for cue in bank.cues)


def test_the_figures_of_the_page_stand_in_the_readme(bank: Bank) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    wanted = [
        " / ".join(f"{share:.2f}".removeprefix("0") for share in each)
        for f in bank.figures
        for each in (f.clear, f.both)
    ]
    assert [share for share in wanted if share not in readme] == []
    assert all(figure.measured.strftime("%-d %B %Y") in readme for figure in bank.figures)


def test_markup_in_a_draft_is_text(client: FlaskClient) -> None:
    page = post(client, draft="<script>alert(1)</script> you never listen <b>").text
    assert "<script>alert" not in page
