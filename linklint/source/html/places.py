"""In which part of a page an element stands: its landmark, its block, and what is not shown at all."""

from __future__ import annotations

from typing import NamedTuple

LANDMARK_ELEMENTS = frozenset({"nav", "header", "footer", "aside", "main"})
_ROLES = {
    "navigation": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "main": "main",
}
# A header or footer inside these is theirs, not the page's (HTML-AAM 1.0, header and footer).
_SECTIONING = frozenset({"article", "section", "main", "aside", "nav"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NOT_SHOWN = frozenset("script style head title template textarea select datalist iframe noembed noframes".split())
BREAKS = frozenset(
    "address article aside blockquote br caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section summary"
    " table tbody td tfoot th thead tr ul".split()
)
"""Elements that begin a new line or cell: text before and after them is not one word."""

TELLING = LANDMARK_ELEMENTS.union(_SECTIONING, HEADINGS, NOT_SHOWN, ("math", "noscript", "pre", "svg", "td", "th"))
"""Elements that make another place of what they hold, whatever their attributes are."""

PICTURES = frozenset({"img", "svg", "canvas", "video", "object"})


class Place(NamedTuple):
    """Where the walk stands. ``landmark`` as in ``WrittenLink``; ``sectioned``: inside an element that owns its headers
    and footers; ``hidden``: text is not shown; ``foreign``: inside SVG or MathML; ``head``: inside ``<head>``;
    ``noscript``: inside a ``<noscript>``; ``preformatted``: inside a ``<pre>``; ``aria_hidden``: not for those
    who hear the page."""

    block: str = "body"
    landmark: str | None = None
    sectioned: bool = False
    hidden: bool = False
    foreign: bool = False
    head: bool = False
    noscript: bool = False
    preformatted: bool = False
    aria_hidden: bool = False

    @property
    def is_running_text(self) -> bool:
        """Text here is the page's own, neither a heading, a table, code nor a part that other pages have too."""
        return self.block == "body" and self.landmark in (None, "main") and not self.preformatted and not self.foreign


def enter(place: Place, name: str, role: str | None, *, aria_hidden: bool = False) -> Place:
    """The place inside an element. ``role``: its attribute; the first known role decides, before the element.
    ``aria_hidden``: the element says that it is; then all of its contents are, whatever they say (WAI-ARIA 1.2)."""
    if aria_hidden and not place.aria_hidden:
        place = place._replace(aria_hidden=True)
    if not role and name not in TELLING:
        return place
    if role:
        place = _enter_role(place, name, role)
    elif name in LANDMARK_ELEMENTS and not (place.sectioned and name in {"header", "footer"}):
        place = place._replace(landmark=name)
    if name in HEADINGS:
        place = place._replace(block="heading")
    elif name in {"td", "th"} and place.block == "body":
        place = place._replace(block="table")
    elif name in _SECTIONING:
        place = place._replace(sectioned=True)
    elif name in {"svg", "math"}:
        place = place._replace(foreign=True)
    elif name == "noscript":
        place = place._replace(noscript=True)
    elif name == "pre":
        place = place._replace(preformatted=True)
    if name in NOT_SHOWN and not (name == "title" and place.foreign):
        place = place._replace(hidden=True, head=place.head or name == "head")
    return place


def _enter_role(place: Place, name: str, role: str) -> Place:
    for word in role.lower().split():
        if word in _ROLES:
            return place._replace(landmark=_ROLES[word])
    return enter(place, name, None) if name in LANDMARK_ELEMENTS else place
