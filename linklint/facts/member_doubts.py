"""Whether hub and spoke may be linked by a link that cannot be verified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from linklint.facts.page_links import is_unverified
from linklint.facts.registry import BOOLEAN, fact
from linklint.facts.world import World
from linklint.model.files import fold
from linklint.model.site import Member, Page
from linklint.site.page_names import is_index
from linklint.site.paths import name, parent

BEGINNING = re.compile(r"\d{4}-\d\d?-\d\d?[-_]|\d+[-_.]")
EXPRESSION = re.compile(r"\{[{%<]|\$\{")


@fact("member", "may_link_up", BOOLEAN)
def may_link_up(world: World, member: Member) -> bool:
    """Whether a link in the page that cannot be verified may lead to the hub: it ends in the name of the hub's file
    or folder, or a template makes its address."""
    return may_link(world, member.page, member.cluster.hub)


@fact("member", "may_link_down", BOOLEAN)
def may_link_down(world: World, member: Member) -> bool:
    """The same of a link in the hub that may lead to the page."""
    return may_link(world, member.cluster.hub, member.page)


def may_link(world: World, source: Page | None, target: Page | None) -> bool:
    """Whether the source has such a link to the target."""
    if source is None or target is None:
        return False
    names = frozenset(list_names(target))
    return any(
        EXPRESSION.search(link.written.href) or last_name(link.written.href) in names
        for link in world.graph.written(source)
        if link.written and is_unverified(link)
    )


def list_names(page: Page) -> Iterator[str]:
    """By which names addresses may end: that of the file or its folder, without number or date before it."""
    stem = name(page.path).partition(".")[0]
    stem = name(parent(page.path)) if is_index(page.path) else stem
    yield fold(stem)
    yield fold(BEGINNING.sub("", stem, count=1))


def last_name(href: str) -> str:
    """The last part of an address that says something, without ending."""
    path = unquote(re.split("[?#]", href, maxsplit=1)[0]).rstrip("/")
    return fold(name(parent(path)) if is_index(path) else name(path).partition(".")[0])
