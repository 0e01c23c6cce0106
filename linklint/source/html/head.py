"""What the head of a page says of the page as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from linklint.model.document import Alternate, Head
from linklint.source.html.links import collapse, read_rel
from linklint.source.html.places import Place
from linklint.source.html.tokens import StartTag
from linklint.source.lines import Lines

_SPACE = " \t\n\f\r"
# HTML standard, "shared declarative refresh steps": a time, then optionally a separator, "url=" and quotes.
_REFRESH = re.compile(
    r"\s*+(?:[0-9]|\.)[0-9.]*+(?:\s*+[;,]|\s)\s*+(?:url\s*+=\s*+)?+(.+)", re.ASCII | re.IGNORECASE | re.DOTALL
)


class PageHead(NamedTuple):
    """The head, the language of the page and its description."""

    head: Head = Head()
    lang: str | None = None
    description: str | None = None


def read_head(tags: Iterable[tuple[StartTag, Place]], lines: Lines) -> PageHead:
    """The first ``<base href>``, canonical, refresh, description; all robots words in lower case; all alternates.

    ``rel=canonical`` and ``rel=alternate`` count only inside ``<head>``, as search engines take them; ``meta`` robots
    count everywhere. A refresh inside ``<noscript>`` is not what visitors get.
    """
    base = canonical = refresh = lang = description = None
    robots: list[str] = []
    alternates: list[Alternate] = []
    for tag, place in tags:
        href = _read(tag, "href")
        if tag.name == "html":
            lang = lang or _read(tag, "lang") or _read(tag, "xml:lang")
        elif tag.name == "base":
            base = href if base is None else base
        elif tag.name == "link" and href and place.head:
            rel = read_rel(tag)
            if "canonical" in rel:
                canonical = canonical or href
            if "alternate" in rel and (hreflang := _read(tag, "hreflang")):
                alternates.append(Alternate(hreflang, href, lines.line(tag.start)))
        elif tag.name == "meta":
            content = tag.get("content") or ""
            name = (_read(tag, "name") or "").lower()
            if name == "robots":
                robots += [word for part in content.lower().split(",") if (word := part.strip())]
            elif name == "description":
                description = description or collapse(content) or None
            elif (_read(tag, "http-equiv") or "").lower() == "refresh" and not place.noscript:
                refresh = refresh or read_refresh(content)
    head = Head(base, canonical, tuple(dict.fromkeys(robots)), tuple(alternates), refresh)
    return PageHead(head, lang, description)


def read_refresh(content: str) -> str | None:
    """The destination of a ``<meta http-equiv=refresh>``; None when it only reloads the page."""
    match = _REFRESH.match(content)
    if match is None:
        return None
    destination = match[1]
    if destination[0] in "\"'":
        destination = destination[1:].partition(destination[0])[0]
    return destination.strip(_SPACE) or None


def _read(tag: StartTag, name: str) -> str | None:
    return (tag.get(name) or "").strip(_SPACE) or None
