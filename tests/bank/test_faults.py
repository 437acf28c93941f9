"""Bad content stops the start, and the message is read to its last word."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from app.bank import BankError, load_bank
from app.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

CARD = """
[[card]]
name = "extra"
patterns = ["you are a {thing}"]
why = "This may land as a name."
source = "Rosenberg"
catches = ["You are a snob.", "ur a snob", "You’re a snob"]
spares = ["I'm a snob.", "He is a snob.", "You are kind."]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(Settings().bank_dir, tmp_path / "bank")
    return tmp_path / "bank"


def fault(folder: Path) -> str:
    with pytest.raises(BankError) as raised:
        load_bank(folder)
    return str(raised.value)


def add_card(folder: Path, card: str) -> None:
    path = folder / "checks" / "contempt.toml"
    path.write_text(path.read_text("utf-8") + card, "utf-8")


def test_a_good_card_is_read(folder: Path) -> None:
    add_card(folder, CARD)
    assert "contempt.extra" in [card.id for card in load_bank(folder).cards]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('why = "This may land as a name."', "", "Object missing required field `why`"),
        ('source = "Rosenberg"', 'source = "Rosenberg"\ncolor = "red"', "Object contains unknown field `color`"),
        ('name = "extra"', 'name = "extra"\nlevel = "loud"', "Invalid enum value 'loud' - at `$.level`"),
        ('source = "Rosenberg"', "source = 7", "Expected `str`, got `int` - at `$.source`"),
        ('"ur a snob", ', "", "needs at least 3 `catches` and 3 `spares` in different voices"),
        ('["you are a {thing}"]', "[]", "`patterns` is empty; write at least one"),
        ('name = "extra"', 'name = "extra"\ntheme = "zebras"', "there is no theme `zebras` in phrasebank/themes"),
        (
            'name = "extra"',
            'name = "extra"\ntheme = "from-slot:act"',
            "`theme` asks for slot `act`, which no pattern names",
        ),
        ("a {thing}", "(a {thing}", "pattern `you are (a {thing}`: missing ): "),
        ("a {thing}", "a <zebra>", "there is no class `zebra`; add it here or mend the name that asks for it"),
        (
            "a {thing}",
            "a <trait:loud>",
            "`<trait:loud>`: no verb form `loud`; there are base, s, past, participle, ing",
        ),
    ],
)
def test_a_bad_card_is_named_with_its_file_and_its_fault(folder: Path, old: str, new: str, message: str) -> None:
    assert old in CARD
    add_card(folder, CARD.replace(old, new))
    text = fault(folder)
    assert text.startswith("checks/contempt.toml: card “extra”: ")
    assert message in text


def test_a_name_used_twice_is_refused(folder: Path) -> None:
    add_card(folder, CARD + CARD)
    wanted = "checks/contempt.toml: card “extra”: this name is used twice in the file; choose another"
    assert fault(folder) == wanted


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "checks" / "blame.toml").unlink()
    assert fault(folder) == "checks/blame.toml: this file is missing; restore it from the repository"


def test_broken_toml_tells_the_line(folder: Path) -> None:
    add_card(folder, '\n[[card]]\nname = "extra\n')
    assert fault(folder).startswith("checks/contempt.toml: not valid TOML: Illegal character")


def test_broken_utf8_tells_the_byte(folder: Path) -> None:
    (folder / "checks" / "blame.toml").write_bytes(b'name = "\xff"')
    assert fault(folder) == "checks/blame.toml: not UTF-8 at byte 8; save the file as UTF-8"


def test_a_stray_key_is_refused(folder: Path) -> None:
    path = folder / "checks" / "blame.toml"
    path.write_text('cards = "x"\n' + path.read_text("utf-8"), "utf-8")
    assert fault(folder) == "checks/blame.toml: unknown key `cards`; only [[card]] tables are read here"


def test_a_stem_with_an_unknown_placeholder_is_refused(folder: Path) -> None:
    path = folder / "themes" / "listening.toml"
    path.write_text(path.read_text("utf-8").replace("{when}", "{whenn}"), "utf-8")
    assert fault(folder).startswith("themes/listening.toml: unknown placeholder {whenn} in “")


def test_a_general_line_with_a_theme_placeholder_is_refused(folder: Path) -> None:
    path = folder / "moves.toml"
    path.write_text(path.read_text("utf-8").replace("{topic}", "{topik}"), "utf-8")
    assert "unknown placeholder {topik}" in fault(folder)


def test_a_weak_sign_has_no_exceptions(folder: Path) -> None:
    path = folder / "danger.toml"
    path.write_text(path.read_text("utf-8").replace("catches = ", 'unless = ["x"]\ncatches = ', 1), "utf-8")
    assert "danger.toml: sign" in fault(folder)
    assert "a weak sign has no `unless`" in fault(folder)


def test_weak_signs_need_their_weighing(folder: Path) -> None:
    path = folder / "cues.toml"
    path.write_text(path.read_text("utf-8").replace("[weighing]", "[weights]", 1), "utf-8")
    assert "needs one [weighing] table and [[cue]] tables, and nothing else" in fault(folder)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[worry.lines]", "[worry.said]", "Object contains unknown field `said`"),
        ('name = "time"', 'name = "cost"', "this name is used twice in the file; choose another"),
        ("catches = [", 'catches = ["You said it costs a fortune."]\nmore = [', "Object contains unknown field `more`"),
        (
            "I'd like to look for a cheap or free way to start.",
            "I'd like to look at {topic} with you.",
            "“I'd like to look at {topic} with you.” has a placeholder; lines that meet a worry stand as they are",
        ),
        (
            "I'd fit it around your work.",
            "One visit, and then we see if it was worth the money.",
            "is said twice in the file; each line is an idea of its own",
        ),
        ("<says-no>", "<zebra>", "there is no class `zebra`"),
    ],
)
def test_a_bad_worry_is_named_with_its_file_and_its_fault(folder: Path, old: str, new: str, message: str) -> None:
    path = folder / "worries.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    said = fault(folder)
    assert "worries.toml: " in said
    assert message in said


@pytest.mark.parametrize(("key", "fewest"), [("catches", 4), ("spares", 4), ("lines", 6)])
def test_a_worry_with_too_little_is_refused(folder: Path, key: str, fewest: int) -> None:
    stems = "plain = []\nwarm = []\nask = []"
    few = {"catches": '"a", "b", "c", "d"', "spares": '"a", "b", "c", "d"'} | {key: '"a", "b", "c"'}
    path = folder / "worries.toml"
    head = f'[[worry]]\nname = "x"\npatterns = ["you say x"]\ncatches = [{few["catches"]}]\nspares = [{few["spares"]}]'
    path.write_text(f"{head}\n[worry.lines]\n{stems}\n", "utf-8")
    assert f"worries.toml: worry “x”: needs at least {fewest} " in fault(folder)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('\n"1" = [', '\n"0.3" = [', "`0.3` is no weight; there are 0.25, 0.5, 0.75, 1, 1.25"),
        ('\n"1" = [', '\n"1" = [\n"Don\'t",', "“Don't” is no word or pair in plain small letters"),
        ('\n"1" = [', '\n"1" = [\n"oh so odd",', "“oh so odd” is no word or pair"),
        ('\n"1" = [', '\n"1" = [\n"zebra", "zebra",', "“zebra” stands here twice"),
        ("[kinds.self-harm]", "[kinds.sadness]", "Invalid enum value 'sadness'"),
        ("[safety]", "[calm]", "danger-words.toml"),
    ],
)
def test_words_of_danger_are_read_strictly(folder: Path, old: str, new: str, told: str) -> None:
    path = folder / "danger-words.toml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    message = fault(folder)
    assert "danger-words.toml" in message
    assert told in message


def test_a_word_may_not_lean_both_ways(folder: Path) -> None:
    path = folder / "danger-words.toml"
    danger, safety = path.read_text("utf-8").split("\n[safety]\n")
    both = [part.replace('"1" = [', '"1" = [\n"zebra",', 1) for part in (danger, safety)]
    path.write_text("\n[safety]\n".join(both), "utf-8")
    assert "“zebra” stands here twice" in fault(folder)
