"""Answer -> answer with the headers that keep others out of it."""

from __future__ import annotations

from flask import Flask, Response, request
from werkzeug.serving import WSGIRequestHandler

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types softstart",
    )
)
OFF = (  # features that a page about words has no use for; only names that browsers know, or they complain aloud
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
    "clipboard-read",
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join((*(f"{name}=()" for name in OFF), "clipboard-write=(self)")),
    "Referrer-Policy": "same-origin",  # no-referrer would make Origin null, and the origin check would refuse people
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HSTS = "max-age=31536000; includeSubDomains"
NEVER_STORED = {"text/html", "application/json"}  # what may hold somebody’s words


def init_app(app: Flask) -> None:
    """Set the headers on every answer, static files and errors included."""
    app.after_request(set_headers)
    WSGIRequestHandler.version_string = name_no_version  # type: ignore[method-assign,assignment]


def name_no_version(handler: WSGIRequestHandler) -> str:  # noqa: ARG001  # the method that it takes the place of
    """Keep the development server from telling its version and Python's, which it does on every answer."""
    return "Softstart"


def set_headers(response: Response) -> Response:
    """Set what every answer carries; pages are never stored, and HTTPS stays HTTPS."""
    response.headers.update(HEADERS)
    if response.mimetype in NEVER_STORED:
        response.headers["Cache-Control"] = "no-store"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = HSTS
    return response
