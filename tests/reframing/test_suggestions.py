"""Every suggestion that a card can make: two stances or more, none flagged, none canned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.bank import load_bank
from app.check import check
from app.checker import is_flagged
from app.settings import Settings

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.cards import Card

BANK = load_bank(Settings().bank_dir)


@pytest.mark.parametrize("card", BANK.cards, ids=[card.id for card in BANK.cards])
def test_every_suggestion_of_a_card_passes_the_check(bank: Bank, card: Card) -> None:
    for example in card.catches:
        report = check(example, bank)
        for finding in report.findings:
            if not report.notices:
                assert len(finding.suggestions) >= 2
            assert [text.text for text in finding.suggestions if is_flagged(text.text, bank)] == []
        if report.message is not None:
            clear = [finding for finding in check(report.message, bank).findings if finding.level == "clear"]
            assert clear == []


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ("You never listen when I talk about my mum.", "my mum"),
        ("You never help me with the kids' homework.", "help me with the kids' homework"),
        ("u never ask about my day", "ask about my day"),
        ("You never called me on Tuesday.", "on Tuesday"),
        ("Why can't you ever talk to me about money?", "about money"),
    ],
)
def test_the_writers_own_words_are_carried_over(bank: Bank, draft: str, words: str) -> None:
    finding = check(draft, bank).findings[0]
    assert any(words in suggestion.text for suggestion in finding.suggestions)


def test_a_texting_voice_stays_one(bank: Bank) -> None:
    for suggestion in check("u never listen to me n u dont care", bank).findings[0].suggestions:
        assert suggestion.text[0].islower()
        assert not suggestion.text.endswith(".")
        assert " you " not in f" {suggestion.text} "
        assert "'" not in suggestion.text


def test_a_letter_gets_whole_sentences(bank: Bank) -> None:
    for suggestion in check("Dear Anna, You never listen to me. I miss you.", bank).findings[0].suggestions:
        assert suggestion.text[0].isupper()
        assert suggestion.text[-1] in ".?!"


def test_curly_apostrophes_stay_curly(bank: Bank) -> None:
    texts = [s.text for f in check("You don’t ever help me. You don’t care.", bank).findings for s in f.suggestions]
    assert not [text for text in texts if "'" in text]


def test_no_line_is_said_twice_in_one_message(bank: Bank) -> None:
    draft = "You never listen. You never help. You never care. You never ask. You never call. You never talk to me."
    texts = [suggestion.text for finding in check(draft, bank).findings for suggestion in finding.suggestions]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    ("draft", "kept"),
    [
        ("Hi Tom, you never help me with anything.", "Hi Tom, "),
        ("We had a lovely weekend but you never help me with anything.", "We had a lovely weekend but "),
        ("You never help me with the garden, but I do love you.", ", but I do love you."),
    ],
)
def test_what_is_fine_in_a_sentence_is_kept(bank: Bank, draft: str, kept: str) -> None:
    message = check(draft, bank).message
    assert message is not None
    assert kept in message
    assert "never" not in message


@pytest.mark.parametrize(
    ("draft", "address"),
    [
        ("Hi there. You never listen to me, Kelly.", ", Kelly"),
        ("you never listen to me, love", ", love"),
        ("You always ruin everything, Kunle!", ", Kunle"),
        ("You never listen to me, ever.", ""),
        ("You never listen, I give up.", ""),
    ],
)
def test_a_term_of_address_stays(bank: Bank, draft: str, address: str) -> None:
    texts = [each.text for finding in check(draft, bank).findings for each in finding.suggestions]
    assert texts
    assert all(address in text for text in texts)
    assert all(text.rstrip(".?!").endswith(address) for text in texts)


def test_an_opening_phrase_is_not_cut_from_its_sentence(bank: Bank) -> None:
    draft = "After all of this, on the whole long way home from your mother's house, you never once said a word to me."
    (finding,) = check(draft, bank).findings
    assert {each.end for each in finding.suggestions} == {len(draft)}


def test_a_limit_is_not_softened_where_the_other_may_be_dangerous(bank: Bank) -> None:
    draft = "You never listen to me. You must stay away from the house tonight."
    report = check(f"You put your hand round my throat on Thursday. {draft}", bank)
    offered = {finding.category: bool(finding.suggestions) for finding in report.findings}
    assert report.notices
    assert offered["criticism"]
    assert not offered["demand"]
    assert all(finding.suggestions for finding in check(draft, bank).findings)
