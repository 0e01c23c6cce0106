"""Which components of a page are links."""

import pytest

from linklint.model.document import WrittenLink
from linklint.model.place import Span
from linklint.site.components import is_link_component

SPAN = Span(0, 1, 1, 1, 1, 2)


@pytest.mark.parametrize(("element", "prop"), [("a", "href"), ("Link", "to"), ("LinkCard", "href"), ("img", "src")])
def test_components_that_are_links_everywhere_count(element: str, prop: str) -> None:
    assert is_link_component(WrittenLink("jsx", element, "/x", "/x", "", SPAN, prop=prop))


@pytest.mark.parametrize(
    ("element", "prop"), [("Teleport", "to"), ("Video", "src"), ("Link", "slugs"), ("Tweet", "url")]
)
def test_other_components_and_properties_do_not(element: str, prop: str) -> None:
    assert not is_link_component(WrittenLink("jsx", element, "/x", "/x", "", SPAN, prop=prop))


def test_what_is_no_component_always_counts() -> None:
    assert is_link_component(WrittenLink("inline", "a", "/x", "/x", "", SPAN))
