"""The pages: each view reads, calls and shows."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from flask import Blueprint, Flask, current_app, render_template, request

from app.check import check
from app.reframing.framing import frame
from app.web.choices import read_choices
from app.web.forms import LEAK_HINTS, DraftForm, MessageForm, accepted
from app.web.result import read_result
from app.web.support import chosen_country, fitting_lines

if TYPE_CHECKING:
    from app.bank import Bank

pages = Blueprint("pages", __name__)


def init_app(app: Flask) -> None:
    """Add the pages."""
    app.register_blueprint(pages)
    app.jinja_env.globals["leak_hints"] = LEAK_HINTS
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def the_bank() -> Bank:
    """Give the bank that this app was started with."""
    bank: Bank = current_app.extensions["bank"]
    return bank


@pages.get("/")
def write() -> str:
    """Show the field for a draft, and drafts to try."""
    return render_template("write.html", form=DraftForm(formdata=None), examples=the_bank().examples)


@pages.post("/check")
def check_draft() -> str:
    """Show what a draft may say to the person who reads it."""
    return show_result(accepted(DraftForm))


@pages.post("/message")
def message() -> str:
    """Show the same draft again, with the choices made so far."""
    return show_result(accepted(MessageForm))


def show_result(form: DraftForm) -> str:
    """Check the draft again, which costs little, rather than keep anything between two requests."""
    bank, draft = the_bank(), form.draft.data
    report = check(draft, bank)
    result = read_result(draft, report, read_choices(request.form), frame(draft, report, bank))
    country = chosen_country(bank, form.country.data)
    lines = fitting_lines(country, result.notices)
    return render_template("result.html", form=form, result=result, bank=bank, country=country, lines=lines)


@pages.get("/phrases")
def phrases() -> str:
    """Show words that others found for the same situations."""
    return render_template("phrases.html", situations=the_bank().phrases)


@pages.get("/checks")
def checks() -> str:
    """Show every card and weak sign, straight from the bank, and how much they find: no black box."""
    bank = the_bank()
    groups = [(name, list(cards)) for name, cards in groupby(bank.cards, attrgetter("category"))]
    return render_template("checks.html", groups=groups, cues=bank.cues, figures=bank.figures)


@pages.get("/promises")
def promises() -> str:
    """Show what is promised, and what cannot be."""
    return render_template("promises.html")


@pages.get("/lines")
def lines() -> str:
    """Show people to talk to, in every country that the bank knows."""
    return render_template("lines.html", countries=the_bank().support, country=chosen_country(the_bank()))
