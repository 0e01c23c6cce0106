"""bookdown: chapters, their addresses, and references to any of them. Tried out with builds of bookdown 0.32."""

from collections.abc import Mapping

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links

CHAPTERS = {
    "02-second.Rmd": "# (PART) Part one {-}\n\n# Second chapter {#second}\n\n## In second\n\n"
    "```{r plot, fig.cap='With `code`'}\nplot(1)\n```\n\n\\begin{equation}\na (\\#eq:sum)\n\\end{equation}\n",
    "03-third.Rmd": "# Third chapter\n\n## In third\n\n### Deep\n\n"
    "::: {.theorem #pyth}\nx\n:::\n\nTable: (#tab:kinds) Kinds\n\n| a |\n|---|\n",
    "img/p.png": "",
}


def book(text: str, files: Mapping[str, str] = CHAPTERS, config: str = "book_filename: bk\n") -> Site:
    """A book whose home page has this text; ``auto`` has to find it."""
    return make_site({"_bookdown.yml": config, "index.Rmd": f"# Welcome {{-}}\n\n{text}\n", **files})


@pytest.mark.parametrize(
    ("text", "expected", "target"),
    [
        ("[x](#second)", "ok", "02-second.Rmd"),
        ("[x](#third-chapter)", "ok", "03-third.Rmd"),
        ("[x](second.html)", "ok", "02-second.Rmd"),
        ("[x](third-chapter.html#in-third)", "ok", "03-third.Rmd"),
        ("[x](index.html)", "ok", "index.Rmd"),
        ("[x](02-second.html)", "missing", None),  # pages have the names of ids, not of files
        ("[x](in-third.html)", "missing", None),
        ("[x](#gone)", "fragment-missing", "index.Rmd"),
        ("[x](second.html#gone)", "fragment-missing", "02-second.Rmd"),
        ("\\@ref(second)", "ok", "02-second.Rmd"),
        ("\\@ref(in-third)", "ok", "03-third.Rmd"),
        ("\\@ref(fig:plot)", "ok", "02-second.Rmd"),
        ("\\@ref(eq:sum)", "ok", "02-second.Rmd"),
        ("\\@ref(thm:pyth)", "ok", "03-third.Rmd"),
        ("\\@ref(tab:kinds)", "ok", "03-third.Rmd"),
        ("\\@ref(gone)", "fragment-missing", "index.Rmd"),
        ("\\@ref(fig:gone)", "fragment-missing", "index.Rmd"),
        ("![x](img/p.png)", "asset", None),
        ("![x](img/gone.png)", "asset-missing", None),
    ],
)
def test_destinations(text: str, expected: str, target: str | None) -> None:
    (link,) = written_links(book(text), "index.Rmd")
    assert (link.status, link.target and link.target.path) == (expected, target)


def test_equal_headings_are_numbered_through_the_book() -> None:
    files = {"01-a.Rmd": "# A\n\n## Summary\n", "02-b.Rmd": "# B\n\n## Summary\n"}
    links = written_links(book("[x](#summary) [y](#summary-1) [z](#summary-2)", files), "index.Rmd")
    assert [link.status for link in links] == ["ok", "ok", "fragment-missing"]
    assert [link.target and link.target.path for link in links[:2]] == ["01-a.Rmd", "02-b.Rmd"]


def test_texts_of_headings_are_references() -> None:
    site = book("See [the third one][Third chapter], and [another one][Fourth chapter].")
    links = written_links(site, "index.Rmd")
    assert [link.status for link in links] == ["ok", "undefined-reference"]
    assert links[0].target is site.by_path["03-third.Rmd"]


def test_sections_may_have_pages_of_their_own() -> None:
    text, output = "[x](in-third.html) [y](deep.html)", "bookdown::gitbook:\n  split_by: section\n"
    links = written_links(book(text, {**CHAPTERS, "_output.yml": output}), "index.Rmd")
    assert [link.status for link in links] == ["ok", "missing"]


@pytest.mark.parametrize(
    ("split", "expected"),
    [("rmd", ["ok", "missing"]), ("chapter+number", ["opaque", "ok"]), ("chapter", ["missing", "ok"])],
)
def test_names_of_pages(split: str, expected: list[str]) -> None:
    output = f"bookdown::gitbook:\n  split_by: {split}\n"
    site = book("[x](02-second.html) [y](second.html)", {**CHAPTERS, "_output.yml": output})
    assert [link.status for link in written_links(site, "index.Rmd")] == expected


def test_chapters_are_those_listed_else_all_but_hidden_ones() -> None:
    files = dict.fromkeys(("01-a.Rmd", "b.Rmd", "_c.Rmd", "README.Rmd", "sub/d.Rmd", "bk.Rmd", "notes.md"), "# T")
    every = book("", files)
    listed = book("", files, "rmd_files: [index.Rmd, b.Rmd]\n")
    inner = book("", files, "rmd_subdir: true\n")
    assert {page.path for page in every.pages if page.framework == "bookdown"} == {"index.Rmd", "01-a.Rmd", "b.Rmd"}
    assert {page.path for page in listed.pages if page.framework == "bookdown"} == {"index.Rmd", "b.Rmd"}
    assert "sub/d.Rmd" in inner.by_path
    assert set(orphan_states(listed)) == {"notes.md"}


def test_children_are_parts_of_their_chapters() -> None:
    files = {"01-a.Rmd": "# A\n\n```{r child='parts/b.Rmd'}\n```\n", "parts/b.Rmd": "## B part\n\n[x](gone.html)\n"}
    site = book("[x](#b-part)", files)
    assert [link.status for file in ("index.Rmd", "parts/b.Rmd") for link in written_links(site, file)] == [
        "ok",
        "missing",
    ]
    assert "parts/b.Rmd" not in site.by_path


def test_what_code_writes_is_not_known() -> None:
    cell = "# A\n\n```{r results='asis'}\ncat('# T {#', x, '}')\n```\n"
    links = written_links(book("\\@ref(gone) [x](#gone)", {"01-a.Rmd": cell}), "index.Rmd")
    assert [link.status for link in links] == ["fragment-unverifiable"] * 2


def test_a_home_page_may_say_that_it_is_a_book() -> None:
    matter = "--- \ntitle: T\nsite: bookdown::bookdown_site\n---\n\n# H\n\n[x](#a)\n"
    site = make_site({"docs/index.Rmd": matter, "docs/01-a.Rmd": "# A\n"})
    assert [link.status for link in written_links(site, "docs/index.Rmd")] == ["ok"]
    assert not make_site({"index.Rmd": "---\ntitle: T\n---\n\n# H\n", "01-a.Rmd": "# A\n"}).pages
    assert not make_site({"examples/_bookdown.yml": "", "examples/index.Rmd": "# H\n"}).pages
