"""Conditions of the rule language, compiled once into closures. All mistakes of a condition are found on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from linklint.data.suggest import closest_hint
from linklint.engine.comparisons import compile_fact, compile_value
from linklint.engine.logic import BROKEN, BY_ELEMENTS, Condition, conjoin, disjoin, negate, never
from linklint.engine.operators import COMPARISONS, OPERATORS, check_operands
from linklint.engine.relations import SMALL, Relation, make_counter, make_selector
from linklint.engine.scope import KEY, Scope, find_owner, resolve_relation
from linklint.engine.values import keys_of
from linklint.engine.vocabulary import Check, Context, Elements, KeyPath, Operand, Type

CONNECTIVES = ("all", "any", "not")
QUANTIFIERS = ("some", "every", "none", "count")
NAME = re.compile(r"[A-Za-z_][\w-]*\Z")
NOTHING = object()


def compile_condition(scope: Scope, tree: Any, keypath: KeyPath) -> Condition:
    """The condition at ``keypath``: a mapping whose keys all must hold. An empty one holds."""
    if not isinstance(tree, Mapping):
        scope.problem(keypath, "a condition is a mapping, such as {published: true}")
        return BROKEN
    return conjoin([_compile_key(scope, str(key), tree[key], (*keypath, key)) for key in tree])


def _compile_key(scope: Scope, key: str, value: Any, keypath: KeyPath) -> Condition:
    if key == "not":
        return negate(compile_condition(scope, value, keypath))
    if key in CONNECTIVES:
        return _compile_list(scope, key, value, keypath)
    if key in QUANTIFIERS:
        return Condition(_compile_quantifier(scope, key, value, keypath), cost=BY_ELEMENTS)
    return compile_fact(scope, key, value, keypath)


def _compile_list(scope: Scope, key: str, value: Any, keypath: KeyPath) -> Condition:
    if not isinstance(value, list | tuple) or not value:
        found = ", and this list is empty" if isinstance(value, list | tuple) else ""
        scope.problem(keypath, f'"{key}" takes a list of conditions{found}', f"{key}: [{{…}}, {{…}}]")
        return BROKEN
    parts = [compile_condition(scope, part, (*keypath, index)) for index, part in enumerate(value)]
    if key == "all":
        return conjoin(parts)
    return disjoin(parts)


def _compile_quantifier(scope: Scope, kind: str, value: Any, keypath: KeyPath) -> Check:
    """The check of ``{kind: value}``."""
    allowed = ("of", "where", "as", *(COMPARISONS if kind == "count" else ()))
    if not isinstance(value, Mapping):
        scope.problem(keypath, f'"{kind}" takes a mapping', f"{kind}: {{of: RELATION, where: {{…}}}}")
        return never
    for key in value:
        if key not in allowed:
            scope.problem((*keypath, key, KEY), f'unknown key "{key}" in "{kind}"', _key_hint(str(key), allowed))
    relation = compile_relation(scope, value, keypath, f'"{kind}"')
    if kind == "every" and "where" not in value:
        scope.problem(keypath, '"every" without "where" always holds', "say what must hold for each element")
    compare = _compile_comparison(scope, value, keypath) if kind == "count" else None
    if relation is None:
        return never
    if compare is not None:
        return _count(relation, compare)
    return _every(relation) if kind == "every" else _some(relation, wanted=kind == "some")


def compile_relation(scope: Scope, value: Mapping[str, Any], keypath: KeyPath, what: str) -> Relation | None:
    """``of``, ``as`` and ``where`` of a quantifier, or of an entry of ``related``."""
    of = value.get("of")
    if not isinstance(of, str):
        scope.problem((*keypath, "of") if "of" in value else keypath, f'{what} needs "of", the name of a relation')
        return None
    operand = resolve_relation(scope, of, (*keypath, "of"))
    name = _element_name(scope, value.get("as", ""), (*keypath, "as")) if "as" in value else ""
    if operand is None:
        return None  # what a condition says of unknown elements cannot be checked
    inside = scope.inside(name, operand.type.name)
    relation = Relation(operand, *find_owner(scope, operand))
    if "where" not in value:
        return relation
    condition = compile_condition(inside, value["where"], (*keypath, "where"))
    return relation._replace(check=condition.check, equality=next(iter(condition.equalities), None))


def _element_name(scope: Scope, name: Any, keypath: KeyPath) -> str:
    taken = {"options", "site", *(known for known, _ in scope.names if known)}
    if not isinstance(name, str) or not NAME.match(name):
        scope.problem(keypath, '"as" takes a name of letters, digits, "_" and "-"')
    elif name in taken:
        scope.problem(keypath, f'"as: {name}" takes a name that already stands for something', "choose another name")
    else:
        return name
    return ""


def _key_hint(key: str, allowed: tuple[str, ...]) -> str:
    if key in OPERATORS and "gte" not in allowed:
        return "to compare a number of elements use count"
    return closest_hint(key, allowed) or f"known here: {', '.join(allowed)}"


def _some(relation: Relation, wanted: bool) -> Check:
    select = make_selector(relation)
    return lambda context, elements: (next(select(context, elements), NOTHING) is not NOTHING) is wanted


def _every(relation: Relation) -> Check:
    select, listed = make_selector(relation), make_counter(relation)
    check = relation.check or never

    def hold(context: Context, elements: Elements, found: Iterable[Any]) -> bool:
        for element in found:  # noqa: SIM110 — asked of every page; all() makes a generator each time
            if not check(context, (*elements, element)):
                return False
        return True

    def every(context: Context, elements: Elements) -> bool:
        return hold(context, elements, listed(context, elements))

    def every_by_index(context: Context, elements: Elements) -> bool:
        """Mostly one of the first elements decides."""
        found = listed(context, elements)
        if not hold(context, elements, found[:SMALL]):
            return False
        return len(found) <= SMALL or sum(1 for _ in select(context, elements)) == len(found)

    return every if relation.equality is None else every_by_index


def _count(relation: Relation, compare: Check) -> Check:
    """``compare`` reads the number as one more element."""
    select, listed = make_selector(relation), make_counter(relation)
    if relation.check is None:
        return lambda context, elements: compare(context, (*elements, len(listed(context, elements))))
    return lambda context, elements: compare(context, (*elements, sum(1 for _ in select(context, elements))))


def _compile_comparison(scope: Scope, value: Mapping[str, Any], keypath: KeyPath) -> Check:
    number = Operand(Type("integer"), lambda context, elements: elements[-1], scope.depth + 1, "the count")
    checks: list[Check] = []
    for name in COMPARISONS:
        if name not in value:
            continue
        right = compile_value(scope, value[name], (*keypath, name), scope.depth)
        mistake = None if right is None else check_operands(name, number, right)
        if mistake is not None:
            scope.problem((*keypath, name), mistake.message, mistake.hint)
        elif right is not None:
            checks.append(_compare_number(name, right))
    if not any(name in value for name in COMPARISONS):
        scope.problem(keypath, '"count" compares with nothing', f"add one of {', '.join(COMPARISONS)}")
    return lambda context, elements: all(check(context, elements) for check in checks)


def _compare_number(name: str, right: Operand) -> Check:
    holds = OPERATORS[name].holds
    read = right.read
    constant = keys_of(right.literal) if isinstance(right.literal, list | tuple) else None

    def check(context: Context, elements: Elements) -> bool:
        other = read(context, elements) if constant is None else constant
        return other is not None and holds(elements[-1], other)

    return check
