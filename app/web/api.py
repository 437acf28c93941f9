"""POST /api/check: {"text": ...} in, the object that `flask check --format jsonl` writes out; nothing kept either."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Blueprint, Flask, current_app, request
from werkzeug.exceptions import BadRequest, Forbidden, UnprocessableEntity

from app.answer import MAX_DRAFT, answer, draft_fault
from app.check import check
from app.web.csrf import is_cross_origin

api = Blueprint("api", __name__, url_prefix="/api")


class Question(msgspec.Struct, frozen=True):
    """What a program sends."""

    text: str
    id: int | str | None = None


def init_app(app: Flask) -> None:
    """Add the interface for programs."""
    app.register_blueprint(api)


@api.post("/check")
def check_text() -> dict[str, Any]:
    """Answer with the report of one draft."""
    question = read_question(request.get_data())
    return answer(check(question.text, current_app.extensions["bank"]), question.id)


def read_question(body: bytes) -> Question:
    """Read the body; 403, 400 or 422 where it comes from another site, is no such object, or holds no draft."""
    if is_cross_origin(request):
        raise Forbidden
    try:
        question = msgspec.json.decode(body, type=Question)
    except msgspec.DecodeError:
        raise BadRequest from None
    if draft_fault(question.text):
        raise UnprocessableEntity(f"text must hold 1 to {MAX_DRAFT} characters and no NUL")
    return question
