"""Anything that goes wrong -> a friendly page with the draft still in its field, where it reached us."""

from __future__ import annotations

from flask import Flask, current_app, render_template, request
from werkzeug.exceptions import HTTPException, UnprocessableEntity

from app.web.forms import DraftForm, as_typed

FIRST_ERROR = 400  # lower codes are redirects, which Werkzeug raises too


def init_app(app: Flask) -> None:
    """Answer every error in the same way; 500 comes here too, once its class is logged."""
    app.register_error_handler(HTTPException, show)


def show(error: HTTPException) -> tuple[str | dict[str, str], int] | HTTPException:
    """Say what happened in plain words; a redirect passes as it is."""
    code = error.code or 500
    if code < FIRST_ERROR:
        return error
    if request.path.startswith("/api/"):
        return {"error": _own_words(error) or error.name}, code
    template = "write.html" if request.method == "POST" else "error.html"
    form = DraftForm(formdata=None, draft=posted_draft())
    examples = current_app.extensions["bank"].examples
    return render_template(template, form=form, examples=examples, code=code, detail=_own_words(error)), code


def posted_draft() -> str:
    """Give back the draft as far as it reached us, so that nobody has to type it again."""
    try:
        return as_typed(request.form.get("draft"))
    except HTTPException:
        return ""


def _own_words(error: HTTPException) -> str | None:
    """Give the detail only where it is our own sentence; Werkzeug's may hold what was sent."""
    return error.description if isinstance(error, UnprocessableEntity) else None
