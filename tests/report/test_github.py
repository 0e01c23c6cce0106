"""Annotations, read back by the runner's own rules."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from linklint.model.finding import Compared, Finding, Report, RunNotice, Subject, Summary
from linklint.model.place import Location
from linklint.report import FORMATS, Rendering
from linklint.report.writing import inert, inert_address
from tests.examples import some
from tests.report.oracle import CAP, LONGEST_MESSAGE, Command, find_control_characters, read_commands

SUBJECT = Subject("page", "x")
PARTS = [
    "::", ":", ",", "%", "%0A", "%25", "=", "\n", "\r", "##[add-mask]", "::error::", "line=9", "]", ";", "日本", " ",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=3)), max_size=8).map("".join)
numbers = st.integers(1, 10**6)
findings = st.builds(
    Finding,
    rule=st.from_regex(r"[a-z]{1,8}(/[a-z-]{1,8})?", fullmatch=True),
    level=st.sampled_from(["error", "warning", "notice"]),
    location=st.builds(Location, texts, numbers, numbers, numbers, numbers),
    message=texts,
    subject=st.just(SUBJECT),
    help=texts,
    suggestions=st.lists(texts, max_size=2).map(tuple),
)


def annotate(*found: Finding, compared: Compared | None = None, total: int = 30) -> list[Command]:
    report = Report(summary=Summary(), findings=found, compared=compared)
    output = FORMATS["github"](report, Rendering(annotations=total)).encode("utf-8", "surrogatepass")
    assert find_control_characters(output) == []
    return read_commands(output)


def check_round_trip(finding: Finding) -> None:
    (command,) = annotate(finding)
    place = finding.location
    assert command.name == finding.level
    assert command.properties["title"] == f"linklint: {finding.rule}"
    head, *rest = command.data.split("\n")
    if place.path:
        # The runner cannot give an empty value; everything else must come out as it went in.
        assert command.properties["file"] == inert_address(place.path)
        assert command.properties["line"] == str(place.line)
        assert int(command.properties["endline"]) >= place.line
        assert ("col" in command.properties) == (command.properties["line"] == command.properties["endline"])
        shown = inert(f"{place.path}:{place.line}:{place.column}")
        assert head == f"{shown}: [{finding.rule}] {inert(finding.message)}"
    helps = [line for line in rest if line.startswith("help: ")]
    assert helps == ([f"help: {inert(' '.join(finding.help.split()))}"] if finding.help else [])


@settings(max_examples=some(1000), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(findings)
@example(Finding("r", "error", Location("a%0A,line=7:x\n::error::.md", 1, 1, 1, 2), "%0A%25\r\n::error::", SUBJECT))
def test_every_text_comes_out_as_it_went_in(finding: Finding) -> None:
    check_round_trip(finding)


@pytest.mark.long
def test_a_million_texts_come_out_as_they_went_in() -> None:
    """Without Hypothesis, which would take an hour; the seed makes a failure happen again."""
    source = random.Random(20)
    for _ in range(1_000_000):
        check_round_trip(make_random(source))


def make_random(source: random.Random) -> Finding:
    path, message, remark, suggestion = (
        "".join(
            source.choice(PARTS) if source.random() < 0.7 else chr(source.randrange(0x300))
            for _ in range(source.randrange(8))
        )
        for _ in range(4)
    )
    line, column, end_line, end_column = (source.randrange(1, 10**6) for _ in range(4))
    level = source.choice(["error", "warning", "notice"])
    place = Location(path, line, column, source.choice([line, end_line]), end_column)
    return Finding("house/r", level, place, message, SUBJECT, help=remark, suggestions=(suggestion,))


def test_the_line_of_the_convention() -> None:
    finding = Finding(
        "spoke-links-to-hub", "error", Location("docs/a, b: 50%.md", 3, 7, 3, 21), "spoke does not link to its hub",
        SUBJECT, help="add a link to hub.md",
    )  # fmt: skip
    assert FORMATS["github"](Report(Summary(), (finding,)), Rendering()) == (
        "::error file=docs/a%2C b%3A 50%25.md,line=3,col=7,endLine=3,endColumn=21,title=linklint%3A spoke-links-to-hub"
        "::docs/a, b: 50%25.md:3:7: [spoke-links-to-hub] spoke does not link to its hub%0Ahelp: add a link to hub.md\n"
    )


def make(number: int, *, path: str = "", rule: str = "r", level: str = "error", new: bool | None = None) -> Finding:
    place = Location(path or f"p{number:03}.md", number + 1, 1, number + 1, 2)
    return Finding(rule, level, place, f"message {number}", SUBJECT, new=new)


def test_ten_of_a_level_are_all_shown() -> None:
    found = [make(number, path="one.md", level=level) for level in ("notice", "error") for number in range(CAP)]
    commands = annotate(*found)
    assert [command.name for command in commands] == ["error"] * CAP + ["notice"] * CAP
    assert not any("more" in command.data for command in commands)


def test_more_than_ten_are_merged_by_file_and_rule() -> None:
    found = [make(number, path=f"{'ab'[number % 2]}.md") for number in range(30)]
    first, second = annotate(*found)
    assert first.data.startswith("a.md:1:1: [r] message 0\nalso a.md:3:1: message 2\n")
    assert first.data.count("message") == second.data.count("message") == 15


def test_the_last_one_says_how_many_are_not_shown() -> None:
    commands = annotate(*(make(number, path=f"p{number // 2:03}.md") for number in range(60)), make(1, level="notice"))
    errors = [command for command in commands if command.name == "error"]
    assert len(errors) == CAP
    shown = sum(command.data.count("message") for command in errors[:-1])
    assert errors[-1].data.startswith(f"{60 - shown} more errors in 21 files")
    assert [command.name for command in commands].count("notice") == 1


def test_new_ones_come_first() -> None:
    found = [make(number, new=number >= 55) for number in range(60)]
    assert [command.properties["file"] for command in annotate(*found)[:6]] == [
        "p055.md", "p056.md", "p057.md", "p058.md", "p059.md", "p000.md",
    ]  # fmt: skip


@pytest.mark.parametrize("character", ["x", "🌱", "\x1b", "%"])
def test_a_long_message_is_cut_before_the_runner_cuts_it(character: str) -> None:
    finding = msgspec.structs.replace(make(1), message=character * 9000, help="a" * 9000)
    (command,) = annotate(finding)
    assert len(command.data.encode("utf-16-le")) // 2 <= 4000 < LONGEST_MESSAGE
    assert command.data.endswith("…")


def test_merged_findings_that_do_not_fit_are_counted() -> None:
    found = [
        msgspec.structs.replace(make(n, path="a.md"), message=f"message {n} " + "x" * 300, help="h") for n in range(90)
    ]
    (command,) = annotate(*found)
    shown = command.data.count("message")
    assert f"\nand {90 - shown} more\nhelp: h" in command.data
    assert 3000 < len(command.data) <= 4000


def test_a_span_of_lines_has_no_columns() -> None:
    finding = msgspec.structs.replace(make(1), location=Location("a.md", 3, 7, 5, 2))
    (command,) = annotate(finding)
    assert command.properties == {"file": "a.md", "line": "3", "endline": "5", "title": "linklint: r"}


def test_changed_lines_come_before_changed_files_and_these_before_others() -> None:
    found = [make(number) for number in range(60)]
    compared = Compared("c", paths=frozenset({"p040.md", "p050.md", "p051.md"}), lines={"p050.md": ((7, 51), (80, 90))})
    assert [command.properties["file"] for command in annotate(*found, compared=compared)[:4]] == [
        "p050.md", "p040.md", "p051.md", "p000.md",
    ]  # fmt: skip
    compared = msgspec.structs.replace(compared, lines={"p050.md": ((7, 50), (52, 90))})
    assert annotate(*found, compared=compared)[0].properties["file"] == "p040.md"


def test_what_is_new_comes_before_what_stands_on_changed_lines() -> None:
    found = [make(number, new=number == 9) for number in range(20)]
    compared = Compared("c", paths=frozenset({"p004.md"}), lines={"p004.md": ((1, 99),)})
    files = [command.properties.get("file") for command in annotate(*found, compared=compared)]
    assert files[:3] == ["p009.md", "p004.md", "p000.md"]


def test_a_finding_in_a_file_that_is_gone_is_no_annotation() -> None:
    found = [make(1, path="gone.md"), make(2, path="here.md")]
    compared = Compared("c", paths=frozenset({"gone.md"}), gone=frozenset({"gone.md"}))
    assert [command.properties["file"] for command in annotate(*found, compared=compared)] == ["here.md"]


def test_the_total_goes_to_what_is_new_first_and_then_to_what_is_graver() -> None:
    found = [make(number, level=level) for level in ("error", "warning") for number in range(8)]
    found += [make(number, level="notice", new=True) for number in range(3)]
    commands = annotate(*found, total=12)
    assert [command.name for command in commands] == ["error"] * 8 + ["warning"] + ["notice"] * 3
    assert commands[8].data.startswith("8 more warnings in 8 files: ")


def test_levels_without_a_share_are_told_by_the_last_one() -> None:
    found = [make(number, level=level) for level in ("error", "warning", "notice") for number in range(4)]
    commands = annotate(*found, total=3)
    assert [command.name for command in commands] == ["error"] * 3
    assert commands[2].data.startswith("2 more errors, 4 more warnings and 4 more notices in 4 files: ")
    (only,) = annotate(*found, total=1)
    assert only.data.startswith("4 more errors, 4 more warnings")
    assert annotate(*found, total=0) == []


@given(
    st.lists(st.builds(make, st.integers(0, 30), rule=st.sampled_from("ab"),
                       level=st.sampled_from(["error", "warning", "notice"]), new=st.booleans()), max_size=70),
    st.integers(1, 40),
)  # fmt: skip
def test_every_finding_is_shown_or_counted(found: list[Finding], total: int) -> None:
    commands = annotate(*found, total=total)
    assert len(commands) <= total
    for level in ("error", "warning", "notice"):
        assert sum(command.name == level for command in commands) <= CAP
    shown = sum(command.data.count("message") for command in commands)
    rest = [command.data.partition(" in ")[0] for command in commands if "message" not in command.data]
    counted = sum(int(word) for text in rest for word in text.split() if word.isdigit())
    assert shown + counted == len(found)


def test_what_the_run_could_not_do_is_an_annotation_that_counts() -> None:
    notices = (RunNotice("notice", "set `fetch-depth: 2`\n::error::x", annotated=True), RunNotice("warning", "quiet"))
    found = tuple(make(number, level="notice") for number in range(CAP))
    report = Report(Summary(), found, notices=notices)
    commands = read_commands(FORMATS["github"](report, Rendering()).encode())
    assert [command.name for command in commands] == ["notice"] * CAP
    assert commands[0].data == "set `fetch-depth: 2`\\n::error::x"
    assert commands[0].properties == {"title": "linklint"}
    assert commands[-1].data.startswith("2 more notices in 2 files")
