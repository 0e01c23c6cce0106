"""Which subjects there are, how they are known, where they stand."""

import pytest
from msgspec.structs import replace

from linklint.facts import DirectiveSubject, describe, identity, kind_of, language, location, subject_of, subjects
from linklint.model.document import Directive, Note, WrittenLink
from linklint.model.place import Location, pack_spans
from linklint.model.rule import SUBJECTS
from linklint.model.settings import Settings
from linklint.model.site import Entry, FileFacts, Link, Row
from tests.building import build_site, build_world, span_at
from tests.facts.asking import get

CLUSTERS = {"salt": {"members": "hub -> a, gone", "pairs": "hub a"}}
FILES = (
    FileFacts("a.md", 9, True, "utf-8", (Note("nul", "NUL", 2, 5), Note("front-matter", "bad", 1, 4)), ()),
    FileFacts("b.md", 9, True, "utf-8", (), (Directive("line", ("z", "y"), None, None, span_at(3), 3, 3),)),
)


@pytest.fixture
def world():
    fields = {"a": {"title_span": span_at(4, 7), "lang": "pt-BR"}, "hub": {"lang": "en"}}
    site = build_site('hub -> a "See A"; a -> gone missing "x", hub; b', fields, CLUSTERS, files=FILES)
    entry = Entry("nav.yml", "nav", "A", Location("nav.yml", 7), site.by_path["a.md"], "ok")
    row = Row("search", "/a", Location("gsc.csv", 2), site.by_path["a.md"], {"query": "salt", "clicks": 3})
    lost = Row("search", "/gone", Location("gsc.csv", 3), None, {"clicks": 1})
    return build_world(replace(site, entries=(entry,), rows=(row, lost)))


def known(world, tell):
    return {
        kind: [tell(world, kind, found) for found in subjects(world, kind)] for kind in SUBJECTS if kind != "change"
    }


def test_identity_of_every_kind(world):
    assert known(world, identity) == {
        "page": [("a.md",), ("b.md",), ("hub.md",)],
        "link": [
            ("a.md", "body", "gone.md", "x"),
            ("a.md", "body", "hub.md", "hub"),
            ("hub.md", "body", "a.md", "See A"),
        ],
        "anchor": [("en", "see a"), ("pt", "hub")],
        "cluster": [("salt",)],
        "member": [("salt", "hub.md"), ("salt", "a.md"), ("salt", "gone.md")],
        "pair": [("salt", "a.md", "hub.md")],
        "entry": [("nav.yml", "A")],
        "row": [("search", "a.md", "salt")],
        "file": [("a.md",), ("b.md",)],
        "directive": [("b.md", "y,z")],
        "site": [()],
    }  # fmt: skip


def test_location_of_every_kind(world):
    found = {
        kind: [(place.path, place.line, place.column, place.end_column) for place in places]
        for kind, places in known(world, location).items()
    }
    assert found == {
        "page": [("a.md", 4, 1, 8), ("b.md", 1, 1, 1), ("hub.md", 1, 1, 1)],
        "link": [("a.md", 2, 1, 11), ("a.md", 3, 1, 11), ("hub.md", 2, 1, 11)],
        "anchor": [("hub.md", 2, 1, 11), ("a.md", 3, 1, 11)],
        "cluster": [("clusters.yml", 1, 1, 1)],
        "member": [("hub.md", 1, 1, 1), ("a.md", 4, 1, 8), ("clusters.yml", 1, 1, 1)],
        "pair": [("hub.md", 1, 1, 1)],
        "entry": [("nav.yml", 7, 1, 1)],
        "row": [("a.md", 4, 1, 8)],
        "file": [("a.md", 1, 4, 4), ("b.md", 1, 1, 1)],
        "directive": [("b.md", 3, 1, 2)],
        "site": [("", 1, 1, 1)],
    }


def test_subject_names_its_page(world):
    shown = {
        kind: [(subject.kind, subject.id, subject.path, subject.url) for subject in named]
        for kind, named in known(world, subject_of).items()
    }
    assert shown["page"][0] == ("page", "a.md", "a.md", "/a.md")
    assert shown["link"][0] == ("link", "a.md → gone.md", "a.md", "/a.md")
    assert shown["anchor"][0] == ("anchor", "en see a", "", "")
    assert shown["member"][1:] == [
        ("member", "salt a.md", "a.md", "/a.md"),
        ("member", "salt gone.md", "gone.md", ""),
    ]
    assert shown["cluster"] == [("cluster", "salt", "hub.md", "/hub.md")]
    assert shown["directive"] == [("directive", "b.md y,z", "b.md", "/b.md")]
    assert shown["site"] == [("site", "site", "", "")]


def test_language_is_the_primary_subtag_of_the_page(world):
    found = known(world, language)
    assert found["page"] == ["pt", None, "en"]
    assert found["link"] == ["pt", "pt", "en"]
    assert found["anchor"] == ["en", "pt"]
    assert found["member"] == ["en", "pt", None]
    assert found["file"] == ["pt", None]
    assert found["site"] == [None]


def test_every_kind_has_one_phrase_and_knows_itself(world):
    for kind, phrases in known(world, describe).items():
        assert all(phrase and "\n" not in phrase for phrase in phrases), kind
        assert all(kind_of(subject) == kind for subject in subjects(world, kind))
    (first, second, _) = known(world, describe)["link"]
    assert (first, second) == ('the link "x"', 'the link "hub"')


def test_drafts_their_links_and_generated_links_are_no_subjects():
    world = build_world(build_site("a -> b, b generated, d; d (draft) -> a, x missing"))
    assert [page.path for page in subjects(world, "page")] == ["a.md", "b.md"]
    assert [link.target_path for link in subjects(world, "link")] == ["b.md", "d.md"]


def test_link_of_a_partial_is_one_subject_unless_it_leads_elsewhere():
    site = build_site("a; b; c")
    a, b, c = site.pages
    written = WrittenLink("inline", "a", "c.md", "c.md", "c", pack_spans(span_at(4)))
    twice = [Link(page, "_part.md", written, "internal", "ok", "body", c, "c.md") for page in (a, b)]
    elsewhere = Link(c, "_part.md", written, "internal", "missing", "body", None, "sub/c.md")
    world = build_world(replace(site, links=(*twice, elsewhere)))
    assert list(subjects(world, "link")) == [twice[0], elsewhere]


def test_hub_is_a_member_once_and_a_cluster_without_hub_has_none():
    site = build_site("hub -> a", clusters={"one": "hub -> a", "two": "hub -> hub hub", "three": "hub -> a"})
    without = replace(site.clusters[2], hub=None, hub_path="")
    spoke = replace(site.members[-1], cluster=without)
    site = replace(site, clusters=(*site.clusters[:2], without), members=(*site.members[:-1], spoke))
    found = [(member.cluster.id, member.path, member.role) for member in subjects(build_world(site), "member")]
    assert sorted(found) == [
        ("one", "a.md", "spoke"),
        ("one", "hub.md", "hub"),
        ("three", "a.md", "spoke"),
        ("two", "hub.md", "hub"),
    ]


def test_identity_of_a_link_knows_fragment_reference_and_external_destination():
    site = build_site("a; b")
    a, b = site.pages

    def known_as(written, **fields):
        link = Link(a, "a.md", written, "internal", "ok", "body", **fields)
        return identity(build_world(site), "link", link)[2]

    plain = WrittenLink("inline", "a", "b.md#x", "b.md#x", "b", pack_spans(span_at(1)))
    assert known_as(plain, target=b, target_path="b.md", fragment="x") == "b.md#x"
    assert known_as(plain) == "b.md#x"
    assert known_as(WrittenLink("reference", "a", "", "[b][c]", "b", pack_spans(span_at(1)), label="c")) == "c"


def test_site_stands_in_the_config_file():
    world = build_world(build_site("a"), Settings(config_path=".linklint.yml"))
    assert location(world, "site", world.site) == Location(".linklint.yml")


def test_value_that_is_no_subject_is_refused():
    with pytest.raises(KeyError):
        kind_of("a.md")
    assert kind_of(DirectiveSubject("a.md", Directive("line", (), None, None, span_at(1), 1, 1))) == "directive"


def test_a_nav_entry_that_a_page_shows_is_a_link_too():
    site = build_site("hub -> a; a")
    place = Location("nav.yml", 2, 1)
    written = WrittenLink("nav", "a", "a.md", "a.md", "A", pack_spans(span_at(2)))
    shown = replace(site.links[0], file="nav.yml", written=written)
    entries = tuple(
        Entry("nav.yml", "nav", "A", replace(place, line=line), site.by_path["a.md"], "ok", "a.md") for line in (2, 3)
    )
    world = build_world(replace(site, links=(shown,), entries=entries))
    assert [get(world, entry, "shown") for entry in entries] == [True, False]
    assert [get(world, entry, "to") for entry in entries] == ["a.md", "a.md"]
