"""Traps of repositories seen for the first time: files that are only copied, folders that builds bring, gardens of
Quartz, languages that are none. Each has a link that must be told and one that must not."""

import pytest

from linklint.site.languages import language_folders
from tests.site.sites import make_site, orphan_states, written_links

HUGO = {
    "hugo.yaml": "baseurl: https://example.com/\n",
    "config/_default/menus.en.yaml": "main:\n  - name: Old\n    url: /docs/Old/\n",
    "content/_index.md": "# H",
    "content/docs/_index.md": '# D\n\n[m](3.1/) [n](3.2/) [p]({{< relref "page" >}})',
    "content/docs/3.1/index.html": "<title>M</title><a href=page/>p</a><a href=page/index.html#x>q</a><a href=no/>",
    "content/docs/3.1/page/index.html": "<title>Page of the manual</title>",
    "content/docs/latest/index.html": "<meta http-equiv='refresh' content='0;URL=page/'>",
    "content/docs/latest/page.md": "---\ntitle: P\n---\n[a](../) [b](../none/)",
}


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_hugo_copies_html_without_front_matter_and_makes_no_bundle_of_it() -> None:
    assert statuses(HUGO, "content/docs/_index.md") == ["ok", "missing", "ok"]
    assert statuses(HUGO, "content/docs/3.1/index.html") == ["ok", "fragment-missing", "missing"]
    assert statuses(HUGO, "content/docs/latest/page.md") == ["ok", "missing"]
    bundle = HUGO | {"content/docs/latest/index.html": "---\ntitle: L\n---\n<p>here</p>"}
    assert statuses(bundle, "content/docs/_index.md") == ["ok", "missing", "missing"]


def test_an_entry_of_a_menu_stands_in_the_file_that_holds_it() -> None:
    links = written_links(make_site(HUGO), "config/_default/menus.en.yaml")
    assert [(link.status, link.written.span.line if link.written else 0) for link in links] == [("missing", 3)]


SIDEBAR = 'module.exports = {docs: ["intro", "guide/brought", "other/lost"]};'
WORKFLOW = """
steps:
  - uses: actions/checkout@v4
    with:
      repository: owner/elsewhere
      path: vendor
  - run: |
      cp -r vendor/docs/* docs/guide/
      cp -r vendor/more/. docs/made/
"""


def test_a_sidebar_names_documents_that_a_workflow_brings() -> None:
    files = {
        "docusaurus.config.js": "module.exports = {presets: [['classic', {docs: {sidebarPath: './sidebars.js'}}]]};",
        "sidebars.js": SIDEBAR,
        "docs/intro.md": "# I\n\n[a](/docs/made/page) [b](/docs/unmade/page)",
        "docs/guide/_category_.json": "{}",
        ".github/workflows/deploy.yml": WORKFLOW,
    }
    assert statuses(files, "sidebars.js") == ["opaque", "missing"]
    assert statuses(files, "docs/intro.md") == ["opaque", "missing"]
    versions = {
        "versions.json": '["1.0"]',
        "versioned_docs/version-1.0/intro.md": "# I",
        "docs/intro.md": "# I\n\n[a](./made/page) [b](./unmade/page) [c](../intro)",
    }
    assert statuses(files | versions, "docs/intro.md") == ["opaque", "missing", "ok"]


@pytest.mark.parametrize(("count", "status"), [(25, "missing"), (5, "opaque")])
def test_a_route_for_all_addresses_excuses_no_file_where_links_name_files(count: int, status: str) -> None:
    files = {
        "next.config.js": "module.exports = {};",
        "pages/[...slug].js": "",
        "pages/a.md": " ".join(["[b](b.md)"] * count) + " [c](lost.md)",
        "pages/b.md": "# B",
    }
    assert statuses(files, "pages/a.md")[-1] == status


def test_a_picture_with_a_script_in_its_stead_may_be_missing() -> None:
    page = "<title>T</title><img src=a.webp onerror='hide(this)'><img src=b.webp><img src=c.webp onerror='hide(this)'>"
    assert statuses({"index.html": page, "c.webp": ""}, "index.html") == ["unresolvable", "asset-missing", "asset"]


QUARTZ = {
    "quartz.config.ts": "export default {}",
    "content/index.md": "[[My Note]] [a](/notes/my-note) [b](/notes/) [[tags/x|X]] [c](/none) [d](/notes/old)",
    "content/notes/My Note.md": "---\naliases: [old]\n---\n[up](./) [n](../none)",
    "docs/index.md": "[[My Note]] [features](./features/) [lost](lost.md)",
    "docs/features/a.md": "# A",
}


def test_gardens_of_quartz_have_pages_of_folders_tags_and_aliases() -> None:
    assert statuses(QUARTZ, "content/index.md") == ["ok", "ok", "asset", "opaque", "missing", "ok"]
    assert statuses(QUARTZ, "content/notes/My Note.md") == ["asset", "missing"]


def test_the_documentation_that_comes_with_quartz_is_no_part_of_the_garden() -> None:
    assert statuses(QUARTZ, "docs/index.md") == ["asset", "missing"]


NAV = {
    "mkdocs.yml": "site_name: S\nplugins: [literate-nav]\n",
    "docs/index.md": "# I\n\n[x](about/)",
    "docs/SUMMARY.md": "* [Home](index.md)\n* [About](about/)\n* [None](none/)\n",
    "docs/about/a.md": "# A",
}


def test_a_list_that_is_the_navigation_names_folders() -> None:
    assert statuses(NAV, "docs/SUMMARY.md") == ["ok", "asset", "missing"]
    assert statuses(NAV, "docs/index.md") == ["missing"]


@pytest.mark.parametrize("flat", ["true", "false"])
def test_the_home_page_of_a_language_may_be_a_file(flat: str) -> None:
    files = {
        "mkdocs.yml": f"site_name: S\nuse_directory_urls: {flat}\nnav: [index.md, a.md]\nplugins:\n  - i18n:\n"
        "      docs_structure: suffix\n      languages: [{locale: ja, default: true}, {locale: en}]\n",
        **{f"docs/{name}.{lang}.md": "# T" for name in ("index", "a", "lost") for lang in ("ja", "en")},
    }
    states = orphan_states(make_site(files))
    assert [path for path, state in sorted(states.items()) if state == "checked"] == [
        "docs/lost.en.md",
        "docs/lost.ja.md",
    ]


def test_a_plugin_makes_links_of_labels_in_headings() -> None:
    files = {
        "mkdocs.yml": "site_name: S\nplugins: [autorefs]\n",
        "docs/index.md": "[a](#read) [b](#readpkgread)\n\n## [`read`][pkg.read]\n",
    }
    assert statuses(files, "docs/index.md") == ["ok", "fragment-missing", "unresolvable"]
    bare = files | {"mkdocs.yml": "site_name: S\n"}
    assert statuses(bare, "docs/index.md") == ["fragment-missing", "ok", "undefined-reference"]


def test_brackets_inside_of_a_word_are_no_reference() -> None:
    page = "name_v1_[df66438][net40].zip and _[some text][net40]_\n"
    assert statuses({"README.md": page}, "README.md") == ["undefined-reference"]


def test_folders_named_like_languages_beside_others_share_pages_if_they_are_some() -> None:
    teams = ["h/ce/index.md", "h/ce/a.md", "h/ps/index.md", "h/ps/b.md", "h/ta/index.md", "h/ta/c.md"]
    assert language_folders([*teams, "h/support/index.md"]) == frozenset()
    assert language_folders(teams) == frozenset({"h/ce", "h/ps", "h/ta"})
    assert language_folders([*teams, "h/ta/a.md", "h/support/index.md"]) == frozenset({"h/ce", "h/ps", "h/ta"})


def test_without_links_and_a_page_where_visits_start_nothing_is_an_orphan() -> None:
    files = {"Home.md": "# H", "A.md": "# A", "B.md": "# B"}
    assert "checked" not in orphan_states(make_site(files)).values()
    assert orphan_states(make_site(files | {"README.md": "# R\n\n[a](A.md)"}))["B.md"] == "checked"


def test_what_a_host_shows_for_lost_pages_lies_beside_a_home_page() -> None:
    files = {
        "index.html": "<title>T</title><a href=docs/>docs</a> <a href=docs/a.html>a</a>",
        "docs/index.html": "<title>H</title><a href=a.html>a</a> <a href=b.html>b</a>",
        **{f"docs/{name}.html": f"<title>{name}</title>" for name in ("a", "b", "404", "lost")},
    }
    states = orphan_states(make_site(files))
    assert (states["docs/404.html"], states["docs/lost.html"]) == ("intended", "checked")


def test_a_redirect_of_jekyll_is_a_file_in_its_folder() -> None:
    files = {
        "_config.yml": "title: T\npermalink: pretty\nplugins: [jekyll-redirect-from]\n",
        "index.md": "---\n---\n[a](/moved/index.html) [b](/none/index.html)",
        "moved/index.md": "---\nredirect_to: https://example.com/\n---\n",
    }
    assert statuses(files, "index.md") == ["redirect", "missing"]


def test_html_that_hugo_copies_sends_visitors_to_an_address_of_the_site() -> None:
    own = {"old/index.html": "<meta http-equiv=refresh content='0;URL=gone/'>"}
    entries = [entry for entry in make_site(HUGO | own).entries if entry.kind == "redirect"]
    assert sorted((entry.file, entry.status) for entry in entries) == [
        ("content/docs/latest/index.html", "ok"),
        ("old/index.html", "missing"),
    ]
    lost = {"content/docs/latest/index.html": "<meta http-equiv='refresh' content='0;URL=lost/'>"}
    entries = [entry for entry in make_site(HUGO | lost).entries if entry.kind == "redirect"]
    assert [entry.status for entry in entries] == ["missing"]
