"""Menus of a theme's config that belong to languages: each is shown by the home page of its language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.data.javascript import REST, UNKNOWN
from linklint.data.tree import KeyPath, Tree
from linklint.site.profile import NavigationLink


class Section(NamedTuple):
    """A part of the navigation: its value, where it stands, and whose it is: a language that has one of its own, by
    what the framework tells languages apart with; None: every language's that has none."""

    value: Any
    tree: Tree
    keypath: KeyPath
    language: str | None = None

    @property
    def is_sidebar(self) -> bool:
        """Whether it is a sidebar, rather than a navigation bar, of which the frameworks have two names."""
        return self.keypath[-1] == "sidebar"


Homes = Sequence[str | None]
"""The pages that show a menu; None for one that is not known."""


def show_sections(
    sections: Sequence[Section], homes: Mapping[str, Homes], list_links: Callable[[Section], Iterable[NavigationLink]]
) -> Iterator[NavigationLink]:
    """The links of the sections. ``homes``: language → its home pages. A section that every language has one of its own
    instead of is shown by none."""
    taken = {(section.language, section.is_sidebar) for section in sections}
    for section in sections:
        if section.language is not None:
            shown_on = homes.get(section.language, [None])
        else:
            others = (each for each in homes if (each, section.is_sidebar) not in taken)
            shown_on = [home for each in others for home in homes[each]]
        yield from show_on(shown_on, list_links(section))


def show_on(homes: Homes, links: Iterable[NavigationLink]) -> Iterator[NavigationLink]:
    """The links, as shown by these pages; by the home pages of all languages, where one of them is not known."""
    shown_on = tuple(home for home in homes if home is not None)
    for link in links:
        yield link._replace(shown_on=shown_on) if len(shown_on) == len(homes) else link


def hides_links(value: Any, shown: tuple[str, ...]) -> bool:
    """Whether links of a section may be missing here, as code makes them. ``shown``: keys of what is only shown."""
    if isinstance(value, list):
        return any(hides_links(each, shown) for each in value)
    if isinstance(value, Mapping):
        return REST in value or any(hides_links(each, shown) for key, each in value.items() if key not in shown)
    return value is UNKNOWN or not isinstance(value, str | int | float | bool | None)
