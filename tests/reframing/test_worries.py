"""A worry that the draft names as the partner's is met by one suggestion, and nothing changes where none is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.check import check
from app.checker import is_flagged, read
from app.reframing.worries import find_worries

if TYPE_CHECKING:
    from app.bank import Bank
    from app.records import Finding

NAMED = "You said it's a waste of money. If you don't come to therapy with me, I'm done."


def met(finding: Finding, bank: Bank, name: str) -> list[str]:
    """Give the stances of a finding whose line comes from a worry's own."""
    worry = next(worry for worry in bank.worries if worry.name == name)
    return [each.stance for each in finding.suggestions if each.text in worry.lines.of(each.stance)]


def every_line(bank: Bank) -> set[str]:
    return {line for worry in bank.worries for stance in ("plain", "warm", "ask") for line in worry.lines.of(stance)}


@pytest.mark.parametrize(
    ("draft", "names"),
    [
        (NAMED, {"cost"}),
        ("ur mum says we should pray instead of counselling. u need to decide for urself", {"faith"}),
        ("You're scared the therapist would take my side and blame you.", {"sides", "blame"}),
        ("You think therapy is the beginning of the end.", {"the-end"}),
        ("I can't pay for my therapy, the rent is due.", set()),
        ("My brother thinks therapy is for crazy people.", set()),
        ("You said the new sofa is a waste of money.", set()),
    ],
)
def test_only_worries_told_as_the_partners_are_found(bank: Bank, draft: str, names: set[str]) -> None:
    assert {each.worry.name for each in find_worries(read(draft, bank), bank).named} == names


def test_a_worry_knows_its_sentence(bank: Bank) -> None:
    draft = "I miss you. We should talk. You said a stranger has no place in our marriage."
    assert {each.sentence for each in find_worries(read(draft, bank), bank).named} == {2}


def test_a_named_worry_is_met_by_one_suggestion_and_warmly_first(bank: Bank) -> None:
    said = [met(finding, bank, "cost") for finding in check(NAMED, bank).findings]
    assert max(map(len, said)) == 1
    assert next(filter(None, said)) == ["warm"]


def test_the_nearest_worry_is_met_warmly_then_by_asking(bank: Bank) -> None:
    draft = "You said it's a waste of money. You think he'd take my side. Come to therapy or I'm leaving."
    said = {finding.category: met(finding, bank, "sides") for finding in check(draft, bank).findings}
    assert (said["mind-reading"], said["ultimatum"]) == (["warm"], ["ask"])


def test_nothing_changes_where_no_worry_is_named(bank: Bank) -> None:
    draft = "If you don't come to therapy with me, I'm done. You owe me that. You need therapy."
    said = {each.text for finding in check(draft, bank).findings for each in finding.suggestions}
    assert said.isdisjoint(every_line(bank))


def test_what_asks_for_another_thing_is_answered_in_its_own_terms(bank: Bank) -> None:
    draft = "You said counselling is a waste of money. You should listen to me for once."
    demands = [finding for finding in check(draft, bank).findings if finding.category == "demand"]
    assert [met(finding, bank, "cost") for finding in demands] == [[]]


def test_a_worry_is_met_twice_at_most_and_never_in_the_same_words(bank: Bank) -> None:
    asks = "You have to come to therapy. You owe me therapy. Come to therapy or I'm leaving. You need therapy. "
    draft = "You said counselling is a waste of money. " + asks
    texts = [each.text for finding in check(draft, bank).findings for each in finding.suggestions]
    assert len([text for text in texts if text in every_line(bank)]) == 2
    assert len(texts) == len(set(texts))


def test_a_line_for_a_worry_speaks_in_the_writers_voice(bank: Bank) -> None:
    draft = "u said its a waste of money n u dont care. if u dont come to therapy im done"
    finding = next(each for each in check(draft, bank).findings if each.category == "ultimatum")
    warm = next(each.text for each in finding.suggestions if each.stance == "warm")
    assert warm[0].islower()
    assert "'" not in warm
    assert " you " not in warm
    assert not is_flagged(warm, bank)


def test_nobody_is_talked_into_going_where_there_may_be_danger(bank: Bank) -> None:
    draft = "You hit me last night. You said therapy is a waste of money. If you don't come to therapy, I'm done."
    report = check(draft, bank)
    assert report.notices
    assert {each.text for finding in report.findings for each in finding.suggestions}.isdisjoint(every_line(bank))


def test_every_stance_has_ideas_of_its_own(bank: Bank) -> None:
    others = [*bank.moves.values(), *(theme.stems for theme in bank.themes.values())]
    said = {line for stems in others for stance in ("plain", "warm", "ask") for line in stems.of(stance)}
    assert every_line(bank).isdisjoint(said)
    assert [line for line in every_line(bank) if not 4 <= len(line.split()) <= 22] == []


def test_a_line_with_the_words_of_the_worry_comes_first(bank: Bank) -> None:
    draft = "You said the price is too much. If you don't come to counselling I'm done."
    finding = next(each for each in check(draft, bank).findings if each.category == "ultimatum")
    assert any("price" in each.text for each in finding.suggestions)


def test_another_worry_is_met_before_the_same_one_again(bank: Bank) -> None:
    draft = "You said therapy costs too much and he'd take my side. You have to come to therapy. You owe me therapy."
    said = [(met(each, bank, "cost"), met(each, bank, "sides")) for each in check(draft, bank).findings]
    assert (["warm"], []) in said
    assert ([], ["warm"]) in said
