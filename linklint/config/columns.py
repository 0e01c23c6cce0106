"""Whether joined data (``data:``) has what the rules that run ask of it: a column that nobody joins is missing in
silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from linklint.data.suggest import closest
from linklint.data.tree import KEY, KeyPath, Tree
from linklint.errors import Problem
from linklint.model.rule import ActiveRule, Rule
from linklint.model.settings import DataTable

OF_PAGE, OF_ROW = ("data.*", "percentile.data.*"), "values.*"
"""The facts that joined data becomes: TABLE.COLUMN of a page, COLUMN of a row."""
TRACES = "data.", "values."
"""What such facts have in their names. A rule without them need not be looked into."""

Homes = Mapping[str, tuple[Tree, KeyPath]]
Columns = Mapping[str, Sequence[str]]
"""Table → its columns."""


class Wanted(NamedTuple):
    """A fact that no joined file provides. ``place``: where the rule names it. ``before``: what stands in ``name``
    before table and column. ``table``: None for a column of rows."""

    rule: str
    place: KeyPath
    name: str
    before: str
    table: str | None
    column: str


def check_columns(
    rules: Sequence[ActiveRule], tables: Sequence[DataTable], homes: Homes, config: Tree, problems: list[Problem]
) -> tuple[str, ...]:
    """Adds a problem for each fact of a rule of the user's (``homes``: where these are written) that a joined table
    should have and has not. Returns warnings: rules that ask for tables which are not joined at all, and, where
    anything is joined, what rules in the box miss; without any, these are silent on purpose."""
    columns = {table.name: tuple(table.columns) for table in tables}
    warnings: dict[tuple[str, str], str] = {}
    boxed: dict[tuple[str, str], dict[str, None]] = {}
    for active in rules:
        if active.rule.id not in homes and not columns:
            continue
        for wanted in find_missing(active.rule, columns):
            if wanted.rule in homes:
                tree, home = homes[wanted.rule]
                found = _tell_of_own(wanted, columns, tree, (*home, *wanted.place))
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    warnings.setdefault((wanted.rule, wanted.table or wanted.column), found)
            elif wanted.table is not None:
                key = wanted.table, "" if wanted.table not in columns else wanted.column
                boxed.setdefault(key, {})[wanted.rule] = None
    told = [_tell_of_boxed(table, column, list(ids), columns, config) for (table, column), ids in boxed.items()]
    return (*warnings.values(), *told)


def find_missing(rule: Rule, columns: Columns) -> Iterator[Wanted]:
    """The facts of joined data that the rule names and that are not among the columns."""
    parts = (rule.where, rule.require, rule.message, rule.measure, rule.at, rule.related)
    written = repr(parts)
    if not any(trace in written for trace in TRACES):
        return
    # Imported here: few configs join data, and none of the others need load the language.
    from linklint import facts
    from linklint.engine import list_asked

    for place, kind, name in list_asked(rule):
        accessor = facts.lookup(kind, name)
        fact, said = accessor.star if accessor is not None and accessor.star is not None else ("", "")
        before = name[: len(name) - len(said)]
        table, _, column = said.partition(".")
        if fact in OF_PAGE and column not in columns.get(table, ()):
            yield Wanted(rule.id, place, name, before, table, column)
        elif fact == OF_ROW and not any(said in each for each in columns.values()):
            yield Wanted(rule.id, place, name, before, None, said)


def _tell_of_own(wanted: Wanted, columns: Columns, tree: Tree, place: KeyPath) -> Problem | str:
    """A problem where a joined table is meant, else a warning: the same rules may serve a repository without data."""
    is_key = place[-1] == KEY
    place = place[:-1] if is_key else place
    near = _find_near(wanted, columns)
    message = f'no joined file provides "{wanted.name}"'
    if near or wanted.table in columns:
        known = ", ".join(columns.get(wanted.table or "", ())) or "none"
        hint = f'did you mean "{wanted.before}{near}"?' if near else f"columns of {wanted.table}: {known}"
        return tree.problem(place, message, hint, key=is_key, part=wanted.name)
    spot = tree.location(place, key=is_key)
    way = f'a file as "{wanted.table}"' if wanted.table else "a file with that column"
    reason = f'{wanted.rule} asks for "{wanted.name}", which is always missing; join {way} under "data" in the config'
    return f"{spot.path}:{spot.line}:{spot.column}: {reason}"


def _find_near(wanted: Wanted, columns: Columns) -> str | None:
    """The table and column that was probably meant; the column alone for one of rows."""
    if wanted.table is None:
        return closest(wanted.column, {column for each in columns.values() for column in each})
    if wanted.table in columns:
        column = closest(wanted.column, columns[wanted.table])
        return f"{wanted.table}.{column}" if column else None
    table = closest(wanted.table, columns)
    if table is None:
        return None
    column = wanted.column if wanted.column in columns[table] else closest(wanted.column, columns[table])
    return f"{table}.{column}" if column else None


def _tell_of_boxed(table: str, column: str, rules: Sequence[str], columns: Columns, config: Tree) -> str:
    """One warning for all rules in the box that miss the same. ``column`` empty: the whole table."""
    place: KeyPath = ("data", table) if column else ("data",)
    spot = config.location(place, key=True)
    named = f"{rules[0]} asks" if len(rules) == 1 else f"{', '.join(rules)} ask"
    near = closest(column, columns[table]) if column else closest(table, columns)
    hint = f'; did you mean it by "{near}"?' if near else ""
    missing = f'the column "{column}" of data.{table}' if column else f'data joined as "{table}"'
    return f"{spot.path}:{spot.line}:{spot.column}: {named} for {missing}, and there is none{hint}"
