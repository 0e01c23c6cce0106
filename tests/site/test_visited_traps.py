"""Traps of documentation sites, books and themes that linklint met for the first time: parts of files, configs with
other names, what a theme shows. Each has a link that must be told and one that must not."""

from tests.site.sites import make_site, orphan_states, written_links


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


BOOK = {
    "docs/book/book.toml": "",
    "docs/book/src/SUMMARY.md": "- [Start](start.md)\n",
    "logo.svg": "",
}


def test_a_book_shows_the_anchored_lines_of_a_file_outside() -> None:
    readme = "![a](logo.svg)\n\n<!-- ANCHOR: who -->\n[b](gone.md)\n<!-- ANCHOR_END: who -->\n\n[c](logo.svg)\n"
    files = {**BOOK, "README.md": readme, "docs/book/src/start.md": "# Start\n\n{{#include ../../../README.md:who}}\n"}
    site = make_site(files)
    lost = {
        (link.source.path, link.written.span.line)
        for link in site.links
        if link.written and link.file == "README.md" and link.status != "asset"
    }
    assert lost == {("README.md", 4), ("docs/book/src/start.md", 4)}


def test_a_book_shows_ranges_of_lines() -> None:
    part = "\n".join(f"[{number}]({number}.md)\n" for number in range(1, 6)) + "\n"
    shown = {}
    for range_ in ("", ":3", ":3:5", ":7:", "::3", ":no-such"):
        files = {
            **BOOK,
            "docs/part.md": part,
            "docs/book/src/start.md": f"# Start\n\n{{{{#include ../../part.md{range_}}}}}\n",
        }
        links = [
            link
            for link in make_site(files).links
            if link.source.path != "docs/part.md" and link.file == "docs/part.md"
        ]
        shown[range_] = [link.written.span.line for link in links if link.written]
    assert shown == {"": [1, 3, 5, 7, 9], ":3": [3], ":3:5": [3, 5], ":7:": [7, 9], "::3": [1, 3], ":no-such": []}


def test_what_a_book_takes_in_from_outside_is_no_orphan() -> None:
    files = {
        **BOOK,
        "README.md": "# Top\n",
        "docs/shared/part.md": "Part\n",
        "docs/shared/other.md": "Other\n",
        "docs/book/src/start.md": "# Start\n\n{{#include ../../shared/part.md}}\n",
    }
    states = orphan_states(make_site(files))
    assert (states["docs/shared/part.md"], states["docs/shared/other.md"]) == ("intended", "checked")


def test_zensical_takes_a_config_of_mkdocs_with_a_name_like_its_own() -> None:
    files = {
        "zensical.yml": "site_name: S\ndocs_dir: text\n",
        "text/index.md": "# S\n\n[a](b.md) [c](d.md)\n",
        "text/b.md": "# B\n",
    }
    site = make_site(files)
    assert [(each.name, each.root) for each in site.frameworks][:1] == [("mkdocs", "text")]
    assert statuses(files, "text/index.md") == ["ok", "missing"]


def test_appended_text_may_take_in_other_files() -> None:
    config = (
        "site_name: S\nmarkdown_extensions:\n- pymdownx.snippets:\n    base_path: [parts]\n    auto_append: [refs.md]\n"
    )
    files = {
        "mkdocs.yml": config,
        "docs/index.md": "# S\n\n[the 1][ref-one] [the 2][ref-two] [the 3][ref-three] [the 4][ref-four]\n",
        "parts/refs.md": '--8<--\nlinks.md\n\nmore.md\n--8<--\n--8<-- "last.md"\n',
        "parts/links.md": "[ref-one]: https://example.com/1\n",
        "parts/more.md": "[ref-two]: https://example.com/2\n",
        "parts/last.md": "[ref-three]: https://example.com/3\n",
        "parts/unused.md": "[ref-four]: https://example.com/4\n",
    }
    assert statuses(files, "docs/index.md") == ["external", "external", "external", "undefined-reference"]


THEME = {"layouts/index.html": "", "theme.toml": "", "README.md": "# A theme\n"}


def test_the_only_site_of_a_theme_is_its_example() -> None:
    files = {
        **THEME,
        "exampleSite/hugo.toml": 'baseURL = "https://example.com/"\ntheme = "some-theme"\n',
        "exampleSite/content/posts/a.md": "# A\n\n[b](/posts/b) [c](/posts/c)\n",
        "exampleSite/content/posts/b.md": "# B\n",
        "static/x.png": "",
    }
    assert statuses(files, "exampleSite/content/posts/a.md") == ["ok", "missing"]


def test_the_example_of_a_theme_beside_a_site_is_none() -> None:
    files = {
        **THEME,
        "site/hugo.toml": 'baseURL = "https://example.com/"\n',
        "site/content/a.md": "# A\n",
        "exampleSite/hugo.toml": 'baseURL = "https://example.com/"\n',
        "exampleSite/content/b.md": "# B\n",
    }
    site = make_site(files)
    assert [each.root for each in site.frameworks if each.name == "hugo"] == ["site"]


def test_attributes_of_a_superscript_may_have_a_backslash() -> None:
    page = "# T\n\n^a^{#\\_note_1} [b](#_note_1) [c](#note_1)\n"
    assert statuses(
        {"mkdocs.yml": "site_name: S\nmarkdown_extensions: [attr_list]\n", "docs/index.md": page}, "docs/index.md"
    ) == [
        "ok",
        "fragment-missing",
    ]


def test_a_key_that_is_written_twice_spoils_no_config_of_mkdocs_or_jekyll() -> None:
    twice = "site_name: S\nextra:\n  a: 1\n  a: 2\nplugins: [autorefs]\nmarkdown_extensions: [attr_list]\n"
    page = "# S\n\n[](){#mark}\n\n[the mark][mark] [the other][other-mark] [a](a/) [b](gone/)\n"
    files = {"mkdocs.yml": twice, "docs/index.md": page, "docs/a.md": "# A\n"}
    assert statuses(files, "docs/index.md") == ["ok", "missing", "ok", "unresolvable"]
    config = "baseurl: /x\ntitle: A\ntitle: B\npermalink: pretty\n"
    files = {
        "_config.yml": config,
        "_layouts/default.html": "",
        "a.md": "---\n---\n[b](/x/b/) [c](/x/b.html)\n",
        "b.md": "---\n---\n",
    }
    assert statuses(files, "a.md") == ["ok", "missing"]


def test_what_a_program_takes_in_as_documentation_may_be_read_there() -> None:
    files = {
        "README.md": "# Top\n\n[a](docs/a.md)\n",
        "docs/a.md": "# A\n",
        "tests/MODULE_DOC.md": "# M\n",
        "tests/OTHER.md": "# O\n",
        "tests/src/lib.rs": '#![doc = include_str!("../MODULE_DOC.md")]\n',
    }
    states = orphan_states(make_site(files))
    assert (states["tests/MODULE_DOC.md"], states["tests/OTHER.md"]) == ("unknown", "checked")


def test_docfx_links_a_plain_address_behind_a_blank_only() -> None:
    text = "a \\<http://example.com>, a http://example.org, (http://example.net)\n"
    files = {"docfx.json": '{"build": {"content": [{"files": ["*.md"]}]}}', "a.md": text}
    links = [link.written.href for link in written_links(make_site(files), "a.md") if link.written]
    assert links == ["http://example.org", "http://example.net"]
    assert len(written_links(make_site({"a.md": text}), "a.md")) == 3


def test_a_link_without_a_destination_may_be_a_sites_own_way_to_show_a_video() -> None:
    text = "[video:vimeo/906101866?h=2954ad331e]()\n\n[https://example.com/a]()\n\n[note: later]()\n\n[std::mem/x]()\n"
    assert statuses({"README.md": text}, "README.md") == ["unresolvable", "malformed", "malformed", "malformed"]


def test_translations_of_a_book_do_not_change_the_ids_of_its_source() -> None:
    files = {
        "book.toml": "[preprocessor.gettext]\nafter = ['links']\n",
        "src/SUMMARY.md": "- [A](a.md)\n",
        "src/a.md": "# A\n\n[x](#a) [y](#b)\n",
    }
    assert statuses(files, "src/a.md") == ["ok", "fragment-missing"]
    files["book.toml"] = "[preprocessor.linkify]\n"
    assert statuses(files, "src/a.md") == ["ok", "fragment-unverifiable"]


def test_what_a_program_is_measured_with_is_no_page() -> None:
    page = "# A\n\n[b](gone.md)\n"
    files = {"pyproject.toml": "", "README.md": "", "benchmarks/samples/a.md": page, "benchmarks/a.md": page}
    site = make_site({**files, "docs/samples/a.md": page})
    assert {link.file for link in site.links if link.status == "missing"} == {"benchmarks/a.md", "docs/samples/a.md"}
    del files["pyproject.toml"]
    assert statuses(files, "benchmarks/samples/a.md") == ["missing"]


def test_a_page_of_sphinx_may_have_the_name_of_a_community_file() -> None:
    files = {"docs/conf.py": "extensions = []\n", "docs/security.md": "[a](md/plugins) [b](gone.md)\n"}
    assert statuses(files, "docs/security.md") == ["opaque", "missing"]
    files["docs/SECURITY.md"] = files.pop("docs/security.md")
    assert statuses(files, "docs/SECURITY.md") == ["missing", "missing"]
