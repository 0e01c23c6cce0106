"""What a change did, told where it was done: two versions of a few texts in, the places of all new findings out."""

from __future__ import annotations

import pytest

from tests.app.changing import compare

GARDEN = {
    "README.md": "# Garden\n\nSee [roses](roses.md).\n\nAnd [soil](soil.md).\n\nBye.\n",
    "roses.md": "# Roses\n\n## Pruning\n\nIn spring, with good [soil](soil.md#worms).\n",
    "soil.md": "# Soil\n\n## Worms\n\nThey dig, and [home](README.md) they go.\n",
}
CLUSTERS = "extends: [linklint:recommended, linklint:seo]\nclusters: clusters.yml\n"


def test_nothing_changed_nothing_is_told() -> None:
    assert compare(GARDEN, {}).places == []


def test_words_that_change_are_nobodys_business() -> None:
    changed = {"soil.md": GARDEN["soil.md"].replace("dig", "dig deep"), "notes.txt": "[x](y.md)"}
    assert compare(GARDEN, changed).places == []


def test_a_removed_link_orphans_a_page() -> None:
    told = compare(GARDEN, {"README.md": "# Garden\n\nAnd [soil](soil.md).\n\nBye.\n"})
    assert told.places == ["README.md:3 no-new-orphans"]
    finding = told.find("no-new-orphans")
    assert finding.message == "removing the link to roses.md orphans roses.md"
    assert finding.cause == finding.location
    assert finding.subject.path == "roses.md"
    assert [(place.location.path, place.message) for place in finding.related] == [
        ("roses.md", "No page links to roses.md (no-orphans)")
    ]


def test_a_link_that_is_made_plain_text_is_told_on_its_line() -> None:
    told = compare(GARDEN, {"README.md": GARDEN["README.md"].replace("[roses](roses.md)", "roses")})
    assert told.places == ["README.md:3 no-new-orphans"]


def test_the_last_line_stands_for_one_that_was_removed_at_the_end() -> None:
    base = {"README.md": "# Garden\n\nWords.\n[roses](roses.md)\n", "roses.md": "# Roses"}
    assert compare(base, {"README.md": "# Garden\n\nWords.\n"}).places == ["README.md:3 no-new-orphans"]


def test_a_link_that_leads_elsewhere_is_told_at_its_span() -> None:
    told = compare(GARDEN, {"README.md": GARDEN["README.md"].replace("[roses](roses.md)", "[roses](soil.md)")})
    assert told.places == ["README.md:3 no-new-orphans"]
    location = told.find("no-new-orphans").location
    assert (location.column, location.end_column) == (5, 21)
    assert told.find("no-new-orphans").message == "changing this link orphans roses.md"


def test_an_edited_definition_is_told_where_it_is_used() -> None:
    base = {
        "README.md": "# Garden\n\nSee [roses][r].\n\n[r]: roses.md\n",
        "roses.md": "# Roses",
        "soil.md": "[up](README.md)",
    }
    told = compare(base, {"README.md": base["README.md"].replace("r]: roses", "r]: soil")})
    assert told.places == ["README.md:3 no-new-orphans"]


def test_a_link_that_is_not_to_be_followed_any_more() -> None:
    base = {"README.md": '# Garden\n\n<a href="roses.md">roses</a>\n', "roses.md": "# Roses"}
    changed = {"README.md": '# Garden\n\n<a href="roses.md" rel="nofollow">roses</a>\n'}
    assert "README.md:3 no-new-orphans" in compare(base, changed).places


def test_two_edits_that_only_together_orphan_a_page() -> None:
    base = GARDEN | {"soil.md": "# Soil\n\nFor [roses](roses.md).\n"}
    told = compare(base, {"README.md": "# Garden\n\nAnd [soil](soil.md).\n", "soil.md": "# Soil\n"})
    finding = told.find("no-new-orphans")
    assert (finding.location.path, finding.location.line) == ("README.md", 3)
    assert finding.message == "removing the link to roses.md and 1 other change together orphans roses.md"
    assert [(place.location.path, place.location.line) for place in finding.related] == [
        ("soil.md", 1),
        ("roses.md", 1),
    ]


def test_one_of_two_links_is_no_matter() -> None:
    assert compare(GARDEN, {"README.md": GARDEN["README.md"].replace("And [soil](soil.md).", "And.")}).places == []


def test_a_deleted_page_with_a_link_left_behind() -> None:
    told = compare(GARDEN, {"roses.md": None})
    assert told.places == ["README.md:3 deleted-page-needs-redirect"]
    finding = told.find("deleted-page-needs-redirect")
    assert finding.level == "error", "as the broken link would be"
    assert "1 link is left behind (README.md:3)" in finding.message
    assert told.outcome.superseded[0].rule == "no-broken-links"


def test_a_deleted_page_takes_its_links_along() -> None:
    base = {"README.md": "# Garden\n\n[roses](roses.md)\n", "roses.md": "[soil](soil.md)", "soil.md": "# Soil"}
    told = compare(base, {"README.md": "# Garden\n", "roses.md": None})
    finding = told.find("no-new-orphans")
    assert finding.message == "deleting roses.md orphans soil.md"
    assert (finding.location.path, finding.location.line) == ("roses.md", 0), "a path, and no line"
    assert told.places == ["roses.md:0 no-new-orphans"]


def test_a_deleted_page_that_nothing_links() -> None:
    base = GARDEN | {"lost.md": "# Lost\n\n[home](README.md)"}
    told = compare(base, {"lost.md": None})
    assert (told.places, [each.rule for each in told.fixed]) == ([], ["no-orphans"])


def test_a_page_that_moves_with_its_links() -> None:
    changed = {
        "README.md": GARDEN["README.md"].replace("roses.md", "plants/roses.md"),
        "roses.md": None,
        "plants/roses.md": GARDEN["roses.md"].replace("soil.md", "../soil.md"),
    }
    assert compare(GARDEN, changed).places == []


def test_a_folder_that_moves() -> None:
    base = {
        "README.md": "[a](old/a.md), [b](old/b.md)",
        "old/a.md": "All about a: [b](b.md)",
        "old/b.md": "All about b: [a](a.md)",
    }
    changed = {
        "README.md": "[a](new/a.md), [b](new/b.md)",
        "old/a.md": None,
        "old/b.md": None,
        "new/a.md": base["old/a.md"],
        "new/b.md": base["old/b.md"],
    }
    assert compare(base, changed).places == []


BROKEN = "All about roses, and [a](gone.md) and [b](../lost.md) and [c](/none.md) and [d](gone.md) and [e](@)"


@pytest.mark.parametrize(("old", "new"), [("a/b/x.md", "a/c/d/x.md"), ("a/b/x.md", "z/y.md"), ("a/x.md", "a/y.md")])
def test_what_was_broken_before_a_page_moved_is_no_news(old: str, new: str) -> None:
    base = {"README.md": f"[x]({old})", old: BROKEN}
    told = compare(base, {"README.md": f"[x]({new})", old: None, new: BROKEN})
    assert (told.places, told.fixed) == ([], ())


def test_what_breaks_as_a_page_moves_is_news() -> None:
    base = {"README.md": "[x](a/x.md)", "a/x.md": BROKEN + " [s](soil.md)", "a/soil.md": "[x](x.md)"}
    changed = {"README.md": "[x](b/x.md)", "a/x.md": None, "b/x.md": BROKEN + " [s](soil.md) [n](new.md)"}
    told = compare(base, {**changed, "a/soil.md": "[x](../b/x.md)"})
    assert [each.message.split()[0] for each in told.new] == ["No", '"soil.md"', '"new.md"']


def test_addresses_move_with_the_page() -> None:
    site = "site: {framework: mintlify}"
    config = '{"$schema": "https://mintlify.com/docs.json", "name": "x", "theme": "y", "navigation": {"pages": ["%s"]}}'
    text = "All about roses and how to plant them: [a](./gone) [b](/none)"
    base = {"docs.json": config % "a/b/x", "a/b/x.mdx": text}
    told = compare(base, {"docs.json": config % "c/x", "a/b/x.mdx": None, "c/x.mdx": text}, site)
    assert told.places == []


def test_a_page_that_moves_without_its_links_is_told_once() -> None:
    told = compare(GARDEN, {"roses.md": None, "plants/roses.md": GARDEN["roses.md"].replace("soil.md", "../soil.md")})
    assert told.places == ["README.md:3 renamed-page-links"]
    finding = told.find("renamed-page-links")
    assert finding.message == "roses.md is now plants/roses.md at /plants/roses.md: 1 link is left behind (README.md:3)"


def test_what_named_a_moved_page_may_have_meant_it_where_it_is_now() -> None:
    moved = {"roses.md": None, "plants/climbers.md": GARDEN["roses.md"].replace("soil.md", "../soil.md")}
    settings = (
        "clusters: {path: {hub: README.md, spokes: [roses.md]}, address: {hub: README.md, spokes: [/roses.md]}}\n"
    )
    told = compare(GARDEN, moved, settings, skip=("renamed-page-links", "no-new-orphans", "no-orphans"))
    assert [(each.location.path, each.suggestions) for each in told.new] == [
        (".linklint.yml", ("plants/climbers.md",)),
        (".linklint.yml", ("/plants/climbers.md",)),
        ("README.md", ("plants/climbers.md",)),
    ]
    removed = compare(GARDEN, {"roses.md": None}, settings)
    assert [each.suggestions for each in removed.new] == [()] * len(removed.new)


def test_the_links_of_a_moved_page_break() -> None:
    told = compare(
        GARDEN,
        {
            "README.md": GARDEN["README.md"].replace("roses.md", "plants/roses.md"),
            "roses.md": None,
            "plants/roses.md": GARDEN["roses.md"],
        },
    )
    assert told.places == ["plants/roses.md:5 no-broken-links"]


def test_a_renamed_heading_is_told_at_the_heading() -> None:
    told = compare(GARDEN, {"soil.md": GARDEN["soil.md"].replace("## Worms", "## Earthworms")})
    assert told.places == ["soil.md:3 renamed-heading-links"]
    finding = told.find("renamed-heading-links")
    assert finding.message == '"Worms" is no heading of soil.md any more: 1 link is left behind (roses.md:5)'
    assert finding.level == "error"
    assert [place.location.path for place in finding.related] == ["roses.md"]


def test_a_new_page_without_a_link() -> None:
    told = compare(GARDEN, {"tulips.md": "Words.\n\n# Tulips\n\n[roses](roses.md)\n"})
    assert told.places == ["tulips.md:3 new-page-has-inlink"]
    assert told.find("new-page-has-inlink").cause is None


def test_pages_behind_a_removed_link_are_stranded() -> None:
    base = {
        "README.md": "# Garden\n\n[roses](roses.md)\n\n[soil](soil.md)\n",
        "roses.md": "[worms](worms.md)",
        "worms.md": "[roses](roses.md)",
        "soil.md": "# Soil",
    }
    told = compare(base, {"README.md": "# Garden\n\n[soil](soil.md)\n"})
    assert told.places == ["README.md:3 no-stranded-pages"] * 2
    assert [finding.subject.path for finding in told.new] == ["roses.md", "worms.md"]


def test_a_link_and_its_way_back() -> None:
    """A revert tells nothing, and mends what the change had done."""
    changed = {"README.md": "# Garden\n\nAnd [soil](soil.md).\n\nBye.\n"}
    told = compare(GARDEN | changed, {"README.md": GARDEN["README.md"]})
    assert (told.places, [each.rule for each in told.fixed]) == ([], ["no-orphans"])


def test_a_spoke_that_the_clusters_file_adds_is_told_by_the_rule_about_spokes() -> None:
    base = GARDEN | {"clusters.yml": "garden: {hub: README.md, spokes: [roses.md]}\n"}
    base["roses.md"] += "\n[garden](README.md)\n"
    told = compare(
        base | {"worms.md": "# Worms\n\n[soil](soil.md)", "soil.md": GARDEN["soil.md"] + "[w](worms.md)"},
        {"clusters.yml": "garden: {hub: README.md, spokes: [roses.md, worms.md]}\n"},
        "clusters: clusters.yml\n",
    )
    assert sorted(told.places) == ["README.md:1 hub-links-to-spokes", "worms.md:1 spoke-links-to-hub"]


def test_a_hub_that_drops_a_spoke_is_told_once() -> None:
    base = GARDEN | {"clusters.yml": "garden: {hub: README.md, spokes: [roses.md, soil.md]}\n"}
    base["roses.md"] += "\n[garden](README.md)\n"
    changed = {"README.md": GARDEN["README.md"].replace("And [soil](soil.md).", "And soil.")}
    told = compare(base, changed, "clusters: clusters.yml\n")
    assert told.places == ["README.md:5 no-cluster-regression"]
    assert "hub-links-to-spokes" in told.find("no-cluster-regression").related[0].message


def test_a_page_without_a_home_page_around_it() -> None:
    base = {"a.md": "[b](b.md)", "b.md": "[a](a.md) [c](c.md)", "c.md": "[a](a.md)"}
    assert compare(base, {"b.md": "[a](a.md)"}).places == ["b.md:1 no-new-orphans"]


def test_a_page_that_is_meant_to_stand_alone() -> None:
    base = {"README.md": "# Garden\n\n[sale](sale.md)\n", "sale.md": "# Sale"}
    assert compare(base, {"README.md": "# Garden\n"}, "orphans_ok: [sale.md]\n").places == []


def test_a_directive_in_the_victim_keeps_the_change_quiet() -> None:
    base = {
        "README.md": "# Garden\n\n[sale](sale.md)\n",
        "sale.md": "<!-- linklint-disable-file no-orphans -- reached by mail -->\n# Sale",
    }
    told = compare(base, {"README.md": "# Garden\n"})
    assert told.places == []
    assert sorted(each.finding.rule for each in told.outcome.suppressed) == ["no-new-orphans", "no-orphans"]


def test_without_the_rule_that_it_stands_for_a_change_still_speaks() -> None:
    told = compare(GARDEN, {"README.md": "# Garden\n\nAnd [soil](soil.md).\n"}, skip=("no-orphans",))
    assert told.places == ["README.md:3 no-new-orphans"]
    assert told.find("no-new-orphans").related == ()
