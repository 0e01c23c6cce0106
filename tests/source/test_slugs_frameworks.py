"""Slug algorithms side by side: each row of ``slugs.csv`` is a heading's text and what each framework makes of it.

The columns were compared with the frameworks' own code: github-slugger 2.0, Hugo 0.111, Python-Markdown 3.10, PyMdown
Extensions, kramdown 2.4 with its GFM parser 1.1, @mdit-vue/shared 3.0, mdBook's ``utils.rs``, docsify 4.13 and 5.0,
@mintlify/common 1.0, lodash 4.17, VuePress 1.9, Pandoc 2.17 and 3.9. ``\\u0301`` and the like stand for characters that
no one sees.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.source import slugs

ALGORITHMS: dict[str, Callable[[list[str]], list[str]]] = {
    "github": slugs.github_slugs,
    "goldmark": slugs.goldmark_slugs,
    "goldmark-ascii": partial(slugs.goldmark_slugs, kind="github-ascii"),
    "blackfriday": partial(slugs.goldmark_slugs, kind="blackfriday"),
    "python-markdown": slugs.python_markdown_slugs,
    "pymdownx": slugs.pymdownx_slugs,
    "kramdown-gfm": slugs.kramdown_gfm_slugs,
    "kramdown": slugs.kramdown_slugs,
    "vitepress": slugs.vitepress_slugs,
    "mdbook": slugs.mdbook_slugs,
    "mdbook-legacy": slugs.mdbook_legacy_slugs,
    "docsify": slugs.docsify_slugs,
    "docsify-4": partial(slugs.docsify_slugs, version=4),
    "mintlify": slugs.mintlify_slugs,
    "lodash": lambda texts: list(map(slugs.lodash_slug, texts)),
    "markdig": slugs.markdig_slugs,
    "vuepress": slugs.vuepress_slugs,
    "pandoc": slugs.pandoc_slugs,
}


def read_table() -> list[dict[str, str]]:
    path = Path(__file__).parent / "slugs.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [{name: re.sub(r"\\u([0-9a-f]{4})", _show, cell) for name, cell in row.items()} for row in rows]


def _show(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


@pytest.mark.parametrize("name", ALGORITHMS)
def test_the_slug_of_each_text(name: str) -> None:
    table = read_table()
    assert len(table) > 30
    assert {row["text"]: ALGORITHMS[name]([row["text"]])[0] for row in table} == {
        row["text"]: row[name] for row in table
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("github", "foo foo-1 foo-1-1 foo-2 foo-3 foo_1"),
        ("goldmark", "foo foo-1 foo-1-1 foo-2 foo-3 foo_1"),
        ("python-markdown", "foo foo_1 foo-1 foo_2 foo_3 foo_4"),
        ("pymdownx", "foo foo_1 foo-1 foo_2 foo_3 foo_4"),
        ("kramdown-gfm", "foo foo-1 foo-1 foo-2 foo-3 foo_1"),
        ("kramdown", "foo foo-1 foo-1 foo-2 foo-3 foo1"),
        ("vitepress", "foo foo-1 foo-1-1 foo-2 foo-3 foo-1-2"),
        ("mdbook", "foo foo-1 foo-1-1 foo-2 foo-3 foo_1"),
        ("mdbook-legacy", "foo foo-1 foo-1 foo-2 foo-3 foo_1"),
        ("docsify", "foo foo-1 foo-1 foo-2 foo-3 foo_1"),
        ("mintlify", "foo foo-2 foo-1 foo-3 foo-4 foo_1"),
        ("markdig", "foo foo-1 foo-1-1 foo-2 foo-3 foo_1"),
        ("vuepress", "foo foo-2 foo-1 foo-3 foo-4 foo-1-2"),
        ("pandoc", "foo foo-1 foo-1-1 foo-2 foo-3 foo_1"),
    ],
)
def test_the_numbers_of_duplicates(name: str, expected: str) -> None:
    assert ALGORITHMS[name](["foo", "foo", "foo-1", "foo", "Foo", "foo_1"]) == expected.split()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("goldmark", ["heading", "heading-1"]),
        ("python-markdown", ["_1", "_2"]),
        ("kramdown-gfm", ["", "-1"]),
        ("kramdown", ["section", "section-1"]),
        ("mdbook", ["section", "section-1"]),
        ("vitepress", ["", "-1"]),
        ("mintlify", ["", "-2"]),
        ("markdig", ["section", "section-1"]),
        ("vuepress", ["", "-2"]),
        ("pandoc", ["section", "section-1"]),
    ],
)
def test_headings_of_which_nothing_stays(name: str, expected: list[str]) -> None:
    assert ALGORITHMS[name](["?!", "?!"]) == expected


@pytest.mark.parametrize(
    ("algorithm", "expected"),
    [
        (slugs.goldmark_slugs, ["x", "x-1"]),
        (slugs.vitepress_slugs, ["x", "x-1"]),
        (slugs.python_markdown_slugs, ["x", "x_1"]),
        (slugs.pymdownx_slugs, ["x", "x_1"]),
        (slugs.kramdown_gfm_slugs, ["x", "x"]),
        (slugs.kramdown_slugs, ["x", "x"]),
        (slugs.mdbook_slugs, ["x", "x"]),
        (slugs.mdbook_legacy_slugs, ["x", "x"]),
        (slugs.mintlify_slugs, ["x", "x"]),
        (slugs.markdig_slugs, ["x", "x"]),
    ],
)
def test_which_frameworks_count_an_explicit_id(
    algorithm: Callable[[list[str], list[str | None]], list[str]], expected: list[str]
) -> None:
    assert algorithm(["Whatever", "X"], ["x", None]) == expected


def test_python_markdown_counts_ids_that_come_later_and_those_of_other_elements() -> None:
    assert slugs.python_markdown_slugs(["X", "Whatever", "Y"], [None, "x", None], taken=["y"]) == ["x_1", "x", "y_1"]


def test_the_separator_of_python_markdown() -> None:
    assert slugs.python_markdown_slugs(["a - b c"], separator="_") == ["a_-_b_c"]


def test_the_options_of_pymdownx() -> None:
    assert slugs.pymdownx_slugs(["Straße A<b>B</b>"], case="none") == ["Straße-AB"]
    assert slugs.pymdownx_slugs(["Straße"], case="fold") == ["strasse"]
    assert slugs.pymdownx_slugs(["ÄA"], case="lower-ascii", percent_encode=True) == ["%C3%84a"]


def test_kramdown_without_its_gfm_parser_slugs_the_source() -> None:
    assert slugs.kramdown_slugs(["[Foo](/bar) *em*"]) == ["foobar-em"]


@pytest.mark.parametrize(
    ("text", "raw", "expected"),
    [
        ("a -- b", "a -- b", "a – b"),
        ("a --- b...", "a --- b...", "a — b…"),
        ("--flag", "`--flag`", "--flag"),
        ("a--b and --flag -- c", "a--b and `--flag` -- c", "a–b and --flag – c"),
        ("a - b", "a - b", "a - b"),
        ("a -- `b", "a -- `b", "a – `b"),
    ],
)
def test_typographic_signs_outside_code(text: str, raw: str, expected: str) -> None:
    assert slugs.typographic_text(text, raw) == expected


def test_mintlify_sets_typographic_quotes() -> None:
    texts = ["What's new", "the '90s", '"q" x', "step 1: do", "step 1 : do", "it_s-s"]
    assert slugs.mintlify_slugs(texts) == ["what’s-new", "the-’90s", "“q”-x", "step-1-do", "step-1--do", "it_ss"]


@pytest.mark.parametrize("name", ALGORITHMS)
@given(texts=st.lists(st.text(max_size=8), max_size=6))
def test_every_list_of_texts_has_as_many_slugs(name: str, texts: list[str]) -> None:
    assert len(ALGORITHMS[name](texts)) == len(texts)
