"""Shared parts: the real app, a client that keeps the house rules on every page, a server that runs."""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from app import create_app
from app.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from flask import Flask
    from werkzeug.test import TestResponse

    from app.bank import Bank

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types softstart",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
FIELDS = ("textarea", "select", "input")


class HouseClient(FlaskClient):
    """A client that keeps the house rules: whatever a test is about, every page it sees is looked at."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        answer = super().open(*args, buffered=True, **kwargs)
        keep_header_rules(answer)
        if answer.data and answer.mimetype == "text/html" and answer.request.path != "/leave":
            keep_page_rules(answer)
        return answer


def keep_header_rules(answer: TestResponse) -> None:
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "clipboard-write=(self)" in answer.headers["Permissions-Policy"]
    assert not {"Server", "X-Powered-By"} & set(answer.headers.keys())
    if answer.request.path != "/leave":
        assert "Set-Cookie" not in answer.headers


def keep_page_rules(answer: TestResponse) -> None:
    assert answer.headers["Cache-Control"] == "no-store"
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(answer.text)
    assert page.get("lang") == "en"
    assert [title.text.endswith("· Softstart") for title in page.iter("title")] == [True]
    assert len(list(page.iter("h1"))) == 1
    assert [link.get("href") for link in page.iter("a")].count("/leave") == 2
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = {link.get("href")[1:] for link in page.iter("a") if link.get("href", "").startswith("#")}
    assert links <= set(ids)
    assert not list(page.iter("style"))
    assert [field.attrib for field in fields(page) if not has_label(page, field)] == []


def fields(page: Element) -> list[Element]:
    return [field for name in FIELDS for field in page.iter(name) if field.get("type") != "hidden"]


def has_label(page: Element, field: Element) -> bool:
    inside = any(field in set(label.iter()) for label in page.iter("label"))
    return inside or any(label.get("for") == field.get("id") for label in page.iter("label"))


@cache  # beyond the session: a run that forks for each mutant reads the bank once
def start_app() -> Flask:
    app = create_app(Settings())
    app.test_client_class = HouseClient
    return app


@pytest.fixture(scope="session")
def app() -> Flask:
    """Give the app with the bank that is shipped; it keeps nothing, so one is enough for every test."""
    return start_app()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def bank(app: Flask) -> Bank:
    return app.extensions["bank"]


@pytest.fixture(scope="session")
def server(app: Flask) -> Iterator[str]:
    """Give the address of the app, served as people reach it."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
