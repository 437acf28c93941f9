"""phrasebank/framing.toml -> Framing: lines that may stand around a message, and how drafts begin and end."""

from __future__ import annotations

from typing import Literal

import msgspec

Register = Literal["plain", "texting", "letter"]


class Lines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lines by register."""

    plain: tuple[str, ...]
    texting: tuple[str, ...]
    letter: tuple[str, ...]

    def of(self, register: Register) -> tuple[str, ...]:
        """Give the lines of one register."""
        lines: tuple[str, ...] = getattr(self, register)
        return lines


class Framing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Soft starts and ends with room for a no; signs of a soft start, and the words of a sign-off."""

    softly: tuple[str, ...]
    farewell: frozenset[str]
    opener: Lines
    closing: Lines
