"""Bank -> what an author should mend: examples that do not hold, lines that the check itself would flag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from app.bank.patternset import ExceptionSet
from app.bank.validate import LISTS, PLACEHOLDER
from app.checker import is_flagged, read
from app.checker.guards import spare, standing
from app.checker.matches import find_matches
from app.reframing.voice import upper_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from app.bank import Bank
    from app.bank.cards import Entry
    from app.bank.content import Stems, Theme
    from app.bank.patternset import PatternSet

Rule = TypeVar("Rule", bound="Entry")
Source = Literal["spares", "catches", "guards", "lines"]
SAMPLES = {
    "when": ("when I talk about my mum", "when I come home from work"),
    "topic": ("the kids' homework", "my mum", "money"),
    "time": ("on Tuesday", "last night", "this week"),
    "event": ("when you left the party early", "when you didn't call me from the airport", "when you laughed"),
    "habit": ("when you look at your phone", "when you don't reply to my texts", "when you play games"),
    "hoped": ("stand up for me on Sunday", "say something", "ring me from the airport"),
    "rest": ("that I lie awake at night", "when I come home", "in this kitchen"),
    "past_rest": ("at your cousin's wedding", "when I came home", "on Sunday"),
    "mine": ("I do the school runs", "I asked about it in March", "I've booked the 9th"),
    "act": ("help me with the kids' homework", "ask how my day was", "sit with me for a bit"),
}  # what writers' own words look like in a filled line


def lint(bank: Bank) -> Iterator[str]:
    """Yield every fault in words an author can use: which file, which entry, which example, what happened."""
    for place, name, example, should_hit, hits in examples(bank):
        if hits != should_hit:
            yield f"{place}: {name}: {'not caught' if should_hit else 'not spared'}: {example}"
    for place, text in lines(bank):
        if is_flagged(text, bank):
            yield f"{place}: flagged by the check itself: {text}"


def examples(bank: Bank) -> Iterator[tuple[str, str, str, bool, bool]]:
    """Yield file, entry, example, whether it should hit and whether it does, for every example of the bank."""
    for card in bank.cards:
        for example, should in _both(card):
            line = read(example, bank)
            hits = {match.card.id for match in standing(find_matches(line, bank.card_rules, bank.lexicon), line, bank)}
            yield f"checks/{card.category}.toml", card.name, example, should, card.id in hits
    for guard in bank.guards:
        for example, should in [(text, False) for text in guard.spares] + [(text, True) for text in guard.keeps]:
            yield "guards.toml", guard.name, example, should, is_flagged(example, bank)
    yield from _rule_examples("cues.toml", bank.cues, bank.cue_rules, ExceptionSet(()), bank)
    yield from _rule_examples("danger.toml", bank.danger, bank.danger_rules, ExceptionSet(()), bank)
    yield from _rule_examples("safety.toml", bank.safety, bank.safety_rules, bank.safety_exceptions, bank)
    yield from _rule_examples("strengths.toml", bank.strengths, bank.strength_rules, bank.strength_exceptions, bank)
    yield from _rule_examples("worries.toml", bank.worries, bank.worry_rules, bank.worry_exceptions, bank)


def _both(entry: Entry) -> list[tuple[str, bool]]:
    return [(text, True) for text in entry.catches] + [(text, False) for text in entry.spares]


def _rule_examples(
    place: str, entries: Sequence[Rule], rules: PatternSet[Rule], exceptions: ExceptionSet[Rule], bank: Bank
) -> Iterator[tuple[str, str, str, bool, bool]]:
    for entry in entries:
        for example, should in _both(entry):
            line = read(example, bank)
            kept = spare(list(find_matches(line, rules, bank.lexicon)), line, exceptions, bank.lexicon)
            yield place, entry.name, example, should, any(match.card is entry for match in kept)


def lines(bank: Bank) -> Iterator[tuple[str, str]]:
    """Yield every line that people may be offered, filled, with its place: themes, moves, worries, library."""
    for theme in bank.themes.values():
        place = f"themes/{theme.name}.toml"
        yield from ((place, text) for text in filled_stems(theme.stems, theme))
        yield from ((place, bridge) for bridge in theme.bridges)
        yield from ((place, f"I feel {feeling}.") for feeling in theme.feelings)
        yield from ((place, f"I'd like to {need}.") for need in theme.needs)
        yield from ((place, f"Could we {request}?") for request in theme.requests)
    for category, stems in bank.moves.items():
        yield from ((f"moves.toml: {category}", text) for text in filled_stems(stems, None))
    for worry in bank.worries:
        yield from ((f"worries.toml: {worry.name}", text) for text in filled_stems(worry.lines, None))
    for ident, stems in bank.reframings.items():
        yield from ((f"reframings: {ident}", text) for text in filled_stems(stems, None))
    for where in (bank.framing.opener, bank.framing.closing):
        yield from (("framing.toml", upper_start(text)) for text in (*where.plain, *where.texting, *where.letter))
    for situation in bank.phrases:
        yield from ((f"phrases/{situation.slug}.toml", phrase.text) for phrase in situation.phrases)


def judged(bank: Bank, importance: Mapping[Source, float]) -> Iterator[tuple[str, bool, float]]:
    """Yield what the bank itself says is kind or not, whether it is to be flagged, and how much it counts.

    Near misses, catches, near misses of guards and offered lines come in the order of their importance's keys.
    """
    texts: dict[Source, list[str]] = {
        "spares": [text for card in bank.cards for text in card.spares],
        "catches": [text for card in bank.cards for text in card.catches],
        "guards": [text for guard in bank.guards for text in guard.spares],
        "lines": [text for _, text in lines(bank)],
    }
    for source, counts in importance.items():
        yield from ((text, source == "catches", counts) for text in texts[source])


def filled_stems(stems: Stems, theme: Theme | None) -> Iterable[str]:
    """Give all lines of all stances with their placeholders filled, each value of each placeholder at least once."""
    every = (*stems.plain, *stems.warm, *stems.ask)
    return (upper_start(text) for template in every for text in _filled(template, theme))


def _filled(template: str, theme: Theme | None) -> Iterator[str]:
    choices = {name: _values(name, theme) for name in PLACEHOLDER.findall(template)}
    for turn in range(max((len(values) for values in choices.values()), default=1)):
        values = {name: options[turn % len(options)] for name, options in choices.items()}
        yield template.format(**values)


def _values(name: str, theme: Theme | None) -> tuple[str, ...]:
    if name in SAMPLES:
        return SAMPLES[name]
    words: tuple[str, ...] = getattr(theme, LISTS[name]) if theme else ()
    return words
