"""Which written links of components and shortcodes count."""

from __future__ import annotations

import pytest

from linklint.model.document import WrittenLink
from linklint.model.place import Span, pack_spans
from linklint.site.components import is_certain, is_link_component


def written(syntax: str, element: str, prop: str | None = None) -> WrittenLink:
    return WrittenLink(syntax, element, "x", "x", "", pack_spans(Span(0, 1, 1, 1, 1, 2)), prop=prop)


@pytest.mark.parametrize(
    ("syntax", "element", "prop", "counts"),
    [
        ("jsx", "a", "href", True),
        ("jsx", "Link", "to", True),
        ("jsx", "Cards.Card", "href", True),
        ("jsx", "BlogCard", "url", True),
        ("jsx", "docs.ThemeCard", "href", True),
        ("jsx", "Teleport", "to", False),
        ("jsx", "Discard", "to", False),
        ("jsx", "Card", "slugs", False),
        ("jsx", "Snippet", "url", False),
        ("shortcode", "content-ref", "url", True),
        ("shortcode", "hextra/hero-button", "link", True),
        ("shortcode", "youtube", "url", False),
        ("shortcode", "reference", "url", False),
        ("inline", "a", None, True),
        ("html", "a", None, True),
    ],
)
def test_only_known_components_and_shortcodes_are_links(
    syntax: str, element: str, prop: str | None, counts: bool
) -> None:
    assert is_link_component(written(syntax, element, prop)) is counts


@pytest.mark.parametrize(
    ("syntax", "element", "certain"),
    [
        ("shortcode", "content-ref", True),
        ("shortcode", "figure", True),
        ("shortcode", "img", False),
        ("shortcode", "hextra/hero-button", False),
        ("jsx", "LinkCard", True),
        ("jsx", "TemplateLink", False),
        ("inline", "a", True),
    ],
)
def test_what_a_site_makes_of_its_own_components_and_shortcodes_is_not_certain(
    syntax: str, element: str, certain: bool
) -> None:
    assert is_certain(written(syntax, element)) is certain
