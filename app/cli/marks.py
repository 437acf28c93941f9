"""A sheet with marks filled in -> opinions: one for each suggestion and each whole message, with its four marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from app.cli.lines import LineError
from app.records import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MARKS = ("fit", "nature", "warmth", "honesty")
LOW = 2  # of 5: a reader would not send this
WHOLE = "message"  # stands where the stance of a suggestion would: the whole rewritten message
PLACE = "  ".join(f"{mark}: _" for mark in MARKS)
SAID = re.compile(rf"({'|'.join(get_args(Stance))}): (\S.*)")
FOUND = re.compile(r"\d+\. ([a-z-]+), (?:clear|possible): ")
MARK = re.compile(r"(\w+):\s*([^\s:]*)(?!\S)")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a reader thinks of one text: draft id, category ("" for a message), stance, text, marks in MARKS' order."""

    draft: str
    category: str
    stance: str
    text: str
    marks: tuple[int, ...] = ()

    @property
    def place(self) -> tuple[str, str, str, str]:
        """Tell what was read, whoever read it."""
        return self.draft, self.category, self.stance, self.text

    @property
    def is_low(self) -> bool:
        """Tell whether anything got a 1 or a 2."""
        return min(self.marks) <= LOW


@dataclass(slots=True)
class Reader:
    """Where the reading of a sheet stands: whose draft, which finding, which text still waits for its marks."""

    draft: str = ""
    category: str = ""
    said: tuple[str, str] | None = None
    seen: set[str] = field(default_factory=set)

    def read(self, line: str) -> Opinion | None:
        """Take one stripped line and give the opinion that it closes, if it does; ValueError says what is wrong."""
        if not line or line.startswith("#"):
            return None
        if line.startswith("|"):
            self.quote(line[2:])
            return None
        if line.startswith(MARKS[0] + ":"):
            return self.close(line)
        if self.said:
            raise ValueError(f"“{self.said[1] or WHOLE}” has no marks before this line")
        self.open(line)
        return None

    def quote(self, words: str) -> None:
        """Take a line of a message; those of a draft are only there to be read."""
        if self.said:
            self.said = (self.said[0], f"{self.said[1]}\n{words}".lstrip("\n"))

    def open(self, line: str) -> None:
        """Take the line that opens a draft, a finding, a suggestion or a message."""
        if line.startswith("== "):
            self.begin(line[3:])
        elif line == f"{WHOLE}:":
            self.category, self.said = "", (WHOLE, "")
        elif said := SAID.fullmatch(line):
            self.said = (said[1], said[2])
        elif found := FOUND.match(line):
            self.category = found[1]
        else:
            raise ValueError("not a line of a review; a remark of your own begins with #")

    def begin(self, draft: str) -> None:
        """Begin with the next draft."""
        if draft in self.seen:
            raise ValueError(f"the draft {draft} stands here a second time")
        self.draft = draft
        self.seen.add(draft)

    def close(self, line: str) -> Opinion:
        """Give the text that waited, with its marks."""
        if self.said is None:
            raise ValueError("marks without words that they are for")
        (stance, text), self.said = self.said, None
        return Opinion(self.draft, self.category, stance, text, read_marks(line))


def read_marks(line: str) -> tuple[int, ...]:
    """Read the four marks of a line; ValueError names one that is missing or out of range."""
    given = dict(MARK.findall(line))
    for mark in MARKS:
        if given.get(mark, "") not in {"1", "2", "3", "4", "5"}:
            raise ValueError(f"{mark} is “{given.get(mark, '')}”; a mark is a number from 1 to 5")
    return tuple(int(given[mark]) for mark in MARKS)


def read_opinions(lines: Iterable[str]) -> Iterator[Opinion]:
    """Yield the opinions of a sheet; LineError names the first line that cannot be used."""
    reader, number = Reader(), 0
    for number, line in enumerate(lines, 1):
        try:
            opinion = reader.read(line.strip())
        except ValueError as error:
            raise LineError(f"line {number}: {error}") from None
        if opinion:
            yield opinion
    if reader.said:
        raise LineError(f"line {number}: “{reader.said[1]}” has no marks")
