"""What the engine asks of the layer that knows the facts, and what it says about a rule that is badly written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import msgspec

from linklint.engine.columns import Columns, Get
from linklint.model.finding import Subject
from linklint.model.place import Location

if TYPE_CHECKING:
    from linklint.engine.carrying import Carried

KeyPath = tuple[str | int, ...]
Elements = tuple[Any, ...]
"""What a condition is asked about: the rule's subject, then the element of each enclosing quantifier."""


class RuleProblem(msgspec.Struct, frozen=True):
    """One mistake in a rule. ``keypath`` leads to it inside the rule; its last part is ``"#key"`` when the key and not
    the value is wrong. ``hint`` is the way out."""

    keypath: KeyPath
    message: str
    hint: str = ""


class FactType(Protocol):
    """``name`` is text, integer, number, share, boolean, date, any, or a kind of subject; ``many``: a list of them."""

    @property
    def name(self) -> str: ...
    @property
    def many(self) -> bool: ...


class Accessor(Protocol):
    """How one fact is read: ``get(world, subject)`` gives its value, None when it is missing. ``values`` are all that
    it may have; empty: any. ``costly``: it takes long to compute. ``steps`` do the same as ``get`` one after the other:
    all but the last one lead to other subjects. One of them may have ``of_many``, which takes the world and many
    subjects and gives the values of all in one go."""

    @property
    def type(self) -> FactType: ...
    @property
    def get(self) -> Callable[[Any, Any], Any]: ...
    @property
    def values(self) -> Sequence[str]: ...
    @property
    def steps(self) -> Sequence[Get]: ...
    @property
    def costly(self) -> bool: ...


class Cause(Protocol):
    """A place where a change was made, and what was done there."""

    @property
    def location(self) -> Location: ...
    @property
    def action(self) -> str: ...


class Definition(Protocol):
    """Where the destination of a reference is written, and what makes it the same definition on another line.
    ``counts``: something is wrong with the destination."""

    @property
    def location(self) -> Location: ...
    @property
    def identity(self) -> tuple[str, ...]: ...
    @property
    def counts(self) -> bool: ...


class Vocabulary(Protocol):
    """The catalogue of facts. The module ``linklint.facts`` is one; tests bring a smaller one."""

    def lookup(self, kind: str, name: str) -> Accessor | None: ...
    def fact_names(self, kind: str) -> Iterable[str]: ...
    def subjects(self, world: Any, kind: str) -> Sequence[Any]: ...
    def identity(self, world: Any, kind: str, subject: Any) -> tuple[str, ...]: ...
    def location(self, world: Any, kind: str, subject: Any) -> Location: ...
    def subject_of(self, world: Any, kind: str, subject: Any) -> Subject: ...
    def language(self, world: Any, kind: str, subject: Any) -> str | None: ...
    def describe(self, world: Any, kind: str, subject: Any) -> str: ...
    def find_definition(self, link: Any) -> Definition | None: ...
    def causes(self, world: Any, change: Any, measure: str | None = None) -> Sequence[Cause]: ...
    def victims(self, world: Any, change: Any) -> Sequence[tuple[str, Any]]: ...
    @property
    def DirectiveSubject(self) -> Callable[..., Any]: ...  # noqa: N802 — the name of a class


class Context:
    """One run's memory: the world, who reads it, the indexes built so far (see ``engine.relations``) and the columns
    (see ``engine.columns``) of each kind. ``carried``: what is known from another run (see ``engine.carrying``).

    Owners of indexed relations are kept with their index, so that ``id(owner)`` stays theirs."""

    def __init__(self, world: Any, vocabulary: Vocabulary, carried: Carried | None = None) -> None:
        self.world = world
        self.vocabulary = vocabulary
        self.carried = carried
        self.visited: dict[tuple[int, str, str], Any] = {}
        self.indexes: dict[tuple[int, str, str], dict[Any, list[Any]]] = {}
        self.columns: dict[str, Columns] = {}

    def forget(self) -> None:
        """Drops all that was built or computed on the way; nothing that is found depends on it."""
        for table in (self.visited, self.indexes, self.columns):
            table.clear()
        self.world.forget()


Reader = Callable[[Context, Elements], Any]
"""Reads one value; None when it is missing."""
Check = Callable[[Context, Elements], bool]


class Type(NamedTuple):
    """A ``FactType`` of the engine's own, for literals and options."""

    name: str
    many: bool = False


class Operand(NamedTuple):
    """One side of a comparison. ``depth`` is the place in ``Elements`` of what it reads, -1 when it reads none.
    ``shown`` is how messages call it. ``literal`` is its value when that is known before the run; ``by_language`` the
    lists of an option that is a mapping from language to list. ``fact`` is the name of the fact that it reads,
    ``values`` all values that this may have (empty: any), ``steps`` read it of the one that stands at ``depth``, and
    ``costly`` says that this takes long."""

    type: FactType
    read: Reader
    depth: int
    shown: str
    literal: Any = None
    by_language: dict[str, list[Any]] | None = None
    fact: str = ""
    values: Sequence[str] = ()
    steps: Sequence[Get] = ()
    costly: bool = False
