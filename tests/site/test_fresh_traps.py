"""Traps of sites of JavaScript frameworks, and of documentation beside code, that linklint had not met before."""

import pytest

from tests.site.sites import make_site, orphan_states, written_links

DOCUSAURUS = "export default {presets: [['classic', {docs: {routeBasePath: '/'}}]], MORE}"


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_a_menu_of_versions_leads_to_the_other_versions() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS,
        "versions.json": '["2", "1"]',
        "docs/a.md": "---\nslug: /\n---\n# A",
        "versioned_docs/version-2/a.md": "---\nslug: /\n---\n# A",
        "versioned_docs/version-1/a.md": "# A",
    }

    def linked(more: str) -> bool:
        site = make_site({**files, "docusaurus.config.js": DOCUSAURUS.replace("MORE", more)})
        found = {link.target.path for link in site.links if link.target is not None}
        return "versioned_docs/version-1/a.md" in found

    assert linked("themeConfig: {navbar: {items: [{type: 'docsVersionDropdown'}]}}")
    assert not linked("themeConfig: {navbar: {items: [{to: '/', label: 'Home'}]}}")


@pytest.mark.parametrize(("plugin", "status"), [("remark-other-sites", "unresolvable"), ("remark-math", "missing")])
def test_a_remark_plugin_of_the_repository_may_know_marks(plugin: str, status: str) -> None:
    config = f"const mark = require('{plugin}');\n" + DOCUSAURUS.replace("MORE", "title: 'Site'")
    files = {
        "web/docusaurus.config.js": config,
        "plugins/remark-other-sites/package.json": "{}",
        "web/docs/a.md": "[other](@other/page) [none](page)",
    }
    assert statuses(files, "web/docs/a.md") == [status, "missing"]


def test_a_script_writes_docs_that_are_not_there() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("MORE", "title: 'Site'"),
        "static/_redirects": "/old /user-guide/new 301\n",
        "README.md": "# Site",
    }
    for more, expected in (({}, {"opaque"}), ({"docs/a.md": "# A"}, {"missing"})):
        assert {entry.status for entry in make_site({**files, **more}).entries} == expected


def test_a_page_that_sends_visitors_on_needs_no_link() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("MORE", "title: 'Site'"),
        "sidebars.js": "",
        "docs/index.md": "# Home",
        "docs/old.md": '<head>\n  <meta http-equiv="refresh" content="1; url=/new" />\n</head>\n',
    }
    files["docusaurus.config.js"] = files["docusaurus.config.js"].replace("'/'", "'/', sidebarPath: 'sidebars.js'")
    files |= {"sidebars.js": "module.exports = {docs: ['index']}", "docs/new.md": "# New"}
    states = orphan_states(make_site(files))
    assert (states["docs/old.md"], states["docs/new.md"]) == ("intended", "checked")


def test_webpack_reads_a_slash_from_static_folders_too() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("MORE", "title: 'Site'"),
        "static/img/a.png": "",
        "docs/a.md": "<img src={require('/img/a.png').default} /> <img src={require('/img/b.png').default} />",
    }
    assert statuses(files, "docs/a.md") == ["asset", "asset-missing"]
