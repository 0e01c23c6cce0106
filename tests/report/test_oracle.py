"""The oracle against the test vectors of the runner itself (``ActionCommandL0.cs``)."""

from __future__ import annotations

from tests.report.oracle import read_commands, read_new_syntax, read_old_syntax

OWN = frozenset({"do-something"})


def test_old_syntax_is_found_anywhere() -> None:
    command = read_old_syntax(">>>   ##[do-something k1=v1;]msg", OWN)
    assert command is not None
    assert (command.properties, command.data) == ({"k1": "v1"}, "msg")


def test_old_syntax_unescapes() -> None:
    command = read_old_syntax("##[do-something k1=%3B=%0D=%0A=%5D;]%3B-%0D-%0A-%5D", OWN)
    assert command is not None
    assert (command.properties, command.data) == ({"k1": ";=\r=\n=]"}, ";-\r-\n-]")


def test_new_syntax_unescapes_percent_last() -> None:
    command = read_new_syntax("::do-something k1=;=%252C=%250D=%250A=]=%253A,::;-%0D-%0A-]-:-,-%250A", OWN)
    assert command is not None
    assert (command.properties, command.data) == ({"k1": ";=%2C=%0D=%0A=]=%3A"}, ";-\r-\n-]-:-,-%0A")


def test_new_syntax_only_at_the_start_behind_white_space() -> None:
    assert [command.name for command in read_commands("\u2003::warning::x\ntext ::error::y".encode())] == ["warning"]


def test_a_lone_carriage_return_ends_a_line() -> None:
    assert [command.name for command in read_commands(b"a\r::add-matcher::evil.json\r.md")] == ["add-matcher"]


def test_nothing_is_obeyed_between_stop_commands_and_its_token() -> None:
    output = b"::stop-commands::Abc\n::error::x\n##[add-mask]y\n::ABC::\n::notice::z\n"
    assert [command.name for command in read_commands(output)] == ["stop-commands", "notice"]


def test_characters_that_comparisons_skip_hide_no_command() -> None:
    assert [command.name for command in read_commands("\u00ad::error::x\n#\u200b#[add-mask]y".encode())] == [
        "error",
        "add-mask",
    ]
