"""Addresses into which a build puts a version, and content of Hugo's whose config is elsewhere."""

from itertools import pairwise

import pytest

from linklint.site import nearest
from linklint.site.neighbours import Neighbours
from tests.site.sites import make_site, written_links

TOPICS = [f"topic-{number}" for number in range(45)]


def shelf(start: str, folder: str, **further: str) -> dict[str, str]:
    """Pages that name each other by addresses which begin with ``start``, and stand in ``folder``."""
    pages = {f"{folder}{topic}.md": f"# {topic}\n\n[x]({start}/{other}#a)" for topic, other in pairwise(TOPICS)}
    return {
        **pages,
        f"{folder}{TOPICS[-1]}.md": "# Last",
        **{f"{folder}{name}.md": text for name, text in further.items()},
    }


def links_of(text: str, start: str = "/docs/{{version}}", folder: str = "") -> list[tuple[str, str, str]]:
    """Status, target path and reason of each link of a further page."""
    site = make_site(shelf(start, folder, further=text))
    return [(link.status, link.target_path, link.reason) for link in written_links(site, f"{folder}further.md")]


@pytest.mark.parametrize(
    ("start", "folder"),
    [
        ("/docs/{{version}}", ""),
        ("/docs/{version}", ""),
        ("/{lang}/docs", "docs/en/"),
        ("/docs/roses/<ROSES_VERSION>", "docs/sources/"),
        ("https://example.org/docs/roses/<ROSES_VERSION>", "docs/sources/"),
    ],
)
def test_what_a_build_fills_in_is_taken_for_granted(start: str, folder: str) -> None:
    found = links_of(f"[x]({start}/topic-3) [x]({start}/topic-3/) [x]({start}/topc-3)", start, folder)
    assert [each[:2] for each in found] == [
        ("ok", f"{folder}topic-3.md"), ("ok", f"{folder}topic-3.md"), ("missing", f"/{folder}topc-3"),
    ]  # fmt: skip
    assert found[2][2] == f"there is no page {start}/topc-3"


def test_suggestions_are_written_with_what_is_filled_in() -> None:
    for start, folder in (("/docs/{{version}}", ""), ("/docs/roses/<VERSION>", "docs/sources/")):
        site = make_site(shelf(start, folder, further=f"[x]({start}/topik-3#why)"))
        link = written_links(site, f"{folder}further.md")[0]
        assert f"{start}/topic-3#why" in nearest(link, Neighbours(site))


def test_other_placeholders_stay_unknown() -> None:
    text = "[x](/blog/{{version}}/topc-3) [x](/docs/{{version}}/{{page}}) [x](https://api.example.org/docs/{{version}}/Topic)"
    assert [each[0] for each in links_of(text)] == ["unresolvable", "unresolvable", "external"]


def test_few_such_addresses_tell_nothing() -> None:
    site = make_site({"a.md": "[x](/docs/{{version}}/b) [x](/docs/{{version}}/gone)", "b.md": "# B"})
    assert [link.status for link in written_links(site, "a.md")] == ["unresolvable"] * 2


SHORTCODE = '[rose]: https://example.org/{{< param "VERSION" >}}/rose\n[tulip]: tulip.md'


@pytest.mark.parametrize(("index", "count"), [("docs/_index.md", 0), ("docs/README.md", 1)])
def test_below_a_list_of_hugos_shortcodes_are_no_text(index: str, count: int) -> None:
    site = make_site({index: "# Docs", "docs/a/b.md": f"See [roses][rose].\n\n{SHORTCODE}\n", "docs/a/tulip.md": ""})
    undefined = [link for link in written_links(site, "docs/a/b.md") if link.status == "undefined-reference"]
    assert len(undefined) == count


@pytest.mark.parametrize(
    ("source", "href", "found"),
    [
        ("docs/a/b.md", "../../c/d/", "docs/c/d.md"),
        ("docs/a/b.md", "../d.part/#why", "docs/a/d.part.md"),
        ("docs/a/_index.md", "../c/", "docs/c/_index.md"),
        ("docs/a/b.md", "../e.md", "docs/e.md"),
        ("docs/a/b.md", "../../../../x/", ""),
        ("docs/a/b.md", "../../gone/d/", "gone/d"),
        ("docs/a/b.md", "../c/d.md", "docs/c/d.md"),
    ],
)
def test_relative_addresses_of_hugos_pages(source: str, href: str, found: str) -> None:
    files = dict.fromkeys(
        ("docs/_index.md", "docs/c/_index.md", "docs/c/d.md", "docs/a/d.part.md", "docs/e.md"), "# X\n\n## Why"
    )
    site = make_site({**files, source: f"[x]({href})"})
    (link,) = written_links(site, source)
    assert link.target_path == found or link.status == "outside"
    assert (link.target is not None) == (found in files)


def test_without_a_list_of_hugos_they_are_paths() -> None:
    site = make_site({"docs/a/b.md": "[x](../../c/d/)", "docs/c/d.md": "", "docs/README.md": ""})
    assert [link.status for link in written_links(site, "docs/a/b.md")] == ["missing"]


@pytest.mark.parametrize("href", ["/docs/roses.html", "/docs/roses", "/docs/roses/", "/docs/roses.html#why"])
def test_an_address_that_front_matter_says_leads_to_the_file(href: str) -> None:
    matter = "---\npermalink: /docs/roses.html\n---\n# Roses\n\n## Why"
    site = make_site({"copy/en/About Roses.md": matter, "copy/en/a.md": f"[x]({href}) [x](/docs/tulips)"})
    assert written_links(site, "copy/en/a.md")[0].target_path == "copy/en/About Roses.md"
    assert written_links(site, "copy/en/a.md")[1].target is None
