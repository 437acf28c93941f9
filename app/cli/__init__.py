"""Commands for programs and for authors: `flask check`, `flask evaluate`, `flask review`, `flask bank lint`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli.bank import bank_group
from app.cli.check import check_command
from app.cli.evaluate import evaluate_command
from app.cli.review import review_command

if TYPE_CHECKING:
    from flask import Flask


def init_app(app: Flask) -> None:
    """Register the commands."""
    for command in (check_command, evaluate_command, review_command, bank_group):
        app.cli.add_command(command)
