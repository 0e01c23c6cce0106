"""The elements of a relation, and the index that spares a scan where one of their facts must equal a known value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from linklint.engine.values import key_of
from linklint.engine.vocabulary import Check, Context, Elements, Operand, Reader

SMALL = 16
"""Up to so many elements are scanned: an index would cost more than it spares."""


class Equality(NamedTuple):
    """``fact`` of the element must equal what ``value`` reads, which does not depend on the element."""

    fact: str
    read: Reader
    value: Reader


class Relation(NamedTuple):
    """A compiled ``of`` with its ``where``. ``owner`` and ``name``: see ``find_owner``. ``check`` takes the element as
    last of ``Elements``; None: every element counts."""

    operand: Operand
    owner: Reader
    name: str
    check: Check | None = None
    equality: Equality | None = None


def make_counter(relation: Relation) -> Callable[[Context, Elements], Sequence[Any]]:
    """The function that lists all elements; a missing relation has none, a single one is a list of one."""
    read = relation.operand.read
    if relation.operand.type.many:
        return lambda context, elements: read(context, elements) or ()

    def read_single(context: Context, elements: Elements) -> Sequence[Any]:
        value = read(context, elements)
        return () if value is None else (value,)

    return read_single


def make_selector(relation: Relation) -> Callable[[Context, Elements], Iterator[Any]]:
    """The function that finds the elements for which ``where`` holds, in the relation's order."""
    listed, check = make_counter(relation), relation.check
    if check is None:
        return lambda context, elements: iter(listed(context, elements))

    def select(context: Context, elements: Elements) -> Iterator[Any]:
        candidates = listed(context, elements)
        if relation.equality is not None and len(candidates) > SMALL:
            candidates = _narrow(relation, relation.equality, candidates, context, elements)
        return (element for element in candidates if check(context, (*elements, element)))

    return select


def _narrow(
    relation: Relation, equality: Equality, candidates: Sequence[Any], context: Context, elements: Elements
) -> Sequence[Any]:
    """The elements whose fact has the wanted value. The first question about an owner is answered by a scan, since
    most owners are asked about once; the second builds the index."""
    wanted = key_of(equality.value(context, elements))
    if wanted is None:
        return ()
    owner = relation.owner(context, elements)
    place = (id(owner), relation.name, equality.fact)
    index = context.indexes.get(place)
    if index is None:
        if place not in context.visited:
            context.visited[place] = owner
            return candidates
        index = context.indexes[place] = {}
        for element in candidates:
            key = key_of(equality.read(context, (*elements, element)))
            if key is not None:
                index.setdefault(key, []).append(element)
    return index.get(wanted, ())
