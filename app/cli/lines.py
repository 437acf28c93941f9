"""A JSONL file -> its lines, one at a time, each with its number; a bad one becomes an error that says where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from app.answer import draft_fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")


class LineError(ValueError):
    """A line that cannot be used; the message names it and says what to do."""


class Item(msgspec.Struct, frozen=True):
    """One draft to check, with the id it is answered under."""

    text: str
    id: Any = None


def read_items(lines: Iterable[bytes]) -> Iterator[Item | LineError]:
    """Yield a draft or an error for each line that is not blank; nothing is read ahead."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _item(line, number)


def _item(line: bytes, number: int) -> Item | LineError:
    try:
        read = msgspec.json.decode(line, type=Item | str)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return LineError(f'line {number}: {error}; expected {{"id": ..., "text": "..."}} or a JSON string')
    item = Item(read) if isinstance(read, str) else read
    if fault := draft_fault(item.text):
        return LineError(f"line {number}: {fault}")
    return item


def read_records(lines: Iterable[bytes], kind: type[T]) -> Iterator[T]:
    """Yield strict records of a JSONL file; LineError names the first bad line."""
    for number, line in enumerate(lines, 1):
        try:
            yield msgspec.json.decode(line, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise LineError(f"line {number}: {error}") from None
