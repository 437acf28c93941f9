"""Body -> text that can be read, or a refusal: too big, broken UTF-8, NUL."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from flask import Flask, request
from werkzeug.exceptions import BadRequest

MAX_BODY = 64 * 1024  # bytes: the longest draft in any script, sent as multipart, and the choices made for it
URLENCODED = "application/x-www-form-urlencoded"
CONFIG = {"MAX_CONTENT_LENGTH": MAX_BODY, "MAX_FORM_MEMORY_SIZE": MAX_BODY}


def init_app(app: Flask) -> None:
    """Look at every body before a view does."""
    app.before_request(refuse_unreadable_body)


def refuse_unreadable_body() -> None:
    """Raise 413 or 400 where Werkzeug would replace broken bytes without a word, and change what somebody wrote."""
    body = request.get_data()
    raw = unquote_to_bytes(body) if request.mimetype == URLENCODED else body
    if b"\0" in raw or not _is_utf8(raw):
        raise BadRequest


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True
