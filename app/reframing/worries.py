"""Draft -> the worries about help that it names as the partner's, and the lines that meet them where they fit."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from app.bank.content import Worry
from app.checker.guards import spare
from app.checker.matches import find_matches
from app.reframing.choice import turned
from app.reframing.lines import words_of
from app.reframing.slot import starts
from app.reframing.unit import Unit, said_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.bank import Bank
    from app.checker.matches import Line
    from app.records import Category, Stance
    from app.reframing.choice import Case

ABOUT_HELP = frozenset({"refusal", "repair", "bad-therapy"})  # themes: what is found is about therapy, or the no to it
LEANING: frozenset[Category] = frozenset(
    {"pressure", "ultimatum", "demand", "guilt", "comparison", "mind-reading", "diagnosis"}
)  # what is done to a worry instead of meeting it
MOST = 2  # times that one worry is met in a message: more is insisting
AROUND = 24  # worries named before, and after: more would not be read, and a long draft stays quick
ORDERS: tuple[tuple[Stance, ...], ...] = (("warm", "ask", "plain"), ("ask", "warm", "plain"))  # first, second time


class Named(msgspec.Struct, frozen=True):
    """A worry, the sentence that names it, and the words that do, in all their forms."""

    worry: Worry
    sentence: int
    said: frozenset[str]

    def lines(self, stance: Stance, case: Case) -> list[str]:
        """Give the lines of a stance; those with a word of the worry as it was named come first."""
        lines = turned(self.worry.lines.of(stance), case)
        return sorted(lines, key=lambda line: words_of(line).isdisjoint(self.said))


@dataclass(frozen=True, slots=True)
class Worries:
    """The worries that a draft names, the sentences that speak of help, and how often each worry was met so far."""

    named: tuple[Named, ...] = ()
    helping: frozenset[int] = frozenset()
    met: Counter[str] = field(default_factory=Counter)

    def meet(self, sentence: int, case: Case, used: set[str]) -> dict[Stance, str]:
        """Give one stance of a finding a line that meets a worry; nothing where none fits."""
        for named in self._near(sentence, reach(case, sentence in self.helping)):
            for stance in ORDERS[self.met[named.worry.name]]:
                if line := next((each for each in named.lines(stance, case) if each not in used), ""):
                    self.met[named.worry.name] += 1
                    used.add(line)
                    return {stance: line}
        return {}

    def _near(self, sentence: int, most: float) -> Iterator[Named]:
        """Yield the worries that stand at most so many sentences away, the nearest and least met first."""
        at = bisect_left(self.named, sentence, key=lambda each: each.sentence)
        around = self.named[max(at - AROUND, 0) : at + AROUND]
        for named in sorted(around, key=lambda each: (abs(each.sentence - sentence), self.met[each.worry.name])):
            if abs(named.sentence - sentence) <= most and self.met[named.worry.name] < MOST:
                yield named


def reach(case: Case, helping: bool) -> float:
    """Tell how many sentences off a worry may stand that a finding is about; -1 for none.

    What speaks of help may answer any; what asks for another thing ("listen to me") only one in its own sentence.
    """
    if (case.theme and case.theme.name in ABOUT_HELP) or (case.category in LEANING and helping):
        return float("inf")
    if case.category not in LEANING:
        return -1
    asks = case.category == "demand" or "act" in case.carried.words
    return 0 if case.theme and asks else 1


def find_worries(line: Line, bank: Bank) -> Worries:
    """Find what the draft names as the partner's worry; nothing in a draft that speaks of no help from outside."""
    helping = _speaking(line, "outside-help", bank)
    if not helping:
        return Worries()
    found = list(find_matches(line, bank.worry_rules, bank.lexicon))
    kept = spare(found, line, bank.worry_exceptions, bank.lexicon)
    named = (Named(each.card, each.sentence, said_in(Unit(each.first, each.last), line, bank)) for each in kept)
    return Worries(tuple(named), helping | _speaking(line, "going-there", bank))


def _speaking(line: Line, of: str, bank: Bank) -> frozenset[int]:
    """Give the sentences that have a phrase of a class."""
    said = starts(line.text.words, 0, len(line.text.words) - 1, bank.lexicon.phrases_of(of))
    return frozenset(line.sentence_of(first) for first, _ in said)
