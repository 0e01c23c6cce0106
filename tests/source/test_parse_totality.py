"""Any bytes give a document, in a time that grows with their length."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linklint.model.document import Dialect, Document
from linklint.source.dialects import COMMONMARK, GFM, HTML
from linklint.source.parse import parse
from tests.examples import some
from tests.timing import check_linear

EVERYTHING = Dialect(extensions=(*GFM.extensions, "heading-ids", "wikilinks"))
DIALECTS = [COMMONMARK, GFM, HTML, EVERYTHING]

PATHOLOGICAL: dict[str, Callable[[int], str]] = {
    "strong in emphasis": lambda n: "*a **a " * n + "b" + " a** a*" * n,
    "closers only": lambda n: "a_ " * n,
    "link closers only": lambda n: "a]" * n,
    "link openers only": lambda n: "[a" * n,
    "openers and emphasis": lambda n: "[ a_" * n,
    "bracket and parenthesis": lambda n: "[ (](" * n,
    "image in image, unclosed": lambda n: "![[]()" * n,
    "nested brackets": lambda n: "[" * n + "a" + "]" * n,
    "nested images": lambda n: "![" * n + "a" + "](b)" * n,
    "bracket pairs": lambda n: "[ab][cd" * n,
    "text and label pairs": lambda n: "[ab cd][cd-e]" * n,
    "spaced text and label pairs": lambda n: "[ab cd][cd-e] " * n,
    "label after nested brackets": lambda n: " [" * n + "]" * n + "[cd-e]" * n,
    "quotes": lambda n: "> " * n + "a",
    "lists": lambda n: "".join("  " * level + "* a\n" for level in range(n // 50)),
    "lists in one line": lambda n: "- " * n + "x" + "\n" * n,
    "emphasis in quotes": lambda n: ">" * n + "a*" * n,
    "code spans": lambda n: "".join("e" + "`" * length for length in range(n // 50)),
    "unclosed angles": lambda n: "[a](<b" * n,
    "unclosed destinations": lambda n: "[a](b" * n,
    "unclosed comments": lambda n: "</" + "<!--" * n,
    "unclosed titles": lambda n: '[a](b "' * n,
    "definitions": lambda n: "".join(f"[{number}]: u\n" for number in range(n)) + "[0] " * n,
    "unclosed definitions": lambda n: "[a]: <b\n" * n,
    "one definition over many lines": lambda n: "[a]: b\n'" + "c\n" * n,
    "backslashes in a label": lambda n: "[" + "\\" * n + "]",
    "attributes": lambda n: "<a" + " a=b" * n,
    "tags": lambda n: "<" * n + ">",
    "raw links": lambda n: "<a href=x>" * n,
    "raw landmarks": lambda n: "<nav>" * n + "</aside>" * n,
    "swallowing tags": lambda n: "a <title> <script>" * n,
    "tables": lambda n: "|" + "a|" * n + "\n|" + "-|" * n + "\n" + ("|" + "a|" * n + "\n") * 3,
    "escaped pipes": lambda n: "|[a](b)" + "\\|" * n + "|\n|-|\n",
    "plain addresses": lambda n: "https://a.b?" + "*" * n + "a" + ")" * n + ";" * n,
    "entities after an address": lambda n: "www.a.b" + "&a;" * n,
    "addresses": lambda n: "a.b-c_d" * n + "@",
    "address parts": lambda n: "a@b." * n,
    "carriage returns": lambda n: "aaa\rbbb\n-\v\n" * n,
    "wikilinks": lambda n: "[[a|" * n,
    "heading ids": lambda n: "# a" + " {#a" * n,
    "footnotes": lambda n: "[^a]: " * n,
    "links": lambda n: "[text](../a/b.md#frag) " * n,
    "items": lambda n: "- [text](../a/b.md#frag)\n" * n,
    "NUL": lambda n: "abc\0de\0" * n,
}


def crashes(document: Document) -> list[str]:
    return [note.message for note in document.notes if "could not be parsed" in note.message]


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_pathological_input_is_read_in_linear_time(name: str) -> None:
    make = PATHOLOGICAL[name]
    assert not crashes(parse(make(500).encode(), EVERYTHING))
    check_linear(lambda size: parse(make(size).encode(), EVERYTHING), 500)


@settings(max_examples=some(300), deadline=None)
@given(st.binary(max_size=300), st.sampled_from(DIALECTS))
def test_any_bytes_give_a_document(data: bytes, dialect: Dialect) -> None:
    document = parse(data, dialect)
    assert not crashes(document)


_SOUP = (
    "[ ] ( ) ! [a](b) < > <!-- --> | ` [^a] [^a]: [a]: [[a]] {#a} # www. a@b.c https:// <a_href=x> </a> <h1> \\ &amp;"
    " * ~~ |-| <script> <nav> a 🎉 _"
).split()
_SOUP = [piece.replace("<a_", "<a ") for piece in _SOUP] + [" ", "\n", "\r", "\n\n", "\n- ", "\n> ", "\n# ", "\t"]
_SOUP += ["\n```\n", "---\n", "\0", "\ufeff", "\u2028"]


@settings(max_examples=some(500), deadline=None)
@given(st.lists(st.sampled_from(_SOUP), max_size=30).map("".join), st.sampled_from(DIALECTS))
def test_any_syntax_gives_a_document_whose_places_are_inside_the_file(text: str, dialect: Dialect) -> None:
    document = parse(text.encode(), dialect)
    assert not crashes(document)
    length = len(text.removeprefix("\ufeff"))
    for link in (*document.links, *document.undefined):
        assert 0 <= link.span.start < link.span.end <= length
        assert -1 <= link.section < len(document.headings)
    assert [link.span.start for link in document.links] == sorted(link.span.start for link in document.links)


def test_a_file_over_the_limit_is_told_and_not_read() -> None:
    document = parse(b"[a](b)\n" * 10, GFM, max_bytes=50)
    (note,) = document.notes
    assert note.kind == "too-large"
    assert note.message == "the file has 70 bytes, and of one over 50 no link is read, so it is to be split"
    assert not document.links
    assert not parse(b"[a](b)\n" * 7, GFM, max_bytes=50).notes


def test_a_pointer_of_git_lfs_is_told() -> None:
    document = parse(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", GFM)
    assert [note.kind for note in document.notes] == ["unreadable"]


@pytest.mark.parametrize(("prefix", "depth", "seen"), [("> ", 150, 1), ("> ", 250, 0), ("- ", 90, 1), ("- ", 110, 0)])
def test_a_limit_of_nesting_that_was_hit_is_told(prefix: str, depth: int, seen: int) -> None:
    document = parse((prefix * depth + "[a](b)").encode(), GFM)
    assert len(document.links) == seen
    assert [note.kind for note in document.notes] == ([] if seen else ["nesting"])


def test_brackets_nested_too_deep_are_told_at_their_block() -> None:
    document = parse(("\n\nx " + "[" * 300 + "a" + "]" * 300 + "(b)").encode(), GFM)
    assert [(note.kind, note.line) for note in document.notes] == [("nesting", 3)]
