"""Names in messages that lead through lists: ``{keyword.pages.path}`` is what each of the pages has. Conditions ask
about the elements of a list with quantifiers instead, which say of how many of them something must hold."""

from __future__ import annotations

from typing import Any, NamedTuple

from linklint.engine.columns import Get
from linklint.engine.values import is_subject
from linklint.engine.vocabulary import Type, Vocabulary

SHOWN = ("path", "id", "href", "text")
"""Facts that subjects are best known by."""


class Listed(NamedTuple):
    """A name that leads through lists, as an ``Accessor``. ``asked``: the facts that it consists of, each with the kind
    of subject that has it."""

    type: Type
    get: Get
    asked: tuple[tuple[str, str], ...]
    costly: bool
    values: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[Get, ...]:
        return (self.get,)


def find_listed(vocabulary: Vocabulary, kind: str, name: str) -> Listed | None:
    """The values of a fact of the members of a list, each once, in the order of the members; those that are missing
    left out. None where the name is not the longest relation to many that fits, and a fact of these."""
    words = name.split(".")
    for count in range(len(words) - 1, 0, -1):
        relation = vocabulary.lookup(kind, ".".join(words[:count]))
        if relation is None or not relation.type.many or not is_subject(relation.type):
            continue
        inner, rest = relation.type.name, ".".join(words[count:])
        direct = vocabulary.lookup(inner, rest)
        each = direct or find_listed(vocabulary, inner, rest)
        if each is None:
            return None
        asked = ((inner, rest),) if not isinstance(each, Listed) else each.asked
        type_, costly = Type(each.type.name, many=True), relation.costly or each.costly
        get = _collect(relation.get, each.get, many=each.type.many)
        return Listed(type_, get, ((kind, ".".join(words[:count])), *asked), costly)
    return None


def _collect(members: Get, of_each: Get, *, many: bool) -> Get:
    def get(world: Any, subject: Any) -> list[Any]:
        found: dict[str, Any] = {}
        for member in members(world, subject) or ():
            value = of_each(world, member)
            for item in (value or ()) if many else (value,):
                if item is not None:
                    found.setdefault(repr(item), item)  # mappings cannot be keys
        return list(found.values())

    return get


def list_shown(vocabulary: Vocabulary, kind: str) -> list[str]:
    """The names that a message can show of such subjects, those that lead through one list among them: for "did you
    mean"."""
    found = []
    for name in vocabulary.fact_names(kind):
        known = vocabulary.lookup(kind, name)
        if known is None or not is_subject(known.type):
            found.append(name)
        elif known.type.many:
            found += [f"{name}.{inner}" for inner in vocabulary.fact_names(known.type.name)]
    return found


def name_best(vocabulary: Vocabulary, kind: str) -> str:
    """The fact that such subjects are best known by."""
    return next((name for name in SHOWN if vocabulary.lookup(kind, name) is not None), SHOWN[0])
