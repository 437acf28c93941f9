"""Accept-Language -> the country whose lines are shown first; the person may choose another. Never geolocation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.bank import Bank
    from app.bank.content import Country, Line

ELSEWHERE = -1  # the bank's last country is the line for everywhere else


def chosen_country(bank: Bank, asked: str | None = None) -> Country:
    """Give the country that was asked for, else the one that the browser's languages name, else the line for all."""
    known = {country.code.upper(): country for country in bank.support}
    wishes = [(asked or "").upper(), *_regions()]
    return next((known[code] for code in wishes if code in known), bank.support[ELSEWHERE])


def fitting_lines(country: Country, kinds: Collection[str]) -> tuple[Line, ...]:
    """Give the country's lines for these kinds of notice, all of them where none is marked to fit."""
    fitting = tuple(line for line in country.lines if not set(line.kinds).isdisjoint(kinds))
    return fitting or country.lines


def _regions() -> list[str]:
    """Read the regions of the browser's languages, in its order: en-GB says GB."""
    return [tag.replace("_", "-").split("-")[-1].upper() for tag in request.accept_languages.values() if "-" in tag]
