"""What the message takes: nothing said twice, no long runs, and nothing of the writer's lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.check import check
from app.records import meet
from app.reframing.merging import MOST_IN_A_ROW
from app.reframing.message import compose, rewrite
from app.reframing.saying import bases_in, said_by
from app.reframing.settling import weight

if TYPE_CHECKING:
    from app.bank import Bank
    from app.records import Suggestion

READ = Path(__file__).parents[1] / "corpus" / "read"
LONG = (
    "You never listen. You're so lazy. It's all your fault. You don't care about us. You're selfish. "
    "You always ruin everything. You're a child. You only think of yourself. You never try."
)


def drafts(name: str) -> list[str]:
    return [json.loads(line)["text"] for line in (READ / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", sorted(path.name for path in READ.glob("*.jsonl")))
def test_no_message_is_flagged_again(bank: Bank, name: str) -> None:
    for draft in drafts(name):
        message = check(draft, bank).message
        if message is not None:
            assert [each.quote for each in check(message, bank).findings if each.level == "clear"] == []


@pytest.mark.parametrize("name", ["typical.jsonl", "typical-3.jsonl", "hard-3.jsonl"])
def test_programs_find_the_first_suggestion_of_each_clear_finding_in_the_message(bank: Bank, name: str) -> None:
    """The fixed interface: the draft with the first suggestion taken, of findings for the same words the weightier."""
    for draft in drafts(name):
        report = check(draft, bank)
        if report.message is None or report.mends:
            continue
        firsts: list[Suggestion] = []
        for finding in sorted(report.findings, key=weight):
            first = finding.suggestions[0] if finding.level == "clear" and finding.suggestions else None
            if first and not any(meet(first, other) for other in firsts):
                firsts.append(first)
        assert report.message == compose(draft, [(each.start, each.end, each.text) for each in firsts])


@pytest.mark.parametrize("name", ["typical.jsonl", "typical-2.jsonl", "hard.jsonl"])
def test_two_replacements_never_say_the_same_unless_each_holds_words_of_the_writers(bank: Bank, name: str) -> None:
    for draft in drafts(name):
        taken = [each for each in check(draft, bank).taken if each.text]
        for place, each in enumerate(taken):
            said = said_by(each.text, bank)
            again = [other for other in taken[:place] if said.repeats(said_by(other.text, bank))]
            own = said_by(draft[each.start : each.end], bank)
            assert not again or own.words & said.words or not is_whole(draft, each.start, each.end)


def is_whole(draft: str, start: int, end: int) -> bool:
    return not draft[:start].rpartition("\n")[2].strip(" ") or draft[start - 2 : start - 1] in ".?!"


def test_a_draft_full_of_blame_becomes_a_short_message(bank: Bank) -> None:
    report = check(LONG, bank)
    assert report.message
    told = [each for each in report.taken if each.text]
    assert 1 < len(told) <= MOST_IN_A_ROW
    assert rewrite(LONG, report.taken, report.mends) == " ".join(each.text for each in told)


@pytest.mark.parametrize("name", ["typical.jsonl", "typical-2.jsonl", "hard.jsonl"])
def test_what_carries_the_writers_words_is_never_left_out(bank: Bank, name: str) -> None:
    for draft in [*drafts(name), LONG]:
        report = check(draft, bank)
        for gone in (each for each in report.taken if not each.text):
            found = [each for each in report.findings if each.level == "clear" and meet(each, gone)]
            offered = min(found, key=weight).suggestions[0].text
            assert not bases_in(offered, bank) & bases_in(draft[gone.start : gone.end], bank)


def test_a_limit_stays(bank: Bank) -> None:
    draft = f"{LONG} If you don't come to counselling I'm leaving."
    assert check(draft, bank).taken[-1].text


def test_two_questions_do_not_stand_side_by_side(bank: Bank) -> None:
    report = check("I love you. You never listen to me. Would you come for a walk on Sunday?", bank)
    assert report.message
    assert report.message.count("?") == 1


def test_left_out_lines_leave_no_hole(bank: Bank) -> None:
    draft = "Hi Tom,\n\n" + "\n\n".join(LONG.split(". ")) + "\n\nLove, Jo"
    report = check(draft, bank)
    message = rewrite(draft, report.taken, report.mends)
    assert message.startswith("Hi Tom,\n\n")
    assert message.endswith("\n\nLove, Jo")
    assert "\n\n\n" not in message
    assert " \n" not in message
