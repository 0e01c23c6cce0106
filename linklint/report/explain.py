"""Plain layouts for the commands that explain: tables, and a rule in full."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linklint.model.rule import Rule
from linklint.report.cells import text_width
from linklint.report.writing import inert

GAP = "  "
LONG = 60


def layout_table(rows: Sequence[Sequence[str]], headers: Sequence[str] = ()) -> str:
    """Columns as wide as their widest cell, two spaces apart, each row ended by a newline; headers, when there are any,
    over a rule of dashes. Short rows are filled with empty cells. No rows and no headers: the empty string."""
    table = [[inert(cell) for cell in row] for row in ([headers, *rows] if headers else rows)]
    widths = [0] * max(map(len, table), default=0)
    for row in table:
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], text_width(cell))
    lines = [
        GAP.join(cell + " " * (width - text_width(cell)) for cell, width in zip(row, widths, strict=False))
        for row in table
    ]
    if headers:
        lines.insert(1, GAP.join("-" * width for width in widths))
    return "".join(f"{line.rstrip(' ')}\n" for line in lines)


def layout_rule(rule: Rule, level: str) -> str:
    """A rule for ``linklint explain RULE``: what it says, why, its options, how to fix it. ``level`` is the one that it
    has in this repository."""
    return "".join(f"{line}\n" for line in _lay_out_rule(rule, level))


def _lay_out_rule(rule: Rule, level: str) -> Iterator[str]:
    own = "" if level == rule.level else f" (its own level is {rule.level})"
    yield inert(f"{rule.id}: {level}{own}, judges every {rule.subject}")
    yield ""
    yield f"  {inert(rule.message)}"
    for title, text in (
        ("Why", rule.why),
        ("How to fix it", rule.help),
        ("When to switch it off", rule.switch_off),
        ("Source", rule.source),
        ("Documentation", rule.docs),
    ):
        if text.strip():
            yield ""
            yield title
            yield from (f"  {inert(line.strip())}".rstrip(" ") for line in text.strip().split("\n"))
    if rule.options:
        yield ""
        yield "Options"
        rows = [[f"  {name}", summarise_value(value)] for name, value in rule.options.items()]
        yield layout_table(rows).removesuffix("\n")
    if rule.examples:
        yield ""
        yield "Examples"
        yield from (f"  {_say_example(example.name, example.expect)}" for example in rule.examples)


def _say_example(name: str, expect: Sequence[str]) -> str:
    return inert(f"{name}: " + (f"speaks at {', '.join(expect)}" if expect else "silent"))


def is_short(value: Any) -> bool:
    """Whether ``summarise_value`` shows the whole value."""
    return len(json.dumps(value, ensure_ascii=False)) <= LONG


def shorten(text: str, length: int = LONG) -> str:
    """The text in at most so many code points, its end left out."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def summarise_value(value: Any) -> str:
    """An option's value in one short line: JSON where it is short, else what it holds."""
    if isinstance(value, Mapping) and not is_short(value):
        return f"{len(value)} entries: {', '.join(map(str, value))}"
    if isinstance(value, list | tuple) and not is_short(value):
        shown = ", ".join(json.dumps(entry, ensure_ascii=False) for entry in value[:5])
        return f"[{shown}]" if len(value) <= 5 else f"[{shown}, … {len(value) - 5} more]"
    return json.dumps(value, ensure_ascii=False)
