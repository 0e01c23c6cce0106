"""Pages in YAML: links in fields, Markdown in fields, and that everything keeps its place."""

import pytest

from linklint.model.document import Dialect, Document
from linklint.source.parse import parse

PAGE = Dialect("yaml", ("docfx", "tables"), ())


def read(text: str) -> Document:
    return parse(text.encode(), PAGE)


def shown(text: str) -> list[tuple[str, str, int, int]]:
    """(destination in the source, text, line, column) of each link."""
    found = []
    for link in read(text).links:
        assert link.destination is not None
        place = link.destination
        found.append((text[place.start : place.end], link.text, place.line, place.column))
    return found


LANDING = """### YamlMime:Landing
title: Desktop guide
summary: Read [first](first.md).
metadata:
  description: words
  url: not-a-link.md
landingContent:
- title: A card
  linkLists:
  - linkListType: overview
    links:
    - text: WinForms
      url: winforms/index.yml
    - text: "Quoted"
      url: "b.md"
    imageSrc: a.png
"""


def test_fields_that_name_pages_are_links() -> None:
    assert shown(LANDING) == [
        ("first.md", "first", 3, 23),
        ("winforms/index.yml", "WinForms", 13, 12),
        ("b.md", "Quoted", 15, 13),
        ("a.png", "", 16, 15),
    ]


def test_metadata_are_the_front_matter() -> None:
    document = read(LANDING)
    assert (document.title, document.front_matter) == (
        "Desktop guide",
        {"description": "words", "url": "not-a-link.md"},
    )
    assert document.front_matter_lines == {"description": 5, "url": 6}


FAQ = """### YamlMime:FAQ
sections:
  - name: General
    questions:
      - question: What is it?
        answer: |
          See [a](a.md)
          and

              [code](no.md)

          1. one [b](b.md)
             [!INCLUDE [c](c.md)]
      - question: |
          Why?
        answer: >
          Because of
          [d](d.md#x).
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_answers_are_markdown(end: str) -> None:
    text = FAQ.replace("\n", end)
    assert [(href, line) for href, _, line, _ in shown(text)] == [("a.md", 7), ("b.md", 12), ("d.md#x", 18)]
    document = read(text)
    assert [include.written for include in document.includes] == ["c.md"]
    assert [(heading.level, heading.text.strip()) for heading in document.headings] == [
        (2, "General"),
        (3, "What is it?"),
        (3, "Why?"),
    ]
    assert [link.section for link in document.links] == [1, 1, 2]


def test_a_code_block_of_one_answer_ends_with_it() -> None:
    text = FAQ.replace("See [a](a.md)", "```\n          [a](a.md)\n          ```")
    assert [href for href, *_ in shown(text)] == ["b.md", "d.md#x"]


@pytest.mark.parametrize("text", ["title: [", "a: b: c", "\ttitle: x"])
def test_what_is_no_yaml_is_told(text: str) -> None:
    document = read(text)
    assert ([note.kind for note in document.notes], document.links) == (["unreadable"], ())


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just text", "title: 3\nurl: 7\n"])
def test_what_has_no_fields_has_no_links(text: str) -> None:
    assert (read(text).links, read(text).notes) == ((), ())
