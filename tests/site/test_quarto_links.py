"""Quarto: destinations, fragments, references by label, parts, and what only a build knows."""

import json
from collections.abc import Mapping

import pytest

from tests.site.sites import make_site, site_with, written_links
from tests.site.test_quarto import WEBSITE, book, quarto

FILES = {
    "a/b.qmd": "# B {#sec-b}\n\n## In the text\n\n[span]{#span}\n",
    "a/index.qmd": "# A\n",
    "n.ipynb": "{}",
    "script.py": "# %% [markdown]\n",
    "data.csv": "1",
    "images/p.png": "",
    "README.md": "# R",
    "extra/00_core.ipynb": "{}",
}


def statuses(text: str, files: Mapping[str, str] = FILES, config: Mapping[str, object] = WEBSITE) -> list[str]:
    """The statuses of the home page's links."""
    site = quarto({"index.qmd": text, **files}, config)
    return [link.status for link in written_links(site, "index.qmd")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](a/b.qmd)", "ok"),
        ("[x](/a/b.qmd)", "ok"),
        ("[x](./a/b.qmd#sec-b)", "ok"),
        ("[x](a/b.html)", "ok"),
        ("[x](a/b)", "ok"),
        ("[x](a/)", "ok"),
        ("[x](a)", "ok"),
        ("[x](/a/index.html)", "ok"),
        ("[x](a/b.qmd#in-the-text)", "ok"),
        ("[x](a/b.html#span)", "ok"),
        ("[x](n.ipynb)", "asset"),
        ("[x](n.html#any)", "fragment-unverifiable"),
        ("[x](data.csv)", "asset"),
        ("![x](images/p.png)", "asset"),
        ("![x](/images/p.png)", "asset"),
        ("![x](images/p)", "asset"),  # ``default-image-extension``
        ("[x](README.md)", "ok"),  # no page of the site, but a file
        ("[x](gone.qmd)", "missing"),
        ("[x](/gone.qmd)", "missing"),
        ("[x](gone.html)", "missing"),
        ("[x](gone/)", "missing"),
        ("[x](images/)", "missing"),  # a folder without a page
        ("[x](b.qmd)", "missing"),
        ("[x](a/b.qmd#gone)", "fragment-missing"),
        ("[x](a/b.html#gone)", "fragment-missing"),
        ("[x](#gone)", "fragment-missing"),
        ("[x](#quarto-content)", "ok"),
        ("[x](#fn1)", "ok"),
        ("[x](a/b.qmd#in--the-text)", "fragment-missing"),  # GitHub's way with two blanks is not Pandoc's
        ("![x](images/gone.png)", "asset-missing"),
        ("![x](images/gone)", "asset-missing"),
        ("[x](script.html)", "opaque"),
        ("[x](a/b.pdf)", "opaque"),
        ("[x](n-preview.html)", "opaque"),
        ("[x](index.xml)", "opaque"),
        ("[x](index_files/figure-html/p-1.png)", "opaque"),
        ("[x](`pkg.name`)", "opaque"),  # a filter of quartodoc's
        ("[x](:py:function:`print`)", "opaque"),
        ("[x]({{< meta url >}}/x)", "unresolvable"),
        ("[x](_){#download}", "opaque"),
        ('```{=html}\n<a href="gone.html">x</a>\n```', "missing"),
        ("{{< include _gone.qmd >}}", "missing"),
    ],
)
def test_destinations(text: str, expected: str) -> None:
    assert statuses(f"# H\n\n{text}\n") == [expected]


def test_code_of_the_page_may_write_a_file() -> None:
    cell = '```{r}\nggsave("images/plot.png")\n```\n\n'
    assert statuses(f"{cell}![x](images/plot.png)") == ["opaque"]
    assert statuses('```r\nggsave("images/plot.png")\n```\n\n![x](images/plot.png)') == ["asset-missing"]
    assert statuses(f"{cell}![x](images/other.png)") == ["asset-missing"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# H\n\n[x](#part-two)", "fragment-missing"),
        ("# H\n\n```{r}\n#| output: asis\ncat(x)\n```\n\n[x](#part-two)", "fragment-unverifiable"),
        ("# H\n\n{{< include _part.qmd >}}\n\n[x](#part-two)", "ok"),
        ("# H\n\n{{< include _part.qmd >}}\n{{< include _part.qmd >}}\n\n[x](#part-3)", "fragment-missing"),
        ("# H\n\n```{r child=file}\n```\n\n[x](#part-3)", "fragment-unverifiable"),
        ("# H `r n`\n\n[x](#h-12)", "fragment-unverifiable"),
        ("# H {{< meta n >}}\n\n[x](#h-12)", "fragment-unverifiable"),
        ("---\nlisting:\n  template: t.ejs\n---\n\n[x](#part-two)", "fragment-unverifiable"),
        ("---\nfilters: [heads.lua]\n---\n\n[x](#part-two)", "fragment-unverifiable"),
        ("---\nfilters: [spans.lua]\n---\n\n[x](#part-two)", "fragment-missing"),
        ("---\nfilters: [lightbox]\n---\n\n[x](#part-two)", "fragment-missing"),
        ("---\nlisting: default\n---\n\n[x](#category=news)", "fragment-unverifiable"),
    ],
)
def test_what_a_build_makes_of_headings(text: str, expected: str) -> None:
    files = {
        "_part.qmd": "## Part two\n",
        "heads.lua": "function Header(el)\n  el.identifier = 'x'\nend\n",
        "spans.lua": "function Span(el)\n  return pandoc.Span(el.content, el.attr.identifier)\nend\n",
    }
    assert statuses(text, files) == [expected]


def test_filters_of_a_folder_and_of_the_project() -> None:
    lua, text = "function Header(el) end\n", "[x](a/b.qmd#gone)"
    files = {"a/b.qmd": "# B\n", "a/heads.lua": lua}
    assert statuses(text, files) == ["fragment-missing"]
    assert statuses(text, {**files, "a/_metadata.yml": "filters: [heads.lua]"}) == ["fragment-unverifiable"]
    assert statuses(text, files, {**WEBSITE, "filters": ["a/heads.lua"]}) == ["fragment-unverifiable"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](../other/page.html)", "opaque"),  # another site of the same host
        ("[x](../gone.qmd)", "outside"),
        ("[x](slides.html#/part)", "ok"),
        ("[x](slides.html#/2/1)", "fragment-unverifiable"),
    ],
)
def test_other_sites_and_slides(text: str, expected: str) -> None:
    assert statuses(text, {"slides.qmd": "---\nformat: revealjs\n---\n\n## Part\n"}) == [expected]


def test_a_site_in_a_folder_may_lie_beside_others() -> None:
    text = "[x](../pkg/a.html) [y](../README.md) [z](../gone.qmd)"
    site = make_site({"docs/_quarto.yml": json.dumps(WEBSITE), "docs/index.qmd": text, "README.md": "# R"})
    assert [link.status for link in written_links(site, "docs/index.qmd")] == ["opaque", "ok", "missing"]


def test_of_documents_by_themselves_no_address_is_known() -> None:
    config = {"project": {"title": "T"}}
    files = {"b.qmd": "# B", "index.qmd": ""}
    text = "[x](b.html) [y](reference/f.html) [z](../other/) [w](gone.qmd) ![v](gone.png)"
    site = quarto({"a.qmd": text, **files}, config)
    found = [link.status for link in written_links(site, "a.qmd")]
    assert found == ["ok", "opaque", "opaque", "missing", "asset-missing"]


def test_a_framework_that_is_told_needs_no_config() -> None:
    site = site_with({"a.qmd": "[x](b.qmd#b) [y](gone.qmd)", "b.qmd": "# B"}, framework="quarto")
    assert [link.status for link in written_links(site, "a.qmd")] == ["ok", "missing"]


def test_translations_are_written_by_a_program() -> None:
    config = {**WEBSITE, "babelquarto": {"languages": ["es"]}}
    assert statuses("[x](/es/index.html) [y](/fr/index.html)", {}, config) == ["opaque", "missing"]


def test_texts_of_headings_are_references() -> None:
    text = "See [the second one][Part  Two], and [the third one][Part Three].\n\n## Part two\n"
    assert statuses(text) == ["ok", "undefined-reference"]


def test_links_of_parts_are_read_from_the_page() -> None:
    files = {"_part.qmd": "[x](c.qmd) [y](gone.qmd)", "a/b.qmd": "{{< include ../_part.qmd >}}", "a/c.qmd": "# C"}
    site = quarto({"index.qmd": "# H", **files})
    assert [link.status for link in written_links(site, "_part.qmd")] == ["ok", "missing"]


def test_parts_of_parts_are_named_from_the_page() -> None:
    files = {
        "a/b/c.qmd": "{{< include ../../parts/_one.qmd >}}",
        "parts/_one.qmd": "{{< include ../../parts/_two.qmd >}}",
    }
    site = quarto({"index.qmd": "[x](a/b/c.qmd#two)", **files, "parts/_two.qmd": "## Two"})
    assert [link.status for link in site.links if link.written] == ["ok"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# H {#sec-h}\n\nSee @sec-h.", "ok"),
        ("See @fig-a.\n\n![c](images/p.png){#fig-a}", "ok"),
        ("See @fig-a.\n\n```{r}\n#| label: fig-a\nplot(1)\n```", "ok"),
        ("See @fig-a-2.\n\n```{r}\n#| label: fig-a\nplot(1)\n```", "ok"),  # one of its parts
        ("See @Sec-h.\n\n# H {#sec-h}", "ok"),
        ("# H {#sec-h}\n\nSee @sec-gone.", "fragment-missing"),
        ("See @sec-x.\n\n```{r results='asis'}\ncat(x)\n```", "fragment-missing"),
        ("See @sec-x.\n\n```{r results='asis'}\ncat('# T {#', x, '}')\n```", "fragment-unverifiable"),
        ("See @sec-x.\n\n```{r child=file}\n```", "fragment-unverifiable"),
        ("# H\n\nSee @sec-b.", "fragment-missing"),  # of another page, which only books can
    ],
)
def test_references_within_a_page(text: str, expected: str) -> None:
    assert statuses(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected", "target"),
    [
        ("See @sec-b.", "ok", "b.qmd"),
        ("[x](#sec-b)", "ok", "b.qmd"),
        ("[x](#in-the-text)", "ok", "b.qmd"),
        ("[x](#h)", "ok", "index.qmd"),
        ("[x](b.qmd#in-the-text)", "ok", "b.qmd"),
        ("See @sec-gone.", "fragment-missing", "index.qmd"),
        ("[x](#gone)", "fragment-missing", "index.qmd"),
    ],
)
def test_chapters_share_their_ids(text: str, expected: str, target: str) -> None:
    files = {"index.qmd": f"# H\n\n{text}\n", "b.qmd": "# B {#sec-b}\n\n## In the text\n"}
    (link,) = written_links(quarto(files, book("index.qmd", "b.qmd")), "index.qmd")
    assert (link.status, link.target and link.target.path) == (expected, target)


def test_folders_that_programs_fill() -> None:
    text = "[x](reference/a.qmd) [y](/api/b.html) [z](other/c.qmd)"
    config = {**WEBSITE, "quartodoc": {"package": "p"}, "metadata-files": ["api/_sidebar.yml"]}
    assert statuses(text, {}, config) == ["opaque", "opaque", "missing"]
    assert statuses(text, {}) == ["missing", "missing", "missing"]


def test_numbers_of_notebooks_are_left_out_by_nbdev() -> None:
    config = {**WEBSITE, "metadata-files": ["nbdev.yml"]}
    assert statuses("[x](extra/core.html)", {**FILES, "nbdev.yml": "website: {title: T}"}, config) == ["asset"]
    assert statuses("[x](extra/core.html)") == ["missing"]


def test_the_sites_own_address() -> None:
    config = {"project": {"type": "website"}, "website": {"site-url": "https://example.org/docs"}}
    text = "[x](https://example.org/docs/a/b.html) [y](https://example.org/docs/gone.html) [z](https://example.org/z)"
    assert statuses(text, FILES, config)[0] == "ok"


def test_a_place_in_the_navigation_without_a_page_may_be_an_extensions() -> None:
    config = {**WEBSITE, "website": {"navbar": {"right": [{"text": "W", "href": "#widget"}]}}}
    site = quarto({"index.qmd": "# H"}, config)
    assert [link.status for link in written_links(site, "_quarto.yml")] == ["fragment-unverifiable"]


def test_redirects_to_a_path_that_the_site_may_lie_below() -> None:
    files = {**FILES, "_redirects": "/old.html /py/a/b.html\n/older.html /py/gone.html\n"}
    site = quarto({"index.qmd": "# H", **files})
    assert [(entry.key, entry.status) for entry in site.entries if entry.kind == "redirect"] == [
        ("/old.html", "opaque"),
        ("/older.html", "missing"),
    ]


def test_a_folder_of_the_site_is_no_path_that_it_lies_below() -> None:
    site = quarto({"index.qmd": "# H", "a/b.qmd": "[x](a/c.html)", "a/c.qmd": "# C"})
    assert [link.status for link in written_links(site, "a/b.qmd")] == ["missing"]


def test_pages_of_extensions_are_parts() -> None:
    site = quarto({"index.qmd": "# H", "_extensions/x/skip.html": '<a href="#quarto-content">x</a>'})
    assert {page.path for page in site.pages} == {"index.qmd"}
