import pytest

from linklint.engine import run
from linklint.model.finding import Related
from linklint.model.rule import Override
from tests.engine.tiny import Vocabulary, World, active, directive, file, link, page, rule

EMPTY = rule("link", id="empty", require={"text": {"exists": True}})
UNUSED = rule("directive", id="unused", where={"judged": True}, require={"used": True})
LINK = link("a.md", 3)


def speak(directives, *rules, things=(LINK,), **how):
    files = (file("a.md", *directives), file("b.md"))
    rules = [each if hasattr(each, "rule") else active(each) for each in rules or (EMPTY,)]
    outcome = run(rules, World(*things, files=files), vocabulary=Vocabulary(), **how)
    return [(each.rule, each.location.line) for each in outcome.findings], list(outcome.suppressed)


COVERING = [
    directive("next-line", "empty", line=3),
    directive("line", "empty", line=3),
    directive("range", "other", "empty", line=2, last=3),
    directive("file", "empty", last=9),
    directive("file", last=9),
    directive("line", "empty", line=3, until="2026-11-20"),
]


@pytest.mark.parametrize("covering", COVERING)
def test_a_directive_keeps_a_finding_quiet_with_reason_and_place(covering):
    findings, (kept,) = speak([covering])
    assert findings == []
    assert (kept.finding.rule, kept.reason, kept.where, kept.by) == (
        "empty", "because", f"a.md:{covering.span.line}", "directive",
    )  # fmt: skip
    assert kept.finding.fingerprint


@pytest.mark.parametrize(
    "other",
    [
        directive("line", "empty", line=2),
        directive("range", "empty", line=4, last=9),
        directive("line", "other", line=3),
        directive("line", "empty", line=3, until="2026-11-19"),
        directive("line", "empty", line=3, problem="unknown word"),
    ],
)
def test_a_directive_elsewhere_expired_or_broken_suppresses_nothing(other):
    assert speak([other]) == ([("empty", 3)], [])


def test_a_directive_holds_in_its_own_file_only():
    assert speak([directive("file", last=9)], things=(link("b.md", 3),)) == ([("empty", 3)], [])


def test_a_finding_of_several_lines_is_covered_at_its_first():
    assert speak([directive("line", "empty", line=4)]) == ([("empty", 3)], [])


def test_without_suppressions_everything_is_told_and_directives_are_still_used():
    findings, kept = speak([directive("line", "empty", line=3)], EMPTY, UNUSED, suppress=False)
    assert (findings, kept) == ([("empty", 3)], [])


def test_where_a_reason_is_required_a_directive_without_one_suppresses_nothing_and_is_told():
    bare = directive("line", "empty", line=3, reason=None)
    said = rule("directive", id="said", require={"problem": {"exists": False}}, message="{problem}")
    assert speak([bare], EMPTY, said) == ([], speak([bare])[1])
    findings, kept = speak([bare], EMPTY, said, require_reason=True)
    assert (findings, kept) == ([("empty", 3), ("said", 3)], [])


def test_a_file_directive_covers_a_page_that_is_told_in_another_files_place():
    hub = page("b.md", title="hub")
    moved = rule(id="moved", require={"title": {"exists": True}}, at="$page.parent")
    spoke = page("a.md", parent=hub)
    assert speak([directive("file", "moved")], moved, things=(hub, spoke))[0] == []
    assert speak([directive("line", "moved")], moved, things=(hub, spoke))[0] == [("moved", 1)]


def test_the_narrowest_directive_is_named_and_all_that_cover_are_used():
    directives = [directive("file", "empty", line=1, last=9), directive("line", "empty", line=3)]
    findings, (kept,) = speak(directives, EMPTY, UNUSED)
    assert (findings, kept.where) == ([], "a.md:3")


def test_a_directive_that_suppresses_nothing_is_told():
    findings, _ = speak([directive("line", "empty", line=2), directive("line", "empty", line=3)], EMPTY, UNUSED)
    assert findings == [("unused", 2)]


def test_only_directives_whose_rules_all_ran_on_the_file_are_judged():
    idle = [directive("line", "empty", line=1), directive("line", "empty", "other", line=2), directive("line", line=4)]
    assert speak(idle, UNUSED)[0] == []
    assert speak(idle, EMPTY, UNUSED)[0] == [("unused", 1), ("empty", 3)]
    assert speak(idle, active(EMPTY, "off"), UNUSED)[0] == []
    off_here = active(EMPTY, "warning", (Override(("a.md",), "off"),))
    assert speak(idle, off_here, UNUSED)[0] == []


def test_rules_of_which_a_directive_covers_nothing_are_told():
    idle = rule(
        "directive", id="idle", where={"used": True, "idle_rules": {"contains": "other"}}, require={"used": False}
    )
    other = rule("link", id="other", require={"text": {"exists": True}}, where={"text": "x"})
    covering = directive("line", "empty", "other", line=3)
    assert speak([covering], EMPTY, other, idle)[0] == [("idle", 3)]
    assert speak([covering], EMPTY, idle)[0] == []
    assert speak([covering], EMPTY, active(other, "off"), idle)[0] == []
    assert speak([directive("line", "empty", line=3)], EMPTY, other, idle)[0] == []


def test_a_directive_cannot_cover_what_is_said_of_itself():
    assert speak([directive("file", "empty", "unused", last=9)], EMPTY, UNUSED, things=())[0] == [("unused", 1)]
    assert speak([directive("file", "unused", last=9)], UNUSED, things=())[0] == [("unused", 1)]


def test_a_directive_can_cover_what_is_said_of_another_and_is_used_then():
    directives = [directive("file", "unused", last=9), directive("line", "empty", line=2)]
    findings, kept = speak(directives, EMPTY, UNUSED, things=())
    assert findings == []
    assert [(each.finding.rule, each.finding.location.line, each.where) for each in kept] == [("unused", 2, "a.md:1")]


def test_an_expired_directive_says_so():
    late = rule("directive", id="late", require={"expired": False})
    old = directive("line", "empty", line=3, until="2020-01-01")
    assert speak([old], EMPTY, late)[0] == [("empty", 3), ("late", 3)]


def test_rules_that_nobody_knows_are_told_when_the_known_ones_are_given():
    directives = [directive("line", "empty", "emtpy", line=3)]
    told = rule("directive", id="k", require={"unknown_rules": {"contains": "x"}}, message="{unknown_rules}")
    world = World(files=(file("a.md", *directives),))
    said = [
        run([active(told)], world, vocabulary=Vocabulary(), known_rules=ids).findings[0].message
        for ids in (["empty"], None, ["empty", "emtpy"])
    ]
    assert said == ["emtpy", "(none)", "(none)"]


def test_a_suppressed_finding_keeps_its_related_places():
    told = rule("link", id="empty", require={"text": "x"}, related=("$link.target",))
    thing = link("a.md", 3, target=page("b.md"))
    _, (kept,) = speak([directive("line", line=3)], told, things=(thing,))
    assert kept.finding.related == (Related(kept.finding.related[0].location, "a page"),)
