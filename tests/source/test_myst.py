"""Markdown as MyST writes it: directives, roles, targets, comments; what is read in them and what is not."""

import pytest

from linklint.model.document import Dialect, Document
from linklint.source.dialects import GFM
from linklint.source.parse import parse
from linklint.source.restructured import find_labels

MYST = Dialect(extensions=("filled-links", "footnotes", "myst", "tables"))


def read(text: str, dialect: Dialect = MYST) -> Document:
    return parse(text.encode(), dialect)


@pytest.mark.parametrize(
    ("text", "href", "shown", "written"),
    [
        ("{ref}`a b`", "ref:a b", "", "a b"), ("{ref}`T *x* <a>`", "ref:a", "T *x*", "a"),
        ("{doc}`/a/b`", "doc:/a/b", "", "/a/b"), ("{std:doc}`a`", "doc:a", "", "a"), ("{REF}`a`", "ref:a", "", "a"),
        ("{numref}`F %s < a >`", "numref:a", "F %s", "a"), ("x {any}``a`b``.", "any:a`b", "", "a`b"),
        ("{download}`a.zip`", "download:a.zip", "a.zip", "a.zip"), ("{ref}`T\n<a>`", "ref:a", "T", "a"),
        ("> - {ref}`a`", "ref:a", "", "a"), ("| a |\n|---|\n| {ref}`x` |", "ref:x", "", "x"),
        ("# {doc}`a`", "doc:a", "", "a"),
    ],
)  # fmt: skip
def test_roles_that_lead_somewhere(text: str, href: str, shown: str, written: str) -> None:
    link = read(text).links[0]
    assert (link.href, link.text, link.written, link.syntax, link.made) == (href, shown, written, "role", not shown)
    destination = link.destination
    assert destination is not None
    assert text[destination.start : destination.end] == written


@pytest.mark.parametrize(
    "text",
    [
        "{ref}`!a`", "{kbd}`a`", "`{ref}`a", "{ref}``", "\\{ref}`a`", "{ref} `a`", "```\n{ref}`a`\n```", "{}`a`",
        "```{code-block}\n[a](b)\n```", "```{mermaid}\n[a](b)\n```", "```{code-cell}\n[a](b)\n```", "% [a](b)",
        "```{eval-rst}\n[a](b)\n```", "```{ours}\n[a](b)\n```", "~~~{literalinclude} b\n~~~", "+++ [a](b)", "(a)=",
    ],
)  # fmt: skip
def test_what_leads_nowhere(text: str) -> None:
    assert read(text).links == ()


@pytest.mark.parametrize(
    "text",
    [
        "```{note}\n[a](b)\n```", "```{note} [a](b)\n```", ":::{tip}\n:class: x\n\n[a](b)\n:::",
        "~~~{warning}\n[a](b)\n~~~", "````{tab-set}\n```{tab-item} T\n[a](b)\n```\n````",
        "- ```{note}\n  [a](b)\n  ```",
        "> :::{note}\n> [a](b)\n> :::", "```{note}\n---\nclass: x\n---\n[a](b)\n```",
        "text\n```{note}\n[a](b)\n```\ntext",
        "```{note}\n[a](b)", "::::{grid}\n:::{card} T\n[a](b)\n:::\n::::", "```{figure} c.png\n[a](b)\n```",
        "```{parsed-literal}\n[a](b)\n```", "```{prf:theorem} T\n:label: x\n[a](b)\n```",
        "```{list-table}\n:header-rows: 1\n\n* - x\n  - [a](b)\n```",
    ],
)  # fmt: skip
def test_directives_that_hold_markdown(text: str) -> None:
    link = read(text).links[0]
    assert (link.href, link.text) == ("b", "a")
    assert text[link.span.start : link.span.end] == "[a](b)"


@pytest.mark.parametrize(
    ("text", "written", "kind", "part"),
    [
        ("```{toctree}\na/b\n```", "a/b", "toctree", ""),
        (":::{toctree}\n:hidden:\n\nT <a>\n:::", "a", "toctree hidden", "T"),
        ("```{toctree}\n---\nglob:\nmaxdepth: 1\n---\na/*\n```", "a/*", "toctree glob", ""),
        ("```{include} ../a.md\n:start-line: 2\n```", "../a.md", "include", "start-line"),
        ("```{include} a.py\n:literal:\n```", "a.py", "code", None),
        ("```{literalinclude} a.py\n```", "a.py", "code", None),
        ("```{image} a.png\n:alt: A\n```", "a.png", "image", "A"), ("```{figure} a.png\nx\n```", "a.png", "image", ""),
        ("```{card} T\n:link: a\n:link-type: doc\n```", "a", "link doc", "T"),
        ("```{button-ref} a\n:ref-type: myst\n```", "a", "link myst", None),
        ("```{ours} a\nx\n```", "ours a", "generator", None),
        ("```{image} a.png\n:target: b\n```", "b", "link url", ""),
    ],
)  # fmt: skip
def test_what_directives_name(text: str, written: str, kind: str, part: str | None) -> None:
    found = [(each.written, each.kind, each.part) for each in read(text).includes]
    assert (written, kind, part) in found
    span = next(each.span for each in read(text).includes if each.written == written)
    assert written in text[span.start : span.end].replace("{", "").replace("}", "")


def test_blocks_of_restructuredtext_have_labels_and_tables_of_contents() -> None:
    text = "```{eval-rst}\n.. _one:\n\n.. toctree::\n   :maxdepth: 1\n\n   a\n   T <b>\n\n.. _`two x`: \n```\n"
    document = read(text)
    assert [each.id for each in document.ids] == ["one", "two x"]
    found = [(each.written, each.kind, each.span.line, each.span.column) for each in document.includes]
    assert found == [("eval-rst", "generator", 1, 1), ("a", "toctree", 7, 4), ("b", "toctree", 8, 7)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("(a/b_c.d)=\n- x", ["a/b_c.d"]), ("text\n(a)=\nx", ["a"]), ("> (a)=\n> x", ["a"]),
        ("```{note}\n:name: a\nx\n```", ["a"]),
        ("```{math}\n:label: a\nx\n```", ["equation-a", "a"]), ("(a b)=\n", []), ("(a)= x", []), ("    (a)=\n", []),
        ("```{code-block}\n(a)=\n```", []), ("```{raw} html\n<i id='a'>x</i>\n```", ["a"]),
    ],
)  # fmt: skip
def test_targets(text: str, ids: list[str]) -> None:
    document = read(text)
    assert [each.id for each in document.ids] == ids
    assert not document.headings


@pytest.mark.parametrize(
    ("text", "id_", "ids"),
    [("(a/b_c.d)=\n# T", "a/b_c.d", []), ("(a)=\n(b)=\n\n# T", "b", ["a"]), ("(a)=\nx\n# T", None, ["a"])],
)
def test_a_target_above_a_heading_is_its_id(text: str, id_: str | None, ids: list[str]) -> None:
    document = read(text)
    assert [heading.id for heading in document.headings] == [id_]
    assert [each.id for each in document.ids] == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (":::{note .wide #a} T\nx\n:::", ["a"]),
        ("{span #a .b}`x`", ["a"]),
        ('+++ {"label": "a"}\nx', ["a"]),
        ('+++ {"tags": ["a"]}\nx', []),
        ("```{figure} p.png\n:label: a\n```", ["a"]),
        ("```{code-cell} python\n#| label: a\n1\n```", ["a"]),
    ],
)
def test_places_that_mystmd_names(text: str, ids: list[str]) -> None:
    assert [each.id for each in read(text).ids] == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [("$$ a $$ (b)", ["b"]), ("$$\n\\label{b} a\n$$", ["b"]), ("$$\na\n$$ (b)\n", ["b"]), ("$$ a $$ (b) c", [])],
)
def test_formulas_have_labels(text: str, ids: list[str]) -> None:
    dialect = Dialect(extensions=("math", "myst"))
    assert [each.id for each in parse(text.encode(), dialect).ids] == ids


def test_other_dialects_know_none_of_it() -> None:
    document = read("(a)=\n{ref}`a`\n```{note}\n[a](b)\n```\n% [c](d)\n", GFM)
    assert (document.ids, [link.href for link in document.links]) == ((), ["d"])


def test_directives_in_directives_have_a_limit_that_is_told() -> None:
    text = "```{note}\n" * 100 + "[a](b)\n"
    document = read(text)
    assert document.links == ()
    assert [note.kind for note in document.notes] == ["nesting"]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        (".. _a-b:", ["a-b"]), ("   .. _A b:", ["A b"]), (".. _`a: b`:", ["a: b"]), (".. _a: https://x.org", ["a"]),
        (".. _a:b:", ["a:b"]), (".. a:", []), ("_a:", []), (".. _:", []), (".. _a", []),
    ],
)  # fmt: skip
def test_labels_of_restructuredtext(line: str, labels: list[str]) -> None:
    assert [label for _, label in find_labels([line])] == labels
