"""Overlays: NAME replaces, NAME+ adds, NAME- removes; lists by language."""

from collections.abc import Mapping
from typing import Any

import pytest

from linklint.config.options import overlay_options
from linklint.data.tree import Tree
from linklint.model.rule import Rule

RULE = Rule(
    "x",
    "link",
    "m",
    {},
    options={
        "max": 3,
        "strict": True,
        "word": "a",
        "places": ["body", "table"],
        "phrases": {"en": ["here", "more"], "de": ["hier"]},
    },
)


def overlay(changes: Mapping[str, Any]) -> dict[str, Any]:
    changed, problems = overlay_options(RULE, RULE.options, changes, Tree(None, ""), ())
    assert problems == []
    return {name: value for name, value in changed.items() if value != RULE.options[name]}


@pytest.mark.parametrize(
    ("changes", "result"),
    [
        ({}, {}),
        ({"max": 4}, {"max": 4}),
        ({"max": 4.5}, {"max": 4.5}),
        ({"word": "b", "strict": False}, {"word": "b", "strict": False}),
        ({"places": ["nav"]}, {"places": ["nav"]}),
        ({"places+": ["nav", "body"]}, {"places": ["body", "table", "nav"]}),
        ({"places-": ["table", "nav"]}, {"places": ["body"]}),
        ({"places+": ["nav"], "places-": ["body"]}, {"places": ["table", "nav"]}),
        ({"phrases": {"fr": ["ici"]}}, {"phrases": {"fr": ["ici"]}}),
        ({"phrases+": ["x"]}, {"phrases": {"en": ["here", "more"], "de": ["hier"], "*": ["x"]}}),
        ({"phrases+": {"de": ["da"]}}, {"phrases": {"en": ["here", "more"], "de": ["hier", "da"]}}),
        ({"phrases+": {"fr": ["ici"]}}, {"phrases": {"en": ["here", "more"], "de": ["hier"], "fr": ["ici"]}}),
        ({"phrases-": ["here", "hier"]}, {"phrases": {"en": ["more"], "de": []}}),
        ({"phrases-": {"en": ["here", "hier"]}}, {"phrases": {"en": ["more"], "de": ["hier"]}}),
        ({"phrases": ["x"], "phrases+": {"de": ["da"]}}, {"phrases": {"*": ["x"], "de": ["da"]}}),
    ],
)
def test_overlays(changes: Mapping[str, Any], result: Mapping[str, Any]) -> None:
    assert overlay(changes) == result
    assert RULE.options["phrases"] == {"en": ["here", "more"], "de": ["hier"]}


@pytest.mark.parametrize(
    "changes",
    [
        {"maks": 4},
        {"max+": 4},
        {"max": "4"},
        {"max": True},
        {"max": None},
        {"strict": 1},
        {"word": 1},
        {"places": "body"},
        {"places": [1]},
        {"places": {"en": ["body"]}},
        {"phrases": {"en": "here"}},
        {"phrases+": "here"},
        {"phrases-": [["here"]]},
        {"+": [1]},
    ],
)
def test_changes_that_do_not_fit(changes: Mapping[str, Any]) -> None:
    changed, problems = overlay_options(RULE, RULE.options, changes, Tree(None, ""), ())
    assert len(problems) == 1
    assert changed == RULE.options
