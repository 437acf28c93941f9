"""Sentences -> weak signs: cues and words that mean little alone; enough of them make or confirm a finding."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import msgspec

from app.bank.cards import Card, Cue
from app.checker.findings import Settled
from app.checker.kinds import find_anchor
from app.checker.matches import Match, to_match
from app.checker.report import make_card
from app.checker.words import lean, telling

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from app.bank import Bank
    from app.checker.matches import Line
    from app.records import Level

MOST_AROUND = 2  # findings elsewhere that are counted


class Signs(msgspec.Struct, frozen=True):
    """What the cues and the words of one sentence say: those that hit, and what they weigh together."""

    matches: tuple[Match[Cue], ...]
    score: float

    @property
    def anchors(self) -> tuple[Match[Cue], ...]:
        """The matches that name a category."""
        return tuple(match for match in self.matches if match.card.anchors)


def find_signs(line: Line, bank: Bank, levels: Mapping[int, Level]) -> dict[int, Signs]:
    """Weigh sentences that have a finding, and those in which cues can make one; `levels` are those of cards so far."""
    found: dict[int, Signs] = {}
    for sentence, view in enumerate(line.views):
        level = levels.get(sentence)
        if not level and not any(rule.owner.anchors for rule in bank.cue_rules.candidates(view)):
            continue
        around = tone(line, sentence, levels, bank)
        least = -inf if level else bank.weighing.possible - around
        if (matches := signs_of(line, sentence, bank, least, alone=not level)) or level:
            found[sentence] = Signs(matches, score(matches) + around)
    return found


def tone(line: Line, sentence: int, levels: Mapping[int, Level], bank: Bank) -> float:
    """Tell what a sentence weighs before any cue: its words, and the clear findings around it."""
    return context(sentence, levels, bank) + lean(line.views[sentence], bank.words)


def quiet(
    signs: Mapping[int, Signs], levels: Container[int], matched: Iterable[Match[Card]], bank: Bank
) -> dict[int, Signs]:
    """Give the signs of sentences without a finding; what a guard withdrew, only strong signs bring back."""
    seen = {match.sentence for match in matched}
    strong = bank.weighing.clear
    return {
        sentence: each
        for sentence, each in signs.items()
        if sentence not in levels and (sentence not in seen or each.score >= strong)
    }


def signs_of(
    line: Line, sentence: int, bank: Bank, least: float = -inf, *, alone: bool = False
) -> tuple[Match[Cue], ...]:
    """Give a match of each cue that hits; none where all that may hit could not weigh `least` together.

    Where signs are `alone` in a sentence, there is none without an anchor either.
    """
    view, rules = line.views[sentence], bank.cue_rules
    candidates = rules.candidates(view)
    able = {rule.owner.name: rule.owner.adds for rule in candidates}
    if not able or sum(max(adds, 0) for adds in able.values()) < least:
        return ()
    anchors = (rule for rule in candidates if rule.owner.anchors)
    if alone and next(rules.firsts(anchors, line.norm, view), None) is None:
        return ()
    stops = bank.lexicon.set_of("slot-stop")
    return tuple(to_match(hit, sentence, line, stops) for hit in rules.firsts(candidates, line.norm, view))


def score(matches: Iterable[Match[Cue]]) -> float:
    """Add up the weights; each cue is there once."""
    return sum(match.card.adds for match in matches)


def context(sentence: int, levels: Mapping[int, Level], bank: Bank) -> float:
    """Tell what clear findings elsewhere in the draft add: they may tip a sentence that has signs of its own."""
    before = levels.get(sentence - 1) == "clear"
    around = min(MOST_AROUND, sum(level == "clear" for place, level in levels.items() if place != sentence))
    return bank.weighing.before * before + bank.weighing.around * around


def anchored(signs: Mapping[int, Signs], line: Line, bank: Bank) -> Iterator[Match[Card]]:
    """Yield, for each sentence whose signs weigh enough, a match of the category that they tell most."""
    for sentence, each in signs.items():
        if each.anchors and each.score >= bank.weighing.possible:
            yield from _match(sentence, each, line, bank)


def beside(line: Line, found: Sequence[Settled], spared: AbstractSet[int], bank: Bank) -> Iterator[Match[Card]]:
    """Yield matches for sentences whose words weigh enough beside what was `found`: alone they never flag a draft."""
    levels: dict[int, Level] = {each.match.sentence: each.level for each in found}
    for sentence in range(len(line.views)) if found else ():
        if sentence in levels or sentence in spared:
            continue
        around = tone(line, sentence, levels, bank)
        matches = signs_of(line, sentence, bank, bank.weighing.beside - around)
        if (weight := score(matches) + around) >= bank.weighing.beside:
            yield from _match(sentence, Signs(matches, weight), line, bank)


def _match(sentence: int, signs: Signs, line: Line, bank: Bank) -> Iterator[Match[Card]]:
    if anchor := find_anchor(sentence, signs.matches, line, bank):
        words = telling(line.views[sentence], bank.words)
        yield Match(make_card(anchor, signs, words, bank), sentence, anchor.first, anchor.last)


def weighed(settled: Settled, signs: Mapping[int, Signs], bank: Bank) -> Iterator[Settled]:
    """Yield a card's finding as its whole sentence bears it out: clear, possible, or not at all."""
    own, weighing = signs[settled.match.sentence], bank.weighing
    if any(match.card.firm for match in own.matches):
        yield settled
    elif own.score >= weighing.withdraw:
        least = weighing.doubt if settled.level == "clear" else weighing.lift
        yield Settled(settled.match, "clear" if own.score >= least else "possible")
