"""YAML with positions, and the mistakes in it."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linklint.data.tree import KEY, Tree
from linklint.data.yaml import read_yaml
from linklint.data.yaml_tree import _quick_events
from linklint.errors import Problem, UserError
from linklint.model.place import Location


def problems(text: str | bytes, **more: int) -> list[tuple[int, int, str]]:
    with pytest.raises(UserError) as raised:
        read_yaml(text, "a.yml", **more)
    return [(problem.line, problem.column, problem.message) for problem in raised.value.problems]


def told(text: str | bytes) -> tuple[Problem, ...]:
    """The problems, if there are any; nothing but a UserError may be raised."""
    try:
        read_yaml(text, "a.yml")
    except UserError as error:
        return error.problems
    return ()


def place(tree: Tree, *keypath: str | int) -> tuple[int, int, int, int]:
    found = tree.positions[keypath]
    return found.line, found.column, found.end_line, found.end_column


def test_positions_of_keys_and_values() -> None:
    tree = read_yaml("a: x\nrösé:\n  - one\n  - {k: 'two', l: [3]}\nb: |\n  text\n", "a.yml")
    assert place(tree, "a", KEY) == (1, 1, 1, 2)
    assert place(tree, "a") == (1, 4, 1, 5)
    assert place(tree, "rösé", KEY) == (2, 1, 2, 5)
    assert place(tree, "rösé", 0) == (3, 5, 3, 8)
    assert place(tree, "rösé", 1, "k") == (4, 9, 4, 14)
    assert place(tree, "rösé", 1, "l", 0) == (4, 20, 4, 21)
    assert place(tree, "rösé") == (3, 3, 4, 23)
    assert place(tree, "b")[:2] == (5, 4)


def test_lines_end_where_linklint_says() -> None:
    tree = read_yaml("a: 1\rb: 2\r\nc: x\u2028y\x85z\nd: 4\n", "a.yml")
    assert tree.value == {"a": 1, "b": 2, "c": "x\u2028y\x85z", "d": 4}
    assert [tree.positions[(key,)].line for key in "abcd"] == [1, 2, 3, 4]


def test_first_line_shifts_every_position_and_problem() -> None:
    tree = read_yaml("a: 1\nb: 2\n", "page.md", first_line=2)
    assert tree.positions[("b",)] == Location("page.md", 3, 4, 3, 5)
    assert tree.problem(("b",), "bad").excerpt == "b: 2"
    assert problems("a: 1\na: 2\n", first_line=10) == [(11, 1, 'duplicate key "a" (first at line 10)')]


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "~", "\ufeff"])
def test_an_empty_document_is_nothing(text: str) -> None:
    assert read_yaml(text, "a.yml").value is None


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    tree = read_yaml(b"\xef\xbb\xbfa: 1", "a.yml")
    assert (tree.value, place(tree, "a", KEY)) == ({"a": 1}, (1, 1, 1, 2))


def test_tabs_between_tokens_and_inside_text() -> None:
    assert read_yaml("a:\t1\t# comment\nb: x\ty\nc: [1,\t2]\n-\t3: 4\n"[:-8], "a.yml").value == {
        "a": 1,
        "b": "x\ty",
        "c": [1, 2],
    }
    assert read_yaml("-\tx\n- 'a\tb'\n", "a.yml").value == ["x", "a\tb"]


def test_a_colon_may_begin_a_text_in_brackets() -> None:
    text = 'a: [services, :id]\nb: {c: :d, "e":f, g: [:h]}\ni: [x :y, j: k]\n'
    assert read_yaml(text, "x.yml").value == {
        "a": ["services", ":id"],
        "b": {"c": ":d", "e": "f", "g": [":h"]},
        "i": ["x :y", {"j": "k"}],
    }
    with pytest.raises(UserError):
        read_yaml("a: [: b: c]", "x.yml")


def test_duplicate_keys_name_both_lines_and_all_are_told() -> None:
    assert problems("a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\n") == [
        (2, 11, 'duplicate key "c" (first at line 2)'),
        (3, 1, 'duplicate key "a" (first at line 1)'),
        (4, 1, 'duplicate key "a" (first at line 1)'),
    ]
    assert problems("1: a\n'1': b\n") == [(2, 1, 'duplicate key "1" (first at line 1)')]


def test_equal_keys_of_different_mappings_are_no_duplicates() -> None:
    assert read_yaml("a: {x: 1}\nb: {x: 1}\nx: 1\n", "a.yml").value["b"] == {"x": 1}


def test_aliases_and_merge_keys() -> None:
    tree = read_yaml("base: &b {x: 1, y: [2]}\nuse: *b\nmerged: {<<: *b, x: 3}\nboth: {<<: [*b, {z: 4}]}\n", "a.yml")
    assert tree.value["use"] == {"x": 1, "y": [2]}
    assert tree.value["merged"] == {"x": 3, "y": [2]}
    assert tree.value["both"] == {"x": 1, "y": [2], "z": 4}
    assert tree.problem(("use", "y", 0), "bad").line == 2
    assert problems("a: {<<: 3}\n") == [(1, 9, '"<<" takes a mapping, or a list of mappings')]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 50_000, "values are nested deeper than 50 levels"),
        ("- " * 50_000, "values are nested deeper than 50 levels"),
        ("{a: " * 5_000, "values are nested deeper than 50 levels"),
        ("? " * 5_000, "values are nested deeper than 50 levels"),
        ("a: &a [x]\nb: [" + "*a, " * 101 + "]", "there are more than 100 aliases in this file"),
        ("- x\n" * 50_001, "there are more than 50,000 values in this file"),
        ("x" * 1_048_577, "the file has 1,048,577 bytes; at most 1,048,576 are read"),
        ("a: 1\n" * 100, "there are more than 50 mistakes in this file"),
    ],
)
def test_limits(text: str, message: str) -> None:
    assert problems(text)[-1][2] == message


@pytest.mark.parametrize("merge", [False, True])
def test_bombs_end_before_they_expand(merge: bool) -> None:
    shape = "{{<<: [{}]}}" if merge else "[{}]"
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{i}: &a{i} {shape.format(', '.join([f'*a{i - 1}'] * 9))}" for i in range(1, 12)]
    assert problems("\n".join(lines))[-1][2] == "the aliases of this file stand for more than 10,000 values"


def test_fifty_levels_and_a_hundred_aliases_are_read() -> None:
    assert read_yaml("[" * 50 + "]" * 50, "a.yml").value
    assert len(read_yaml("a: &a [x]\nb: [" + "*a, " * 100 + "]", "a.yml").value["b"]) == 100


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x: !!python/object/apply:os.system [id]", '!!python/object/apply:os.system" is not allowed'),
        ("x: !!python/name:os.system", "is not allowed"),
        ("x: !!timestamp 2001-01-01", "is not allowed"),
        ("x: !!binary aGk=", "is not allowed"),
        ("x: !include a.yml", "is not allowed"),
        ("x: !!int many", "does not fit its tag"),
        ("x: *nowhere", "nothing is anchored"),
        ("x: &a [*a]", "stands inside the value"),
        (r'x: "\ud800"', "U+D800 is half of"),
        (r'x: "\U00110000"', "stands for no character"),
        (r'"\ud800": x', "U+D800 is half of"),
        ("x: \ud800", "half of a surrogate pair"),
        ("x: \x00", "a control character"),
        ("x: \x1b[2J", "a control character"),
        (b"x: \xff", "is not UTF-8"),
        (b"\xff\xfex\x00", "is UTF-16"),
        ("a: 1\n---\nb: 2", "a second document"),
        ("{{ x }}: 1", "a key must be text"),
        ("[a]: 1", "a key must be text"),
        ("~: 1", "this key is empty"),
        (": 1", "no key before this colon"),
        ("a: b: c", 'a second ":"'),
        ("a\nb: c", "continues the value above"),
        ("a: [1, 2", 'has no closing "]"'),
        ("a: {b: 1\nc: 2", 'has no closing "}"'),
        ("a: [1}", 'found "}" where "," or "]"'),
        ("a: 'x", "never closed"),
        ("- *.md", 'begins with "*"'),
        ("- @x", 'cannot begin with "@"'),
        ("\ta: 1", "a tab cannot be used"),
        ("a: 1\n- b", "does not fit the mapping"),
        ("- a\nb: 1", "does not fit the list"),
        ('a: "x" y', "cannot follow the value"),
        (r'a: "\q"', "no escape sequence"),
        ("%YAML 3.0\n---\na", "incompatible"),
    ],
)
def test_mistakes_in_plain_words(text: str | bytes, found: str) -> None:
    told = problems(text)
    assert len(told) == 1
    assert found in told[0][2]
    assert min(told[0][:2]) >= 1


def test_the_marked_text_is_the_wrong_one() -> None:
    with pytest.raises(UserError) as raised:
        read_yaml("files: [blog/**, **/*.md]", "a.yml")
    problem = raised.value.problems[0]
    assert problem == Problem(
        'text that begins with "*" needs quotes',
        "a.yml",
        1,
        18,
        25,
        "files: [blog/**, **/*.md]",
        'write "**/*.md" in quotes',
    )


@given(st.text(alphabet="ab:-?[]{}&*!|>'\"%@`#,<~ \n\t\\\r\x00\u2028é0x", max_size=60))
def test_any_text_gives_a_tree_or_problems_with_a_place(text: str) -> None:
    assert all(problem.line >= 1 and problem.column >= 1 for problem in told(text))


@given(st.binary(max_size=40))
def test_any_bytes_give_a_tree_or_problems(data: bytes) -> None:
    assert all(problem.message for problem in told(data))


TEXT = st.text(max_size=10)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | TEXT,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXT, below, max_size=4),
    max_leaves=12,
)


@given(VALUES, st.booleans())
def test_what_pyyaml_writes_is_read_back(value: object, flow: bool) -> None:
    written = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, default_style='"')
    assert read_yaml(written, "a.yml").value == value


PIECES = [*"ab:-?{}[]&*!|>'\"%@#,\n\\~é0 ", "a: ", "- ", "\n  ", "\n- ", ", ", "# ", "? ", "&a ", "*a", "!t "]


def outcome(text: str) -> Any:
    try:
        return read_yaml(text, "a.yml", unknown_tags="keep").value
    except UserError as error:
        return error.problems


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_libyaml_and_the_pure_parser_read_the_same(text: str) -> None:
    quick = outcome(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("linklint.data.yaml_tree._quick_events", lambda _: None)
        assert outcome(text) == quick


def test_libyaml_never_sees_what_could_end_the_process() -> None:
    assert _quick_events("a: [1]") is not None
    assert _quick_events("[" * 501) is None
    assert _quick_events("- " * 101 + "a") is None
    assert _quick_events("a:\tb") is None
