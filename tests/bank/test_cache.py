"""The kept bank makes a start quick and changes nothing: what does not fit is built anew, and nobody hears of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from app.bank import cache
from app.bank.cache import read_bank
from app.check import check
from app.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DRAFTS = (
    "You never listen to me, and on Tuesday you never rang.",
    "I'm scared he will hurt me again.",
    "I feel like you don't care about us. You said a stranger would know our business.",
    "If you don't come with me I'm done. That's why I need therapy.",
)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Let a small thing stand for the bank, and give the directories for which it was built."""
    done: list[Path] = []
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(cache, "load_bank", lambda directory: done.append(directory) or ["bank", len(done)])
    return done


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    (tmp_path / "bank" / "checks").mkdir(parents=True)
    (tmp_path / "bank" / "checks" / "blame.toml").write_text("a = 1", "utf-8")
    return tmp_path / "bank"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "bank.pickle"


def test_the_second_start_builds_nothing(built: list[Path], directory: Path, kept: Path) -> None:
    assert [read_bank(directory, kept) for _ in range(3)] == [["bank", 1]] * 3
    assert [path.name for path in kept.parent.iterdir()] == ["bank.pickle"]


@pytest.mark.parametrize("name", ["checks/blame.toml", "checks/new.toml"])
def test_a_changed_file_and_a_new_one_are_seen(built: list[Path], directory: Path, kept: Path, name: str) -> None:
    read_bank(directory, kept)
    (directory / name).write_text("a = 2", "utf-8")
    assert [read_bank(directory, kept) for _ in range(2)] == [["bank", 2]] * 2


def test_changed_code_another_python_and_another_place_are_seen(
    built: list[Path], directory: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bank(directory, kept)
    read_bank(directory.rename(directory.with_name("moved")), kept)
    monkeypatch.setattr(sys, "version", "4.0")
    read_bank(directory.with_name("moved"), kept)
    code = directory.with_name("app")
    (code / "bank").mkdir(parents=True)
    (code / "records.py").write_text("", "utf-8")
    monkeypatch.setattr(cache, "CODE", code)
    read_bank(directory.with_name("moved"), kept)
    assert len(built) == 4


def damaged(content: bytes) -> Iterator[bytes]:
    yield b""
    yield content[:-1]
    yield content[:40]
    yield content + b"."
    yield from (content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :] for at in range(0, len(content), 7))


def test_what_is_damaged_is_never_read(built: list[Path], directory: Path, kept: Path) -> None:
    read_bank(directory, kept)
    for count, content in enumerate(damaged(kept.read_bytes()), 2):
        kept.write_bytes(content)
        assert read_bank(directory, kept) == ["bank", count]


def test_where_nothing_can_be_written_the_bank_is_built(built: list[Path], directory: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for kept in (tmp_path / "file" / "bank.pickle", tmp_path / "no" / "such" / "bank.pickle", directory):
        assert read_bank(directory, kept) == ["bank", len(built)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bank", "file"]


def test_nothing_is_written_where_python_writes_no_bytecode(
    built: list[Path], directory: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    read_bank(directory, kept)
    assert not kept.exists()


def test_a_kept_bank_finds_what_a_new_one_finds_and_keeps_no_draft(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    new = read_bank(Settings().bank_dir, kept)
    content = kept.read_bytes()
    wanted = [check(draft, new) for draft in DRAFTS]
    assert [check(draft, read_bank(Settings().bank_dir, kept)) for draft in DRAFTS] == wanted
    assert kept.read_bytes() == content
