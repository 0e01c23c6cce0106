"""What an ``<a>``, ``<area>``, ``<img>``, ``<iframe>`` or ``<frame>`` start tag says of its link."""

from __future__ import annotations

import re

from linklint.source.html.tokens import Attribute, StartTag

LINK_ELEMENTS = {"a": "href", "area": "href", "img": "src", "image": "src", "iframe": "src", "frame": "src"}
"""Element → the attribute that holds its destination (browsers read ``<image>`` as ``<img>``)."""

FRAMES = frozenset({"iframe", "frame"})
"""Elements that show another page inside this one."""

ITEMS = frozenset({"menuitem", "menuitemcheckbox", "menuitemradio", "option", "treeitem"})
"""Roles of what a script opens in a widget (WAI-ARIA 1.2)."""

_STRIPPED = "".join(map(chr, range(0x21)))
_REMOVED = {ord(character): None for character in "\t\n\r"}
_BOUND_HREF = re.compile(r"(?::|v-bind:|x-bind:|bind:)href|\[(?:attr\.)?href\]|.*[{}].*", re.DOTALL)


def read_destination(tag: StartTag) -> Attribute | None:
    """The destination of a link element as a browser takes it: C0 controls and spaces stripped from both ends, tabs
    and line ends removed (URL standard, 4.4). None without such an attribute. In SVG, ``xlink:href`` stands in."""
    attribute = tag.attributes.get(LINK_ELEMENTS[tag.name])
    if attribute is None and tag.name == "a":
        attribute = tag.attributes.get("xlink:href")
    if attribute is None:
        return None
    value = attribute.value.strip(_STRIPPED)
    if not value.isprintable():  # few addresses hold a line end or a tab
        value = value.translate(_REMOVED)
    return attribute if value == attribute.value else attribute._replace(value=value)


def is_link(tag: StartTag, *, foreign: bool = False) -> bool:
    """The tag makes a link, or looks like one that search engines cannot follow. ``foreign``: it stands in SVG, where
    programs that draw put an ``<a>`` around each part, with a destination or without.

    An ``<img>`` or a frame needs a ``src`` that is not empty; a frame, one that leads to a page. An ``<a>`` without a
    destination is none where it is a fragment target (``id``, ``name``), has a ``role``, marks the current page
    (``aria-current``), or gets its ``href`` from a template at build time (``:href``, ``[href]``, ``{{ … }}``): there
    is nothing to read in the source. Nor is one that a script opens as an item of a menu or a tree, with a fragment
    only. Nor is one without any attribute: nothing tells a script what to do with it, and
    HTML calls it a placeholder (https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-a-element).
    """
    if tag.name not in LINK_ELEMENTS:
        return False
    destination = read_destination(tag)
    if LINK_ELEMENTS[tag.name] == "src":
        return destination is not None and destination.value != "" and not _is_blank_frame(tag, destination.value)
    if destination is not None:
        is_own = len(destination.value) > 1 and destination.value.startswith("#")
        return not (is_own and (tag.get("role") or "").strip().lower() in ITEMS)
    is_bare = tag.name != "a" or not tag.attributes or foreign
    return not is_bare and not is_crawlable(tag) and not _is_bound(tag)


def _is_bound(tag: StartTag) -> bool:
    return any(map(_BOUND_HREF.fullmatch, tag.attributes))


def _is_disabled(tag: StartTag) -> bool:
    words = (tag.get("class") or "").lower().split()
    is_said = "disabled" in tag.attributes or (tag.get("aria-disabled") or "").strip().lower() == "true"
    return is_said or any(word.endswith("disabled") for word in words)


def _is_blank_frame(tag: StartTag, address: str) -> bool:
    return tag.name in FRAMES and address.lower().startswith(("about:", "javascript:"))


def is_crawlable(tag: StartTag) -> bool:
    """Search engines can follow the link.

    The rule of Lighthouse's ``crawlable-anchors`` audit (core/audits/seo/crawlable-anchors.js, 2025): an element with a
    ``role``, a ``mailto:`` link, one without destination but with an ``id``, one with a ``name`` and one without
    ``href`` but with ``aria-current`` page or location pass; then no ``href``, a ``file:`` address and
    ``javascript:void(0)`` fail; ``href=""`` is the page itself and passes. As Google's own guide does, every
    ``javascript:`` address is failed here, not only ``void(0)``. What is switched off on purpose passes: nobody is to
    follow it.
    """
    if LINK_ELEMENTS[tag.name] == "src" or (tag.get("role") or "").strip() or _is_disabled(tag):
        return True
    destination = read_destination(tag)
    address = "".join(destination.value.split()).lower() if destination else ""
    if address.startswith("mailto:") or (not address and tag.get("id")):
        return True
    if address.startswith("file:"):
        return False
    if (tag.get("name") or "").strip() or (destination is None and tag.get("aria-current") in {"page", "location"}):
        return True
    return destination is not None and not address.startswith("javascript:")


def read_rel(tag: StartTag) -> tuple[str, ...]:
    """The ``rel`` keywords in lower case, in order."""
    return tuple((tag.get("rel") or "").lower().split())


def read_text_attribute(tag: StartTag, name: str) -> str | None:
    """An attribute meant for readers, white space collapsed; None when it is not there or blank."""
    return collapse(tag.get(name) or "") or None


def collapse(text: str) -> str:
    """Runs of HTML white space as one space, none at the ends; no-break spaces count as they are shown."""
    return " ".join(text.split())
