import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.engine.compiling import compile_rule
from linklint.engine.relations import SMALL
from linklint.engine.vocabulary import Context
from tests.engine.tiny import Vocabulary, World, link, page, rule

HUB = page("hub.md", depth=0)
SPOKE = page("spoke.md", depth=1, parent=HUB)
LINKS = [link("spoke.md", 3, text="hub", place="body", target=HUB), link("spoke.md", 9, text="me", place="nav")]
SPOKE.facts["outlinks"] = LINKS
HUB.facts["outlinks"] = []
for each in LINKS:
    each.facts["source"] = SPOKE


def holds(condition, subject=SPOKE, kind="page", options=None, vocabulary=None, context=None):
    vocabulary = vocabulary or Vocabulary()
    compiled, problems = compile_rule(rule(kind, where=condition), options or {}, vocabulary)
    assert problems == []
    return compiled.where(context or Context(World(HUB, SPOKE), vocabulary), (subject,))


@pytest.mark.parametrize(
    "condition",
    [
        {"some": {"of": "outlinks"}},
        {"some": {"of": "outlinks", "where": {"place": "body"}}},
        {"some": {"of": "outlinks", "where": {"place": "body", "text": "hub"}}},
        {"every": {"of": "outlinks", "where": {"place": {"in": ["body", "nav"]}}}},
        {"every": {"of": "outlinks", "where": {}}},
        {"none": {"of": "outlinks", "where": {"place": "footer"}}},
        {"count": {"of": "outlinks", "eq": 2}},
        {"count": {"of": "outlinks", "where": {"place": "nav"}, "gte": 1, "lt": 2}},
        {"count": {"of": "outlinks", "in": [1, 2]}},
        {"count": {"of": "outlinks", "gt": "$page.depth"}},
        {"some": {"of": "parent", "where": {"path": "hub.md"}}},
        {"count": {"of": "parent.parent", "eq": 0}},
        {"some": {"of": "page.outlinks"}},
        {"some": {"of": "$page.outlinks"}},
        {"some": {"of": "$site.pages", "where": {"path": "$page.parent.path"}}},
        {"some": {"of": "outlinks", "where": {"target.path": "$page.parent.path"}}},
        {"some": {"of": "outlinks", "where": {"$page.depth": 1}}},
        {"some": {"of": "outlinks", "where": {"source.path": "$page.path", "target.depth": {"lt": "$page.depth"}}}},
        {
            "some": {
                "of": "outlinks",
                "as": "way",
                "where": {"none": {"of": "target.outlinks", "where": {"target.path": "$way.source.path"}}},
            }
        },
        {
            "some": {
                "of": "$site.pages",
                "as": "a",
                "where": {
                    "some": {
                        "of": "$a.outlinks",
                        "as": "b",
                        "where": {
                            "some": {
                                "of": "$page.outlinks",
                                "where": {"line": "$b.line", "path": "$a.path", "target.path": "hub.md"},
                            }
                        },
                    }
                },
            }
        },
    ],
    ids=str,
)
def test_quantifier_holds(condition):
    assert holds(condition)


@pytest.mark.parametrize(
    "condition",
    [
        {"some": {"of": "outlinks", "where": {"place": "footer"}}},
        {"some": {"of": "outlinks", "where": {"place": "nav", "text": "hub"}}},
        {"every": {"of": "outlinks", "where": {"place": "body"}}},
        {"every": {"of": "outlinks", "where": {"target.path": {"ne": "x"}}}},  # one link has no target
        {"none": {"of": "outlinks"}},
        {"none": {"of": "outlinks", "where": {"place": "nav"}}},
        {"count": {"of": "outlinks", "gt": 2}},
        {"count": {"of": "outlinks", "gt": "$page.parent.parent.depth"}},
        {"count": {"of": "parent", "ne": 1}},
        {"some": {"of": "outlinks", "where": {"target.path": "$page.parent.parent.path"}}},
    ],
    ids=str,
)
def test_quantifier_does_not_hold(condition):
    assert not holds(condition)


@pytest.mark.parametrize("relation", ["outlinks", "parent"])
@pytest.mark.parametrize("where", [{}, {"path": "x"}])
def test_over_nothing_every_and_none_hold_and_some_does_not(relation, where):
    empty = page("empty.md")
    assert holds({"every": {"of": relation, "where": where}}, empty)
    assert holds({"none": {"of": relation, "where": where}}, empty)
    assert not holds({"some": {"of": relation, "where": where}}, empty)
    assert holds({"count": {"of": relation, "where": where, "eq": 0}}, empty)


def test_a_bare_name_is_the_elements_also_where_the_subject_has_it():
    assert holds({"some": {"of": "outlinks", "where": {"line": 9, "path": "$page.path"}}})


def test_by_language_lists_follow_the_element_that_is_compared():
    german = page("de.md", lang="de")
    german.facts["outlinks"] = [link("de.md", text="mehr", source=german), link("de.md", text="more", source=HUB)]
    options = {"phrases": {"de": ["mehr"], "en": ["more"]}}
    wanted = {"count": {"of": "outlinks", "where": {"text": {"in": "$options.phrases"}}, "eq": 2}}
    assert holds(wanted, german, options=options)
    HUB.facts["lang"] = "de"
    try:
        assert not holds(wanted, german, options=options)
    finally:
        del HUB.facts["lang"]


LEAVES = st.sampled_from(
    [
        {"text": "t1"}, {"text": {"ne": "t1"}}, {"line": {"lt": 3}}, {"line": {"not_in": [1, 2]}}, {"place": "body"},
        {"target.path": "hub.md"}, {"target.path": {"exists": False}}, {"text": "$page.title"}, {"line": "$page.depth"},
    ]
)  # fmt: skip
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda part: {"not": part}, inner),
        st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=5,
)
VALUES = st.one_of(st.none(), st.integers(0, 4))
TEXTS = st.sampled_from([None, "t0", "t1", "t2"])


@st.composite
def owners(draw):
    owner = page("o.md", title=draw(TEXTS), depth=draw(VALUES))
    many = draw(st.sampled_from([0, 1, 3, SMALL, SMALL + 1, 40]))
    owner.facts["outlinks"] = [
        link("o.md", 1, text=draw(TEXTS), place="body" if index % 2 else None, target=HUB if index % 3 else None)
        for index in range(many)
    ]
    for each in owner.facts["outlinks"]:
        each.facts["line"] = draw(VALUES)
    return owner


@given(CONDITIONS, owners())
def test_not_not_and_de_morgan_hold_with_missing_values(condition, owner):
    def some(where):
        return holds({"count": {"of": "outlinks", "where": where, "gte": 1}}, owner)

    other = {"line": {"gte": 2}}
    assert some({"not": {"not": condition}}) == some(condition)
    assert some({"not": {"all": [condition, other]}}) == some({"any": [{"not": condition}, {"not": other}]})
    assert some({"not": {"any": [condition, other]}}) == some({"all": [{"not": condition}, {"not": other}]})


@given(CONDITIONS, owners())
def test_quantifiers_are_counts(condition, owner):
    def count(where, **compare):
        return holds({"count": {"of": "outlinks", "where": where, **compare}}, owner)

    of = {"of": "outlinks", "where": condition}
    assert holds({"some": of}, owner) == count(condition, gte=1)
    assert holds({"none": of}, owner) == count(condition, eq=0)
    assert holds({"every": of}, owner) == count({"not": condition}, eq=0)


@given(LEAVES, CONDITIONS, owners(), st.sampled_from(["some", "every", "none", "count"]))
def test_the_index_finds_what_a_scan_finds(equality, condition, owner, quantifier):
    of = {"of": "outlinks", **({"eq": 2} if quantifier == "count" else {})}
    indexed = {quantifier: {**of, "where": {**equality, "all": [condition]}}}
    scanned = {quantifier: {**of, "where": {"not": {"not": {"all": [equality, condition]}}}}}
    vocabulary = Vocabulary()
    context = Context(World(HUB, owner), vocabulary)
    expected = holds(scanned, owner)
    for _ in range(3):  # a scan, then an index that is built, then the index
        assert holds(indexed, owner, vocabulary=vocabulary, context=context) == expected


def test_equality_inside_a_quantifier_is_no_nested_scan():
    size = 300
    hub = page("hub.md", outlinks=[link(text=f"t{number}", target=HUB) for number in range(size)])
    subjects = [page(f"{number}.md", title=f"t{number}", parent=hub) for number in range(size)]
    condition = {"some": {"of": "parent.outlinks", "where": {"text": "$page.title", "target.path": "hub.md"}}}
    vocabulary = Vocabulary()
    compiled, problems = compile_rule(rule(where=condition), {}, vocabulary)
    context = Context(World(*subjects), vocabulary)
    assert problems == []
    assert all(compiled.where(context, (subject,)) for subject in subjects)
    assert vocabulary.asked["link text"] <= 4 * size
    assert vocabulary.asked["link target"] <= 2 * size


def test_indexes_of_different_relations_and_owners_are_not_mixed_up():
    first = page("1.md", outlinks=[link(text=f"a{number}") for number in range(20)])
    second = page("2.md", outlinks=[link(text=f"b{number}") for number in range(20)])
    vocabulary = Vocabulary()
    context = Context(World(first, second), vocabulary)
    for _ in range(3):
        wanted = {"some": {"of": "outlinks", "where": {"text": "a3"}}}
        assert holds(wanted, first, vocabulary=vocabulary, context=context)
        assert not holds(wanted, second, vocabulary=vocabulary, context=context)
        by_place = {"some": {"of": "outlinks", "where": {"place": "a3"}}}
        assert not holds(by_place, first, vocabulary=vocabulary, context=context)


def test_every_stops_at_the_first_element_for_which_it_does_not_hold():
    vocabulary = Vocabulary()
    owner = page("o.md", outlinks=[link(text="a"), *(link(text=f"b{number}") for number in range(2 * SMALL))])
    condition = {"every": {"of": "outlinks", "where": {"text": "a"}}}
    assert not holds(condition, owner, vocabulary=vocabulary, context=Context(World(owner), vocabulary))
    assert vocabulary.asked["link text"] == 2
