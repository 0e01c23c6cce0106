"""Traps of small sites: what a template of a shop gives to headings, a script to an API, a build to a picture."""

from __future__ import annotations

import pytest

from tests.site.sites import make_site, status_of, written_links


def statuses(files: dict[str, str], path: str) -> dict[str, str]:
    return {link.written.href: link.status for link in written_links(make_site(files), path) if link.written}


@pytest.mark.parametrize(("package", "status"), [("@sindresorhus/slugify", "ok"), ("slugify", "fragment-missing")])
def test_ids_that_a_plugin_of_a_nextjs_site_makes(package: str, status: str) -> None:
    files = {
        "next.config.mjs": "import rehype from './mdx/rehype.mjs'\nexport default {}\n",
        "package.json": f'{{"dependencies": {{"next": "15", "rehype-slug": "6", "{package}": "2"}}}}',
        "src/pages/why.mdx": "## Why GardenBird\n\n## v0.65.0\n\n[a](#why-garden-bird) [b](#v0-65-0) [c](#gone)",
    }
    found = statuses(files, "src/pages/why.mdx")
    assert found == {"#why-garden-bird": status, "#v0-65-0": status, "#gone": "fragment-missing"}


def test_places_in_the_description_of_an_api() -> None:
    page = "[a](api.md#tag/Roses/operation/plant) [b](api.md#operation/plant) [c](api.md#operations)"
    found = statuses({"_quarto.yml": "project: {type: website}\n", "a.md": page, "api.md": "# API\n"}, "a.md")
    assert list(found.values()) == ["fragment-unverifiable", "fragment-unverifiable", "fragment-missing"]


@pytest.mark.parametrize(
    ("href", "status"),
    [("REPLACE_ORDER_URL", "unresolvable"), ("REPLACE_ME", "unresolvable"), ("REPLACEMENTS", "missing")],
)
def test_what_a_program_replaces(href: str, status: str) -> None:
    assert status_of(href) == status
    assert status_of(href, source="mail.html") == status


@pytest.mark.parametrize(
    ("config", "status"),
    [
        ('"anchors": [{"name": "API", "url": "rest", "openapi": "https://example.com/openapi.json"}]', "opaque"),
        ('"tabs": [{"name": "API", "url": "rest", "openapi": "https://example.com/openapi.json"}]', "opaque"),
        ('"anchors": [{"name": "API", "url": "https://example.com/rest"}]', "missing"),
    ],
)
def test_pages_of_an_api_that_lies_elsewhere(config: str, status: str) -> None:
    said = f'{{"name": "Garden", "colors": {{}}, {config}, "navigation": [{{"group": "A", "pages": ["guides/a"]}}]}}'
    page = "---\ntitle: A\n---\n\n[plant](../rest/roses/plant) [gone](./gone)"
    found = statuses({"mint.json": said, "guides/a.mdx": page}, "guides/a.mdx")
    assert found == {"../rest/roses/plant": status, "./gone": "missing"}


def test_the_name_that_a_build_of_docusaurus_gives_to_a_picture() -> None:
    built = "877276f37f74e65e5f7a2a898de69fee"
    page = f'<img src="/assets/images/rose-{built}.webp" /> <img src="/assets/images/oak-{built}.webp" />'
    files = {
        "docusaurus.config.js": "module.exports = {presets: [['classic', {}]]};\n",
        "blog/2024-04-22-roses.md": page,
        "blog/images/rose.webp": "",
    }
    assert list(statuses(files, "blog/2024-04-22-roses.md").values()) == ["opaque", "asset-missing"]


def test_what_doxygen_writes_for_crawlers_is_no_page() -> None:
    site = make_site(
        {"index.html": "<title>A</title>", "doxygen_crawl.html": "<title>B</title><a href=index.html></a>"}
    )
    assert [page.path for page in site.pages] == ["index.html"]


TOPS = {
    "next.config.js": "module.exports = {}\n",
    "package.json": '{"dependencies": {"next": "15", "rehype-slug": "6"}}',
    "src/pages/[...slug].tsx": "",
    "content/docs/roses.md": "# Roses\n\n## Soil\n",
    "content/docs/about.md": "# About\n",
    "src/pages/about.tsx": "",
} | {f"content/docs/beds/bed-{number}.md": f"# Bed {number}\n" for number in range(60)}
BEDS = " ".join(f"[{number}](/beds/bed-{number})" for number in range(60))


def test_where_short_addresses_lead_as_the_long_ones_tell() -> None:
    page = f"[a](/roses) [b](/roses#soil) [c](/roses#gone) [d](/about#gone) [e](/tulips)\n\n{BEDS}"
    found = statuses(TOPS | {"content/docs/start.md": page}, "content/docs/start.md")
    assert [found[href] for href in ("/roses", "/roses#soil", "/roses#gone")] == ["ok", "ok", "fragment-missing"]
    assert [found[href] for href in ("/about#gone", "/tulips")] == ["opaque", "opaque"]


def test_few_long_addresses_tell_nothing_of_short_ones() -> None:
    page = "[a](/roses) [b](/beds/bed-1)"
    assert statuses(TOPS | {"content/docs/start.md": page}, "content/docs/start.md")["/roses"] == "opaque"
