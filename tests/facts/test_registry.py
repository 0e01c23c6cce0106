"""Names of facts: what is found, what is not, what every fact must have."""

import pytest

from linklint.facts import FactType, catalogue, fact_names, lookup
from linklint.facts.registry import BOOLEAN, INTEGER, PAGE, TEXT, VALUE_TYPES, Column, fact
from linklint.model.rule import SUBJECTS


def test_every_fact_has_a_type_that_is_known_and_a_one_sentence_doc():
    for kind, facts in catalogue().items():
        assert kind in SUBJECTS
        for name, entry in facts.items():
            assert name == entry.name
            assert entry.type.name in VALUE_TYPES | set(SUBJECTS), name
            assert entry.doc.endswith("."), name
            assert "\n" not in entry.doc


def test_catalogue_is_sorted():
    assert list(catalogue()) == sorted(catalogue())
    assert all(list(facts) == sorted(facts) for facts in catalogue().values())


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("page", "inlinks", FactType("link", many=True)),
        ("page", "inlinks.count", INTEGER),
        ("page", "inlinks.by_place.nav", INTEGER),
        ("page", "front_matter.seo.title", FactType("any")),
        ("cluster", "roles.case-study.count", INTEGER),
        ("member", "page", PAGE),
        ("member", "page.exists", BOOLEAN),
        ("member", "page.path", TEXT),
        ("link", "target.cluster.hub.title.normalized", TEXT),
        ("file", "notes.nul.line", INTEGER),
    ],
)
def test_longest_name_is_found_and_relations_are_walked(kind, name, value):
    accessor = lookup(kind, name)
    assert accessor is not None
    assert accessor.type == value


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("page", "inlink"),
        ("page", ""),
        ("page", "inlinks.path"),
        ("page", "title.path"),
        ("page", "inlinks.by_place.sidebar"),
        ("page", "front_matter."),
        ("page", "cluster.nothing"),
        ("cluster", "roles..count"),
        ("cluster", "roles.a.b.count"),
        ("nothing", "path"),
    ],
)
def test_unknown_names_are_not_found(kind, name):
    assert lookup(kind, name) is None


def test_names_spell_out_wildcards_that_are_closed():
    names = fact_names("page")
    assert "inlinks.by_place.footer" in names
    assert "front_matter.*" in names
    assert names == sorted(names)


def test_all_facts_that_names_list_are_found():
    for kind in catalogue():
        assert all(lookup(kind, name.replace("*", "x")) for name in fact_names(kind))


def test_fact_without_doc_or_with_a_known_name_is_refused():
    with pytest.raises(ValueError, match="docstring"):
        fact("page", "novel", TEXT)(lambda world, page: "")
    with pytest.raises(ValueError, match="path"):
        fact("page", "path", TEXT)(test_catalogue_is_sorted)


def test_a_column_gives_the_values_of_many_subjects_and_of_one():
    doubled = Column(lambda world, numbers: [2 * number for number in numbers])
    assert doubled.of_many(None, [1, 2, 3]) == [2, 4, 6]
    assert [doubled(None, number) for number in (1, 2, 3)] == [2, 4, 6]
