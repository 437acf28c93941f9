"""Sentences -> weak signs: cues and words that mean little alone; enough of them make or confirm a finding."""

from __future__ import annotations

from collections import defaultdict
from math import inf
from typing import TYPE_CHECKING

import msgspec

from app.bank.cards import Card, Cue
from app.checker.findings import RANK, Settled
from app.checker.matches import Match, to_match
from app.checker.words import lean, telling

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from app.bank import Bank
    from app.checker.matches import Line
    from app.records import Category, Level

INNER = str.maketrans("“”", "‘’")  # quotation marks inside quotation marks
MOST_NAMED = 2  # signs: more than a person reads


class Signs(msgspec.Struct, frozen=True):
    """What the cues and the words of one sentence say: those that hit, and what they weigh together."""

    matches: tuple[Match[Cue], ...]
    score: float
    words: tuple[str, ...] = ()

    @property
    def anchors(self) -> tuple[Match[Cue], ...]:
        """The matches that name a category."""
        return tuple(match for match in self.matches if match.card.anchors)


def find_signs(line: Line, bank: Bank, levels: Mapping[int, Level]) -> dict[int, Signs]:
    """Weigh the cues of the sentences in which they can change something; `levels` are those of findings so far."""
    found: dict[int, Signs] = {}
    harsh = {sentence for sentence, level in levels.items() if level == "clear"}
    for sentence, view in enumerate(line.views):
        level = levels.get(sentence)
        if level == "clear" or not (level or any(rule.owner.anchors for rule in bank.cue_rules.candidates(view))):
            continue
        around = context(sentence, harsh, bank) + lean(view, bank.words)
        least = bank.weighing.lift if level else bank.weighing.possible
        if matches := signs_of(line, sentence, bank, least - around, alone=not level):
            found[sentence] = Signs(matches, score(matches) + around, telling(view, bank.words))
    return found


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


def context(sentence: int, harsh: AbstractSet[int], bank: Bank) -> float:
    """Tell what clear findings elsewhere in the draft add: they may tip a sentence that has signs of its own."""
    return bank.weighing.before * (sentence - 1 in harsh) + bank.weighing.around * bool(harsh)


def anchored(signs: dict[int, Signs], bank: Bank) -> Iterator[Match[Card]]:
    """Yield, for each sentence whose signs weigh enough, a match of the category that most of them name."""
    for sentence, each in signs.items():
        if each.anchors and each.score >= bank.weighing.possible:
            category, anchor = strongest(each.anchors)
            yield Match(make_card(category, anchor, each, bank), sentence, anchor.first, anchor.last)


def strongest(anchors: tuple[Match[Cue], ...]) -> tuple[Category, Match[Cue]]:
    """Choose the category with the most weight, of even ones the most specific, and its heaviest anchor."""
    by_category: dict[Category, list[Match[Cue]]] = defaultdict(list)
    for match in anchors:
        if match.card.category:
            by_category[match.card.category].append(match)
    totals = {category: sum(match.card.adds for match in found) for category, found in by_category.items()}
    category = min(totals, key=lambda each: (-totals[each], RANK[each]))
    return category, max(by_category[category], key=lambda match: match.card.adds)


def make_card(category: Category, anchor: Match[Cue], signs: Signs, bank: Bank) -> Card:
    """Give a card for the report: which signs met, and why that may land as the category says."""
    return Card(
        name="signs",
        category=category,
        sign=anchor.card.name,
        patterns=(),
        catches=(),
        spares=(),
        source="",
        why=f"{name_signs(anchor, signs)} {bank.weighing.why[category]}",
        level="clear" if signs.score >= bank.weighing.clear else "possible",
    )


def name_signs(anchor: Match[Cue], signs: Signs) -> str:
    """Say which signs met, the anchor first; never how much they weigh."""
    told = sorted((match.card for match in signs.matches if match.card.adds > 0), key=lambda cue: -cue.weight)
    names = list(dict.fromkeys([anchor.card.sign, *(cue.sign for cue in told)]))[:MOST_NAMED]
    quoted = [f"“{name.translate(INNER)}”" for name in names]
    if len(quoted) > 1:
        return f"Two signs together: {' and '.join(quoted)}."
    listed = " and ".join(f"“{word}”" for word in signs.words)
    return f"A small sign: {quoted[0]}{f', beside {listed}' if listed else ''}."


def lift(settled: Settled, signs: dict[int, Signs], bank: Bank) -> Settled:
    """Make a possible finding clear where the signs of its sentence confirm it."""
    own = signs.get(settled.match.sentence)
    if settled.level == "clear" or own is None or own.score < bank.weighing.lift:
        return settled
    return Settled(settled.match, "clear")
