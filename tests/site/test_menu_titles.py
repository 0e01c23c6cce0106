"""Menus that show the titles of pages, where their configs give no other text."""

import pytest

from linklint.model.site import Site
from tests.facts.asking import ask_links
from tests.site.sites import make_site

PAGE = "---\ntitle: All about roses\n---\n"
DOCUSAURUS = {"docusaurus.config.js": "export default {presets: [['classic', {docs: {sidebarPath: './sidebars.js'}}]]}"}


def texts_of(site: Site, path: str) -> set[str]:
    """The texts of the links to a page that somebody wrote."""
    return {link.written.text for link in site.links if link.written and link.target and link.target.path == path}


@pytest.mark.parametrize(
    ("menu", "page", "text", "files"),
    [
        ("sidebars.js", "docs/roses.md", "All about roses", {"sidebars.js": "exports.a = ['index', 'roses']"}),
        (
            "sidebars.js", "docs/roses.md", "Our roses",
            {"sidebars.js": "exports.a = ['index', {type: 'doc', id: 'roses', label: 'Our roses'}]"},
        ),
        ("mkdocs.yml", "docs/roses.md", "All about roses", {"mkdocs.yml": "site_name: x\nnav: [roses.md]\n"}),
        ("mkdocs.yml", "docs/roses.md", "Our roses", {"mkdocs.yml": "site_name: x\nnav:\n- Our roses: roses.md\n"}),
        ("toc.yml", "roses.md", "All about roses", {"toc.yml": "- href: roses.md\n"}),
        ("toc.yml", "roses.md", "Our roses", {"toc.yml": "- href: roses.md\n  name: Our roses\n"}),
        (
            "docs.json", "roses.mdx", "All about roses",
            {"docs.json": '{"name": "x", "theme": "mint", "navigation": {"pages": ["roses"]}}'},
        ),
        (
            "astro.config.mjs", "src/content/docs/roses.md", "All about roses",
            {"astro.config.mjs": "import starlight from '@astrojs/starlight';\n"
             "export default {integrations: [starlight({sidebar: [{slug: 'roses'}, 'roses']})]}"},
        ),
        (
            ".vuepress/config.js", "roses.md", "All about roses",
            {".vuepress/config.js": "module.exports = {themeConfig: {sidebar: ['/roses']}}"},
        ),
        (
            ".vuepress/config.js", "roses.md", "Our roses",
            {".vuepress/config.js": "module.exports = {themeConfig: {sidebar: [['/roses', 'Our roses']]}}"},
        ),
    ],
)  # fmt: skip
def test_the_text_of_an_entry(menu: str, page: str, text: str, files: dict[str, str]) -> None:
    site = make_site(
        {**(DOCUSAURUS if menu == "sidebars.js" else {}), **files, page: PAGE, page.replace("roses", "index"): "# Home"}
        | ({"docfx.json": '{"build": {"content": [{"files": ["*.md", "toc.yml"]}]}}'} if menu == "toc.yml" else {})
    )
    assert texts_of(site, page) == {text}


@pytest.mark.parametrize(("matter", "text"), [("sidebar_label: Short", "Short"), ("sidebar_label: 7", "Roses")])
def test_a_page_may_have_another_title_for_menus(matter: str, text: str) -> None:
    page = {"docs/roses.md": f"---\ntitle: Roses\n{matter}\n---\n"}
    sidebar = {"sidebars.js": "module.exports = {a: ['index', 'roses']}"}
    assert texts_of(make_site({**DOCUSAURUS, **sidebar, **page, "docs/index.md": "# Home"}), "docs/roses.md") == {text}


def test_a_page_without_a_title_is_named_by_its_file() -> None:
    site = make_site(
        {"mkdocs.yml": "nav: [index.md, old-roses.md]\n", "docs/index.md": "# Home", "docs/old-roses.md": "x"}
    )
    assert texts_of(site, "docs/old-roses.md") == {"Old roses"}


def test_nobody_is_asked_for_other_words_than_the_title_has() -> None:
    pages = {"docs/index.md": "# Home", "docs/here.md": "---\ntitle: All about places\nsidebar_label: Here\n---\n"}
    ask = ask_links(make_site({**DOCUSAURUS, "sidebars.js": "exports.a = ['index', 'here']", **pages}))
    told = list(zip(ask("text"), ask("text.class"), ask("text.begins_title"), strict=True))
    assert ("Here", None, True) in told
