"""What a program in Python gives to its names, without running it; and that no text makes that long."""

import time
from typing import Any

import pytest

from linklint.data.javascript_values import UNKNOWN
from linklint.data.python import read_program


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("x = 'a' 'b'", "ab"), ("x: str = 'a'", "a"), ("a = x = 3", 3), ("x = -1.5", -1.5), ("x = None", None),
        ("x = True", True), ("x = ['a', *b]", ["a", UNKNOWN]), ("x = ('a',)", ["a"]), ("x = {'a'}", ["a"]),
        ("x = {'a': 1, **b}", {"a": 1, UNKNOWN: UNKNOWN}), ("x = ['a'] + ['b']", ["a", "b"]),
        ("x = ['a'] + b", ["a", UNKNOWN]), ("y = ['a']\nx = y + ['b']", ["a", "b"]), ("x = f'{a}'", UNKNOWN),
        ("x = a()", UNKNOWN), ("x = ['a']\nx += ['b']", ["a", "b"]), ("x = ['a']\nx.append('b')", ["a", "b"]),
        ("x = ['a']\nx.extend(b)", ["a", UNKNOWN]), ("x = ['a', 'b']\nx.remove('a')", ["b"]),
        ("x = {}\nx['a'] = 1", {"a": 1}), ("x = {}\nx.update(a=1)", {UNKNOWN: UNKNOWN}),
        ("x = 'a'\nif b:\n    x = 'c'", UNKNOWN), ("if b:\n    x = 'a'\nelse:\n    x = 'a'", UNKNOWN),
        ("x = ['a']\nif b:\n    x.append('c')", ["a", "c", UNKNOWN]), ("x = 1\nfor x in b: pass", UNKNOWN),
        ("def x(): pass", UNKNOWN), ("import x", UNKNOWN), ("x = 1\ndel x", UNKNOWN), ("from b import y as x", UNKNOWN),
        ("x = 1\ny, x = b", UNKNOWN), ("try:\n    x = 'a'\nexcept E:\n    x = 'b'", UNKNOWN),
    ],
)  # fmt: skip
def test_values(text: str, value: Any) -> None:
    assert read_program(text.encode()).get("x") == value


def test_what_a_list_may_hold() -> None:
    program = read_program(b"x = ['a']\nif b:\n    x.append('c')\n    x += ['d']\n    x.remove('a')\n")
    assert program.values["x"] == ["a", "c", "d"]
    assert program.get("x") == ["a", "c", "d", UNKNOWN]


@pytest.mark.parametrize(
    "text", ["from b import *", "exec(b)", "globals()['x'] = 1", "locals().update(b)", "x = (", "\0"]
)
def test_programs_that_may_give_values_to_any_name(text: str) -> None:
    program = read_program(text.encode())
    assert not program.is_whole
    assert program.get("y", 1) is UNKNOWN
    assert read_program(b"x = 1").get("y", 1) == 1


@pytest.mark.parametrize(
    "text",
    [
        "x=" + "-" * 90_000 + "1", "x=a" + ".b" * 45_000, "x=1" + "+1" * 45_000, "x=" + "lambda:" * 12_000 + "1",
        "x=" + "[" * 90_000, "x=" + "a(" * 39, "x=['a']\n" + "x += x\n" * 3000, "x='a'\n" + "x = x + x\n" * 3000,
        "x=[1]\n" + "x = [x, x]\n" * 3000, "x={}\n" + "x['a'] = x\n" * 3000, "x=[]\n" + "x.append(x)\n" * 3000,
        "if a:\n x=[1]\n" + " x=[x,x]\n" * 3000, "if a: y=1\n" + "elif a: y=1\n" * 3000, "x = 1\n" * 20_000,
    ],
)  # fmt: skip
def test_no_program_takes_long(text: str) -> None:
    start = time.process_time()
    read_program(text.encode())
    assert time.process_time() - start < 2
