"""The pattern language: its signs, and what is refused before it could silently mean something else."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import re2

Spans = list[tuple[int, int]]  # of a whole match and of its groups
Matcher = Callable[[bytes, int, int], Spans]
SHORT_GAP, LONG_GAP = 3, 8  # words
SLOT_WORDS = 8  # words: longer captures stop being one idea
LEFT = r"(?:(?<![^ (|\[])|(?<= \)\?)|(?<= \)))"  # no part of a word stands right before; "(so )late" is two words
RIGHT = r"(?:(?![^ )|\]])|(?=\( ))"  # nor right after, as in kid(s)
ITEM = re.compile(
    rf"(?P<flat>{LEFT}[(\[][a-z0-9' |]+[)\]]{RIGHT})"
    rf"|(?P<open>{LEFT}[(\[]|[(\[](?= ))|(?P<close>[)\]]\??{RIGHT}|(?<= )[)\]]\??)|(?P<bar>\|)|(?P<space> +)"
    rf"|(?P<word>{LEFT}[a-z0-9'~]+{RIGHT})|(?P<mark><[^<>a-z ]+>)|(?P<cls>{LEFT}<[^<> ]+>{RIGHT})"
    r"|(?P<slot>\{[^{}]*\})|(?P<gap>\.\.\.?(?= ))"
    r"|(?P<glued_open>[(\[])|(?P<glued_close>[)\]]\??)|(?P<part>[a-z0-9'~]+|.)"
)
OPEN, CLOSE = {"open", "glued_open"}, {"close", "glued_close"}
MARKS = {"<?>": r"\?", "<!>": "!", "<,>": ",", '<">': '"', "<...>": r"\.\.\.", "<->": "-", "<;>": ";", "<:>": ":"}
NAMED = re.compile(r"<[^<> ]+>")
PLAIN = re.compile(
    r"\^?(?:[A-Za-z0-9'’ ()|-]|<[^<> ]+>|\{[a-z_]+(?::[1-9])?\}"
    r"|(?<= )\.\.\.?(?= [^ $])|(?<![^ ])\[[A-Za-z0-9'’, |-]+\](?![^ ]))+\$?"
)
STRAY = re.compile(r"[\[\]^$]|(?<![ .])\.{2,3}(?![ .])|\.\.$")


def is_plain(pattern: str) -> bool:
    """Tell whether a pattern holds only words, classes, slots and gaps in their places, and brackets that match."""
    if not PLAIN.fullmatch(pattern):
        return False
    brackets = re.sub(r"[^()]", "", pattern)
    while "()" in brackets:
        brackets = brackets.replace("()", "")
    return not brackets


def refuse_strays(body: str) -> None:
    """Raise ValueError where a sign stands in a place in which it would silently mean something else."""
    if found := STRAY.search(NAMED.sub("", body)):
        raise ValueError(
            f"`{found.group()}` cannot stand here: ^ only starts and $ only ends a pattern, "
            "[ ] and gaps have a space on each side, no gap ends a pattern, and [ ] are not nested"
        )


def options() -> re2.Options:
    """Give RE2's options: quiet, and over bytes, since text in one spelling is ASCII."""
    chosen = re2.Options()
    chosen.log_errors = False
    chosen.encoding = re2.Options.Encoding.LATIN1
    return chosen


def compile_pattern(source: str) -> re2._Regexp:
    """Compile one RE2 source over ASCII bytes."""
    return re2.compile(source.encode("ascii"), options())


def matcher(regexp: re2._Regexp) -> Matcher:
    """Give a function from a text and two places to the spans of the first match between them, (-1, -1) for none.

    It asks RE2 itself: what `search` wraps around each match takes five times as long as most matches do.
    """
    if (exact := getattr(regexp, "_regexp", None)) and hasattr(exact, "Match"):
        return partial(exact.Match, exact.Anchor.UNANCHORED)

    def search(text: bytes, start: int, end: int) -> Spans:
        found = regexp.search(text, start, end)
        return [found.span(group) for group in range(regexp.groups + 1)] if found else [(-1, -1)]

    return search


def refuse_source(source: str) -> None:
    """Raise ValueError in RE2's own words where it does not take a source; parses without compiling."""
    try:
        re2.Set.SearchSet(options()).Add(source.encode("ascii"))
    except re2.error:
        raise ValueError(refusal(source)) from None


def refusal(source: str) -> str:
    """Say in RE2's own words why it does not take a source."""
    try:
        compile_pattern(source)
    except re2.error as error:
        fault = error.args[0]
        return fault.decode() if isinstance(fault, bytes) else str(fault)
    return "too large; split it"
