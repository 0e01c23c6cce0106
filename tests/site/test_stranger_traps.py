"""Traps of documentation sites, notes and blogs that linklint met for the first time: content that a build brings, and
configs that say things in rare ways. Each has a link that must be told and one that must not."""

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def dead_redirects(site: Site) -> list[str]:
    return [entry.key for entry in site.entries if entry.kind == "redirect" and entry.status == "missing"]


def test_an_id_of_a_heading_may_hold_dots() -> None:
    page = "## v0.7.0 {#v0.7.0}\n\n[a](#v0.7.0) [b](#v0) [c](#v070)\n"
    files = {"hugo.yaml": "baseURL: https://example.com\n", "content/a.md": page}
    assert statuses(files, "content/a.md") == ["ok", "fragment-missing", "fragment-missing"]


def test_in_kramdown_a_dot_begins_a_class() -> None:
    page = "---\n---\n## T\n{:#there.wide}\n\n[a](#there) [b](#there.wide)\n"
    assert statuses({"_config.yml": "theme: minima\n", "_layouts/default.html": "", "a.md": page}, "a.md") == [
        "ok",
        "fragment-missing",
    ]


def test_jekyll_redirects_nothing_where_it_is_told_not_to() -> None:
    files = {
        "_config.yml": "plugins: [jekyll-redirect-from]\n",
        "_layouts/default.html": "",
        "a.md": "---\nredirect_to: false\n---\n",
        "b.md": "---\nredirect_to: /gone/\n---\n",
    }
    assert dead_redirects(make_site(files)) == ["/b.html"]


MOUNTS = """baseURL = "https://example.com"
[[module.mounts]]
source = "content"
target = "content"
"""


def test_hugo_finds_references_among_content_from_elsewhere() -> None:
    elsewhere = '[[module.mounts]]\nsource = "sdk/docs"\ntarget = "content/sdk"\n'
    page = '[a]({{< ref "python" >}}) [b]({{< ref "b.md" >}}) [c]({{< ref "guides/c.md" >}})'
    files = {"content/a.md": page, "content/b.md": "# B"}
    assert statuses({"hugo.toml": MOUNTS + elsewhere, **files}, "content/a.md") == ["opaque", "ok", "missing"]
    assert statuses({"hugo.toml": MOUNTS, **files}, "content/a.md") == ["missing", "ok", "missing"]


def test_hugo_mounts_single_files() -> None:
    config = MOUNTS + '[[module.mounts]]\nsource = "NOTES.md"\ntarget = "content/about/notes.md"\n'
    files = {
        "hugo.toml": config,
        "NOTES.md": "# Notes",
        "content/a.md": "[n](/about/notes/) [m](/about/notes.md/notes/)",
    }
    assert statuses(files, "content/a.md") == ["ok", "missing"]


def test_hugo_mounts_a_folder_for_several_languages() -> None:
    """The second language is a fallback (https://gohugo.io/configuration/module/#sites)."""
    config = """baseURL: https://example.com
languages: {en: {}, fr: {}}
module:
  mounts:
    - {source: content/fr, target: content, sites: {matrix: {languages: [fr]}}}
    - {source: content/en, target: content, sites: {matrix: {languages: LANGS}}}
"""
    files = {"content/fr/_index.md": "[g](guide/) [h](help/)", "content/en/guide.md": "# G"}
    both = {"hugo.yaml": config.replace("LANGS", "[en, fr]"), **files}
    assert statuses(both, "content/fr/_index.md") == ["ok", "missing"]
    assert statuses({"hugo.yaml": config.replace("LANGS", "[en]"), **files}, "content/fr/_index.md") == ["missing"] * 2


MKDOCS = {"mkdocs.yml": "site_name: x\nsite_url: https://example.com/\n", "docs/index.md": "# X"}


def test_mkdocs_writes_feeds_where_it_is_told_to() -> None:
    page = {"docs/blog/a.md": "[f](feed.xml) [g](gone/)"}
    plugin = "plugins:\n  - rss:\n      feeds_filenames: {rss_created: blog/feed.xml}\n"
    told = {**MKDOCS, **page, "mkdocs.yml": MKDOCS["mkdocs.yml"] + plugin}
    assert statuses(told, "docs/blog/a.md") == ["opaque", "missing"]
    assert statuses({**MKDOCS, **page}, "docs/blog/a.md") == ["asset-missing", "missing"]


@pytest.mark.parametrize("provider", ["mike", "directory"])
def test_versions_of_a_mkdocs_site_stand_beside_each_other(provider: str) -> None:
    page = {"docs/a.md": "[v](/v1/start/) [s](start.md) [g](gone.md)", "docs/start.md": "# S"}
    extra = f"extra: {{version: {{provider: {provider}}}}}\n"
    versions = {**MKDOCS, **page, "mkdocs.yml": MKDOCS["mkdocs.yml"] + extra}
    assert statuses(versions, "docs/a.md") == ["opaque", "ok", "missing"]
    assert statuses({**MKDOCS, **page}, "docs/a.md") == ["missing", "ok", "missing"]


def test_a_second_mkdocs_config_builds_a_blog_from_a_folder_of_its_own() -> None:
    blog = "site_name: y\nsite_url: https://example.com/articles/\ndocs_dir: blog\n"
    files = {
        **MKDOCS,
        "mkdocs.blog.yml": blog,
        "blog/index.md": "[p](posts/p.md) [n](posts/n.md)",
        "blog/posts/p.md": "",
    }
    site = make_site({**files, "mkdocs.local.yml": "INHERIT: mkdocs.yml\nsite_name: z\n"})
    reasons = {each.reason.partition(" ")[0] for each in site.frameworks if each.name == "mkdocs"}
    assert reasons == {"mkdocs.yml", "mkdocs.blog.yml"}
    assert site.by_path["blog/posts/p.md"].url == "/posts/p/"
    assert [link.status for link in written_links(site, "blog/index.md")] == ["ok", "missing"]


def test_mkdocs_reads_defaults_of_environment_variables() -> None:
    config = 'site_name: x\ndocs_dir: !ENV [FOLDER, pages]\nnav:\n  - !ENV [HOME_NAME, "Home"]: index.md\n'
    site = make_site({"mkdocs.yml": config, "pages/index.md": "[a](a.md) [b](b.md)", "pages/a.md": ""})
    assert site.by_path["pages/a.md"].url == "/a/"
    assert [link.status for link in written_links(site, "pages/index.md")] == ["ok", "missing"]


def test_mkdocs_plugins_list_tags_and_archives() -> None:
    page = "[t](tags.md#tag:garden) [u](tags.md#garden)"
    files = {"docs/a.md": page, "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n"}
    tagged = {**MKDOCS, **files, "mkdocs.yml": MKDOCS["mkdocs.yml"] + "plugins: [tags]\n"}
    assert statuses(tagged, "docs/a.md") == ["fragment-unverifiable", "fragment-missing"]
    assert statuses({**MKDOCS, **files}, "docs/a.md") == ["fragment-missing"] * 2
    lists = {"docs/blog/index.md": "", "docs/blog/archive/2024.md": "", "docs/lone.md": ""}
    config = MKDOCS["mkdocs.yml"] + "nav: [index.md, blog/index.md]\n"
    blog = make_site({**MKDOCS, **lists, "mkdocs.yml": config + "plugins: [blog]\n"})
    assert orphan_states(blog) == {"docs/blog/archive/2024.md": "unknown", "docs/lone.md": "checked"}
    assert set(orphan_states(make_site({**MKDOCS, **lists, "mkdocs.yml": config})).values()) == {"checked"}


def test_a_fragment_with_a_slash_is_for_a_script() -> None:
    files = {**MKDOCS, "docs/a.md": "[p](#/portal) [q](#portal)"}
    assert statuses(files, "docs/a.md") == ["fragment-unverifiable", "fragment-missing"]


DOCFX = '{"build": {"content": [{"files": ["**/*.md"]}]}}'


def test_docfx_may_know_uids_of_pages_that_a_script_brings() -> None:
    files = {"docfx.json": DOCFX, "articles/a.md": "[x](xref:Other.Page) [y](xref:Here) [z](gone.md)"}
    here = {**files, "articles/b.md": "---\nuid: Here\n---\n"}
    assert statuses(here, "articles/a.md") == ["missing", "ok", "missing"]
    brought = {**here, ".gitignore": "articles/external\n"}
    assert statuses(brought, "articles/a.md") == ["opaque", "ok", "missing"]
    assert statuses({**here, ".gitignore": "obj\nsrc/bin\n"}, "articles/a.md")[0] == "missing"


def test_docfx_reads_code_of_a_checkout_beside_the_repository() -> None:
    config = '{"metadata": [{"src": [{"files": ["a.csproj"], "src": "../engine"}]}], ' + DOCFX[1:]
    page = {
        "guide/a.md": "[!code-csharp[x](../../engine/a.cs)]\n\n[y](../../engine/a.md)\n\n[!code-csharp[z](gone.cs)]"
    }
    assert statuses({"docfx.json": config, **page}, "guide/a.md") == ["outside", "opaque", "asset-missing"]
    assert statuses({"docfx.json": DOCFX, **page}, "guide/a.md")[1] == "outside"


def test_docfx_makes_a_pdf_of_a_table_of_contents() -> None:
    toc = "pdf: true\npdfFileName: book.pdf\nitems: [{name: A, href: a.md}]\n"
    files = {
        "docfx.json": DOCFX.replace('"**/*.md"', '"**/*.md", "**/toc.yml"'),
        "guide/toc.yml": toc,
        "guide/a.md": "",
    }
    site = make_site({**files, "index.md": "[p](guide/book.pdf) [q](guide/other.pdf)"})
    assert [link.status for link in written_links(site, "index.md")] == ["opaque", "asset-missing"]


@pytest.mark.parametrize("name", ["0000-template.md", "rfc-template.md", "TEMPLATE.md", ".github/ISSUE_TEMPLATE/a.md"])
def test_a_text_to_copy_is_read_elsewhere(name: str) -> None:
    files = {"README.md": f"[t]({name})", name: "[l](LICENSE.md) [p](other.md) [o](../../LICENSE.md)", "text/1.md": ""}
    assert {link.status for link in written_links(make_site(files), name)} == {"opaque"}
    shown = {"README.md": "", "docs/template.md": files[name]}
    assert [link.status for link in written_links(make_site(shown), "docs/template.md")] == ["missing"] * 2 + [
        "outside"
    ]


def test_files_of_programs_need_no_link() -> None:
    paths = ["src/AnalyzerReleases.Shipped.md", "changelog.d/12.fix.md", "text/0000-template.md", "src/notes.md"]
    states = orphan_states(make_site({"README.md": "", **dict.fromkeys(paths, "# X")}))
    assert [path for path, state in states.items() if state == "checked"] == ["src/notes.md"]


def test_pages_of_github_pages_are_the_repositorys_own() -> None:
    base = "https://garden.github.io/book"
    text = f"[a]({base}/a.html) [b]({base}/b.html) [c]({base}/gone.html) [d](https://garden.github.io/shed/a.html)"
    site = make_site({"README.md": text, "a.md": "", "b.html": "<title>b</title><a href='a.html'>a</a>", "c.md": ""})
    links = written_links(site, "README.md")
    assert [link.status for link in links] == ["ok", "ok", "external", "external"]
    assert [link.target.path for link in links if link.target] == ["a.md", "b.html"]
    assert "a.md" not in orphan_states(site)
    assert written_links(site, "b.html")[0].status == "opaque", "GitHub makes a.html of a.md, other hosts do not"


def test_of_other_addresses_at_github_pages_nothing_is_ours() -> None:
    text = (
        "[a](https://garden.github.io/book/a.html) [x](https://garden.github.io/book/x.html) [h](https://g.github.io/)"
    )
    more = "[y](https://garden.github.io/book/y.html)"
    links = written_links(make_site({"README.md": text + more, "a.md": ""}), "README.md")
    assert {link.status for link in links} == {"external"}


WIKI = "---\ntitle: X\npublished: true\neditor: markdown\ndateCreated: 2020-01-01T00:00:00.000Z\n---\n"


def test_the_pages_of_wiki_js_are_named_without_an_ending() -> None:
    text = WIKI + "[a](/guides/a) [e](/en/guides/a) [b](b) [c](/guides/c) [d](/de/guides/a) [h](/home#top-of-it)"
    files = {"home.md": WIKI, "guides/x.md": text, "guides/a.md": WIKI, "guides/b.md": WIKI, "de/home.md": WIKI}
    site = make_site(files)
    found = [link.status for link in written_links(site, "guides/x.md")]
    assert found == ["ok", "ok", "ok", "missing", "missing", "fragment-unverifiable"]
    assert {page.path for page in site.pages if page.root} == {"home.md", "de/home.md"}
    assert set(orphan_states(site).values()) <= {"unknown"}
    bare = make_site({path: body.replace("editor: markdown\n", "") for path, body in files.items()})
    assert not any(page.root for page in bare.pages), "without its front matter it is no wiki"


def test_a_home_page_with_front_matter_belongs_to_a_generator() -> None:
    page = "# A\n\n## `x` (of y)\n\n[i](/img/a.png) [f](#x-of) [m](gone.md)"
    home = "---\ntitle: Home\n---\n<h1>Home</h1><img src='/img/a.png'><a href='/guide/a'>a</a>"
    files = {"README.md": "[g](src/gone.md) [i](/img/a.png)", "src/index.html": home, "src/guide/a.md": page}
    site = make_site(files)
    assert {link.status for link in written_links(site, "src/index.html")} == {"unresolvable"}
    statuses_of_page = [link.status for link in written_links(site, "src/guide/a.md")]
    assert statuses_of_page == ["opaque", "fragment-unverifiable", "missing"]
    assert [link.status for link in written_links(site, "README.md")] == ["missing", "asset-missing"]
    by_hand = make_site({**files, "src/index.html": home.partition("\n---\n")[2]})
    assert [link.status for link in written_links(by_hand, "src/guide/a.md")][2] == "missing"
    assert "opaque" not in {link.status for link in written_links(by_hand, "src/guide/a.md")}


def test_a_workflow_may_put_another_repositorys_files_among_ours() -> None:
    merge = """steps:
  - uses: actions/checkout@v4
    with: {repository: garden/other, path: other}
  - run: |
      cp -rp other/texts/. $GITHUB_WORKSPACE/texts
"""
    files = {
        "_config.yml": "theme: minima\n",
        "_layouts/default.html": "",
        "texts/a.md": "---\n---\n[b](b.md) [c](../c.md)",
    }
    merged = {**files, ".github/workflows/build.yml": merge}
    assert statuses(merged, "texts/a.md") == ["opaque", "missing"]
    own = merge.replace("repository: garden/other, ", "")
    assert statuses({**files, ".github/workflows/build.yml": own}, "texts/a.md") == ["missing", "missing"]


def test_a_script_may_bring_other_versions_of_the_site() -> None:
    script = 'VERSIONS = ["v4.2"]\nrun(["git", "archive", "--format=tar", tag])\n'
    files = {"_config.yml": "theme: minima\n", "_layouts/default.html": "", "a.md": "---\n---\n[v](/v4.2/) [w](/v3/)"}
    assert statuses({**files, "scripts/prepare.py": script}, "a.md") == ["opaque", "missing"]
    assert statuses({**files, "scripts/prepare.py": script.replace("archive", "log")}, "a.md") == ["missing", "missing"]


def test_a_note_that_is_named_like_its_folder_stands_for_it() -> None:
    names = [f"n{number}" for number in range(30)]
    home = {"Home.md": " ".join(f"[[{name}]]" for name in names)}
    notes = dict.fromkeys([f"soil/{name}.md" for name in names], "# N")
    vault = {".obsidian/app.json": "{}", **home, **notes, "sand/sand.md": "", "sand/lone.md": ""}
    assert orphan_states(make_site(vault)) == {"sand/sand.md": "intended", "sand/lone.md": "checked"}


GONE = " ".join(f"[x](/gone/{number})" for number in range(5))


def test_addresses_of_a_site_lead_to_the_markdown_that_it_is_made_of() -> None:
    page = f"{GONE} [b](/guide/b/) [c](/guide/c) [d](guide/gone.md)"
    files = {
        "README.md": "[b](/guide/b/)",
        "site/en/a.md": page,
        "site/en/guide/b.md": "",
        "site/en/guide/c/_index.md": "",
    }
    site = make_site(files)
    found = [link.status for link in written_links(site, "site/en/a.md")]
    assert found == ["opaque"] * 5 + ["ok", "ok", "missing"]
    assert written_links(site, "README.md")[0].status == "opaque", "no folder that holds it has that page"
    assert set(orphan_states(site).values()) == {"unknown"}, "the site may list them"
    few = {**files, "site/en/a.md": page.replace(GONE, "[x](/site/en/a.md) [x](/site/en/guide/b.md) [x](/README.md)")}
    assert [link.status for link in written_links(make_site(few), "site/en/a.md")][3:5] == ["missing", "missing"]


def test_a_site_may_show_the_repository_below_an_address() -> None:
    names = ["a", "b", "c", "d", "e"]
    page = " ".join(f"[x](/docs/build/{name})" for name in names) + " [g](/docs/build/gone) [o](/other/a)"
    files = {"README.md": "", "build/README.md": page, "build/x.md": page, **{f"build/{name}.md": "" for name in names}}
    assert statuses(files, "build/x.md") == ["ok"] * 5 + ["opaque", "opaque"]
    assert set(statuses({**files, "docs/z.md": ""}, "build/x.md")) == {"opaque"}, "here /docs is a folder"


def test_a_chapter_of_a_book_is_a_file_wherever_it_lies() -> None:
    summary = "- [A](a.md)\n- [Changes](../CHANGES.md)\n- [Gone](../GONE.md)\n"
    book = {"book.toml": "[book]\ntitle = 'x'\n", "src/SUMMARY.md": summary, "CHANGES.md": "# C"}
    site = make_site({**book, "src/a.md": "[other](../other/a.html) [gone](gone.md)"})
    assert [link.status for link in written_links(site, "src/SUMMARY.md")] == ["ok", "opaque", "missing"]
    assert [link.status for link in written_links(site, "src/a.md")] == ["opaque", "missing"]


@pytest.mark.parametrize(("count", "status"), [(25, "missing"), (5, "unresolvable")])
def test_a_plugin_of_an_astro_site_makes_addresses_of_files(count: int, status: str) -> None:
    """Where many links name files and nearly all are there, one that is not there is broken."""
    config = "import x from './x.mjs'\nexport default defineConfig({markdown: {remarkPlugins: [x]}})"
    text = " ".join(f"[x](p{number}.md)" for number in range(count)) + " [gone](gone.md)"
    pages = {f"src/pages/p{number}.md": "" for number in range(count)}
    assert statuses({"astro.config.mjs": config, "src/pages/a.md": text, **pages}, "src/pages/a.md")[-1] == status


def test_gitbook_writes_out_angle_brackets_in_fragments() -> None:
    text = "[b](#less-than-buffer-greater-than-part) [c](#less-than-cache-greater-than-part)\n\n### `<buffer>` Part\n"
    files = {".gitbook.yaml": "root: ./\n", "SUMMARY.md": "* [Home](README.md)\n", "README.md": text}
    assert statuses(files, "README.md") == ["ok", "fragment-missing"]


def test_a_translation_is_laid_over_the_site_beside_it() -> None:
    names = [f"p{number}" for number in range(6)]
    config = {"en/docfx.json": DOCFX, "README.md": ""}
    main = {f"en/{name}.md": "" for name in [*names, "later"]}
    translated = {f"jp/{name}.md": "" for name in names}
    files = {**config, **main, **translated, "jp/p0.md": "[a](p1.md) [b](later.md) [c](gone.md)"}
    assert statuses(files, "jp/p0.md") == ["ok", "ok", "missing"]
    assert {state for path, state in orphan_states(make_site(files)).items() if path.startswith("jp/")} == {"unknown"}
    own = {**files, "jp/docfx.json": DOCFX}
    assert statuses(own, "jp/p0.md") == ["ok", "missing", "missing"]
