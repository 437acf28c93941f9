"""Request -> one log line from an allow-list: time, level, endpoint, status, milliseconds. Nothing a person typed."""

from __future__ import annotations

import logging
from time import perf_counter
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, g, request
from flask.logging import wsgi_errors_stream

if TYPE_CHECKING:
    from types import TracebackType

LINE = "%(asctime)s %(levelname)s %(message)s"
COLOUR = "\x1b[0123456789m"  # the development server writes its first lines in colours
STARTUP = (" * ", "WARNING: This is a development server", "Press CTRL+C")
log = logging.getLogger("softstart")


class QuietFlask(Flask):
    """Flask that says of an error where it was and of which class, never what it was about."""

    def log_exception(self, exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None]) -> None:
        """Log class and endpoint: the message, the trace and the path may all hold somebody's words."""
        log.error("%s %s", _endpoint(), exc_info[0].__name__ if exc_info[0] else "-")


class OnlyStartup(logging.Filter):
    """Let the development server say that it runs; drop its request lines, which hold addresses and paths."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Pass only lines known to hold no request."""
        return str(record.msg).lstrip(COLOUR).startswith(STARTUP)


def init_app(app: Flask) -> None:
    """Write our own lines, and keep the development server's own to itself."""
    log.setLevel(logging.INFO)
    if not log.handlers:
        log.addHandler(_handler())
        log.propagate = False
        logging.getLogger("werkzeug").addFilter(OnlyStartup())
    app.before_request(start_clock)
    app.after_request(log_answer)


def start_clock() -> None:
    """Remember when the request came."""
    g.started = perf_counter()


def log_answer(response: Response) -> Response:
    """Write the one line of this request."""
    spent = (perf_counter() - g.get("started", perf_counter())) * 1000
    log.info("%s %d %.0f ms", _endpoint(), response.status_code, spent)
    return response


def _endpoint() -> str:
    """Name the view, which is ours, and never the path, which is the visitor's."""
    return request.endpoint or "-"


def _handler() -> logging.Handler:
    handler: logging.StreamHandler[Any] = logging.StreamHandler(wsgi_errors_stream)
    handler.setFormatter(logging.Formatter(LINE))
    return handler
