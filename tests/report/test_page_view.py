"""A page explained: what is said where no root leads to it."""

import pytest

from linklint.model.view import PageView
from linklint.report.page_view import layout_page


def view(reachable: bool | None, *, published: bool = True) -> PageView:
    return PageView(
        path="a.html", url="/a.html", title="A", published=published, noindex=False, root=False, clusters=(),
        depth=None, path_from_root=None, orphan="no", inlinks=(), outlink_pages=0, score=None, relative_score=None,
        score_rank=None, pages=2, score_sources=(), findings=(), reachable=reachable,
    )  # fmt: skip


def test_a_page_in_doubt_is_not_called_unreachable() -> None:
    text = layout_page(view(None))
    assert "none can be seen: there is no root, or nobody can tell who links to the pages that lead here" in text
    assert "no path of links leads here" not in text


@pytest.mark.parametrize(("reachable", "published"), [(False, True), (None, False)])
def test_an_unreachable_page_is(reachable: bool | None, published: bool) -> None:
    assert "none: no path of links leads here" in layout_page(view(reachable, published=published))
