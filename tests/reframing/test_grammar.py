"""Clauses turned, said, denied and cleaned: grammatical in many voices, and nothing of the writer's lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bank import load_bank
from app.checker import read
from app.reframing.grammar import affirm, contract, expand, infinitive, negate, to_form, to_statement, with_article
from app.reframing.person import turn_person
from app.reframing.slot import clean_slot, spoken
from app.settings import Settings

if TYPE_CHECKING:
    from app.bank.verbs import Form

BANK = load_bank(Settings().bank_dir)
VERBS = ("call", "help", "trust", "miss", "hold", "hurt", "leave", "thank", "hear", "wake")
OBJECTS = ("me", "you", "Ellie", "the kids", "my mum", "your sister", "myself", "yourself")
ENDS = ("", " at night", " with me", " with you", " because you are late", " when I was ill", " about my day")


@st.composite
def clauses(draw: st.DrawFn) -> str:
    subject = draw(st.sampled_from(("I", "you", "we", "they")))
    middle = draw(st.sampled_from(("", " never", " always", " can", " don't", " won't ever", " have never")))
    verb = draw(st.sampled_from(VERBS))
    verb = to_form(verb, "participle", BANK) if middle == " have never" else verb
    return f"{subject}{middle} {verb} {draw(st.sampled_from(OBJECTS))}{draw(st.sampled_from(ENDS))}"


@given(clauses())
def test_turning_the_person_twice_gives_the_clause_back(clause: str) -> None:
    assert turn_person(turn_person(clause, BANK), BANK) == clause


@given(clauses())
def test_turning_doubles_no_word_and_no_space(clause: str) -> None:
    turned = turn_person(clause, BANK)
    assert "  " not in turned
    assert not re.search(r"\b(\w+) \1\b", turned)
    assert len(turned.split()) == len(clause.split())


@given(st.text())
def test_any_text_at_all_is_turned_without_a_fall(text: str) -> None:
    for function in (turn_person, to_statement, affirm, negate, contract, expand):
        assert isinstance(function(text, BANK), str)


@pytest.mark.parametrize(
    ("clause", "turned"),
    [
        ("you never call me", "I never call you"),
        ("I love you", "you love me"),
        ("I told you that you lied", "you told me that I lied"),
        ("I know you are tired", "you know I am tired"),
        ("I want you to help", "you want me to help"),
        ("between you and me", "between me and you"),
        ("are you ok", "am I ok"),
        ("you were late and I was cross", "I was late and you were cross"),
        ("you weren't there for me", "I wasn't there for you"),
        ("you're yours and I'm mine", "I'm mine and you're yours"),
        ("my mum says you’ve hurt yourself", "your mum says I've hurt myself"),
        ("I gave you love", "you gave me love"),
        ("the way you talk to me", "the way I talk to you"),
        ("why do you never ask me about my day", "why do I never ask you about your day"),
        ("I help you cook", "you help me cook"),
        ("you think I don't love you", "I think you don't love me"),
        ("you aren't kind to me", "I am not kind to you"),
        ("we are late, they were not", "we are late, they were not"),
    ],
)
def test_person_is_turned(clause: str, turned: str) -> None:
    assert turn_person(clause, BANK) == turned


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("why do you never ask?", "you never ask"),
        ("Can't you ever listen?", "you can't ever listen"),
        ("how come you never call", "you never call"),
        ("not once have you asked", "you have not once asked"),
        ("why does he shout at me?", "he shouts at me"),
        ("did you even try?!", "you even tried"),
        ("have you asked her?", "you have asked her"),
        ("won’t you come?", "you won’t come"),
        ("you never ask, do you?", "you never ask"),
        ("you're late, aren't you", "you're late"),
        ("do you not care?", "you do not care"),
        ("who told you that?", "who told you that"),
    ],
)
def test_a_question_becomes_what_it_says(question: str, statement: str) -> None:
    assert to_statement(question, BANK) == statement


@pytest.mark.parametrize(
    ("phrase", "affirmed"),
    [
        ("never help me", "help me"),
        ("won't talk to anyone", "talk to someone"),
        ("haven't taken me out", "take me out"),
        ("can't even put a bin out", "put a bin out"),
        ("not once asked about anything", "ask about something"),
        ("refused to come with me", "come with me"),
        ("don't bother to ring", "ring"),
    ],
)
def test_what_was_missed_becomes_what_is_wished(phrase: str, affirmed: str) -> None:
    assert affirm(phrase, BANK) == affirmed


@pytest.mark.parametrize(
    ("clause", "denied"),
    [
        ("he helps me", "he doesn't help me"),
        ("you can go", "you can't go"),
        ("you helped me", "you didn't help me"),
        ("you have time", "you don't have time"),
        ("we have asked", "we've not asked"),
        ("I'm late", "I'm not late"),
        ("she did the dishes", "she didn't do the dishes"),
        ("you never ask", "you never ask"),
        ("the kids help", "the kids help"),
    ],
)
def test_a_clause_is_denied(clause: str, denied: str) -> None:
    assert negate(clause, BANK) == denied


@pytest.mark.parametrize(
    ("phrase", "form", "wanted"),
    [
        ("helping me with the kids", "base", "help me with the kids"),
        ("help me with the kids", "ing", "helping me with the kids"),
        ("gave up", "participle", "given up"),
        ("learnt to dance", "s", "learns to dance"),
        ("sit with me", "past", "sat with me"),
    ],
)
def test_a_verb_phrase_takes_any_form(phrase: str, form: Form, wanted: str) -> None:
    assert to_form(phrase, form, BANK) == wanted


def test_small_words() -> None:
    assert infinitive("called me back", BANK) == "to call me back"
    nouns = ("hour", "useful talk", "evening", "MRI", "one-off")
    articled = ["an hour", "a useful talk", "an evening", "an MRI", "a one-off"]
    assert [with_article(noun, BANK) for noun in nouns] == articled
    assert contract("Do not say that I do not know what I am", BANK) == "Don't say that I don't know what I am"
    assert expand("I’m sure you don't", BANK) == "I am sure you do not"


@given(st.lists(st.sampled_from(("do not", "I am", "you have", "help", "the kids")), min_size=1))
def test_contracting_and_expanding_are_opposites(parts: list[str]) -> None:
    clause = " ".join([*parts, "today"])
    assert expand(contract(clause, BANK), BANK) == clause


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("help me with my bloody coursework for once", "help me with my coursework"),
        ("ask Ellie about her day, you idiot", "ask Ellie about her day"),
        ("hold my hand even once", "hold my hand"),
        ("ring that idiot of a brother", ""),
        ("take me out since May", "take me out"),
        ("come w/ me to Mam's when I ask", "come w/ me to Mam's"),
        ("ask me how I am", "ask me how I am"),
        ("talk to me I am tired", "talk to me"),
        ("put the", ""),
        ("sit down and eat w us", "sit down and eat w us"),
        ("ring me back mate", "ring me back"),
    ],
)
def test_a_slot_keeps_the_writers_words_and_no_more(said: str, kept: str) -> None:
    text = read(said, BANK).text
    assert spoken(text, clean_slot(text.words, 0, len(text.words) - 1, BANK), {}) == kept
