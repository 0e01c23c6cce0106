"""Facts with a closed list of values are compared with nothing else: such a condition would never hold, in silence."""

from __future__ import annotations

from typing import Any

import pytest

from linklint.engine import check_rule
from linklint.model.rule import Rule


def find_problems(require: dict[str, Any], options: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    rule = Rule("house/x", "link", "{href}", require, options=options or {})
    return [(problem.message, problem.hint) for problem in check_rule(rule)]


@pytest.mark.parametrize(
    ("require", "message", "hint"),
    [
        ({"place": "boddy"}, 'place is never "boddy"', 'did you mean "body"?'),
        ({"status": {"ne": "misssing"}}, 'status is never "misssing"', 'did you mean "missing"?'),
        ({"kind": {"not_in": ["internal", "extern"]}}, 'kind is never "extern"', 'did you mean "external"?'),
        (
            {"status": {"contains": "fragment-mising"}},
            'status is never "fragment-mising"',
            'did you mean "fragment-missing"?',
        ),
        ({"source.orphan": "maybe"}, 'source.orphan is never "maybe"', "its values: no, yes, unknown"),
    ],
)
def test_a_value_that_the_fact_never_has(require: dict[str, Any], message: str, hint: str) -> None:
    assert find_problems(require) == [(message, hint)]


def test_an_option_is_looked_into() -> None:
    found = find_problems({"place": {"in": "$options.places"}}, {"places": ["body", "bodies"]})
    assert [message for message, _ in found] == ['place is never "bodies"']


@pytest.mark.parametrize(
    "require",
    [
        {"place": "body"},
        {"status": {"in": ["missing", "asset-missing"]}},
        {"text": "boddy"},
        {"place": {"starts_with": "b"}},
        {"status": {"contains": "fragment"}},
        {"source.kind": {"ne": "home"}},
    ],
)
def test_values_that_fit_and_facts_without_a_list(require: dict[str, Any]) -> None:
    assert find_problems(require) == []
