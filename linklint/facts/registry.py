"""The table of facts: what a rule may ask, with type and doc, and how a dotted name finds its value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from linklint.facts.world import World

MISSING = None
"""The value of a fact that a subject does not have."""


class FactType(NamedTuple):
    """``name``: text, integer, number, share (a number of which 1 is the whole, shown as per cent), boolean, date, any,
    or the kind of a subject (then the fact is a relation). ``many``: a list of them."""

    name: str
    many: bool = False


TEXT, INTEGER, NUMBER, SHARE = FactType("text"), FactType("integer"), FactType("number"), FactType("share")
BOOLEAN, DATE, ANY = FactType("boolean"), FactType("date"), FactType("any")
TEXTS = FactType("text", many=True)
PAGE, PAGES = FactType("page"), FactType("page", many=True)
LINK, LINKS = FactType("link"), FactType("link", many=True)
CLUSTER, CLUSTERS = FactType("cluster"), FactType("cluster", many=True)
MEMBERS, PAIRS = FactType("member", many=True), FactType("pair", many=True)
ENTRIES = FactType("entry", many=True)
VALUE_TYPES = frozenset({"text", "integer", "number", "share", "boolean", "date", "any"})


class Fact(NamedTuple):
    """One fact. ``compute`` takes the world and the subject; that of a wildcard fact (``front_matter.*``) also what
    stands for the star. ``names``: all that the star may stand for; empty: anything. ``values``: all values that the
    fact may have; empty: any. ``side``: of a relation to one subject that may be of another world (a page that is
    gone), the world that its facts are asked of. ``costly``: it takes long, and is asked of few subjects. ``own``: it
    follows from the subject itself, the settings and, of a link, from what ``likeness`` compares of the pages at its
    ends: nothing else of the site can change it."""

    name: str
    type: FactType
    doc: str
    compute: Callable[..., Any]
    names: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    side: Callable[[World, Any], World] | None = None
    costly: bool = False
    own: bool = False

    def match(self, name: str) -> str | None:
        """What the star of a wildcard fact stands for in ``name``; None when ``name`` is not this fact's."""
        before, star, after = self.name.partition("*")
        middle = name[len(before) : len(name) - len(after)]
        if not star or not middle or name != before + middle + after or (after and "." in middle):
            return None
        return middle if not self.names or middle in self.names else None


class Accessor(NamedTuple):
    """A resolved name: its type, the function from world and subject to the value (or MISSING), and all values that it
    may have (empty: any). ``side``, ``costly`` and ``own`` as for facts. ``star``: of a wildcard fact (the last one of
    a chain), the fact's name and what stands for the star. ``way``: for a dotted name, the functions that ``get``
    consists of, each asked of what the one before gives; empty: it is not taken apart."""

    type: FactType
    get: Callable[[World, Any], Any]
    values: tuple[str, ...] = ()
    side: Callable[[World, Any], World] | None = None
    star: tuple[str, str] | None = None
    way: tuple[Callable[[World, Any], Any], ...] = ()
    costly: bool = False
    own: bool = False

    @property
    def steps(self) -> tuple[Callable[[World, Any], Any], ...]:
        """The functions that lead from the subject to the value."""
        return self.way or (self.get,)


Function = TypeVar("Function", bound=Callable[..., Any])
TABLE: dict[str, dict[str, Fact]] = {}


def fact(
    kind: str,
    name: str,
    value: FactType,
    names: Iterable[str] = (),
    values: Iterable[str] = (),
    side: Callable[[World, Any], World] | None = None,
    costly: bool = False,
    own: bool = False,
) -> Callable[[Function], Function]:
    """Register the decorated function as a fact of ``kind``. Its docstring is the fact's doc."""

    def register(compute: Function) -> Function:
        doc = " ".join((compute.__doc__ or "").split())
        if not doc or name in TABLE.setdefault(kind, {}):
            raise ValueError(f"fact {kind} {name} needs a docstring and a name of its own")
        TABLE[kind][name] = Fact(name, value, doc, compute, tuple(names), tuple(values), side, costly, own)
        return compute

    return register


class Column:
    """A fact that is computed of many subjects in one go, where a call for each would cost more than the answer.
    ``of_many`` takes the world and the subjects and gives the value of each; called itself, it gives that of one.
    ``rare``: values that few subjects have; ``look``, another column, says of which this can be at a glance."""

    def __init__(
        self,
        of_many: Callable[[World, Sequence[Any]], list[Any]],
        rare: frozenset[str] = frozenset(),
        look: Column | None = None,
    ) -> None:
        self.of_many = of_many
        self.rare = rare
        self.look = look
        self.__doc__ = of_many.__doc__

    def __call__(self, world: World, subject: Any) -> Any:
        return self.of_many(world, (subject,))[0]


def catalogue() -> Mapping[str, Mapping[str, Fact]]:
    """All facts: kind of subject → name → fact, sorted."""
    return {kind: {name: TABLE[kind][name] for name in sorted(TABLE[kind])} for kind in sorted(TABLE)}


def fact_names(kind: str) -> list[str]:
    """The names of the facts of ``kind``, sorted, wildcards with known names spelt out: for "did you mean"."""
    names: list[str] = []
    for entry in TABLE.get(kind, {}).values():
        names += [entry.name.replace("*", name) for name in entry.names] or [entry.name]
    return sorted(names)


@lru_cache(maxsize=4096)
def lookup(kind: str, name: str) -> Accessor | None:
    """The fact ``name`` of subjects of ``kind``; None when there is none.

    A dotted name is the longest fact name that fits, then, through a relation to one subject, a fact of that:
    ``target.cluster.hub.path`` of a link.
    """
    direct = find(kind, name)
    if direct is not None:
        return direct
    words = name.split(".")
    for count in range(len(words) - 1, 0, -1):
        relation = find(kind, ".".join(words[:count]))
        if relation is None or relation.type.many or relation.type.name in VALUE_TYPES:
            continue
        rest = lookup(relation.type.name, ".".join(words[count:]))
        if rest is not None:
            way = (relation.get, *rest.steps) if relation.side is None else ()
            own, costly = relation.own and rest.own, relation.costly or rest.costly
            return Accessor(
                rest.type, chain(relation, rest), rest.values, star=rest.star, way=way, costly=costly, own=own
            )
    return None


def find(kind: str, name: str) -> Accessor | None:
    """The fact of exactly this name, wildcards included."""
    facts = TABLE.get(kind, {})
    if name in facts and "*" not in name:
        found = facts[name]
        return Accessor(found.type, found.compute, found.values, found.side, costly=found.costly, own=found.own)
    for entry in facts.values():
        middle = entry.match(name)
        if middle is not None:
            get = bind(entry.compute, middle)
            return Accessor(entry.type, get, entry.values, star=(entry.name, middle), costly=entry.costly)
    return None


def bind(compute: Callable[..., Any], middle: str) -> Callable[[World, Any], Any]:
    """The computation of a fact with a wildcard, for one word in its place."""
    return lambda world, subject: compute(world, subject, middle)


def chain(relation: Accessor, rest: Accessor) -> Callable[[World, Any], Any]:
    """The value of ``rest`` for the subject that ``relation`` leads to, in the world of that subject; missing where it
    leads nowhere."""
    side = relation.side

    def get(world: World, subject: Any) -> Any:
        between = relation.get(world, subject)
        return MISSING if between is MISSING else rest.get(world, between)

    def get_from_side(world: World, subject: Any) -> Any:
        between = relation.get(world, subject)
        return MISSING if between is MISSING else rest.get(side(world, subject) if side else world, between)

    return get if side is None else get_from_side
