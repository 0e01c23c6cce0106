"""The site's own address: how it is found, and what full addresses mean beside a site that a framework builds."""

from __future__ import annotations

import pytest

from linklint.model.files import MemoryRepository
from linklint.model.settings import SiteSettings
from linklint.site import detect, find_own_address
from tests.site.sites import site_of, site_with, written_links

PAGE = {
    "_layouts/default.html": "{{ content }}",
    "docs/index.md": "# Home\n",
    "index.md": "---\n---\n# Home\n",
    "content/_index.md": "# Home\n",
}
PACKAGE = '{"dependencies": {"astro": "5", "@11ty/eleventy": "3"}}'
DOCFX = '{"build": {"content": [{"files": ["**/*.md"]}], "sitemap": {"baseUrl": "https://garden.org"}}}'


def address_of(files: dict[str, str]) -> str | None:
    repository = MemoryRepository(files)
    return find_own_address(repository, detect(repository, SiteSettings()), site_of(repository))


@pytest.mark.parametrize(
    ("files", "address"),
    [
        ({"mkdocs.yml": "site_name: G\nsite_url: https://garden.org/book/\n"}, "https://garden.org/book"),
        ({"docusaurus.config.js": "module.exports = {url: 'https://garden.org', baseUrl: '/'}"}, "https://garden.org"),
        ({"hugo.toml": "baseURL = 'https://garden.org/'\n"}, "https://garden.org"),
        ({"_config.yml": "theme: minima\nurl: https://garden.org\nbaseurl: /book\n"}, "https://garden.org/book"),
        (
            {"astro.config.mjs": "export default {site: 'https://garden.org'}", "package.json": PACKAGE}
            | {"src/pages/index.md": "# Home\n"},
            "https://garden.org",
        ),
        (
            {"docs/.vitepress/config.ts": "export default {sitemap: {hostname: 'https://garden.org'}}"},
            "https://garden.org",
        ),
        ({".eleventy.js": "", "_data/site.json": '{"url": "https://garden.org/"}'}, "https://garden.org"),
        ({"docfx.json": DOCFX}, "https://garden.org"),
        ({"CNAME": "garden.org\n"}, "https://garden.org"),
        # What only stands for an address, or is none.
        ({"mkdocs.yml": "site_name: G\nsite_url: https://example.com/\n"}, None),
        ({"hugo.toml": "baseURL = 'https://example.org/'\n"}, None),
        ({"_config.yml": "theme: minima\nurl: http://localhost:4000\n"}, None),
        ({"mkdocs.yml": "site_name: G\n"}, None),
        ({"_config.yml": "title: G\n"}, None),
        ({}, None),
        # Two sites with two addresses.
        (
            {
                "mkdocs.yml": "site_name: G\nsite_url: https://garden.org/\n",
                "hugo.toml": "baseURL = 'https://h.org/'\n",
            },
            None,
        ),
    ],
)
def test_the_address_is_told_by_the_files(files: dict[str, str], address: str | None) -> None:
    assert address_of(PAGE | files) == address


def test_a_home_page_that_names_its_canonical_address_tells_it() -> None:
    html = "<link rel=canonical href='{0}'><title>G</title>"
    assert address_of({"index.html": html.format("https://garden.org/book/")}) == "https://garden.org/book"
    assert address_of({"index.html": html.format("https://garden.org/other.html")}) is None


MKDOCS = {
    "mkdocs.yml": "site_name: T\nsite_url: https://garden.org/\n",
    "docs/index.md": "# Home\n",
    "docs/roses.md": "# Roses\n",
    "docs/r.png": "",
}
HREFS = ("/roses/", "/roses/#roses", "/roses/#lilies", "/none/", "/r.png", "/roses.md", "")


def statuses(files: dict[str, str], source: str) -> list[str]:
    text = " ".join(f"[x](https://garden.org{href})" for href in HREFS)
    site = site_with({**files, source: text}, url="https://garden.org")
    return [link.status for link in written_links(site, source)]


def test_in_a_readme_full_addresses_name_pages_of_the_site_beside_it() -> None:
    expected = ["ok", "ok", "fragment-missing", "missing", "asset", "missing", "ok"]
    assert statuses(MKDOCS, "README.md") == expected
    assert statuses(MKDOCS, "docs/lilies.md") == expected


def test_where_there_is_no_such_site_they_name_files() -> None:
    files = {"roses.md": "# Roses\n", "r.png": ""}
    assert statuses(files, "README.md") == ["missing", "missing", "missing", "missing", "asset", "ok", "ok"]


def test_of_several_sites_each_may_have_the_address() -> None:
    other = {"guide/hugo.toml": "baseURL = 'https://garden.org/'\n", "guide/content/_index.md": "# Home\n"}
    found = statuses(MKDOCS | other | {"guide/content/tools.md": "# Tools\n"}, "README.md")
    assert found[:5] == ["ok", "ok", "fragment-missing", "opaque", "asset"]
