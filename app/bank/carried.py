"""The part of phrasebank/grammar.toml that says which of the writer's words can be carried into a suggestion."""

from __future__ import annotations

from functools import cached_property

import msgspec

from app.bank.lexicon import Phrases, by_first


class Slots(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What is left out of a slot, where one ends, and what makes it no wish."""

    light: frozenset[str]
    fillers: tuple[str, ...]
    trailing: tuple[str, ...]
    dark: frozenset[str]
    echoes: frozenset[str]
    half: frozenset[str]
    and_after: frozenset[str]
    embedding: frozenset[str]
    unwished: frozenset[str]
    pale: frozenset[str]
    incomplete: frozenset[str]
    mocking: tuple[str, ...]
    deadlines: frozenset[str]

    @cached_property
    def dropped(self) -> Phrases:
        """Give the fillers by their first word."""
        return by_first(self.fillers)

    @cached_property
    def dropped_last(self) -> Phrases:
        """Give what is left out at the end by its first word."""
        return by_first(self.trailing)


class Wishes(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What makes a wish of the verb phrase that follows."""

    conditions: frozenset[str]
    habits: tuple[str, ...]
    heads: frozenset[str]
    able: frozenset[str]
    urges: tuple[str, ...]
    past: tuple[str, ...]
    missing: frozenset[str]
    forbidding: tuple[str, ...]
    imperatives: frozenset[str]

    @cached_property
    def urging(self) -> Phrases:
        """Give the urges by their first word."""
        return by_first(self.urges)

    @cached_property
    def hoped(self) -> Phrases:
        """Give what comes before a wish that is past, by its first word."""
        return by_first(self.past)


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Times of one event in the past."""

    events: tuple[str, ...]
    memory: str
    now: tuple[str, ...]

    @cached_property
    def said(self) -> Phrases:
        """Give the times by their first word."""
        return by_first(self.events)


class Events(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells an event: what can be seen or heard, and what makes a verdict or a picture of it.

    `verbs` are those of "you", of which `alone` need nothing beside them and `naming` need one of `named` ("told me");
    `inward` and `moved` are verbs and auxiliaries that tell no event of "I". A clause opens after `opens` (that of
    "I" not `under` some of them) and closes before `ends`; one that holds `breaks` cannot be cut, and one with
    only `thin` words beside its verb says too little. With `rests` begins
    what stays behind a feeling.
    """

    rests: frozenset[str]
    verbs: frozenset[str]
    alone: frozenset[str]
    naming: frozenset[str]
    named: frozenset[str]
    inward: frozenset[str]
    moved: frozenset[str]
    opens: frozenset[str]
    under: frozenset[str]
    ends: frozenset[str]
    breaks: frozenset[str]
    thin: frozenset[str]
    absolute: frozenset[str]
    dark: frozenset[str]


class TopicKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of one kind, and the lines that can take them: `fits` names themes and categories, `unfit` parts of lines.

    Of `takes`, where it is not empty, a line must hold one part. `lead` stands before the nouns ("seeing" a
    therapist); `bare` ones need no determiner, others one of `determiners`; of `shared` ones "your" becomes "the", and
    `owned` ones can be somebody's ("Ellie's party"). Words right before tell where they are no topic (`only_after`,
    `not_after`), `never` in which categories. `names` says in other words what they are. `theme` is what they tell
    where nothing else does.
    """

    name: str
    nouns: frozenset[str]
    fits: frozenset[str]
    bare: frozenset[str] = frozenset()
    unfit: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    lead: str = ""
    determiners: frozenset[str] = frozenset()
    only_after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    names: dict[str, str] = {}
    shared: bool = False
    owned: bool = False
    theme: str = ""


class TopicWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What may stand before and after the noun of a topic, where it is a picture only, and the nouns by kind."""

    modifiers: frozenset[str]
    the: frozenset[str]
    closing: frozenset[str]
    likening: frozenset[str]
    pictures: tuple[str, ...]
    proper: frozenset[str]
    said_with: frozenset[str]
    kind: tuple[TopicKind, ...]

    @cached_property
    def unmeant(self) -> Phrases:
        """Give the pictures by their first word."""
        return by_first(self.pictures)

    @cached_property
    def nouns(self) -> Phrases:
        """Give the nouns of all kinds by their first word."""
        return by_first(self.kinds_of)

    @cached_property
    def kinds_of(self) -> dict[str, tuple[TopicKind, ...]]:
        """Give the kinds of each noun: "family" is whom one comes from, and what one is."""
        found: dict[str, tuple[TopicKind, ...]] = {}
        for kind in self.kind:
            for noun in (*kind.nouns, *kind.names):
                found[noun] = (*found.get(noun, ()), kind)
        return found
