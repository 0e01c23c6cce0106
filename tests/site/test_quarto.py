"""Quarto: which files are pages, their addresses, what is around them (https://quarto.org/docs/projects/,
https://quarto.org/docs/websites/, https://quarto.org/docs/books/; which files are rendered and how a destination is
read was looked up in ``src/project`` of https://github.com/quarto-dev/quarto-cli)."""

import json
from collections.abc import Mapping

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links

WEBSITE: Mapping[str, object] = {"project": {"type": "website"}}


def quarto(files: Mapping[str, str], config: Mapping[str, object] = WEBSITE, **more: object) -> Site:
    """A project with these files; ``auto`` has to find it."""
    return make_site({"_quarto.yml": json.dumps({**config, **more}), **files})


def book(*chapters: object, **more: object) -> Mapping[str, object]:
    """The config of a book."""
    return {"project": {"type": "book"}, "book": {"chapters": list(chapters), **more}}


def pages(site: Site) -> set[str]:
    """The published pages of the project."""
    return {page.path for page in site.pages if page.framework == "quarto" and page.published}


@pytest.mark.parametrize(
    ("path", "text", "url"),
    [
        ("index.qmd", "", "/"),
        ("a/index.qmd", "", "/a/"),
        ("a/b.qmd", "", "/a/b.html"),
        ("a/B c.Rmd", "", "/a/B c.html"),
        ("b.md", "", "/b.html"),
        ("b.qmd", "---\noutput-file: other.html\n---\n", "/other.html"),
        ("b.qmd", "---\noutput-file: other\n---\n", "/other.html"),
        ("b.qmd", "---\nformat:\n  html:\n    output-file: other.html\n---\n", "/other.html"),
    ],
)
def test_addresses(path: str, text: str, url: str) -> None:
    assert quarto({"index.qmd": "# H", path: f"{text}# T"}).by_path[path].url == url


def test_hidden_files_and_those_for_other_readers_are_no_pages() -> None:
    files = dict.fromkeys(
        (
            "index.qmd",
            "a/b.md",
            "_part.qmd",
            "_parts/c.qmd",
            ".hidden/d.qmd",
            "README.md",
            "a/README.Rmd",
            "CLAUDE.md",
            "renv/e.md",
            "_site/f.md",
            "a/_extensions/x/g.qmd",
        ),
        "# T",
    )
    assert pages(quarto(files)) == {"index.qmd", "a/b.md"}


@pytest.mark.parametrize(
    ("render", "expected"),
    [
        (["*.qmd"], {"index.qmd", "a/b.qmd", "a/c/d.qmd"}),
        (["/*.qmd"], {"index.qmd"}),
        (["index.qmd"], {"index.qmd"}),
        (["a/"], {"a/b.qmd", "a/c/d.qmd"}),
        (["*.qmd", "!a/c/"], {"index.qmd", "a/b.qmd"}),
        (["*.qmd", "!b.qmd"], {"index.qmd", "a/c/d.qmd"}),
        (["!a/b.qmd"], {"index.qmd", "a/c/d.qmd", "notes.md"}),
    ],
)
def test_what_is_rendered(render: list[str], expected: set[str]) -> None:
    files = dict.fromkeys(("index.qmd", "a/b.qmd", "a/c/d.qmd", "notes.md"), "# T")
    assert pages(quarto(files, {"project": {"type": "website", "render": render}})) == expected


def test_of_a_project_that_is_no_site_markdown_is_as_github_shows_it() -> None:
    site = quarto({"a.qmd": "# A", "notes.md": "# N"}, {"project": {"title": "T"}})
    assert pages(site) == {"a.qmd"}
    assert site.by_path["notes.md"].framework == "plain"


def test_a_book_is_its_chapters() -> None:
    config = book("index.qmd", {"part": "p.qmd", "chapters": ["a.qmd"]}, appendices=["z.qmd"])
    files = dict.fromkeys(("index.qmd", "p.qmd", "a.qmd", "z.qmd", "draft.qmd", "NEWS.md"), "# T")
    site = quarto(files, config)
    assert pages(site) == {"index.qmd", "p.qmd", "a.qmd", "z.qmd"}
    assert not site.by_path["draft.qmd"].published
    assert orphan_states(site).get("a.qmd") is None


def test_output_is_no_source() -> None:
    config = {"project": {"type": "website", "output-dir": "public"}}
    assert pages(quarto(dict.fromkeys(("index.qmd", "public/a.md"), "# T"), config)) == {"index.qmd"}


def test_drafts_are_not_published() -> None:
    files = {"index.qmd": "# H", "a.qmd": "---\ndraft: true\n---\n", "b.qmd": "# B", "c.qmd": "# C"}
    config = {"project": {"type": "website"}, "website": {"drafts": ["b.qmd"]}}
    assert pages(quarto(files, config)) == {"index.qmd", "c.qmd"}


def test_projects_in_projects_have_pages_of_their_own() -> None:
    site = quarto({"index.qmd": "# H", "inner/_quarto.yml": '{"project": {"type": "website"}}', "inner/a.qmd": "# A"})
    assert {page.url for page in site.pages} == {"/", "/a.html"}


@pytest.mark.parametrize("folder", ["examples", "tests", "_extensions/x", "template"])
def test_no_project_is_found_among_examples(folder: str) -> None:
    site = make_site({f"{folder}/_quarto.yml": '{"project": {"type": "website"}}', f"{folder}/a.qmd": "# A"})
    assert not site.pages


def test_navigation_is_told_at_its_line() -> None:
    config = (
        "project:\n  type: website\nwebsite:\n  navbar:\n    left:\n      - a.qmd\n      - text: B\n"
        "        href: gone.qmd\n"
        "      - text: More\n        menu:\n          - lost.qmd\n          - text: Just a title\n"
        "  sidebar:\n    contents:\n      - section: S\n        contents:\n          - a.qmd\n          - text: Q\n"
        "            file: a.qmd#nowhere\n      - '---'\n      - posts/*\n"
        "  page-footer:\n    center:\n      - text: F\n        href: /away.qmd\n"
    )
    site = make_site({"_quarto.yml": config, "index.qmd": "# H", "a.qmd": "# A"})
    found = [(link.written.span.line, link.status) for link in written_links(site, "_quarto.yml") if link.written]
    assert found == [
        (6, "ok"),
        (8, "missing"),
        (11, "missing"),
        (17, "ok"),
        (19, "fragment-missing"),
        (25, "missing"),
    ]


@pytest.mark.parametrize(
    ("listing", "linked"),
    [
        ("listing: default", {"posts/a/index.qmd", "posts/b.qmd", "other.qmd"}),
        ("listing:\n  contents: posts", {"posts/a/index.qmd", "posts/b.qmd"}),
        ("listing:\n  contents: posts/*/index.qmd", {"posts/a/index.qmd"}),
        ("listing:\n  contents: b.qmd", {"posts/b.qmd"}),
        (
            "listing:\n  - id: x\n    contents: ['*.qmd', '!other.qmd']",
            {"posts/a/index.qmd", "posts/b.qmd", "other.qmd"},
        ),
        ("title: T", set()),
    ],
)
def test_lists_of_pages(listing: str, linked: set[str]) -> None:
    files = dict.fromkeys(("posts/a/index.qmd", "posts/b.qmd", "other.qmd"), "# T")
    site = quarto({"index.qmd": f"---\n{listing}\n---\n", **files})
    assert {link.target.path for link in site.links if link.generated and link.target} == linked


def test_sidebars_may_show_folders_and_all() -> None:
    files = {"index.qmd": "# H", "a.qmd": "# A", "docs/b.qmd": "# B"}
    folder = quarto(files, website={"sidebar": {"contents": [{"section": "S", "contents": "docs"}]}})
    every = quarto(files, website={"sidebar": {"contents": "auto"}})
    assert orphan_states(folder) == {"a.qmd": "checked"}
    assert orphan_states(every) == {}


def test_of_lists_that_are_not_read_nothing_is_told() -> None:
    files = {"index.qmd": "---\nlisting:\n  contents: posts.yml\n---\n", "a.qmd": "# A"}
    assert orphan_states(quarto(files)) == {"a.qmd": "unknown"}
    assert orphan_states(quarto({"index.qmd": "# H", "a.qmd": "# A", "n.ipynb": "{}"})) == {"a.qmd": "unknown"}
    assert orphan_states(quarto({"index.qmd": "# H\n\n`r list_pages()`\n", "a.qmd": "# A"})) == {"a.qmd": "unknown"}
    assert orphan_states(quarto({"index.qmd": "# H\n\n`r n` pages\n", "a.qmd": "# A"})) == {"a.qmd": "checked"}
    files = {"index.qmd": "[x](a.qmd)", "a.qmd": "`r list_pages()`\n", "a/b.qmd": "# B", "c/d.qmd": "# D"}
    assert orphan_states(quarto(files)) == {"a/b.qmd": "unknown", "c/d.qmd": "checked"}


def test_old_addresses_lead_on() -> None:
    files = {
        "index.qmd": "[x](/old.html) [y](/docs/was/) [z](docs/then.html) [w](/never.html)",
        "docs/a.qmd": "---\naliases: [/old.html, was/, then.html]\n---\n",
    }
    assert [link.status for link in written_links(quarto(files), "index.qmd")] == [
        "redirect",
        "redirect",
        "redirect",
        "missing",
    ]
