"""mdBook's ``{{#include file}}``, whole or in part: ``:2``, ``:2:5``, ``:2:``, ``::5``, ``:anchor``.

After ``parse_range_or_anchor`` (mdbook-driver, builtin_preprocessors/links.rs) and ``take_anchored_lines``
(mdbook-core, utils/string.rs).
"""

from __future__ import annotations

import re

from linklint.model.document import Document, Include
from linklint.site.excerpts import Ranges, merge_ranges
from linklint.site.paths import join, parent
from linklint.site.profile import Read
from linklint.site.profiles.mdbook_config import Book

RANGE = re.compile(r"(?P<first>\d{0,9})(?P<more>:(?P<last>\d{0,9})(?::.*)?)?")
ANCHOR = re.compile(r"ANCHOR(?P<end>_END)?:\s*(?P<name>[\w-]+)")


def find_includes(book: Book, path: str, document: Document) -> list[str]:
    """The files that the document takes in, named from its own folder."""
    found = (find_file(book, path, include) for include in document.includes)
    return [each for each in found if each is not None]


def find_file(book: Book, path: str, include: Include) -> str | None:
    """The file that an include names, if it is there."""
    found = join(parent(path), include.written) if include.kind == "include" else None
    return found if found is not None and found in book.names.files else None


def find_excerpts(book: Book, read: Read, path: str, document: Document) -> dict[str, Ranges]:
    """The files of which the document takes only some lines."""
    taken: dict[str, Ranges | None] = {}
    for include in document.includes:
        found = find_file(book, path, include)
        if found is not None:
            ranges = find_ranges(read(found) or b"", include.part) if include.part else None
            taken[found] = merge_ranges(taken[found], ranges) if found in taken else ranges
    return {file: ranges for file, ranges in taken.items() if ranges is not None}


def find_ranges(data: bytes, part: str) -> Ranges:
    """The lines that a part stands for. Of an anchor, those behind each of its marks up to the next mark of its end."""
    lines = data.decode("utf-8", "replace").splitlines()
    match = RANGE.fullmatch(part)
    if match is not None:
        first, last = int(match["first"] or 1), int(match["last"] or len(lines)) if match["more"] else 0
        return ((first, last or first),)
    found: list[tuple[int, int]] = []
    begin = None
    for number, line in enumerate(lines, 1):
        mark = ANCHOR.search(line)
        if mark is None or mark["name"] != part:
            continue
        if not mark["end"]:
            begin = begin or number + 1
        elif begin is not None:
            found.append((begin, number - 1))
            begin = None
    return (*found, (begin, len(lines))) if begin is not None else tuple(found)
