"""Texts inside Markdown that linklint writes: shown as they are, whatever they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linklint.report.writing import inert

BACKTICKS = re.compile("`+")


def write_code(text: str) -> str:
    """A code span that shows exactly the text (CommonMark 6.1: a fence that the text does not hold, padded with spaces
    where the text begins or ends with a backtick or a space). An empty text gives nothing."""
    shown = inert(text)
    if not shown:
        return ""
    fence = "`" * (_longest_run(shown) + 1)
    padding = " " if shown[0] in "` " or shown[-1] in "` " else ""
    return f"{fence}{padding}{shown}{padding}{fence}"


def write_block(text: str, language: str = "") -> str:
    """A fenced code block with the lines of the text."""
    fence = "`" * max(3, _longest_run(text) + 1)
    body = "".join(f"{inert(line)}\n" for line in text.removesuffix("\n").split("\n"))
    return f"{fence}{language}\n{body}{fence}\n"


def write_prose(text: str) -> str:
    """Paragraphs of Markdown, as rule authors write them; but no raw HTML: ``<`` outside code spans is escaped."""
    parts = text.strip().split("`")
    shown = "`".join(part if number % 2 else part.replace("<", "&lt;") for number, part in enumerate(parts))
    return "\n".join(inert(line) for line in shown.split("\n")) + "\n"


def write_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A GFM table of cells that are Markdown already; pipes are escaped, also inside code spans, as GFM wants it."""
    lines = [headers, ["---"] * len(headers), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def _longest_run(text: str) -> int:
    return max((len(run) for run in BACKTICKS.findall(text)), default=0)
