"""Any draft: whatever is typed, the page is valid, the marks re-join to it, and the words come back unchanged."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.web.forms import as_typed

if TYPE_CHECKING:
    from flask import Flask

SAID = [
    "You never listen.",
    "it’s your fault",
    " ",
    "\r\n",
    "\n",
    "😔👩‍👩‍👧",
    "<b>",
    "&amp;",
    "“",
    "I feel lonely",
    "e\u0301",
    "\u200b",
]
DRAFTS = st.lists(st.sampled_from(SAID) | st.text(max_size=12), min_size=1, max_size=12).map("".join)


@settings(max_examples=150, deadline=None)
@given(draft=DRAFTS)
@example(draft="Þ*ᰀ")  # a letter that some tables of letters do not know
def test_any_draft_gives_a_valid_page_that_holds_it(app: Flask, draft: str) -> None:
    typed = as_typed(draft)
    kept = {f"choice-{index}": "keep" for index in range(20)}
    page = app.test_client().post("/message", data={"draft": draft, **kept}, content_type="multipart/form-data")
    assert page.status_code == (400 if "\0" in draft else 200 if typed.strip() else 422)
    if page.status_code == 200:
        message = re.search(r'<textarea id="message"[^>]*>\n(.*?)</textarea>', page.text, re.DOTALL)
        assert message is None or html.unescape(message[1]) == typed
        assert html.unescape("".join(re.findall(r'name="draft" value="(.*?)">', page.text, re.DOTALL)[:1])) == typed
