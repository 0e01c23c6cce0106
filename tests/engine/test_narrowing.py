"""Narrowing spares work and changes nothing."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linklint.engine import narrowing, run
from linklint.errors import EvaluationError
from linklint.model.rule import Override
from tests.engine.tiny import Thing, Vocabulary, World, active, page, rule

COUNT = 2 * narrowing.FEW
ATOM = st.sampled_from([True, False, {"ne": True}, {"in": [True, False]}, {"exists": True}, {"not_in": [False]}])
PUBLISHED = st.builds(lambda value: {"published": value}, ATOM)
DEPTH = st.builds(lambda number: {"depth": {"gte": number}}, st.integers(0, 3))
CONDITION = st.recursive(
    PUBLISHED | DEPTH,
    lambda inner: st.one_of(
        st.builds(lambda part: {"not": part}, inner),
        st.builds(lambda first, second: {"all": [first, second]}, inner, inner),
        st.builds(lambda first, second: {"any": [first, second]}, inner, inner),
    ),
    max_leaves=4,
)


def many_pages() -> list[Thing]:
    states: list[dict[str, Any]] = [{"published": True}, {"published": False}, {}]
    return [page(f"{number:03}.md", depth=number % 4, **states[number % 3]) for number in range(COUNT)]


def find(*rules: Any, vocabulary: Vocabulary | None = None, few: int = narrowing.FEW) -> list[tuple[str, str]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(narrowing, "FEW", few)
        found = run(rules, World(*many_pages()), vocabulary=vocabulary or Vocabulary()).findings
    return [(finding.rule, finding.location.path) for finding in found]


@settings(deadline=None)
@given(CONDITION, CONDITION)
def test_the_findings_are_those_of_judging_every_subject(where: Any, require: Any) -> None:
    one = active(rule(id="one", where=where, require=require))
    assert find(one) == find(one, few=COUNT + 1)


def test_a_fact_that_many_rules_ask_for_is_read_once() -> None:
    vocabulary = Vocabulary()
    rules = [active(rule(id=name, where={"published": True, "depth": 9}, require={"path": "x"})) for name in "abc"]
    assert find(*rules, vocabulary=vocabulary) == []
    assert vocabulary.asked["page published"] == len(many_pages())


def test_options_of_an_override_are_heeded() -> None:
    wanted = rule(id="a", options={"state": True}, where={"published": "$options.state"}, require={"path": "x"})
    found = find(active(wanted, "warning", (Override(("001.md",), None, {"state": False}),)))
    assert ("a", "001.md") in found
    assert ("a", "000.md") in found


def test_a_failure_while_narrowing_names_rule_and_subject() -> None:
    class Broken(Vocabulary):
        def read(self, subject: Any, kind: str, name: str) -> Any:
            if subject.facts.get("path") == "007.md" and name == "published":
                raise ZeroDivisionError
            return super().read(subject, kind, name)

    with pytest.raises(EvaluationError, match=r"the page 007\.md"):
        find(active(rule(id="a", where={"published": True}, require={"path": "x"})), vocabulary=Broken())
