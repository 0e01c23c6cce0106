"""Report → text: one file for each output format, pure functions that return strings.

A new format is one file with a function ``write_NAME(report, rendering) -> str`` and one line in the table below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from linklint.model.finding import Report
from linklint.report.rendering import Rendering

Write = Callable[[Report, Rendering], str]

WHOLE = frozenset({"json", "jsonl", "sarif", "gitlab", "junit", "checkstyle", "rdjson"})
"""Formats that programs read as a whole: nothing may stand before or after."""
FOOTED = frozenset({"full", "grouped", "markdown"})
"""The formats whose last lines tell of the run itself."""
MODULES = {
    "full": "full",
    "concise": "concise",
    "grouped": "grouped",
    "json": "json",
    "jsonl": "jsonl",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "markdown": "summary",
}
"""Format → the module that writes it."""
PIECEWISE = frozenset({"json", "jsonl"})
"""The formats that programs read, of which a large one need never be there as a whole."""


class Formats(Mapping[str, Write]):
    """Format → the function that writes it, loaded when it is asked for: a run writes one or two of them."""

    def __getitem__(self, name: str) -> Write:
        write: Write = getattr(import_module(f"linklint.report.{MODULES[name]}"), f"write_{name}")
        return write

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


FORMATS = Formats()


def write_pieces(name: str, report: Report, rendering: Rendering) -> Iterator[str]:
    """The output of a format, in one or more pieces."""
    if name not in PIECEWISE:
        return iter((FORMATS[name](report, rendering),))
    module = import_module(f"linklint.report.{MODULES[name]}")
    pieces: Iterator[str] = getattr(module, f"write_{name}_pieces")(report, rendering)
    return pieces


__all__ = ["FOOTED", "FORMATS", "WHOLE", "Rendering", "write_pieces"]
