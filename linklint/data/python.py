"""What a program in Python gives to its names, as far as that can be read without running it: literals, sums of them,
and what is added to lists and tables afterwards. Everything else is ``UNKNOWN``. Nothing here ever raises."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.data.javascript_values import UNKNOWN
from linklint.errors import Problem

LARGEST = 100_000  # bytes
DEEPEST = 40  # brackets in brackets, and lists in lists
MOST_NODES = 20_000
LONGEST = 2_000  # items of a list or a table, characters of a text: those that are longer are not known
BRACKET = re.compile(rb"[()\[\]{}]")
GROWING = frozenset({"append", "extend", "insert", "update", "remove"})
RUNNING = frozenset({"exec", "eval", "execfile", "globals", "locals", "vars", "setattr"})
# Of what is told where a version of Python reads what a later one allows: quotes in texts with values (3.12), several
# exceptions without brackets (3.14).
NEWER = ("f-string", "multiple exception types")
BLOCKS = (ast.If, ast.Try, ast.For, ast.While, ast.With, ast.Match)


class Program(NamedTuple):
    """``values``: name → value. A list or a table that something unknown may be added to holds ``UNKNOWN``, a table as
    a key. ``is_whole``: nothing else in the program can give values to names. ``uncertain``: names of lists and tables
    that hold less where some condition is not met."""

    values: Mapping[str, Any]
    is_whole: bool = True
    uncertain: frozenset[str] = frozenset()

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a name, UNKNOWN where the program may give it one that is not known."""
        found = self.values.get(name, default if self.is_whole else UNKNOWN)
        return _loosen(found) if name in self.uncertain else found


def read_program(data: bytes) -> Program:
    """The values that the names of a module have in the end."""
    tree = _parse(data)
    if tree is None:
        return Program({}, False)
    reader = _Reader()
    reader.read(tree.body, certain=True)
    return Program(reader.values, reader.is_whole, frozenset(reader.uncertain))


def find_python_mistake(data: bytes, path: str) -> Problem | None:
    """Where a program breaks the rules of the language; None where it does not, as far as can be told."""
    if not _is_readable(data):
        return None
    try:
        _build(data)
    except SyntaxError as error:
        if any(word in error.msg for word in NEWER):
            return None
        line, column = error.lineno or 1, max(error.offset or 1, 1)
        message = f"not Python: {error.msg}"
        return Problem(message, path, line, column, column + 1, (error.text or "").rstrip("\r\n"))
    except (ValueError, RecursionError, MemoryError):
        return None
    return None


def _parse(data: bytes) -> ast.Module | None:
    try:
        return _build(data) if _is_readable(data) else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _is_readable(data: bytes) -> bool:
    """Whether the program is neither so large nor so deep that reading it could exhaust anything."""
    depth = 0
    for bracket in BRACKET.findall(data) if len(data) <= LARGEST else ():
        depth += 1 if bracket in b"([{" else -1
        if depth > DEEPEST:
            return False
    return len(data) <= LARGEST


def _build(data: bytes) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(data)


class _Reader:
    """Reads statements in their order. ``values`` are those so far."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.is_whole = True
        self.uncertain: set[str] = set()
        self._nodes = 0

    def read(self, body: Sequence[ast.stmt], *, certain: bool) -> None:
        """``certain``: the statements run, and once."""
        waiting: list[tuple[ast.stmt, bool]] = [(each, certain) for each in reversed(body)]
        while waiting:
            statement, runs = waiting.pop()
            if isinstance(statement, BLOCKS):
                if isinstance(statement, ast.For):
                    self._forget(statement.target)
                waiting.extend((each, False) for each in reversed([*_list_inner(statement)]))
            else:
                self._take(statement, certain=runs)

    def _take(self, statement: ast.stmt, *, certain: bool) -> None:
        match statement:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._assign(target, value, certain=certain)
            case ast.AnnAssign(target=target, value=value) if value is not None:
                self._assign(target, value, certain=certain)
            case ast.AugAssign(target=ast.Name(id=name), op=op, value=value):
                grown = _add(
                    self.values.get(name, UNKNOWN), self.evaluate(value) if isinstance(op, ast.Add) else UNKNOWN
                )
                self._grow(name, grown, certain=certain)
            case ast.Expr(value=ast.Call() as call):
                self._call(call, certain=certain)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                self.values[name] = UNKNOWN
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                for each in names:
                    if each.name == "*":
                        self.is_whole = False
                    self.values[(each.asname or each.name).partition(".")[0]] = UNKNOWN
            case ast.Delete(targets=targets):
                for target in targets:
                    self._forget(target)

    def _assign(self, target: ast.expr, value: ast.expr, *, certain: bool) -> None:
        if isinstance(target, ast.Name):
            found = self.evaluate(value)
            old = self.values.get(target.id, UNKNOWN)
            self.values[target.id] = found if certain or found == old else _mix(old, found)
        elif isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
            table, key = self.values.get(target.value.id), self.evaluate(target.slice)
            if isinstance(table, dict) and isinstance(key, str):
                self.values[target.value.id] = _add(table, {key: self.evaluate(value) if certain else UNKNOWN})
            else:
                self._forget(target)
        else:
            self._forget(target)

    def _forget(self, target: ast.expr) -> None:
        """Of names that something unknown is done to."""
        for node in ast.walk(target):
            if isinstance(node, ast.Name):
                if node.id in RUNNING:
                    self.is_whole = False
                self.values[node.id] = _loosen(self.values.get(node.id, UNKNOWN))

    def _call(self, call: ast.Call, *, certain: bool) -> None:
        """``name.append(x)``; what else is called may change names only by these few functions."""
        if any(isinstance(node, ast.Name) and node.id in RUNNING for node in ast.walk(call)):
            self.is_whole = False
        function = call.func
        if not isinstance(function, ast.Attribute) or not isinstance(function.value, ast.Name):
            return
        name, method = function.value.id, function.attr
        if method not in GROWING or name not in self.values:
            return
        given = self.evaluate(call.args[-1]) if call.args and not call.keywords else UNKNOWN
        old = self.values[name]
        if method in ("append", "insert"):
            given = [given]
        if method != "remove":
            self._grow(name, _add(old, given), certain=certain)
        elif not certain or not isinstance(old, list):
            self._grow(name, old, certain=False)
        else:
            self.values[name] = [each for each in old if each != given]

    def _grow(self, name: str, grown: Any, *, certain: bool) -> None:
        """A list or a table that holds more now, or may."""
        if not certain:
            self.uncertain.add(name)
        self.values[name] = grown if certain or isinstance(grown, list | dict) else UNKNOWN

    def evaluate(self, node: ast.expr, depth: int = 0) -> Any:
        """The value of an expression."""
        self._nodes += 1
        if depth > DEEPEST or self._nodes > MOST_NODES:
            return UNKNOWN
        match node:
            case ast.Constant(value=str() | int() | float() | None as value):
                return value
            case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
                return [self.evaluate(each, depth + 1) for each in items]
            case ast.Dict(keys=keys, values=values):
                return self._read_table(keys, values, depth)
            case ast.Name(id=name):
                return _copy(self.values.get(name, UNKNOWN))
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return _add(self.evaluate(left, depth + 1), self.evaluate(right, depth + 1))
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
                return -value
            case ast.Starred():
                return UNKNOWN
        return UNKNOWN

    def _read_table(self, keys: Sequence[ast.expr | None], values: Sequence[ast.expr], depth: int) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key, value in zip(keys, values, strict=True):
            name = self.evaluate(key, depth + 1) if key is not None else UNKNOWN
            known = isinstance(name, str)
            found[name if known else UNKNOWN] = self.evaluate(value, depth + 1) if known else UNKNOWN
        return found


def _list_inner(statement: ast.stmt) -> Iterator[ast.stmt]:
    for field in ("body", "orelse", "finalbody"):
        yield from getattr(statement, field, ())
    for case in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        yield from case.body


def _copy(value: Any) -> Any:
    """The value, for use in another: none with lists in lists, which may grow beyond measure if taken twice."""
    inner = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    return UNKNOWN if any(isinstance(each, list | dict) for each in inner) else value


def _add(left: Any, right: Any) -> Any:
    """The sum of two values, of which parts may be known."""
    if sum(len(each) for each in (left, right) if isinstance(each, str | list | dict)) > LONGEST:
        return UNKNOWN
    if isinstance(left, str) and isinstance(right, str):
        return left + right
    if isinstance(left, list) or isinstance(right, list):
        return [*(left if isinstance(left, list) else [UNKNOWN]), *(right if isinstance(right, list) else [UNKNOWN])]
    if isinstance(left, dict):
        return {**left, **right} if isinstance(right, dict) else {**left, UNKNOWN: UNKNOWN}
    return UNKNOWN


def _loosen(value: Any) -> Any:
    """A value that may have become another: lists and tables may hold more."""
    if isinstance(value, list):
        return value if UNKNOWN in value else [*value, UNKNOWN]
    return {**value, UNKNOWN: UNKNOWN} if isinstance(value, dict) else UNKNOWN


def _mix(old: Any, new: Any) -> Any:
    """What a name has that was given another value, or was not."""
    if isinstance(old, list) or isinstance(new, list):
        return _loosen(_add(old if isinstance(old, list) else [], new if isinstance(new, list) else []))
    return UNKNOWN
