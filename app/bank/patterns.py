"""A pattern as an author writes it -> RE2: classes, slots, gaps and optional words compiled to linear time.

you [really|just] (never|don't) .. <care-verb> {act}
    [a|b]    optional words          <class>    a word of lexicon.toml; <class:ing> one form; <a|b> either
    ..  ...  a gap of up to 3 or 8   {act}      a slot: 1 to 8 words of the writer; {act:3} up to 3
    ^  $     start, end of sentence  <?> <!> <,> <"> <...>   these marks themselves
No gap and no slot ever runs over a punctuation mark.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from app.bank.needs import NOTHING
from app.bank.sketch import SketchReader
from app.bank.syntax import LONG_GAP, MARKS, NAMED, SHORT_GAP, SLOT_WORDS, is_plain, refuse_source, refuse_strays

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.bank.lexicon import Lexicon
    from app.bank.sketch import Sketch

WORD = r"[a-z0-9~'][^ ]*"
BODY = "body"  # the group after the openers: they are not part of a hit
AGAIN = "__"  # then the place in the pattern: a slot may stand in several alternatives, a group's name only once
SIGN = re.compile(r"(?P<cls><[^<> ]+>)|\{(?P<slot>[a-z_]+)(?::(?P<most>\d+))?\}|(?P<gap> ?\.\.\.? )")
TYPED = re.compile(r"<[^<> ]+>|\{[^{}]*\}|([A-Za-z0-9][A-Za-z0-9'-]*)")
OPTIONAL = re.compile(r"\[([^\[\]]+)\] ")
OPTIONAL_LAST = re.compile(r"(?: \[[^\[\]]+\])+(?=$|[)|$])")  # these bring the space before them
START = r"\n (?:(?:{openers}) )*"
EDGE = r"(?:\b|\B(?: |$))"  # the end of a word, or the space after a mark
END = r"(?: [)\"'])*(?: (?:[.?!\n]|\.\.\.|:[a-z]+:)|$)"


class PatternCompiler:
    """Turn authors' patterns into RE2 sources over text in one spelling, and tell the words they need."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._classes: dict[str, str] = {}
        self._openers = frozenset(word for phrase in lexicon.members("opener") for word in phrase.split())

    @cached_property
    def _reader(self) -> SketchReader:
        return SketchReader(self.lexicon.members)

    def forget(self) -> None:
        """Let go of what only helped to read many patterns in a row."""
        self.__dict__.pop("_reader", None)

    def refuse(self, pattern: str) -> None:
        """Raise BankError or ValueError, in words an author can use, where a pattern is wrong.

        Most patterns show at a glance that nothing is: RE2 reads only the others.
        """
        for name in NAMED.findall(pattern):
            if name not in MARKS:
                self._known(name[1:-1])
        if not is_plain(pattern):
            refuse_source(self.shape(pattern))

    def sketch(self, pattern: str) -> Sketch:
        """Give what a sentence must have for the pattern to hit."""
        openers = self._openers if pattern.startswith("^") else NOTHING
        return self._reader.sketch(self._spelled(pattern).removeprefix("^").removesuffix("$"), openers)

    def shape(self, pattern: str) -> str:
        """Give the RE2 source with a letter for each class: all that a mistake shows in."""
        return self._write(pattern, self._known)

    def source(self, pattern: str) -> str:
        """Give the RE2 source; BankError names a class that does not exist."""
        return self._write(pattern, self.named)

    def _write(self, pattern: str, classes: Callable[[str], str]) -> str:
        spaced = optional(self._spelled(pattern).replace("(", "(?:").replace(" $", "$"))
        anchored, body = spaced.startswith("^"), spaced.removeprefix("^").removesuffix("$").strip()
        refuse_strays(body)
        start = START.format(openers=classes("opener")) if anchored else ""
        body = SIGN.sub(lambda match: self._sign(match, match.end() == len(body), classes), body)
        opening = f"(?P<{BODY}>" if anchored else "(?:"
        return f" {start}{opening}{body}){END if spaced.endswith('$') else EDGE}"

    def _spelled(self, pattern: str) -> str:
        """Bring an author's words to the one spelling; most patterns are in it already."""
        pattern = pattern.replace("’", "'")
        typed = {word for word in TYPED.findall(pattern) if word}
        if self.lexicon.spelling.table.keys().isdisjoint(typed) and all(map(str.isalnum, typed)):
            return pattern.lower()
        return TYPED.sub(lambda match: self.lexicon.spell(match[1]) if match[1] else match[0], pattern)

    def _sign(self, match: re.Match[str], last: bool, classes: Callable[[str], str]) -> str:
        if match["cls"]:
            return MARKS.get(match["cls"]) or classes(match["cls"][1:-1])
        if match["gap"]:
            return self._gap(match["gap"])
        more = int(match["most"] or SLOT_WORDS) - 1
        return f"(?P<{match['slot']}{AGAIN}{match.start()}>{WORD}(?: {WORD}){{0,{more}}}{'' if last else '?'})"

    def _gap(self, sign: str) -> str:
        most = LONG_GAP if "..." in sign else SHORT_GAP
        if sign.startswith(" "):
            return f"(?: {WORD}){{0,{most}}}? "
        return f"(?:{WORD} ){{0,{most}}}?"  # the optional words before it bring their own space

    def named(self, name: str) -> str:
        """Give the alternatives of a class, or of several: "a|b", longest first."""
        if name not in self._classes:
            words = {word for part in name.split("|") for word in self.lexicon.members(part)}
            ordered = sorted(words, key=lambda word: (-len(word), word))
            self._classes[name] = "(?:" + "|".join(MARKS.get(f"<{word}>", re.escape(word)) for word in ordered) + ")"
        return self._classes[name]

    def _known(self, name: str) -> str:
        """Stand for a class while only the shape of a pattern is looked at."""
        for part in name.split("|"):
            self.lexicon.members(part)
        return "x"


def optional(pattern: str) -> str:
    """Write [a|b] as an optional group that brings its own space."""
    pattern = OPTIONAL_LAST.sub(lambda run: re.sub(r" \[([^\[\]]+)\]", r"(?: (?:\1))?", run.group()), pattern)
    return OPTIONAL.sub(r"(?:(?:\1) )?", pattern)
