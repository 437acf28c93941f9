"""Posted fields -> choices: what to say at each place, and what was set aside. Kept in the form, nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.web.forms import as_typed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.datastructures import MultiDict

KEEP = "keep"
OWN = "own"
DROP = "drop"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose so far; nothing chosen means the first suggestion for clear places."""

    fields: Mapping[str, str] = field(default_factory=dict)
    dismissed: tuple[str, ...] = ()

    def pick(self, index: int) -> str | None:
        """Give the choice for a place: a suggestion's number, KEEP, OWN or DROP; None when nothing was chosen."""
        return self.fields.get(f"choice-{index}")

    def own(self, index: int) -> str:
        """Give the writer's own words for a place."""
        return as_typed(self.fields.get(f"own-{index}"))

    def edge(self, name: str) -> str:
        """Give the number of the line chosen for the "opener" or "closing"; "no" where none was."""
        return self.fields.get(name, "no")

    def is_dismissed(self, index: int, category: str) -> bool:
        """Tell whether a place, or its whole kind, was set aside for this draft."""
        return f"place-{index}" in self.dismissed or category in self.dismissed


def read_choices(form: MultiDict[str, str]) -> Choices:
    """Read the choices from a posted form; fields that mean nothing are left alone."""
    dismissed = [] if "restore" in form else [*form.getlist("dismissed"), *form.getlist("dismiss")]
    return Choices(form.to_dict(), tuple(dict.fromkeys(dismissed)))
