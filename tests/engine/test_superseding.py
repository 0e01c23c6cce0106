"""A finding about a change takes the place of what other rules say of its victim."""

from __future__ import annotations

from typing import Any

import pytest

from linklint.engine import check_rule, compare, run
from linklint.engine.run import Outcome
from linklint.facts import Change
from linklint.model.document import Directive
from linklint.model.rule import ActiveRule, Rule
from linklint.model.site import FileFacts
from tests.building import build_site, build_world, span_at

PLAIN = Rule("plain", "page", "{path} is alone", {"orphan": {"ne": "yes"}}, level="warning")
CHANGED = Rule(
    "changed",
    "change",
    "{action} orphans {victim.path}",
    {"orphaned": False},
    where={"what": "page"},
    level="notice",
    supersedes=("plain",),
)


def active(rule: Rule) -> ActiveRule:
    return ActiveRule(rule, rule.level, rule.options)


def tell(*rules: Rule, before: str = "home -> a; b", after: str = "home; a; b", **how: Any) -> Outcome:
    files = how.pop("files", ())
    base = build_world(build_site(before))
    change = Change({}, frozenset({"home.md"}), lambda path: "# Home\n[a](a.md)", lambda path: "# Home\nWords")
    world = build_world(build_site(after, files=files, names=("home.md", "a.md", "b.md")), base=base, change=change)
    return run(list(map(active, rules)), world, **how)


def places(outcome: Outcome) -> list[tuple[str, str, int]]:
    return [(each.rule, each.location.path, each.location.line) for each in outcome.findings]


def test_the_same_victim_is_told_once_at_the_cause() -> None:
    outcome = tell(PLAIN, CHANGED)
    told = [each for each in places(outcome) if each[1:] != ("home.md", 1)]
    assert told == [("plain", "b.md", 1), ("changed", "home.md", 2)]
    (finding,) = [each for each in outcome.findings if each.rule == "changed"]
    assert [each.message for each in finding.related] == ["a.md is alone (plain)"]
    assert [each.subject.path for each in outcome.superseded] == ["a.md"]


def test_the_gravest_level_stays() -> None:
    assert {each.rule: each.level for each in tell(PLAIN, CHANGED).findings}["changed"] == "warning"
    assert {each.rule: each.level for each in tell(CHANGED).findings}["changed"] == "notice"


def test_a_rule_that_supersedes_nothing_leaves_all_findings() -> None:
    outcome = tell(PLAIN, Rule("changed", "change", "m", {"orphaned": False}, where={"what": "page"}))
    assert ("plain", "a.md", 1) in places(outcome)
    assert outcome.superseded == ()


def test_what_is_superseded_is_not_fixed() -> None:
    before, after = tell(PLAIN), tell(PLAIN, CHANGED)
    assert [each.subject.path for each in compare(before.findings, after.findings).fixed] == ["a.md"]
    assert compare(before.findings, after.findings, after.superseded).fixed == ()


@pytest.mark.parametrize(("suppress", "told"), [(True, False), (False, True)])
def test_a_directive_that_covers_the_victim_covers_the_change(suppress: bool, told: bool) -> None:
    directive = Directive("file", ("plain",), "on purpose", None, span_at(1), 1, 100)
    outcome = tell(PLAIN, CHANGED, files=(FileFacts("a.md", 1, True, "utf-8", (), (directive,)),), suppress=suppress)
    assert ("changed" in {each.rule for each in outcome.findings}) is told
    assert {each.finding.rule for each in outcome.suppressed} == (set() if told else {"plain", "changed"})
    assert len(outcome.superseded) == told


GARDEN = Rule(
    "garden", "page", "m", {"garden.count": {"exists": False}}, related=("$page.garden",), supersedes=("lost",)
)
LOST = Rule("lost", "page", "{path} is lost", {"reachable": True})


def of_site(text: str, *rules: Rule) -> Outcome:
    return run(list(map(active, rules)), build_world(build_site(text)))


def test_a_finding_about_many_pages_takes_the_place_of_those_about_each() -> None:
    outcome = of_site("home (root); x -> y; y -> x; z", GARDEN, LOST)
    assert places(outcome) == [("garden", "x.md", 1), ("lost", "z.md", 1)]
    assert [each.message for each in outcome.findings[0].related] == ["x.md is lost (lost)", "y.md is lost (lost)"]
    assert [each.subject.path for each in outcome.superseded] == ["x.md", "y.md"]


def test_what_is_dropped_takes_nobodys_place() -> None:
    above = Rule("above", "page", "m", {"path": {"ne": "x.md"}}, supersedes=("garden",))
    outcome = of_site("home (root); x -> y; y -> x", GARDEN, LOST, above)
    assert places(outcome) == [("above", "x.md", 1), ("lost", "x.md", 1), ("lost", "y.md", 1)]


def test_of_two_rules_that_supersede_each_other_one_speaks() -> None:
    rules = [Rule(name, "page", "m", {"root": True}, supersedes=(other,)) for name, other in ("ab", "ba")]
    assert places(of_site("home (root); x", *rules)) == [("a", "x.md", 1)]


def test_no_rule_supersedes_itself() -> None:
    problems = check_rule(Rule("other", "page", "m", {"orphan": "no"}, supersedes=("other",)))
    assert [problem.keypath for problem in problems] == [("supersedes",)]


def test_without_a_base_a_rule_about_changes_is_silent() -> None:
    assert run([active(CHANGED)], build_world(build_site("a; b"))).findings == ()
