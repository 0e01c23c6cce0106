"""Messages: text with the names of facts in braces. A message names facts and does nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec

from linklint.data.suggest import closest_hint
from linklint.engine.lists import name_best
from linklint.engine.options import primary_subtag
from linklint.engine.scope import Scope, resolve_fact, resolve_reference
from linklint.engine.values import describe_type, is_subject
from linklint.engine.vocabulary import Context, Elements, KeyPath, Operand, Reader, RuleProblem

PARTS = re.compile(r"(\{\{)|(\}\})|\{([^{}]*)\}|([{}])|([^{}]+)")
NAME = re.compile(r"\$?[A-Za-z_][\w-]*(?:\.[\w /-]+)*\Z")
LISTED = 5
NONE = "(none)"

Renderer = Callable[[Context, Elements], str]


def compile_message(scope: Scope, template: str, keypath: KeyPath) -> Renderer:
    """The function that writes the message. ``{fact}`` is a fact of the innermost element (outside quantifiers: of the
    rule's subject), ``{$name.fact}`` of another one, ``{list.fact}`` that of each member of a list,
    ``{options.name}`` an option; ``{{`` and ``}}`` are braces."""
    parts: list[str | Reader] = []
    for opening, closing, name, stray, text in PARTS.findall(template):
        if stray:
            scope.problem(
                keypath, f'"{stray}" stands alone in the message', f'for the brace itself write "{stray * 2}"'
            )
        elif opening or closing or text:
            parts.append("{" if opening else "}" if closing else text)
        elif (reader := _compile_placeholder(scope, name, keypath)) is not None:
            parts.append(reader)

    def render(context: Context, elements: Elements) -> str:
        return "".join([part if isinstance(part, str) else show(part(context, elements)) for part in parts])

    return render


def _compile_placeholder(scope: Scope, name: str, keypath: KeyPath) -> Reader | None:
    if not NAME.match(name):
        scope.problem(keypath, f'bad placeholder "{{{name}}}"', 'a placeholder names a fact, such as "{path}"')
        return None
    operand = _resolve(scope, name, keypath)
    if operand is None:
        return None
    if is_subject(operand.type):
        best, whose = name_best(scope.vocabulary, operand.type.name), "their" if operand.type.many else "its"
        hint = f'name one of {whose} facts, such as "{{{name}.{best}}}"'
        scope.problem(keypath, f'the placeholder "{{{name}}}" is {describe_type(operand.type)}', hint)
        return None
    is_limit = name.startswith("options.") and name.removeprefix("options.") in scope.shares
    if operand.type.name == "share" or is_limit:
        return _read_share(operand)
    return operand.read if operand.by_language is None else _read_list(operand, scope.kind)


def _resolve(scope: Scope, name: str, keypath: KeyPath) -> Operand | None:
    quiet = scope._replace(problems=[], shows=True)
    if name.startswith("options."):
        # A placeholder shows an option but does not use it: an option that only the message knows does nothing.
        found = resolve_reference(quiet._replace(used=set()), "$" + name, keypath, scope.depth)
    elif name.startswith("$"):
        found = resolve_reference(quiet, name, keypath, scope.depth)
    else:
        subject, _, rest = name.partition(".")
        own = subject == scope.kind and rest and scope.vocabulary.lookup(scope.kind, name) is None
        found = resolve_fact(quiet, rest if own else name, keypath)
    for problem in quiet.problems:
        scope.problem(keypath, f'unknown placeholder "{{{name}}}": {problem.message}', _hint(scope, name, problem))
    return found


def _hint(scope: Scope, name: str, problem: RuleProblem) -> str:
    if name.startswith("options."):
        near = closest_hint(name.removeprefix("options."), scope.options)
        return near.replace('"', '"{options.', 1).replace('"?', '}"?')
    if problem.hint.startswith("did you mean"):
        return problem.hint.replace('"', '"{', 1).replace('"?', '}"?')
    return problem.hint


def _read_share(operand: Operand) -> Reader:
    """Shares, and the limits that options set for them, are shown as per cent."""

    def read(context: Context, elements: Elements) -> Any:
        value = operand.read(context, elements)
        found = [f"{show(100 * each)} %" for each in (value if operand.type.many else (value,)) if each is not None]
        return found if operand.type.many else found[0] if found else None

    return read


def _read_list(operand: Operand, kind: str) -> Reader:
    """Lists by language are shown as the list that was used."""
    lists = operand.by_language or {}

    def read(context: Context, elements: Elements) -> Any:
        language = context.vocabulary.language(context.world, kind, elements[operand.depth])
        return lists.get(primary_subtag(language), lists[""])

    return read


def show(value: Any) -> str:
    """A value in words: numbers with 3 significant digits when they are not whole, lists as their first five."""
    if isinstance(value, str):
        return value
    if value is None:
        return NONE
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(Decimal(f"{value:.3g}"), "f")
    if isinstance(value, list | tuple | set | frozenset):
        return _show_list(list(value) if isinstance(value, list | tuple) else sorted(value, key=str))
    if isinstance(value, dict):
        return msgspec.json.encode(value).decode()
    return str(value)


def _show_list(values: list[Any]) -> str:
    if not values:
        return NONE
    shown = ", ".join(map(show, values[:LISTED]))
    return shown if len(values) <= LISTED else f"{shown} and {len(values) - LISTED} more"
