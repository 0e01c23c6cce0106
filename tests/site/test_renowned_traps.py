"""Traps of well-known repositories: references to code, versions in names, parts that servers put in, pages that
programs make. Each has a link that must be told and one that must not."""

import json

import pytest

from linklint.model.files import MemoryRepository
from linklint.site.destination import read_destination
from linklint.site.profiles.plain_evidence import Elsewhere, is_off_shelf
from tests.site.sites import make_site, orphan_states, written_links
from tests.site.test_jekyll import blog


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_labels_that_are_names_of_code_are_for_a_site_elsewhere() -> None:
    uses = " ".join(f"[`Agent{number}`][package.module.Agent{number}]" for number in range(5))
    files = {
        "docs/a.md": f"# A & B\n\nSee {uses} [some text][not-here] [the database][sqlite3] [y](#a-b)\n",
        "README.md": "# R\n\n[z][package.Name]\n",
    }
    assert sorted(statuses(files, "docs/a.md")) == [
        "fragment-unverifiable",
        "undefined-reference",
        *["unresolvable"] * 6,
    ]


def test_a_few_labels_with_dots_are_mistakes() -> None:
    files = {"docs/a.md": "# A & B\n\nSee [one][package.Name] [y](#a-b)\n"}
    assert sorted(statuses(files, "docs/a.md")) == ["fragment-missing", "undefined-reference"]


ABSOLUTE = " ".join(f"[x](/pkg/p{number})" for number in range(5))


@pytest.mark.parametrize(("href", "status"), [("go1.9", "ok"), ("go1.8", "opaque"), ("go.mod", "asset-missing")])
def test_a_version_is_no_ending_of_an_address(href: str, status: str) -> None:
    files = {"content/go1.10.md": f"[x]({href}) {ABSOLUTE}", "content/go1.9.md": ""}
    assert statuses(files, "content/go1.10.md")[0] == status


def test_links_tell_below_which_path_a_blog_is_shown() -> None:
    posts = [f"20{year}/0{month}/post-{number}.md" for year in (24, 25) for month in (1, 2) for number in range(12)]
    pictures = " ".join(f"![p](/blog/{post[:-3]}/p.png)" for post in posts)
    links = " ".join(f"[p](/blog/{post[:-3]}/)" for post in posts)
    further = " [t](/blog/tags/a/) [s](/shop/) [n](/blog/2024/01/none/) ![q](/blog/2024/01/post-1/q.png) [d](/2024/)"
    files = dict.fromkeys(posts, "# Post") | {f"{post[:-3]}/p.png": "" for post in posts}
    found = statuses({**files, "2025/03/all.md": f"{links} {pictures}{further}"}, "2025/03/all.md")
    assert found == ["ok"] * len(posts) + ["asset"] * len(posts) + ["opaque", "opaque", "missing", "opaque", "asset"]


@pytest.mark.parametrize(("href", "lost"), [("/contact/", False), ("/none/", True), ("/c1", False)])
def test_an_address_may_begin_in_any_folder_above(href: str, lost: bool) -> None:
    names = MemoryRepository(dict.fromkeys(("src/contact.njk", "src/community/c1.md"), "")).names
    elsewhere = Elsewhere(shelves=frozenset({"src", "src/community"}))
    assert is_off_shelf("src/community/page.md", read_destination(href), elsewhere, names) is lost


@pytest.mark.parametrize(("picture", "status"), [("../a.png", "asset"), ("../../a.png", "asset-missing")])
def test_a_page_may_be_shown_in_a_folder_of_its_own(picture: str, status: str) -> None:
    files = {"docs/tool/deep/page.md": f"![picture]({picture}) {ABSOLUTE}", "docs/tool/deep/a.png": ""}
    assert statuses(files, "docs/tool/deep/page.md")[0] == status
    assert statuses({**files, "docs/tool/deep/page.md": f"![picture]({picture})"}, "docs/tool/deep/page.md") == [
        "asset-missing"
    ]


def test_a_name_may_leave_out_the_language_of_its_file() -> None:
    files = {"gatsby-config.js": "", "content/a.en.md": "[b](b.md#x) [c](c.md)", "content/b.en.md": "", "x.md": ""}
    assert statuses(files, "content/a.en.md") == ["fragment-unverifiable", "missing"]


@pytest.mark.parametrize(("text", "count"), [
    ("- [ABC-8](https://e.org/ABC-8) - [Rust][u8] Enable x", 0),
    ("- [ABC-8](https://e.org/ABC-8) - [Rust][Integration Testing] Enable x", 0),
    ("- See [the tests](https://e.org/t) and [our wheels][wheel] for more", 1),
])  # fmt: skip
def test_tags_before_the_title_of_an_issue_are_no_links(text: str, count: int) -> None:
    assert len(statuses({"a.md": text}, "a.md")) == count + 1


@pytest.mark.parametrize(("href", "status"), [
    ("|filename|/a.rst", "unresolvable"),
    ("|x|/a.rst", "asset-missing"),
    ("https://cos.`region`.example.com", "unresolvable"),
    ("https://a`b.example.com", "malformed"),
])  # fmt: skip
def test_names_that_pelican_and_readers_fill_in(href: str, status: str) -> None:
    assert statuses({"a.md": f"[text](<{href}>)"}, "a.md") == [status]


@pytest.mark.parametrize(("path", "state"), [
    ("LICENSE-CODE.md", "intended"),
    ("release-notes/current/fixes/12-x.md", "intended"),
    ("release-notes/v1/12-x.md", "checked"),
    ("man/tool.8.md", "intended"),
    ("docs/v1.8.md", "checked"),
])  # fmt: skip
def test_what_programs_and_github_show_is_no_orphan(path: str, state: str) -> None:
    assert orphan_states(make_site({"README.md": "[a](a.md)", "a.md": "", path: ""}))[path] == state


def test_hugo_asks_for_a_page_without_the_slash_at_its_end() -> None:
    hook = '{{ with .Page.GetPage .Destination }}<a href="{{ .RelPermalink }}">{{ end }}'
    files = {
        "hugo.toml": "",
        "layouts/_default/_markup/render-link.html": hook,
        "content/a.md": "[b](b.md/#x) [c](c.md/) [d](b.md/#y)",
        "content/b.md": "## X\n",
    }
    assert statuses(files, "content/a.md") == ["ok", "missing", "fragment-missing"]


def test_a_template_of_hugo_may_show_other_files() -> None:
    shown = '{{ define "main" }}{{ readFile "content/manual/b.md" | markdownify }}{{ end }}'
    files = {
        "hugo.toml": "",
        "layouts/manual/single.html": shown,
        "layouts/_default/single.html": "{{ .Content }}",
        "content/manual/a.md": "[x](#of-b)",
        "content/manual/b.md": "## Of B\n",
        "content/c.md": "[x](#of-b)",
    }
    site = make_site(files)
    assert [link.status for path in ("content/manual/a.md", "content/c.md") for link in written_links(site, path)] == [
        "fragment-unverifiable",
        "fragment-missing",
    ]


def test_files_of_pkgdown_lie_elsewhere_in_the_site() -> None:
    files = {"r/pkgdown/assets/versions.html": '<a href="../dev/r/">x</a>', "r/README.md": "# R\n"}
    assert not make_site(files).links


@pytest.mark.parametrize(("written", "status"), [("p/a.png", "opaque"), ("p/b.png", "asset-missing")])
def test_a_build_may_lay_folders_over_one_another(written: str, status: str) -> None:
    files = {"src/d/1.0/a.html": f'<img src="{written}" alt="a">', "assets/d/1.0/p/a.png": "", "assets/d/p/b.png": ""}
    assert statuses(files, "src/d/1.0/a.html") == [status]


def test_a_page_that_names_pictures_of_another_folder_is_laid_over_nothing() -> None:
    files = {"made/a.md": "![a](p/q/a.png)", "src/p/q/a.png": "", "src/b.md": "[x](../made/a.md)"}
    assert statuses(files, "made/a.md") == ["asset-missing"]


PARTS = {
    "index.html": "<title>T</title><a href='v/docs.html#in-b'>b</a> <a href='v/docs.html#none'>n</a>",
    "v/docs.html": '<title>D</title><!--#include virtual="b.html" --><!--#include virtual="/parts/top.htm" -->',
    "v/b.html": '<h2 id="in-b">B</h2><a href="#in-c">c</a> <a href="#none">n</a><!--#include file="c.html" -->',
    "v/c.html": '<h2 id="in-c">C</h2><a href="#in-b">b</a>',
    "parts/top.htm": '<a href="docs.html">d</a> <a href="gone.html">g</a>',
}


def test_a_server_puts_files_into_pages() -> None:
    site = make_site(PARTS)
    told = [
        (link.file, link.written.href, link.source.path)
        for link in site.links
        if link.written and "missing" in link.status
    ]
    assert sorted(set(told)) == [
        ("index.html", "v/docs.html#none", "index.html"),
        ("parts/top.htm", "gone.html", "parts/top.htm"),
        ("parts/top.htm", "gone.html", "v/docs.html"),
        ("v/b.html", "#none", "v/b.html"),
        ("v/b.html", "#none", "v/docs.html"),
    ]
    assert set(orphan_states(site).values()) == {"intended"}


@pytest.mark.parametrize(("kind", "status"), [
    ("text/x-handlebars-template", "fragment-unverifiable"),
    ("text/template", "fragment-unverifiable"),
    ("text/javascript", "fragment-missing"),
])  # fmt: skip
def test_a_script_may_put_a_template_into_the_page(kind: str, status: str) -> None:
    script = f'<script id="t" type="{kind}"><h2 id="b">B</h2></script>'
    files = {
        "index.html": "<title>T</title><a href='#b'>b</a><script><!--#include file='b.html'--></script>",
        "b.html": script,
    }
    assert statuses(files, "index.html") == [status]


def learn_of_cmdlets(text: str, prebuild: str = "_dependentPackages/MAML2Yaml/tools/Run.ps1") -> dict[str, str]:
    """A docset of Learn whose cmdlets a program makes pages of; ``text``: of an article."""
    docset = {"build_source_folder": "reference", "customized_tasks": {"docset_prebuild": [prebuild]}}
    content = [
        {"files": ["toc.yml"], "src": "7.5", "dest": "module/ps"},
        {"files": ["**/*.yml", "**/About/*.md"], "src": "7.5", "dest": "module"},
        {"files": ["**/*.md", "**/*.yml"], "src": "articles", "dest": "tool/scripting"},
    ]
    moved = {"source_path": "reference/articles/Sub/old.md", "redirect_url": "/ps/tool/scripting/sub/a"}
    return {
        "reference/docfx.json": json.dumps(
            {"build": {"content": content, "globalMetadata": {"breadcrumb_path": "/ps/tool/scripting/bread/toc.json"}}}
        ),
        ".openpublishing.publish.config.json": json.dumps({"docsets_to_publish": [docset]}),
        ".openpublishing.redirection.json": json.dumps({"redirections": [moved]}),
        "reference/articles/bread/toc.yml": "- name: T\n  tocHref: /\n  topicHref: /ps/index\n",
        "reference/articles/toc.yml": "- name: A\n  href: Sub/a.md\n- name: P\n  href: p.md\n",
        "reference/articles/Sub/a.md": "# A\n",
        "reference/articles/p.md": text,
        "reference/7.5/Mod.Core/Mod.Core.md": "# Mod.Core\n\n[g](Get-A.md) [h](Get-B.md)\n",
        "reference/7.5/Mod.Core/Get-A.md": "# Get-A\n",
        "reference/7.5/Mod.Core/About/about_A.md": "# about A\n",
    }


@pytest.mark.parametrize(("href", "status"), [
    ("/ps/module/mod.core/get-a", "ok"),
    ("/ps/module/mod.core/get-a#-name", "fragment-unverifiable"),
    ("/ps/module/mod.core/", "ok"),
    ("/ps/module/mod.core/mod.core", "ok"),
    ("/ps/module/mod.core/get-c", "missing"),
    ("/ps/module/of-another-docset/", "opaque"),
    ("/ps/tool/scripting/sub/old", "redirect"),
    ("/ps/tool/scripting/sub/never", "missing"),
])  # fmt: skip
def test_a_program_makes_pages_of_cmdlets_for_learn(href: str, status: str) -> None:
    site = make_site(learn_of_cmdlets(f"[x]({href})"))
    assert [link.status for link in written_links(site, "reference/articles/p.md")] == [status]
    assert [link.status for link in written_links(site, "reference/7.5/Mod.Core/Mod.Core.md")] == ["ok", "missing"]


def test_nobody_knows_what_a_table_of_contents_lists_that_a_program_makes() -> None:
    files = learn_of_cmdlets("", prebuild="other.ps1") | {"reference/articles/alone.md": ""}
    assert orphan_states(make_site(files)) == {
        "reference/7.5/Mod.Core/About/about_A.md": "unknown",
        "reference/articles/alone.md": "checked",
    }


def test_a_partial_defines_labels_by_tags() -> None:
    refs = "[js-latest]: {{ site.baseurl }}{% link latest/js.md %}\n[put-in]: /{% translate x url %}\n"
    files = {
        "index.md": "---\n---\nSee [the latest][js-latest], [some text][put-in], [the same][own-ref]"
        " and [more text][not-there].\n\n{% include_relative latest/refs.md %}\n",
        "latest/refs.md": "[own-ref]: {% link latest/js.md %}\n",
        "latest/js.md": "---\n---\n",
        "_includes/refs.md": refs,
    }
    links = written_links(blog("baseurl: /b\nmarkdown: kramdown", **files), "index.md")
    assert {link.written.text: link.status for link in links if link.written} == {
        "the same": "ok",
        "the latest": "ok",
        "some text": "unresolvable",
        "more text": "undefined-reference",
    }


def test_brackets_around_the_text_of_a_link_make_no_wikilink() -> None:
    files = {"Home.md": "[[1]](https://e.org/1) [[Gone]] [[Page]] (x)", "Page.md": "", "_Sidebar.md": "[[Home]]"}
    assert statuses(files, "Home.md") == ["external", "missing", "ok"]


@pytest.mark.parametrize(("folder", "state"), [("latest/all", "unknown"), ("latest", "checked")])
def test_a_partial_may_make_deep_addresses_of_what_it_is_handed(folder: str, state: str) -> None:
    tabs = f'<a href="{{{{ site.baseurl }}}}/{folder}/{{{{ include.lang }}}}.html">all</a>'
    config = "plugins: [jekyll-optional-front-matter]"
    layout = "{% include tabs.md %}{{ content }}"
    files = {"_includes/tabs.md": tabs, "_layouts/page.html": layout, f"{folder}/js.md": "---\nlayout: page\n---\n"}
    states = orphan_states(blog(config, **files, **{"SECURITY.md": "# S\n", "b.md": "---\nlayout: page\n---\n"}))
    assert (states[f"{folder}/js.md"], states["SECURITY.md"], states["b.md"]) == (state, "intended", "checked")


@pytest.mark.parametrize(
    ("href", "status"), [("../../rules#levels", "opaque"), ("../rules.md", "missing"), ("rules", "missing")]
)
def test_a_program_may_write_a_page_for_a_site(href: str, status: str) -> None:
    note = "<!-- WARNING: This file is auto-generated (cargo dev generate-all). -->"
    assert statuses({"a/docs/rules.md": f"{note}\n\n[x]({href})\n"}, "a/docs/rules.md") == [status]
    assert statuses({"a/docs/rules.md": f"[x]({href})\n"}, "a/docs/rules.md") == ["missing"]


@pytest.mark.parametrize("others", [{}, {"mkdocs.template.yml": "site_name: S\nmarkdown_extensions: [attr_list]\n"}])
def test_a_config_may_inherit_one_that_a_program_makes(others: dict[str, str]) -> None:
    text = "[x](b.md/#own) [y](b.md/#none) [z](c.md/) see [a text][not-here]\n"
    pages = {"docs/index.md": "", "docs/a.md": text, "docs/b.md": "## `B` {: #own }\n"}
    found = sorted(statuses({"mkdocs.yml": "INHERIT: mkdocs.generated.yml\n", **pages, **others}, "docs/a.md"))
    one = "ok" if others else "fragment-unverifiable"
    assert found == sorted([one, "fragment-unverifiable", "missing", "unresolvable"])
    whole = {"mkdocs.yml": "site_name: S\nmarkdown_extensions: [attr_list]\n", **pages}
    assert sorted(statuses(whole, "docs/a.md")) == ["fragment-missing", "missing", "ok", "undefined-reference"]


@pytest.mark.parametrize(("tag", "status"), [("body", "fragment-missing"), ("main", "fragment-unverifiable")])
def test_nobody_links_to_the_whole_page_by_its_id(tag: str, status: str) -> None:
    frame = f'<html><{tag} class="x" id="{{{{ .Params.id }}}}">{{{{ block "main" . }}}}{{{{ end }}}}</{tag}></html>'
    files = {"hugo.toml": "", "layouts/_default/baseof.html": frame, "content/a.md": "[x](#none)"}
    files["layouts/_default/single.html"] = '{{ define "main" }}{{ .Content }}{{ end }}'
    assert statuses(files, "content/a.md") == [status]
