"""Components in Markdown as Nuxt Content reads it (MDC): ``::name{props}`` and ``::`` on lines of their own, properties
between lines of ``---`` below the first, ``:name[text]{props}`` within a line.

After https://content.nuxt.com/docs/files/markdown#mdc-syntax.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linklint.source.masks.mask import Inclusion, Mask, TagLink

ELEMENT = "nuxt-link"
"""What the destination of a component becomes."""

_LINE = re.compile(
    r"^[ \t]*(?P<mark>:{2,})(?:(?P<name>[A-Za-z][\w.\-]*)(?:\[[^\]\n]*\])?(?P<props>\{[^\n]*\})?)?[ \t]*$", re.MULTILINE
)
_FENCE = re.compile(r"^[ \t]*---[ \t]*$", re.MULTILINE)
_INLINE = re.compile(r"(?<![\w:]):(?P<name>[A-Za-z][\w\-]*)(?:\[(?P<text>[^\]\[\n]*)\])?(?P<props>\{[^{}\n]*\})")
_TO = re.compile(r"""(?<![\w:\-])(?:to|href)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'{}]+))""")
_TO_LINE = re.compile(r"""^[ \t]*(?:to|href):[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'#][^\s]*))[ \t]*$""", re.MULTILINE)
_NAMED = re.compile(r"^[ \t]*(?:title|label):([^\n]*)$", re.MULTILINE)
_NAMED_HERE = re.compile(r"""(?<![\w:\-])(?:title|label)=(?:"([^"\n]*)"|'([^'\n]*)')""")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def find_mdc(text: str, start: int) -> list[Mask]:
    """The masks of components: an inclusion of kind ``component`` each, and the link that one is."""
    return [*_find_blocks(text, start), *_find_inline(text, start)]


def _find_blocks(text: str, start: int) -> Iterator[Mask]:
    position = start
    while line := _LINE.search(text, position):
        position = line.end()
        if not line["name"]:
            yield Mask(line.start("mark"), line.end(), False)
            continue
        included = (Inclusion(line["name"], "component"),)
        links = tuple(_read_props(line["props"] or "", line.start("props")))
        end = line.end()
        opening = _FENCE.match(text, end + 1)
        closing = _FENCE.search(text, opening.end()) if opening else None
        if opening and closing:
            links = (*links, *_read_lines(text[opening.end() : closing.start()], opening.end()))
            end = position = closing.end()
        yield Mask(line.start("mark"), end, False, included, links)


def _find_inline(text: str, start: int) -> Iterator[Mask]:
    for match in _INLINE.finditer(text, start):
        links = tuple(_read_props(match["props"], match.start("props"), match["text"] or ""))
        included = (Inclusion(match["name"], "component"),)
        if match["text"] and not links:  # readers see the text
            yield Mask(match.start(), match.start("text"), False, included)
            yield Mask(match.end("text"), match.end(), False)
        else:
            yield Mask(*match.span(), False, included, links)


def _read_props(props: str, offset: int, text: str = "") -> Iterator[TagLink]:
    named = _NAMED_HERE.search(props)
    shown = text or (named and named[named.lastindex or 0]) or ""
    for match in _TO.finditer(props):
        yield _link(match, offset, shown)


def _read_lines(props: str, offset: int) -> Iterator[TagLink]:
    named = _NAMED.search(props)
    for match in _TO_LINE.finditer(props):
        yield _link(match, offset, named[1].strip(" \t\r\"'") if named else "")


def _link(match: re.Match[str], offset: int, text: str) -> TagLink:
    group = match.lastindex or 0
    href = _ESCAPED.sub(r"\1", match[group])  # formatters of Markdown escape what they take for text
    return TagLink(ELEMENT, "to", href, offset + match.start(group), offset + match.end(group), text)
