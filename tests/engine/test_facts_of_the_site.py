"""Rules over the real facts, on sites made of short texts."""

import pytest

from linklint.engine import check_rule, run
from linklint.model.rule import ActiveRule, Rule
from linklint.model.site import FileFacts
from tests.building import build_site, build_world
from tests.engine.tiny import directive

SPOKE_LINKS_UP = Rule(
    id="house/up",
    subject="member",
    options={"places": ["body", "heading", "table", "related"]},
    where={"role": "spoke", "page.exists": True},
    require={
        "some": {
            "of": "page.outlinks",
            "where": {"target.path": "$member.cluster.hub.path", "place": {"in": "$options.places"}},
        }
    },
    message="{page.path} does not link to its hub {cluster.hub.path}",
)


def speak(rule, text, **more):
    assert check_rule(rule) == []
    found = run([ActiveRule(rule, "warning", rule.options)], build_world(build_site(text, **more))).findings
    return [(each.location.path, each.location.line, each.message) for each in found]


def test_a_spoke_that_links_to_its_hub_only_in_the_menu_is_told():
    site = "hub (root) -> a, b, c; a -> hub; b -> hub nav; c -> a"
    assert speak(SPOKE_LINKS_UP, site, clusters={"c": "hub -> a, b, c"}) == [
        ("b.md", 1, "b.md does not link to its hub hub.md"),
        ("c.md", 1, "c.md does not link to its hub hub.md"),
    ]


@pytest.mark.parametrize(
    ("rule", "spoken"),
    [
        (
            Rule("house/far", "page", "{depth} of {score}", {"depth": {"lte": "$options.max"}}, options={"max": 1}),
            ["b.md"],
        ),
        (Rule("house/roots", "page", "{url}", {"path": {"in": "$site.roots"}}), ["a.md", "b.md"]),
        (Rule("house/mutual", "link", "{href}", {
            "some": {"of": "target.outlinks", "where": {"target.path": "$link.source.path"}}}), ["a.md", "hub.md"]),
        (Rule("house/ends", "page", "{title}", {"some": {"of": "outlinks"}}), ["b.md"]),
        (Rule("house/few", "site", "{pages.count}", {"pages.count": {"gte": 4}}), [""]),
        (Rule("house/texts", "anchor", "{text}", {"links.count": {"gt": 9}}), ["a.md", "hub.md"]),
    ],
    ids=lambda value: getattr(value, "id", ""),
)  # fmt: skip
def test_rules_of_every_subject_run(rule, spoken):
    assert [path for path, _, _ in speak(rule, 'hub (root) -> a "one"; a -> b "two"')] == spoken


def test_a_directive_of_a_file_is_used_or_told():
    unused = Rule(
        "house/unused", "directive", "{rules} on line {line}", {"used": True}, where={"judged": True}
    )  # fmt: skip
    ends = Rule("house/ends", "page", "{path}", {"some": {"of": "outlinks"}})
    directives = (directive("file", "house/ends", last=9), directive("line", "house/ends", line=3))
    world = build_world(build_site("hub (root) -> a", files=(FileFacts("a.md", 1, True, "utf-8", (), directives),)))
    outcome = run([ActiveRule(each, "error", {}) for each in (unused, ends)], world)
    assert [each.message for each in outcome.findings] == ["house/ends on line 3"]
    assert [(each.finding.message, each.where) for each in outcome.suppressed] == [("a.md", "a.md:1")]
