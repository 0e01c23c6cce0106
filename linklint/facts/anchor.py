"""An anchor text of one language, and the links that use it."""

from __future__ import annotations

from collections import Counter

from linklint.facts.link_class import text_class
from linklint.facts.registry import INTEGER, LINKS, PAGES, TEXT, fact
from linklint.facts.text import CLASSES
from linklint.facts.world import World
from linklint.graph import AnchorText
from linklint.model.site import Link, Page


@fact("anchor", "text", TEXT)
def text(world: World, anchor: AnchorText) -> str:
    """The text, normalised: case folded, white space collapsed, edge punctuation and emoji dropped."""
    return anchor.text


@fact("anchor", "lang", TEXT)
def lang(world: World, anchor: AnchorText) -> str | None:
    """The primary language of the linking pages; missing when it is not known."""
    return anchor.lang


@fact("anchor", "class", TEXT, values=CLASSES, costly=True)
def class_(world: World, anchor: AnchorText) -> str | None:
    """The class that most of the links' texts have; see text.class of links."""
    classes: Counter[str] = Counter(filter(None, text_class.of_many(world, anchor.links)))
    return min(classes, key=lambda name: (-classes[name], name)) if classes else None


@fact("anchor", "links", LINKS)
def links(world: World, anchor: AnchorText) -> tuple[Link, ...]:
    """The inlinks of all pages that use the text."""
    return anchor.links


@fact("anchor", "targets", PAGES)
def targets(world: World, anchor: AnchorText) -> tuple[Page, ...]:
    """The distinct pages that the text leads to."""
    return tuple(dict.fromkeys(link.target for link in anchor.links if link.target))


@fact("anchor", "links.count", INTEGER)
def links_count(world: World, anchor: AnchorText) -> int:
    """The number of inlinks that use the text."""
    return len(anchor.links)


@fact("anchor", "targets.count", INTEGER)
def targets_count(world: World, anchor: AnchorText) -> int:
    """The number of distinct pages that the text leads to."""
    return 1 if len(anchor.links) == 1 else len({link.target for link in anchor.links})


@fact("anchor", "pages.count", INTEGER)
def pages_count(world: World, anchor: AnchorText) -> int:
    """The number of distinct pages that use the text."""
    return len({link.source for link in anchor.links})
