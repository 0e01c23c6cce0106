"""VitePress: addresses after rewriting, destinations relative to them, navigation of the theme."""

from collections.abc import Mapping

import pytest

from linklint.model.site import Site
from linklint.site.profiles.vitepress.rewriting import read_rewrites
from tests.site.sites import make_site, orphan_states, written_links

CONFIG = "export default defineConfig({ title: 'x', themeConfig: {} })\n"


def vitepress(files: Mapping[str, str], config: str = CONFIG) -> Site:
    """A site with a home page and these files; ``auto`` has to find it."""
    return make_site({"docs/.vitepress/config.ts": config, "docs/index.md": "# Home\n", **files})


def statuses(site: Site, path: str) -> list[str]:
    """The statuses of a file's links."""
    return [link.status for link in written_links(site, path)]


@pytest.mark.parametrize(
    ("path", "config", "url"),
    [
        ("docs/a/b.md", "", "/a/b.html"),
        ("docs/a/index.md", "", "/a/"),
        ("docs/a/README.md", "", "/a/README.html"),
        ("docs/a/b.md", "cleanUrls: true", "/a/b"),
        ("docs/src/a.md", "srcDir: 'src'", "/a.html"),
        ("docs/en/a.md", "rewrites: { 'en/:rest*': ':rest*' }", "/a.html"),
        ("docs/packages/p/src/x.md", "rewrites: { 'packages/:name/src/(.*)': ':name/:0' }", "/p/x.html"),
    ],
)
def test_addresses(path: str, config: str, url: str) -> None:
    assert vitepress({path: "# T\n"}, f"export default {{ {config} }}").by_path[path].url == url


def test_what_is_excluded_hidden_or_a_template_is_no_page() -> None:
    files = {"docs/parts/a.md": "x", "docs/.hidden/a.md": "x", "docs/p/[id].md": "x", "docs/a.md": "x"}
    site = vitepress(files, "export default { srcExclude: ['parts/**'] }")
    assert [page.path for page in site.pages if page.framework == "vitepress"] == ["docs/a.md", "docs/index.md"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](b.md)", "ok"),
        ("[x](./b)", "ok"),
        ("[x](b.html#t)", "ok"),
        ("[x](/a/b)", "ok"),
        ("[x](/docs/a/b.md)", "missing"),
        ("[x](../b.md)", "missing"),
        ("[x](B.md)", "case-mismatch"),
        ("[x](../)", "ok"),
        ("[x](../index.md)", "ok"),
        ("[x](../sub/)", "ok"),
        ("[x](../sub)", "missing"),  # an index needs its slash
        ("[x](b/)", "missing"),
        ("[x](b.md#Some%20Thing)", "ok"),  # the fragment is slugged too
        ("[x](b.md#other)", "fragment-missing"),
        ("[x](/file.pdf)", "asset"),
        ("[x](/gone.pdf)", "asset-missing"),
        ("[x](/static)", "asset"),  # an HTML file of the public folder
        ("[x](/p/any)", "opaque"),  # a dynamic route
        ("![x](./image.png)", "asset"),
        ("![x](./gone.png)", "asset-missing"),
        ("[x]({{ url }})", "unresolvable"),
        ("[x](/feed.rss)", "opaque"),
        ("[x](/atom.xml)", "opaque"),
    ],
)
def test_destinations(text: str, status: str) -> None:
    files = {
        "docs/a/b.md": "# T\n\n## Some thing\n",
        "docs/a/c.md": text,
        "docs/sub/index.md": "x",
        "docs/p/[id].md": "x",
        "docs/public/file.pdf": "x",
        "docs/public/static.html": "",
        "docs/a/image.png": "x",
    }
    assert statuses(vitepress(files), "docs/a/c.md") == [status]


def test_links_are_relative_to_the_rewritten_path() -> None:
    config = "export default { rewrites: { 'en/:rest*': ':rest*' } }"
    site = vitepress({"docs/en/a/b.md": "[x](../c.md) [y](/en/c) [z](/c)", "docs/en/c.md": "x"}, config)
    assert statuses(site, "docs/en/a/b.md") == ["ok", "missing", "ok"]


def test_the_base_is_added_to_markdown_but_not_to_html() -> None:
    config = "export default { base: '/sub/' }"
    site = vitepress(
        {"docs/a.md": '[x](/b) [y](/sub/b) <a href="/sub/b.html">z</a> <a href="/b">w</a>', "docs/b.md": "x"}, config
    )
    assert statuses(site, "docs/a.md") == ["ok", "missing", "ok", "opaque"]


def test_addresses_that_a_function_rewrites_are_not_missing() -> None:
    config = "export default { rewrites(id) { return id.replace('x', 'y') } }"
    assert statuses(vitepress({"docs/a.md": "[x](/b)"}, config), "docs/a.md") == ["opaque"]


def test_home_pages_link_by_front_matter() -> None:
    home = (
        "---\nlayout: home\nhero:\n  actions:\n    - text: Go\n      link: /guide\n    - text: No\n      link: ./gone\n"
        "features:\n  - title: F\n    link: guide\n---\n"
    )
    site = vitepress({"docs/index.md": home, "docs/guide.md": "[h](/#anything)"})
    found = [
        (link.written.text, link.written.span.line, link.status)
        for link in written_links(site, "docs/index.md")
        if link.written
    ]
    assert found == [("Go", 6, "ok"), ("No", 8, "missing"), ("F", 11, "ok")]
    assert statuses(site, "docs/guide.md") == ["fragment-unverifiable"]  # components show the home page


def test_nav_and_sidebar_are_links_and_entries() -> None:
    config = """export default {
  themeConfig: {
    nav: [{ text: 'A', link: '/a' }],
    sidebar: { '/g/': { base: '/g/', items: [{ text: 'B', link: 'b' }, { text: 'C', link: 'gone' }] } }
  }
}
"""
    site = vitepress({"docs/a.md": "x", "docs/g/b.md": "x", "docs/lone.md": "x"}, config)
    assert {entry.key: (entry.location.line, entry.status) for entry in site.entries} == {
        "/a": (3, "ok"), "/g/b": (4, "ok"), "/g/gone": (4, "missing"),
    }  # fmt: skip
    assert orphan_states(site) == {"docs/lone.md": "checked"}
    made = config.replace("{ '/g/'", "makeSidebar({ '/g/'").replace("] } }\n", "] } })\n")
    assert orphan_states(vitepress({"docs/lone.md": "x"}, made)) == {"docs/lone.md": "unknown"}


def test_pages_that_a_data_loader_lists_are_no_orphans() -> None:
    files = {
        "docs/.vitepress/posts.data.ts": "export default createContentLoader('posts/*.md')",
        "docs/posts/a.md": "x",
    }
    assert orphan_states(vitepress({**files, "docs/b.md": "x"})) == {
        "docs/posts/a.md": "intended",
        "docs/b.md": "checked",
    }


def test_included_files_bring_headings_and_links() -> None:
    files = {
        "docs/a/b.md": "<!--@include: ../parts/p.md-->\n\n[x](#part)",
        "docs/parts/p.md": "## Part\n\n[y](./q.md) [z](b.md)\n",
        "docs/parts/q.md": "x",
    }
    site = vitepress(files, "export default { srcExclude: ['parts/p.md'] }")
    assert statuses(site, "docs/a/b.md") == ["ok"]
    assert statuses(site, "docs/parts/p.md") == ["ok", "ok"]


def test_languages_have_homes_of_their_own() -> None:
    config = "export default { locales: { root: { lang: 'en-US' }, zh: { lang: 'zh-Hans' } } }"
    site = vitepress({"docs/zh/index.md": "# H\n", "docs/a.md": "x"}, config)
    assert {page.path: page.lang for page in site.pages} == {
        "docs/a.md": "en-US", "docs/index.md": "en-US", "docs/zh/index.md": "zh-Hans",
    }  # fmt: skip
    assert [page.path for page in site.pages if page.root] == ["docs/index.md", "docs/zh/index.md"]


def test_own_slugs_make_fragments_unverifiable() -> None:
    config = "export default { markdown: { anchor: { slugify: (s) => mine(s) } } }"
    assert statuses(vitepress({"docs/a.md": "# A\n\n[x](#b)"}, config), "docs/a.md") == ["fragment-unverifiable"]


def test_other_signs_around_ids_make_fragments_unverifiable() -> None:
    config = "export default { markdown: { attrs: { OPTION } } }"
    files = {"docs/a.md": "# A %{#b}%\n\n[x](#b)"}
    other = config.replace("OPTION", "leftDelimiter: '%{', rightDelimiter: '}%'")
    assert statuses(vitepress(files, other), "docs/a.md") == ["fragment-unverifiable"]
    assert statuses(vitepress({"docs/a.md": "# A\n\n[x](#b) [y](#a)"}, other), "docs/a.md") == [
        "fragment-missing",
        "ok",
    ]
    usual = config.replace("OPTION", "allowedAttributes: ['id']")
    assert statuses(vitepress(files, usual), "docs/a.md") == ["fragment-missing"]


@pytest.mark.parametrize(
    ("rules", "path", "found"),
    [
        ({"en/:rest*": ":rest*"}, "en/a/b.md", "a/b.md"),
        ({"en/:rest*": ":rest*"}, "fr/a.md", "fr/a.md"),
        ({"packages/:pkg/src/:page": ":pkg/:page"}, "packages/a/src/b.md", "a/b.md"),
        ({"packages/:pkg/src/:page": ":pkg/:page"}, "packages/a/src/c/b.md", "packages/a/src/c/b.md"),
        ({"a.md": "b.md"}, "a.md", "b.md"),
    ],
)
def test_rewrites(rules: Mapping[str, str], path: str, found: str) -> None:
    rewrite = read_rewrites(rules)
    assert rewrite is not None
    assert rewrite(path) == found


def test_rewrites_that_cannot_be_followed_are_unknown() -> None:
    assert read_rewrites({":x(a|b)/c": "d"}) is None
    assert read_rewrites({"a": 1}) is None


@pytest.mark.parametrize(
    ("version", "status"),
    [("^1.6.4", "fragment-missing"), ("2.0.0-alpha.12", "ok"), ("next", "ok"), ("^1.0.0 || ^2.0.0", "ok")],
)
def test_only_the_second_version_slugs_fragments_of_links(version: str, status: str) -> None:
    files = {
        "docs/package.json": f'{{"devDependencies": {{"vitepress": "{version}"}}}}',
        "docs/a.md": "[x](b.md#Some%20Thing) [x](b.md#some-thing)",
        "docs/b.md": "# T\n\n## Some thing\n",
    }
    assert statuses(vitepress(files), "docs/a.md") == [status, "ok"]


@pytest.mark.parametrize(("path", "framework"), [(".vitepress/config.js", "vitepress"), ("config/index.js", "plain")])
def test_a_config_counts_only_in_its_folder(path: str, framework: str) -> None:
    site = make_site({path: "export default {}", "README.md": "# A", "a.md": "# B"})
    assert framework in {page.framework for page in site.pages}
    assert ("vitepress" in {each.name for each in site.frameworks}) == (framework == "vitepress")


def test_a_config_in_a_folder_of_its_own_has_its_site_around_it() -> None:
    files = {
        "docs/.vitepress/config/index.ts": "import {shared} from './shared'\nexport default {...shared}",
        "docs/.vitepress/config/shared.ts": "export const shared = {cleanUrls: true}",
        "docs/index.md": "# Home\n\n[x](./guide/start) ![x](/logo.png)",
        "docs/guide/start.md": "# Start",
        "docs/public/logo.png": "",
    }
    site = make_site(files)
    assert {page.url for page in site.pages} == {"/", "/guide/start"}
    assert statuses(site, "docs/index.md") == ["ok", "asset"]


@pytest.mark.parametrize("config", ["{...shared}", "{locales: {root: {label: 'English', ...en}}}"])
def test_a_menu_that_may_come_from_elsewhere_makes_orphans_unknown(config: str) -> None:
    files = {".vitepress/config.ts": f"export default {config}", "index.md": "# Home", "a.md": "# A"}
    assert orphan_states(make_site(files))["a.md"] == "unknown"
    told = files | {".vitepress/config.ts": "export default {title: 'Site'}"}
    assert orphan_states(make_site(told))["a.md"] == "checked"


def test_entities_are_slugged_as_they_are_written() -> None:
    files = {"docs/a.md": "## R&amp;D &copy; x\n\n[x](#r-amp-d-copy-x) [x](#r-d-x)"}
    assert statuses(vitepress(files), "docs/a.md") == ["ok", "fragment-missing"]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ('[a](page.md){target="_blank"}', ["missing"]), ('[a](/page.md){download="x"}', ["missing"]),
        ('[a](page.html){target="_blank"} [a](page){target=_self}', ["ok", "ok"]), ("[a](page.md){.big}", ["ok"]),
        ('[a](page.md) {target="_blank"}', ["ok"]), ('[a][p]{target="_blank"}\n\n[p]: page.md', ["missing"]),
        ('<a href="page.md">a</a> <a href="page.html">a</a>', ["missing", "ok"]),
        ('[a](/raw.md){target="_blank"} <a href="raw.md">a</a>', ["ok", "ok"]),
    ],
)  # fmt: skip
def test_links_that_vitepress_leaves_as_written_lead_to_no_markdown(text: str, statuses: list[str]) -> None:
    site = make_site({".vitepress/config.ts": "", "index.md": text, "page.md": "# P", "public/raw.md": "x"})
    assert [link.status for link in written_links(site, "index.md")] == statuses


@pytest.mark.parametrize(("layout", "found"), [("doc", ["missing"]), ("page", []), ("home", [])])
def test_only_documents_have_links_to_the_previous_and_next_page(layout: str, found: list[str]) -> None:
    text = f"---\nlayout: {layout}\nnext:\n  text: Next\n  link: /gone\n---\n"
    assert statuses(vitepress({"docs/a.md": text}), "docs/a.md") == found


@pytest.mark.parametrize(
    ("part", "lines"),
    [("", [1, 4, 7]), ("{4,}", [4, 7]), ("{,1}", [1]), ("{2,4}", [4]), ("#some", [4]), ("#some{2,}", []),
     ("#gone", [1, 4, 7])],
)  # fmt: skip
def test_included_lines_and_regions_alone_bring_links_and_headings(part: str, lines: list[int]) -> None:
    text = "# A [x](/gone)\n\n<!-- #region some -->\n[x](/gone)\n<!-- #endregion some -->\n\n# B [x](/gone)\n"
    files = {"docs/a.md": f"# Own\n\n<!--@include: ./parts/p.md{part}-->\n\n[x](#b-x)", "docs/parts/p.md": text}
    site = vitepress(files, "export default { srcExclude: ['parts/**'] }")
    found = written_links(site, "docs/parts/p.md")
    assert [link.written.span.line for link in found if link.written] == lines
    assert statuses(site, "docs/a.md") == ["ok" if 7 in lines else "fragment-missing"]
