"""What a built HTML page says: its ids and its links, inside the element that holds the content."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class BuiltPage(NamedTuple):
    """``ids`` of all elements of the content, ``headings`` those of h1 to h6; ``links`` are (href, text) in order."""

    ids: tuple[str, ...]
    headings: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


def read_built(html: str, content: str = "article", skip: frozenset[str] = frozenset()) -> BuiltPage:
    """The page's content: what stands in elements named ``content``. Links of a class in ``skip`` are the theme's."""
    reader = _Reader(content, skip)
    reader.feed(html)
    return BuiltPage(tuple(reader.ids), tuple(reader.headings), tuple((href, text) for href, text in reader.links))


class _Reader(HTMLParser):
    def __init__(self, content: str, skip: frozenset[str]) -> None:
        super().__init__()
        self.content, self.skip = content, skip
        self.depth = 0
        self.ids: list[str] = []
        self.headings: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == self.content or (self.depth and tag not in VOID):
            self.depth += 1
        if not self.depth:
            return
        found = dict(attrs)
        id_ = found.get("id")
        if id_:
            self.ids.append(id_)
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                self.headings.append(id_)
        if tag == "a" and found.get("href") is not None and self.skip.isdisjoint((found.get("class") or "").split()):
            self.links.append((found["href"] or "", ""))
            self.open = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.open = False
        if self.depth and tag not in VOID:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.open and self.links:
            href, text = self.links[-1]
            self.links[-1] = (href, text + data)
