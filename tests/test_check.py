"""The whole flow: promises that hold for any draft at all."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from app.bank import load_bank
from app.check import check
from app.checker import is_flagged
from app.cli.show import marked
from app.settings import Settings

if TYPE_CHECKING:
    from app.bank import Bank

BANK = load_bank(Settings().bank_dir)
PIECES = [
    "You never listen",
    "u dont care",
    "It's all your fault",
    "when I talk about my mum",
    "Sorry for being a burden",
    "Grow up",
    "WHY",
    "x",
    "you need to get help",
    "If you don't come I'm leaving",
    "I feel like you hate me",
    "other husbands go",
    "after everything I've done",
    "I love you",
    "would you come with me",
    "and",
    "but",
    "because",
    "at",
    "of",
    ",",
    ".",
    "!",
    "?",
    "…",
    "\n",
    "\n- ",
    "😂",
    "❤️",
    "\u200b",
    '"',
    "’",
    "don’t",
    "Hi Tom,",
    "İ",
    "漢字",
    "\t",
    "\x00",
    "Þ*ᰀ",
]
DRAFTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))


@given(DRAFTS)
@settings(max_examples=300, deadline=None)
def test_any_text_in_and_every_span_maps_back(draft: str) -> None:
    report = check(draft, BANK)
    for finding in report.findings:
        assert draft[finding.start : finding.end] == finding.quote
        assert draft[finding.sentence.start : finding.sentence.end] == finding.sentence.text
        for suggestion in finding.suggestions:
            assert 0 <= suggestion.start <= finding.start < finding.end <= suggestion.end <= len(draft)
    for part in (*report.strengths, *report.notices):
        assert 0 <= part.start < part.end <= len(draft)
    assert (report.message is None) == bool(report.notices)


@given(DRAFTS)
@settings(deadline=None)
def test_marks_join_again_to_the_draft(draft: str) -> None:
    findings = check(draft, BANK).findings
    shown = marked(draft, findings)
    for number, finding in enumerate(findings, 1):
        shown = shown.replace(f"[{number}{'' if finding.level == 'clear' else '?'} {finding.quote}]", finding.quote, 1)
    assert shown == draft


@given(DRAFTS)
@settings(deadline=None)
def test_suggestions_are_whole_and_not_flagged(draft: str) -> None:
    for finding in check(draft, BANK).findings:
        texts = [suggestion.text for suggestion in finding.suggestions]
        assert len(texts) == len(set(texts))
        assert len({suggestion.stance for suggestion in finding.suggestions}) == len(texts)
        for text in texts:
            assert "{" not in text
            assert "  " not in text
            assert text.strip()


def test_the_same_draft_gets_the_same_report(bank: Bank) -> None:
    draft = "You never listen when I talk about my mum. It's always about you."
    assert check(draft, bank) == check(draft, bank)


def test_a_kind_message_is_left_to_the_letter(bank: Bank) -> None:
    draft = "Hi love, thanks for dinner. I'd love for us to talk to someone together. No rush at all x"
    report = check(draft, bank)
    assert report.findings == ()
    assert report.message == draft


def test_good_sentences_greeting_and_sign_off_stay_to_the_letter(bank: Bank) -> None:
    draft = "Hi Tom, I miss you.\n\nYou never listen when I talk about my mum.\n\nLove, Jo"
    message = check(draft, bank).message
    assert message is not None
    assert message.startswith("Hi Tom, I miss you.\n\n")
    assert message.endswith("\n\nLove, Jo")
    assert "my mum" in message
    assert "never" not in message
    assert not is_flagged(message, bank)


def test_double_the_text_takes_less_than_thrice_the_time(bank: Bank) -> None:
    """Linear: time(2n)/time(n) < 3, on text full of findings and on none."""
    for piece in ("You never listen when I talk about my mum, and u dont care. ", "you ", "a", '"', "😂", "\u200b"):
        once, twice = piece * 300, piece * 600
        assert _best(twice, bank) / _best(once, bank) < 3


def _best(draft: str, bank: Bank) -> float:
    times = []
    for _ in range(7):
        start = time.process_time()
        check(draft, bank)
        times.append(time.process_time() - start)
    return min(times)
