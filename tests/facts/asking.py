"""How the tests of facts ask for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from linklint.facts import World, kind_of, lookup
from linklint.model.site import Site
from tests.building import build_world, path_of


def get(world: World, subject: Any, name: str) -> Any:
    """The value of the fact of that name."""
    accessor = lookup(kind_of(subject), name)
    assert accessor is not None, name
    return accessor.get(world, subject)


def ask_pages(site: Site, **more: Any) -> Callable[[str, str], Any]:
    """A function from the name of a page and of a fact to the fact's value."""
    world = build_world(site, **more)
    return lambda page, name: get(world, site.by_path[path_of(page)], name)


def ask_links(site: Site, **more: Any) -> Callable[[str], list[Any]]:
    """A function from the name of a fact to its values for all links of the site."""
    world = build_world(site, **more)
    return lambda name: [get(world, link, name) for link in site.links]
