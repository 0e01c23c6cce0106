"""Traps of documentation sites, books and themes that linklint met for the first time: parts of files, configs with
other names, what a theme shows, addresses that a build decides. Each has a link that must be told and one that must
not."""

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def dead_redirects(site: Site) -> list[str]:
    return [entry.key for entry in site.entries if entry.kind == "redirect" and entry.status == "missing"]


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


def test_learn_publishes_the_versions_of_a_docset_at_the_same_address() -> None:
    config = """{"build": {"content": [{"files": ["**/*.md", "**/*.yml"], "group": "new"}],
    "groups": {"new": {"dest": "new-dest"}},
    "globalMetadata": {"breadcrumb_path": "/dotnet/maui/breadcrumb/toc.json"}}}"""
    files = {
        ".openpublishing.publish.config.json": '{"docsets_to_publish": []}',
        "docs/docfx.json": config,
        "docs/breadcrumb/toc.yml": "- name: Docs\n  tocHref: /\n",
        "docs/a/one.md": "# One\n\n[b](/dotnet/maui/a/two) [c](/dotnet/maui/a/gone) [d](/azure/x)\n",
        "docs/a/two.md": "# Two\n",
    }
    assert statuses(files, "docs/a/one.md") == ["ok", "missing", "external"]


def test_a_script_copies_the_newest_version_to_another_address() -> None:
    files = {
        "hugo.toml": 'baseURL = "https://example.com/"\n',
        "build.sh": 'LATEST="2.3"\ncp -R content/v$LATEST content/latest\ncp -R content/v$OTHER content/other\n',
        "content/v2.3/a.md": "# A\n\n[b](/latest/b/) [c](/latest/c/) [d](/other/b/)\n",
        "content/v2.3/b.md": "# B\n",
        "static/_redirects": "/old /latest/b\n/older /latest/c\n",
    }
    assert statuses(files, "content/v2.3/a.md") == ["ok", "missing", "missing"]
    assert dead_redirects(make_site(files)) == ["/older"]


def test_what_leads_above_a_site_of_unknown_place_is_not_called_broken() -> None:
    page = "---\ntitle: A\n---\n[x](../../spec) [y](../gone) [z](../b)\n"
    files = {
        "config.toml": 'baseURL = ""\n',
        "content/a.md": page,
        "content/b.md": "# B\n",
        "config/_default/x.toml": "",
    }
    assert statuses(files, "content/a.md") == ["opaque", "missing", "ok"]
    files["config.toml"] = 'baseURL = "https://example.com/"\n'
    assert statuses(files, "content/a.md") == ["missing", "missing", "ok"]


def test_a_page_that_sends_visitors_on_to_an_address_of_an_unknown_site() -> None:
    page = '<meta http-equiv="refresh" content="0; url=/docs/new/">'
    files = {"redirects/a/index.html": page, "docs/other.html": "<title>O</title>"}
    assert dead_redirects(make_site(files)) == []
    assert dead_redirects(make_site({**files, "index.html": "<title>Home</title>"})) == ["redirects/a/index.html"]


def test_a_computed_permalink_may_stand_in_the_config() -> None:
    config = """export default function (eleventyConfig) {
      eleventyConfig.addGlobalData("eleventyComputed", {
        other: ({ page }) => page.url,
        permalink: ({ page }) => {
          if (page.draft) return false;
          return page.inputPath;
        },
      });
    }"""
    files = {"eleventy.config.js": config, "a/b.html": '<a href="../c/d.html">x</a>', "c/d.html": "<title>D</title>"}
    assert statuses(files, "a/b.html") == ["unresolvable"]
    files["eleventy.config.js"] = config.replace("permalink", "printed")
    assert statuses(files, "a/b.html") == ["missing"]


def test_the_host_of_a_site_is_its_own_whatever_the_base_path() -> None:
    files = {
        "_config.yml": "baseurl: /project\n",
        "CNAME": "example.com\n",
        "_layouts/default.html": "",
        "a.md": "---\n---\n[b](https://www.example.com/b) [c](https://example.com/c) [d](https://other.com/b)\n",
        "b.md": "---\n---\n# B\n",
    }
    assert statuses(files, "a.md") == ["ok", "external", "external"]


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


def test_an_index_of_a_collection_may_have_a_permalink_of_its_name() -> None:
    config = "collections:\n  parts:\n    output: true\n    permalink: /:collection/:title\n"
    files = {
        "_config.yml": config,
        "_layouts/default.html": "",
        "index.md": "---\n---\n[a](/parts/) [b](/parts) [c](/parts/one) [d](/parts/one/)\n",
        "_parts/index.md": "---\n---\n# Parts\n",
        "_parts/one.md": "---\n---\n# One\n",
    }
    assert statuses(files, "index.md") == ["ok", "ok", "ok", "missing"]


def test_a_workflow_publishes_a_book_from_elsewhere_with_the_site() -> None:
    workflow = "steps:\n- run: git clone https://example.com/x/tool\n- run: |\n    mv tool/docs/book _site\n"
    away = '<meta http-equiv="refresh" content="0; url=/book/">'
    files = {
        ".github/workflows/ci.yml": workflow,
        "_config.yml": "theme: minima\n",
        "_layouts/default.html": "",
        "index.html": "---\n---\n<a href='/book/a.html'>x</a><a href='/look/'>y</a>",
        "manual.html": away,
        "other.html": away.replace("book", "look"),
    }
    assert statuses(files, "index.html") == ["opaque", "missing"]
    assert dead_redirects(make_site(files)) == ["other.html"]


def test_zola_names_files_of_its_content() -> None:
    files = {
        "site/config.toml": 'base_url = "https://example.com"\n',
        "site/content/a/one.md": "+++\n+++\n[b](@/b/_index.md) [c](@/b/gone.md) [d](/elsewhere/)\n",
        "site/content/b/_index.md": "+++\n+++\n# B\n",
    }
    assert statuses(files, "site/content/a/one.md") == ["ok", "missing", "opaque"]


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


def test_middleman_makes_an_address_of_an_index_page() -> None:
    lost = " ".join(f"[{number}](/gone-{number}/)" for number in range(6))
    files = {
        "source/a/x.html.md": f"# X\n\n[b](/b/c/) [d](/b/d)\n\n{lost}\n",
        "source/b/c/index.html.md": "# C\n",
    }
    assert statuses(files, "source/a/x.html.md")[:2] == ["ok", "opaque"]


def test_a_book_that_netlify_publishes_begins_at_the_top_of_the_host() -> None:
    files = {
        "docs/book/book.toml": "",
        "docs/book/src/SUMMARY.md": "- [Start](a/start.md)\n- [Next](b.md)\n",
        "docs/book/src/a/start.md": "# Start\n\n[b](/b.md) [c](/b.html) [d](/gone.md) [e](../../../code.go)\n",
        "docs/book/src/b.md": "# B\n",
    }
    assert statuses(files, "docs/book/src/a/start.md") == ["opaque"] * 4
    for config in ('publish = "docs/book/book"', 'base = "docs/book"\npublish = "book"'):
        files["netlify.toml"] = f"[build]\n{config}\n"
        assert statuses(files, "docs/book/src/a/start.md") == ["ok", "ok", "missing", "asset-missing"]


def test_docfx_links_a_plain_address_behind_a_blank_only() -> None:
    text = "a \\<http://example.com>, a http://example.org, (http://example.net)\n"
    files = {"docfx.json": '{"build": {"content": [{"files": ["*.md"]}]}}', "a.md": text}
    links = [link.written.href for link in written_links(make_site(files), "a.md") if link.written]
    assert links == ["http://example.org", "http://example.net"]
    assert len(written_links(make_site({"a.md": text}), "a.md")) == 3
