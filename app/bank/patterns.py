"""A pattern as an author writes it -> RE2: classes, slots, gaps and optional words compiled to linear time.

you [really|just] (never|don't) .. <care-verb> {act}
    [a|b]    optional words          <class>    a word of lexicon.toml; <class:ing> one form; <a|b> either
    ..  ...  a gap of up to 3 or 8   {act}      a slot: 1 to 8 words of the writer; {act:3} up to 3
    ^  $     start, end of sentence  <?> <!> <,> <"> <...>   these marks themselves
No gap and no slot ever runs over a punctuation mark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import re2

if TYPE_CHECKING:
    from app.bank.lexicon import Lexicon

WORD = r"[a-z0-9~'][^ ]*"
SLOT_WORDS = 8  # words: longer captures stop being one idea
PIECE = re.compile(
    r"(?P<cls><[^<> ]+>)|\{(?P<slot>[a-z_]+)(?::(?P<most>\d+))?\}|(?P<gap> \.\.\.? )|(?P<open>\((?!\?))"
    r"|(?P<word>[A-Za-z0-9][A-Za-z0-9'’-]*)|(?P<rest>.)"
)
MARKS = {"<?>": r"\?", "<!>": "!", "<,>": ",", '<">': '"', "<...>": r"\.\.\.", "<->": "-", "<;>": ";", "<:>": ":"}
OPTIONAL_BEFORE = re.compile(r"\[([^\[\]]+)\] ")
OPTIONAL_AFTER = re.compile(r" \[([^\[\]]+)\]")
START = r"\n (?:(?:{openers}) )*"
END = r"(?: [)\"'])*(?: (?:[.?!\n]|\.\.\.|:[a-z]+:)|$)"


class PatternCompiler:
    """Turn authors' patterns into RE2 sources over text in one spelling."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._classes: dict[str, str] = {}

    def source(self, pattern: str) -> str:
        """Give the RE2 source of one pattern; ValueError or BankError says what is wrong with it."""
        spaced = OPTIONAL_AFTER.sub(r"(?: (?:\1))?", OPTIONAL_BEFORE.sub(r"(?:(?:\1) )?", pattern.replace("’", "'")))
        anchored, body = spaced.startswith("^"), spaced.removeprefix("^").removesuffix("$").strip()
        ended = END if spaced.endswith("$") else r"(?:\b|\B(?: |$))"
        start = START.format(openers=self.named("opener")) if anchored else ""
        return f" {start}(?:{''.join(self._pieces(body))}){ended}"

    def checked_source(self, pattern: str) -> str:
        """Give the source after RE2 has accepted it; ValueError carries RE2's own words."""
        source = self.source(pattern)
        compile_pattern(source)
        return source

    def _pieces(self, body: str) -> list[str]:
        return [self._piece(match, match.end() == len(body)) for match in PIECE.finditer(body)]

    def _piece(self, match: re.Match[str], last: bool) -> str:
        if match["cls"]:
            return self._class(match["cls"])
        if match["slot"]:
            more = int(match["most"] or SLOT_WORDS) - 1
            return f"(?P<{match['slot']}>{WORD}(?: {WORD}){{0,{more}}}{'' if last else '?'})"
        if match["gap"]:
            return f"(?: {WORD}){{0,{3 if match['gap'] == ' .. ' else 8}}}? "
        if match["word"]:
            return re.escape(self.lexicon.spell(match["word"])).replace(r"\ ", " ")
        return "(?:" if match["open"] else str(match["rest"])

    def _class(self, name: str) -> str:
        return MARKS.get(name) or self.named(name[1:-1])

    def named(self, name: str) -> str:
        """Give the alternatives of a class, or of several: "a|b"."""
        if name not in self._classes:
            words = [word for part in name.split("|") for word in self.lexicon.members(part)]
            ordered = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
            self._classes[name] = "(?:" + "|".join(MARKS.get(f"<{word}>", re.escape(word)) for word in ordered) + ")"
        return self._classes[name]


def options(memory: int = 0) -> re2.Options:
    """Give RE2's options: quiet, and over bytes, since text in one spelling is ASCII."""
    chosen = re2.Options()
    chosen.log_errors = False
    chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.max_mem = memory or chosen.max_mem
    return chosen


def compile_pattern(source: str) -> re2._Regexp:
    """Compile one RE2 source; ValueError carries RE2's own words."""
    try:
        return re2.compile(source.encode("ascii"), options())
    except re2.error as error:
        fault = error.args[0] if error.args else error
        raise ValueError(fault.decode() if isinstance(fault, bytes) else str(fault)) from None
