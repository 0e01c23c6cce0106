"""Liquid (Jekyll, Eleventy) and GitBook's blocks: ``{% tag %}`` and ``{{ expression }}``.

Tags end at the first ``%}`` and expressions at the first ``}}``, strings or not, as in Liquid's own tokenizer. What
stands between ``raw`` and ``endraw`` is Markdown; a ``comment`` and a ``highlight`` are masked whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from linklint.source.masks.arguments import find_links, first_value, read_arguments
from linklint.source.masks.mask import Inclusion, Mask

_OPENING = re.compile(r"\{%|\{\{")
_TAG_OPENING = re.compile(r"\{%")
_NAME = re.compile(r"\{%-?\s*(#|/?[@\w][\w\-/:.]*)?\s*")
_SILENT = frozenset(
    "if elsif elseif else endif unless endunless case when endcase for endfor break continue assign capture endcapture"
    " raw endraw comment endcomment tablerow endtablerow layout set endset block endblock macro endmacro import from"
    " extends do with endwith call endcall filter endfilter autoescape endautoescape # ifchanged endifchanged".split()
)
_WHOLE = ("comment", "highlight", "javascript", "css", "style", "schema")
_INCLUDES = {
    "include": "include",
    "include_cached": "include",
    "include-markdown": "include",
    "render": "include",
    "include_relative": "include-relative",
}
_DESTINATIONS = frozenset({"link", "post_url"})
_PAGE_REFERENCE = frozenset({"page"})


class Tag(NamedTuple):
    """``{% name … %}`` from ``start`` to ``end``; its arguments stand from ``inner`` to ``inner_end``."""

    name: str
    start: int
    end: int
    inner: int
    inner_end: int


def find_liquid(text: str, start: int) -> list[Mask]:
    """The masks of Liquid."""
    return list(_find(text, start, _OPENING)) if "{%" in text or "{{" in text else []


def find_gitbook(text: str, start: int) -> list[Mask]:
    """The masks of GitBook, which knows only tags."""
    return list(_find(text, start, _TAG_OPENING)) if "{%" in text else []


# A paragraph above reference definitions would swallow them: what is taken in there ends in definitions itself.
_BEFORE_DEFINITIONS = re.compile(r"[ \t]*\r?\n(?:[ \t]*\{%[^\n]*%\}[ \t]*\r?\n){0,20} {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]")


def _find(text: str, start: int, pattern: re.Pattern[str]) -> Iterator[Mask]:
    closers = _closers(text, start)
    endless: set[str] = set()
    position = start
    while opening := pattern.search(text, position):
        closing = "%}" if opening[0] == "{%" else "}}"
        end = text.find(closing, opening.end())
        if end < 0:
            # No later one of its kind has an end either.
            if pattern is _TAG_OPENING:
                return
            pattern = re.compile(r"\{\{") if closing == "%}" else _TAG_OPENING
            continue
        position = end + 2
        if closing == "}}":
            yield Mask(opening.start(), position, expression=True)
            continue
        tag = _read_tag(text, opening.start(), position)
        whole = _end_of_block(text, tag, endless) if tag.name in _WHOLE else None
        if whole:
            comment = text[tag.end : whole[0]] if tag.name == "comment" else None
            position = whole[1]
            inclusions = (Inclusion(tag.name, "shortcode"),) if comment is None else ()
            yield Mask(tag.start, position, comment is None, inclusions, comment=comment)
            continue
        yield read_mask(text, tag, closers)
        if tag.name == "raw":
            unraw = _end_of_block(text, tag, endless)
            if unraw:
                yield Mask(*unraw, shown=False)
                position = unraw[1]


def read_mask(text: str, tag: Tag, closers: frozenset[str]) -> Mask:
    """What a tag means. ``closers`` are the names that have an ``endNAME`` in the text."""
    name = tag.name
    if name in _SILENT or name.startswith(("end", "/")) or not name:
        comment = text[tag.inner : tag.inner_end] if name == "#" else None
        return Mask(tag.start, tag.end, False, comment=comment)
    if name in _DESTINATIONS:
        return Mask(tag.start, tag.end)
    arguments = read_arguments(text, tag.inner, tag.inner_end)
    if name in _INCLUDES:
        written = first_value(arguments) if not text.startswith("{{", tag.inner) else text[tag.inner : tag.inner_end]
        shown = _BEFORE_DEFINITIONS.match(text, tag.end) is None
        return Mask(tag.start, tag.end, shown, (Inclusion(written.strip(), _INCLUDES[name]),))
    links = find_links(name, arguments, _PAGE_REFERENCE if name == "page-ref" else frozenset())
    inner = " ".join(f"{name} {text[tag.inner : tag.inner_end]}".split())
    return Mask(tag.start, tag.end, name not in closers, (Inclusion(inner, "shortcode"),), links)


def _read_tag(text: str, start: int, end: int) -> Tag:
    inner_end = end - 3 if text[end - 3] == "-" and end - 3 > start + 1 else end - 2
    match = _NAME.match(text, start, max(inner_end, start + 2))
    name = (match and match[1]) or ""
    return Tag(name, start, end, match.end() if match else inner_end, inner_end)


def _closers(text: str, start: int) -> frozenset[str]:
    return frozenset(match[1] for match in re.finditer(r"\{%-?\s*(?:end_?|/)([\w@][\w\-/:.]*)", text[start:]))


def _end_of_block(text: str, tag: Tag, endless: set[str]) -> tuple[int, int] | None:
    """Start and end of the tag that ends a block. ``endless``: names of which no end is left."""
    if tag.name in endless:
        return None
    match = re.compile(rf"\{{%-?\s*end{tag.name}\s*-?%\}}").search(text, tag.end)
    if match is None:
        endless.add(tag.name)
        return None
    return match.span()
