"""As much of reStructuredText as tells what leads where: labels and tables of contents
(https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-toctree)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LABEL = re.compile(r"[ \t]*\.\. _(?:`(?P<quoted>[^`\n]+)`|(?P<bare>[^`\n:]+(?::[^\s:][^\n:]*)*)):(?=[ \t]|\Z)")
_TOCTREE = re.compile(r"(?P<indent>[ \t]*)\.\. toctree::[ \t]*")
_OPTION = re.compile(r":(?P<name>[\w\-]+):.*")
_TITLED = re.compile(r"(?P<title>[^<]*\S)\s*<(?P<target>[^<>]+)>")


class Entry(NamedTuple):
    """An entry of a table of contents. ``start``: where the target begins in its line."""

    target: str
    start: int
    title: str = ""


def split_entry(line: str) -> Entry | None:
    """``page`` or ``Title <page>``; None for a line without text."""
    text = line.strip()
    start = len(line) - len(line.lstrip())
    if not text:
        return None
    match = _TITLED.fullmatch(text)
    if match is None:
        return Entry(text, start)
    target = match["target"]
    inner = match.start("target") + len(target) - len(target.lstrip())
    return Entry(target.strip(), start + inner, match["title"])


def find_labels(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Number of the line and name of each label: ``.. _name:``."""
    for number, line in enumerate(lines):
        match = _LABEL.match(line) if ".. _" in line else None
        if match:
            yield number, (match["quoted"] or match["bare"]).replace("\\", "")


def list_toctrees(lines: Sequence[str]) -> Iterator[tuple[str, int, Entry]]:
    """Each entry of a table of contents, with what that is (``toctree``, with ``glob`` and ``hidden`` behind it where
    the options say so) and the number of the line."""
    indent = -1
    flags: list[str] = []
    for number, line in enumerate(lines):
        match = _TOCTREE.fullmatch(line)
        if match:
            indent, flags = len(match["indent"]), []
            continue
        text = line.strip()
        if indent < 0 or not text:
            continue
        if len(line) - len(line.lstrip()) <= indent:
            indent = -1
            continue
        option = _OPTION.fullmatch(text)
        if option:
            flags += [option["name"]] if option["name"] in ("glob", "hidden") else []
            continue
        entry = split_entry(line)
        if entry is not None and not text.startswith(".. "):
            yield " ".join(["toctree", *sorted(flags)]), number, entry
