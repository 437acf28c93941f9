"""Speed: what a check of 1,000 characters, message included, and a start of the app may take.

The aim is 2 ms and 1 s; the limits here are what was reached, so that it cannot get slower unseen. What counts is the
time that the process itself runs. A shared machine may run at a third of its speed, so limits are stretched by how long
a fixed piece of work takes just then.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from timeit import timeit
from typing import TYPE_CHECKING

import pytest

from app import create_app
from app.bank.cache import read_bank
from app.bank.patternset import PatternSet
from app.check import check
from app.checker import read
from app.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from app.bank import Bank

DRAFT = """Hi Sam, I've been trying to work out how to say this since Sunday. I know work is busy and I can see
you're tired. When I talk about my mum you never listen, and it's like talking to a wall. I miss
you. We used to sit up until midnight and now we hardly talk. I feel like you don't care about us
anymore. I've looked up a counsellor on Park Road, she has evening slots, and it's forty pounds for
the first hour. You need to see someone about your temper, everyone says so, even your sister. I
don't want to fight with you and I don't blame you for all of it, I shout too. On Tuesday Ellie
asked me if we were getting divorced and I didn't know what to tell her. After everything I've done
for this family you can't give me one hour? If you don't come with me I don't know what I'll do. I'd
love for us to go for a walk on Saturday and talk about it, with no phones. You don't have to decide
anything now. I still love you, and I want us back the way we were in Leeds. Let me know what you
think when you get a minute. Jo x"""
LENGTH = 1_000  # characters
MEDIAN = 0.025  # seconds
FIRST_START = 5.0  # seconds: the bank is built
LATER_START = 0.5  # seconds: the bank is read as it was kept
USUAL = 0.004  # seconds that `work` takes on the machine of record: two cores at 2.8 GHz, undisturbed


def slowness() -> float:
    """Tell how much slower than usual the machine is at the moment; never less than 1."""
    return max(1.0, min(work() for _ in range(5)) / USUAL)


def work() -> float:
    start = time.process_time()
    total = 0
    for number in range(100_000):
        total += number
    return time.process_time() - start


@pytest.mark.benchmark(timer=time.process_time)
def test_a_message_is_checked_and_rewritten_quickly(bank: Bank, benchmark: BenchmarkFixture) -> None:
    draft = DRAFT[:LENGTH]
    assert len(draft) == LENGTH
    before = slowness()
    report = benchmark.pedantic(check, args=(draft, bank), rounds=100, warmup_rounds=10)
    assert report.message != draft
    assert benchmark.stats["median"] < MEDIAN * max(before, slowness())


def test_a_draft_never_seen_before_is_as_quick(bank: Bank) -> None:
    """No first pass that learns its texts: the first look at a draft costs what the second does."""
    check(DRAFT, bank)
    fresh = [f"{DRAFT[:500]} {word} {DRAFT[500:]}" for word in ("plum", "quince", "zither", "gable", "thrush")]
    first = min(timed(draft, bank) for draft in fresh)
    assert first < 3 * min(timed(draft, bank) for draft in fresh)


def timed(draft: str, bank: Bank) -> float:
    start = time.process_time()
    check(draft, bank)
    return time.process_time() - start


@pytest.mark.parametrize("piece", ["you ", "a", '"you ', "😂", "\u200b", "(", "never "])
def test_long_runs_of_one_thing_stay_quick(bank: Bank, piece: str) -> None:
    assert timed(piece * (100_000 // len(piece)), bank) < 4 * slowness()


def test_time_grows_with_the_text_and_no_faster(bank: Bank) -> None:
    """A page, ten and a hundred of them: 100 KB takes no more than a little over a hundred times 1 KB."""
    one, hundred = min(timed(DRAFT, bank) for _ in range(5)), timed(f"{DRAFT} " * 100, bank)
    assert hundred < 200 * one


def test_time_grows_with_the_number_of_cards_and_little_faster(bank: Bank) -> None:
    """Four times as many patterns have four times the hits, and bits to look through: not sixteen times the work."""
    views, norm = read(DRAFT, bank).views, read(DRAFT, bank).norm
    taken = {}
    for share in (1, 4):
        rules = PatternSet(bank.card_rules.rules[:: 4 // share])
        run = partial(lambda rules: [hit for view in views for hit in rules.hits(norm, view)], rules)
        run()
        taken[share] = min(timeit(run, number=1) for _ in range(20))
    assert taken[4] < 10 * taken[1]


def test_the_app_starts_quickly_and_again_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr("app.read_bank", partial(read_bank, kept=tmp_path / "bank.pickle"))
    taken = [start_time() for _ in range(3)]
    assert taken[0] < FIRST_START * slowness()
    assert min(taken[1:]) < LATER_START * slowness()


def start_time() -> float:
    start = time.process_time()
    create_app(Settings())
    return time.process_time() - start
