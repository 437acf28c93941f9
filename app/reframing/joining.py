"""What was taken -> mends: kept sentences that leaned on a replaced one are made to stand by themselves."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from app.checker import is_flagged
from app.records import Mend
from app.reframing.voice import hear_voice, upper_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.bank import Bank
    from app.bank.joints import Lead
    from app.checker.matches import Line
    from app.checker.sentences import Span
    from app.records import Finding, Taken

LEAST = 2  # words: what stays of a sentence once its lead is gone


def mend(taken: Sequence[Taken], findings: Sequence[Finding], line: Line, bank: Bank) -> tuple[Mend, ...]:
    """Mend the kept sentences right after replaced words, in the order of the draft."""
    starts = line.text.starts
    spots = {line.sentence_of(bisect_left(starts, each.start)): each for each in taken}  # the last of a sentence
    limits = {each.sentence.start: start_of(each) for each in reversed(findings)}
    mends: list[Mend] = []
    before: Taken | None = None
    for place, span in enumerate(line.spans):
        limit = limits.get(starts[span.first], line.text.ends[span.last])
        own = spots.get(place)
        made = _mend(span, before, limit, line, bank) if before else None
        made = None if own and made and own.start < made.end else made
        mends += [made] if made else []
        if own:
            before = own if _reaches_end(own, span, line) else None
        elif not made or made.text:  # after a fragment that goes, the next sentence leans on the same words
            before = None
    return tuple(mends)


def start_of(finding: Finding) -> int:
    """Give where the words begin that a finding or one of its suggestions is about."""
    return min([finding.start, *(suggestion.start for suggestion in finding.suggestions)])


def _reaches_end(own: Taken, span: Span, line: Line) -> bool:
    """Tell whether no word of the sentence stands after what was taken."""
    following = range(bisect_left(line.text.starts, own.end), span.last + 1)
    return not any(line.text.words[token][-1].isalnum() for token in following)


def _mend(span: Span, before: Taken, limit: int, line: Line, bank: Bank) -> Mend | None:
    """Mend one sentence, a lead only up to a limit in the draft, where words begin that may change themselves."""
    text = line.text
    words = text.words[span.first : span.last + 1]
    if _bare(words) in bank.joints.fragments:
        return Mend(text.starts[span.first], text.ends[span.last], "", before.end)
    for said, lead in bank.joints.leads:
        if words[: len(said)] == said and lead.leans(words[len(said) :], before.text):
            made = _without(span, len(said), lead, before, line)
            return made if made and made.end < limit and not _is_flagged(made, span, line, bank) else None
    return None


def _bare(words: Sequence[str]) -> str:
    """Give the words of a sentence without marks and faces at its end."""
    last = len(words)
    while last and not words[last - 1][-1].isalnum():
        last -= 1
    return " ".join(words[:last])


def _without(span: Span, length: int, lead: Lead, before: Taken, line: Line) -> Mend | None:
    """Leave out a lead of so many tokens, or put the other words in its place, in the writer's voice."""
    text = line.text
    first = span.first + length
    while first < span.last and not text.words[first][-1].isalnum():
        first += 1
    if sum(word[-1].isalnum() for word in text.words[first : span.last + 1]) < LEAST:
        return None
    start, end = text.starts[span.first], text.starts[first] + 1
    letter = text.draft[end - 1]
    if lead.instead:
        return Mend(start, end, f"{hear_voice(text.draft).speak(lead.instead)} {letter}", before.end)
    return Mend(start, end, upper_start(letter) if text.draft[start].isupper() else letter, before.end)


def _is_flagged(made: Mend, span: Span, line: Line, bank: Bank) -> bool:
    return is_flagged(made.text + line.text.draft[made.end : line.text.ends[span.last]], bank)
