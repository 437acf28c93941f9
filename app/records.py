"""The records that the flow passes on, from sentence to report.

draft -> text -> sentences -> matches -> findings -> suggestions -> message

Every start and end is an offset in Unicode code points into the draft as it was given; end is exclusive.
"""

from __future__ import annotations

from typing import Literal, Protocol

import msgspec

Category = Literal[
    "criticism",
    "contempt",
    "blame",
    "demand",
    "ultimatum",
    "pressure",
    "diagnosis",
    "mind-reading",
    "guilt",
    "comparison",
    "disguised-blame",
    "defensiveness",
    "self-erasure",
]
Level = Literal["clear", "possible"]
Stance = Literal["plain", "warm", "ask"]
Part = Literal["event", "feeling", "need", "request", "room-for-no", "their-side", "appreciation"]
Kind = Literal["self-harm", "partner-violence", "coercive-control", "threat-by-writer", "child-safety"]


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of the draft, without the white space around it."""

    text: str
    start: int
    end: int


class Suggestion(msgspec.Struct, frozen=True):
    """Words to take instead of draft[start:end]."""

    stance: Stance
    text: str
    start: int
    end: int


class Finding(msgspec.Struct, frozen=True):
    """Words that may land as an attack: which, why, and what could be said instead."""

    start: int
    end: int
    quote: str
    category: Category
    level: Level
    card: str
    why: str
    sentence: Sentence
    suggestions: tuple[Suggestion, ...] = ()


class Strength(msgspec.Struct, frozen=True):
    """A part of a good message that the draft already has."""

    part: Part
    start: int
    end: int


class Placed(Protocol):
    """Anything with a place in the draft."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


def meet(one: Placed, other: Placed) -> bool:
    """Tell whether two places in the draft share a code point."""
    return one.start < other.end and other.start < one.end


class Notice(msgspec.Struct, frozen=True):
    """Words that may tell of danger; shown before everything else."""

    kind: Kind
    start: int
    end: int


class Taken(msgspec.Struct, frozen=True):
    """What the message says instead of draft[start:end]; "" where other words of it say the same already."""

    start: int
    end: int
    text: str


class Mend(msgspec.Struct, frozen=True):
    """What stands instead of draft[start:end], kept words that lean on those replaced up to `after`."""

    start: int
    end: int
    text: str
    after: int


class Report(msgspec.Struct, frozen=True):
    """All that one check found; `message` is None where the words should not be polished.

    `taken` and `mends` tell how the message differs from the draft, in the order of the draft.
    """

    findings: tuple[Finding, ...]
    strengths: tuple[Strength, ...]
    missing: tuple[Part, ...]
    notices: tuple[Notice, ...]
    hints: tuple[str, ...]
    message: str | None
    taken: tuple[Taken, ...] = ()
    mends: tuple[Mend, ...] = ()
