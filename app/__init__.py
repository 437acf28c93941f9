"""Softstart: where the parts meet. `app.check.check` is where a reader of the engine starts."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from werkzeug.middleware.proxy_fix import ProxyFix

from app import cli
from app.bank.cache import read_bank
from app.settings import ROOT, Settings
from app.web import api, errors, headers, leave, limits, logs, pages

if TYPE_CHECKING:
    from flask import Flask

__all__ = ["create_app"]


def create_app(settings: Settings | None = None) -> Flask:
    """Build the app, or refuse to start: BankError or SettingError say why."""
    settings = settings or Settings.from_environment()
    app = logs.QuietFlask(__name__, template_folder=ROOT / "templates", static_folder=ROOT / "static")
    app.config.update(limits.CONFIG, SETTINGS=settings, PROPAGATE_EXCEPTIONS=False)  # an error is a page, never a trace
    app.json.sort_keys = False  # type: ignore[attr-defined]  # fields come in the order that the README shows
    app.extensions["bank"] = read_bank(settings.bank_dir)
    gc.freeze()  # the bank never changes: the collector need not look through it again in the middle of a request
    for part in (logs, limits, headers, errors, leave, pages, api, cli):
        part.init_app(app)
    _trust(app, settings.proxies)
    return app


def _trust(app: Flask, proxies: int) -> None:
    """Believe the scheme and the host that this many proxies report; never read the visitor's address."""
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=0, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
