"""Posted fields -> a draft that can be checked, or a refusal that carries the draft back to its field."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from flask import request
from flask_wtf import FlaskForm
from werkzeug.exceptions import Forbidden, UnprocessableEntity
from wtforms import SelectMultipleField, StringField, TextAreaField
from wtforms.validators import ValidationError

from app.answer import MAX_DRAFT
from app.web.csrf import SameOrigin

Form = TypeVar("Form", bound="DraftForm")
CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # all but tab and line end
ENDS = "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
NO_CHARACTERS = rf"\ufdd0-\ufdef{ENDS}"  # the code points that Unicode keeps for no character
UNSEEN = re.compile(f"[{CONTROLS}{NO_CHARACTERS}]")  # what nobody types, and no page may hold
LEAK_HINTS = {  # asks browsers and add-ons not to send the words anywhere; they are free not to listen
    "autocomplete": "off",
    "autocorrect": "off",
    "spellcheck": "false",
    "writingsuggestions": "false",
    "translate": "no",
    "data-gramm": "false",
    "data-gramm_editor": "false",
    "data-enable-grammarly": "false",
    "data-lt-active": "false",
}


def as_typed(text: str | None) -> str:
    """Write line ends one way, since browsers send CRLF, and leave out what nobody types and no page may hold."""
    return UNSEEN.sub("", (text or "").replace("\r\n", "\n").replace("\r", "\n"))


class DraftForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """The one field that matters."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # Flask-WTF has no types
        """No session: the check of the origin takes the token's place."""

        csrf = True
        csrf_class = SameOrigin

    draft = TextAreaField("Your draft", filters=[as_typed], render_kw={**LEAK_HINTS, "rows": 9})
    country = StringField(filters=[as_typed])

    def validate_draft(self, field: Any) -> None:
        """Refuse an empty draft and a book, in words that help."""
        if not field.data.strip():
            raise ValidationError("There is nothing to look at yet. Type or paste a few words first.")
        if len(field.data) > MAX_DRAFT:
            raise ValidationError(
                f"This draft has {len(field.data):,} characters; {MAX_DRAFT:,} is the most that can be looked at in "
                "one go. Consider taking the part that matters most, and coming back for the rest."
            )


class MessageForm(DraftForm):
    """A draft and what was chosen for its places; the choices themselves are read by `app.web.choices`."""

    dismissed = SelectMultipleField(validate_choice=False)


def accepted(kind: type[Form]) -> Form:
    """Give back the posted form if it holds, else raise 403 or 422 with a message for people."""
    form = kind(formdata=request.form)
    if form.validate():
        return form
    if "csrf_token" in form.errors:
        raise Forbidden
    raise UnprocessableEntity(" ".join(form.errors["draft"]))
