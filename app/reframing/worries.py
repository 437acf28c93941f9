"""Draft -> the worries about help that it names as the partner's, and the lines that meet them where they fit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.checker.guards import spare
from app.checker.matches import find_matches
from app.reframing.choice import turned
from app.reframing.slot import starts

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.content import Worry
    from app.checker.matches import Line, Match
    from app.records import Category, Stance
    from app.reframing.choice import Case

ABOUT_HELP = frozenset({"refusal", "repair", "bad-therapy"})  # themes: what is found is about therapy, or the no to it
LEANING: frozenset[Category] = frozenset(
    {"pressure", "ultimatum", "demand", "guilt", "comparison", "mind-reading", "diagnosis"}
)  # what is done to a worry instead of meeting it
MOST = 2  # times that one worry is met in a message: more is insisting
ORDERS: tuple[tuple[Stance, ...], ...] = (("warm", "ask", "plain"), ("ask", "warm", "plain"))  # first, second time


@dataclass(frozen=True, slots=True)
class Worries:
    """The worries that a draft names, the sentences that speak of help, and how often each worry was met so far."""

    named: tuple[Match[Worry], ...] = ()
    helping: frozenset[int] = frozenset()
    met: Counter[str] = field(default_factory=Counter)

    def meet(self, sentence: int, case: Case, used: set[str]) -> dict[Stance, str]:
        """Give one stance of a finding a line that meets a worry, the nearest or least met; nothing where none fits."""
        reach = self._reach(sentence, case)
        near = [match for match in self.named if abs(match.sentence - sentence) <= reach]
        near = [match for match in near if self.met[match.card.name] < MOST]
        for match in sorted(near, key=lambda match: (abs(match.sentence - sentence), self.met[match.card.name])):
            for stance in ORDERS[self.met[match.card.name]]:
                if line := next((each for each in turned(match.card.lines.of(stance), case) if each not in used), ""):
                    self.met[match.card.name] += 1
                    used.add(line)
                    return {stance: line}
        return {}

    def _reach(self, sentence: int, case: Case) -> float:
        """Tell how many sentences off a worry may stand that a finding is about; -1 for none.

        What speaks of help may answer any; what asks for another thing ("listen to me") only one in its own sentence.
        """
        about = case.theme is not None and case.theme.name in ABOUT_HELP
        if about or (case.category in LEANING and sentence in self.helping):
            return float("inf")
        if case.category not in LEANING:
            return -1
        asks = case.category == "demand" or "act" in case.carried.words
        return 0 if case.theme and asks else 1


def find_worries(line: Line, bank: Bank) -> Worries:
    """Find what the draft names as the partner's worry; nothing in a draft that speaks of no help from outside."""
    phrases = bank.lexicon.phrases_of("outside-help")
    said = starts(line.text.words, 0, len(line.text.words) - 1, phrases)
    helping = frozenset(line.sentence_of(first) for first, _ in said)
    if not helping:
        return Worries()
    found = list(find_matches(line, bank.worry_rules, bank.lexicon))
    return Worries(tuple(spare(found, line, bank.worry_exceptions, bank.lexicon)), helping)
