"""Places: what overlaps is settled by one choice, and the message is always the draft with the choices in it."""

from __future__ import annotations

from app.records import Finding, Level, Report, Sentence, Suggestion
from app.web.choices import Choices
from app.web.result import read_result

DRAFT = "😔 You never help. It’s your fault, and you know it. Fine."
FIRST = (2, 17)
SECOND = (18, 51)


def finding(words: str, level: Level, span: tuple[int, int], *texts: str, card: str = "blame.fault") -> Finding:
    start = DRAFT.index(words)
    suggestions = tuple(Suggestion("plain", text, *span) for text in texts)
    sentence = Sentence(DRAFT[slice(*span)], *span)
    category = "blame" if card.startswith("blame") else "criticism"
    return Finding(start, start + len(words), words, category, level, card, "Why.", sentence, suggestions)


def report(*findings: Finding) -> Report:
    return Report(findings, (), (), (), (), "")


NEVER = finding("You never", "clear", FIRST, "I’m tired.", "Could you help?", card="criticism.you-never")
FAULT = finding("your fault", "clear", SECOND, "I’m sad.")
KNOW = finding("you know it", "possible", SECOND, "I’m sad.", "I wonder.", card="criticism.know")


def test_findings_that_replace_the_same_words_share_a_choice() -> None:
    result = read_result(DRAFT, report(NEVER, FAULT, KNOW), Choices())
    assert [entry.place.text for entry in result.clear] == ["You never help.", "It’s your fault, and you know it."]
    assert [option.text for option in result.clear[1].place.options] == ["I’m sad.", "I wonder."]


def test_message_takes_clear_ones_and_leaves_possible_ones() -> None:
    assert read_result(DRAFT, report(NEVER, KNOW), Choices()).message == DRAFT.replace("You never help.", "I’m tired.")


def test_message_is_none_where_nothing_should_be_polished() -> None:
    danger = Report((NEVER,), (), (), (), (), None)
    assert read_result(DRAFT, danger, Choices()).message is None


def test_pieces_join_to_the_draft_whatever_stands_in_it() -> None:
    result = read_result(DRAFT, report(NEVER, FAULT, KNOW), Choices())
    assert "".join(piece.text for piece in result.pieces) == DRAFT
    assert [piece.text for piece in result.pieces if piece.finding] == ["You never", "your fault", "you know it"]


def test_a_repeated_reason_is_told_once() -> None:
    again = finding("Fine", "clear", (52, 57), card=FAULT.card)
    result = read_result(DRAFT, report(NEVER, FAULT, again), Choices())
    assert [entry.like for entry in result.clear] == [None, None, 2]


def test_a_place_without_a_suggestion_keeps_its_words_or_takes_own_ones() -> None:
    bare = finding("Fine", "clear", (52, 57))
    assert read_result(DRAFT, report(bare), Choices()).message == DRAFT
    own = Choices({"choice-0": "own", "own-0": "Well"})
    assert read_result(DRAFT, report(bare), own).message == DRAFT.replace("Fine", "Well")
