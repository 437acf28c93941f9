"""Files of phrasebank/ -> records, where a file is more than a list of entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.bank.cards import Card, CheckEntry, Cue, DangerSign, DangerWeighing, Weighing
from app.bank.content import Situation, SituationEntry, Stems, Theme, ThemeEntry
from app.bank.errors import BankError, convert, label, read_entries, read_file, read_toml
from app.bank.validate import CARRIED, validate_stems

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.records import Category

S = TypeVar("S", Cue, DangerSign)
W = TypeVar("W", Weighing, DangerWeighing)


def read_cards(directory: Path, category: Category) -> list[Card]:
    """Read one file of checks; its name is the category of its cards."""
    entries = read_entries(directory / "checks" / f"{category}.toml", "card", CheckEntry)
    return [Card(**msgspec.structs.asdict(entry), category=category) for entry in entries]


def read_signs(path: Path, key: str, kind: type[S], weighing: type[W]) -> tuple[W, tuple[S, ...]]:
    """Read weak signs, and what they must weigh together."""
    raw = read_toml(path)
    if set(raw) != {"weighing", key}:
        raise BankError(path, f"needs one [weighing] table and [[{key}]] tables, and nothing else")
    signs = tuple(convert(entry, kind, path, label(entry, key, place)) for place, entry in enumerate(raw[key], 1))
    if spared := next((sign for sign in signs if sign.unless), None):
        raise BankError(path, "a weak sign has no `unless`; write a sign that is `against`", f"{key} “{spared.name}”")
    return convert(raw["weighing"], weighing, path, "[weighing]"), signs


def read_reframings(directory: Path, cards: Iterable[Card], cues: Iterable[Cue]) -> dict[str, Stems]:
    """Read the lines of single cards and weak signs, by `Card.lines`; a name that is neither's is refused."""
    known, found = {card.id for card in cards} | {f"signs.{cue.name}" for cue in cues if cue.category}, {}
    for path in sorted((directory / "reframings").glob("*.toml")):
        for name, raw in read_toml(path).items():
            if (ident := f"{path.stem}.{name}") not in known:
                raise BankError(path, f"no card, and no sign that names a category, is called `{name}`", f"[{name}]")
            found[ident] = convert(raw, Stems, path, f"[{name}]")
            validate_stems(path, found[ident], CARRIED, f"[{name}]")
    return found


def read_theme(path: Path) -> Theme:
    """Read one theme; its name is its file."""
    return Theme(**msgspec.structs.asdict(read_file(path, ThemeEntry)), name=path.stem)


def read_situations(directory: Path) -> Iterable[Situation]:
    """Read the library that people browse, one file a situation."""
    for path in sorted((directory / "phrases").glob("*.toml")):
        entry = read_file(path, SituationEntry)
        yield Situation(path.stem, entry.title, entry.order, entry.intro, entry.phrase)
