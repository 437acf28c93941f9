"""Files of labelled drafts on the command line: named, refused where they are sealed, read strictly."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.lines import LineError, read_records
from app.evaluation import LabelledDraft

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

files_argument = click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)


def refuse_sealed(files: Iterable[Path], why: str) -> None:
    """Raise ClickException, with the reason, where one of the files is a sealed one."""
    if any(file.resolve().parent.name == "sealed" for file in files):
        raise click.ClickException(why)


def read_drafts(file: Path) -> list[LabelledDraft]:
    """Read one file; a bad line is told with its number."""
    with naming(file):
        return list(read_records(file.read_bytes().splitlines(), LabelledDraft))


@contextmanager
def naming(file: Path) -> Iterator[None]:
    """Turn a line that cannot be used into a ClickException that names its file."""
    try:
        yield
    except LineError as error:
        raise click.ClickException(f"{file}: {error}") from None
