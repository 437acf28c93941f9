"""Logs: nothing that a person typed or sent ever reaches one, whatever goes wrong."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

Sent = tuple[str, str, dict[str, "str | bytes"]]
CANARY = "zaunkoenig"
LINE = re.compile(r"((pages|api)\.\w+|leave|static|-) \d{3} \d+ ms|((pages|api)\.\w+|leave|static|-) [A-Z]\w+")
NAMES = ("User-Agent", "Referer", "Accept-Language", "Cookie", "X-Forwarded-For", "X-Request-Id", "Authorization")
HEADERS = dict.fromkeys(NAMES, f"https://{CANARY}.example/")
SENT: list[Sent] = [
    ("GET", f"/{CANARY}", {}),
    ("GET", f"/?{CANARY}={CANARY}", {}),
    ("GET", f"/leave?{CANARY}", {}),
    ("GET", f"/static/{CANARY}.js", {}),
    ("POST", "/check", {"draft": f"You never listen, {CANARY}. I want to end it, {CANARY}."}),
    ("POST", "/check", {"draft": CANARY * 1_100}),
    ("POST", "/check", {"draft": CANARY * 8_000}),
    ("POST", "/check", {"draft": f"{CANARY}\0"}),
    ("POST", "/check", {"draft": CANARY.encode() + b"\xff"}),
    ("POST", "/check", {CANARY: CANARY}),
    ("POST", f"/check/{CANARY}", {"draft": CANARY}),
    ("POST", "/message", {"draft": f"You never listen, {CANARY}.", "choice-0": "own", "own-0": CANARY}),
    ("POST", "/message", {"draft": "You never listen.", "choice-0": CANARY, "country": CANARY, "dismiss": CANARY}),
    ("PUT", "/check", {"draft": CANARY}),
    ("POST", "/api/check", {"text": CANARY}),
]


class Log:
    """Every line of every logger, and all that was printed."""

    def __init__(self, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
        self.caplog, self.capfd = caplog, capfd

    def lines(self) -> list[str]:
        return [record.message for record in self.caplog.records]

    def everything(self) -> str:
        printed = self.capfd.readouterr()
        return self.caplog.text + printed.out + printed.err


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Iterator[Log]:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("softstart").addHandler(caplog.handler)  # ours passes nothing on
    yield Log(caplog, capfd)
    logging.getLogger("softstart").removeHandler(caplog.handler)


@pytest.mark.parametrize("sent", SENT, ids=str)
@pytest.mark.parametrize("breaks", [False, True], ids=["", "with an error of ours"])
def test_canary_never_reaches_a_log_or_a_header(
    client: FlaskClient, log: Log, monkeypatch: pytest.MonkeyPatch, sent: Sent, breaks: bool
) -> None:
    if breaks:
        monkeypatch.setattr("app.web.pages.check", lambda draft, _: {}[draft])
    method, path, fields = sent
    answer = client.open(path, method=method, data=fields, headers=HEADERS)
    assert CANARY not in (log.everything() + str(answer.headers)).lower()
    assert [line for line in log.lines() if not LINE.fullmatch(line)] == []


def test_an_error_is_told_by_class_and_place(client: FlaskClient, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.web.pages.check", lambda draft, _: {}[draft])
    client.post("/check", data={"draft": CANARY})
    assert "pages.check_draft KeyError" in log.lines()


def test_error_page_tells_nothing_of_the_error(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.web.pages.render_template", lambda *_, **__: {}["secret"])
    answer = client.get("/promises")
    assert answer.status_code == 500
    assert "secret" not in answer.text


def test_development_server_is_quiet_about_requests() -> None:
    werkzeug = logging.getLogger("werkzeug")
    said = [
        '127.0.0.1 - - [now] "GET /?a HTTP/1.1" 200 -',
        " * Running on http://127.0.0.1:5000",
        "\x1b[33mPress CTRL+C to quit\x1b[0m",
    ]
    records = [werkzeug.makeRecord("werkzeug", logging.INFO, "", 0, line, (), None) for line in said]
    assert [bool(werkzeug.filter(record)) for record in records] == [False, True, True]


def test_draft_stands_only_in_the_page(client: FlaskClient) -> None:
    answer = client.post("/check", data={"draft": f"You never listen, {CANARY}."})
    assert CANARY in answer.text
    assert CANARY not in re.search(r"<title>(.*)</title>", answer.text)[1]  # type: ignore[index]
    assert not re.search(rf'(href|action|src)="[^"]*{CANARY}', answer.text)
