import random
import re

import pytest

from linklint.engine import run
from linklint.engine.fingerprints import fingerprint
from linklint.errors import EvaluationError, UserError
from linklint.model.finding import Related
from linklint.model.place import Location
from linklint.model.rule import Override
from tests.engine.tiny import Thing, Vocabulary, World, active, link, page, rule


def speak(world, *rules, **how):
    vocabulary = how.pop("vocabulary", None) or Vocabulary()
    return run([each if hasattr(each, "rule") else active(each) for each in rules], world, vocabulary=vocabulary, **how)


def places(outcome):
    return [(each.rule, each.location.path, each.location.line) for each in outcome.findings]


SHALLOW = rule(
    id="shallow",
    where={"published": True},
    require={"depth": {"lte": "$options.max"}},
    options={"max": 2},
    message="{path} is {depth} deep, {options.max} is the limit",
    measure="depth",
    help="help",
    docs="https://example.com/shallow",
)


def test_a_rule_speaks_where_it_applies_and_what_it_requires_does_not_hold():
    deep = page("deep.md", depth=3, published=True)
    outcome = speak(World(deep, page("b.md", depth=2, published=True), page("c.md", depth=9, published=False)), SHALLOW)
    (finding,) = outcome.findings
    assert finding.rule == "shallow"
    assert finding.level == "warning"
    assert finding.location == Location("deep.md", 1, 1, 1, 1)
    assert finding.message == "deep.md is 3 deep, 2 is the limit"
    assert (finding.subject.kind, finding.subject.id, finding.subject.path) == ("page", "deep.md", "deep.md")
    assert (finding.help, finding.docs, finding.measure) == ("help", "https://example.com/shallow", 3.0)
    assert finding.fingerprint == fingerprint("shallow", ("deep.md",), 0)
    assert finding.related == finding.suggestions == ()
    assert outcome.suppressed == ()


def test_the_last_override_that_matches_the_subjects_own_file_wins():
    pages = [page(f"{folder}/x.md", depth=5, published=True) for folder in ("a", "blog", "blog/old", "off")]
    overrides = (
        Override(("blog/**",), "error", {"max": 9}),
        Override(("blog/old/*", "nothing"), None, {"max": 4}),
        Override(("off/**",), "off"),
    )
    found = speak(World(*pages), active(SHALLOW, "notice", overrides)).findings
    assert [(each.location.path, each.level, each.message[-14:]) for each in found] == [
        ("a/x.md", "notice", "2 is the limit"),
        ("blog/old/x.md", "error", "4 is the limit"),
    ]


def test_a_rule_that_is_off_runs_only_where_an_override_switches_it_on():
    pages = [page("a.md", depth=5, published=True), page("b.md", depth=5, published=True)]
    assert speak(World(*pages), active(SHALLOW, "off")).findings == ()
    on = active(SHALLOW, "off", (Override(("b.md",), "error"),))
    assert places(speak(World(*pages), on)) == [("shallow", "b.md", 1)]


def test_at_moves_the_place_and_related_adds_places():
    hub = page("hub.md", title="Hub")
    spoke = page("spoke.md", parent=hub)
    spoke.facts["outlinks"] = [
        link("spoke.md", 7, text="one", place="nav"), link("spoke.md", 8, text="two", place="x"),
    ]  # fmt: skip
    told = rule(
        at="$page.parent",
        where={"parent": {"exists": True}},
        related=(
            "$page",
            "$page.parent",
            {"of": "outlinks", "where": {"place": "nav"}, "message": '"{text}" on line {line}'},
        ),
    )
    (finding,) = speak(World(hub, spoke), told).findings
    assert finding.location.path == "hub.md"
    assert finding.subject.path == "spoke.md"
    assert finding.related == (
        Related(Location("spoke.md"), "a page"),
        Related(Location("spoke.md", 7, 1, 7, 1), '"one" on line 7'),
    )


def test_at_something_that_is_missing_stays_with_the_subject():
    assert places(speak(World(page("a.md")), rule(at="$page.parent"))) == [("r", "a.md", 1)]


def test_an_anchor_stands_at_its_first_link_and_the_others_are_related():
    links = [link("a.md", 2), link("a.md", 5), link("b.md", 1)]
    anchor = Thing("anchor", text="more", links=links)
    (finding,) = speak(World(anchor), rule("anchor", require={"text": "x"})).findings
    assert finding.location == Location("a.md", 2, 1, 2, 1)
    assert [each.location for each in finding.related] == [Location("a.md", 5, 1, 5, 1), Location("b.md", 1, 1, 1, 1)]


def test_a_broken_link_carries_its_candidates():
    broken, fine = link("a.md", 1, status="missing", candidates=("b.md",)), link("a.md", 2, status="ok")
    found = speak(World(broken, fine), rule("link", require={"status": "x"})).findings
    assert [each.suggestions for each in found] == [("b.md",), ()]


def test_a_finding_about_the_text_of_a_broken_link_carries_no_candidates():
    broken = link("a.md", 1, status="missing", text="here", candidates=("b.md",))
    (found,) = speak(World(broken), rule("link", require={"text": "x"})).findings
    assert found.suggestions == ()


def test_fingerprints_number_equal_identities_in_file_order_and_ignore_lines():
    def prints(*lines):
        links = [link("a.md", line, identity=("a.md", "x")) for line in lines]
        random.Random(4).shuffle(links)
        found = speak(World(*links), rule("link", require={"text": "x"})).findings
        return [each.fingerprint for each in found]

    assert prints(1, 5, 9) == [fingerprint("r", ("a.md", "x"), ordinal) for ordinal in range(3)]
    assert prints(2, 50) == prints(1, 5, 9)[:2]
    assert len({*prints(1, 5, 9)}) == 3


def test_fingerprints_do_not_run_parts_together():
    assert fingerprint("r", ("a", "b"), 0) != fingerprint("r", ("ab",), 0)
    assert fingerprint("r", ("a\0", "b"), 0) != fingerprint("r", ("a", "\0b"), 0)
    assert re.fullmatch("[0-9a-f]{64}", fingerprint("r", ("\ud800",), 0))


def test_what_is_written_once_is_said_once():
    partial = [link("part.md", 3, text="x", identity=("part.md",)) for _ in range(3)]
    assert len(speak(World(*partial), rule("link", require={"text": "y"})).findings) == 1


def test_findings_are_sorted_by_path_line_column_rule_and_message():
    world = World(link("b.md", 1), link("a.md", 10), link("a.md", 9), page("a.md"))
    rules = [rule("link", id="z", require={"text": "x"}), rule("link", id="m", require={"text": "x"}), rule(id="k")]
    assert places(speak(world, *rules)) == [
        ("k", "a.md", 1), ("m", "a.md", 9), ("z", "a.md", 9), ("m", "a.md", 10), ("z", "a.md", 10),
        ("m", "b.md", 1), ("z", "b.md", 1),
    ]  # fmt: skip


def test_the_order_of_rules_and_subjects_changes_nothing():
    links = [link("a.md", line % 3 + 1, text=str(line), identity=("same",)) for line in range(9)]
    rules = [rule("link", id=id_, require={"text": "x"}, message="{text}") for id_ in "abc"]
    first = speak(World(*links), *rules)
    assert speak(World(*links[::-1]), *rules[::-1]).findings == first.findings


def test_a_failure_inside_a_rule_names_rule_and_subject():
    class Broken(Vocabulary):
        def read(self, subject, kind, name):
            if name == "depth":
                raise ZeroDivisionError("oops")
            return super().read(subject, kind, name)

    with pytest.raises(EvaluationError, match=r"^the rule shallow failed while it judged the page a\.md$") as failure:
        speak(World(page("a.md", published=True)), SHALLOW, vocabulary=Broken())
    assert isinstance(failure.value.__cause__, ZeroDivisionError)


def test_no_rule_runs_when_one_is_broken_and_all_mistakes_are_told():
    vocabulary = Vocabulary()
    broken = [rule(id="b1", require={"titel": "x"}), rule(id="b2", message="{nope}")]
    with pytest.raises(UserError) as refused:
        speak(World(page("a.md", published=True)), SHALLOW, *broken, vocabulary=vocabulary)
    assert [problem.message for problem in refused.value.problems] == [
        'b1: page has no fact "titel"',
        'b2: unknown placeholder "{nope}": page has no fact "nope"',
    ]
    assert vocabulary.asked == {}


def test_options_of_an_override_are_checked_too():
    overridden = active(SHALLOW, "warning", (Override(("[",), None, {"max": "many"}),))
    with pytest.raises(UserError) as refused:
        speak(World(), overridden)
    assert sorted(problem.message for problem in refused.value.problems) == [
        'bad glob "[" in overrides: "[" is not closed (for the character itself write "\\[")',
        "shallow: lte compares numbers and dates, $options.max is text",
    ]


def test_what_was_computed_for_a_kind_is_dropped_after_it():
    rules = [rule("page", id="one"), rule("link", id="two"), rule("page", id="three", require={"title": ""})]
    world = World(page("a.md", title="A"), link("a.md", text="x"))
    assert [each.rule for each in speak(world, *rules).findings] == ["one", "three", "two"]
    assert world.forgotten == 2
