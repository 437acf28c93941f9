"""The one exception of the bank, and the reading of a file into strict records."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")


class BankError(Exception):
    """Say which file, which card and what is wrong, so that an author can mend it."""

    def __init__(self, path: Path, fault: str, entry: str = "") -> None:
        where = f"{path.parent.name}/{path.name}"
        super().__init__(f"{where}: {entry}: {fault}" if entry else f"{where}: {fault}")


def read_toml(path: Path) -> dict[str, Any]:
    """Read one TOML file; a missing or broken file becomes a BankError."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BankError(path, "this file is missing; restore it from the repository") from None
    except UnicodeDecodeError as error:
        raise BankError(path, f"not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise BankError(path, f"not valid TOML: {error}") from None


def convert(raw: object, kind: type[T], path: Path, entry: str = "") -> T:
    """Turn raw TOML into a strict record; an unknown, missing or wrong key becomes a BankError."""
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise BankError(path, str(error), entry) from None


def read_file(path: Path, kind: type[T]) -> T:
    """Read one file that is one record."""
    return convert(read_toml(path), kind, path)


def read_entries(path: Path, key: str, kind: type[T]) -> tuple[T, ...]:
    """Read a file of [[key]] tables; a fault names the entry by its name or its place."""
    data = read_toml(path)
    if unknown := sorted(set(data) - {key}):
        raise BankError(path, f"unknown key `{unknown[0]}`; only [[{key}]] tables are read here")
    entries = data.get(key, [])
    if not isinstance(entries, list) or not entries:
        raise BankError(path, f"no [[{key}]] table found; add at least one")
    return tuple(convert(raw, kind, path, label(raw, key, place)) for place, raw in enumerate(entries, 1))


def label(raw: object, key: str, place: int) -> str:
    """Name an entry for an error: its own name, or its place in the file."""
    name = raw.get("name") if isinstance(raw, dict) else None
    return f"{key} “{name}”" if name else f"{key} {place}"
