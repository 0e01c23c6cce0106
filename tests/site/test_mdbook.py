"""mdBook: the summary decides what is built, and destinations are read from the chapter."""

from collections.abc import Mapping

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links

SUMMARY = "# Summary\n\n[Title](README.md)\n\n- [One](one.md)\n  - [Two](sub/two.md)\n- [Draft]()\n"
CHAPTERS = {"src/README.md": "# Title\n", "src/one.md": "# One\n", "src/sub/two.md": "# Two\n"}


def mdbook(files: Mapping[str, str], config: str = '[book]\ntitle = "x"\n', summary: str = SUMMARY) -> Site:
    """A book of three chapters and a draft, with these files; ``auto`` has to find it."""
    return make_site({"book.toml": config, "src/SUMMARY.md": summary, **CHAPTERS, **files})


def statuses(site: Site, path: str) -> list[str]:
    """The statuses of a file's links."""
    return [link.status for link in written_links(site, path)]


def test_addresses_of_chapters_and_of_nothing_else() -> None:
    site = mdbook({"src/other.md": "x", "README.md": "# Repository\n"})
    urls = {page.path: page.url for page in site.pages if page.path.startswith("src/")}
    assert urls == {"src/README.md": "/", "src/one.md": "/one.html", "src/sub/two.md": "/sub/two.html"}
    assert [page.path for page in site.pages if page.root and page.path.startswith("src/")] == ["src/README.md"]


def test_the_source_folder_is_configured() -> None:
    site = make_site(
        {"b/book.toml": '[book]\nsrc = "text"\n', "b/text/SUMMARY.md": "- [A](a.md)", "b/text/a.md": "# A"}
    )
    assert site.by_path["b/text/a.md"].url == "/a.html"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](../one.md)", "ok"),
        ("[x](../one.html#one)", "ok"),
        ('<a href="../one.md">x</a>', "ok"),
        ("[x](one.md)", "missing"),
        ("[x](../ONE.md)", "case-mismatch"),
        ("[x](../other.md)", "missing"),  # it is there, but the summary does not list it
        ("[x](../index.html)", "ok"),
        ("[x](../print.html)", "opaque"),
        ("[x](../../std/index.html)", "opaque"),  # another book
        ("[x](/one.html)", "opaque"),
        ("[x](../one.md#nothing)", "fragment-missing"),
        ("[x](../one)", "missing"),
        ("[x](../data.txt)", "asset"),
        ("[x](../gone.txt)", "asset-missing"),
        ("[x](#footnote-1)", "ok"),
    ],
)
def test_destinations(text: str, status: str) -> None:
    files = {"src/sub/two.md": f"# Two\n\n{text}\n", "src/other.md": "x", "src/data.txt": "x"}
    assert statuses(mdbook(files), "src/sub/two.md") == [status]


def test_absolute_destinations_below_the_configured_address() -> None:
    config = '[output.html]\nsite-url = "/book/"\n'
    assert statuses(mdbook({"src/one.md": "[x](/book/sub/two.html) [y](/book/no.html)"}, config), "src/one.md") == [
        "ok",
        "missing",
    ]


def test_the_first_chapter_is_the_index_too() -> None:
    summary = "[Title](title.md)\n- [One](one.md)\n"
    site = mdbook({"src/title.md": "# T\n", "src/one.md": "[x](index.html)"}, summary=summary)
    assert written_links(site, "src/one.md")[0].target is site.by_path["src/title.md"]


def test_the_summary_is_the_navigation_and_drafts_are_no_links() -> None:
    site = mdbook({}, summary=SUMMARY + "- [Gone](gone.md)\n")
    assert {entry.key: entry.status for entry in site.entries} == {
        "README.md": "ok", "one.md": "ok", "sub/two.md": "ok", "gone.md": "missing",
    }  # fmt: skip
    assert orphan_states(site) == {}


def test_redirects_are_followed_and_their_fragments_exist() -> None:
    config = (
        '[output.html.redirect]\n"/old.html" = "one.html#one"\n"/away.html" = "https://e.org/"\n'
        '"/gone.html" = "nowhere.html"\n"/one.html#former" = "sub/two.html"\n'
    )
    site = mdbook({"src/sub/two.md": "[x](../old.html) [y](../one.md#former) [z](../one.md#never)"}, config)
    assert statuses(site, "src/sub/two.md") == ["redirect", "ok", "fragment-missing"]
    assert {entry.key: entry.status for entry in site.entries if entry.kind == "redirect"} == {
        "/old.html": "ok", "/away.html": "ok", "/gone.html": "missing",
    }  # fmt: skip


def test_included_files_bring_headings_and_links_that_are_read_from_the_chapter() -> None:
    files = {
        "src/sub/two.md": "# Two\n\n{{#include ../part.md}}\n\n[x](#part)\n",
        "src/part.md": "## Part\n\n[y](two.md)\n",
    }
    site = mdbook(files)
    assert statuses(site, "src/sub/two.md") == ["ok"]
    assert statuses(site, "src/part.md") == ["ok"]
    assert statuses(mdbook({**files, "src/part.md": "[y](sub/two.md)"}), "src/part.md") == ["missing"]


def test_fragments() -> None:
    text = "# A -- `b` & C\n\n## Same\n\n## Same\n\n## Own {#mine}\n\n## ::\n"
    fragments = mdbook({"src/one.md": text}).by_path["src/one.md"].fragments or frozenset()
    assert {"a--b--c", "same", "same-1", "mine", "section"} <= fragments
    assert "own" not in fragments


def test_two_configs_of_the_same_sources_are_one_book_and_tests_are_none() -> None:
    files = {
        "print/book.toml": '[book]\nsrc = "../src"\n',
        "tests/a/book.toml": "",
        "tests/a/src/SUMMARY.md": "- [x](gone.md)\n",
    }
    site = mdbook(files)
    assert [framework.root for framework in site.frameworks if framework.name == "mdbook"] == ["src"]
    assert not written_links(site, "tests/a/src/SUMMARY.md")


SPEC = '[preprocessor.spec]\ncommand = "cargo run --manifest-path tools/mdbook-spec/Cargo.toml"\n'


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](../one.md#r-items.fn)", "ok"),
        ("[x](../one.md#r-items.fnn)", "fragment-missing"),
        ("[x](../README.md#r-items.fn)", "fragment-missing"),
        ("[x](../one.md#grammar-Item)", "fragment-unverifiable"),
        ("[two words][items.fn]", "ok"),
        ("[two words][items.fnn]", "unresolvable"),
        ("[x]\n\n[x]: items.fn", "ok"),
        ("[x]\n\n[x]: items.fnn", "opaque"),
        ("[x](items.fn)", "opaque"),
    ],
)
def test_rules_of_mdbook_spec(text: str, status: str) -> None:
    files = {"src/one.md": "r[items.fn]\n# One\n\na r[items.fnn]\n", "src/sub/two.md": f"# Two\n\n{text}\n"}
    site = mdbook(files, SPEC)
    assert statuses(site, "src/sub/two.md") == [status]
    if status == "ok":
        assert written_links(site, "src/sub/two.md")[0].target is site.by_path["src/one.md"]


def test_another_preprocessor_of_that_name_makes_no_rules() -> None:
    files = {"src/one.md": "r[items.fn]\n# One\n\n[x](#r-items.fn)\n"}
    assert statuses(mdbook(files, '[preprocessor.spec]\ncommand = "spec"\n'), "src/one.md") == ["fragment-unverifiable"]
    assert statuses(mdbook(files), "src/one.md") == ["fragment-missing"]
