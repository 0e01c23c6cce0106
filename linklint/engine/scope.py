"""What the names in a rule stand for: facts, references, options. Every name that stands for nothing is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linklint.data.suggest import closest_hint
from linklint.engine.lengths import find_length_hint
from linklint.engine.lists import find_listed, list_shown
from linklint.engine.options import option_operand
from linklint.engine.values import describe_type, is_subject
from linklint.engine.vocabulary import (
    Accessor,
    Context,
    Elements,
    KeyPath,
    Operand,
    Reader,
    RuleProblem,
    Type,
    Vocabulary,
)

REFERENCE = re.compile(r"\$([A-Za-z_][\w-]*)(?:\.(.+))?\Z", re.DOTALL)
KEY = "#key"


class Scope(NamedTuple):
    """Where in a rule a name is read. ``names`` are the rule's subject, then one entry for each enclosing quantifier:
    (its ``as`` name or "", the kind of its elements). ``problems``, ``used`` (options), ``asked`` (facts: where, of
    which kind, their names) and ``shares`` (options that shares are compared with) are filled on the way. ``shows``:
    values are only shown, so that names may lead through lists."""

    vocabulary: Vocabulary
    options: Mapping[str, Any]
    names: tuple[tuple[str, str], ...]
    problems: list[RuleProblem]
    used: set[str]
    asked: list[tuple[KeyPath, str, str]]
    shares: set[str]
    shows: bool = False

    @property
    def depth(self) -> int:
        return len(self.names) - 1

    @property
    def kind(self) -> str:
        return self.names[-1][1]

    def inside(self, name: str, kind: str) -> Scope:
        """The scope of a quantifier's condition."""
        return self._replace(names=(*self.names, (name, kind)))

    def problem(self, keypath: KeyPath, message: str, hint: str = "") -> None:
        self.problems.append(RuleProblem(keypath, message, hint))


def resolve_fact(scope: Scope, name: str, keypath: KeyPath) -> Operand | None:
    """A bare fact: that of the innermost element, or of the rule's subject outside quantifiers."""
    return _fact(scope, scope.depth, name, name, keypath)


def resolve_relation(scope: Scope, text: str, keypath: KeyPath) -> Operand | None:
    """A relation: bare from the innermost element, ``$name.…``, or from the rule's subject by the name of its kind."""
    if text.startswith("$"):
        found = resolve_reference(scope, text, keypath)
    else:
        first, _, rest = text.partition(".")
        subject = scope.names[0][0]
        if first == subject and rest and scope.vocabulary.lookup(scope.kind, text) is None:
            found = _fact(scope, 0, rest, text, keypath)
        else:
            found = resolve_fact(scope, text, keypath)
    if found is not None and not is_subject(found.type):
        scope.problem(keypath, f'"{text}" is {describe_type(found.type)}, not a relation', _relation_hint(scope, text))
        return None
    return found


def find_owner(scope: Scope, relation: Operand) -> tuple[Reader, str]:
    """Whose elements a relation lists, and a name for the relation among those of such owners: of ``cluster.hub.links``
    it is the hub, however one came to it. What is known of an owner's elements can then be kept."""
    if relation.depth < 0:
        return (lambda context, elements: None), f"site {relation.fact}"
    kind, depth = scope.names[relation.depth][1], relation.depth
    words = relation.fact.split(".")
    walks = relation.fact not in scope.vocabulary.fact_names(kind)
    for count in range(len(words) - 1, 0, -1) if walks else ():
        way = scope.vocabulary.lookup(kind, ".".join(words[:count]))
        if way is None or way.type.many or not is_subject(way.type):
            continue
        rest = ".".join(words[count:])
        if scope.vocabulary.lookup(way.type.name, rest) is not None:
            return _read_element(way, depth), f"{way.type.name} {rest}"
    return (lambda context, elements: elements[depth]), f"{kind} {relation.fact}"


def resolve_reference(scope: Scope, text: str, keypath: KeyPath, owner: int = 0) -> Operand | None:
    """``$options.x``, ``$site.x``, ``$subject.x``, ``$name.x``, or a whole subject ``$name``. ``owner`` is the depth of
    the element whose language picks from lists by language."""
    match = REFERENCE.match(text)
    if match is None:
        scope.problem(keypath, f'"{text}" is not a reference', 'write "$$" for a dollar sign at the beginning')
        return None
    first, rest = match[1], match[2]
    if first == "options":
        return _option(scope, rest, text, keypath, owner)
    depth = next((depth for depth in range(scope.depth, -1, -1) if scope.names[depth][0] == first), None)
    if depth is None and first == "site":
        return _site_fact(scope, rest, text, keypath)
    if depth is None:
        scope.problem(keypath, f'"${first}" stands for nothing here', _name_hint(scope, first))
        return None
    if rest is None:
        kind = scope.names[depth][1]
        return Operand(Type(kind), lambda context, elements: elements[depth], depth, text)
    return _fact(scope, depth, rest, text, keypath)


def _fact(scope: Scope, depth: int, name: str, shown: str, keypath: KeyPath) -> Operand | None:
    kind = scope.names[depth][1]
    accessor = _look_up(scope, kind, name, keypath)
    if accessor is None:
        return None
    return Operand(
        accessor.type, _read_element(accessor, depth), depth, shown,
        fact=name, values=accessor.values, steps=accessor.steps, costly=accessor.costly,
    )  # fmt: skip


def _look_up(scope: Scope, kind: str, name: str, keypath: KeyPath) -> Accessor | None:
    accessor = scope.vocabulary.lookup(kind, name)
    if accessor is None and scope.shows:
        listed = find_listed(scope.vocabulary, kind, name)
        if listed is not None:
            scope.asked.extend((keypath, *each) for each in listed.asked)
            return listed
    if accessor is None:
        scope.problem(keypath, f'{kind} has no fact "{name}"', _fact_hint(scope, kind, name))
    else:
        scope.asked.append((keypath, kind, name))
    return accessor


def _read_element(accessor: Accessor, depth: int) -> Reader:
    get = accessor.get
    return lambda context, elements: get(context.world, elements[depth])


def _site_fact(scope: Scope, name: str | None, shown: str, keypath: KeyPath) -> Operand | None:
    if name is None:
        scope.problem(keypath, '"$site" alone is no value', 'name a fact of it, such as "$site.roots"')
        return None
    accessor = _look_up(scope, "site", name, keypath)
    if accessor is None:
        return None
    get = accessor.get

    def read(context: Context, elements: Elements) -> Any:
        return get(context.world, context.vocabulary.subjects(context.world, "site")[0])

    return Operand(accessor.type, read, -1, shown, fact=name, values=accessor.values)


def _option(scope: Scope, name: str | None, shown: str, keypath: KeyPath, owner: int) -> Operand | None:
    if name is None:
        scope.problem(keypath, '"$options" alone is no value', 'name one of them, such as "$options.max"')
        return None
    scope.used.add(name)
    if name not in scope.options:
        hint = closest_hint(name, scope.options) or f"declare it: options: {{{name}: …}}"
        scope.problem(keypath, f'the rule has no option "{name}"', hint)
        return None
    return option_operand(scope.options[name], shown, owner, scope.names[max(owner, 0)][1])


def _fact_hint(scope: Scope, kind: str, name: str) -> str:
    """Did you mean? Looks for the mistake behind the longest part of a dotted name that is right."""
    vocabulary, words = scope.vocabulary, name.split(".")

    def list_names(kind: str) -> Iterable[str]:
        return list_shown(vocabulary, kind) if scope.shows else vocabulary.fact_names(kind)

    if length := find_length_hint(name.removeprefix(f"{kind}."), lambda each: vocabulary.lookup(kind, each)):
        return length
    for count in range(len(words) - 1, 0, -1):
        prefix, rest = ".".join(words[:count]), ".".join(words[count:])
        accessor = vocabulary.lookup(kind, prefix)
        if accessor is None or not is_subject(accessor.type):
            continue
        about, known = "", list_names(accessor.type.name)
        if accessor.type.many:
            if scope.shows and "." in rest:
                return _fact_hint(scope, accessor.type.name, rest).replace('"', f'"{prefix}.', 1)
            about = f'"{prefix}" is {describe_type(accessor.type)}: ask about them with some, every, none or count'
            meant = vocabulary.lookup(accessor.type.name, rest) is None
            below = _facts_below(vocabulary, kind, words[:count]) if meant else []
            about, known = ("", [*below, *known]) if scope.shows else (about, below)
        return closest_hint(rest, known).replace('"', f'"{prefix}.', 1) or about
    own = name.removeprefix(f"{kind}.")
    if own != name and vocabulary.lookup(kind, own) is not None:
        return f'write "{own}", without the name of the subject that it is asked of'
    if kind != "site" and vocabulary.lookup("site", name) is not None:
        return f'did you mean "$site.{name}"?'
    return closest_hint(own, list_names(kind))


def _facts_below(vocabulary: Vocabulary, kind: str, words: list[str]) -> list[str]:
    """What may follow a list: ``count`` after ``inlinks``, where ``inlinks.count`` is a fact too."""
    found = []
    for count in range(len(words)):
        way = vocabulary.lookup(kind, ".".join(words[:count])) if count else None
        if count and (way is None or way.type.many or not is_subject(way.type)):
            continue
        prefix = ".".join(words[count:]) + "."
        names = vocabulary.fact_names(kind if way is None else way.type.name)
        found += [name.removeprefix(prefix) for name in names if name.startswith(prefix)]
    return found


def _relation_hint(scope: Scope, text: str) -> str:
    if text.startswith("$"):
        return ""
    relations = [
        name
        for name in scope.vocabulary.fact_names(scope.kind)
        if (accessor := scope.vocabulary.lookup(scope.kind, name)) is not None and is_subject(accessor.type)
    ]
    listed = f"the relations of {scope.kind}: {', '.join(sorted(relations))}" if relations else ""
    # What is asked about is a fact; only one that counts or sums up a relation was surely meant to be it.
    whole = max((name for name in relations if text.startswith(f"{name}.")), key=len, default=None)
    return f'did you mean "{whole}"?' if whole else listed


def _name_hint(scope: Scope, name: str) -> str:
    known = {"options", "site", *(name for name, _ in scope.names if name)}
    if name == scope.kind:
        return f'a bare fact is that of the {name}; to use it deeper inside, name it with "as: {name}"'
    near = closest_hint(name, known).replace('"', '"$', 1)
    return near or f"known here: {', '.join('$' + word for word in sorted(known))}"
