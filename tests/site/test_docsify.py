"""Docsify: what its links lead to, and what it leaves to the browser."""

import json

import pytest

from linklint.model.site import Link, Site
from tests.site.sites import make_site, orphan_states, site_with, written_links

SCRIPT = '<script src="//cdn.jsdelivr.net/npm/docsify@{0}"></script>'


def index(version: str = "4", body: str = "", **settings: object) -> str:
    return f"{body}<script>window.$docsify = {json.dumps(settings)}</script>{SCRIPT.format(version)}"


def build(files: dict[str, str], version: str = "4", body: str = "", **settings: object) -> Site:
    texts = {"docs/README.md": "# Home\n", **files, "docs/index.html": index(version, body, **settings)}
    return site_with(texts, framework="docsify")


def link(text: str, *others: str, source: str = "docs/README.md", **settings: object) -> Link:
    site = build({**dict.fromkeys(others, "# Some page\n"), source: text}, **settings)
    return written_links(site, source)[0]


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("guide", "docs/guide.md"),
        ("guide.md", "docs/guide.md"),
        ("./guide.md", "docs/guide.md"),
        ("/guide", "docs/guide.md"),
        ("a/", "docs/a/README.md"),
        ("a/b", "docs/a/b.md"),
        ("guide?id=some-page", "docs/guide.md"),
        ("guide#some-page", "docs/guide.md"),
        ("guide.md?id=Some-Page", "docs/guide.md"),
        ("/", "docs/README.md"),
        ("../guide", "docs/guide.md"),
    ],
)
def test_routes_are_read_from_the_root(href: str, target: str) -> None:
    for source in ("docs/README.md", "docs/a/c.md"):
        found = link(f"[x]({href})", "docs/guide.md", "docs/a/README.md", "docs/a/b.md", source=source)
        assert (found.status, found.target and found.target.path) == ("ok", target)


@pytest.mark.parametrize(("title", "status"), [("", "fragment-missing"), (" ':ignore'", "ok")])
def test_a_route_with_its_hash_is_taken_for_a_heading_unless_docsify_leaves_it_alone(title: str, status: str) -> None:
    site = build({"docs/README.md": f"[x](#/guide{title})", "docs/guide.md": "# G"})
    assert [link.status for link in site.links if link.written and link.written.href == "#/guide"] == [status]


def test_marks_of_headings_are_no_part_of_their_ids() -> None:
    site = build({"docs/README.md": "# A\n\n## Own {docsify-ignore}\n\n[x](?id=own) [x](?id=own-docsify-ignore)"})
    assert [link.status for link in site.links if link.place == "body"] == ["ok", "fragment-missing"]


@pytest.mark.parametrize("href", ["nope", "a", "b.md", "b", "nope/", "guide.html", "notes.txt"])
def test_routes_that_lead_nowhere_are_missing(href: str) -> None:
    found = link(f"[x]({href})", "docs/guide.md", "docs/a/README.md", "docs/a/b.md", "docs/notes.txt")
    assert found.status in ("missing", "asset-missing")


def test_a_file_that_is_no_page_needs_the_title_that_keeps_docsify_away() -> None:
    assert "':ignore'" in link("[x](notes.txt)", "docs/notes.txt").reason
    assert link("[x](notes.txt ':ignore')", "docs/notes.txt").status == "asset"
    assert link("[x](notes.txt)", "docs/notes.txt", noCompileLinks=[".*\\.txt"]).status == "asset"
    assert link("[x](/elsewhere/ ':ignore')").status == "outside"


def test_relative_paths_are_read_from_the_page_where_the_settings_say_so() -> None:
    files = ("docs/a/b.md", "docs/guide.md")
    assert link("[x](b)", *files, source="docs/a/c.md", relativePath=True).status == "ok"
    assert link("[x](../guide)", *files, source="docs/a/c.md", relativePath=True).status == "ok"
    assert link("[x](guide)", *files, source="docs/a/c.md", relativePath=True).status == "missing"
    assert link("[x](/guide)", *files, source="docs/a/c.md", relativePath=True).status == "ok"
    assert link("[x](b)", *files, source="docs/a/c.md", relativePath=False).status == "missing"


def test_settings_that_cannot_be_read_leave_both_readings() -> None:
    page = "<script>window.$docsify = settings()</script>" + SCRIPT.format("4")
    files = {"docs/README.md": "", "docs/index.html": page, "docs/a/b.md": "", "docs/guide.md": ""}
    site = site_with({**files, "docs/a/c.md": "[x](b) [y](guide) [z](nope)"}, framework="docsify")
    assert [found.status for found in written_links(site, "docs/a/c.md")] == ["ok", "ok", "missing"]


def test_images_are_read_from_the_folder_of_the_page() -> None:
    assert link("![x](p.png)", "docs/a/p.png", source="docs/a/c.md").status == "asset"
    assert link("![x](p.png)", "docs/p.png", source="docs/a/c.md").status == "asset-missing"
    assert link("![x](/p.png)", "docs/p.png", source="docs/a/c.md").status == "asset"


def test_raw_html_is_read_from_index_html() -> None:
    assert link('<img src="p.png">', "docs/p.png", source="docs/a/c.md").status == "asset"
    assert link('<a href="#/guide">x</a>', "docs/guide.md").status == "ok"
    assert link('<a href="guide">x</a>', "docs/guide.md").status == "missing"


@pytest.mark.parametrize(
    ("version", "heading", "fragment", "status"),
    [
        ("4", "# A Title", "a-title", "ok"),
        ("4", "# A Title", "A-Title", "ok"),
        ("4", "# A Title", "a-titel", "fragment-missing"),
        ("4", "# What's new", "what39s-new", "ok"),
        ("5", "# What's new", "whats-new", "ok"),
        ("5", "# What's new", "what39s-new", "fragment-missing"),
        ("4", "# 1 Step", "_1-step", "ok"),
        ("4", "# Title :id=short", "short", "ok"),
        ("4", "# Title :id=short", "title", "fragment-missing"),
        ("4", "# Title {docsify-ignore}", "title", "ok"),
        ("5", "# One\n# One", "one-1", "ok"),
    ],
)
def test_fragments(version: str, heading: str, fragment: str, status: str) -> None:
    site = build({"docs/guide.md": heading, "docs/a.md": f"[x](guide?id={fragment})"}, version)
    assert written_links(site, "docs/a.md")[0].status == status


def test_an_alias_takes_a_page_from_elsewhere() -> None:
    alias = {".*?/changelog": "https://example.com/CHANGELOG.md", "/old/(.*)": "/a/$1"}
    assert link("[x](changelog.md)", alias=alias).status == "external"
    assert link("[x](old/b)", "docs/a/b.md", alias=alias).status == "ok"
    assert link("[x](old/nope)", "docs/a/b.md", alias=alias).status == "missing"


def test_languages_fall_back_to_the_first() -> None:
    settings = {"fallbackLanguages": ["de"], "fallbackDefaultLanguage": "/en"}
    assert link("[x](/de/b)", "docs/en/b.md", **settings).status == "ok"
    assert link("[x](/fr/b)", "docs/en/b.md", **settings).status == "missing"


def test_included_files_are_parts_of_the_page() -> None:
    files = {
        "docs/README.md": "[f](_parts/part.md ':include')\n\n[x](?id=there) [y](guide?id=there)",
        "docs/guide.md": "[f](_parts/part.md ':include')",
        "docs/_parts/part.md": "# There\n",
    }
    site = build(files)
    assert [found.status for found in written_links(site, "docs/README.md")] == ["asset", "ok", "ok"]
    assert "docs/_parts/part.md" not in site.by_path


def test_sidebars_link_pages() -> None:
    files = {
        "docs/_sidebar.md": "* [x](guide)\n* [y](nope)\n",
        "docs/guide.md": "",
        "docs/lost.md": "",
        "docs/de/_sidebar.md": "* [x](/de/b)\n* [y](/de/nope)\n",
        "docs/de/b.md": "",
        "docs/de/lost.md": "",
    }
    site = build({**files, "docs/_navbar.md": "* [x](/de/b)\n"})
    assert orphan_states(site) == {"docs/lost.md": "checked", "docs/de/lost.md": "checked"}
    assert [found.status for found in written_links(site, "docs/_sidebar.md")] == ["ok", "missing"]
    assert [found.status for found in written_links(site, "docs/de/_sidebar.md")] == ["ok", "missing"]


def test_sidebars_are_no_pages_and_home_is_a_root() -> None:
    site = build({"docs/_sidebar.md": "", "docs/_coverpage.md": "[x](guide)", "docs/guide.md": ""})
    assert [(page.url, page.root) for page in site.pages] == [("/", True), ("/guide", False)]
    assert orphan_states(site) == {}


def test_a_home_page_of_another_name() -> None:
    site = build({"docs/start.md": "[x](start.md)\n", "docs/a.md": "[x](/)"}, homepage="start.md")
    assert site.by_url["/"].path == "docs/start.md"
    assert {found.status for found in site.links} == {"ok"}


def test_links_of_index_html_count() -> None:
    site = build({"docs/guide.md": ""}, body='<nav><a href="#/guide">x</a></nav>')
    assert orphan_states(site) == {}


def test_sites_are_found_by_their_script() -> None:
    files = {"README.md": "", "docs/README.md": "", "examples/x/README.md": ""}
    scripts = {"docs/index.html": index(), "examples/x/index.html": index(), "web/index.html": "<p>"}
    site = make_site({**files, **scripts})
    assert [(each.name, each.root) for each in site.frameworks if each.name == "docsify"] == [("docsify", "docs")]
    assert site.by_path["README.md"].framework == "plain"


def test_pages_from_another_host_are_no_site() -> None:
    site = make_site({"docs/README.md": "", "docs/index.html": index(basePath="https://example.com/")})
    assert "docsify" not in {each.name for each in site.frameworks}


def test_the_pages_may_all_lie_below_the_folder_of_the_index() -> None:
    index = "<script>window.$docsify = { basePath: 'docs/' }</script>"
    site = make_site({"index.html": index, "docs/README.md": "[x](a)", "docs/a.md": "# A"})
    assert [(page.url, page.framework) for page in site.pages if page.path.endswith(".md")] == [
        ("/", "docsify"), ("/a", "docsify"),
    ]  # fmt: skip
    plain = make_site({"index.html": "<p>docsify</p>", "docs/README.md": "[x](a)"})
    assert "docsify" not in {page.framework for page in plain.pages}


def test_a_fragment_alone_is_one_of_the_readme_of_the_folder_or_of_the_home_page() -> None:
    files = ("docs/README.md", "docs/a/README.md")
    for relative, target in ((True, "docs/a/README.md"), (False, "docs/README.md")):
        found = link("[x](?id=some-page)", *files, source="docs/a/c.md", relativePath=relative)
        assert (found.status, found.target and found.target.path) == ("ok", target)


def test_the_title_of_a_link_may_give_it_an_id() -> None:
    files = {"docs/guide.md": "[x](/ ':id=chosen')", "docs/a.md": "[x](guide?id=chosen) [x](guide?id=other)"}
    assert [link.status for link in written_links(build(files), "docs/a.md")] == ["ok", "fragment-missing"]


SIDEBAR = "* [A](a.md)\n* [B](b.md)\n* [C](c.md)\n* [Gone](gone.md)\n* [API](api/index.html ':ignore')\n"


def test_what_is_around_the_pages_may_be_laid_over_a_folder_of_them() -> None:
    files = {
        "site/index.html": index(basePath="docs/", homepage="a.md", loadSidebar=True, coverpage=True),
        "site/docs/_sidebar.md": SIDEBAR,
        "site/docs/_coverpage.md": "![logo](_media/logo.svg)\n",
        "site/docs/_media/logo.svg": "",
        "docs/a.md": "# A\n\n[b](b) [c](/c?id=c) [no](/d) ![logo](_media/logo.svg)\n",
        "docs/b.md": "# B\n",
        "docs/c.md": "# C\n",
    }
    site = make_site(files)
    assert {page.path: page.url for page in site.pages if page.framework == "docsify"} == {
        "docs/a.md": "/",
        "docs/b.md": "/b",
        "docs/c.md": "/c",
    }
    assert [link.status for link in written_links(site, "docs/a.md")] == ["ok", "ok", "missing", "asset"]
    listed = [link.status for link in written_links(site, "site/docs/_sidebar.md")]
    assert listed == ["ok", "ok", "ok", "missing", "opaque"]
    others = {path.replace("docs/", "notes/", 1) if path.startswith("docs/") else path: files[path] for path in files}
    assert not [page.path for page in make_site(others).pages if page.framework == "docsify"]
