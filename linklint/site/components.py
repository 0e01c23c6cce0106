"""Which components and shortcodes are links. A component is whatever its site makes of it; these names mean a link
everywhere."""

from __future__ import annotations

import re

from linklint.model.document import INSTEAD, WrittenLink

FROM_MARKDOWN = frozenset({"inline", "reference", "autolink", "image"})
"""Syntaxes of Markdown's own links."""
LINK_COMPONENTS = frozenset(
    "a area img Anchor Button Card CardLink Cards.Card HeroCard IconLink Image Img Link LinkButton LinkCard NavLink "
    "NextLink NuxtLink RouterLink Tile".split()
)
"""Besides these, whatever is called ``…Link``, ``…Card`` or ``…Button`` (``BlogCard``, ``ThemeCard``)."""
LINK_PROPS = frozenset({"href", "to", "link", "url", "src"})
LINK_TAG_WORDS = frozenset("a btn button card cta embed feature figure file image img link picture ref tile".split())
"""Words in the names of shortcodes: ``content-ref``, ``hextra/hero-button``, ``link-card``."""

CERTAIN_TAGS = frozenset("content-ref embed figure file iframe nuxt-link page-ref post_link post_path".split())
"""Shortcodes and tags of the frameworks themselves (Hugo's, GitBook's, docfx's, what Nuxt Content makes of components):
their destinations are addresses."""

_LINK_NAME = re.compile(r"[a-z](?:Button|Card|Link)\Z")
_WORD = re.compile(r"[a-z]+")


def is_certain(written: WrittenLink) -> bool:
    """Whether it is known what becomes of the destination. A component that is only called a link may read it in a way
    of its own: ``<TemplateLink href="app.json">``; so may a shortcode: ``{{< img src="name-in-a-data-file" >}}``. And a
    script may show something else in the place of a picture that is missing (``onerror``)."""
    if written.prop == INSTEAD:
        return False
    if written.syntax == "shortcode":
        return written.element in CERTAIN_TAGS
    return written.syntax != "jsx" or written.element in LINK_COMPONENTS


def is_link_component(written: WrittenLink) -> bool:
    """Whether the link counts: one of a component or a shortcode does by its name and property, any other always."""
    if written.syntax == "shortcode":
        return not LINK_TAG_WORDS.isdisjoint(_WORD.findall(written.element))
    if written.syntax != "jsx":
        return True
    known = written.element in LINK_COMPONENTS or bool(_LINK_NAME.search(written.element))
    return known and (written.prop is None or written.prop in LINK_PROPS)
