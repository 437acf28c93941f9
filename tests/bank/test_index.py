"""All sketches at once: what the index lets through, and that it never loses what a pattern would hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bank.index import Index, mask
from app.bank.keys import Keys, count
from app.bank.patterns import PatternCompiler
from app.bank.patternset import PatternSet, Rule, run
from app.bank.sketch import Step, Way
from app.checker import read

if TYPE_CHECKING:
    from app.bank import Bank

PATTERNS = (
    "you never listen",
    "you .. never",
    "^stop it",
    "you (do {act}|went) off",
    "[so] you are (such a child|a child)",
    "never ... mind",
    "you never (at the end of|mind) it",
    "{act}",
)


def fitting(bank: Bank, text: str) -> list[list[str]]:
    """Give the patterns that each sentence may meet."""
    compiler, index = PatternCompiler(bank.lexicon), Index()
    assert index.add(compiler.sketch(pattern) for pattern in PATTERNS) == 0
    index.build(count(["You are such a", "If you do, never mind it"], bank.lexicon))
    return [[PATTERNS[number] for number in index.fitting(view)] for view in read(text, bank).views]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("You never listen.", ["you never listen", "you .. never"]),
        ("You really never do listen.", ["you .. never"]),
        ("Never mind you.", ["never ... mind"]),
        ("Never say mind.", ["never ... mind"]),
        ("Mind it.", []),
        ("I never do.", []),
        ("Ok so stop it.", ["^stop it"]),
        ("We can stop it.", []),
        ("You do your work and go off.", ["you (do {act}|went) off"]),
        ("You went off.", ["you (do {act}|went) off"]),
        ("You were off.", []),
        ("You only do your work.", []),
        ("You are such a child.", ["[so] you are (such a child|a child)"]),
        ("You are such a help.", []),
        ("You never, at the end of it.", ["you .. never", "you never (at the end of|mind) it"]),
    ],
)
def test_little_more_fits_than_can_hit(bank: Bank, text: str, wanted: list[str]) -> None:
    assert fitting(bank, text) == [[*wanted, "{act}"]]  # a pattern without a fixed word fits always


def test_sets_that_were_added_later_are_numbered_on(bank: Bank) -> None:
    compiler, index = PatternCompiler(bank.lexicon), Index()
    firsts = [index.add([compiler.sketch(pattern)]) for pattern in PATTERNS]
    assert firsts == list(range(len(PATTERNS)))


WORDS = sorted({word for pattern in PATTERNS for word in pattern.translate(str.maketrans("[](){}|^", " " * 8)).split()})


@given(said=st.lists(st.sampled_from([*WORDS, "ok", ","]), min_size=1, max_size=12), common=st.sampled_from(WORDS))
def test_what_hits_is_never_lost_whatever_is_common(bank: Bank, said: list[str], common: str) -> None:
    compiler, index = PatternCompiler(bank.lexicon), Index()
    rules = PatternSet([Rule(pattern, pattern, compiler) for pattern in PATTERNS], index)
    index.build(count([common] * 9, bank.lexicon))
    line = read(" ".join(said), bank)
    for view in line.views:
        hit = {rule.pattern for rule in rules.rules if any(run(rule, line.norm, view))}
        assert hit <= {rule.pattern for rule in rules.candidates(view)}


def test_the_key_is_what_is_rarest() -> None:
    near = {"you": False, "are": True, "such": False, "a": True}
    way = Way(tuple(Step(frozenset({word}), is_near) for word, is_near in near.items()), frozenset())
    keyed = Keys({"you": 9, "are": 9, "you are": 8, "such": 7, "a": 9, "such a": 6}).keyed(way)
    assert keyed == (frozenset({"such a"}), (frozenset({"you"}), frozenset({"are"})), ())
    keyed = Keys({"you": 9, "are": 9, "you are": 1, "such": 7, "a": 9, "such a": 6}).keyed(way)
    assert keyed == (frozenset({"you are"}), (), (frozenset({"such"}), frozenset({"a"})))


@given(places=st.sets(st.integers(0, 300)))
def test_bits_stand_in_their_places(places: set[int]) -> None:
    assert mask(tuple(places)) == sum(1 << place for place in places)
