"""Alternates in other languages, and lists that run over several pages."""

import pytest

from linklint.model.document import Alternate, Head
from linklint.model.settings import Settings, SiteSettings
from tests.building import build_site
from tests.facts.asking import ask_pages


def head(*hrefs):
    return {"head": Head(alternates=tuple(Alternate(lang, href, 1) for lang, href in hrefs))}


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("/de/b.md", ["b.md"]),
        ("b.md", ["b.md"]),
        ("../b.md", []),
        ("https://example.com/de/b.md", ["b.md"]),
        ("https://example.com/shop/de/b.md", ["b.md"]),
        ("https://example.com/de/gone.md", []),
        ("/de/a.md", []),
        ("/de/draft.md", []),
        ("mailto:a@example.com", []),
        ("http://[", []),
    ],
)
def test_alternates_are_found_by_their_addresses(href, found):
    pages = {name: {"url": f"/de/{name}.md"} for name in ("a", "b", "draft")}
    pages["a"] |= head(("de", href), ("x-default", "/de/b.md"))
    settings = Settings(site=SiteSettings(url="https://example.com/shop"))
    ask = ask_pages(build_site("a; b; draft (draft)", pages), settings=settings)
    assert [page.path for page in ask("a", "alternates")] == found


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("/blog/page/2/", 2), ("/blog/page/2", 2), ("/blog/page2.html", 2), ("/page-12/", 12), ("/blog/p/3", 3),
        ("/blog/page/1/", None), ("/blog/", None), ("/blog/page/", None), ("/homepage2/", None), ("/step/2/", None),
        ("/blog/page/2/b/", None), ("/page/99999999/", None),
    ],
)  # fmt: skip
def test_the_address_tells_the_number(url, number):
    assert ask_pages(build_site("a", {"a": {"url": url, "syntax": "html"}}))("a", "pagination.number") == number
    by_name = None if "page2" in url or "page-" in url else number
    assert ask_pages(build_site("a", {"a": {"url": url}}))("a", "pagination.number") == by_name


def test_the_page_before_is_the_one_with_the_number_below_or_the_list_itself():
    urls = {"a": "/blog/", "b": "/blog/page/2/", "c": "/blog/page/3/", "d": "/news/page/2/", "e": "/list/page/5/"}
    urls |= {"f": "/list/page/4/", "g": "/x/page/1/", "h": "/x/page/2/"}
    ask = ask_pages(build_site("a; b; c; d; e; f (draft); g; h", {name: {"url": url} for name, url in urls.items()}))
    before = {name: page.path for name in urls if (page := ask(name, "pagination.previous"))}
    assert before == {"b": "a.md", "c": "b.md", "h": "g.md"}
