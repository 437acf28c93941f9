"""`flask check`: a draft, or a file of them, in; findings and the rewritten message out."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import click
import msgspec
from flask import current_app
from flask.cli import with_appcontext

from app.answer import answer, draft_fault
from app.check import check
from app.cli.lines import LineError, read_items
from app.cli.show import show

if TYPE_CHECKING:
    from app.bank import Bank

FORMATS = ("text", "json", "jsonl")


@click.command("check")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="jsonl: one JSON object a line.")
@click.argument("file", type=click.File("rb"), default="-")
@with_appcontext
def check_command(form: str, file: IO[bytes]) -> None:
    """Check the draft in FILE (or standard input); nothing is kept."""
    bank = current_app.extensions["bank"]
    if form == "jsonl":
        check_lines(file, bank)
    else:
        check_one(file, form, bank)


def check_lines(file: IO[bytes], bank: Bank) -> None:
    """Answer line by line as it goes; a bad line gets an error and the exit status is 1 at the end."""
    failed = False
    for item in read_items(file):
        if isinstance(item, LineError):
            failed = True
            write({"id": None, "error": str(item)})
        else:
            write(answer(check(item.text, bank), item.id))
    raise SystemExit(failed)


def check_one(file: IO[bytes], form: str, bank: Bank) -> None:
    """Answer one draft, as JSON or for people."""
    draft = read_draft(file)
    report = check(draft, bank)
    if form == "json":
        write(answer(report))
    else:
        click.echo(show(draft, report))


def read_draft(file: IO[bytes]) -> str:
    """Read one draft; broken UTF-8, NUL, nothing or too much is refused with what to do."""
    raw = file.read()
    try:
        draft = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"not UTF-8 at byte {error.start}; save the draft as UTF-8") from None
    if fault := draft_fault(draft):
        raise click.ClickException(fault)
    return draft


def write(item: object) -> None:
    """Write one JSON object as one line, at once."""
    click.echo(msgspec.json.encode(item))
