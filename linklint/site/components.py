"""Which components are links. A component is whatever its site makes of it; these names mean a link everywhere."""

from __future__ import annotations

from linklint.model.document import WrittenLink

LINK_COMPONENTS = frozenset(
    "a area img Anchor Button Card CardLink Cards.Card HeroCard IconLink Image Img Link LinkButton LinkCard NavLink NextLink "
    "NuxtLink RouterLink Tile".split()
)
LINK_PROPS = frozenset({"href", "to", "link", "url", "src"})


def is_link_component(written: WrittenLink) -> bool:
    """Whether the link counts: one of a component does by the component's name and property, any other always."""
    if written.syntax != "jsx":
        return True
    return written.element in LINK_COMPONENTS and (written.prop is None or written.prop in LINK_PROPS)
