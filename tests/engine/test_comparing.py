import pytest

from linklint.engine import BaselineEntry, apply_baseline, baseline_entries, compare, run
from linklint.engine.direction import lower_is_worse
from linklint.model.finding import Finding, Subject
from linklint.model.place import Location
from tests.engine.tiny import Vocabulary, World, active, page, rule


def finding(fp, measure=None, rule_="r", path="a.md", lower=False):
    how = {"measure": measure, "fingerprint": fp, "lower_is_worse": lower}
    return Finding(rule_, "error", Location(path), "m", Subject("page", path), **how)


def test_entries_are_sorted_and_name_each_fingerprint_once():
    found = [finding("2", 3.0), finding("1", path="b.md"), finding("1", path="b.md"), finding("0", rule_="s")]
    assert baseline_entries(found) == [
        BaselineEntry("2", "r", "a.md", 3.0), BaselineEntry("0", "s", "a.md"), BaselineEntry("1", "r", "b.md"),
    ]  # fmt: skip


def test_a_run_under_its_own_baseline_is_clean():
    found = [finding("1"), finding("2", 4.0), finding("3", 4.0, lower=True)]
    kept, suppressed, stale = apply_baseline(found, baseline_entries(found), "base.jsonl")
    assert (kept, stale) == ([], [])
    assert [(each.finding, each.where, each.by) for each in suppressed] == [
        (each, "base.jsonl", "baseline") for each in found
    ]


@pytest.mark.parametrize(
    ("measure", "known", "lower", "worse"),
    [
        (5, 4, False, True), (4, 4, False, False), (3, 4, False, False), (3, 4, True, True), (5, 4, True, False),
        (5, None, False, False), (None, 4, False, False), (0.1 + 0.2, 0.3, False, False),
    ],
)  # fmt: skip
def test_a_worse_measure_is_kept_and_says_so(measure, known, lower, worse):
    found = finding("1", measure, lower=lower)
    kept, suppressed, stale = apply_baseline([found], [BaselineEntry("1", "r", "a.md", known)], "b")
    assert [each.worsened for each in kept] == [True] * worse
    assert len(suppressed) == (not worse)
    assert stale == []
    compared = compare([finding("1", known)], [found])
    assert [(each.new, each.worsened) for each in compared.findings] == [(worse, worse)]


def test_new_findings_are_kept_and_stale_entries_of_rules_that_ran_are_told():
    entries = [BaselineEntry("1", "r", "a.md"), BaselineEntry("2", "s", "a.md"), BaselineEntry("3", "t", "a.md")]
    new = finding("9")
    kept, suppressed, stale = apply_baseline([new, finding("3", rule_="t")], entries, "b", ["r", "t"])
    assert (kept, len(suppressed), stale) == ([new], 1, entries[:1])
    assert apply_baseline([], entries, "b")[2] == entries


def test_comparing_marks_what_is_new_and_lists_what_is_fixed():
    before, after = [finding("1"), finding("2")], [finding("2"), finding("3")]
    compared = compare(before, after)
    assert [(each.fingerprint, each.new, each.worsened) for each in compared.findings] == [
        ("2", False, False), ("3", True, False),
    ]  # fmt: skip
    assert compared.fixed == (before[0],)
    assert compare(after, after).fixed == ()


@pytest.mark.parametrize(
    ("require", "measure", "lower"),
    [
        ({"depth": {"lte": 3}}, "depth", False), ({"depth": {"lt": 3}}, "depth", False),
        ({"depth": {"gte": 3}}, "depth", True), ({"depth": {"gt": 3}}, "depth", True),
        ({"not": {"depth": {"gte": 3}}}, "depth", False), ({"not": {"not": {"depth": {"gte": 3}}}}, "depth", True),
        ({"any": [{"title": "x"}, {"all": [{"depth": {"gte": 1}}]}]}, "depth", True),
        ({"score": {"gte": 1}, "depth": {"lte": 3}}, "depth", False), ({"score": {"gte": 1}}, "depth", True),
        ({"count": {"of": "outlinks", "gte": 2}}, "outlinks.count", True),
        ({"count": {"of": "outlinks", "where": {"line": {"gte": 1}}, "lte": 2}}, "outlinks.count", False),
        ({"depth": 3}, "depth", False), ({"depth": {"ne": 3}}, None, False),
    ],
)  # fmt: skip
def test_what_is_required_tells_which_way_is_worse(require, measure, lower):
    assert lower_is_worse(rule(require=require, measure=measure)) is lower


def test_a_finding_knows_which_way_is_worse():
    few = rule(require={"outlinks.count": {"gte": 3}}, measure="outlinks.count")
    (found,) = run([active(few)], World(page("a.md")), vocabulary=Vocabulary()).findings
    assert (found.measure, found.lower_is_worse) == (0.0, True)
