"""Traps of blogs, sites of companies and administrations, and knowledge bases, at the first look at each."""

import pytest

from linklint.model.files import MemoryRepository
from linklint.model.settings import SiteSettings
from linklint.model.site import Site
from linklint.site import detect, sources
from linklint.source.parse import parse
from tests.site.sites import make_site, orphan_states, written_links

PAGE = "---\nlayout: default\n---\n"
JEKYLL = {"Gemfile": "gem 'jekyll'", "_layouts/default.html": "{{ content }}", "index.html": PAGE}
COLLECTIONS = "collections: {docs: {output: true}, notes: {output: true}}\n"


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def checked(site: Site) -> list[str]:
    return sorted(path for path, state in orphan_states(site).items() if state == "checked")


def test_jekyll_a_tag_names_a_document_below_the_folder_of_collections() -> None:
    files = JEKYLL | {
        "_config.yml": COLLECTIONS + "collections_dir: content\n",
        "content/_docs/a.md": PAGE + "[b]({% link _docs/b.md %}) [c]({% link _docs/c.md %}) [i]({% link index.html %})",
        "content/_docs/b.md": PAGE,
    }
    assert statuses(files, "content/_docs/a.md") == ["ok", "missing", "ok"]


@pytest.mark.parametrize(
    ("said", "lost"),
    [
        ("{enabled: true, collection: docs}", ["_notes/n.md"]),
        ("{enabled: true, collection: 'docs, notes'}", []),
        ("{enabled: true, collection: all}", []),
        ("{enabled: false, collection: docs}", ["_docs/a.md", "_notes/n.md"]),
        ("true", ["_docs/a.md", "_notes/n.md"]),
    ],
)
def test_jekyll_a_page_lists_the_collections_that_it_is_cut_into(said: str, lost: list[str]) -> None:
    files = JEKYLL | {
        "_config.yml": COLLECTIONS,
        "index.html": f"---\nlayout: default\npagination: {said}\n---\n{{% for x in paginator.posts %}}{{% endfor %}}",
        "_docs/a.md": PAGE,
        "_notes/n.md": PAGE,
    }
    assert checked(make_site(files)) == lost


def test_jekyll_markdown_in_front_matter_links_pages_if_a_layout_shows_it() -> None:
    files = JEKYLL | {
        "_config.yml": "permalink: /:path/\n",
        "_layouts/text.html": "---\nlayout: default\n---\n{{ page.details | markdownify }}",
        "index.html": "---\nlayout: text\ndetails: see [b](docs/b/) and [c](/docs/c/)\nnote: see [d](/docs/d/)\n---\n",
        **{f"docs/{name}.md": PAGE for name in "bcd"},
    }
    assert checked(make_site(files)) == ["docs/d.md"]


def test_jekyll_a_layout_makes_addresses_below_the_folder_of_a_language() -> None:
    nav = '{% assign steps = site.data.steps %}<a href="{{base}}{{step.path}}">x</a><a href="{{base}}/b/">b</a>'
    files = JEKYLL | {
        "_config.yml": "title: x\n",
        "_data/steps.yml": "- id: one\n  path: /docs/a/\n",
        "_layouts/default.html": nav + "{{ content }}",
        **{f"lang/en/{name}.md": PAGE for name in ("docs/a", "docs/lost", "b")},
    }
    assert checked(make_site(files)) == ["lang/en/docs/lost.md"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_zola_a_shortcode_of_markdown_defines_labels_for_the_pages_that_call_it(end: str) -> None:
    defined = f'[list]: https://example.org/?l={{{{ lang }}}} "{{{{ word }}}}"{end}[near]: @/b.md{end}'
    text = "See [Our list][list], [the other][near] and [the third][gone].\n\n"
    files = {
        "config.toml": 'base_url = "https://example.com"\n',
        "content/a.md": text + "{{ references() }}\n",
        "content/b.md": text + "{{ badge() }}\n",
        "templates/shortcodes/references.md": defined,
        "templates/shortcodes/badge.html": "[list]: /list/",
    }
    assert statuses(files, "content/a.md") == ["external", "ok", "undefined-reference"]
    assert statuses(files, "content/b.md") == ["undefined-reference"] * 3


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("const blog = require('@docusaurus/plugin-content-blog');\nmodule.exports = blog.default;", ["ok", "missing"]),
        ("import blog from '@docusaurus/plugin-content-blog';\nexport default blog;", ["ok", "missing"]),
        ("import type {Plugin} from '@docusaurus/types';\nexport default () => ({});", ["missing", "missing"]),
    ],
)
def test_docusaurus_a_plugin_of_the_site_wraps_that_of_blogs(code: str, expected: list[str]) -> None:
    preset = "['classic', {docs: {}, blog: false}]"
    files = {
        "docusaurus.config.js": f"export default {{presets: [{preset}], plugins: [['./src/log.js', {{path: 'log', "
        "routeBasePath: 'log'}]]}",
        "src/log.js": code,
        "docs/a.md": "[post](/log/first) [none](/log/second)",
        "log/2024-01-01-first.md": "---\nslug: first\n---\n# F",
    }
    assert statuses(files, "docs/a.md") == expected


DOCSIFY = (
    "<script>window.$docsify = {loadSidebar: true, relativePath: true}</script><script src='//x/docsify'></script>"
)
SUMMARY = "# Table of contents\n\n* [Home](README.md)\n* [Features](why/features.md)\n"


@pytest.mark.parametrize(("more", "framework"), [({}, "gitbook"), ({"_sidebar.md": "* [H](/)"}, "docsify")])
def test_docsify_that_shows_a_space_of_gitbook_to_its_writers_is_no_site(more: dict[str, str], framework: str) -> None:
    files = {
        "index.html": DOCSIFY,
        "SUMMARY.md": SUMMARY,
        "README.md": "# H",
        "why/features.md": '<a href="other.md">o</a> <a href="lost.md">l</a>',
        "why/other.md": "# O",
        **more,
    }
    assert make_site(files).frameworks[0].name == framework
    if framework == "gitbook":
        assert statuses(files, "why/features.md") == ["ok", "missing"]


def test_nextjs_a_link_by_file_may_climb_above_the_top_of_the_site() -> None:
    files = {
        "site/next.config.mjs": "export default {}",
        "site/pages/[...slug].js": "import { allPages } from 'contentlayer/generated'",
        "site/content/about.md": "[a](../../concepts/a.md) [b](../../concepts/b.md)",
        "site/content/notes.md": "[a](a1.md) [b](a2.md) [c](a3.md) [d](a4.md)",
        "concepts/a.md": "# A",
    }
    assert statuses(files, "site/content/about.md") == ["ok", "outside"]


def test_pelican_takes_each_line_of_front_matter_as_text() -> None:
    page = "---\ntitle: The web: an introduction\n---\n# A\n"
    files = {"pelicanconf.py": "SITENAME = 'x'", "content/a.md": page, "README.md": page}
    repository = MemoryRepository(files)
    dialects = dict(sources(detect(repository, SiteSettings()), repository.names))
    notes = {path: bool(parse(page.encode(), dialect).notes) for path, dialect in dialects.items()}
    assert notes == {"content/a.md": False, "README.md": True}


def test_grav_makes_addresses_of_folders_with_numbers() -> None:
    files = {
        "user/config/system.yaml": "pages:\n  theme: x\n",
        "user/pages/01.start/docs.md": "[n](../next) [m](../02.next/docs.md) [g](gone.md) ![p](p.jpg?a=1) ![q](q.jpg)",
        "user/pages/01.start/p@2x.jpg": "",
        "user/pages/02.next/docs.md": "# N",
    }
    assert statuses(files, "user/pages/01.start/docs.md") == ["opaque", "ok", "missing", "opaque", "asset-missing"]


def test_the_documentation_in_a_copy_of_quartz_names_pages_as_quartz_finds_them() -> None:
    files = {
        "quartz.config.ts": "export default {}",
        "content/index.md": "# I\n\n[g](gone)",
        "docs/index.md": "[f](/features) [c](component.md) [l](lost.md)",
        "docs/tags/component.md": "# C",
    }
    assert statuses(files, "content/index.md") == ["missing"]
    assert statuses(files, "docs/index.md") == ["opaque", "ok", "missing"]


DEFINED_BELOW = (
    "See [the list][] and [what else][there is].\n\nSome text\n[the list]: b.md\n\n> words\n[there is]: none.md\n"
)


@pytest.mark.parametrize(
    ("config", "folder", "expected"),
    [
        ({"mkdocs.yml": "site_name: S\n"}, "docs", ["ok", "missing"]),
        ({"pelicanconf.py": "SITENAME = 'x'\n"}, "content", ["ok", "missing"]),
        ({"book.json": '{"gitbook": ">=3", "root": "./source/"}'}, "source", ["ok", "missing"]),
        ({"docusaurus.config.js": "export default {}"}, "docs", ["undefined-reference"] * 2),
        ({}, "docs", ["undefined-reference"] * 2),
    ],
)
def test_some_find_definitions_below_lines_of_text(config: dict[str, str], folder: str, expected: list[str]) -> None:
    files = {**config, f"{folder}/a.md": DEFINED_BELOW, f"{folder}/b.md": "# B"}
    assert statuses(files, f"{folder}/a.md") == expected


@pytest.mark.parametrize(
    ("entries", "expected"), [("abcdef", ["asset", "asset", "asset-missing"]), ("abc", ["asset-missing"] * 3)]
)
def test_a_site_puts_parts_into_the_page_of_the_folder_above(entries: str, expected: list[str]) -> None:
    part = "![a](img/a.png) ![b](img/b.png) ![c](img/c.png)"
    files = {"tip.md": part, "../index.md": "# E", "../img/a.png": "", "../img/b.png": ""}
    every = {f"css/{entry}/tips/{path}".replace("tips/../", ""): files[path] for entry in entries for path in files}
    assert statuses(every, "css/a/tips/tip.md") == expected
    beside = {path.replace("/img/", "/tips/img/"): text for path, text in every.items()}
    assert statuses(beside, "css/a/tips/tip.md") == ["asset", "asset", "asset-missing"]


def test_jekyll_only_copies_a_readme_without_front_matter_which_github_shows() -> None:
    files = JEKYLL | {
        "_config.yml": "title: x\n",
        "README.md": "[a](CONTRIBUTING.md) [b](gone.md)",
        "CONTRIBUTING.md": PAGE + "[h](/)",
    }
    assert statuses(files, "README.md") == ["ok", "missing"]
    for more in ({"README.md": PAGE}, {"_config.yml": "plugins: [jekyll-optional-front-matter]\ninclude: [README.md]"}):
        assert make_site(files | more).by_path["README.md"].framework == "jekyll"


def test_jekyll_the_page_where_writers_edit_texts_needs_no_link() -> None:
    pages = {"admin/index.html": "<title>Editor</title>", "admin/lost.html": "<title>L</title>"}
    assert checked(make_site(JEKYLL | {"_config.yml": "title: x\n"} | pages)) == ["admin/lost.html"]


@pytest.mark.parametrize(("gone", "expected"), [(0, ["missing", "opaque"]), (3, ["opaque", "opaque"])])
def test_jekyll_a_plugin_makes_no_page_where_nearly_all_addresses_are_of_files(gone: int, expected: list[str]) -> None:
    links = "".join(f"[x](/docs/a{number}/) " for number in range(12 + gone))
    files = JEKYLL | {
        "_config.yml": "permalink: /:path/\n",
        "_plugins/make.rb": "class Make < Jekyll::Generator\n def generate(site)\n  site.pages << Page.new\n end\nend",
        "c.md": PAGE + links,
        **{f"docs/a{number}.md": PAGE for number in range(12)},
        "b.md": PAGE + "[x](/docs/gone/) [y](/gone/)",
    }
    assert statuses(files, "b.md") == expected
