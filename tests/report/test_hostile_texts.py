"""Every hostile text in every field of a report, through every format."""

from __future__ import annotations

import pytest

from linklint.model.finding import Finding, Related, Report, RunNotice, Subject, Summary, Suppressed, Unverified
from linklint.model.place import Location
from linklint.model.site import Framework
from linklint.report import FORMATS, Rendering
from tests.hostile.texts import TEXTS
from tests.report.oracle import find_control_characters, find_hidden_characters, read_commands

PLAIN = Rendering(verbose=True)
IN_ACTIONS = Rendering(verbose=True, in_actions=True, stop_token="0123456789abcdef")


def fill(text: str, level: str) -> Report:
    place = Location(text, 1, 1, 1, 2)
    finding = Finding(
        "house/r", level, place, text, Subject("page", text, text, text), help=text, docs=text,
        suggestions=(text, text), related=(Related(place, text),), cause=place, fingerprint="f",
    )  # fmt: skip
    return Report(
        summary=Summary(pages=1, links=1, errors=1, baselined=1, roots=(text,), framework=("plain",)),
        findings=(finding,),
        suppressed=(Suppressed(finding, text, text, "baseline"),),
        unverified=(Unverified(place, text, "opaque", text),),
        notices=(RunNotice("warning", text),),
        excerpts={(text, 1): text},
        frameworks=(Framework("plain", text, text),),
    )


@pytest.mark.parametrize("text", [*TEXTS.values(), "\x00", "\udcff", "a/\n::error::b"], ids=ascii)
@pytest.mark.parametrize("format_name", FORMATS)
def test_no_format_lets_a_text_out(format_name: str, text: str) -> None:
    for level in ("error", "notice"):
        output = FORMATS[format_name](fill(text, level), PLAIN).encode()
        assert [command.name for command in read_commands(output)] == ([level] if format_name == "github" else [])
        assert find_control_characters(output) == []
        assert find_hidden_characters(output) == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=ascii)
@pytest.mark.parametrize("format_name", ["full", "concise"])
def test_the_token_ends_where_the_text_ends(format_name: str, text: str) -> None:
    output = FORMATS[format_name](fill(text, "error"), IN_ACTIONS).encode() + b"::notice::after\n"
    assert [command.name for command in read_commands(output)] == ["stop-commands", "notice"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=ascii)
def test_colour_adds_colours_only(text: str) -> None:
    output = FORMATS["full"](fill(text, "error"), Rendering(color=True, verbose=True)).encode()
    assert set(find_control_characters(output)) == {"\x1b"}
    assert output.count(b"\x1b") == output.count(b"\x1b[")
    assert read_commands(output) == []
