"""Rspress: addresses of languages and versions, destinations by file and by address, ids, navigation of files."""

import json
from collections.abc import Mapping

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links

VERSION = {"package.json": '{"devDependencies": {"@rspress/core": "^2.0.0"}}'}
LANGUAGES = "lang: 'en', locales: [{lang: 'en'}, {lang: 'de'}]"
VERSIONS = "multiVersion: {default: 'v2', versions: ['v1', 'v2']}"


def rspress(files: Mapping[str, str], config: str = "") -> Site:
    """A site with these files; ``auto`` has to find it."""
    return make_site({"rspress.config.ts": f"export default defineConfig({{ {config} }})", **VERSION, **files})


def statuses(site: Site, path: str) -> list[str]:
    """The statuses of a file's links."""
    return [link.status for link in written_links(site, path)]


@pytest.mark.parametrize(
    ("path", "config", "url"),
    [
        ("docs/a/b.md", "", "/a/b.html"),
        ("docs/a/b.mdx", "route: {cleanUrls: true}", "/a/b"),
        ("docs/a/index.mdx", "", "/a/"),
        ("docs/index.md", "", "/"),
        ("pages/a.md", "root: 'pages'", "/a.html"),
        ("pages/a.md", "root: path.join(__dirname, 'pages')", "/a.html"),
        ("docs/en/a.md", LANGUAGES, "/a.html"),
        ("docs/de/index.md", LANGUAGES, "/de/"),
        ("docs/v2/en/a.md", f"{LANGUAGES}, {VERSIONS}", "/a.html"),
        ("docs/v1/de/a.md", f"{LANGUAGES}, {VERSIONS}", "/v1/de/a.html"),
    ],
)
def test_addresses(path: str, config: str, url: str) -> None:
    assert rspress({path: "# T\n"}, config).by_path[path].url == url


def test_parts_and_what_is_excluded_are_no_pages() -> None:
    files = dict.fromkeys(("docs/_a.md", "docs/x/b.md", "docs/public/c.md", "docs/__d.md", "docs/.e/f.md"), "[x](none)")
    site = rspress(files, "route: {exclude: ['x/**']}")
    assert [page.path for page in site.pages] == ["docs/__d.md"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](./b)", "ok"),
        ("[x](b.md)", "ok"),
        ("[x](./b.html#t)", "ok"),
        ("[x](/a/b)", "ok"),
        ("[x](/a/b.mdx)", "ok"),
        ("[x](../a/)", "ok"),
        ("[x](../a)", "ok"),
        ("[x](/)", "ok"),
        ("[x](./none)", "missing"),
        ("[x](./none.md)", "missing"),
        ("[x](/docs/a/b)", "missing"),
        ("[x](./B)", "case-mismatch"),
        ("[x](a/b)", "missing"),  # only version 1 reads it from the top
        ("[x](../../LICENSE.md)", "opaque"),  # there for readers on GitHub
        ("[x](../../none.md)", "missing"),
        ("[x](/code)", "opaque"),
        ("[x](/data.csv)", "asset"),
        ("[x](./data.csv)", "asset-missing"),
        ("![x](./p.png)", "asset"),
        ("![x](/p.png)", "asset-missing"),
        ("![x](@assets/p.png)", "opaque"),
        ('<a href="/a/b">x</a>', "ok"),
        ("[x](/sitemap.xml)", "opaque"),
    ],
)
def test_destinations(text: str, status: str) -> None:
    files = {"docs/a/a.md": text, "docs/a/b.md": "# T", "docs/a/index.md": "# A", "docs/index.md": "# H"}
    files |= {"docs/code.tsx": "", "docs/public/data.csv": "", "docs/a/p.png": "", "LICENSE.md": ""}
    assert statuses(rspress(files), "docs/a/a.md") == [status]


@pytest.mark.parametrize(
    ("path", "text", "config", "status"),
    [
        ("docs/de/a.md", "[x](/b)", "", "ok"),
        ("docs/de/a.md", "[x](/de/b)", "", "ok"),
        ("docs/de/a.md", "[x](/en/c)", "", "ok"),
        ("docs/de/a.md", "[x](/c)", "", "missing"),
        ("docs/de/a.md", "[x](/c)", "markdown: {link: {checkDeadLinks: false}}", "ok"),
        ("docs/de/a.md", "[x](/c)", "markdown: {link: {autoPrefix: false}}", "ok"),
        ("docs/en/a.md", "[x](/c)", "", "ok"),
        ("docs/en/a.md", "[x](../de/b.md)", "", "ok"),
        ("docs/de/a.md", '<a href="/c">x</a>', "", "ok"),
    ],
)
def test_addresses_get_the_language_of_their_file(path: str, text: str, config: str, status: str) -> None:
    files = {path: text, "docs/de/b.md": "# B", "docs/en/c.md": "# C"}
    assert statuses(rspress(files, f"{LANGUAGES}, {config}"), path) == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](/b)", "ok"),
        ('<a href="/b">x</a>', "opaque"),
        ('<a href="/base/b">x</a>', "ok"),
        ("[x](/base/b)", "opaque"),
    ],
)
def test_a_base_path(text: str, status: str) -> None:
    assert statuses(rspress({"docs/a.md": text, "docs/b.md": "# B"}, "base: '/base/'"), "docs/a.md") == [status]


def test_version_1_reads_links_without_a_dot_from_the_top_as_well() -> None:
    files = {"docs/a/a.md": "[x](a/b) [y](b) [z](none)", "docs/a/b.md": "# B"}
    site = rspress({**files, "package.json": '{"devDependencies": {"rspress": "^1.40.0"}}'})
    assert statuses(site, "docs/a/a.md") == ["ok", "ok", "missing"]


@pytest.mark.parametrize(
    ("text", "fragment", "status"),
    [
        ("## A\n## A", "a-1", "ok"),
        ("## A b_c!", "a-b_c", "ok"),
        ("## A {#own}", "own", "ok"),
        ("## A \\{#own\\}", "own", "ok"),
        ("## A {#own}", "a-own", "fragment-missing"),
        ("## A", "none", "fragment-missing"),
        ("---\ntitle: The page\n---\n## A", "the-page", "ok"),
        ("---\ntitle: The page\n---\n# A", "the-page", "fragment-missing"),
        ("---\npageType: home\n---\n", "none", "fragment-unverifiable"),
    ],
)
def test_fragments(text: str, fragment: str, status: str) -> None:
    files = {"docs/a.md": f"[x](./b#{fragment})", "docs/b.md": f"{text}\n"}
    assert statuses(rspress(files), "docs/a.md") == [status]


def test_parts_belong_to_the_pages_that_import_them() -> None:
    page = "import A from '@en/parts/_a.mdx'\nimport B from '../parts/_b.mdx'\n\n# P\n\n<A /> <B />\n"
    files = {"docs/en/parts/_a.mdx": "## In a\n\n[x](./none)\n", "docs/en/parts/_b.mdx": "## In b\n"}
    files |= {"docs/en/g/p.mdx": page, "docs/en/q.mdx": "[x](./g/p#in-a) [y](./g/p#in-b) [z](./g/p#none)"}
    site = rspress(files, LANGUAGES)
    assert statuses(site, "docs/en/q.mdx") == ["ok", "ok", "fragment-missing"]
    assert statuses(site, "docs/en/parts/_a.mdx") == ["missing"]


def navigation(files: Mapping[str, object], config: str = "") -> Site:
    texts = {path: value if isinstance(value, str) else json.dumps(value) for path, value in files.items()}
    pages = {f"docs/g/{name}.md": "# T" for name in ("index", "a", "b", "deep/c", "deep/d")}
    return rspress({"docs/index.md": "# Home", **pages, **texts}, config)


META: list[object] = ["index", {"type": "file", "name": "a.md", "label": "A"}, {"type": "dir", "name": "deep"}]


def test_pages_are_listed_by_the_files_of_their_folders() -> None:
    assert orphan_states(navigation({})) == {}
    assert orphan_states(navigation({"docs/g/_meta.json": META})) == {"docs/g/b.md": "checked"}
    nav = [{"text": "G", "link": "/g/"}]
    assert orphan_states(navigation({"docs/_nav.json": nav})) == {}
    assert orphan_states(navigation({"docs/_nav.json": nav, "docs/top.md": "# T"})) == {"docs/top.md": "checked"}


def test_entries_of_files_that_name_nothing_are_told() -> None:
    meta = [*META, "none", {"type": "dir", "name": "gone"}, {"type": "custom-link", "label": "L", "link": "/g/lost"}]
    nav = [{"text": "G", "link": "/g/"}, {"text": "M", "items": [{"text": "N", "link": "/lost"}]}]
    site = navigation({"docs/g/_meta.json": meta, "docs/_nav.json": nav})
    assert statuses(site, "docs/g/_meta.json") == ["ok", "ok", "missing", "missing", "missing"]
    assert statuses(site, "docs/_nav.json") == ["ok", "missing"]


@pytest.mark.parametrize(
    ("config", "told", "orphans"),
    [
        ("themeConfig: {nav: [{text: 'A', link: '/g/a'}], sidebar: {'/g/': [{text: 'B', items: [{link: '/g/b'}]}]}}",
         "ok ok", "checked"),
        ("themeConfig: {sidebar: {'/g/': ['/g/a', '/g/none']}}", "ok missing", "checked"),
        ("themeConfig: {sidebar: make()}", "", "unknown"),
        ("themeConfig: {nav: []}, plugins: [own()]", "", "unknown"),
    ],
)  # fmt: skip
def test_navigation_of_the_config(config: str, told: str, orphans: str) -> None:
    site = navigation({}, config)
    assert " ".join(statuses(site, "rspress.config.ts")) == told
    assert orphan_states(site)["docs/g/deep/c.md"] == orphans


def test_plugins_may_make_pages() -> None:
    files = {"docs/a.md": "[x](/api/none) [y](./none.md)"}
    quiet = "import { pluginSitemap } from '@rspress/plugin-sitemap'\n"
    config = quiet + "export default {plugins: [pluginSitemap({siteUrl: 'https://garden.org'})]}"
    site = make_site({"rspress.config.ts": config, **VERSION, **files})
    assert statuses(site, "docs/a.md") == ["missing", "missing"]
    typed = "import { pluginTypeDoc } from '@rspress/plugin-typedoc'\nexport default {plugins: [pluginTypeDoc({})]}"
    assert statuses(make_site({"rspress.config.ts": typed, **VERSION, **files}), "docs/a.md") == ["opaque", "missing"]


def test_redirects_in_the_browser() -> None:
    rules = "[{from: '/old', to: '/a'}, {from: '/lost', to: '/none'}, {from: '^/x', to: '/a'}]"
    config = f"plugins: [pluginClientRedirects({{redirects: {rules}}})]"
    site = rspress({"docs/a.md": "[x](/old)"}, config)
    assert statuses(site, "docs/a.md") == ["redirect"]
    assert next(entry.status for entry in site.entries if entry.kind == "redirect") == "ok"


def test_buttons_of_the_home_page() -> None:
    home = "---\npageType: home\nhero:\n  actions:\n  - text: Go\n    link: /a\n  - text: N\n    link: /none\n---\n"
    assert statuses(rspress({"docs/index.md": home, "docs/a.md": "# A"}), "docs/index.md") == ["ok", "missing"]


def test_configs_of_tests_and_examples_are_no_sites() -> None:
    files = {"e2e/fixtures/a/rspress.config.ts": "export default {}", "e2e/fixtures/a/docs/a.md": "# A", "b.md": "# B"}
    assert {each.name for each in make_site(files).frameworks} <= {"plain", "html"}


def test_a_page_may_be_named_like_a_file() -> None:
    files = {
        "docs/a.md": "[x](/b.css) [y](./b.css) [z](/c.css) [p](/d.pdf)",
        "docs/b.css.md": "# B",
        "docs/public/d.pdf": "",
    }
    assert statuses(rspress(files), "docs/a.md") == ["ok", "ok", "asset-missing", "asset"]
