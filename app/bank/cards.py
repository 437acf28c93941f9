"""The records of cards: what an author writes in phrasebank/checks, guards, strengths and safety."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.records import Category, Kind, Level, Part

STEP, MOST = 0.25, 1.25  # of a weight
Where = Literal["before", "start", "overlap", "sentence", "quote"]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every rule has: a name, patterns, exceptions, and examples both ways."""

    name: str
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    catches: tuple[str, ...]
    spares: tuple[str, ...]


class CheckEntry(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A [[card]] of phrasebank/checks/<category>.toml."""

    why: str
    source: str
    level: Level = "clear"
    theme: str = ""


class Card(CheckEntry, frozen=True, kw_only=True):
    """A card in its place: its category is its file; `sign` names the weak sign that it stands for, if any."""

    category: Category
    sign: str = ""

    @property
    def id(self) -> str:
        """The card's place, not its wording."""
        return f"{self.category}.{self.name}"

    @property
    def is_weak(self) -> bool:
        """Tell a card that only stands for weak signs."""
        return not self.patterns

    @property
    def lines(self) -> str:
        """The name under which phrasebank/reframings has lines of its own."""
        return f"signs.{self.sign}" if self.sign else self.id


class Sign(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A weak sign: alone it says little, enough of them together make a finding or a notice.

    `against` speaks against one; `sign` is what it is called; `weight` is what it adds (takes, where it is `against`),
    in steps of .25 up to 1.25.
    """

    sign: str
    against: bool = False
    weight: float = 0.25

    @property
    def adds(self) -> float:
        """The weight with its sign."""
        return -self.weight if self.against else self.weight


class Cue(Sign, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A [[cue]] of phrasebank/cues.toml, summed over a sentence; with a `category` it can anchor a finding of it.

    Where a `firm` one hits, no words around it speak against what a card found.
    """

    category: Category | None = None
    firm: bool = False

    @property
    def anchors(self) -> bool:
        """Tell whether it can make a finding of its category, where enough stands beside it."""
        return bool(self.category) and not self.against and self.weight > 0


class DangerSign(Sign, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A [[sign]] of phrasebank/danger.toml, summed over a draft; with a `kind` it can anchor a notice of it."""

    kind: Kind | None = None


class Weighing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The [weighing] table of phrasebank/cues.toml: how many quarters of signs make what, and why by category.

    `possible`: a finding worth a second look; `clear`: a clear one; `lift`: a possible card becomes clear; `doubt`,
    `withdraw`: below, a clear card becomes possible, and any card's finding falls; `before`, `around`: what a clear
    finding in the sentence before, or anywhere else in the draft, adds; `beside`: from where words make a finding
    without a sign, beside other findings.
    """

    possible: float
    clear: float
    lift: float
    doubt: float
    withdraw: float
    before: float
    around: float
    beside: float
    why: dict[Category, str]


class DangerWeighing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The [weighing] table of phrasebank/danger.toml: what the signs of a whole draft must weigh for a notice.

    `notice` is the least for any draft, `each` what every sentence adds to that where the draft is long.
    """

    notice: float
    each: float


class Guard(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that withdraw a match; `where` they must stand, and for which categories.

    before: left of the match in its clause; start: over the first word of the match; overlap: shares words with it;
    sentence: anywhere in the sentence; quote: the match stands inside quotation marks, the guard's words before them.
    """

    name: str
    where: Where
    patterns: tuple[str, ...]
    why: str
    categories: tuple[Category, ...] = ()
    excepting: tuple[Category, ...] = ()
    spares: tuple[str, ...]
    keeps: tuple[str, ...]

    def covers(self, category: Category) -> bool:
        """Tell whether this guard may withdraw a finding of that category."""
        return category not in self.excepting and (not self.categories or category in self.categories)


class SafetyCard(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A [[card]] of phrasebank/safety.toml: words that may tell of danger."""

    kind: Kind
    source: str


class StrengthCard(Entry, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A [[card]] of phrasebank/strengths.toml: words that show a part of a good message."""

    part: Part
