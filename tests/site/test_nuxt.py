"""Nuxt Content: collections and addresses, destinations as browsers read them, components, what only code knows."""

from collections.abc import Mapping

import pytest

from linklint.model.site import Site
from linklint.site.profiles.nuxt.profile import DIALECT
from linklint.source.parse import parse
from tests.site.sites import make_site, orphan_states, written_links

MANIFEST = {"package.json": '{"dependencies": {"@nuxt/content": "^3.0.0"}}'}


def nuxt(files: Mapping[str, str], config: str = "", collections: str | None = None) -> Site:
    """A site with these files; ``auto`` has to find it."""
    given = {"nuxt.config.ts": f"export default defineNuxtConfig({{ {config} }})", **MANIFEST, **files}
    if collections is not None:
        given["content.config.ts"] = f"export default defineContentConfig({{ collections: {{ {collections} }} }})"
    return make_site(given)


def statuses(site: Site, path: str) -> list[str]:
    """The statuses of a file's links."""
    return [link.status for link in written_links(site, path)]


@pytest.mark.parametrize(
    ("path", "collections", "url"),
    [
        ("content/1.guide/2.The First Step.md", None, "/guide/the-first-step"),
        ("content/1.guide/0.index.md", None, "/guide"),
        ("content/index.md", None, "/"),
        ("content/2.0/3.1.x.md", None, "/2.0/3.1.x"),
        ("content/a/b.draft.md", None, "/a/b"),
        ("content/a/q&a [old].md", None, "/a/qanda-old"),
        ("content/docs/a.md", "docs: defineCollection({type: 'page', source: 'docs/**/*.md'})", "/docs/a"),
        ("content/docs/a.md", "docs: defineCollection({source: {include: 'docs/**', prefix: '/'}})", "/a"),
        ("content/en/1.a.md", "x: defineCollection({source: [{include: 'en/**', prefix: '/en'}]})", "/en/a"),
        ("notes/a.md", "x: defineCollection({source: {cwd: resolve('notes'), include: '**'}})", "/a"),
        ("content/a.md", "x: defineCollection(asSeoCollection({type: 'page', source: '*.md'}))", "/a"),
    ],
)
def test_addresses(path: str, collections: str | None, url: str) -> None:
    files = {path: "# T\n", "content/z.md": "# Z\n"}
    assert nuxt(files, collections=collections).by_path[path].url == url


def test_front_matter_may_give_the_address() -> None:
    site = nuxt({"content/x/a.md": "---\npath: /b/c/\n---\n[x](/b/c) [before version 3](/x/a)"})
    assert site.by_path["content/x/a.md"].url == "/b/c"
    assert statuses(site, "content/x/a.md") == ["ok", "ok"]


@pytest.mark.parametrize(
    "collections",
    [
        "x: makeCollections()",
        "x: defineCollection({source: {repository: 'https://example.com/a', include: '**'}})",
        "x: defineCollection({source: {include: '**', prefix: somewhere}})",
        "...others",
    ],
)
def test_a_site_whose_collections_cannot_be_read_stays_unknown(collections: str) -> None:
    site = nuxt({"content/a/b.md": "[x](/a/none)", "content/a/c.md": ""}, collections=collections)
    assert {each.name for each in site.frameworks} == {"plain"}
    assert statuses(site, "content/a/b.md") == ["opaque"]


def test_files_that_are_data_are_no_pages() -> None:
    collections = "a: defineCollection({type: 'page', source: {include: 'a/**', exclude: ['a/x.md']}}), "
    collections += "b: defineCollection({type: 'data', source: 'b/**'})"
    site = nuxt(dict.fromkeys(("content/a/a.md", "content/a/x.md", "content/b/b.md"), ""), collections=collections)
    urls = {page.path: page.url for page in site.pages}
    assert urls["content/a/a.md"] == "/a/a"
    assert not {"/a/x", "/b/b"} & set(urls.values())


FILES = {
    "content/index.md": "# H",
    "content/1.a/1.b.md": '# B\n\n## 2. Two - and `three`{lang="ts"}\n\n## Four :badge[New]{color="red"}\n',
    "content/1.a/2.c.md": "# C\n",
    "content/top.md": "# T\n",
    "public/data.csv": "a",
    "app/pages/about.vue": "<template/>",
    "app/pages/(more)/a/made.vue": "<template/>",
    "app/pages/blog/[slug].vue": "<template/>",
    "app/pages/[...slug].vue": "<template/>",
}
RULES = """
routeRules: {
  '/old': { redirect: '/a/b' }, '/older': { redirect: { to: '/a/none', statusCode: 301 } },
  '/a/all/**': { redirect: '/a/b' }, '/a/cached': { swr: true },
}"""


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](/a/b)", "ok"),
        ("[x](/a/b/)", "ok"),
        ("[x](./b)", "ok"),  # the address ends without a slash
        ("[x](b)", "ok"),
        ("[x](1.b.md)", "ok"),
        ("[x](../1.a/1.b.md)", "ok"),
        ("[x](/a/none)", "missing"),
        ("[x](./none)", "missing"),
        ("[x](./3.none.md)", "missing"),
        ("[x](/a/B)", "case-mismatch"),
        ("[x](/a/b#_2-two-and-three)", "ok"),
        ("[x](/a/b#four-new)", "ok"),
        ("[x](/a/b#five)", "fragment-missing"),
        ("[x](/data.csv)", "asset"),
        ("[x](/about)", "asset"),
        ("[x](/a/made)", "asset"),
        ("[x](/blog/any)", "opaque"),
        ("[x](/other/any)", "opaque"),
        ("[x](/any)", "opaque"),
        ("[x](/a)", "opaque"),  # the page of a folder
        ("[x](/a/all/of)", "opaque"),
        ("[x](/a/cached)", "missing"),
        ("[x](/old)", "redirect"),
        ("[x](/older)", "missing"),
        ("[x](/sitemap.xml)", "opaque"),
        ("::card\n---\ntitle: T\nto: /a/none\n---\nText\n::", "missing"),
        ("::card{to='/a/b#four-new'}\nText\n::", "ok"),
        (':read-more{to="/a/b#\\_2-two-and-three"}', "ok"),
        (':u-button{:to="somewhere" to=/a/none}', "missing"),
    ],
)
def test_destinations(text: str, status: str) -> None:
    site = nuxt({**FILES, "content/1.a/2.c.md": f"# C\n\n{text}\n"}, RULES)
    assert statuses(site, "content/1.a/2.c.md") == [status]


def test_links_do_not_hold_the_path_that_the_site_lies_below() -> None:
    site = nuxt({**FILES, "content/1.a/2.c.md": "[x](/shop/a/b) [y](/a/b)"}, "app: { baseURL: '/shop/' }")
    assert statuses(site, "content/1.a/2.c.md") == ["opaque", "ok"]


def test_headings_keep_what_only_some_versions_take_for_an_id() -> None:
    files = {"content/1.a/1.b.md": "# B\n\n## Own {#my--id}\n", "content/1.a/2.c.md": "[x](b#my-id) [y](b#own-my-id)"}
    assert statuses(nuxt({**FILES, **files}), "content/1.a/2.c.md") == ["ok", "ok"]


def test_redirects_that_code_makes_are_not_known() -> None:
    site = nuxt({**FILES, "content/1.a/2.c.md": "[x](/a/none)"}, "routeRules: { ...readRules() }")
    assert statuses(site, "content/1.a/2.c.md") == ["opaque"]


def test_letters_beyond_ascii_leave_addresses_unknown() -> None:
    site = nuxt({**FILES, "content/1.a/3.größe.md": "# G", "content/1.a/2.c.md": "[x](/a/grosse) [y](/a/b)"})
    assert statuses(site, "content/1.a/2.c.md") == ["opaque", "ok"]


def test_components_are_no_text() -> None:
    text = (
        "# T\n\n::a-b{x=1}\n---\nicon: y\n---\n## Two\n\n  :::c\n  [x](/a/b)\n  :::\n\n#slot\nZ\n::\n\n:icon{name=x}\n"
    )
    document = parse(text.encode(), DIALECT)
    assert [heading.text for heading in document.headings] == ["T", "Two"]
    assert [include.written for include in document.includes] == ["a-b", "c", "icon"]


def test_components_of_the_site_may_give_further_ids() -> None:
    shown = "::note\nx\n::"
    for text, status in ((shown, "fragment-missing"), ("::own-list\n::", "fragment-unverifiable")):
        site = nuxt({**FILES, "content/1.a/1.b.md": f"# B\n\n{text}", "content/1.a/2.c.md": "[x](/a/b#z)"})
        assert statuses(site, "content/1.a/2.c.md") == [status]


def test_docus_needs_no_config_and_menus_leave_orphans_unknown() -> None:
    site = make_site(
        {
            "docs/package.json": '{"dependencies": {"docus": "5"}}',
            "docs/content/1.a/b.md": "[x](/a/none)",
            "docs/content/1.a/c.md": "",
        }
    )
    assert statuses(site, "docs/content/1.a/b.md") == ["missing"]
    assert set(orphan_states(site).values()) == {"unknown"}


def test_undocs_shows_all_documents_beside_its_config() -> None:
    files = {
        "docs/package.json": '{"devDependencies": {"undocs": "1"}}',
        "docs/.config/docs.yaml": 'redirects:\n  "/was": "/guide/a"\n',
        "docs/1.guide/1.a.md": "[x](/was) [y](/guide/none)",
        "docs/1.guide/2.b.md": "",
    }
    site = make_site(files)
    assert site.by_path["docs/1.guide/1.a.md"].url == "/guide/a"
    assert statuses(site, "docs/1.guide/1.a.md") == ["redirect", "missing"]


def test_the_first_version_of_nuxt_content_is_left_to_code() -> None:
    files = {"package.json": '{"dependencies": {"@nuxt/content": "^1.15.0"}}', "content/a/b.md": "[x](/a/none)"}
    assert statuses(make_site({"nuxt.config.js": "export default {}", **files}), "content/a/b.md") == ["opaque"]
