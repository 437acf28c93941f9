"""Findings -> suggestions: two or three stances each, in the writer's voice, with the writer's own words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

import msgspec

from app.checker import is_flagged
from app.records import Stance, Suggestion, meet
from app.reframing.carry import carry
from app.reframing.choice import Case, carries, say, seed_of
from app.reframing.unit import (
    address_of,
    addressed,
    before_faces,
    goes_on,
    said_in,
    tail_of,
    unit_of,
    whole_after,
    whole_before,
    within,
)
from app.reframing.voice import Voice, hear_voice, lower_start
from app.reframing.worries import Worries, find_worries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.bank import Bank
    from app.bank.content import Theme
    from app.checker.findings import Settled
    from app.checker.matches import Line
    from app.records import Finding, Notice
    from app.reframing.unit import Unit

THREATS = frozenset({"partner-violence", "coercive-control"})
LIMITS = frozenset({"demand", "ultimatum", "pressure", "defensiveness"})  # "please don't come round tonight"
TOLD = 2  # words of one theme in a sentence: a single one may be an image, a name, or what somebody did well
STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft while its suggestions are made: its text, what was found by sentence, its voice, lines used so far."""

    line: Line
    bank: Bank
    found: Mapping[int, Sequence[Settled]]
    voice: Voice
    used: set[str] = field(default_factory=set)
    worries: Worries = field(default_factory=Worries)


def suggest(
    settled: Sequence[Settled], findings: Sequence[Finding], notices: Sequence[Notice], line: Line, bank: Bank
) -> tuple[Finding, ...]:
    """Give each finding its suggestions, the same for the same draft; words under a notice are not polished."""
    found: dict[int, list[Settled]] = defaultdict(list)
    for each in settled:
        found[each.match.sentence].append(each)
    worries = Worries() if notices else find_worries(line, bank)  # nobody is talked into going where danger may be
    draft = Draft(line, bank, found, hear_voice(line.text.draft), worries=worries)
    pairs = zip(settled, findings, strict=True)
    return tuple(finding if left_alone(finding, notices) else advise(each, finding, draft) for each, finding in pairs)


def left_alone(finding: Finding, notices: Sequence[Notice]) -> bool:
    """Tell what is not polished: words under a notice, and limits that are set where the other may be dangerous."""
    threatened = any(notice.kind in THREATS for notice in notices)
    return under_notice(finding, notices) or (threatened and finding.category in LIMITS)


def under_notice(finding: Finding, notices: Sequence[Notice]) -> bool:
    """Tell whether the finding's sentence holds words that may tell of danger."""
    return any(meet(notice, finding.sentence) for notice in notices)


def advise(settled: Settled, finding: Finding, draft: Draft) -> Finding:
    """Give one finding its suggestions. `ask` chooses first: a wish in the writer's words fits it best."""
    unit = unit_of(settled, draft.found[settled.match.sentence], draft.line, draft.bank)
    unit = whole_after(unit, draft.line, draft.bank)
    case = case_of(settled, unit, draft)
    texts = draft.worries.meet(settled.match.sentence, case, draft.used)
    left = (stance for stance in reversed(STANCES) if stance not in texts)
    texts |= {stance: say(stance, case, draft.bank, draft.used) for stance in left}
    address = "" if finding.category == "contempt" else address_of(unit, draft.line, draft.bank)  # ", Einstein"
    first = sorted(STANCES, key=lambda stance: stance == "ask" or not carries(texts[stance], case))
    offered = tuple(fit(stance, texts[stance], unit, address, draft) for stance in first if texts[stance])
    return msgspec.structs.replace(finding, suggestions=offered)


def case_of(settled: Settled, unit: Unit, draft: Draft) -> Case:
    """Tell what the bank needs to know of a finding to choose lines for it."""
    match, line, bank = settled.match, draft.line, draft.bank
    theme = theme_of(settled, unit, draft)
    carried = carry(settled, unit, line, bank, theme.name if theme else "")
    theme = theme or bank.themes.get(carried.theme)
    said, lines = said_in(within(unit, match), line, bank), bank.reframings.get(match.card.lines)
    closed = not (theme and match.card.theme.startswith("from-slot"))
    return Case(match.card.category, theme, carried, seed_of(match.first, line), said, lines, closed)


def theme_of(settled: Settled, unit: Unit, draft: Draft) -> Theme | None:
    """Read the theme: the card's own, or the one that the slot, the match or the sentence speaks of.

    What weak signs mark says little, so there a single word is not enough.
    """
    words, match, bank = draft.line.text.words, settled.match, draft.bank
    if match.card.theme in bank.themes:
        return bank.themes[match.card.theme]
    name = match.card.theme.partition(":")[2]
    slots = [words[first : last + 1] for slot, first, last in match.slots if slot == name]
    own = [] if match.card.is_weak else [words[match.first : match.last + 1]]
    near = next(filter(None, map(bank.topics.theme_of, [*slots, *own])), "")
    return bank.themes.get(near or bank.topics.theme_of(words[unit.first : unit.last + 1], TOLD))


def fit(stance: Stance, text: str, unit: Unit, address: str, draft: Draft) -> Suggestion:
    """Speak in the writer's voice, and mend the joints where the sentence goes on before or after."""
    line = draft.line
    spoken, unit = joined(draft.voice.speak(text), unit, draft)
    start = line.text.starts[unit.first]
    if unit.last == line.spans[line.sentence_of(unit.first)].last:
        last = before_faces(unit, line, draft.bank)
        return Suggestion(stance, addressed(spoken, address), start, line.text.ends[last])
    if draft.voice.lower:
        return Suggestion(stance, spoken.rstrip("."), start, line.text.ends[unit.last])
    rest = line.text.draft[line.text.ends[unit.last] : line.text.ends[line.spans[line.sentence_of(unit.first)].last]]
    if goes_on(unit, line) and spoken[-1] not in "?!" and not is_flagged(spoken.rstrip(".") + rest, draft.bank):
        return Suggestion(stance, spoken.rstrip("."), start, line.text.ends[unit.last])
    end, word = tail_of(unit, line)
    return Suggestion(stance, f"{spoken}{'' if spoken[-1] in '.?!' else '.'} {word}", start, end)


def joined(text: str, unit: Unit, draft: Draft) -> tuple[str, Unit]:
    """Join a text to what stays in front; where both together would be flagged, replace that too."""
    first, line = draft.line.spans[draft.line.sentence_of(unit.first)].first, draft.line
    if unit.first == first or not (unit.joined or line.text.slice(unit.first, unit.first)[0].islower()):
        return text, unit
    lowered = lower_start(text)
    if unit.joined and is_flagged(f"{line.text.slice(first, unit.first - 1)} {lowered}", draft.bank):
        return text, whole_before(unit, line, draft.bank)
    return lowered, unit
