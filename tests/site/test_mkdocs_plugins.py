"""MkDocs: plugins that arrange the navigation, take text and sites in, and translate; each as its own build does."""

from collections.abc import Mapping

import pytest

from tests.site.sites import make_site, orphan_states, written_links
from tests.site.test_mkdocs import mkdocs

LANGUAGES = "i18n:\n      docs_structure: {}\n      languages: [{{locale: en, default: true}}, {{locale: fr}}]\n"
SUFFIX = f"plugins:\n  - {LANGUAGES.format('suffix')}"
FOLDER = f"plugins:\n  - {LANGUAGES.format('folder')}nav: [index.md, sub/a.md]\n"
PARTS = "markdown_extensions:\n  - pymdownx.snippets:\n      base_path: docs/parts\nexclude_docs: parts/\n"
PART = "# One\n\n[x](gone.md)\n\n--8<-- [start:inner]\n# Two\n--8<-- [end:inner]\n\n# Three\n"


@pytest.mark.parametrize(
    ("plugin", "arrangement", "left_out"),
    [
        ("awesome-pages", {}, []),
        ("awesome-pages", {".pages": "nav: [index.md, sub, ...]\n"}, []),
        ("awesome-pages", {".pages": "nav: [index.md, sub]\n"}, ["docs/other.md"]),
        ("awesome-pages", {".pages": "hide: true\n"}, []),  # has no effect at the top
        ("awesome-pages", {"sub/.pages": "hide: true\n"}, ["docs/sub/a.md", "docs/sub/b.md"]),
        ("awesome-pages", {"sub/.pages": "nav:\n  - Named: a.md\n"}, ["docs/sub/b.md"]),
        ("awesome-pages", {"sub/.nav.yml": "hide: true\n"}, []),  # another plugin's file
        ("awesome-nav", {".nav.yml": "nav:\n  - index.md\n  - Deep: sub/a.md\n"}, ["docs/other.md", "docs/sub/b.md"]),
        ("awesome-nav", {".nav.yml": "nav:\n  - index.md\n  - '*'\n"}, []),
        ("awesome-nav", {".nav.yml": "append_unmatched: true\nnav:\n  - index.md\n"}, []),
        ("awesome-nav", {".nav.yml": "nav: [\n"}, []),
    ],
)
def test_what_arranged_navigation_leaves_out(plugin: str, arrangement: Mapping[str, str], left_out: list[str]) -> None:
    pages = dict.fromkeys(("docs/other.md", "docs/sub/a.md", "docs/sub/b.md"), "# T\n")
    said = {f"docs/{path}": text for path, text in arrangement.items()}
    assert sorted(orphan_states(mkdocs({**pages, **said}, f"plugins: [{plugin}]\n"))) == left_out


@pytest.mark.parametrize(
    ("lists", "left_out"),
    [
        ({"SUMMARY.md": "- [Home](index.md)\n- sub/*.md\n"}, ["docs/other.md", "docs/sub/deep/c.md"]),
        ({"SUMMARY.md": "- [Home](index.md)\n- [Sub](sub/)\n"}, ["docs/other.md"]),
        ({"SUMMARY.md": "- [Sub](sub/)\n", "sub/SUMMARY.md": "- [A](a.md)\n"}, ["docs/other.md", "docs/sub/deep/c.md"]),
        ({"SUMMARY.md": "- [Sub](sub/)\n", "sub/SUMMARY.md": "- [A](a.md)\n- */\n"}, ["docs/other.md"]),
        ({"sub/SUMMARY.md": "- [A](a.md)\n"}, ["docs/sub/deep/c.md"]),  # the rest is in it without being named
        ({}, []),
    ],
)
def test_lists_and_patterns_of_literate_nav(lists: Mapping[str, str], left_out: list[str]) -> None:
    pages = dict.fromkeys(("docs/other.md", "docs/sub/a.md", "docs/sub/deep/c.md"), "# T\n")
    site = mkdocs({**pages, **{f"docs/{path}": text for path, text in lists.items()}}, "plugins: [literate-nav]\n")
    assert sorted(path for path, state in orphan_states(site).items() if state == "checked") == left_out


def test_a_nav_that_section_index_shows_is_still_the_whole_nav() -> None:
    config = "plugins: [section-index]\nnav: [index.md]\n"
    assert orphan_states(mkdocs({"docs/a.md": "x"}, config)) == {"docs/a.md": "checked"}


def test_pages_of_the_default_language_stand_in_where_there_is_no_translation() -> None:
    site = mkdocs({"docs/a.md": "x", "docs/b.md": "x", "docs/b.fr.md": "x"}, SUFFIX)
    assert site.by_url["/fr/a/"] is site.by_path["docs/a.md"]
    assert site.by_url["/fr/b/"] is site.by_path["docs/b.fr.md"]
    alone = SUFFIX.replace("languages:", "fallback_to_default: false\n      languages:")
    assert "/fr/a/" not in mkdocs({"docs/a.md": "x"}, alone).by_url


def test_a_build_of_one_language_has_no_files_of_another() -> None:
    site = mkdocs({"docs/a.md": "[x](b.fr.md)", "docs/a.fr.md": "[x](b.fr.md)", "docs/b.fr.md": "x"}, SUFFIX)
    statuses = [written_links(site, path)[0].status for path in ("docs/a.md", "docs/a.fr.md")]
    assert statuses == ["missing", "ok"]


def test_folders_of_languages() -> None:
    files = {
        "mkdocs.yml": FOLDER, "docs/en/index.md": "[x](../fr/index.md)", "docs/en/sub/a.md": "x",
        "docs/fr/index.md": "[x](../en/index.md) [y](../en/sub/a.md)",
    }  # fmt: skip
    site = make_site(files)
    assert [(link.place, link.status) for link in site.links if link.place == "nav"] == [("nav", "ok")] * 4
    assert written_links(site, "docs/en/index.md")[0].status == "missing"
    own, filled = written_links(site, "docs/fr/index.md")[:2]
    assert own.target is site.by_path["docs/fr/index.md"]
    assert filled.target is site.by_path["docs/en/sub/a.md"]


@pytest.mark.parametrize(
    ("part", "fragments", "statuses"),
    [
        ("", {"one", "two", "three"}, ["missing"]),
        (":1:3", {"one"}, ["missing"]),
        (":4", {"two", "three"}, []),
        (":-1", {"three"}, []),
        (":1:1,9:9", {"one", "three"}, []),
        (":inner", {"two"}, []),
        (":none", set(), []),
    ],
)
def test_snippets_of_some_lines(part: str, fragments: set[str], statuses: list[str]) -> None:
    files = {"docs/parts/part.md": PART, "docs/a.md": f'--8<-- "part.md{part}"\n'}
    site = mkdocs(files, PARTS)
    assert site.by_path["docs/a.md"].fragments == fragments
    assert [link.status for link in site.links if link.written and link.place != "nav"] == statuses


def test_two_parts_of_one_file_are_both_taken() -> None:
    files = {"docs/parts/part.md": PART, "docs/a.md": '--8<-- "part.md:1:1"\n\n--8<-- "part.md:inner"\n'}
    assert mkdocs(files, PARTS).by_path["docs/a.md"].fragments == {"one", "two"}


def test_typographic_signs_come_before_slugs() -> None:
    slugs = "toc: {separator: _}"
    files = {"docs/a.md": '# A -- "b"\n\n# `x -- y`\n'}
    plain = mkdocs(files, f"markdown_extensions:\n  - {slugs}\n").by_path["docs/a.md"].fragments
    smart = mkdocs(files, f"markdown_extensions:\n  - smarty\n  - {slugs}\n").by_path["docs/a.md"].fragments
    assert plain == {"a_--_b", "x_--_y"}
    assert smart == {"a_b", "x_--_y"}


def test_text_of_include_markdown_keeps_its_own_links() -> None:
    files = {
        "docs/parts/part.md": "# P\n\n[b](../b.md)\n", "docs/b.md": "x",
        "docs/deep/down/a.md": '{% include-markdown "../../parts/part.md" %}\n',
    }  # fmt: skip
    site = mkdocs(files, "plugins: [include-markdown]\nexclude_docs: parts/\n")
    assert site.by_path["docs/deep/down/a.md"].fragments == {"p"}
    assert [link.status for link in site.links if link.written and link.written.text == "b"] == ["ok"]


def test_a_site_that_another_takes_in() -> None:
    files = {
        "mkdocs.yml": "plugins: [monorepo]\nnav:\n  - Part: '!include ./part/mkdocs.yml'\n", "docs/index.md": "# H\n",
        "part/mkdocs.yml": "site_name: press\n", "part/docs/index.md": "# P\n",
        "part/docs/a.md": "[x](../other/a.md) [y](index.md)",
    }  # fmt: skip
    site = make_site(files)
    assert site.by_path["part/docs/a.md"].url == "/press/a/"
    assert [link.status for link in written_links(site, "part/docs/a.md")] == ["opaque", "ok"]
    alone = make_site({**files, "mkdocs.yml": "{}\n"})
    assert alone.by_path["part/docs/a.md"].url == "/a/"
    assert [link.status for link in written_links(alone, "part/docs/a.md")] == ["missing", "ok"]
