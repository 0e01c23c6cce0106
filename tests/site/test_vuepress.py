"""VuePress, both versions: addresses and permalinks, destinations by file and by address, ids, navigation."""

from collections.abc import Mapping

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links

FIRST = {"package.json": '{"devDependencies": {"vuepress": "^1.9.0"}}'}
SECOND = {"package.json": '{"devDependencies": {"vuepress": "2.0.0-rc.20"}}'}
THEME = "import { defaultTheme } from '@vuepress/theme-default'\nexport default { theme: defaultTheme(OPTIONS) }"


def vuepress(files: Mapping[str, str], config: str = "module.exports = {}", *, second: bool = False) -> Site:
    """A site with a home page and these files; ``auto`` has to find it."""
    version = SECOND if second else FIRST
    return make_site({"docs/.vuepress/config.js": config, "docs/README.md": "# Home\n", **version, **files})


def first(config: str) -> str:
    return f"module.exports = {{ {config} }}"


def second(options: str) -> str:
    return THEME.replace("OPTIONS", options)


def statuses(site: Site, path: str) -> list[str]:
    """The statuses of a file's links."""
    return [link.status for link in written_links(site, path)]


@pytest.mark.parametrize(
    ("path", "text", "config", "version", "url"),
    [
        ("docs/a/b.md", "# T", "", 1, "/a/b.html"),
        ("docs/a/README.md", "# T", "", 1, "/a/"),
        ("docs/a/index.md", "# T", "", 2, "/a/"),
        ("docs/a/Readme.md", "# T", "", 2, "/a/"),
        ("docs/a/b.md", "---\npermalink: /x\n---\n", "", 1, "/x/"),
        ("docs/a/b.md", "---\npermalink: /x.html\n---\n", "", 2, "/x.html"),
        ("docs/de/b.md", "---\npermalink: /x/\n---\n", "locales: {'/de/': {lang: 'de'}}", 1, "/de/x/"),
        ("docs/de/b.md", "---\npermalink: /x/\n---\n", "locales: {'/de/': {lang: 'de'}}", 2, "/x/"),
        ("docs/2020-03-04-A b.md", "# T", "permalink: '/:year/:i_month/:day/:slug'", 1, "/2020/3/04/a-b/"),
        ("docs/p.md", "---\ndate: 2021-05-06\n---\n", "permalinkPattern: ':year/:month/:raw'", 2, "/2021/05/p.html"),
        ("docs/p.md", "# T", "permalink: '/:year/:slug'", 1, "/p.html"),  # without a date it is not known
        ("docs/c+d.md", "# T", "", 2, "/c_d.html"),
    ],
)
def test_addresses(path: str, text: str, config: str, version: int, url: str) -> None:
    assert vuepress({path: text}, first(config), second=version == 2).by_path[path].url == url


def test_what_is_hidden_or_left_out_is_no_page() -> None:
    files = {"docs/parts/a.md": "[x](none.md)", "docs/.parts/a.md": "[x](none.md)", "docs/a.md": "x"}
    site = vuepress(files, first("patterns: ['**/*.md', '!parts/**']"))
    assert sorted(page.path for page in site.pages) == ["docs/README.md", "docs/a.md"]
    assert statuses(site, "docs/.parts/a.md") == []


@pytest.mark.parametrize(
    ("text", "version", "status"),
    [
        ("[x](b.md)", 1, "ok"),
        ("[x](./b.html#t)", 1, "ok"),
        ("[x](b)", 1, "ok"),
        ("[x](/a/b.md)", 2, "ok"),
        ("[x](/a/b)", 2, "ok"),
        ("[x](none.md)", 1, "missing"),
        ("[x](none.md)", 2, "missing"),
        ("[x](../README.md)", 1, "ok"),
        ("[x](../index.md)", 2, "ok"),
        ("[x](../)", 2, "ok"),
        ("[x](B.md)", 1, "case-mismatch"),
        ("[x](../../LICENSE)", 1, "opaque"),  # there for readers on GitHub
        ("[x](../../../a/b.md)", 1, "ok"),  # the top is not left
        ("[x](../../../none.md)", 2, "missing"),
        ('<a href="b.md">x</a>', 1, "missing"),
        ('<a href="b.html">x</a>', 1, "ok"),
        ("[x](/card.html)", 1, "opaque"),  # a component
        ("[x](/card.html)", 2, "missing"),
        ("[x](/data.csv)", 1, "asset"),
        ("[x](data.csv)", 1, "asset-missing"),
        ("![x](p.png)", 1, "asset"),
        ("![x](/p.png)", 1, "asset-missing"),
        ("![x](@assets/p.png)", 2, "opaque"),
        ("[x](/sitemap.xml)", 2, "opaque"),
        ("[x](b.md#1-one)", 2, "ok"),
        ("[x](b.md#1-one)", 1, "fragment-missing"),
        ("[x](b.md#none)", 2, "fragment-missing"),
        ("[x](/kept/)", 1, "ok"),
        ("[x](kept.md)", 2, "ok"),
    ],
)
def test_destinations(text: str, version: int, status: str) -> None:
    files = {
        "docs/a/a.md": text,
        "docs/a/b.md": "# T\n\n## 1. One",
        "docs/.vuepress/public/data.csv": "",
        "LICENSE": "",
    }
    files |= {"docs/a/p.png": "", "docs/card.vue": "", "docs/a/kept.md": "---\npermalink: /kept/\n---\n"}
    assert statuses(vuepress(files, second=version == 2), "docs/a/a.md") == [status]


@pytest.mark.parametrize(
    ("text", "version", "status"),
    [
        ("[x](/b.md)", 1, "ok"),
        ("[x](/b.html)", 1, "ok"),
        ("[x](/base/b.html)", 1, "missing"),  # version 1 puts the base before it
        ("[x](/b.html)", 2, "opaque"),
        ("[x](/base/b.html)", 2, "ok"),
        ("[x](/b.md)", 2, "ok"),
        ('<a href="/base/b.html">x</a>', 1, "ok"),
        ('<a href="/b.html">x</a>', 1, "opaque"),
        ("![x](/p.png)", 1, "opaque"),
        ("![x](/p.png)", 2, "asset"),
    ],
)
def test_a_base_path(text: str, version: int, status: str) -> None:
    files = {"docs/a.md": text, "docs/b.md": "# B", "docs/.vuepress/public/p.png": ""}
    site = vuepress(files, first("base: '/base/'"), second=version == 2)
    assert statuses(site, "docs/a.md") == [status]


@pytest.mark.parametrize(
    ("heading", "version", "config", "fragment", "status"),
    [
        ("## A\n## A", 1, "", "a-2", "ok"),
        ("## A\n## A", 1, "", "a-1", "fragment-missing"),
        ("## A\n## A", 2, "", "a-1", "ok"),
        ("## A – b_c", 1, "", "a-b-c", "ok"),
        ("## A :tada: b", 2, "", "a-b", "ok"),
        ("## A {#own}", 1, "", "own", "fragment-missing"),
        ("## A {#own}", 1, "", "a-own", "ok"),
        ("## A {#own}", 1, "markdown: {plugins: ['markdown-it-attrs']}", "own", "ok"),
        ("## A {#own}", 2, "extendsMarkdown: md => md.use(attrs)", "a", "ok"),
        ("## A", 1, "markdown: {slugify: s => s}", "none", "fragment-unverifiable"),
        ("## 동적", 1, "", "동적", "case-mismatch"),  # the id is made of the parts of its letters
        ("## Имён", 1, "", "имён", "fragment-missing"),
        ("", 1, "", "none", "fragment-unverifiable"),  # filled by a component
        ("<!-- @include: @parts/x.md -->\n## A", 2, "", "none", "fragment-unverifiable"),
    ],
)
def test_fragments(heading: str, version: int, config: str, fragment: str, status: str) -> None:
    files = {"docs/a.md": f"[x](b.md#{fragment})", "docs/b.md": f"{heading}\n"}
    assert statuses(vuepress(files, first(config), second=version == 2), "docs/a.md") == [status]


def test_older_releases_slug_other_alphabets_by_a_table() -> None:
    files = {"docs/a.md": "[x](b.md#modunej) [y](c.md#none)", "docs/b.md": "## Модулей", "docs/c.md": "## C"}
    manifest = '{"dependencies": {"vuepress": "^1.0.0"}}'
    assert statuses(vuepress({**files, "package.json": manifest}), "docs/a.md") == [
        "fragment-unverifiable",
        "fragment-missing",
    ]


NAV = "themeConfig: {nav: [{text: 'M', items: [{text: 'A', link: '/g/a'}]}], sidebar: SIDEBAR}"


@pytest.mark.parametrize(
    ("config", "version", "told"),
    [
        (NAV.replace("SIDEBAR", "['/g/b', ['/g/c', 'C'], '/g/none']"), 1, "ok ok ok missing"),
        (NAV.replace("SIDEBAR", "{'/g/': ['', 'b', {title: 'T', children: ['c.md']}]}"), 1, "ok ok ok ok"),
        (NAV.replace("SIDEBAR", "'auto'"), 1, "ok"),
        ("themeConfig: {locales: {'/': {sidebar: ['/g/a']}, '/de/': {sidebar: ['/de/none']}}}", 1, "ok missing"),
        ("navbar: ['/g/README.md', {text: 'A', link: '/g/a.md'}], sidebar: 'heading'", 2, "ok ok"),
        ("sidebar: [{text: 'G', prefix: '/g/', children: ['a', 'b.md', {text: 'C', link: 'c'}, 'x.md']}]", 2,
         "ok ok ok missing"),
        ("sidebar: {'/g/': ['a.md', '/g/b']}", 2, "ok ok"),
    ],
)  # fmt: skip
def test_navigation(config: str, version: int, told: str) -> None:
    files = {f"docs/g/{name}.md": "# T" for name in ("README", "a", "b", "c")}
    text = second(f"{{{config}}}") if version == 2 else first(config)
    site = vuepress(files, text, second=version == 2)
    assert " ".join(statuses(site, "docs/.vuepress/config.js")) == told


@pytest.mark.parametrize(
    ("config", "version", "more", "state", "status"),
    [
        (first(""), 1, {}, "checked", "missing"),
        (first("theme: 'reco'"), 1, {}, "unknown", "opaque"),
        (first("plugins: ['@vuepress/back-to-top']"), 1, {}, "checked", "missing"),
        (first("plugins: ['@vuepress/blog']"), 1, {}, "unknown", "opaque"),
        (first("plugins: [['vuepress-plugin-container', {}]]"), 1, {}, "unknown", "missing"),
        (first("themeConfig: {sidebar: make()}"), 1, {}, "unknown", "missing"),
        (first(""), 1, {"docs/.vuepress/theme/index.js": ""}, "unknown", "opaque"),
        (first(""), 1, {"docs/.vuepress/components/List.vue": "{{ $site.pages }}"}, "unknown", "missing"),
        (
            second("{}"),
            2,
            {"docs/.vuepress/x.vue": "import pages from '@temp/pages'"},
            "unknown",
            "missing",
        ),
        (first(""), 1, {"docs/README.md": '<a v-for="page in $site.pages">x</a>'}, "unknown", "missing"),
        (second("{}"), 2, {"docs/README.md": "<script>\nimport pages from '@temp/pages'"}, "unknown", "missing"),
        (second("{}"), 2, {"docs/README.md": "```\n<script>\nimport x from '@temp/pages'\n```"}, "checked", "missing"),
        (first(""), 1, {"docs/.vuepress/enhanceApp.js": "router.addRoutes(x)"}, "checked", "opaque"),
        (second("{}"), 2, {}, "checked", "missing"),
        ("import { hopeTheme } from 'x'\nexport default {theme: hopeTheme({})}", 2, {}, "unknown", "opaque"),
        ("", 1, {}, "unknown", "opaque"),
    ],
)
def test_what_may_list_and_make_pages(
    config: str, version: int, more: Mapping[str, str], state: str, status: str
) -> None:
    files = {"docs/alone.md": "[x](/none.html) [y](none.md)", **more}
    site = vuepress(files, config, second=version == 2)
    assert orphan_states(site) == {"docs/alone.md": state}
    assert statuses(site, "docs/alone.md") == [status, "missing"]


def test_links_of_the_front_matter() -> None:
    home = "---\nhome: true\nactionText: Go\nactionLink: /a\nactions:\n- text: B\n  link: ./none.md\n---\n"
    site = vuepress({"docs/README.md": home, "docs/a.md": "---\nprev: ./gone\nnext: auto\n---\n"})
    assert statuses(site, "docs/README.md") == ["ok", "missing"]
    assert statuses(site, "docs/a.md") == ["missing"]
    assert [link.written.span.line for link in written_links(site, "docs/README.md") if link.written] == [4, 7]


def test_the_routers_component_is_a_link() -> None:
    text = '<RouterLink to="/a.html">a</RouterLink> <router-link class="x" to="./none">b</router-link>\n'
    text += "`<RouterLink to='/gone'>`\n\n"
    site = vuepress({"docs/README.md": text + "```\n<RouteLink to='/gone'>\n```\n", "docs/a.md": "# A"})
    assert statuses(site, "docs/README.md") == ["ok", "unresolvable"]
    assert orphan_states(site) == {}


def test_configs_of_tests_and_examples_are_no_sites() -> None:
    files = {"examples/docs/.vuepress/config.js": first(""), "examples/docs/a.md": "# A", "README.md": "# Top"}
    assert {each.name for each in make_site(files).frameworks} <= {"plain", "html"}


def test_a_config_in_yaml() -> None:
    site = make_site({".vuepress/config.yml": "base: /base/\n", "README.md": "# A", "a.md": "[x](/README.md)"})
    assert statuses(site, "a.md") == ["ok"]
    assert [each.base for each in site.frameworks if each.name == "vuepress"] == ["/base"]


def test_files_that_a_plugin_takes_in_by_marks() -> None:
    config = "module.exports = { markdown: { extendMarkdown: md => md.use(require('markdown-it-include')) } }"
    text = "# Home\n\n[x](#part)\n\n!!!include(docs/part.md)!!!\n!!!include(docs/gone.md)!!!\n"
    files = {"docs/README.md": text, "docs/part.md": "## Part\n\n[y](none.md)\n"}
    assert statuses(vuepress(files, config), "docs/README.md") == ["ok"]
    assert orphan_states(vuepress(files, config)) == {"docs/part.md": "intended"}
    assert statuses(vuepress(files), "docs/README.md") == ["fragment-missing"]
    assert orphan_states(vuepress(files)) == {"docs/part.md": "checked"}
