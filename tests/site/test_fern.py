"""Fern: which files are pages and at which addresses. The rules are those of ``DocsDefinitionResolver.ts`` and
``ChangelogNodeConverter.ts`` (https://github.com/fern-api/fern) and of ``SlugGenerator`` in Fern's SDK."""

import pytest

from linklint.model.files import MemoryRepository
from linklint.model.settings import SiteSettings
from linklint.model.site import Site
from linklint.site import detect
from linklint.site.profiles.fern.slugs import Slug
from tests.site.sites import make_site, orphan_states, written_links

INSTANCE = "instances:\n  - url: plants.docs.buildwithfern.com\n"
BELOW = "instances:\n  - url: plants.docs.buildwithfern.com/docs\n    custom-domain: plants.com/docs\n"


def build(docs: str, files: dict[str, str], instance: str = INSTANCE) -> Site:
    """The site of a ``docs.yml`` and of the files of Fern's folder."""
    here = {"fern.config.json": "{}", "docs.yml": instance + docs, **files}
    return make_site({f"fern/{path}": text for path, text in here.items()})


def addresses(docs: str, *paths: str, instance: str = INSTANCE, **texts: str) -> dict[str, str]:
    """Path → address of each page."""
    site = build(docs, {**dict.fromkeys(paths, ""), **texts}, instance)
    return {page.path.removeprefix("fern/"): page.url for page in site.pages}


def found_at(docs: str, url: str, files: dict[str, str], instance: str = INSTANCE) -> tuple[str, str | None]:
    """The status of a link to the address from a page of the site, and what it leads to."""
    home = f"{docs}  - page: Linking\n    path: linking.mdx\n"
    site = build(home, {**files, "linking.mdx": f"[x]({url})"}, instance)
    link = written_links(site, "fern/linking.mdx")[0]
    return link.status, link.target and link.target.path.removeprefix("fern/")


def test_a_site_is_found_by_its_two_configs() -> None:
    both = {"fern/fern.config.json": "{}", "fern/docs.yml": "navigation: []", "README.md": ""}
    found = detect(MemoryRepository(both), SiteSettings())
    assert [(mount.framework, mount.root) for mount in found if mount.framework == "fern"] == [("fern", "fern")]
    alone = {".github/workflows/docs.yml": "navigation: []", "fern.config.json": "{}", "sdk/docs.yml": "products: []"}
    assert "fern" not in {mount.framework for mount in detect(MemoryRepository(alone), SiteSettings())}


def test_addresses_are_made_of_titles() -> None:
    docs = """\
navigation:
  - page: Welcome
    path: a.mdx
  - section: Get started
    contents:
      - page: SDKs & APIs v2
        path: ./deep/b.md
      - page: What's new?
        path: c.mdx
        slug: news
  - section: Guides
    slug: how-to
    contents:
      - section: Left out
        skip-slug: true
        contents:
          - page: Own
            path: d.mdx
"""
    assert addresses(docs, "a.mdx", "deep/b.md", "c.mdx", "d.mdx", "unlisted.mdx") == {
        "a.mdx": "/",
        "deep/b.md": "/get-started/sd-ks-ap-is-v-2",
        "c.mdx": "/get-started/news",
        "d.mdx": "/how-to/own",
    }
    files = dict.fromkeys(["a.mdx", "deep/b.md", "c.mdx", "d.mdx"], "")
    assert found_at(docs, "/welcome", files) == ("ok", "a.mdx")
    assert found_at(docs, "/get-started", files) == ("ok", "deep/b.md")  # leads to the first page in it
    assert found_at(docs, "/how-to/left-out", files) == ("missing", None)


def test_front_matter_gives_addresses() -> None:
    docs = """\
navigation:
  - section: Guides
    path: own.mdx
    contents:
      - page: A
        path: a.mdx
      - page: B
        path: b.mdx
"""
    files = {"own.mdx": "---\nslug: manual\n---\n", "a.mdx": "", "b.mdx": "---\nslug: /deep/b/\n---\n"}
    site = build(docs, files)
    assert {page.path: page.url for page in site.pages} == {
        "fern/own.mdx": "/",
        "fern/a.mdx": "/manual/a",
        "fern/b.mdx": "/deep/b",
    }
    skipped = docs.replace("path: own.mdx", "path: own.mdx\n    skip-slug: true")
    assert {page.url for page in build(skipped, files).pages} == {"/", "/a", "/deep/b"}


def test_tabs_and_their_variants() -> None:
    docs = """\
tabs:
  guides:
    display-name: All guides
  api:
    display-name: API
    skip-slug: true
  news:
    display-name: News
    changelog: ./news
  shop:
    display-name: Shop
    href: /gone
navigation:
  - tab: guides
    layout:
      - page: A
        path: a.mdx
  - tab: api
    variants:
      - title: For Python
        layout:
          - page: B
            path: b.mdx
  - tab: news
  - tab: shop
"""
    paths = ("a.mdx", "b.mdx", "news/2024-05-06.md", "news/2024-06-01-more.mdx", "news/overview.mdx", "news/notes.md")
    assert addresses(docs, *paths) == {
        "a.mdx": "/",
        "b.mdx": "/for-python/b",
        "news/2024-05-06.md": "/news/2024/5/6",
        "news/2024-06-01-more.mdx": "/news/2024/6/1",
        "news/overview.mdx": "/news",
    }
    site = build(docs, dict.fromkeys(paths, ""))
    broken = [(entry.location.line, entry.location.column) for entry in site.entries if entry.status == "missing"]
    assert broken == [(14, 11)]


def test_a_name_may_be_left_empty() -> None:
    docs = """\
navigation:
  - section: News
    contents:
      - page: About
        path: about.mdx
      - changelog: ./news
        slug: ""
      - folder: ./deep
        slug: ""
"""
    assert addresses(docs, "about.mdx", "news/2024-05-06.mdx", "deep/a.mdx") == {
        "about.mdx": "/",
        "news/2024-05-06.mdx": "/news/2024/5/6",
        "deep/a.mdx": "/news/a",
    }


def test_versions_and_products() -> None:
    docs = """\
products:
  - display-name: Garden Kit
    path: garden.yml
    versions:
      - display-name: v2
        slug: v2
        path: versions/two.yml
      - display-name: v1
        path: versions/one.yml
        slug: old
  - display-name: Shop
    path: shop.yml
    slug: store
  - display-name: Blog
    href: https://blog.plants.com
"""
    files = {
        "garden.yml": "navigation: []",
        "versions/two.yml": "navigation:\n  - page: A\n    path: ../a.mdx\n  - page: B\n    path: ../b.mdx\n",
        "versions/one.yml": "navigation:\n  - page: A\n    path: ../a1.mdx\n",
        "shop.yml": "navigation:\n  - page: S\n    path: s.mdx\n",
        "a.mdx": "[x](/a) [x](/v2/a) [x](/garden-kit/v2/a) [x](/store/s) [x](/old/a) [x](/garden-kit/old/a)",
        "b.mdx": "---\nslug: deep/b\n---\n",
        "a1.mdx": "[x](/a) [x](/b)",
        "s.mdx": "[x](/garden-kit/a) [x](/garden-kit) [x](/garden-kit/deep/b) [x](/a)",
    }
    site = build(docs, files)
    assert {page.path.removeprefix("fern/"): page.url for page in site.pages} == {
        "a.mdx": "/",
        "b.mdx": "/garden-kit/v2/deep/b",
        "a1.mdx": "/garden-kit/old/a",
        "s.mdx": "/store/s",
    }

    def targets(path: str) -> list[str]:
        found = written_links(site, f"fern/{path}")
        return [each.target.path.removeprefix("fern/") if each.target else each.status for each in found]

    assert targets("a.mdx") == ["a.mdx", "a.mdx", "a.mdx", "s.mdx", "a1.mdx", "a1.mdx"]
    assert targets("a1.mdx") == ["a1.mdx", "missing"]
    assert targets("s.mdx") == ["a.mdx", "a.mdx", "b.mdx", "missing"]


def test_folders_are_listed_by_file_names() -> None:
    docs = "navigation:\n  - page: A\n    path: a.mdx\n  - folder: ./The Guides\n    title: Guides\n"
    paths = ("index.mdx", "First Steps.mdx", "_part.mdx", "inner/b.md", "inner/index.md", "_hidden/c.mdx", "x.png")
    assert addresses(docs, "a.mdx", *(f"The Guides/{path}" for path in paths)) == {
        "a.mdx": "/",
        "The Guides/index.mdx": "/the-guides",
        "The Guides/First Steps.mdx": "/the-guides/first-steps",
        "The Guides/inner/index.md": "/the-guides/inner",
        "The Guides/inner/b.md": "/the-guides/inner/b",
    }
    site = build(docs, dict.fromkeys(["a.mdx", *(f"The Guides/{path}" for path in paths)], ""))
    assert orphan_states(site) == {}


def test_where_the_first_page_is_not_here_the_next_is_the_root() -> None:
    docs = "navigation:\n  - page: A\n    path: made/a.mdx\n  - page: B\n    path: b.mdx\n  - folder: ./deep\n"
    site = build(docs, {"b.mdx": "", "deep/c.mdx": "", ".gitignore": "/made/\n"})
    assert orphan_states(site) == {}
    assert {page.path: page.url for page in site.pages} == {"fern/b.mdx": "/b", "fern/deep/c.mdx": "/deep/c"}


def test_the_landing_page_is_the_home_page() -> None:
    docs = "landing-page:\n  page: Home\n  path: home.mdx\nnavigation:\n  - page: A\n    path: a.mdx\n"
    assert addresses(docs, "home.mdx", "a.mdx") == {"home.mdx": "/", "a.mdx": "/a"}
    assert found_at(docs, "/home", {"home.mdx": "", "a.mdx": ""}) == ("ok", "home.mdx")


def test_a_page_that_the_navigation_names_and_is_not_there() -> None:
    docs = """\
navigation:
  - page: A
    path: a.mdx
  - section: S
    contents:
      - page: B
        path: ./b.mdx
"""
    site = build(docs, {"a.mdx": ""})
    broken = [entry for entry in site.entries if entry.status == "missing"]
    assert [(entry.location.path, entry.location.line, entry.location.column, entry.key) for entry in broken] == [
        ("fern/docs.yml", 9, 15, "./b.mdx")
    ]


def test_hidden_pages_have_an_address_and_no_entry_in_menus() -> None:
    docs = """\
navigation:
  - page: A
    path: a.mdx
  - page: B
    path: b.mdx
    hidden: true
  - section: S
    hidden: true
    contents:
      - page: C
        path: c.mdx
      - page: D
        path: gone.mdx
"""
    site = build(docs, {"a.mdx": "[x](/b) [x](/s/c)", "b.mdx": "", "c.mdx": ""})
    assert [link.status for link in written_links(site, "fern/a.mdx")] == ["ok", "ok"]
    assert [(entry.key, entry.status) for entry in site.entries if entry.status != "ok"] == [("gone.mdx", "missing")]
    alone = build(docs, {"a.mdx": "", "b.mdx": "", "c.mdx": "", "gone.mdx": ""})
    assert orphan_states(alone) == dict.fromkeys(["fern/b.mdx", "fern/c.mdx", "fern/gone.mdx"], "intended")


def test_of_two_pages_at_one_address_the_first_is_shown() -> None:
    docs = "navigation:\n  - page: C\n    path: c.mdx\n  - page: A\n    path: a.mdx\n  - page: A\n    path: b.mdx\n"
    assert addresses(docs, "a.mdx", "b.mdx", "c.mdx") == {"c.mdx": "/", "a.mdx": "/a"}
    hidden = docs.replace("path: a.mdx", "path: a.mdx\n    hidden: true")
    assert addresses(hidden, "a.mdx", "b.mdx", "c.mdx") == {"c.mdx": "/", "b.mdx": "/a"}


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("x", "docs/kit/v2/x"),
        ("v2/x", "docs/kit/v2/v2/x"),
        ("kit/v2/x", "docs/kit/v2/x"),
        ("kit/x", "docs/kit/v2/x"),
        ("docs/kit/x", "docs/kit/v2/x"),
        ("docs/x", "docs/x"),
    ],
)
def test_an_address_of_front_matter_begins_at_the_version(given: str, path: str) -> None:
    slug = Slug("docs", "docs").enter_product("kit").enter_version("v2").apply("section")
    assert slug.apply("page", given).path == path


@pytest.mark.parametrize(("slug", "path"), [("x", "docs/v2/x"), ("v2/x", "docs/v2/x"), ("/", "docs/v2")])
def test_a_name_that_begins_with_the_version(slug: str, path: str) -> None:
    assert Slug("docs", "docs").enter_version("v2").apply(slug).path == path


@pytest.mark.parametrize(("given", "path"), [("x", "docs/v2/x"), ("v2/x", "docs/v2/x"), ("docs/x", "docs/v2/x")])
def test_an_address_of_front_matter_in_a_version(given: str, path: str) -> None:
    assert Slug("docs", "docs").enter_version("v2").apply("page", given).path == path


@pytest.mark.parametrize(
    ("given", "path"), [("x", "docs/kit/x"), ("kit/x", "docs/kit/x"), ("docs/kit/x", "docs/kit/x")]
)
def test_an_address_of_front_matter_in_a_product(given: str, path: str) -> None:
    assert Slug("docs", "docs").enter_product("kit").apply("page", given).path == path


def test_the_path_below_which_the_site_lies_is_no_part_of_addresses() -> None:
    docs = "navigation:\n  - page: A\n    path: a.mdx\n  - page: B\n    path: b.mdx\n  - page: C\n    path: c.mdx\n"
    files = {"b.mdx": "---\nslug: docs/bee\n---\n", "c.mdx": "---\nslug: sea\n---\n", "a.mdx": ""}
    assert [page.url for page in build(docs, files, BELOW).pages] == ["/", "/bee", "/sea"]


@pytest.mark.parametrize(
    "docs",
    [
        "navigation: [1, {page: 2}, {section: [3], contents: {}}, {api: x, layout: [y, {z: 1}, {w: [q]}]}, {tab: t}]",
        "navigation: {a: b}\ntabs: [x]\n",
        "products: [{path: gone.yml}, {versions: 1, path: 5}, 7]\nlanding-page: x\n",
        "versions: [{path: docs.yml}, {ref: 1}, null]\n",
        "navigation: [{folder: ../..}, {changelog: /}, {page: A, path: ../../../a.mdx}]\nredirects: [1, {source: 2}]\n",
        "navigation: [{page: A, path: a.mdx}]\nredirects: {a: b}\nnavbar-links: [1, {links: [2]}]\nlogo: x\n",
    ],
)
def test_any_config_is_read(docs: str) -> None:
    site = build(docs, {"a.mdx": "[x](/a) [x](../..) [x](/fr/a)"}, "instances: [5, {url: [x], custom-domain: 1}]\n")
    assert "fern" in {framework.name for framework in site.frameworks}
