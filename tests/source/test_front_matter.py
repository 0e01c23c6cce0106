"""Front matter: text in, values, notes and the place of the body out."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linklint.model.document import Note
from linklint.source.front_matter import FrontMatter, make_plain, split_front_matter
from linklint.source.lines import Lines
from tests.timing import check_linear


def split(text: str) -> FrontMatter:
    return split_front_matter(text, Lines(text))


@pytest.mark.parametrize(
    ("text", "value", "body"),
    [
        ("---\ntitle: A\n---\nbody", {"title": "A"}, "body"),
        ("---\r\ntitle: A\r\n---\r\nbody", {"title": "A"}, "body"),
        ("---\rtitle: A\r---\rbody", {"title": "A"}, "body"),
        ("--- \t\ntitle: A\n...\t\nbody", {"title": "A"}, "body"),
        ("---\ntitle: A\n---", {"title": "A"}, ""),
        ("---\n---\nbody", {}, "body"),
        ("---\n# only a comment\n---\nbody", {}, "body"),
        ("---\na: |\n  ---\n  x\n---\nbody", {"a": "---\nx\n"}, "body"),
        ("---\na: --- b\n---\n---\nbody", {"a": "--- b"}, "---\nbody"),
        ("---\na: !NAME\nb: !upper text\n---\nbody", {"a": "", "b": "text"}, "body"),
    ],
)
def test_front_matter_is_split_from_the_body(text: str, value: dict[str, str], body: str) -> None:
    found = split(text)
    assert (found.value, text[found.end :], found.notes) == (value, body, ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "body",
        "---",
        "---\n",
        "---\ntitle: A\n",
        " ---\na: 1\n---\n",
        "\n---\na: 1\n---\n",
        "----\na: 1\n----\n",
        "---x\na: 1\n---",
    ],
)
def test_without_both_fences_at_the_very_top_there_is_none(text: str) -> None:
    assert split(text) == FrontMatter()


def test_keys_know_their_lines() -> None:
    assert split("---\na: 1\n\nb:\n  c: 2\nd: 3\n---\n").lines == {"a": 2, "b": 4, "d": 6}


def test_broken_yaml_is_a_note_at_its_place_and_the_body_still_begins_after_the_fence() -> None:
    text = "---\ntitle: A\ntags: [a, b\n---\nbody"
    found = split(text)
    assert (found.value, text[found.end :]) == (None, "body")
    assert [(note.kind, note.line, note.column) for note in found.notes] == [("front-matter", 3, 7)]


def test_a_duplicate_key_is_a_note_at_the_second() -> None:
    (note,) = split("---\na: 1\nb: 2\na: 3\n---\n").notes
    assert (note.line, note.column) == (4, 1)


def test_front_matter_that_is_no_mapping_is_a_note() -> None:
    found = split("---\n- a\n- b\n---\nbody")
    assert found.value is None
    assert found.notes == (Note("front-matter", "front matter must be a mapping of keys to values", 2, 1),)


@pytest.mark.parametrize(
    "text",
    [
        "Before you file an issue, look\nwhether there is one.",
        "**Note** that this page [moved](roses.md) to another place",
        "> Roses need sun, and more of it.",
    ],
)
def test_text_between_two_rules_is_no_front_matter(text: str) -> None:
    assert split(f"---\n{text}\n---\n# Garden\n") == FrontMatter()


@pytest.mark.parametrize(
    "text", ["title Garden and roses", "title: x\n  and\n so: on: we go, and on", "# nothing yet but this comment"]
)
def test_data_that_are_wrong_are_no_text(text: str) -> None:
    assert split(f"---\n{text}\n---\n").end > 0


def test_all_lines_may_be_indented() -> None:
    found = split("---\n  title: All about roses and soil\n  permalink: /roses/\n---\n# Garden\n")
    assert found.value == {"title": "All about roses and soil", "permalink": "/roses/"}


def test_values_fit_json_and_messagepack() -> None:
    found = split("---\n1: .inf\n2001-01-01: 123456789012345678901234567890\ntrue: [1.5, null, false]\n---\n")
    assert found.value is not None
    assert json.loads(json.dumps(found.value, allow_nan=False)) == found.value
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found.value)) == found.value


def test_what_does_not_fit_becomes_text() -> None:
    assert make_plain({1: float("nan"), None: 2**64, "a": "\ud800", "b": (True,)}) == {
        "1": "nan",
        "None": "0x10000000000000000",
        "a": "?",
        "b": [True],
    }


def test_a_disabled_rule_with_its_reason_is_a_directive_for_the_file() -> None:
    text = "---\ntitle: A\nlinklint: {disable: {no-orphans: linked from ads}}\n---\nbody\n"
    (found,) = split(text).directives
    assert (found.kind, found.rules, found.reason, found.first, found.last) == (
        "file",
        ("no-orphans",),
        "linked from ads",
        1,
        5,
    )
    assert (text[found.span.start : found.span.end], found.span.line, found.span.column) == ("no-orphans", 3, 22)


def test_a_list_of_disabled_rules_is_a_directive_for_each() -> None:
    text = "---\nlinklint:\n  disable:\n    - a\n    - b\n---\n"
    assert [(found.rules, found.reason, found.span.line) for found in split(text).directives] == [
        (("a",), None, 4),
        (("b",), None, 5),
    ]


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("linklint: yes please", 'under "linklint" stands a mapping', 2),
        ("linklint:\n  disabel: [a]", 'did you mean "disable"?', 3),
        ("linklint:\n  disable: 3", '"disable" takes a mapping of rule to reason, or a list of rules', 3),
        ("linklint:\n  disable: [[a]]", '"disable" takes a mapping of rule to reason, or a list of rules', 3),
    ],
)
def test_a_mistake_in_a_front_matter_directive_is_told(text: str, problem: str, line: int) -> None:
    (found,) = split(f"---\n{text}\n---\n").directives
    assert found.problem is not None
    assert problem in found.problem
    assert (found.rules, found.span.line) == ((), line)


def test_front_matter_without_linklint_has_no_directives() -> None:
    assert split("---\ntitle: linklint\n---\n").directives == ()


@pytest.mark.parametrize(
    ("start", "unit"),
    [("", "["), ("", "- "), ("", "--- a\n"), ("a: &a [x]\n", "b: *a\n"), ("", "? "), ("", "\t")],
)
def test_hostile_front_matter_is_read_in_linear_time(start: str, unit: str) -> None:
    def work(size: int) -> None:
        text = f"---\n{start}{unit * size}\n---\nbody"
        assert text[split(text).end :] == "body"

    check_linear(work, 5_000)


PIECES = [
    "---",
    "...",
    "\n",
    "\r",
    "\r\n",
    "a",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "<<",
    "'",
    '"',
    "!!x ",
    "\t",
    "#",
    "|",
    "\ud800",
    "linklint",
    "disable",
    "é",
    "\0",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@example("!!x ---\na\n!!x !!x ---")
def test_any_text_after_an_opening_fence_gives_front_matter_or_notes(inner: str) -> None:
    text = f"---\n{inner}\n---\nbody"
    found = split(text)
    assert 0 <= found.end <= len(text)
    assert (found.value is None) == bool(found.notes) or found == FrontMatter()  # text between two rules
    msgspec.msgpack.encode(found)


def test_of_a_key_that_stands_twice_the_last_value_counts_and_the_mistake_is_noted() -> None:
    found = split("---\ntitle: A\nurl: /a/\ntitle: B\n---\nbody")
    assert found.value == {"title": "B", "url": "/a/"}
    assert found.lines == {"title": 4, "url": 3}
    assert [(note.kind, note.line) for note in found.notes] == [("front-matter", 4)]


def test_where_the_last_value_is_what_the_build_takes_nothing_is_unreadable() -> None:
    text = "---\ntitle: A\ntitle: B\n---\nbody"
    found = split_front_matter(text, Lines(text), ("last-counts", "yaml"))
    assert found.value == {"title": "B"}
    assert found.notes == (Note("repeated-key", 'duplicate key "title" (first at line 2)', 3, 1),)
    broken = "---\ntitle: A\ntitle: [\n---\nbody"
    assert {note.kind for note in split_front_matter(broken, Lines(broken), ("last-counts", "yaml")).notes} == {
        "front-matter"
    }


def test_with_another_mistake_beside_it_nothing_counts() -> None:
    found = split("---\ntitle: A\ntitle: B\nurl: [\n---\nbody")
    assert found.value is None
    assert found.notes
