"""Weak signs: enough together make or confirm a finding, one alone never does, and guards still spare."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.bank.cards import Cue, DangerSign, DangerWeighing
from app.bank.dangerwords import DangerWords
from app.bank.leaning import Family, Words
from app.bank.patterns import PatternCompiler
from app.bank.patternset import PatternSet, Rule
from app.checker import find, read
from app.checker.findings import to_finding
from app.checker.matches import Match
from app.checker.safety import find_hinted, find_notices
from app.checker.signs import Signs, quiet, signs_of

if TYPE_CHECKING:
    from app.bank import Bank
    from app.records import Finding


def cue(name: str, pattern: str, weight: float, **more: object) -> Cue:
    base = {"name": name, "patterns": [pattern], "sign": f"a sign of {name}", "catches": [], "spares": []}
    return msgspec.convert({**base, "weight": weight, **more}, Cue)


@pytest.fixture(scope="module")
def small(bank: Bank) -> Bank:
    """Give a bank whose only cues are two anchors, a plain sign, and one that speaks against."""
    cues = (
        cue("moon", "moon", 0.75, category="criticism"),
        cue("cheese", "cheese", 0.5, category="contempt"),
        cue("very", "very", 0.75),
        cue("thanks", "thank", 1.0, against=True),
    )
    compiler = PatternCompiler(bank.lexicon)
    weighing = msgspec.structs.replace(
        bank.weighing,
        possible=1.0,
        clear=2.0,
        lift=0.75,
        doubt=-1.0,
        withdraw=-2.0,
        before=0.25,
        around=0.25,
        beside=1.75,
    )
    return replace(
        bank,
        cues=cues,
        weighing=weighing,
        words=Words(
            blame={"1": ("marvellous", "splendid")},
            kind={"1": ("sweet", "dear"), "0.5": ("kindly",)},
            families={
                "criticism": Family(base=0.0, tells={"0.75": ("#moon",)}, against={}),
                "guilt": Family(base=0.0, tells={"0.25": ("splendid",)}, against={}),
                "contempt": Family(
                    base=0.0, tells={"1": ("marvellous",), "0.5": ("#cheese",)}, against={"0.25": ("is out",)}
                ),
            },
        ),
        cue_rules=PatternSet(Rule(each, text, compiler) for each in cues for text in each.patterns),
    )


def found(text: str, bank: Bank) -> list[Finding]:
    line = read(text, bank)
    return [to_finding(each, line) for each in find(line, bank)]


def kinds(text: str, bank: Bank) -> list[tuple[str, str]]:
    return [(finding.card, finding.level) for finding in found(text, bank)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The moon is out.", []),
        ("The moon is very bright.", [("criticism.signs", "possible")]),
        ("The moon moon moon is out.", []),
        ("It is very very late.", []),
        ("The moon is very bright, thank heaven.", []),
        ("The moon is very cheese.", [("criticism.signs", "clear")]),
        ("The moon is cheese.", [("criticism.signs", "possible")]),
        ("The moon. It is very late.", []),
        ("The moon is marvellous.", [("contempt.signs", "possible")]),
        ("How marvellous.", []),
    ],
)
def test_signs_of_one_sentence_add_up(small: Bank, text: str, wanted: list[tuple[str, str]]) -> None:
    assert kinds(text, small) == wanted


def test_the_finding_marks_the_anchor_and_says_which_signs_met_but_no_number(small: Bank) -> None:
    (finding,) = found("It is very late and the moon is out.", small)
    assert finding.quote == "moon"
    assert finding.why.startswith("Two signs together: “a sign of moon” and “a sign of very”. Put together")
    assert not any(char.isdigit() for char in finding.why)


def test_a_lone_sign_is_told_with_the_words_beside_it(small: Bank) -> None:
    (finding,) = found("The moon is marvellous.", small)
    assert finding.why.startswith("A small sign: “a sign of moon”, beside “marvellous”. Put together")


def test_what_a_guard_withdrew_only_strong_signs_bring_back(small: Bank) -> None:
    weak, strong = Signs((), small.weighing.possible), Signs((), small.weighing.clear)
    withdrawn = [Match(small.cards[0], sentence, 0, 0) for sentence in (1, 2)]
    assert quiet({0: weak, 1: weak, 2: strong, 3: strong}, {3}, withdrawn, small) == {0: weak, 2: strong}


def test_a_guard_spares_an_anchor_too(small: Bank) -> None:
    assert kinds("I'm not saying the moon is very bright.", small) == []


def test_a_clear_finding_beside_it_tips_a_sentence_that_has_an_anchor(small: Bank) -> None:
    assert kinds("It is late. The moon is out.", small) == []
    assert kinds("You never listen to me. The moon is out.", small)[1:] == [("criticism.signs", "possible")]
    assert kinds("You never listen to me. It is late. The cheese is out.", small)[1:] == []
    assert kinds("You never listen to me. The cheese is out.", small)[1:] == [("contempt.signs", "possible")]
    assert kinds("You never listen to me. It is very late.", small)[1:] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("How splendid and marvellous.", []),
        ("You never listen to me. How splendid and marvellous.", [("contempt.signs", "possible")]),
        ("You never listen to me. How sweet and splendid and marvellous.", []),
        ("You never listen to me. How splendid.", []),
        ("The moon is marvellous. How splendid and marvellous.", [("contempt.signs", "possible")]),
        ("I'm not saying you never listen. How splendid and marvellous.", []),
    ],
)
def test_words_flag_beside_other_findings_only(small: Bank, text: str, wanted: list[tuple[str, str]]) -> None:
    assert kinds(text, small)[1:] == wanted


def test_what_words_found_is_marked_up_to_the_marks_around_and_names_them(small: Bank) -> None:
    finding = found("You never listen to me. How splendid and marvellous.", small)[1]
    assert finding.quote == "How splendid and marvellous"
    assert finding.why.startswith("Small words that tell: “splendid” and “marvellous”. Put together")


def test_words_may_tell_another_category_than_the_sign(small: Bank) -> None:
    (finding,) = found("The moon is marvellous.", small)
    assert (finding.category, finding.quote) == ("contempt", "The moon is marvellous")
    assert finding.why.startswith("A small sign: “a sign of moon”, beside “marvellous”")


@pytest.mark.parametrize(("text", "level"), [("You never help me, sweet, dear, kindly, friend.", "clear")])
def test_nothing_speaks_against_a_firm_sign(bank: Bank, text: str, level: str) -> None:
    words = Words(blame={}, kind={"1": ("sweet", "dear", "kindly", "friend")})
    assert [each.level for each in find(read(text, bank), replace(bank, words=words))] == [level]


def test_signs_lift_a_possible_finding(bank: Bank, small: Bank) -> None:
    card = next(
        card for card in bank.cards if card.level == "possible" and kinds(card.catches[0], bank) == [possible(card.id)]
    )
    assert kinds(card.catches[0], small) == [possible(card.id)]
    assert kinds(f"{card.catches[0].rstrip('.?!')} very", small) == [(card.id, "clear")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("You never listen.", ["clear"]),
        ("You never listen, sweet.", ["clear"]),
        ("You never listen, sweet, kindly.", ["possible"]),
        ("You never listen, sweet, dear.", ["possible"]),
        ("You never listen, sweet, dear, kindly.", []),
    ],
)
def test_words_against_it_make_a_finding_possible_or_nothing(small: Bank, text: str, wanted: list[str]) -> None:
    assert [level for _, level in kinds(text, small)] == wanted


def possible(ident: str) -> tuple[str, str]:
    return ident, "possible"


def test_cues_that_could_not_weigh_enough_are_not_run(small: Bank) -> None:
    line = read("The moon is out.", small)
    assert [match.card.name for match in signs_of(line, 0, small)] == ["moon"]
    assert signs_of(line, 0, small, least=1.0) == ()


@pytest.fixture(scope="module")
def wary(bank: Bank) -> Bank:
    base = {"catches": [], "spares": [], "sign": "a sign"}
    given = [
        {"name": "lock", "patterns": ["lock"], "kind": "coercive-control", "weight": 0.75},
        {"name": "bruise", "patterns": ["bruise"], "kind": "partner-violence", "weight": 1.0},
        {"name": "football", "patterns": ["football"], "against": True, "weight": 1.25},
    ]
    signs = tuple(msgspec.convert({**base, **each}, DangerSign) for each in given)
    compiler = PatternCompiler(bank.lexicon)
    rules = PatternSet(Rule(each, text, compiler) for each in signs for text in each.patterns)
    least, words = DangerWeighing(notice=1.5, each=0.25), DangerWords(unweighed=(), danger={}, safety={}, kinds={})
    return replace(bank, danger=signs, danger_rules=rules, danger_weighing=least, danger_words=words)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The lock is new. The bruise is old.", ["partner-violence"]),
        ("The lock is new. The lock is old.", []),
        ("The lock is new. The bruise is from football.", []),
        ("It is late.", []),
        ("The lock is new. The bruise is old. " + "It is late. " * 5, ["partner-violence"]),
        ("The lock is new. The bruise is old. " + "It is late. " * 6, []),
    ],
)
def test_signs_of_danger_add_up_over_the_draft(wary: Bank, text: str, wanted: list[str]) -> None:
    notices = find_hinted(read(text, wary), wary)
    assert [notice.kind for notice in notices] == wanted
    assert [text[notice.start : notice.end] for notice in notices] == ["bruise"] * len(wanted)


def test_what_is_told_outright_needs_no_signs(wary: Bank) -> None:
    text = "You hit me again last night. The lock is new. The bruise is old."
    told = find_notices(read(text, wary), wary)
    assert "bruise" not in {text[notice.start : notice.end] for notice in told}
    assert told[0].start == 0
