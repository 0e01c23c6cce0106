"""Configs of Docusaurus and VitePress of which code makes a part."""

from __future__ import annotations

import pytest

from tests.site.sites import make_site, orphan_states, written_links

DOCUSAURUS = "module.exports = {presets: [['classic', {docs: {routeBasePath: '/'}}]], %s};"


def statuses(files: dict[str, str], name: str) -> list[str]:
    """The statuses of a file's links."""
    return [link.status for link in written_links(make_site(files), name)]


@pytest.mark.parametrize(
    ("folder", "status"), [("id", "opaque"), ("'user'", "missing"), ("path.resolve(__dirname, 'user')", "missing")]
)
def test_documents_in_a_folder_that_code_names_may_be_anywhere(folder: str, status: str) -> None:
    plugin = f"'@docusaurus/plugin-content-docs', {{id: 'user', path: {folder}, routeBasePath: 'user'}}"
    code = f"const made = [];\nfunction add(id) {{ made.push([{plugin}]) }}\nadd('user');\n"
    files = {
        "docusaurus.config.js": code + DOCUSAURUS % "plugins: made",
        "docs/a.md": "[x](/user/none)",
        "user/b.md": "",
    }
    assert statuses(files, "docs/a.md") == [status]


@pytest.mark.parametrize(
    ("items", "lost"),
    [
        ("[].concat(made).concat([{type: 'docsVersionDropdown'}])", False),
        ("made()", False),
        ("[{type: 'search'}].concat([{to: '/x'}])", True),
    ],
)
def test_a_menu_of_versions_in_a_list_that_is_put_together(items: str, lost: bool) -> None:
    config = DOCUSAURUS % f"themeConfig: {{navbar: {{items: {items}}}}}"
    files = {
        "docusaurus.config.js": config,
        "docs/index.md": "[b](b.md)",
        "docs/b.md": "",
        "versions.json": '["1.0"]',
        "versioned_docs/version-1.0/index.md": "# Old",
        "versioned_docs/version-1.0/b.md": "",
    }
    site = make_site(files)
    latest = "versioned_docs/version-1.0/index.md"
    shown = {link.target.path for link in site.links if link.generated and link.target and link.source.path == latest}
    assert ("docs/index.md" not in shown) == lost


VITEPRESS = {"docs/.vitepress/config.ts": "export default {}", "docs/b.md": "# B\n"}


def test_a_file_of_code_that_is_shown_is_no_link() -> None:
    text = "@[code lang=java transclude={1-2}](@/none/A.java)\n\n  @[code](@/none/B.java)\n\nsee @[code](none.md)\n"
    assert statuses({**VITEPRESS, "docs/a.md": text}, "docs/a.md") == ["missing"]


def test_a_folder_that_is_left_out_holds_no_pages() -> None:
    config = "export default {srcExclude: ['old/1.0', 'b.md']}"
    files = {"docs/.vitepress/config.ts": config, "docs/old/1.0/a.md": "", "docs/old/1.01/a.md": "", "docs/b.md": ""}
    site = make_site({**files, "docs/index.md": ""})
    assert [page.path for page in site.pages if page.url.startswith("/old")] == ["docs/old/1.01/a.md"]


@pytest.mark.parametrize(
    ("rewrites", "path", "url"),
    [
        ("rewrites: {'translated/:locale/(.*)': ':locale/(.*)'}", "translated/de/a/b.md", "/de/a/b.html"),
        ("rewrites: {'(.*)/src/(.*)': '(.*)/x/(.*)'}", "p/src/b.md", "/p/x/b.html"),
        ("versioning: {}", "versions/1.0/a/b.md", "/1.0/a/b.html"),
        ("versioning: {rewrites: {localePrefix: 't'}}, locales: {de: {}}", "versions/1.0/t/de/b.md", "/de/1.0/b.html"),
        ("versioning: {rewrites: {localePrefix: 't'}}, locales: f()", "versions/1.0/t/de/b.md", "/de/1.0/b.html"),
        ("other: {}", "versions/1.0/b.md", "/versions/1.0/b.html"),
    ],
)
def test_rewrites_name_what_a_pattern_took_and_versions_lose_their_folder(rewrites: str, path: str, url: str) -> None:
    files = {"docs/.vitepress/config.ts": f"export default {{{rewrites}}}", f"docs/{path}": "", "docs/index.md": ""}
    assert url in {page.url for page in make_site(files).pages}


@pytest.mark.parametrize(
    ("config", "state"),
    [
        ("locales: makeLocales()", "unknown"),
        ("themeConfig: makeTheme()", "unknown"),
        ("locales: {root: {themeConfig: makeTheme()}}", "unknown"),
        ("locales: {root: {themeConfig: {nav: []}}}, themeConfig: {sidebar: []}", "checked"),
    ],
)
def test_a_sidebar_may_be_in_a_part_that_code_makes(config: str, state: str) -> None:
    files = {"docs/.vitepress/config.ts": f"export default {{{config}}}", "docs/index.md": "", "docs/a.md": ""}
    assert orphan_states(make_site(files)) == {"docs/a.md": state}
