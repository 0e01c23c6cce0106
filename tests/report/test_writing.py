from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linklint.report import FORMATS, Rendering
from linklint.report.writing import Piece, inert, inert_address, show_characters, write_lines
from tests.report.oracle import find_control_characters, find_hidden_characters, read_commands
from tests.report.sample import REPORT

COMMANDS = ["::error::", "::add-mask::x", "##[add-matcher]x", "##[error]", "::stop-commands::t", "::", ":", "#", "["]
HIDDEN = list("\n\r\t\x00\x1b\x7f\x85\x9b\xad\u200b\u200d\u202e\u2028\u2066\ufeff\ud800\udcff\ufe0f \u2003\u00a0")
texts = st.one_of(
    st.text(),
    st.lists(st.one_of(st.sampled_from(COMMANDS + HIDDEN), st.characters(), st.just("日本"))).map("".join),
)
surroundings = st.sampled_from(["", "  ", "x: ", "\u2003", " 3 | ", "error[rule]: "])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb\x07", "a\\x1b[31mb\\x07"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\x7f\x9b\xad", "\\x7f\\x9b\\xad"),
        ("\u202eabc\u2066", "\\u202eabc\\u2066"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("a\u2028b\u2029", "a\\u2028b\\u2029"),
        ("\udcff\ud800", "\\udcff\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("see ##[add-mask]x", "see \\x23#[add-mask]x"),
        ("###[x]", "#\\x23#[x]"),
        ("::error::x", "\\x3a:error::x"),
        (" \u2003::error::x", " \u2003\\x3a:error::x"),
        ("\u200b::error::x", "\\u200b::error::x"),
        ("#\ufe0f#[x]", "#\\ufe0f#[x]"),
    ],
)
def test_hidden_characters_and_commands_are_shown(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize(
    "text",
    ["", "plain", "日本語 テキスト", "한국어", "ελληνικά", "❤️ 🌱", "עברית العربية", "a::b", "std::vector", "C# [x]",
     "# h", "a\\x1b", "é e\u0301", "%0A", "50 %", "葛\U000e0100城"],
)  # fmt: skip
def test_visible_text_stays(text: str) -> None:
    assert inert(text) == text
    assert show_characters(text) == list(text)


@given(texts, surroundings, texts)
@example("##", "", "[add-mask]x")
@example("#", "", "#[add-mask]x")
@example(":", "", ":error::x")
@example("\ufe0f\ufe0f::error::", "", "")
def test_no_text_makes_a_command_wherever_it_stands(first: str, before: str, second: str) -> None:
    output = f"{before}{inert(first)}{inert(second)}\n{inert(second)}{before}\n".encode()
    assert read_commands(output) == []
    assert find_control_characters(output) == []
    assert find_hidden_characters(output) == []


@given(texts)
def test_twice_is_once(text: str) -> None:
    assert inert(inert(text)) == inert(text)


@given(texts)
def test_each_character_is_shown_as_in_the_whole(text: str) -> None:
    assert "".join(show_characters(text)) == inert(text)
    assert len(show_characters(text)) == len(text)


def test_line_ends_stay_in_an_address() -> None:
    assert inert_address("a\nb\r\x1b::c\u202e") == "a\nb\r\\x1b::c\\u202e"


@given(st.lists(st.lists(texts)))
def test_lines_are_as_many_as_given(lines: list[list[str]]) -> None:
    text = write_lines([[Piece(part, "bold") for part in line] for line in lines], Rendering())
    assert text.count("\n") == len(lines)
    assert read_commands(text.encode()) == []


def test_the_token_wraps_human_text_in_actions_only() -> None:
    in_actions = Rendering(in_actions=True, stop_token="t0ken")
    assert write_lines([[Piece("x")]], in_actions) == "::stop-commands::t0ken\nx\n::t0ken::\n"
    assert write_lines([[Piece("x")]], Rendering(stop_token="t0ken")) == "x\n"
    assert write_lines([], in_actions) == ""


@pytest.mark.parametrize("name", ["json", "github"])
def test_formats_for_programs_are_not_wrapped(name: str) -> None:
    assert "stop-commands" not in FORMATS[name](REPORT, Rendering(in_actions=True, stop_token="t0ken"))


def test_plain_text_does_not_load_rich() -> None:
    loaded = {name for name in sys.modules if name.split(".")[0] == "rich"}
    for name in loaded:
        del sys.modules[name]
    FORMATS["full"](REPORT, Rendering())
    assert not [name for name in sys.modules if name.split(".")[0] == "rich"]
    assert "\x1b[" in FORMATS["full"](REPORT, Rendering(color=True))
