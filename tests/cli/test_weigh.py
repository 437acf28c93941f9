"""Weights of weak signs: fitted to labelled sentences, told as a difference, never from sealed drafts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.bank.cards import MOST, STEP, Cue
from app.bank.dangerwords import DangerWords
from app.bank.leaning import Words
from app.dangerwording import danger_changes, draft_samples, words_left_out, written_danger_words
from app.evaluation import LabelledDraft
from app.fitting import Fitted, Sample, fit
from app.leaning import fit_words
from app.logistic import fit_ridge
from app.told import Told, told
from app.weighing import left_out, proposal, shares, written
from app.wording import Leaning, changes, families
from app.wordlist import written_words

if TYPE_CHECKING:
    from flask import Flask

    from app.bank import Bank

CORPUS = Path(__file__).parents[1] / "corpus"


def cue(name: str, **more: object) -> Cue:
    base = {"name": name, "patterns": ["x"], "sign": "a sign", "catches": [], "spares": []}
    return msgspec.convert({**base, **more}, Cue)


CUES = (cue("harsh", category="blame"), cue("kind", against=True), cue("noise"), cue("wrong"))
SAMPLES = [
    *(Sample(number, frozenset({"harsh", "noise"} if number % 2 else {"harsh"}), True, False) for number in range(40)),
    *(
        Sample(number, frozenset({"kind", "wrong"} if number % 2 else {"wrong"}), False, False)
        for number in range(40, 80)
    ),
    *(Sample(number, frozenset({"noise"} if number % 2 else ()), False, False) for number in range(80, 120)),
]


def test_what_tells_gets_weight_and_noise_gets_none() -> None:
    fitted = fit(SAMPLES, CUES)
    assert fitted.weights["harsh"] == MOST
    assert fitted.weights["noise"] == 0
    assert fitted.weights["wrong"] == 0, "a sign never speaks against a finding"
    assert all(weight % STEP == 0 for weight in fitted.weights.values())
    assert (
        fitted.score({"harsh"}, frozenset({"kind"}))
        >= fitted.base
        > fitted.score({"kind", "noise"}, frozenset({"kind"}))
    )


def test_drafts_left_out_are_all_told_once() -> None:
    margins = left_out(SAMPLES, CUES)
    assert sorted(sample.draft for sample, _ in margins) == list(range(120))
    assert "base +0.00: precision 1.00 recall 1.00" in list(shares(margins, {"harsh"}))
    assert "base +0.00: precision 0.00 recall 0.00" in list(shares(margins, {"nothing"}))


def test_the_difference_is_told_and_written() -> None:
    fitted = Fitted({"a": 0.5, "b": 0.25}, 1.0)
    told = list(proposal(fitted, (cue("a"), cue("b")), 1.25))
    assert told == ["a: 0.25 -> 0.50", "flagging pays from 1.00; [weighing] says from 1.25"]
    source = '# head\n[[cue]]\nname = "a"\nweight = 0.25\n[[cue]]\nname = "b"\nweight = 0.25\n'
    weights = tomllib.loads(written(source, fitted.weights, "cue"))["cue"]
    assert [entry["weight"] for entry in weights] == [0.5, 0.25]


def test_a_ridge_draws_what_is_rare_to_nothing_and_tells_both_ways() -> None:
    rare = [*SAMPLES, Sample(120, frozenset({"once"}), True, False)]
    weights, base = fit_ridge(rare, ["harsh", "kind", "noise", "once", "wrong"], 5)
    assert weights["harsh"] == MOST
    assert weights["kind"] < 0
    assert weights["wrong"] < 0
    assert abs(weights.get("once", 0)) <= STEP
    assert all(weight % STEP == 0 for weight in weights.values())
    assert base > weights["noise"]


def test_only_what_tells_most_is_kept() -> None:
    weights, _ = fit_ridge(SAMPLES, ["harsh", "kind", "noise", "wrong"], 1)
    assert set(weights) == {"harsh"}


def test_words_tell_categories_among_what_is_flagged() -> None:
    seen = [
        *(Told(Sample(at, frozenset({"if", "leave"}), True, False), frozenset({"ultimatum"})) for at in range(20)),
        *(Told(Sample(at, frozenset({"wow", "leave"}), True, False), frozenset({"contempt"})) for at in range(20, 40)),
        *(Told(Sample(at, frozenset({"tea"}), False, False)) for at in range(40, 60)),
    ]
    found = families(seen, ["if", "leave", "wow", "tea"])
    assert found["ultimatum"][0] == {"if": MOST, "wow": -MOST}
    assert found["contempt"][0] == {"wow": MOST, "if": -MOST}


def test_the_bank_itself_weighs_in(bank: Bank) -> None:
    seen = [each.sample for each in told([], bank)]
    assert {sample.wanted for sample in seen} == {True, False}
    assert len(seen) > len(bank.cards) * 6


def test_a_cue_keeps_its_sign_and_the_least_weight() -> None:
    leaning = Leaning(
        {"#a": 0.75, "#b": 0.5, "again": 0.5, "could we": -0.25}, 1.0, {"guilt": ({"again": 0.25, "#b": -0.5}, -1.5)}
    )
    cues = (cue("a"), cue("b", against=True), cue("c", weight=0.5))
    assert [leaning.cue(each) for each in cues] == [0.75, STEP, STEP]
    words = Words(blame={"0.25": ("again", "gone")}, kind={})
    assert list(changes(leaning, words, cues)) == [
        "again: +0.25 -> +0.50",
        "could we: +0.00 -> -0.25",
        "gone: +0.25 -> +0.00",
        "a: +0.25 -> 0.75",
        "c: +0.50 -> 0.25",
        "flagging pays from 1.00",
    ]
    read = tomllib.loads(written_words(leaning))
    assert read == {
        "blame": {"0.5": ["again"]},
        "kind": {"0.25": ["could we"]},
        "families": {"guilt": {"base": -1.5, "tells": {"0.25": ["again"]}, "against": {"0.5": ["#b"]}}},
    }


def test_sealed_drafts_are_not_fitted_to(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["bank", "weigh", str(CORPUS / "sealed" / "typical.jsonl")])
    assert result.exit_code == 1
    assert "sealed drafts only measure" in result.stderr


def test_signs_of_danger_are_weighed_over_drafts(app: Flask) -> None:
    path = str(CORPUS / "read" / "safety-5.jsonl")
    result = app.test_cli_runner().invoke(args=["bank", "weigh", "--danger", path])
    assert result.exit_code == 0
    assert "flagging pays from" in result.stdout
    assert "where no card hits:" in result.stdout


def test_words_lean_both_ways_and_noise_gets_nothing() -> None:
    fitted = fit_words(SAMPLES, ["harsh", "kind", "noise", "wrong", "unseen"])
    assert fitted.weights["harsh"] > 0 > fitted.weights["wrong"]
    assert abs(fitted.weights.get("noise", 0)) < min(fitted.weights["harsh"], -fitted.weights["wrong"])
    assert "unseen" not in fitted.weights
    assert all(weight % STEP == 0 and abs(weight) <= MOST for weight in fitted.weights.values())
    assert min(fit_words(SAMPLES, ["harsh", "wrong"], only_for=True).weights.values()) > 0


def test_no_draft_is_judged_by_words_weighed_with_it() -> None:
    margins = words_left_out(SAMPLES)
    assert sorted(sample.draft for sample, _ in margins) == list(range(120))
    lowest = min(margin for sample, margin in margins if sample.wanted)
    assert lowest > max(margin for sample, margin in margins if not sample.wanted)


def test_names_and_what_is_asked_for_are_not_weighed(bank: Bank) -> None:
    draft = LabelledDraft(text="Tom, please see a therapist. The sleeves 4 you.", safety=("partner-violence",))
    (sample,) = draft_samples([draft], bank)
    assert {"sleeves", "the sleeves", "^the"} <= sample.cues
    assert sample.cues.isdisjoint({"tom", "please", "therapist", "a therapist", "4", "sleeves 4"})


def test_the_words_of_danger_are_told_and_written() -> None:
    fitted = Fitted({"sleeves": 0.5, "love": -0.25}, 1.0)
    words = DangerWords(unweighed=("please",), danger={"0.25": ("sleeves",)}, safety={"0.25": ("love",)}, kinds={})
    assert list(danger_changes(fitted, words, 3.0)) == [
        "sleeves: +0.25 -> +0.50",
        "a notice pays from 1.00; [weighing] of danger.toml says from 3.00",
    ]
    text = written_danger_words(fitted, {"self-harm": Fitted({"rail": 0.75}, 0)}, words.unweighed)
    assert tomllib.loads(text) == {
        "unweighed": ["please"],
        "danger": {"0.5": ["sleeves"]},
        "safety": {"0.25": ["love"]},
        "kinds": {"self-harm": {"0.75": ["rail"]}},
    }


def test_words_of_danger_are_weighed_over_drafts(app: Flask) -> None:
    path = str(CORPUS / "read" / "safety-5.jsonl")
    result = app.test_cli_runner().invoke(args=["bank", "weigh", "--danger", "--words", path])
    assert result.exit_code == 0
    assert "a notice pays from" in result.stdout
