"""Links of a page that are no Markdown: of its front matter, and of the router's component."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from linklint.model.document import Document, WrittenLink
from linklint.model.place import Span, pack_spans
from linklint.site.front_matter_places import find_span
from linklint.site.glancing import glance
from linklint.site.profile import Read
from linklint.site.profiles.vuepress.settings import LISTING
from linklint.source.decode import decode
from linklint.source.lines import Lines
from linklint.source.masks.code import find_outside_code

COMPONENT = re.compile(rb"<(?:router-link|RouterLink|RouteLink)\s")
LINK = re.compile(
    r"""<(?:router-link|RouterLink|RouteLink)\s(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*?\bto=["']([^"'<>\n]+)["']"""
)


def find_further(read: Read, path: str, document: Document) -> Iterator[WrittenLink]:
    """Buttons of a home page, where the previous and next links lead, and ``<RouterLink to="…">``."""
    yield from find_front_matter_links(read, path, document)
    for href, span in glance(read, path, find_router_links):
        yield WrittenLink("jsx", "RouteLink", href, href, "", pack_spans(span), made=True, prop="to")


def loops_over_pages(data: bytes) -> bool:
    """Whether a page, outside of its fenced code, has a script or a loop that asks for all pages."""
    if b"<script" not in data and b"v-for" not in data:
        return False
    return bool(find_outside_code(LISTING, decode(data)[0], spans=False))


def find_router_links(data: bytes) -> list[tuple[str, Span]]:
    """The destinations of the router's component, with their places, those in code left out."""
    if not COMPONENT.search(data):
        return []
    text = decode(data)[0]
    lines = Lines(text)
    return [(match[1], lines.span(*match.span(1))) for match in find_outside_code(LINK, text)]


def find_front_matter_links(read: Read, path: str, document: Document) -> Iterator[WrittenLink]:
    """What the default theme reads of the front matter; others read most of it in the same way."""
    matter = document.front_matter or {}
    entries: list[tuple[str, Any, Any]] = [(key, matter.get(key), "") for key in ("prev", "next")]
    if matter.get("home"):
        entries.append(("actionLink", matter.get("actionLink"), matter.get("actionText")))
    for key in ("actions", "features") if matter.get("home") else ():
        listed = matter.get(key)
        entries.extend((key, each, "") for each in (listed if isinstance(listed, list) else ()))
    text = ""
    for key, entry, title in entries:
        href = entry.get("link") if isinstance(entry, dict) else entry
        title = entry.get("text") or entry.get("title") or "" if isinstance(entry, dict) else title
        if isinstance(href, str) and href and href != "auto":
            text = text or (read(path) or b"").decode("utf-8-sig", "replace")
            line = document.front_matter_lines.get(key, 1)
            span = find_span(text, href, line, "link" if isinstance(entry, dict) else key)
            made = not title
            yield WrittenLink("frontmatter", "a", href, href, str(title or ""), pack_spans(span), made=made)
