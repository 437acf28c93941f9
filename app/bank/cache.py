"""The built bank, kept beside Python's own bytecode, so that only the first start has to build it.

As with bytecode: what is kept is used only where it was made from the very same files by the very same code, and where
it cannot be read or written the bank is built as if there were none. It is written before the first draft is seen, and
never again: it holds nothing but the bank. `python -B` and PYTHONDONTWRITEBYTECODE keep it from being written.
"""

from __future__ import annotations

import gc
import pickle
import sys
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib.util import cache_from_source
from os import getpid
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.bank import load_bank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.bank import Bank

CODE = Path(__file__).parents[1]
KEPT = Path(cache_from_source(str(CODE / "bank" / "bank.py"))).with_suffix(".pickle")
DIGEST = sha256().digest_size


def read_bank(directory: Path, kept: Path = KEPT) -> Bank:
    """Give the bank of a directory, as it is kept or else newly built; BankError as `load_bank`."""
    made_of = digest(directory)
    with _uncollected():
        bank = _read(kept, made_of)
        if bank is None:
            bank = load_bank(directory)
            if not sys.dont_write_bytecode:
                _write(kept, made_of, bank)
    return bank


def digest(directory: Path) -> bytes:
    """Tell banks apart by their place and every byte of theirs, of the code that reads them, and of what runs it."""
    files = [*directory.rglob("*.toml"), *CODE.glob("bank/*.py"), CODE / "records.py"]
    parts = [part for path in sorted(files) for part in (str(path.resolve()).encode(), path.read_bytes())]
    return _digest([sys.version.encode(), msgspec.__version__.encode(), str(directory.resolve()).encode(), *parts])


def _digest(parts: Iterable[bytes]) -> bytes:
    """Give a digest of parts and of where each ends."""
    return sha256(b"".join(b"%d:%b" % (len(part), part) for part in parts)).digest()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector from looking again and again through what only grows: half the time of a start."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(kept: Path, made_of: bytes) -> Bank | None:
    """Give what is kept; None where there is nothing, or something else, or part of it was lost."""
    with suppress(OSError):
        content = kept.read_bytes()
        if content[: 2 * DIGEST] == made_of + _digest([content[2 * DIGEST :]]):
            bank: Bank = pickle.loads(content[2 * DIGEST :])  # noqa: S301  # as safe as the bytecode beside it
            return bank
    return None


def _write(kept: Path, made_of: bytes, bank: Bank) -> None:
    """Put the bank in its place at once and whole; without a word where that cannot be."""
    content = pickle.dumps(bank, pickle.HIGHEST_PROTOCOL)
    written = kept.with_suffix(f".{getpid()}")
    with suppress(OSError):
        kept.parent.mkdir(exist_ok=True)
        try:
            written.write_bytes(made_of + _digest([content]) + content)
            written.replace(kept)
        finally:
            written.unlink(missing_ok=True)
