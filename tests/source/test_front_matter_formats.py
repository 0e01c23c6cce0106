"""Front matter in TOML and JSON: values, lines of keys, and where the body begins."""

from __future__ import annotations

import pytest

from linklint.model.document import Dialect
from linklint.source.front_matter import FrontMatter, split_front_matter
from linklint.source.lines import Lines
from linklint.source.parse import parse

ALL = ("yaml", "toml", "json", "javascript")


def split(text: str, formats: tuple[str, ...] = ALL) -> FrontMatter:
    return split_front_matter(text, Lines(text), formats)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("text", "lines_of_keys", "value"),
    [
        (
            '+++\ntitle = "A"\ntags = ["x",\n "y"]\n[params]\nb = 1\n+++\nbody',
            {"title": 2, "tags": 3, "params": 5},
            None,
        ),
        ("+++\ndate = 2024-01-02\n+++\nbody", {"date": 2}, {"date": "2024-01-02"}),
        ('{\n  "title": "A",\n  "x": {"y": "}"}\n}\nbody', {"title": 2, "x": 3}, {"title": "A", "x": {"y": "}"}}),
        ('---json\n{\n"title": "A"\n}\n---\nbody', {"title": 3}, {"title": "A"}),
        ('---toml\ntitle = "A"\n---\nbody', {"title": 2}, {"title": "A"}),
        ("---\ntitle: A\n---\nbody", {"title": 2}, {"title": "A"}),
        (
            '---js\n{\n  title: "A",\n  f: () => 1,\n  x: {y: z, n: [1]},\n}\n---\nbody',
            {"title": 3, "x": 5},
            {"title": "A", "x": {"n": [1]}},
        ),
        (
            "---js\nconst title = 'A';\nlet n = 2;\nconst f = () => 1;\n---\nbody",
            {"title": 2, "n": 3},
            {"title": "A", "n": 2},
        ),
        ("+++\n+++\nbody", {}, {}),
        ("{}\nbody", {}, {}),
    ],
)
def test_every_format_gives_values_lines_and_body(
    text: str, lines_of_keys: dict[str, int], value: dict[str, object] | None, end: str
) -> None:
    text = text.replace("\n", end)
    found = split(text)
    assert found.notes == ()
    assert found.lines == lines_of_keys
    assert text[found.end :] == "body"
    assert value is None or found.value == value


@pytest.mark.parametrize("text", ["+++ not toml\ntext", "+++\nno end", "{{ x }}\n", "{% x %}", "{ broken", '{"a": 1'])
def test_what_is_no_front_matter_is_body(text: str) -> None:
    assert split(text) == FrontMatter()


def test_a_format_is_read_only_where_the_dialect_names_it() -> None:
    assert split('+++\na = "b"\n+++\n', ("yaml",)) == FrontMatter()
    assert split('{"a": 1}\n', ("yaml", "toml")) == FrontMatter()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('+++\na = "b"\na = = 2\n+++\nbody', 3),
        ('{\n"a": 1,\n"a": 2\n}\nbody', 3),
        ("+++\n\nx\n+++\n", 3),
    ],
)
def test_a_mistake_is_told_at_its_line_and_the_body_begins_after_it(text: str, line: int) -> None:
    found = split(text)
    assert [(note.kind, note.line) for note in found.notes] == [("front-matter", line)]
    assert "a" not in text[found.end :]


def test_directives_stand_in_any_format() -> None:
    document = parse(b'+++\n[linklint.disable]\nno-orphans = "on purpose"\n+++\n# T\n', Dialect(front_matter=ALL))
    assert [(item.kind, item.rules, item.reason, item.span.line) for item in document.directives] == [
        ("file", ("no-orphans",), "on purpose", 3)
    ]


@pytest.mark.parametrize("text", ["\n---\na: 1\n---\nbody", " \r\n\t+++\na = 1\n+++\nbody", '\n\n{\n"a": 1\n}\nbody'])
def test_below_blank_lines_it_stands_where_asked_for(text: str) -> None:
    found = split(text, (*ALL, "blank-lines"))
    assert (found.value, text[found.end :]) == ({"a": 1}, "body")
    assert list(found.lines) == ["a"]
    assert "a" in text.splitlines()[found.lines["a"] - 1]
    assert split(text) == FrontMatter()
    assert split("x" + text, (*ALL, "blank-lines")) == FrontMatter()
