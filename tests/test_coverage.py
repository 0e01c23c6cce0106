"""``docs/coverage.md``: every row there, every name in it real, every rule named heard to speak."""

import re
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from linklint import config
from linklint.cli.main import Commands, main
from linklint.facts import lookup
from linklint.workspace import box_rules

PAGE = Path(__file__).parents[1] / "docs" / "coverage.md"
RULES = config.read_box(box_rules())
ROWS = 130
MAY_BE_NONE = {"T", "W", "–"}


class Line(NamedTuple):
    """One row of the table."""

    number: int
    kind: str
    about: str
    served: str


def read_lines() -> list[Line]:
    cells = [
        re.split(r"\s*\|\s*", line.strip("| \n")) for line in PAGE.read_text().splitlines() if re.match(r"\| \d", line)
    ]
    return [Line(int(number), kind, about, served) for number, kind, about, served in cells]


LINES = read_lines()
SERVED = [line.served for line in LINES if not line.served.startswith("none")]
NAMES = sorted({name for served in SERVED for name in re.findall("`([^`]+)`", served)})


def test_every_row_has_a_line_with_a_few_words() -> None:
    assert [line.number for line in LINES] == list(range(1, ROWS + 1))
    assert len({line.about for line in LINES}) == ROWS
    assert all(len(line.about.split()) <= 8 for line in LINES)


def test_none_only_where_nothing_can_be_checked_and_with_a_reason() -> None:
    for line in LINES:
        if line.served.startswith("none"):
            assert line.kind in MAY_BE_NONE, line
            assert len(line.served) > len("none: because"), line
        else:
            assert re.fullmatch(r"(`[^`]+` ?)+", line.served), line


def is_command(words: list[str]) -> bool:
    """Whether the command exists, and what follows it is one of its choices."""
    if words[0] not in Commands.modules:
        return False
    command = main.get_command(click.Context(main), words[0])
    assert command is not None
    choices = [
        choice
        for parameter in command.params
        if isinstance(parameter, click.Argument) and isinstance(parameter.type, click.Choice)
        for choice in parameter.type.choices
    ]
    return all(word in choices for word in words[1:])


def is_key(dotted: str) -> bool:
    value = config.schema("config")
    for key in dotted.split("."):
        value = value.get("properties", {}).get(key)
        if value is None:
            return False
    return True


def is_known(name: str) -> bool:
    if name.startswith("linklint "):
        return is_command(name.split()[1:])
    if name.startswith("config: "):
        return is_key(name.removeprefix("config: "))
    if "." in name:
        kind, _, fact = name.partition(".")
        return lookup(kind, fact.replace("*", "search.clicks")) is not None
    return name in RULES and any(example.expect for example in RULES[name].examples)


@pytest.mark.parametrize("name", NAMES)
def test_what_serves_a_row_exists_and_a_rule_has_an_example_that_speaks(name: str) -> None:
    assert is_known(name)


@pytest.mark.parametrize(
    "name", ["no-such-rule", "page.no_such_fact", "linklint nothing", "linklint report nothing", "config: site.nothing"]
)
def test_a_wrong_name_would_be_noticed(name: str) -> None:
    assert not is_known(name)
