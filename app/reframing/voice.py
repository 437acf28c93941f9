"""The writer's voice: lower case, missing full stops, "u" and "dont" go in, and come out again."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_START = re.compile(r"(?:^|[.!?\n]\s+)([^\W\d_])")
SHORT_FORMS = {"you": "u", "your": "ur", "you're": "ur", "are": "r", "because": "bc", "please": "pls"}
OTHERWISE_OTHER_WORDS = frozenset(("we're", "we'll", "he'll", "she'll"))  # these keep their apostrophe
HALF = 0.5  # share of sentence starts in lower case from which a draft is written that way


@dataclass(frozen=True, slots=True)
class Voice:
    """What a draft does differently from a letter."""

    lower: bool
    no_stops: bool
    no_apostrophes: bool
    curly: bool
    short: frozenset[str]

    def speak(self, text: str) -> str:
        """Put a suggestion into this voice; words carried from the draft already are in it."""
        if self.lower:
            text = lower_starts(text)
        if self.short or self.no_apostrophes:
            text = WORD.sub(self._respell, text)
        if self.no_stops:
            text = re.sub(r"\.$", "", text)
        return text.replace("'", "’") if self.curly else text

    def _respell(self, match: re.Match[str]) -> str:
        word = match.group()
        plain = word.lower().replace("’", "'")
        if SHORT_FORMS.get(plain) in self.short:
            return SHORT_FORMS[plain]
        return plain.replace("'", "") if self.no_apostrophes and plain not in OTHERWISE_OTHER_WORDS else word


def hear_voice(draft: str) -> Voice:
    """Read the voice off a draft."""
    words = set(WORD.findall(draft.lower()))
    starts = SENTENCE_START.findall(draft)
    lower = bool(starts) and sum(start.islower() for start in starts) / len(starts) > HALF
    return Voice(
        lower=lower and not re.search(r"\bI\b", draft),
        no_stops=not re.search(r"\w[.](?:\s|$)", draft) and len(draft.split()) > 1,
        no_apostrophes=not re.search(r"\w['’]\w", draft) and not words.isdisjoint(TYPED),
        curly="’" in draft,
        short=frozenset(words.intersection(SHORT_FORMS.values())),
    )


TYPED = frozenset(("im", "ive", "dont", "cant", "wont", "youre", "thats", "ill", "didnt", "doesnt", "isnt", "wasnt"))


def lower_starts(text: str) -> str:
    """Write sentence starts and the word I in lower case."""
    text = re.sub(r"(^|[.!?]\s+)([^\W\d_])", lambda match: match[1] + match[2].lower(), text)
    return re.sub(r"\bI\b", "i", text)


def upper_start(text: str) -> str:
    """Write the first letter in upper case."""
    return text[:1].upper() + text[1:]


def lower_start(text: str) -> str:
    """Write the first letter in lower case, but for the word I."""
    return text if re.match(r"I\b", text) else text[:1].lower() + text[1:]
