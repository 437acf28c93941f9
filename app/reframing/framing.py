"""Draft -> frame: a soft start and an end with room for a no, offered where the draft has none; only on request."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec

from app.checker import is_flagged, read
from app.reframing.voice import hear_voice, upper_start

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.framing import Register
    from app.checker.matches import Line
    from app.records import Report
    from app.reframing.voice import Voice

OFFERED = 2  # lines: a choice, not a list
NAME = 2  # words
GREETING = 3  # tokens: a greeting or a name stands among the first
SIGN_OFF = 6  # words: a longer last line says something
LONG = 120  # words: such a draft is a letter, greeting or not
ENDS = '.?!…)”"'


class Frame(msgspec.Struct, frozen=True):
    """What is offered around a message: lines with the white space that joins them, and where the closing goes.

    `at` is an offset of the draft in code points; openers go in front of all. No lines where the draft has its own.
    """

    openers: tuple[str, ...]
    closings: tuple[str, ...]
    at: int


def frame(draft: str, report: Report, bank: Bank) -> Frame:
    """Offer lines in the draft's voice, the same for the same draft; none where words should not be polished."""
    line, voice = read(draft, bank), hear_voice(draft)
    at = max([_end(line, bank), *(each.end for each in report.taken)])
    if report.message is None or not (report.findings or report.strengths):
        return Frame((), (), at)
    register = _register(line, voice)
    openers = () if _begins_softly(line, report, bank) else _offer(bank.framing.opener.of(register), draft, voice, bank)
    is_closed = "room-for-no" not in report.missing
    closings = () if is_closed else _offer(bank.framing.closing.of(register), draft, voice, bank)
    after, before = _gap(_space_after(line), draft[:at], voice), _gap(_space_before(line, at), draft[:at], voice)
    return Frame(tuple(f"{text}{after}" for text in openers), tuple(f"{before}{text}" for text in closings), at)


def _register(line: Line, voice: Voice) -> Register:
    if voice.lower or voice.no_stops:
        return "texting"
    greets = line.text.words[:1] == ("dear",)
    return "letter" if greets or "\n\n" in line.text.draft or len(line.text.words) > LONG else "plain"


def _begins_softly(line: Line, report: Report, bank: Bank) -> bool:
    """Tell whether the first sentence greets, names somebody, or says something good."""
    span, text = line.spans[0], line.text
    words = text.words[span.first : span.last + 1]
    calls = bank.lexicon.set_of("greeting") | bank.lexicon.set_of("endearment") | bank.lexicon.set_of("first-name")
    is_named = words[1:2] == (",",) and text.slice(span.first, span.first)[0].isupper()
    is_good = any(each.start < text.ends[span.last] for each in report.strengths)
    said = f" {' '.join(words)} "
    is_soft = is_good or is_named or any(f" {sign} " in said for sign in bank.framing.softly)
    return is_soft or not calls.isdisjoint(words[:GREETING])


def _offer(lines: tuple[str, ...], draft: str, voice: Voice, bank: Bank) -> tuple[str, ...]:
    """Choose lines from the draft's own place in the list; in no voice may one be flagged."""
    seed = crc32(draft.encode("utf-8", "replace"))
    start = str if voice.lower else upper_start
    turned = (start(voice.speak(lines[(seed + place) % len(lines)])) for place in range(len(lines)))
    return tuple(islice((text for text in turned if not is_flagged(text, bank)), OFFERED))


def _end(line: Line, bank: Bank) -> int:
    """Give where the last sentence ends that is no sign-off: "Love, Jo x"."""
    last = len(line.spans) - 1
    while last > 0 and _is_sign_off(line, last, bank):
        last -= 1
    return line.text.ends[line.spans[last].last] if line.spans else 0


def _is_sign_off(line: Line, place: int, bank: Bank) -> bool:
    """Tell a short sentence of a line of its own, or of two words, that is made of names and farewells."""
    span, text = line.spans[place], line.text
    tokens = [token for token in range(span.first, span.last + 1) if text.words[token][-1].isalnum()]
    known = bank.framing.farewell | bank.lexicon.set_of("first-name") | bank.lexicon.set_of("endearment")
    named = (text.words[token] in known or _is_name(text.slice(token, token)) for token in tokens)
    is_apart = "\n" in text.draft[text.ends[line.spans[place - 1].last] : text.starts[span.first]]
    return len(tokens) <= (SIGN_OFF if is_apart else NAME) and all(named)


def _is_name(word: str) -> bool:
    return word[0].isupper() and word != "I"


def _space_after(line: Line) -> str:
    """Give the white space after the first sentence."""
    rest = line.text.draft[line.text.ends[line.spans[0].last] :]
    return rest[: len(rest) - len(rest.lstrip())]


def _space_before(line: Line, at: int) -> str:
    """Give the white space before the last sentence up to a place."""
    starts = [line.text.starts[span.first] for span in line.spans if line.text.starts[span.first] < at]
    before = line.text.draft[: starts[-1]]
    return before[len(before.rstrip()) :]


def _gap(space: str, before: str, voice: Voice) -> str:
    """Give the white space between a line and its neighbour: a line end where the draft has them, or no full stops."""
    if "\n" in space:
        return space
    is_ended = before.rstrip()[-1:] in ENDS and not voice.no_stops
    return " " if is_ended else "\n"
