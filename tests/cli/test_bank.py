"""`flask bank lint` tells an author what to mend, in the author's words."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from app import create_app
from app.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask


def test_the_bank_has_no_faults(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["bank", "lint"])
    assert result.stdout.splitlines()[-1].endswith(": 0 faults")
    assert result.exit_code == 0


def test_faults_name_file_entry_and_example(tmp_path: Path) -> None:
    shutil.copytree(Settings().bank_dir, tmp_path / "bank")
    card, phrase = tmp_path / "bank/checks/criticism.toml", tmp_path / "bank/phrases/first-mention.toml"
    catch, unkind = (
        "You never listen to me when I'm upset.",
        '[[phrase]]\ntext = "You never listen to me."\nstance = "ask"',
    )
    card.write_text(card.read_text("utf-8").replace(catch, "The sky is blue."), "utf-8")
    phrase.write_text(f"{phrase.read_text('utf-8')}\n{unkind}\n", "utf-8")
    result = create_app(Settings(bank_dir=tmp_path / "bank")).test_cli_runner().invoke(args=["bank", "lint"])
    assert result.exit_code == 1
    assert "checks/criticism.toml: you-never: not caught: The sky is blue." in result.stdout
    assert "phrases/first-mention.toml: flagged by the check itself: You never listen to me." in result.stdout
    assert result.stdout.splitlines()[-1].endswith(": 2 faults")
