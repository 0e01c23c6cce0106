"""An HTML text as a tree whose elements know their start tags.

Lexbor builds the tree as browsers do and gives no positions. So each start tag is rewritten before it is parsed: its
attributes are replaced by an ``id`` that carries the tag's number. Elements that the parser invents have no number, and
clones (of an ``<a>`` that was closed too late) share one. That all other attributes are left out makes a collision
impossible and keeps the parser linear, for it compares each attribute of a tag with all others. Tags that say nothing
(``plain``) are no tokens and stay as they are: they have no ``id``, and few attributes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from linklint.source.html.tokens import EndTag, StartTag, Token

DEEPEST = 2_000
"""Elements nested deeper are read as if the containers around them were not there: the parser's time grows with the
square of the depth (browsers stop at 512)."""

# Numbered, because they are read; and so is whatever has one of these attributes.
_TELLING = frozenset({"id", "role", "aria-hidden"})
_READ = frozenset("a area img image iframe frame base h1 h2 h3 h4 h5 h6 html link meta title".split())
FORMATTING = frozenset("b big code em font i nobr s small strike strong tt u".split())
"""Never numbered: the parser reopens them in every block, but at most three that have equal attributes. Told apart by
their numbers they would fill the memory."""

SHAPES = frozenset("circle defs ellipse g line lineargradient path polygon polyline rect stop use".split())
"""Elements of drawings (SVG). Those that close themselves get an end tag: so they hold nothing, wherever they stand."""

# The attributes that change the tree.
_KEPT = {"input": ("type",), "annotation-xml": ("encoding",), "font": ("color", "face", "size")}
_VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
# Their end tags may be left out, so counting their start tags says nothing about depth.
_SELF_ENDING = frozenset("a p li dt dd tr td th tbody thead tfoot option optgroup colgroup rb rt rtc rp".split())
UNCOUNTED = _VOID | _SELF_ENDING
"""Elements that say nothing about how deep others are nested."""
_NEEDED = frozenset("html head body title meta link base h1 h2 h3 h4 h5 h6 script style template".split())


class Stamped(NamedTuple):
    """The tree's root, the start tags by number, and the first start tag that was left out for depth."""

    root: LexborNode | None
    tags: Sequence[StartTag]
    too_deep: StartTag | None


def parse_stamped(text: str, tokens: Iterable[Token], start: int = 0) -> Stamped:
    """Parses the text from ``start`` on; ``tokens`` are its tokens from there."""
    tags: list[StartTag] = []
    pieces: list[str] = []
    too_deep: StartTag | None = None
    depth = 0
    written = start
    for token in tokens:
        if isinstance(token, EndTag):
            if depth and counts_for_depth(token):
                depth -= 1
            if token.end - token.start == len(token.name) + 3:
                continue
            replacement = f"</{token.name}>"
        elif isinstance(token, StartTag):
            counts = counts_for_depth(token)
            depth += counts
            replacement = _stamp(token, len(tags))
            tags.append(token)
            if counts and depth > DEEPEST and token.name not in _NEEDED:
                too_deep = too_deep or token
                replacement = ""
        else:
            replacement = ""
        pieces += (text[written : token.start], replacement)
        written = token.end
    pieces.append(text[written:])
    return Stamped(LexborHTMLParser("".join(pieces)).root, tags, too_deep)


def tag_number(node: LexborNode, tags: Sequence[StartTag]) -> int | None:
    """The number of the start tag that an element comes from; None for an element that the parser invented."""
    value = node.id
    if value is None or not value.isdecimal() or len(value) > 9:
        return None
    number = int(value)
    if number >= len(tags):
        return None
    name, shown = tags[number].name, node.tag
    return number if name == shown or (shown == "img" and name == "image") else None


def _stamp(tag: StartTag, number: int) -> str:
    name, attributes = tag.name, tag.attributes
    kept = "".join(_keep(tag, _KEPT[name])) if name in _KEPT else ""
    read = name in _READ or not _TELLING.isdisjoint(attributes)
    stamp = f" id={number}" if read and name not in FORMATTING else ""
    if _is_empty(tag):
        return f"<{name}{stamp}></{name}>"
    return f"<{name}{stamp}{kept}{' /' if tag.self_closing else ''}>"


def counts_for_depth(tag: StartTag | EndTag) -> bool:
    """Whether an element begins or ends with the tag in which others may be nested."""
    return tag.name not in UNCOUNTED and not (isinstance(tag, StartTag) and _is_empty(tag))


def _is_empty(tag: StartTag) -> bool:
    return tag.self_closing and tag.name in SHAPES


def _keep(tag: StartTag, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        value = tag.get(name)
        if value is not None:
            # Of a font only the presence of the attribute counts; its value would tell formatting elements apart.
            value = "" if tag.name == "font" else value.replace("&", "&amp;").replace('"', "&quot;")
            yield f' {name}="{value}"'
