"""Hugo's shortcodes: ``{{< name arguments >}}`` and ``{{% name arguments %}}``, also in code. ``{{</* … */>}}`` shows a
shortcode instead of calling it: text. ``{{/* … */}}`` is a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linklint.source.masks.arguments import Argument, find_links, first_value, read_arguments
from linklint.source.masks.mask import Inclusion, Mask

_OPENING = re.compile(
    r"\{\{(?:(?P<kind>[<%])(?P<escaped>/\*)?-?\s*(?P<name>/?\s*[A-Za-z_][\w./\-]*)?|(?P<comment>/\*))"
)
_STEP = re.compile(r'"(?:[^"\\\r\n]|\\.)*+"|`[^`]*+`|(?P<end>/?\s*-?[>%]\}\})|(?P<other>\{\{[<%])')
_CLOSER = re.compile(r"\{\{[<%]-?\s*/\s*([\w./\-]+)")
_REFERENCES = frozenset({"ref", "relref"})
_INCLUDES = re.compile(r"(?:.*[_-])?(?:include|readfile|includemd|snippet|include-?markdown|include-?file)s?")
_MARKDOWN = re.compile(r"[^\s]+\.(?:md|markdown|mdx|html?)")
_WHOLE = re.compile(r"code.*|highlight|mermaid|katex|latex|math|chart.*|plantuml|comment|diagram|raw-?html|markmap")


def find_hugo(text: str, start: int) -> list[Mask]:
    """The masks of Hugo."""
    return list(_find(text, start)) if "{{<" in text or "{{%" in text or "{{/*" in text else []


def _find(text: str, start: int) -> Iterator[Mask]:
    closers = {match[1] for match in _CLOSER.finditer(text, start)}
    endless: set[str] = set()
    position = start
    while opening := _OPENING.search(text, position):
        position = opening.end()
        if opening["comment"] or opening["escaped"]:
            mark = "*/}}" if opening["comment"] else f"*/{_partner(opening['kind'])}}}}}"
            end = -1 if mark in endless else text.find(mark, position)
            if end < 0:
                endless.add(mark)
                continue
            position = end + len(mark)
            if opening["comment"]:
                yield Mask(opening.start(), position, False, comment=text[opening.end() : end])
            continue
        closing = _find_end(text, opening)
        if closing is None or not opening["name"]:
            continue
        name = "".join(opening["name"].split())
        position = closing.end()
        paired = name in closers and not closing[0].startswith("/")
        end_tag = _find_end_tag(text, name, position) if paired and _WHOLE.fullmatch(name) else None
        if end_tag:
            position = end_tag.end()
            yield Mask(opening.start(), position, True, (_shortcode(name, text, opening.end(), closing.start()),))
            continue
        if paired and _WHOLE.fullmatch(name):
            closers.discard(name)
        yield _read_mask(text, name, opening, closing, paired=paired)


def _find_end_tag(text: str, name: str, position: int) -> re.Match[str] | None:
    return re.compile(rf"\{{\{{[<%]-?\s*/\s*{re.escape(name)}\s*-?[>%]\}}\}}").search(text, position)


def _read_mask(text: str, name: str, opening: re.Match[str], closing: re.Match[str], *, paired: bool) -> Mask:
    start, end = opening.start(), closing.end()
    if name.startswith("/"):
        return Mask(start, end, False)
    if name in _REFERENCES:
        return Mask(start, end)
    arguments = read_arguments(text, opening.end(), closing.start())
    inclusion = _file_of(name, arguments) or _shortcode(name, text, opening.end(), closing.start())
    return Mask(start, end, not paired, (inclusion,), find_links(name, arguments))


def _file_of(name: str, arguments: list[Argument]) -> Inclusion | None:
    """The file that the shortcode includes, where its name and argument say so."""
    if not _INCLUDES.fullmatch(name):
        return None
    file = first_value(arguments, "file", "path", "src", "name")
    return Inclusion(file, "include") if _MARKDOWN.fullmatch(file) else None


def _shortcode(name: str, text: str, start: int, end: int) -> Inclusion:
    return Inclusion(" ".join(f"{name} {text[start:end]}".split()), "shortcode")


def _find_end(text: str, opening: re.Match[str]) -> re.Match[str] | None:
    """The end of the shortcode; None when another one begins before it ends."""
    closing = _partner(opening["kind"]) + "}}"
    for step in _STEP.finditer(text, opening.end()):
        if step["other"]:
            return None
        if step["end"] and step["end"].endswith(closing):
            return step
    return None


def _partner(kind: str) -> str:
    return ">" if kind == "<" else "%"
