"""Which links are edges of the graph, from which page to which."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from linklint.model.site import Link


class Edges(NamedTuple):
    """Links with the linking and the linked page of each."""

    links: tuple[Link, ...]
    sources: array[int]
    targets: array[int]


def leads_to_another_page(link: Link) -> bool:
    """An internal link from a published page to another published page, followed or not. A redirect link counts for
    the page that it ends at, a wrong fragment or letter case for the page that was meant. An image shows its target
    and is no link; what search engines cannot crawl is none either."""
    source, target, written = link.source, link.target, link.written
    return (
        target is not None
        and target is not source
        and target.published
        and source.published
        and (written is None or (written.crawlable and written.element != "img"))
    )


def find_followed(links: Iterable[Link]) -> Edges:
    """All inlinks and outlinks: followed links between two published pages."""
    followed: list[Link] = []
    sources: list[int] = []
    targets: list[int] = []
    for link in links:
        if not link.nofollow and leads_to_another_page(link):
            followed.append(link)
            sources.append(link.source.index)
            targets.append(link.target.index)  # type: ignore[union-attr] # it leads to a page
    return Edges(tuple(followed), array("l", sources), array("l", targets))
