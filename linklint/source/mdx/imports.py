"""Imports: of other Markdown files, whose text stands where the component that they become is used, and of code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from linklint.model.document import Include
from linklint.source.lines import Lines
from linklint.source.mdx.elements import Element
from linklint.source.mdx.pieces import Piece

_IMPORT = re.compile(
    r"\bimport\s+(?P<name>[\w$]+)\s*(?:,\s*\{[^}\"'`]{0,500}\}\s*)?from\s*(?P<quote>[\"'])(?P<file>[^\"'\n]+)(?P=quote)"
)
_COMPONENT = re.compile(
    r"\bimport\s+(?!type\b)(?P<names>[^;\"'`]{1,500}?)\bfrom\s*(?P<quote>[\"'])(?P<file>[^\"'\n]+)(?P=quote)"
)
_WORD = re.compile(r"[\w$]+")
_MARKDOWN = re.compile(r"\.(?:md|mdx|markdown)\Z", re.IGNORECASE)
_DATA = re.compile(
    r"\.(?:avif|css|gif|ico|jpe?g|json|less|mp4|png|scss|svg|txt|webm|webp|ya?ml)(?:\?\w+)?\Z|\?raw\Z", re.IGNORECASE
)


def find_imports(text: str, pieces: Sequence[Piece], elements: Sequence[Element], lines: Lines) -> Iterator[Include]:
    """The imports whose name is used: at the first element of that name, else (in an expression) at the import."""
    shown: dict[str, Element] = {}
    for element in elements:
        shown.setdefault(element.tag.name, element)
    found = [
        (piece.start, match)
        for piece in pieces
        if piece.kind == "esm"
        for match in _IMPORT.finditer(piece.text)
        if _MARKDOWN.search(match["file"])
    ]
    names = {match["name"] for _, match in found}
    counts = Counter(word for word in _WORD.findall(text) if word in names) if names - shown.keys() else Counter()
    for start, match in found:
        used = shown.get(match["name"])
        if used:
            yield Include(match["file"], "import", lines.span(used.start, used.end))
        elif counts[match["name"]] > 1:
            yield Include(match["file"], "import", lines.span(start + match.start(), start + match.end()))


def find_components(pieces: Sequence[Piece], lines: Lines) -> Iterator[Include]:
    """The imports of code: what it adds to the page cannot be known."""
    for piece in pieces:
        for match in _COMPONENT.finditer(piece.text) if piece.kind == "esm" else ():
            if not _MARKDOWN.search(match["file"]) and not _DATA.search(match["file"]):
                place = (piece.start + match.start(), piece.start + match.end())
                yield Include(match["file"], "component", lines.span(*place), match["names"].strip())
