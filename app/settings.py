"""Environment -> Settings: everything a person who deploys Softstart may choose, and why."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]  # the folder that holds app, templates, static and phrasebank
PREFIX = "SOFTSTART_"
LEAVE_SITES = (  # sites that nobody wonders about; a list, so that a wrong setting cannot send people anywhere else
    "https://www.bbc.co.uk/weather",
    "https://weather.com/",
    "https://www.wikipedia.org/",
    "https://www.google.com/",
    "https://duckduckgo.com/",
)


class SettingError(ValueError):
    """A setting that Softstart will not start with; the message names the variable."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting; its environment variable is SOFTSTART_ and its name in capitals."""

    bank_dir: Path = ROOT / "phrasebank"  # another bank can be tried without touching this one
    leave_to: str = LEAVE_SITES[0]  # where “Leave” goes; one of LEAVE_SITES, best one people here really visit
    proxies: int = 0  # trusted proxies in front: without a right count, HTTPS and the host are guessed wrong

    def __post_init__(self) -> None:
        """Refuse values that would put people at risk."""
        if self.leave_to not in LEAVE_SITES:
            raise SettingError(f"{PREFIX}LEAVE_TO must be one of: {', '.join(LEAVE_SITES)}")
        if self.proxies < 0:
            raise SettingError(f"{PREFIX}PROXIES must be 0 or more")

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Read the settings that the environment gives; the rest keep their defaults."""
        given = {field.name: environ.get(PREFIX + field.name.upper(), "") for field in fields(cls)}
        return cls(
            bank_dir=Path(given["bank_dir"] or cls().bank_dir),
            leave_to=given["leave_to"] or cls().leave_to,
            proxies=_count(given["proxies"] or "0", "PROXIES"),
        )


def _count(text: str, name: str) -> int:
    """Read a whole number, or say which variable does not hold one."""
    try:
        return int(text)
    except ValueError:
        raise SettingError(f"{PREFIX}{name} must be a whole number") from None
