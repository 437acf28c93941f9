"""What each sign of the pattern language means."""

from __future__ import annotations

import re
from contextlib import suppress
from random import Random
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from app.bank.errors import BankError
from app.bank.patterns import PatternCompiler
from app.bank.patternset import PatternSet, Rule
from app.bank.syntax import is_plain, matcher, refuse_source
from app.checker import read

if TYPE_CHECKING:
    from app.bank import Bank


def hits(bank: Bank, pattern: str, text: str) -> list[str]:
    """Give the words that each slot caught, or the whole hit where there is no slot."""
    line = read(text, bank)
    rules = PatternSet([Rule("x", pattern, PatternCompiler(bank.lexicon))])
    found = [hit for view in line.views for hit in rules.hits(line.norm, view)]
    spans = [hit.slots[0][1:] if hit.slots else (hit.start, hit.end) for hit in found]
    return [line.norm.decode()[start:end].strip() for start, end in spans]


@pytest.mark.parametrize(
    ("pattern", "text", "wanted"),
    [
        ("you never listen", "You never listen.", ["you never listen"]),
        ("you never listen", "you never listened", []),
        ("you don't care", "u dont care", ["you do not care"]),
        ("you [really|just] never", "You just never ask", ["you just never"]),
        ("you never [ever] ask", "You never ask", ["you never ask"]),
        ("you never [ever]", "You never ever", ["you never ever"]),
        ("you (always|never) ask", "you never ask, you always ask", ["you never ask", "you always ask"]),
        ("you .. never", "you really just never", ["you really just never"]),
        ("you .. never", "you never", ["you never"]),
        ("you .. never", "you, who never", []),
        ("you .. never", "you one two three four never", []),
        ("you ... never", "you one two three four never", ["you one two three four never"]),
        ("you [do] ... ask", "you do one two ask", ["you do one two ask"]),
        ("you never {act}", "you never help me with it. ok", ["help me with it"]),
        ("you never {act:2}", "you never help me with it", ["help me"]),
        ("you {act} again", "you left me again", ["left me"]),
        ("^stop", "Please stop", ["stop"]),
        ("^stop", "we can stop", []),
        ("^stop", "No. Stop", ["stop"]),
        ("forget it$", "Forget it.", ["forget it ."]),
        ("forget it$", "Forget it happened.", []),
        ("do you care <?>", "Do you care?", ["do you care ?"]),
        ("<clause> stop", "Fine, stop", [", stop"]),
        ("you are <trait>", "you're so what, you're selfish", ["you are selfish"]),
        ("<hostile-verb:ing> me", "ignoring me, ignored me", ["ignoring me"]),
        ("mum's side", "my mum's side", ["mom 's side"]),
        ("mom 's side", "my mum's side", ["mom 's side"]),
        ("man-child", "what a man child", ["man child"]),
        ("never", "nevertheless", []),
    ],
)
def test_sign(bank: Bank, pattern: str, text: str, wanted: list[str]) -> None:
    assert [found.removeprefix("\n").strip() for found in hits(bank, pattern, text)] == wanted


@pytest.mark.parametrize(
    "pattern", ["you ^never", "you$ never", "you [a [b] c] never", "you..never", "you [a]never", "you never .."]
)
def test_a_sign_in_a_wrong_place_is_refused(bank: Bank, pattern: str) -> None:
    with pytest.raises(ValueError, match="cannot stand here"):
        PatternCompiler(bank.lexicon).refuse(pattern)


def test_a_sketch_never_hides_a_hit(bank: Bank) -> None:
    """Whatever a pattern hits when it is run on every sentence, it also hits when its sketch is asked first."""
    hidden = []
    for rule in bank.card_rules.rules:
        for example in (*rule.owner.catches, *rule.owner.spares):
            line = read(example, bank)
            for view in line.views:
                hit = rule.regexp.search(line.norm, view.start, view.end)
                if hit and rule not in bank.card_rules.candidates(view):
                    hidden.append((rule.owner.id, example))
    assert hidden == []


def test_few_patterns_are_run_in_vain(bank: Bank) -> None:
    """The sketch is there to keep patterns from being run: at least three of ten that are run must hit."""
    run = hits = 0
    for rule in bank.card_rules.rules[::9]:
        line = read(rule.owner.catches[0], bank)
        for view in line.views:
            found = bank.card_rules.candidates(view)
            run += len(found)
            hits += sum(rule.regexp.search(line.norm, view.start, view.end) is not None for rule in found)
    assert 0 < run <= 3.3 * hits


def test_spans_are_those_that_the_library_gives_and_need_none_of_its_inner_names(bank: Bank) -> None:
    for rule in bank.card_rules.rules[::50]:
        public = SimpleNamespace(search=rule.regexp.search, groups=rule.regexp.groups)
        for example in rule.owner.catches:
            norm = read(example, bank).norm
            found = rule.regexp.search(norm)
            wanted = [found.span(group) for group in range(rule.regexp.groups + 1)] if found else [(-1, -1)]
            for find in (matcher(rule.regexp), matcher(public)):
                spans = find(norm, 0, len(norm))
                assert (spans if found else spans[:1]) == wanted


def test_patterns_mean_the_same_to_another_engine(bank: Bank) -> None:
    """RE2's dialect is a part of Python's: every card's patterns find the same spans with both."""
    differ = []
    for rule in bank.card_rules.rules:
        other = re.compile(rule.regexp.pattern, re.ASCII)
        for example in (*rule.owner.catches, *rule.owner.spares):
            norm = read(example, bank).norm
            if [m.span() for m in rule.regexp.finditer(norm)] != [m.span() for m in other.finditer(norm)]:
                differ.append((rule.owner.id, example))
    assert differ == []


@pytest.mark.parametrize(
    ("pattern", "steps"),
    [
        ("you never listen", ["you ->never ->listen"]),
        ("^stop it", ["->stop ->it"]),
        ("[so] stop", ["stop"]),
        ("you [really|just do] never", ["you never"]),
        ("you .. never", ["you never"]),
        ("you {act} again", ["you again"]),
        ("you (run|run off home) again", ["you ->run|run off home again"]),
        ("you (do {act}|went) off", ["you ->do off", "you ->went ->off"]),
        ("kid(s) cry", ["cry"]),
        ("the (so )?late train", ["the late ->train"]),
        ("you (are|were) (late|out of {act})", ["you ->are|were ->late", "you ->are|were ->out ->of"]),
        ("(ask it [now]|go [now]|run [now]|sit [now]|lie [now]) off", ["ask it|go|lie|run|sit off"]),
    ],
)
def test_steps(bank: Bank, pattern: str, steps: list[str]) -> None:
    ways = PatternCompiler(bank.lexicon).sketch(pattern)
    shown = [[("->" if step.near else "") + "|".join(sorted(step.words)) for step in way.steps] for way in ways]
    assert [" ".join(each) for each in shown] == steps


def test_what_is_plain_at_a_glance_is_right_to_re2_too(bank: Bank) -> None:
    """Patterns of the bank with something put in or taken out anywhere: mistakes as an author makes them."""
    compiler, plain = PatternCompiler(bank.lexicon), 0
    chance = Random(7)  # noqa: S311 - no secret
    for rule in bank.card_rules.rules[::2]:
        place = chance.randrange(len(rule.pattern))
        put = chance.choice(["", *"()[]|{}. ^$a", "..", " .. ", "(a|b)"])
        typed = rule.pattern[:place] + put + rule.pattern[place + chance.randrange(2) :]
        if is_plain(typed):
            plain += 1
            with suppress(BankError):  # a class with a letter more or less
                refuse_source(compiler.shape(typed))
    assert plain > 200
