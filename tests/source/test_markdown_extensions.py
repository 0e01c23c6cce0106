"""Syntax that sites add to GitHub's Markdown: which links, headings and ids it holds, and what stays as it was."""

from __future__ import annotations

import pytest

from linklint.model.document import Dialect, Document
from linklint.source.parse import parse
from tests.timing import check_linear


def read(text: str, *extensions: str) -> Document:
    document = parse(text.encode(), Dialect(extensions=extensions, front_matter=()))
    for link in document.links:
        if link.destination:
            assert text[link.destination.start : link.destination.end] == link.written
    assert not document.notes
    return document


def hrefs(text: str, *extensions: str) -> list[str]:
    return [link.href for link in read(text, *extensions).links]


def ids(text: str, *extensions: str) -> list[tuple[str, int]]:
    return [(element.id, element.line) for element in read(text, *extensions).ids]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!!! note\n    [x](y)", ["y"]),
        ("!!! note\n\n    [x](y)\n\n    [z](w)", ["y", "w"]),
        ('!!! danger "See [a](b)"\n    [x](y)', ["b", "y"]),
        ("!!! note inline end\n    [x](y)", ["y"]),
        ("??? tip\n    - a\n        [x](y)", ["y"]),
        ('???+ tip "t"\n    !!! note\n        [x](y)', ["y"]),
        ("text\n!!! note\n    [x](y)\nafter [z](w)", ["y", "w"]),
        ("- item\n\n    !!! note\n\n        [x](y)", ["y"]),
        ("!!! note\n    ```\n    [x](y)\n    ```\n    [z](w)", ["w"]),
        ("!!! note\n        [x](y)", []),
        ("!!! not a title: this\n    [x](y)", ["y"]),
    ],
)
def test_admonitions(text: str, expected: list[str]) -> None:
    assert hrefs(text, "admonitions") == expected


def test_without_the_extension_the_content_of_an_admonition_is_code() -> None:
    assert hrefs("!!! note\n\n    [x](y)") == []
    assert hrefs("    !!! note\n\n        [x](y)", "admonitions") == []


def test_headings_in_an_admonition_are_headings() -> None:
    document = read("!!! note\n    ## Two *words*\n", "admonitions")
    assert [(heading.level, heading.text, heading.span.line) for heading in document.headings] == [(2, "Two words", 2)]


def test_tabs_and_their_titles() -> None:
    text = '=== "C and [D](d)"\n\n    [x](y)\n\n===+ "E"\n    !!! note\n        [z](w)\n\nTitle\n===\n'
    document = read(text, "admonitions", "tabs")
    assert [link.href for link in document.links] == ["d", "y", "w"]
    assert [(tab.text, tab.span.line) for tab in document.tabs] == [("C and D", 1), ("E", 5)]
    assert [heading.text for heading in document.headings] == ["Title"]
    assert not read(text).tabs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::: tip\n[x](y)\n:::", ["y"]),
        ("::: tip A [title](t)\n[x](y)\n:::", ["t", "y"]),
        (":::note[A [label](l)]\n[x](y)\n:::", ["l", "y"]),
        ("text\n:::: outer\n::: inner\n- [x](y)\n:::\n[z](w)\n::::\n", ["y", "w"]),
        ("::: never closed\n[x](y)", ["y"]),
        ("- a\n  ::: tip\n  [x](y)\n  :::", ["y"]),
        ("```\n::: tip\n[x](y)\n:::\n```", []),
    ],
)
def test_containers(text: str, expected: list[str]) -> None:
    assert hrefs(text, "containers") == expected


def test_containers_are_not_words_and_may_have_ids() -> None:
    document = read(":::tip{#here}\none two\n:::\n", "containers")
    assert document.words == 2
    assert [(element.id, element.line) for element in document.ids] == [("here", 1)]
    assert read(":::tip{#here}\none two\n:::\n").words > 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# T {#i}", ("T", "i")),
        ("# T {#i .c k=v}", ("T", "i")),
        ("# T { #i }", ("T", "i")),
        ("# T {: #i }", ("T", "i")),
        ("# T {: .c id='i' }", ("T", "i")),
        ("# T {.c}", ("T", None)),
        ("# T #{#i}", ("T #", "i")),
        ("T\n===\n{: #i}", ("T", "i")),
        ("# T\n{:#i}", ("T", "i")),
        ("{:#i}\n# T", ("T", "i")),
        ("# T <span>x</span> {#i}", ("T x", "i")),
        ("# T {x}", ("T {x}", None)),
        ("# T {{ x }}", ("T {{ x }}", None)),
        ("# The set {1, 2}", ("The set {1, 2}", None)),
    ],
)
def test_ids_of_headings(text: str, expected: tuple[str, str | None]) -> None:
    assert [(heading.text, heading.id) for heading in read(text, "attributes").headings] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("para\n{: #i .lead}", [("i", 2)]),
        ("para\n{#i}", [("i", 2)]),
        ("**b**{#i} x", [("i", 1)]),
        ("x\ny ![a](b.png){ #i loading=lazy }", [("i", 2)]),
        ("[](){#i}", [("i", 1)]),
        ("- {: #i} item", [("i", 1)]),
        ("# T\n\npara\n{: #i}", [("i", 4)]),
        ("`{#i}`", []),
        ("a word{#i}", []),
        ("```\n{: #i}\n```", []),
    ],
)
def test_ids_of_other_elements(text: str, expected: list[tuple[str, int]]) -> None:
    assert ids(text, "attributes") == expected


def test_attributes_are_not_text() -> None:
    document = read("[x](y){target=_blank} and `c`{.r}", "attributes")
    assert document.words == 3
    assert [(link.text, link.href, link.span.end) for link in document.links] == [("x", "y", 6)]
    assert read("# [a **b**{: .c}](d)\n", "attributes").links[0].text == "a b"


def test_a_place_marked_with_an_empty_link_is_no_link() -> None:
    assert hrefs("[](){#i} [x](y) []()", "attributes") == ["y", ""]


def test_terms_of_definition_lists() -> None:
    text = "Term [l](m)\n:   def [x](y)\n\n    more [z](w)\n\nOther\n: [q](r)\n"
    document = read(text, "definition-lists")
    assert [link.href for link in document.links] == ["m", "y", "w", "r"]
    assert [(term.text, term.span.line) for term in document.terms] == [("Term l", 1), ("Other", 6)]
    assert not document.headings
    assert not read(text).terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$[a](b)$ [x](y)", ["y"]),
        ("$$[a](b)$$ [x](y)", ["y"]),
        ("$$\n[a](b)\n$$\n[x](y)", ["y"]),
        ("costs $5 [x](y) and $6", ["y"]),
        ("\\$[x](y)\\$", ["y"]),
        ("`$` [x](y) `$`", ["y"]),
        ("$$\n[x](y)", ["y"]),
    ],
)
def test_formulas(text: str, expected: list[str]) -> None:
    assert hrefs(text, "math") == expected


def test_a_formula_in_a_heading_is_text() -> None:
    assert [heading.text for heading in read("# $x_1$ and $$y$$\n", "math").headings] == ["x_1 and y"]


def test_comments_and_block_ids_of_obsidian() -> None:
    text = "%%[a](b)%% [x](y) ^one\n\n- item ^two\n\n%%\n[n](o)\n\n[p](q)\n%%\n\n^three\n\n2^10 and 5% or 6%\n"
    document = read(text, "obsidian")
    assert [link.href for link in document.links] == ["y"]
    assert [(element.id, element.line) for element in document.ids] == [("^one", 1), ("^two", 3), ("^three", 11)]
    assert hrefs(text) == ["b", "y", "o", "q"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# T [#i]", ("T", "i")),
        ("# T [x](y) [#i-2]", ("T x", "i-2")),
        ("# T [i]", ("T [i]", None)),
        ("# T `[#i]`", ("T [#i]", None)),
    ],
)
def test_ids_in_brackets(text: str, expected: tuple[str, str | None]) -> None:
    assert [(heading.text, heading.id) for heading in read(text, "bracket-ids").headings] == [expected]


@pytest.mark.parametrize(
    "text",
    ["# a" + " " * 50_000 + "b {", "::: a" + " " * 50_000 + "b", "{#a" * 20_000, "$a" * 20_000, "%%a" * 20_000,
     "!!! a\n    " * 5_000, "`{" * 20_000],
)  # fmt: skip
def test_long_lines_are_read_in_time(text: str) -> None:
    extensions = "admonitions attributes bracket-ids containers definition-lists math obsidian tabs".split()
    assert parse(text.encode(), Dialect(extensions=tuple(extensions))).lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<div class="grid" markdown>\n- a\n\n    [x](y)\n</div>\n[z](w)', ["y", "w"]),
        ('<figure markdown="1">\n![i](j.png)\n</figure>', ["j.png"]),
        ("> <div markdown id=q>\n> [x](y)\n> </div>", ["y"]),
        (
            '<aside markdown="1">\n  <img src="i.png">\n  t\n  <p markdown="1">\n[x](y)\n  </p>\n</aside>',
            ["i.png", "y"],
        ),
        ('<aside markdown="1">\n<p>\n[a](b)\n</p>\n<p markdown="1">\n[x](y)\n</p>\n</aside>', ["y"]),
        ("<!-- c\n<div markdown>\n[x](y)\n-->", []),
        ("text\n<div markdown>\n[x](y)\n</div>", ["y"]),
        ("<div markdown>\n<p>\n[x](y)\n</p>\n</div>", []),
        ('<div class="markdown">\n[x](y)\n</div>', []),
        ("```\n<div markdown>\n[x](y)\n```", []),
    ],
)
def test_markdown_in_html(text: str, expected: list[str]) -> None:
    assert hrefs(text, "markdown-in-html") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<div>\n\n[x](y)\n\n<a href=z>w</a>\n\n</div>\n[v](w)", ["z", "w"]),
        ("<div>\n<div>\n\n[x](y)\n\n</div>\n\n[x](y)\n\n</div>\n[v](w)", ["w"]),
        ("<details>\n<summary>s</summary>\n\n[x](y)\n\n</details>", []),
        ("<pre><code>```a\n\n[x](y)\n```</code></pre>\n\n[v](w)", ["w"]),
        ("<hr>\n[v](w)", ["w"]),
        ("<div/>\n[v](w)", ["w"]),
        ("t\n<p>\n\n[x](y)</p>\n[v](w)", ["w"]),
        ("<p>a</p><!-- b -->\n[v](w)", ["w"]),
        ("<p>a</p> <p>\n\n[x](y)</p>\n[v](w)", ["w"]),
        ("<script>\nif (a<b) '<div>'\n\n</script>\n[v](w)", ["w"]),
        ("<DIV>\n\n[x](y)\n</div>\n[v](w)", ["w"]),
        ("<video controls>\n\n[x](y)\n</video>", []),
        ("<span>\n[v](w)\n</span>", ["w"]),
        ('<a name="b"></a>\n[v](w)', ["w"]),
        ("- <div>\n\n  [x](y)\n\n  </div>\n\n- [v](w)", ["w"]),
        ("> <div>\n>\n> [x](y)\n> </div>\n> [v](w)", ["w"]),
        ("{::nomarkdown}\n<div>\n{:/}\n\n[v](w)\n\n{::nomarkdown}\n</div>\n{:/}", ["w"]),
        ("{::nomarkdown}\n<div>\n{:/}\n\n~~~html\n\n[x](y)\n~~~\n\n{::nomarkdown}\n</div>\n{:/}", []),
        ("<div>\n\n{::nomarkdown}</div>{:/}\n\n[x](y)\n</div>\n[v](w)", ["w"]),
    ],
)
def test_html_elements_end_at_their_end_tags(text: str, expected: list[str]) -> None:
    assert hrefs(text, "html-elements", "markdown-in-html") == expected


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n\n[v](w)",
        "<div>\n<p>\n\n[v](w)\n\n</div>",
        "<div>\n<div>\n\n[v](w)\n\n</div>",
        "<div :class='a'>\n\n[v](w)\n\n</div>",
        '<div markdown="1">\n[v](w)\n</div>',
        '<div>\n<p markdown="1">\n[v](w)\n</p>\n</div>',
        "- <div>\n\n[v](w)\n\n</div>",
        "    <div>\n\n[v](w)\n\n    </div>",
        "</div>\n\n[v](w)",
        "<p>a</p> <!-- b\n--><p>\n\n[v](w)</p>",
        "<!-- <div> -->\n\n[v](w)\n\n</div>",
        "`<script>`\n\n[v](w)",
        "<div>{% capture a %}\n\n[v](w)\n\n{% endcapture %}{{ a | markdownify }}</div>",
    ],
)
def test_what_may_be_no_element_is_left_to_commonmark(text: str) -> None:
    dialect = Dialect(extensions=("html-elements", "markdown-in-html"), masks=("liquid",))
    assert [link.href for link in parse(text.encode(), dialect).links] == ["w"]


@pytest.mark.parametrize(
    ("start", "unit"),
    [("", unit) for unit in ("<div>\n", "<div>", "<p></b>", "<a b='<a c=\"", "<!--", "<script>", "<p></p>")]
    + [("", "<div>\n\n</div>\n"), ("<a ", "b ")],
)
def test_many_elements_are_read_in_linear_time(start: str, unit: str) -> None:
    dialect = Dialect(extensions=("html-elements",))
    check_linear(lambda size: parse((start + unit * size).encode(), dialect), 5_000)


def test_html_around_markdown_keeps_its_links_and_ids() -> None:
    document = read('<div markdown id="q">\n[x](y) <a href="z">w</a>\n</div>\n', "markdown-in-html")
    assert [(link.href, link.text, link.span.line) for link in document.links] == [("y", "x", 2), ("z", "w", 2)]
    assert [(element.id, element.line) for element in document.ids] == [("q", 1)]


def test_which_definition_of_a_label_counts() -> None:
    text = '[a] [b]\n\n[a]: one\n[b]: x\n[a]: two "T"\n\n> [a]: three\n'
    assert hrefs(text) == ["one", "x"]
    assert hrefs(text, "last-definition") == ["three", "x"]
    assert hrefs("[A][a]\n\n[a]: one\n[ A ]: two\n", "last-definition") == ["two"]


def test_definitions_below_lines_of_text() -> None:
    text = "[a] x [b] x [c]\n\nwords\n[a]: one\nmore\n\n> quote\n[b]: two\n\n    code\n    [c]: three\n"
    assert hrefs(text) == []
    assert hrefs(text, "inner-definitions") == ["one", "two"]
    assert hrefs("[a] x\n\n- item\n  [a]: one\n", "inner-definitions") == ["one"]
    assert hrefs("[a] x\n\nwords\n[a]: one two three\n", "inner-definitions") == []


def test_a_shortcut_reference_before_a_footnote() -> None:
    text = "[two words][^1] [no][^1] `[a][^1]`\n\n[^1]: x\n\n[two words]: y\n[a]: z\n"
    document = read(text, "footnotes", "noted-links")
    assert [(link.href, link.label, text[link.span.start : link.span.end]) for link in document.links] == [
        ("y", "two words", "[two words]")
    ]
    assert hrefs(text, "footnotes") == []


def test_a_comment_may_be_a_term() -> None:
    text = "<!-- option -->\n\n:   [a](b)\n\n    after [x](y)\n\n<!-- no term -->\n\n    [code](c)\n"
    assert hrefs(text, "definition-lists") == ["b", "y"]
    assert [element.id for element in read("<!-- c -->\n<b id=i>\n", "definition-lists").ids] == ["i"]
