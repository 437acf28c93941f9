"""A real Chromium for the tests: Playwright's own, else the distribution's; fetched if need be, never skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from flask import Flask, Response
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, sync_playwright
from werkzeug.serving import make_server

from app.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ELSEWHERE = "localhost"  # another site than 127.0.0.1 to a browser
ARGS = [
    "--no-sandbox",  # tests run as root in containers
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
HELP = "No Chromium for the browser tests: install one (for example `apt-get install chromium`) and run them again."
PHONE = {"width": 360, "height": 780}
NO_KEPT_PAGES = "--disable-back-forward-cache"  # Playwright's default, dropped: people's browsers do keep pages


def launch(playwright: Playwright) -> Browser:
    """Start the first Chromium that can be had, or fail with what to do."""
    for bring in (lambda: None, bring_with_playwright, bring_with_apt):
        bring()
        for path in candidates(playwright):
            try:
                return playwright.chromium.launch(executable_path=path, args=ARGS, ignore_default_args=[NO_KEPT_PAGES])
            except Error:
                continue
    pytest.fail(HELP)


def candidates(playwright: Playwright) -> Iterator[str]:
    """Name every browser that is there: Playwright's own first."""
    if Path(playwright.chromium.executable_path).exists():
        yield playwright.chromium.executable_path
    yield from filter(None, map(shutil.which, NAMES))


def bring_with_playwright() -> None:
    run(sys.executable, "-m", "playwright", "install", *(["--with-deps"] if may_install() else []), "chromium")


def bring_with_apt() -> None:
    install("chromium")


def bring_driver() -> None:
    """Bring what Playwright's own driver needs and a bare Debian lacks; without it nothing of it starts."""
    if not run(sys.executable, "-m", "playwright", "--version"):
        install("libatomic1", "libstdc++6")


def install(*packages: str) -> None:
    if shutil.which("apt-get") and may_install():
        sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
        run(*sudo, "apt-get", "update")
        run(*sudo, "apt-get", "install", "-y", "--no-install-recommends", *packages)


def may_install() -> bool:
    return os.geteuid() == 0 or (shutil.which("sudo") is not None and run("sudo", "-n", "true"))


def run(*command: str) -> bool:
    return subprocess.run(command, check=False, capture_output=True, timeout=600).returncode == 0  # noqa: S603  # ours


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    bring_driver()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def elsewhere(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Stand in for the neutral site, so that no test asks anybody outside."""
    weather = Response("<title>Weather</title><h1>Sunny</h1>", mimetype="text/html")
    site = make_server("127.0.0.1", 0, weather, threaded=True)
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    address = f"http://{ELSEWHERE}:{site.server_port}/"
    monkeypatch.setattr("app.settings.LEAVE_SITES", (address,))
    monkeypatch.setitem(app.config, "SETTINGS", Settings(leave_to=address))
    yield address
    site.shutdown()
    thread.join()
    site.server_close()


class Watch:
    """Collects what a page must never do: complain, ask another site, set a cookie."""

    def __init__(self, context: BrowserContext, server: str) -> None:
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self.addresses: list[str] = []
        self.allowed = server
        context.on("console", lambda message: self.complaints.append(message.text) if is_fault(message) else None)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("request", lambda request: self.note(request.url))

    def note(self, url: str) -> None:
        self.addresses.append(url)
        if not url.startswith((self.allowed, f"http://{ELSEWHERE}:")):
            self.strangers.append(url)


def is_fault(message: Any) -> bool:
    """Tell errors and warnings; Chromium writes down a refused draft's status as an error, and that is no fault."""
    return message.type in {"error", "warning"} and "Failed to load resource" not in message.text


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Open the first page in a fresh profile; when the test ends, nothing may have been stored or sent elsewhere."""
    opened: list[tuple[BrowserContext, Watch]] = []

    def visit(path: str = "/", **options: Any) -> Page:
        context = browser.new_context(base_url=server, locale="en-GB", **{"viewport": PHONE} | options)
        opened.append((context, Watch(context, server)))
        page = context.new_page()
        page.goto(path)
        return page

    yield visit
    for context, watch in opened:
        stored = context.storage_state()
        context.close()
        assert watch.complaints == []
        assert watch.strangers == []
        assert [cookie for cookie in stored["cookies"] if cookie["name"] != "left"] == []
        assert stored["origins"] == []
