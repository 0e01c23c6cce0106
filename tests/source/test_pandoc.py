"""Pandoc's Markdown with the cells of Quarto and knitr: where ids, links and what is taken in stand. Headings and HTML
were tried out with Pandoc 3.9."""

from __future__ import annotations

import pytest

from linklint.model.document import Dialect, Document
from linklint.source.parse import parse

EXTENSIONS = ("definition-lists", "footnotes", "math", "pandoc", "quarto-references", "strikethrough", "tables")
QUARTO = Dialect(extensions=EXTENSIONS, masks=("quarto",))
BOOKDOWN = Dialect(extensions=(*EXTENSIONS, "bookdown-references"))


def read(text: str, dialect: Dialect = QUARTO) -> Document:
    """The document; it must have been readable."""
    document = parse(text.encode(), dialect)
    assert not [note for note in document.notes if note.kind == "unreadable"]
    for link in document.links:
        assert link.destination is None or text[link.destination.start : link.destination.end] == link.written
    return document


def ids(text: str) -> list[tuple[str, int]]:
    """The ids of elements, each with its line."""
    return [(element.id, element.line) for element in read(text).ids]


def links(text: str, dialect: Dialect = QUARTO) -> list[tuple[str, str, int]]:
    """Syntax, destination and line of each link."""
    return [(link.syntax, link.href, link.span.line) for link in read(text, dialect).links]


@pytest.mark.parametrize(
    ("heading", "text", "own"),
    [
        ("## Data {#sec-data}", "Data", "sec-data"),
        ("## Data {#sec-data .unnumbered key=1}", "Data", "sec-data"),
        ('## Data {.x #sec-data title="a {b}"}', "Data", "sec-data"),
        ("## Data {-}", "Data", None),
        ("## Data {.unnumbered}", "Data", None),
        ("## Data ## {#d}", "Data", "d"),
        ("## Sets {a, b}", "Sets {a, b}", None),
    ],
)
def test_attributes_of_headings(heading: str, text: str, own: str | None) -> None:
    (found,) = read(heading).headings
    assert (found.text, found.id) == (text, own)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[span]{#here .small}", [("here", 1)]),
        ("[span]{.small}", []),
        ("![c](a.png){#fig-a width=30%\n  fig-alt='b {c}'}", [("fig-a", 1)]),
        ("[x](y.qmd){#link}", [("link", 1)]),
        ("`x`{#code}", [("code", 1)]),
        ("::: {#fig-a layout='[[1,1],[1]]'}\n\ntext\n\n:::", [("fig-a", 1)]),
        (":::: {.columns #cols}\n::: note\ntext\n:::\n::::", [("cols", 1)]),
        ("$$\na\n+ b\n$$ {#eq-sum}", [("eq-sum", 4)]),
        ("$$ a $$ {#eq-one}", [("eq-one", 1)]),
        ("| a |\n|---|\n| b |\n\n: Caption {#tbl-a}", [("tbl-a", 5)]),
        ('<div id="raw">\n\ntext\n\n</div>', [("raw", 1)]),
        ("A set {a, b} of {#}", []),
        ("`{#no}`", []),
        ("```\n{#no}\n```", []),
    ],
)
def test_attributes_give_ids(text: str, expected: list[tuple[str, int]]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("```{r}\n#| label: fig-a\nplot(1)\n```", ["fig-a"]),
        ('```{python}\n#| label: "fig-a"\n1\n```', ["fig-a"]),
        ("```{ojs}\n//| label: fig-a\n1\n```", ["fig-a"]),
        ("```{r fig-a, fig.cap='A'}\nplot(1)\n```", ["fig-a"]),
        ('```{r, label="fig-a"}\nplot(1)\n```', ["fig-a"]),
        ("```{r fig-a, fig.cap='With `code`'}\nplot(1)\n```", ["fig-a"]),
        ("```{r echo=FALSE}\nplot(1)\n```", []),
        ("```{r}\nplot(1)\n```", []),
        ("```{.python #lst-a}\nx = 1\n```", ["lst-a"]),
        ('```{r}\ndatatable(x, elementId = "models")\n```', ["models"]),
        ("```python\n#| label: fig-a\n```", []),
    ],
)
def test_cells_have_labels(cell: str, expected: list[str]) -> None:
    assert [element.id for element in read(cell).ids] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{< include _a.qmd >}}", [("include", "_a.qmd")]),
        ('{{< include "/parts/_a b.qmd" >}}', [("include", "/parts/_a b.qmd")]),
        ("See {{< meta version >}}.", [("shortcode", "meta version")]),
        ("{{{< include _a.qmd >}}}", []),
        ("{{</* include _a.qmd */>}}", []),
        ("```\n{{< include _a.qmd >}}\n```", []),
        ("```{r child='_a.Rmd'}\n```", [("include", "_a.Rmd")]),
        ("```{r}\n#| child: _a.Rmd\n```", [("include", "_a.Rmd")]),
        ("```{r}\nres = knitr::knit_child('_a.Rmd')\ncat(res)\n```", [("include", "_a.Rmd")]),
        ("```{r}\nres = knit_child(text = readLines('_a.Rmd'))\n```", [("include", "_a.Rmd")]),
        ("```{r}\nres = knit_child(text = x)\n```", [("generator", "ids")]),
        ("```{r results='asis'}\ncat(x)\n```", [("generator", "text")]),
        ("```{r results='asis'}\ncat('# T {#', x, '}')\n```", [("generator", "ids")]),
        ("```{r child=file}\n```", [("generator", "ids")]),
        ("```{r}\n#| output: asis\ncat(x)\n```", [("generator", "text")]),
        ("```{python}\nMarkdown(x)\n```", [("generator", "text")]),
        ("`r list_papers(x)`", [("generator", "links")]),
        ("`{python} list_papers(x)`\n\nText", [("generator", "links")]),
        ("`r if (is_latex()) '<!--'`", []),
        ("`r x` is a number", []),
        ("Text\n`r x`\ntext", []),
        ("```{python}\nprint(x)\n```", []),
    ],
)
def test_what_is_taken_in(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(include.kind, include.written) for include in read(text).includes]
    assert [each for each in found if each[0] != "macro"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<div>\n[x](a.qmd)\n</div>", [("inline", "a.qmd", 2)]),
        ("<p>[x](a.qmd) and</p>", [("inline", "a.qmd", 1)]),
        ("<table>\n<tr>\n<td>[x](a.qmd)</td>\n</tr>\n</table>", [("inline", "a.qmd", 3)]),
        ('<a href="b.html">\n    [x](a.qmd)', [("html", "b.html", 1), ("inline", "a.qmd", 2)]),
        ('<div>\n    <a href="b.html">y</a>\n</div>', [("html", "b.html", 2)]),
        ("<pre>\n[x](a.qmd)\n</pre>", []),
        ('<script>\nvar a = "[x](a.qmd)";\n</script>', []),
        ('```{=html}\n<a href="b.html">y</a>\n```', [("html", "b.html", 2)]),
        ('```{=latex}\n<a href="b.html">y</a>\n```', []),
        ("```{block, type='note'}\n[x](a.qmd)\n```\n\n[y](b.qmd)", [("inline", "a.qmd", 2), ("inline", "b.qmd", 5)]),
        ("```{asis}\n[x](a.qmd)\n```", [("inline", "a.qmd", 2)]),
        ("```{r}\n[x](a.qmd)\n```", []),
        ("```{r a, b='`c`'}\n# [x](a.qmd)\n```\n\n[y](b.qmd)", [("inline", "b.qmd", 5)]),
        ("Term\n:   [x](a.qmd)", [("inline", "a.qmd", 2)]),
        ("$a[1](b)$ and [x](a.qmd)", [("inline", "a.qmd", 1)]),
        ("Note^[see [x](a.qmd)].", [("inline", "a.qmd", 1)]),
    ],
)
def test_links_between_tags_and_in_blocks(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert links(text) == expected


def test_references_by_label() -> None:
    text = "See @sec-a, [@fig-b; @tbl-c_d], -@Fig-x.\nNot @knuth84, a@sec-b.org, `@sec-a`, \\@sec-a, \\@ref(a)."
    assert [(href, line) for _, href, line in links(text)] == [
        ("ref:sec-a", 1),
        ("ref:fig-b", 1),
        ("ref:tbl-c_d", 1),
        ("ref:Fig-x", 1),
    ]
    assert all(link.made for link in read(text).links)


def test_references_of_bookdown() -> None:
    assert links("See \\@ref(intro) and \\@ref(fig:a).", BOOKDOWN) == [
        ("role", "ref:intro", 1),
        ("role", "ref:fig:a", 1),
    ]
