"""Folders that a program of the repository fills before a site is built, as far as its text names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linklint.model.files import Names
from linklint.site.paths import ancestors, extension, join, name, parent
from linklint.site.profiles.conventions import is_example

CODE = frozenset({"cjs", "cts", "js", "mjs", "mts", "ts"})
PLACES = frozenset({"bin", "build", "script", "scripts", "tools"})
WRITES = re.compile(r"\b(?:writeFile|outputFile|mkdir|ensureDir)(?:Sync)?\b|\bBun\.write\b")
JOINED = re.compile(r"\b(?:join|resolve)\(([^()]*)\)")
TEXT = re.compile(r"""['"`]([\w.\-@/]+)['"`]""")


def is_program(path: str) -> bool:
    """Whether the file is code that builds call, told by its folder."""
    return extension(path) in CODE and not PLACES.isdisjoint(parent(path).split("/")) and not is_example(path)


def find_filled(text: str, path: str, names: Names) -> Iterator[str]:
    """The folders that a program names by their paths, seen from the top or from a folder that it lies in, and that are
    not here although those around them are. Nothing for a program that writes no files."""
    if not WRITES.search(text):
        return
    named = dict.fromkeys(TEXT.findall(text))
    named |= dict.fromkeys("/".join(TEXT.findall(each)) for each in JOINED.findall(text))
    for written in named:
        bare = written.removeprefix("./").strip("/")
        if "/" not in bare or "." in name(bare):
            continue
        for base in ancestors(path):
            folder = join(base, bare) or ""
            if parent(folder) in names.directories and folder not in names.directories and folder not in names.files:
                yield folder
