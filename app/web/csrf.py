"""Request -> from our own page, or refused; without a cookie, a token or a session.

Browsers say where a request comes from; nothing else can be trusted without keeping state. The same order as
Go 1.25's http.CrossOriginProtection: Sec-Fetch-Site first, then Origin against the host; a client that sends
neither is no browser, and cannot be tricked into carrying somebody's rights, since there are none to carry.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import Request, request
from wtforms.csrf.core import CSRF
from wtforms.validators import ValidationError


def is_cross_origin(request: Request) -> bool:
    """Tell whether a browser says that another site sent this request."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host


class SameOrigin(CSRF):  # type: ignore[misc]  # WTForms has no types
    """WTForms' CSRF check without a token: the field stays empty and is never rendered."""

    def generate_csrf_token(self, csrf_token_field: Any) -> str:  # noqa: ARG002  # WTForms' signature
        """Give no token: there is nothing to keep one in."""
        return ""

    def validate_csrf_token(self, form: Any, field: Any) -> None:  # noqa: ARG002  # WTForms' signature
        """Refuse what another site sent."""
        if is_cross_origin(request):
            raise ValidationError("another site sent this form")
