"""Traps of sites that a linter meets unprepared: texts that templates take in, files that plugins leave out, summaries
that a script moves. Each has a link that must be told and one that must not."""

import pytest

from linklint.model.files import MemoryRepository, Names, SourceFile
from tests.site.sites import make_site, orphan_states, site_of, written_links
from tests.site.test_jekyll import INDEX, blog
from tests.site.test_mkdocs import mkdocs


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_a_plugin_takes_texts_from_the_folder_that_it_names() -> None:
    page = "# P\n\n{% include 'part.md' %}\n\n[a](#inner) [b](#gone)\n"
    part = '<a id="inner"></a>\n\n[c](#inner) [d](#outer)\n\n{% include "deep.md" %}\n'
    files = {"docs/parts/part.md": part, "docs/parts/deep.md": "[e](#inner)\n", "docs/p.md": page + "\n## Outer\n"}
    site = mkdocs(files, "plugins:\n  - macros:\n      include_dir: docs/parts\nnav: [index.md, p.md]\n")
    lost = {(link.source.path, link.written.href) for link in site.links if link.status == "fragment-missing"}
    assert lost == {("docs/p.md", "#gone")}
    assert orphan_states(site) == {"docs/parts/deep.md": "intended", "docs/parts/part.md": "intended"}


def test_a_plugin_leaves_files_out_by_globs_that_cross_folders() -> None:
    files = dict.fromkeys(("docs/include-a.md", "docs/deep/include-b.md", "docs/deep/c.md"), "# T\n")
    site = mkdocs(files, "plugins:\n  - exclude:\n      glob: ['**/include-*.md', 'include-*']\nnav: [index.md]\n")
    assert sorted(path for path in site.by_path if path.startswith("docs/")) == ["docs/deep/c.md", "docs/index.md"]


def test_a_text_kept_by_tests_may_hold_the_headings_of_a_page() -> None:
    files = {
        "docs/cli.md": '# CLI\n\n{% include-markdown "../tests/cli.md.snap" %}\n',
        "docs/p.md": "[a](cli.md#jj-sign) [b](index.md#jj-sign)\n",
        "tests/cli.md.snap": "## jj sign\n",
    }
    site = mkdocs(files, "plugins: [include-markdown]\nnav: [index.md, cli.md, p.md]\n")
    assert [link.status for link in written_links(site, "docs/p.md")] == ["fragment-unverifiable", "fragment-missing"]


def test_the_navigation_of_a_translation_names_the_first_language() -> None:
    files = dict.fromkeys(("docs/a.en.md", "docs/a.ja.md", "docs/b.en.md", "docs/b.ja.md", "docs/index.en.md"), "# T\n")
    plugin = "plugins:\n  - i18n:\n      default_language: en\n      languages: {en: English, ja: Japanese}\n"
    site = make_site(
        {"mkdocs.yml": f"site_name: S\n{plugin}nav: [index.en.md, a.en.md]\n", "docs/index.ja.md": "# T\n", **files}
    )
    assert orphan_states(site) == {"docs/b.en.md": "checked", "docs/b.ja.md": "checked"}


def test_a_translation_knows_no_file_of_another_language() -> None:
    plugin = "plugins:\n  - i18n:\n      default_language: en\n      languages: {en: English, ja: Japanese}\n"
    files = {"docs/a.en.md": "# A\n", "docs/a.ja.md": "# A\n", "docs/p.ja.md": "[a](a.en.md) [b](a.md)\n"}
    first, second = written_links(mkdocs(files, plugin), "docs/p.ja.md")
    assert (first.status, second.status) == ("missing", "ok")
    assert first.reason == "docs/a.en.md is in another language, each of which is built alone"


def test_github_shows_the_draft_of_a_site() -> None:
    files = {
        "hugo.toml": "",
        "README.md": "[a](content/posts/a.md)\n",
        "content/posts/a.md": "---\ndraft: true\n---\n# A\n",
        "content/posts/b.md": "---\ntitle: B\n---\n[a](../a/)\n",
    }
    site = make_site(files)
    links = [*written_links(site, "README.md"), *written_links(site, "content/posts/b.md")]
    assert [link.status for link in links] == ["ok", "unpublished"]


def test_hugo_reads_front_matter_that_begins_beside_its_fence() -> None:
    files = {
        "hugo.toml": "",
        "content/docs/a.md": '+++ title="A"\naliases=["/old/"]\n+++\n\n[b](/old/) [c](/gone/)\n',
    }
    site = make_site(files)
    assert site.by_path["content/docs/a.md"].title == "A"
    assert [link.status for link in written_links(site, "content/docs/a.md")] == ["redirect", "missing"]


def test_a_script_moves_the_summary_of_a_book() -> None:
    files = {
        "book.toml": "",
        "SUMMARY.md": "- [One](one.md)\n- [Gone](gone.md)\n",
        "src/one.md": "# One\n\n[a](two.md) [b](three.md)\n",
        "src/two.md": "# Two\n",
        "README.md": "# B\n",
    }
    site = make_site(files)
    assert [each.name for each in site.frameworks] == ["mdbook", "plain"]
    listed = [link.status for link in site.links if link.file == "SUMMARY.md"]
    assert (listed.count("ok"), listed.count("missing")) == (1, 1)
    assert statuses(files, "src/one.md") == ["opaque", "missing"]


def test_redirects_tell_where_a_book_is_published() -> None:
    redirects = '"/a.html" = "/the-book/one.html"\n"/b.html" = "/the-book/gone.html"\n"/c.html" = "/the-book/a.html"\n'
    files = {
        "book.toml": f"[output.html.redirect]\n{redirects}",
        "src/SUMMARY.md": "- [One](one.md)\n",
        "src/one.md": "[a](/the-book/one.html) [b](/the-book/none.html) [c](/other/)\n",
    }
    site = make_site(files)
    assert [(entry.key, entry.status) for entry in site.entries if entry.kind == "redirect"] == [
        ("/a.html", "ok"),
        ("/b.html", "missing"),
        ("/c.html", "ok"),
    ]
    assert statuses(files, "src/one.md") == ["ok", "missing", "opaque"]


def test_docsify_shows_no_sidebar_that_an_alias_replaces() -> None:
    alias = "alias: {'/.*/SUMMARY.md': '/SUMMARY.md'}"
    files = {
        "index.html": f"<script>window.$docsify = {{loadSidebar: 'SUMMARY.md', {alias}}}</script>",
        "README.md": "# Home\n\n[a](deep/a.md)\n",
        "SUMMARY.md": "- [A](deep/a.md)\n- [B](a.md)\n",
        "deep/SUMMARY.md": "- [A](a.md)\n- [B](b.md)\n",
        "deep/a.md": "# A\n",
    }
    assert (statuses(files, "SUMMARY.md"), statuses(files, "deep/SUMMARY.md")) == (["ok", "missing"], ["ok", "missing"])


def test_kramdown_reads_elements_that_templates_part_by_blank_lines() -> None:
    inner = "    {% if a %}\n    <h2 id='one'>{{ b }}</h2>\n    {% endif %}\n"
    page = f"---\n---\n<div>\n\n{inner}\n</div>\n\n[a](#one) [b](#two)\n"
    files = {"_config.yml": "title: T\n", "index.md": page, "_layouts/default.html": "{{ content }}"}
    assert statuses(files, "index.md") == ["ok", "fragment-missing"]


def test_a_converter_of_a_jekyll_site_may_link_any_page() -> None:
    files = {"index.html": INDEX, "a.html": "---\n---\n<h1>A</h1>\n"}
    plugin = 'class Terms < Converter\n  def convert(text)\n    text.gsub("@a", "<a href=\'/a.html\'>a</a>")\n'
    assert orphan_states(blog(**files)) == {"a.html": "checked"}
    assert orphan_states(blog(**files, **{"_plugins/terms.rb": plugin})) == {"a.html": "unknown"}


def test_notes_of_dendron() -> None:
    links = "[[one|a.b]] [[a.b#first-steps]] [[two|dendron://here/a.b#gone]] [[three|dendron://other/x.y]] [[four|a.c]]"
    shown = "![[a.b#first-steps,1:#*]] ![](/assets/a.png)"
    files = {
        "dendron.yml": "workspace:\n    vaults:\n        -\n            fsPath: vault\n            name: here\n",
        "vault/root.md": f"{links} {shown}\n",
        "vault/a.b.md": "## First steps\n\n[[root]]\n",
        "vault/assets/a.png": "",
        **{f"vault/n.{number}.md": "[[root]]\n" for number in range(5)},
    }
    expected = ["ok", "ok", "fragment-missing", "opaque", "missing", "ok", "asset"]
    assert statuses(files, "vault/root.md") == expected


def test_spaces_may_stand_in_explicit_ids_of_headings() -> None:
    text = "# One { #first }\n\n## Two {: #second .x }\n\n[a](#first) [b](#second) [c](#third)\n"
    assert statuses({"README.md": text}, "README.md") == ["ok", "ok", "fragment-missing"]


def test_a_page_that_sends_visitors_on_needs_no_link() -> None:
    moved = '<meta http-equiv="refresh" content="0; url=../new.html">\n# Old\n\nMoved [here](../new.md).\n'
    site = mkdocs({"docs/old/a.md": moved, "docs/new.md": "# New\n"}, "nav: [index.md, new.md]\n")
    assert orphan_states(site) == {"docs/old/a.md": "intended"}


def test_the_demo_of_a_hugo_theme_is_a_site() -> None:
    files = {
        "theme.toml": "",
        "layouts/single.html": "",
        "demo/config/_default/hugo.toml": "baseURL = 'https://example.com/'\n",
        "demo/content/posts/a.md": "---\ntitle: A\n---\n[b](/posts/a/) [c](/posts/b/)\n",
    }
    assert [each.root for each in make_site(files).frameworks if each.name == "hugo"] == ["demo"]
    assert statuses(files, "demo/content/posts/a.md") == ["ok", "missing"]


def test_forms_name_files_as_issues_do() -> None:
    form = "[a](../blob/main/docs/a.md) [b](../blob/main/docs/b.md) [c](/link/to/c)\n"
    files = {".github/ISSUE_TEMPLATE/bug.md": form, "docs/a.md": "# A\n", "README.md": "# R\n"}
    site = make_site(files)
    assert [link.status for link in written_links(site, ".github/ISSUE_TEMPLATE/bug.md")] == ["ok", "opaque", "opaque"]


def test_dataview_makes_a_destination() -> None:
    files = {".obsidian/app.json": "{}", "a.md": "[x](`=this.url`) [y](`plain`) [[b]]\n", "b.md": "# B\n"}
    assert statuses(files, "a.md") == ["unresolvable", "missing", "ok"]


def test_mkdocs_builds_the_page_behind_a_symbolic_link() -> None:
    files = {
        "mkdocs.yml": "use_directory_urls: false\n",
        "docs/index.md": '<a href="a.html">a</a> <a href="b.html">b</a>',
    }
    repository = MemoryRepository(files)
    repository.names = Names([*repository.names.files.values(), SourceFile("docs/a.md", kind="symlink")])
    assert [link.status for link in written_links(site_of(repository), "docs/index.md")] == ["opaque", "missing"]


@pytest.mark.parametrize(("count", "status"), [(5, "opaque"), (4, "asset-missing")])
def test_full_addresses_tell_of_folders_that_are_published_from_elsewhere(count: int, status: str) -> None:
    files = " ".join(f"[x](https://example.com/bin/{number}.zip)" for number in range(count))
    pages = {"index.html": INDEX, "a.md": f"{INDEX}\n[x](/bin/9.zip) [y](/news/9/) {files}\n", "news.md": INDEX}
    full = " ".join(f"[x](https://example.com/news/{number}/)" for number in range(5))
    posts = {"_posts/2024-01-01-p.md": f"{INDEX}\n{full}", "news/b.md": INDEX}
    site = blog("title: T\nmarkdown: kramdown\nurl: https://example.com\n", **pages, **posts)
    links = [link for link in written_links(site, "a.md") if link.written and link.written.href.startswith("/")]
    assert [link.status for link in links] == [status, "missing"]


def test_the_breadcrumbs_of_docfx_are_not_its_table_of_contents() -> None:
    build = (
        '{"content": [{"files": ["**/*.md", "**/*.yml"]}], "globalMetadata": {"breadcrumb_path": "breadcrumb/toc.yml"}}'
    )
    files = {
        "docs/docfx.json": f'{{"build": {build}}}',
        "docs/toc.md": "# [Home](index.md)\n# [A](a.md)\n# [B](gone.md)\n",
        "docs/breadcrumb/toc.yml": "- name: Docs\n  href: /a/b\n",
        "docs/index.md": "# Home\n",
        "docs/a.md": "# A\n",
        "docs/c.md": "# C\n",
    }
    site = make_site(files)
    assert orphan_states(site) == {"docs/c.md": "checked"}
    assert [link.status for link in site.links if link.file == "docs/toc.md"] == ["ok", "ok", "missing"]


def test_templates_of_pages_are_there_to_be_copied_or_filled_in() -> None:
    linked = {f"docs/p{number}.md": "# P\n" for number in range(9)}
    home = " ".join(f"[p](docs/p{number}.md)" for number in range(9))
    filled = ["scripts/website/page-template.md", "docs/templates/how-to-template.md"]  # by a script, by people
    about = ["docs/a-template.md", "docs/tools/template.md"]
    files = {**linked, "README.md": home, **dict.fromkeys([*filled, *about], "# T\n")}
    states = orphan_states(make_site(files))
    assert states == {**dict.fromkeys(filled, "intended"), **dict.fromkeys(about, "checked")}


def test_a_host_to_be_filled_in_is_no_mistake() -> None:
    text = "<https://site-[[your-name]].example.com/> and [x](https://[oops.example.com/)\n"
    assert statuses({"README.md": text}, "README.md") == ["unresolvable", "malformed"]


def test_a_sidebar_of_docusaurus_may_hold_a_list_in_a_list() -> None:
    items = (
        '[{"type": "doc", "id": "index"}, {"type": "category", "label": "B", "items": [[{"type": "doc", "id": "b"}]]}]'
    )
    files = {
        "docusaurus.config.js": "module.exports = {presets: [['classic', {docs: {sidebarPath: './sidebars.json'}}]]}\n",
        "sidebars.json": f'{{"docs": {items}}}',
        **dict.fromkeys(("docs/index.md", "docs/b.md", "docs/c.md"), "# T\n"),
    }
    assert "docs/b.md" not in orphan_states(make_site(files))
    assert orphan_states(make_site(files))["docs/c.md"] == "checked"


def test_a_page_of_jekyll_sets_variables_for_its_destinations() -> None:
    sets = '{% assign log = "/logs/" %}\n{% assign x = "/a/" %}\n{% for x in site.y %}{% endfor %}\n'
    text = f"---\n---\n{sets}[a]({{{{log}}}}a.html#one) [b]({{{{ log }}}}b.html) [c]({{{{x}}}})\n"
    site = blog(**{"p.md": text, "logs/a.md": "---\n---\n# One\n"})
    assert [link.status for link in written_links(site, "p.md")] == ["ok", "missing", "unresolvable"]
