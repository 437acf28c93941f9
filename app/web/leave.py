"""GET /leave -> a neutral site, and a browser that does not bring the page back."""

from __future__ import annotations

import secrets

from flask import Flask, Response, current_app, redirect, request

COOKIE = "left"
SECONDS = 5  # long enough for the browser to notice the change, short enough to leave nothing behind


def init_app(app: Flask) -> None:
    """Add the way out."""
    app.add_url_rule("/leave", "leave", leave)


def leave() -> Response:
    """Send the person away; history stays, and the pages say so."""
    response = redirect(current_app.config["SETTINGS"].leave_to, 303)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    drop_kept_pages(response)
    return response  # type: ignore[return-value]  # Flask's redirect gives its own Response


def drop_kept_pages(response: object) -> None:
    """Change an HttpOnly cookie: only that makes Chromium drop a no-store page that it kept for Back, words and all."""
    response.set_cookie(  # type: ignore[attr-defined]
        COOKIE, secrets.token_hex(4), max_age=SECONDS, httponly=True, secure=request.is_secure, samesite="Lax"
    )
