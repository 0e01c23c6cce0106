"""One fact compared with one value: the leaves of conditions, compiled once into closures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.data.suggest import closest_hint
from linklint.engine.operators import OPERATORS, check_operands
from linklint.engine.relations import Equality
from linklint.engine.scope import KEY, Scope, resolve_fact, resolve_reference
from linklint.engine.values import equal, is_subject, keys_of, type_of
from linklint.engine.vocabulary import Check, Context, Elements, KeyPath, Operand, Reader


class Atom(NamedTuple):
    """A comparison that depends on one plain fact of the rule's subject alone. ``judge`` tells of a value (None:
    missing) whether it holds; ``wanted`` False: it must not. ``closed``: all values of the fact are known, so there
    are few."""

    fact: str
    read: Reader
    judge: Callable[[Any], bool]
    wanted: bool = True
    closed: bool = False


class Condition(NamedTuple):
    """``check`` decides. ``equalities`` are comparisons that must hold for it to hold, for the use of an index;
    ``atoms`` likewise, for the use of columns; ``rest`` is what is left to be asked where they hold (None: all of
    it). ``constant``: whether it holds, where that is known before the run (it compares options only)."""

    check: Check
    equalities: tuple[Equality, ...] = ()
    atoms: tuple[Atom, ...] = ()
    rest: Check | None = None
    constant: bool | None = None

    @property
    def whole(self) -> bool:
        """Whether it holds just when its atoms do: nothing is left to be asked."""
        return self.rest is always


def never(context: Context, elements: Elements) -> bool:
    """What a condition with a mistake in it compiles to; it never runs."""
    return False


def always(context: Context, elements: Elements) -> bool:
    """What a condition compiles to that is known to hold."""
    return True


BROKEN = Condition(never)
HOLDS, FAILS = Condition(always, constant=True), Condition(never, constant=False)


def conjoin(parts: Sequence[Condition]) -> Condition:
    """All of the parts, asked in their order."""
    if any(part.constant is False for part in parts):
        return FAILS
    parts = [part for part in parts if part.constant is None]
    if not parts:
        return HOLDS
    if len(parts) == 1:
        return parts[0]
    return Condition(
        ask_all(tuple(part.check for part in parts)),
        tuple(equality for part in parts for equality in part.equalities),
        tuple(atom for part in parts for atom in part.atoms),
        ask_all(tuple(part.rest or part.check for part in parts if not part.whole)),
    )


def ask_all(checks: tuple[Check, ...]) -> Check:
    """The check that all of these hold."""
    if len(checks) < 2:
        return checks[0] if checks else always

    def check_all(context: Context, elements: Elements) -> bool:
        for check in checks:  # noqa: SIM110 — asked for every link of a site, and all() would make a generator each time
            if not check(context, elements):
                return False
        return True

    return check_all


def disjoin(parts: Sequence[Condition]) -> Condition:
    """Any of the parts, asked in their order."""
    if any(part.constant for part in parts):
        return HOLDS
    parts = [part for part in parts if part.constant is None]
    if len(parts) < 2:
        return parts[0] if parts else FAILS
    checks = tuple(part.check for part in parts)
    return Condition(lambda context, elements: any(check(context, elements) for check in checks))


def negate(condition: Condition) -> Condition:
    """Holds when the condition does not."""
    if condition.constant is not None:
        return FAILS if condition.constant else HOLDS
    check = condition.check
    single = condition.whole and len(condition.atoms) == 1
    atoms = tuple(atom._replace(wanted=not atom.wanted) for atom in condition.atoms) if single else ()
    return Condition(
        lambda context, elements: not check(context, elements), atoms=atoms, rest=always if single else None
    )


def compile_fact(scope: Scope, key: str, value: Any, keypath: KeyPath) -> Condition:
    """``key: value`` of a condition: a fact and what must hold of it."""
    at_key = (*keypath, KEY)
    left = resolve_reference(scope, key, at_key) if key.startswith("$") else resolve_fact(scope, key, at_key)
    if not isinstance(value, Mapping):
        if isinstance(value, list | tuple):
            scope.problem(keypath, f'"{key}" is compared with a list', f"to accept any of them: {key}: {{in: [...]}}")
            return BROKEN
        return _compile_operator(scope, left, "eq", value, keypath)
    if not value:
        scope.problem(keypath, f'"{key}" has no operator', f"the operators: {', '.join(OPERATORS)}")
    parts = []
    for name, right in value.items():
        if name in OPERATORS:
            parts.append(_compile_operator(scope, left, name, right, (*keypath, name)))
        else:
            scope.problem(
                (*keypath, name, KEY), f'unknown operator "{name}"', _operator_hint(scope, key, left, str(name))
            )
    return conjoin(parts)


def _operator_hint(scope: Scope, key: str, left: Operand | None, name: str) -> str:
    if left is not None and is_subject(left.type) and scope.vocabulary.lookup(left.type.name, name) is not None:
        return f'ask about it as "{key}.{name}"' if not left.type.many else "use some, every, none or count"
    return closest_hint(name, OPERATORS) or f"the operators: {', '.join(OPERATORS)}"


def _compile_operator(scope: Scope, left: Operand | None, name: str, value: Any, keypath: KeyPath) -> Condition:
    right = compile_value(scope, value, keypath, -1 if left is None else left.depth)
    if left is None or right is None:
        return BROKEN
    mistake = check_operands(name, left, right)
    if mistake is not None:
        scope.problem(keypath, mistake.message, mistake.hint)
        return BROKEN
    if name == "exists":
        return Condition(_existence(left, right.literal))
    operator = OPERATORS[name]
    constant = right.literal
    if operator.compile is not None:
        try:
            constant = operator.compile(right.literal)
        except ValueError as error:
            what = "regular expression" if name == "matches" else name
            scope.problem(keypath, f"bad {what} {right.shown}: {error}")
            return BROKEN
    elif isinstance(constant, list | tuple):
        constant = keys_of(constant)
    if constant is not None and left.literal is not None:
        return HOLDS if operator.holds(left.literal, constant) else FAILS
    check = _comparison(left, right, operator.holds, constant)
    equalities = _equalities(scope, left, right) if name == "eq" else ()
    if constant is None or scope.depth or left.depth or not _is_plain(left):
        return Condition(check, equalities)
    holds = operator.holds
    judge = lambda value: value is not None and bool(holds(value, constant))  # noqa: E731 - as short as the others
    return Condition(check, equalities, (Atom(left.fact, left.read, judge, closed=_is_closed(left)),), always)


def _is_plain(operand: Operand) -> bool:
    """Numbers with fractions are left out: they are computed, some at great cost, and each one differs."""
    return bool(operand.fact) and not operand.type.many and operand.type.name in ("boolean", "integer", "text")


def _is_closed(operand: Operand) -> bool:
    return bool(operand.values) or operand.type.name == "boolean"


def _existence(left: Operand, wanted: bool) -> Check:
    read = left.read
    return lambda context, elements: (read(context, elements) is not None) is wanted


def _comparison(left: Operand, right: Operand, holds: Any, constant: Any) -> Check:
    """A missing value on either side makes every comparison false."""
    read_left, read_right = left.read, right.read
    if holds is equal and isinstance(constant, str):  # most comparisons of most rules: a shorter way to the same
        return lambda context, elements: bool(read_left(context, elements) == constant)
    if holds is equal and isinstance(constant, bool):
        return lambda context, elements: read_left(context, elements) is constant

    def check_constant(context: Context, elements: Elements) -> bool:
        value = read_left(context, elements)
        return value is not None and bool(holds(value, constant))

    def check(context: Context, elements: Elements) -> bool:
        value = read_left(context, elements)
        if value is None:
            return False
        other = read_right(context, elements)
        return other is not None and bool(holds(value, other))

    return check if constant is None else check_constant


def _equalities(scope: Scope, left: Operand, right: Operand) -> tuple[Equality, ...]:
    """An index helps where a fact of the innermost element must equal something that does not depend on it."""
    for own, other in ((left, right), (right, left)):
        if own.depth == scope.depth > other.depth:
            return (Equality(own.fact, own.read, other.read),)
    return ()


def compile_value(scope: Scope, value: Any, keypath: KeyPath, owner: int) -> Operand | None:
    """The right side of an operator: a literal, or a reference. ``owner``: see ``resolve_reference``."""
    if isinstance(value, str) and value.startswith("$"):
        if not value.startswith("$$"):
            return resolve_reference(scope, value, keypath, owner)
        value = value[1:]
    if isinstance(value, list | tuple):
        value = [_plain(scope, item, (*keypath, index)) for index, item in enumerate(value)]
        shown = "[" + ", ".join(map(_show, value)) + "]"
    elif isinstance(value, str | int | float):
        shown = _show(value)
    else:
        hint = "to ask whether a value is there: {exists: false}" if value is None else ""
        scope.problem(keypath, f"nothing can be compared with {'null' if value is None else 'a mapping'}", hint)
        return None
    return Operand(type_of(value), lambda context, elements: value, -1, shown, value)


def _plain(scope: Scope, item: Any, keypath: KeyPath) -> Any:
    if isinstance(item, str) and item.startswith("$"):
        if item.startswith("$$"):
            return item[1:]
        scope.problem(keypath, f'"{item}" stands in a list', 'references stand alone; "$$" begins a text with "$"')
    elif not isinstance(item, str | int | float):
        scope.problem(keypath, "a list holds plain values")
        return ""
    return item


def _show(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)
