"""Eleventy: what was first seen in builds of version 3.1, each with what the build does not do."""

import pytest

from tests.site.sites import written_links
from tests.site.test_eleventy import SRC, eleventy, link

PREFIX = "pathPrefix: '/docs/'," + SRC
MOVED = """---js
{
  pagination: {
    data: "collections.all", size: 1, alias: "old",
    before: (items) => items.flatMap((item) => (item.data.redirectFrom || []).map((from) => (%s))),
  },
  permalink: "{{ old.from }}index.html",
}
---
moved"""


@pytest.mark.parametrize("target", [".", "./", "/"])
def test_files_may_be_copied_to_the_top(target: str) -> None:
    files = {"src/static/table.csv": "a\n", "src/a.md": "[x](/table.csv) [y](/none.csv) [z](/static/none.csv)"}
    site = eleventy(files, f"eleventyConfig.addPassthroughCopy({{'src/static': '{target}'}});")
    assert [each.status for each in written_links(site, "src/a.md")] == ["asset", "asset-missing", "asset-missing"]


def test_the_base_plugin_puts_the_prefix_before_every_address() -> None:
    plugin = "eleventyConfig.addPlugin(HtmlBasePlugin);"
    assert link("[x](/c/)", "src/c.md", body=plugin, returned=PREFIX).status == "ok"
    assert link("[x](/docs/c/)", "src/c.md", body=plugin, returned=PREFIX).status == "missing"
    assert link("[x](/docs/c/)", "src/c.md", returned=PREFIX).status == "ok"


@pytest.mark.parametrize(
    ("made", "href", "status"),
    [
        ("{ from, to: item.url }", "/old/", "ok"),
        ("{ from, to: item.url }", "/never/", "missing"),
        ("{ from: from + 'x/', to: item.url }", "/never/", "opaque"),
    ],
)
def test_old_addresses_that_an_arrow_function_gathers(made: str, href: str, status: str) -> None:
    files = {
        "src/moved.njk": MOVED % made,
        "src/b.md": "---\nredirectFrom: [/old/]\n---\n# B",
        "src/c.md": f"[x]({href})",
    }
    assert [each.status for each in written_links(eleventy(files), "src/c.md")] == [status]


def test_a_template_that_sends_visitors_on_makes_redirects() -> None:
    sending = MOVED % "{ from, to: item.url }" + '<meta http-equiv="refresh" content="0; url={{ old.to }}">'
    files = {
        "src/moved.njk": sending,
        "src/b.md": "---\ntitle: B\nredirectFrom: [/old/, /older/]\n---\n# B",
        "src/c.md": "[x](/old/) [y](/never/)",
    }
    site = eleventy(files)
    assert [each.status for each in written_links(site, "src/c.md")] == ["redirect", "missing"]
    assert written_links(site, "src/c.md")[0].target is site.by_path["src/b.md"]
    entries = [(each.key, each.location.line) for each in site.entries if each.kind == "redirect"]
    assert entries == [("/old/", 3), ("/older/", 3)]
