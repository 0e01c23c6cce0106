"""Narrowing spares work and changes nothing."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linklint.engine import narrowing, run
from linklint.errors import EvaluationError
from linklint.model.rule import Override
from tests.engine.tiny import Thing, Vocabulary, World, active, link, page, rule

COUNT = 2 * narrowing.FEW
TRUTH = st.sampled_from([True, False, {"ne": True}, {"in": [True, False]}, {"exists": True}, {"not_in": [False]}])
WORDS = ["a", "b", "c"]
WORD = st.one_of(
    st.builds(lambda word: {"title": word}, st.sampled_from(WORDS)),
    st.builds(lambda there: {"title": {"exists": there}}, st.booleans()),
    st.sampled_from([{"title": {"in": "$options.words"}}, {"title": {"not_in": "$options.words"}}]),
    st.sampled_from([{"title": {"in": ["a", "c"]}}, {"title": {"eq": "b"}}, {"title": {"not_in": ["b"]}}]),
    st.builds(lambda word: {"tags": {"contains": word}}, st.sampled_from(WORDS)),
    st.builds(lambda there: {"tags": {"exists": there}}, st.booleans()),
    st.sampled_from([{"title": "$page.lang"}, {"title": {"ne": "$page.parent.title"}}, {"parent.title": "a"}]),
)
LEAF = st.one_of(
    st.builds(lambda value: {"published": value}, TRUTH),
    st.builds(lambda value: {"parent.published": value}, TRUTH),
    st.builds(lambda number: {"depth": {"gte": number}}, st.integers(0, 3)),
    st.just({"some": {"of": "outlinks", "where": {"place": "body"}}}),
    WORD,
)
CONDITION = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.builds(lambda part: {"not": part}, inner),
        st.builds(lambda first, second: {"all": [first, second]}, inner, inner),
        st.builds(lambda first, second: {"any": [first, second]}, inner, inner),
    ),
    max_leaves=6,
)
LISTS = {"*": ["c"], "a": ["a"], "b": ["b"]}


def many_pages() -> list[Thing]:
    states: list[dict[str, Any]] = [{"published": True}, {"published": False}, {}]
    titles: list[dict[str, Any]] = [{"title": word} for word in WORDS] + [{}]
    parents = [page("p.md", published=True, title="a"), page("q.md", title="b"), None]
    found = []
    for number in range(COUNT):
        facts = states[number % 3] | titles[number // 2 % 4]
        if parents[number // 5 % 3] is not None:
            facts["parent"] = parents[number // 5 % 3]
        if number % 3:
            facts["tags"] = tuple(WORDS[: number % 4])
        if number % 7:
            facts["lang"] = WORDS[number % 7 % 3]
        places = ("body", "nav")[: number % 3]
        links = [link(place=place) for place in places]
        found.append(page(f"{number:03}.md", depth=number % 4, outlinks=links, **facts))
    return found


def find(*rules: Any, vocabulary: Vocabulary | None = None, few: int = narrowing.FEW) -> list[tuple[str, str]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(narrowing, "FEW", few)
        found = run(rules, World(*many_pages()), vocabulary=vocabulary or Vocabulary()).findings
    return [(finding.rule, finding.location.path) for finding in found]


@settings(deadline=None)
@given(CONDITION, CONDITION)
def test_the_findings_are_those_of_judging_every_subject(where: Any, require: Any) -> None:
    used = {"title": {"not_in": "$options.words"}}  # an option must be used
    one = active(rule(id="one", options={"words": LISTS}, where=where, require={"all": [require, {"not": used}]}))
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


def test_what_lies_between_is_asked_once_by_all_subjects() -> None:
    class Stepping(Vocabulary):
        """Takes dotted names apart."""

        def lookup(self, kind: str, name: str) -> Any:
            found = super().lookup(kind, name)
            first, _, rest = name.partition(".")
            further = super().lookup("page", rest) if first == "parent" and rest else None
            return found if found is None or further is None else Stepped(found, further.steps)

    class Stepped:
        def __init__(self, found: Any, further: tuple[Any, ...]) -> None:
            self.type, self.get, self.values, self.costly = found.type, found.get, found.values, found.costly
            self.steps = (lambda world, subject: subject.facts.get("parent"), *further)

    vocabulary = Stepping()
    asking = active(rule(id="a", where={"parent.title": "a"}, require={"parent.depth": 9}))
    plain = Vocabulary()
    assert find(asking, vocabulary=vocabulary) == find(asking, vocabulary=plain)
    assert vocabulary.asked["page title"] == 2
    assert plain.asked["page title"] > 2


def test_what_has_been_read_is_asked_first_and_what_is_costly_last() -> None:
    class Costly(Vocabulary):
        def lookup(self, kind: str, name: str) -> Any:
            found = super().lookup(kind, name)
            return found._replace(costly=True) if name == "published" and found is not None else found

    reading = active(rule(id="a", require={"published": True}))
    wanted = active(rule(id="b", where={"published": True, "title": "a"}, require={"depth": 9}))
    cheap, costly, known = Vocabulary(), Costly(), Costly()
    assert find(wanted, vocabulary=cheap) == find(wanted, vocabulary=costly)
    assert cheap.asked["page title"] < costly.asked["page title"] == len(many_pages())
    assert costly.asked["page published"] < len(many_pages())
    assert find(reading, wanted, vocabulary=known) == sorted(
        [*find(reading), *find(wanted)], key=lambda found: found[1]
    )
    assert known.asked["page title"] == cheap.asked["page title"]
