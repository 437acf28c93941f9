"""A sentence as patterns see it: its words, and the pairs of neighbours."""

from __future__ import annotations

import msgspec

from app.bank.index import Index


class View(msgspec.Struct, frozen=True):
    """One sentence as patterns see it: bytes [start, end) of the text, and the words that stand there.

    `pairs` holds each word with the next one; `fitting` remembers what an index found.
    """

    words: tuple[str, ...]
    pairs: tuple[str, ...]
    start: int
    end: int
    fitting: dict[Index, list[int]] = msgspec.field(default_factory=dict)
