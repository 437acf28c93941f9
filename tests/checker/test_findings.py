"""One finding a span, graded, the most specific first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checker import find, read
from app.checker.findings import settle, to_finding
from app.checker.guards import standing
from app.checker.matches import Match, find_matches

if TYPE_CHECKING:
    from app.bank import Bank
    from app.bank.cards import Card

WORDS = [
    "you",
    "never",
    "always",
    "listen",
    "I",
    "feel",
    "like",
    "because of",
    "your fault",
    "but",
    ",",
    ".",
    "if",
    "ur",
    "don't",
    "selfish",
    "or else",
    "therapy",
    "need",
    "😂",
    "\n",
    "he said",
    '"',
    "stop",
    "sorry",
]


def card(bank: Bank, level: str, category: str = "criticism") -> Card:
    found = next(card for card in bank.cards if card.category == category)
    return msgspec.structs.replace(found, level=level, name=f"{found.name}-{level}")


def test_two_weak_signs_make_a_clear_one(bank: Bank) -> None:
    one, two = Match(card(bank, "possible"), 0, 0, 1), Match(card(bank, "possible", "blame"), 0, 4, 5)
    assert [settled.level for settled in settle([one])] == ["possible"]
    assert [settled.level for settled in settle([one, two])] == ["clear", "clear"]


def test_a_sign_in_another_sentence_does_not_count(bank: Bank) -> None:
    one, two = Match(card(bank, "possible"), 0, 0, 1), Match(card(bank, "possible", "blame"), 1, 4, 5)
    assert [settled.level for settled in settle([one, two])] == ["possible", "possible"]


def test_one_card_twice_is_still_one_sign(bank: Bank) -> None:
    weak = card(bank, "possible")
    assert {settled.level for settled in settle([Match(weak, 0, 0, 1), Match(weak, 0, 4, 5)])} == {"possible"}


def test_two_signs_of_one_category_count_where_they_share_no_word(bank: Bank) -> None:
    one, other = card(bank, "possible"), msgspec.structs.replace(card(bank, "possible"), name="other")
    apart, over = Match(other, 0, 4, 5), Match(other, 0, 1, 2)
    assert [settled.level for settled in settle([Match(one, 0, 0, 1), apart])] == ["clear", "clear"]
    assert [settled.level for settled in settle([Match(one, 0, 0, 1), over])] == ["possible"]


def test_of_two_of_one_kind_on_the_same_words_the_longer_stays_then_the_first(bank: Bank) -> None:
    short, long, later = (Match(card(bank, "clear"), 0, *span) for span in [(0, 3), (2, 6), (3, 6)])
    assert [settled.match for settled in settle([short, long])] == [long]
    assert [settled.match for settled in settle([later, short])] == [short]


def test_of_two_on_the_same_words_the_specific_one_stays(bank: Bank) -> None:
    general, specific = Match(card(bank, "clear"), 0, 0, 3), Match(card(bank, "clear", "ultimatum"), 0, 2, 5)
    assert [settled.match for settled in settle([general, specific])] == [specific]


def test_a_clear_one_comes_before_a_possible_one(bank: Bank) -> None:
    clear, weak = Match(card(bank, "clear"), 0, 3, 4), Match(card(bank, "possible"), 0, 0, 3)
    assert [settled.match for settled in settle([weak, clear])] == [clear]


@pytest.mark.parametrize("draft", ["You never listen.", "ok. u never listen 🙄 to me"])
def test_the_quote_stands_where_the_finding_says(bank: Bank, draft: str) -> None:
    line = read(draft, bank)
    finding = to_finding(find(line, bank)[0], line)
    assert draft[finding.start : finding.end] == finding.quote
    assert draft[finding.sentence.start : finding.sentence.end] == finding.sentence.text


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_findings_come_in_order_and_share_no_word(bank: Bank, draft: str) -> None:
    line = read(draft, bank)
    settled = find(line, bank)
    for one, other in pairwise(settled):
        assert one.match.last < other.match.first
    matches = list(standing(find_matches(line, bank.card_rules, bank.lexicon), line, bank))
    told = {match.card.id for match in matches}  # of which words around them may withdraw some
    assert {each.match.card.id for each in settled if each.match.card.name != "signs"} <= told
