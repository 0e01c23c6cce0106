"""One table of a TOML file, with the places of its keys and values."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.data.toml import read_toml_table
from linklint.data.tree import KEY
from linklint.errors import UserError

TABLE = ("tool", "linklint")
TEXT = '''\
[project]
name = "garden"  # tool.linklint = "not here"

[tool.linklint]
extends = ["linklint:strict"]
site.url = "https://example.com"
score = { damping = 0.9, "no follow" = 'x' }
note = """
[tool.linklint.rules]
a = 1
"""
when = 2026-01-01

[tool.linklint.rules."house/x"]
level = "off"

[[tool.linklint.overrides]]
files = [
  "a", # first
  "b",
]

[[tool.linklint.overrides]]
files = ["c"]
[tool.linklint.overrides.rules]
no-orphans = "off"

[tool.ruff]
line-length = 120
'''


def test_values_and_positions() -> None:
    tree = read_toml_table(TEXT, "pyproject.toml", TABLE)
    assert tree is not None
    assert tree.value == {
        "extends": ["linklint:strict"],
        "site": {"url": "https://example.com"},
        "score": {"damping": 0.9, "no follow": "x"},
        "note": "[tool.linklint.rules]\na = 1\n",
        "when": "2026-01-01",
        "rules": {"house/x": {"level": "off"}},
        "overrides": [{"files": ["a", "b"]}, {"files": ["c"], "rules": {"no-orphans": "off"}}],
    }
    lines = {keypath: (place.line, place.column) for keypath, place in tree.positions.items()}
    assert lines[()] == (4, 1)
    assert lines[("extends", KEY)] == (5, 1)
    assert lines[("extends", 0)] == (5, 12)
    assert lines[("site", "url")] == (6, 12)
    assert lines[("score", "damping")] == (7, 21)
    assert lines[("score", "no follow", KEY)] == (7, 26)
    assert lines[("when",)] == (12, 8)
    assert lines[("rules", "house/x", "level")] == (15, 9)
    assert lines[("overrides", 0, "files", 1)] == (20, 3)
    assert lines[("overrides", 1, "files", 0)] == (24, 10)
    assert lines[("overrides", 1, "rules", "no-orphans", KEY)] == (26, 1)
    assert ("line-length",) not in lines


def test_a_file_without_the_table_says_nothing() -> None:
    assert read_toml_table('[tool.linklinter]\na = 1\n[tool]\nlink = "linklint"', "pyproject.toml", TABLE) is None


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[tool.linklint]\na = 1\na = 2\n", 3, "not TOML: cannot overwrite a value"),
        ("[tool.linklint]\na = ", 2, "not TOML: invalid value"),
        ("[tool.linklint]\na = [1\n", 2, "not TOML: unclosed array"),
        ("a = " + "[" * 5000, 1, "values are nested deeper than 50 levels"),
        ("a." * 5000 + "a = 1", 1, "values are nested deeper than 50 levels"),
        ('"a,".' * 5000 + "a = 1", 1, "values are nested deeper than 50 levels"),
        ("[" + "a." * 5000 + "a]", 1, "values are nested deeper than 50 levels"),
        ("a = " + "9" * 5000, 1, "this cannot be read as TOML"),
        (b"a = '\xff'", 1, "the byte 0xFF is not UTF-8 text"),
        ("x" * 1_048_577, 1, "the file has 1,048,577 bytes"),
    ],
)
def test_mistakes(text: str | bytes, line: int, message: str) -> None:
    with pytest.raises(UserError) as raised:
        read_toml_table(text, "pyproject.toml", TABLE)
    (problem,) = raised.value.problems
    assert problem.message.startswith(message)
    assert problem.line in (line, line + 1)


@given(st.text(alphabet="a[]{}.=\"'\\,# \n\r1-:", max_size=60))
def test_any_text_gives_a_tree_or_problems(text: str) -> None:
    with suppress(UserError):
        assert read_toml_table(f"[tool.linklint]\n{text}", "pyproject.toml", TABLE) is not None
