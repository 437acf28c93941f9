"""Cards -> rules: the patterns of every kind of owner, compiled; what RE2 refuses is named with its file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from app.bank.cards import Card, Cue, DangerSign, Guard, SafetyCard, StrengthCard
from app.bank.content import Worry
from app.bank.errors import BankError
from app.bank.index import Index
from app.bank.keys import count
from app.bank.patternset import ExceptionSet, PatternError, PatternSet, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from app.bank.patterns import PatternCompiler

Owner = TypeVar("Owner", Card, Cue, DangerSign, Guard, SafetyCard, StrengthCard, Worry)
FILES = {
    Cue: "cues.toml",
    DangerSign: "danger.toml",
    Guard: "guards.toml",
    SafetyCard: "safety.toml",
    StrengthCard: "strengths.toml",
    Worry: "worries.toml",
}


class RuleCompiler:
    """Compile the patterns of cards and guards; a pattern that RE2 refuses becomes a BankError."""

    def __init__(self, directory: Path, compiler: PatternCompiler) -> None:
        self.directory, self.compiler = directory, compiler
        self._index = Index()
        self._examples: list[str] = []

    def patterns(self, owners: Sequence[Owner]) -> PatternSet[Owner]:
        """Compile every pattern of every owner into one set; their examples tell what is common."""
        self._examples += [text for owner in owners for text in examples(owner)]
        with self._named():
            rules = (Rule(owner, text, self.compiler) for owner in owners for text in owner.patterns)
            return PatternSet(rules, self._index)

    def exceptions(self, owners: Iterable[Owner]) -> ExceptionSet[Owner]:
        """Compile every exception of every owner into one set."""
        with self._named():
            return ExceptionSet(Rule(owner, text, self.compiler) for owner in owners for text in unless(owner))

    def build(self) -> None:
        """Make the tables of what was compiled; nothing is added after."""
        self._index.build(count(self._examples, self.compiler.lexicon))
        self.compiler.forget()

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except PatternError as fault:
            raise BankError(self._path(fault.owner), str(fault), f"card “{fault.owner.name}”") from None

    def _path(self, owner: Owner) -> Path:
        if isinstance(owner, Card):
            return self.directory / "checks" / f"{owner.category}.toml"
        return self.directory / FILES[type(owner)]


def unless(owner: object) -> tuple[str, ...]:
    """Give the exceptions of a card; a guard has none."""
    return getattr(owner, "unless", ())


def examples(owner: Owner) -> tuple[str, ...]:
    """Give what shows an owner's patterns at work, both ways."""
    return (*(owner.keeps if isinstance(owner, Guard) else owner.catches), *owner.spares)
