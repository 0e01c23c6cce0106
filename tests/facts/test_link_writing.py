"""How links are written down."""

import pytest
from msgspec.structs import replace

from linklint.model.place import pack_spans
from tests.building import build_site
from tests.facts.asking import ask_links

HREFS = {
    "/b/": "with",
    "/b": "without",
    "../b/": "with",
    "b?x=1": "without",
    "/b/#top": "with",
    "https://example.com/b": "without",
    "b.md": None,
    "/": None,
    "./": None,
    "#top": None,
}


def site_with(hrefs, framework="hugo", syntax="inline", **fields):
    site = build_site("a -> " + ", ".join(["b"] * len(hrefs)), {"a": {"framework": framework}})
    links = [
        replace(link, written=replace(link.written, href=href, syntax=syntax), **fields)
        for link, href in zip(site.links, hrefs, strict=True)
    ]
    return replace(site, links=tuple(links))


def test_only_addresses_of_pages_have_a_slash_or_none():
    assert ask_links(site_with(list(HREFS)))("slash") == list(HREFS.values())


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"framework": "plain"}, [None, None]),
        ({"framework": "obsidian"}, [None, None]),
        ({"syntax": "nav"}, ["with", None]),
        ({"syntax": "shortcode"}, [None, None]),
        ({"status": "missing"}, [None, None]),
        ({"target": None}, [None, None]),
    ],
)
def test_folders_names_ids_and_broken_links_are_no_addresses(given, found):
    assert ask_links(site_with(["/b/", "b"], **given))("slash") == found


@pytest.mark.parametrize(("syntax", "found"), [("inline", None), ("reference", None), ("html", "with")])
def test_where_the_framework_writes_addresses_they_are_all_the_same(syntax, found):
    """Which it does of Markdown; HTML is left to browsers."""
    site = site_with(["/b/"], syntax=syntax)
    links = [replace(link, source=replace(link.source, rewritten=True)) for link in site.links]
    assert ask_links(replace(site, links=tuple(links)))("slash") == [found]


def test_the_usual_way_is_the_more_frequent_one():
    """The page's own address is ``/b``: who writes that is right, whatever most do."""
    assert ask_links(site_with(["/b/", "/b", "/b/"]))("slash.usual") == ["with", None, "with"]
    assert ask_links(site_with(["/b/", "/b", "/b"]))("slash.usual") == ["without", None, None]
    assert ask_links(site_with(["/b/", "/b"]))("slash.usual") == [None, None]


def test_a_gap_is_what_stands_between_two_links_of_a_section_and_block():
    """Links of the builder stand a thousand characters apart and are ten long, each on a line of its own."""
    site = build_site('a -> b "x", c "y", d image, e "z", f "v" section=1, g "w" section=1; b -> a "only"')
    assert ask_links(site)("gap") == [None] * 7

    def on_one_line(link, **changed):
        spans = pack_spans(replace(link.written.span, line=1, end_line=1))
        return replace(link, written=replace(link.written, spans=spans, **changed))

    line = replace(site, links=tuple(map(on_one_line, site.links)))
    assert ask_links(line)("gap") == [None, 990, None, 1990, None, 990, None]
    table = replace(line, links=(line.links[0], on_one_line(line.links[1], block="table")))
    assert ask_links(table)("gap") == [None, None]
