"""``<!--@include: ./part.md-->``, whole or in part: ``#region``, ``{first,last}``.

After ``processIncludes`` and ``findRegion`` of https://github.com/vuejs/vitepress/tree/main/src/node.
"""

from __future__ import annotations

import re

from linklint.model.document import Document, Include
from linklint.model.files import Names
from linklint.site.excerpts import Ranges, merge_ranges
from linklint.site.paths import join, parent
from linklint.site.profile import Read
from linklint.site.profiles.vitepress.settings import VitepressSettings

PART = re.compile(r"(?:#(?P<region>[\w\-]+))?[^{]*(?:\{(?P<first>\d*),(?P<last>\d*)\})?")
REGION = re.compile(
    r"\s*(?://\s?#?|/\*\s?#|#pragma |<!--\s?#?|::#|#\s?)(?P<end>end\s?)?region\s+(?P<name>[\w*\-]+)\s*(?:\*/|-->)?\s*",
    re.IGNORECASE,
)


def find_includes(settings: VitepressSettings, names: Names, path: str, document: Document) -> list[str]:
    """The files that the document takes in; ``@`` stands for the source folder."""
    found = (find_file(settings, names, path, include) for include in document.includes)
    return [each for each in found if each is not None]


def find_file(settings: VitepressSettings, names: Names, path: str, include: Include) -> str | None:
    """The file that an include names."""
    if include.kind != "include":
        return None
    start = settings.source if include.written.startswith("@") else parent(path)
    found = join(start, include.written.removeprefix("@").lstrip("/"))
    return found if found is not None and found in names.files else None


def find_excerpts(
    settings: VitepressSettings, names: Names, read: Read, path: str, document: Document
) -> dict[str, Ranges]:
    """The files of which the document takes only some lines."""
    taken: dict[str, Ranges | None] = {}
    for include in document.includes:
        found = find_file(settings, names, path, include)
        if found is not None:
            ranges = find_ranges(read(found) or b"", include.part) if include.part else None
            taken[found] = merge_ranges(taken[found], ranges) if found in taken else ranges
    return {file: ranges for file, ranges in taken.items() if ranges is not None}


def find_ranges(data: bytes, part: str) -> Ranges | None:
    """The lines that ``#region`` and ``{first,last}`` (inside it) stand for; None where the region is not marked: then
    VitePress takes the whole file, or from version 2 on the section with that id."""
    lines = data.decode("utf-8", "replace").splitlines()
    first, last = 1, len(lines)
    match = PART.fullmatch(part)
    if match is None:
        return None
    if match["region"]:
        marks = [(number, mark) for number, line in enumerate(lines, 1) if (mark := REGION.fullmatch(line))]
        named = [(number, bool(mark["end"])) for number, mark in marks if mark["name"] == match["region"]]
        begin = next((number for number, is_end in named if not is_end), None)
        if begin is None:
            return None
        first = begin + 1
        last = next((number - 1 for number, is_end in named if is_end and number > begin), last)
    if match["first"] or match["last"]:
        start = first
        first = start + int(match["first"]) - 1 if match["first"] else start
        last = min(last, start + int(match["last"]) - 1) if match["last"] else last
    return ((first, last),)
