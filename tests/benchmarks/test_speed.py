"""Speed: 1,000 characters under 2 ms, message included; the start of the app under a second."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from app import create_app
from app.check import check
from app.settings import Settings

if TYPE_CHECKING:
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
MEDIAN = 0.002  # seconds, for the machine of record: two cores of a small virtual machine
CARES_ABOUT = 1_000


def test_a_message_is_checked_and_rewritten_in_two_milliseconds(bank: Bank, benchmark: BenchmarkFixture) -> None:
    draft = DRAFT[:CARES_ABOUT]
    assert len(draft) == CARES_ABOUT
    report = benchmark.pedantic(check, args=(draft, bank), rounds=200, warmup_rounds=20)
    assert report.message != draft
    assert benchmark.stats["median"] < MEDIAN


@pytest.mark.parametrize("piece", ["you ", "a", '"', "😂", "\u200b", "(", "never "])
def test_long_runs_of_one_thing_stay_quick(bank: Bank, piece: str) -> None:
    start = time.perf_counter()
    check(piece * (10_000 // len(piece)), bank)
    assert time.perf_counter() - start < 1


def test_the_app_starts_within_a_second() -> None:
    start = time.perf_counter()
    create_app(Settings())
    assert time.perf_counter() - start < 1
