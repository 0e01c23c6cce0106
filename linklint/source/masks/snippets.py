"""Snippets of PyMdown Extensions: ``--8<-- "file"`` on a line of its own, or file names between two ``--8<--`` lines.

A ``;`` before it makes it text. The patterns are those of ``pymdownx/snippets.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linklint.source.masks.mask import Inclusion, Mask

_SNIPPET = re.compile(
    r"^(?P<space>[ \t]*)(?P<escape>;*)(?P<all>-+8<-+(?:[ ]+(?P<file>\"(?:\\\"|[^\"\n\r])+\"|'(?:\\'|[^'\n\r])+'))?)"
    r"[ \t]*(?=[\r\n]|\Z)",
    re.MULTILINE,
)
_PART = re.compile(r"(?P<file>[^:]*(?:://[^:]*)?)(?P<part>(?::-?\d*){1,2}(?:,-?\d*(?::-?\d*)?)*|:[A-Za-z][\w-]*)?")
_LINE = re.compile(r"[^\r\n]+")


def find_snippets(text: str, start: int) -> list[Mask]:
    """The masks of snippets."""
    return list(_find(text, start)) if "8<-" in text else []


def _find(text: str, start: int) -> Iterator[Mask]:
    opened: re.Match[str] | None = None
    for match in _SNIPPET.finditer(text.replace("\r", "\n"), start):
        if match["escape"]:
            continue
        if match["file"]:
            if opened is None:
                yield Mask(*match.span("all"), True, _inclusions(match["file"][1:-1]))
        elif opened is None:
            opened = match
        else:
            names = (line[0].strip() for line in _LINE.finditer(text, opened.end(), match.start()))
            inclusions = tuple(inclusion for name in names if name for inclusion in _inclusions(name))
            yield Mask(opened.start("all"), match.end("all"), True, inclusions)
            opened = None


def _inclusions(written: str) -> tuple[Inclusion, ...]:
    """What a line names: nothing when it is switched off (``; file``)."""
    if written.lstrip().startswith(";"):
        return ()
    match = _PART.fullmatch(written)
    file, part = (match["file"], match["part"] or "") if match else (written, "")
    return (Inclusion(file, "snippet", part[1:] or None),)
