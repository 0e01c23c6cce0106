"""Mintlify: addresses, navigation, redirects and fragments."""

import json

import pytest

from linklint.model.site import Link, Site
from tests.site.sites import make_site, orphan_states, site_with, written_links

SCHEMA = "https://mintlify.com/docs.json"


def config(pages: object = (), **more: object) -> str:
    navigation = {"groups": [{"group": "Start", "pages": list(pages)}]} if isinstance(pages, list | tuple) else pages
    return json.dumps({"$schema": SCHEMA, "name": "x", "theme": "mint", "navigation": navigation, **more})


def build(files: dict[str, str], pages: object = (), **more: object) -> Site:
    return site_with({"index.mdx": "", "docs.json": config(pages, **more), **files}, framework="mintlify")


def link(text: str, *others: str, source: str = "a/page.mdx", **more: object) -> Link:
    site = build({**dict.fromkeys(others, "## Some title\n"), source: text}, **more)
    return written_links(site, source)[0]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[x](/guide)", "guide.mdx"),
        ("[x](/guide/)", "guide.mdx"),
        ("[x](/guide.md)", "guide.mdx"),
        ("[x](/guide?a=b#some-title)", "guide.mdx"),
        ("[x](/)", "index.mdx"),
        ("[x](/c)", "c/index.mdx"),
        ("[x](/c/index)", "c/index.mdx"),
        ("[x](./b)", "a/b.mdx"),
        ("[x](../guide)", "guide.mdx"),
        ("[x](b)", "a/b.mdx"),
        ("[x](c/d)", "c/d.mdx"),
        ('<Card title="y" href="/guide" />', "guide.mdx"),
        ('<a href="./b">x</a>', "a/b.mdx"),
    ],
)
def test_links_are_addresses(text: str, target: str) -> None:
    found = link(text, "guide.mdx", "a/b.mdx", "c/index.mdx", "c/d.mdx")
    assert (found.status, found.target and found.target.path) == ("ok", target)


@pytest.mark.parametrize("text", ["[x](/nope)", "[x](./guide)", "[x](../b)", "[x](nope)", '<Card href="/nope" />'])
def test_what_is_not_there_is_missing(text: str) -> None:
    assert link(text, "guide.mdx", "a/b.mdx").status == "missing"


def test_assets_are_read_from_the_root_and_from_the_file() -> None:
    assert link("![x](/images/x.png)", "images/x.png").status == "asset"
    assert link("![x](./x.png)", "a/x.png").status == "asset"
    assert link('<img src="/images/y.png" />').status == "asset-missing"


def test_the_path_below_which_the_site_is_published_counts() -> None:
    seo = {"metatags": {"canonical": "https://example.com/docs"}}
    assert link("[x](/docs/guide)", "guide.mdx", seo=seo).status == "ok"
    assert link("[x](/docs/guide)", "guide.mdx").status == "missing"


def test_pages_that_mintlify_makes_may_exist() -> None:
    assert link("[x](/llms.txt)").status == "opaque"
    assert link("[x](/c)", "c/d.mdx").status == "opaque"
    api = {"tabs": [{"tab": "API", "openapi": {"source": "api.json", "directory": "reference"}}]}
    site = build({"a.mdx": "[x](/reference/get-it) [y](/other/get-it)"}, api)
    assert [found.status for found in written_links(site, "a.mdx")] == ["opaque", "missing"]


@pytest.mark.parametrize(
    ("text", "fragment", "status"),
    [
        ("## Config.json options", "config-json-options", "ok"),
        ("## Config.json options", "configjson-options", "fragment-missing"),
        ("## What's new", "what’s-new", "ok"),
        ("## Read/write", "read/write", "ok"),
        ("## Two\n\n## Two", "two-2", "ok"),
        ("## Long title {#short}", "short", "ok"),
        ("### `name` - <Badge>required</Badge>", "name", "ok"),
        ('<Accordion title="How to" id="how">x</Accordion>', "how", "ok"),
        ('<Accordion title="How to">x</Accordion>', "how-to", "ok"),
        ('<Update label="May 2025">x</Update>', "may-2025", "ok"),
        ('<ParamField path="api.url" type="string">x</ParamField>', "param-api-url", "ok"),
        ('<ParamField path="api.url" type="string">x</ParamField>', "param-api-uri", "fragment-missing"),
        ('<ParamField body="maxTokens" type="string">x</ParamField>', "param-max-tokens", "ok"),
        ('<ParamField body="maxTokens" type="string">x</ParamField>', "param-max-words", "fragment-missing"),
        ('---\nopenapi: "GET /x"\n---\n', "param-x", "fragment-unverifiable"),
        ('import { X } from "/snippets/x.jsx"\n\n<X />', "x", "fragment-unverifiable"),
    ],
)
def test_fragments(text: str, fragment: str, status: str) -> None:
    site = build({"guide.mdx": text, "a/page.mdx": f"[x](/guide#{fragment})", "snippets/x.jsx": ""})
    assert written_links(site, "a/page.mdx")[0].status == status


def test_snippets_are_parts_of_pages() -> None:
    files = {
        "guide.mdx": 'import Part from "/snippets/part.mdx"\n\n<Part />\n\n[x](#there) [y](#gone)',
        "old.mdx": '<Snippet file="part.mdx" />\n\n[x](#there)',
        "snippets/part.mdx": "## There\n",
    }
    site = build(files)
    assert [found.status for found in written_links(site, "guide.mdx")] == ["ok", "fragment-missing"]
    assert [found.status for found in written_links(site, "old.mdx")] == ["ok"]
    assert "snippets/part.mdx" not in site.by_path


def test_the_navigation_links_pages() -> None:
    groups = [{"group": "x", "root": "a", "pages": ["b", {"group": "y", "pages": ["c/index", "GET /users", "nope"]}]}]
    navigation = {"languages": [{"language": "en", "groups": groups}, {"$ref": "./de.json"}]}
    files = {
        "de.json": json.dumps({"language": "de", "groups": [{"group": "x", "pages": ["de/index"]}]}),
        **dict.fromkeys(["a.mdx", "b.mdx", "c/index.mdx", "de/index.mdx", "lost.mdx", "menu.mdx"], ""),
        "shy.mdx": "---\nhidden: true\n---\n",
    }
    site = build(files, navigation, navbar={"links": [{"label": "x", "href": "/menu"}]})
    assert orphan_states(site) == {"lost.mdx": "checked", "shy.mdx": "intended"}
    broken = [found for found in site.links if found.status == "missing"]
    assert [(found.file, found.written and found.written.href) for found in broken] == [("docs.json", "/nope")]
    assert [found.file for found in site.links if found.target and found.target.path == "de/index.mdx"] == ["de.json"]


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("/old", "redirect"),
        ("/beta/guide", "redirect"),
        ("/api-reference/guide", "redirect"),
        ("/beta/nope", "missing"),
        ("/gone", "missing"),
    ],
)
def test_redirects(href: str, status: str) -> None:
    redirects = [
        {"source": "/old", "destination": "/v2/guide"},
        {"source": "/beta/:slug*", "destination": "/v2/:slug*"},
        {"source": "/api-reference/*", "destination": "/v2/*"},
        {"source": "/gone", "destination": "/v2/gone"},
    ]
    assert link(f"[x]({href})", "v2/guide.mdx", redirects=redirects).status == status


def test_ignored_files_are_no_pages() -> None:
    site = build({"README.md": "", ".mintignore": "drafts/\n", "drafts/x.mdx": "", "a.mdx": "[x](/drafts/x)"})
    assert sorted(site.by_path) == ["a.mdx", "index.mdx"]
    assert written_links(site, "a.mdx")[0].status == "missing"


def test_sites_are_told_from_other_files_of_that_name() -> None:
    files = {
        "docs/docs.json": config(),
        "docs/a.mdx": "",
        "web/docs.json": json.dumps({"pages": []}),
        "web/a.mdx": "",
        "examples/docs.json": config(),
        "old/mint.json": json.dumps({"name": "x", "colors": {}, "navigation": []}),
    }
    site = make_site(files)
    assert [each.root for each in site.frameworks if each.name == "mintlify"] == ["docs", "old"]


def test_a_file_beside_the_site_may_name_pages_by_their_address_there() -> None:
    text = "[a](/guide) [b](/guide/) [c](/guide#steps) [d](/guide#gone) [e](/gone) [f](guide)"
    files = {"skills/x.md": text, "README.md": "[a](/guide)", ".mintignore": "skills/\n"}
    site = make_site({"docs.json": config(["guide"]), "guide.mdx": "## Steps\n", **files})
    statuses = [each.status for each in written_links(site, "skills/x.md")]
    assert statuses == ["ok", "ok", "ok", "fragment-missing", "missing", "missing"]
    assert [each.status for each in written_links(site, "README.md")] == ["missing"]


def test_full_urls_below_the_canonical_address_are_own() -> None:
    seo = {"metatags": {"canonical": "https://www.example.com/docs"}}
    footer = {"links": [{"header": "x", "items": [{"label": "y", "href": "https://www.example.com/docs/status"}]}]}
    text = "[a](https://example.com/docs/a) [b](https://example.com/a) [c](https://example.com/docs/gone)"
    site = build({"a.mdx": "", "status.mdx": "", "b.mdx": text}, ["index", "a", "b"], seo=seo, footer=footer)
    assert [each.status for each in written_links(site, "b.mdx")] == ["ok", "external", "external"]
    assert site.by_path["status.mdx"] in {each.target for each in site.links if each.place == "nav"}
    bare = build({"a.mdx": "", "b.mdx": text}, ["index", "a", "b"])
    assert {each.status for each in written_links(bare, "b.mdx")} == {"external"}


@pytest.mark.parametrize(
    ("path", "statuses"),
    [
        ("docs/b.mdx", ["opaque", "missing"]),
        ("docs.mdx", ["opaque", "missing"]),
        ("introduction.mdx", ["missing", "missing"]),
        ("de/b.mdx", ["missing", "missing"]),
    ],
)
def test_beside_pages_that_all_lie_in_a_folder_another_site_may_be_shown(path: str, statuses: list[str]) -> None:
    text = "[p](/pricing) [n](/docs/none)"
    files = {"docs.json": config(["docs/a"]), "docs/a.mdx": text, path: "x", "README.md": "x"}
    site = site_with(files, framework="mintlify")
    assert [link.status for link in written_links(site, "docs/a.mdx")] == statuses


@pytest.mark.parametrize("href", ["c/none", "./none", "../d/none", "../c/none"])
def test_names_in_relation_to_the_page_are_none_of_a_site_beside_it(href: str) -> None:
    text = f"[n]({href}) [ok](c/b) [old](old/page) [far](/pricing)"
    moved = [{"source": "/old/:slug", "destination": "/docs/c/b"}, {"source": "/docs/buy", "destination": "/pricing"}]
    files = {"docs.json": config(["docs/c/b"], redirects=moved), "docs/c/b.mdx": "", "docs/a.mdx": text}
    site = site_with({**files, "docs/c/d.mdx": "[buy](/docs/buy)"}, framework="mintlify")
    assert [each.status for each in written_links(site, "docs/a.mdx")] == ["missing", "ok", "redirect", "opaque"]
    assert [each.status for each in written_links(site, "docs/c/d.mdx")] == ["opaque"]
