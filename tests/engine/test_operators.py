import pytest

from linklint.engine.compiling import compile_rule
from linklint.engine.vocabulary import Context
from tests.engine.tiny import Vocabulary, World, page, rule

PARENT = page("p.md", title="Tulips", depth=3, score=0.5, tags=["red"], day="2026-03-01", lang="de-AT")
SUBJECT = page(
    "guides/roses.md",
    title="Roses $5",
    depth=2,
    score=2.0,
    published=True,
    day="2026-02-28",
    tags=["red", "white"],
    lang="en",
    parent=PARENT,
    front_matter={"weight": 7, "old": True, "date": "2026-01-02T10:00", "list": ["x", 1], "map": {"a": 1}},
)
BARE = page("b.md")
OPTIONS = {"max": 2, "words": ["Roses $5", "x"], "by": {"*": ["all"], "de": ["Tulips"], "en": ["Roses $5"]}}


def holds(condition, subject=SUBJECT, options=OPTIONS):
    compiled, problems = compile_rule(rule(where=condition), options, Vocabulary())
    assert [problem for problem in problems if not problem.message.startswith("nothing uses")] == []
    return compiled.where(Context(World(SUBJECT, BARE), Vocabulary()), (subject,))


TRUE = [
    {"title": "Roses $5"}, {"title": {"eq": "Roses $5"}}, {"depth": 2}, {"depth": 2.0}, {"score": 2},
    {"published": True}, {"day": "2026-02-28"}, {"front_matter.weight": 7}, {"front_matter.old": True},
    {"title": {"ne": "x"}}, {"depth": {"ne": 3}}, {"published": {"ne": False}}, {"front_matter.old": {"ne": 1}},
    {"depth": {"lt": 3}}, {"depth": {"lt": 2.5}}, {"depth": {"lte": 2}}, {"depth": {"gt": 1}}, {"depth": {"gte": 2}},
    {"day": {"lt": "2026-03-01"}}, {"day": {"gte": "2026-02-28"}}, {"front_matter.date": {"gt": "2026-01-01"}},
    {"front_matter.weight": {"gt": 6}}, {"depth": {"gte": 1, "lte": 2}},
    {"title": {"in": ["x", "Roses $5"]}}, {"depth": {"in": [1, 2]}}, {"title": {"not_in": ["x"]}},
    {"title": {"not_in": []}}, {"front_matter.old": {"in": [True]}}, {"title": {"in": "$options.words"}},
    {"title": {"matches": "^R.s"}}, {"title": {"matches": "(?i)ROSES"}}, {"title": {"matches": "es"}},
    {"title": {"matches": r"\$\d$"}}, {"path": {"glob": "guides/*.md"}}, {"path": {"glob": "**/roses.md"}},
    {"title": {"contains": "$$5"}}, {"tags": {"contains": "red"}}, {"front_matter.list": {"contains": 1}},
    {"title": {"starts_with": "Ro"}}, {"title": {"ends_with": "5"}},
    {"title": {"exists": True}}, {"parent": {"exists": True}}, {"parent.parent": {"exists": False}},
    {"tags": {"exists": True}}, {"front_matter.none": {"exists": False}},
    {"depth": {"lt": "$page.parent.depth"}}, {"$page.parent.depth": {"gt": "$page.depth"}}, {"depth": "$options.max"},
    {"$options.max": 2}, {"path": {"not_in": "$page.tags"}}, {"path": {"in": "$site.roots"}},
    {"title": {"in": "$options.by"}}, {"parent.title": {"not_in": "$options.by"}}, {},
    {"all": [{"depth": 2}, {"score": 2}]}, {"any": [{"depth": 1}, {"score": 2}]}, {"not": {"depth": 1}},
    {"not": {"depth": 2, "score": 1}}, {"depth": 2, "score": 2},
]  # fmt: skip
FALSE = [
    {"title": "roses $5"}, {"published": False}, {"front_matter.old": 1}, {"front_matter.weight": True},
    {"front_matter.list": "x"}, {"front_matter.list": {"ne": "x"}}, {"front_matter.map": {"ne": "x"}},
    {"depth": {"ne": 2}}, {"score": {"ne": 2}}, {"depth": {"lt": 2}}, {"depth": {"gt": 2}}, {"depth": {"lte": 1}},
    {"depth": {"gte": 3}}, {"front_matter.old": {"gte": 0}}, {"front_matter.date": {"gt": 5}},
    {"front_matter.weight": {"lt": "2026-01-01"}}, {"depth": {"gte": 1, "lte": 1}}, {"title": {"in": []}},
    {"title": {"in": ["x"]}}, {"title": {"not_in": ["Roses $5"]}}, {"front_matter.old": {"in": [1]}},
    {"front_matter.list": {"in": ["x"]}}, {"front_matter.list": {"not_in": ["x"]}},
    {"title": {"matches": "^es"}}, {"front_matter.weight": {"matches": "7"}}, {"path": {"glob": "*.md"}},
    {"path": {"glob": "GUIDES/*"}}, {"title": {"contains": "roses"}}, {"tags": {"contains": "re"}},
    {"front_matter.weight": {"contains": "7"}}, {"title": {"starts_with": "o"}}, {"title": {"ends_with": "x"}},
    {"title": {"exists": False}}, {"parent.parent": {"exists": True}}, {"depth": "$page.parent.depth"},
    {"all": [{"depth": 2}, {"score": 1}]}, {"any": [{"depth": 1}, {"score": 1}]}, {"not": {"depth": 2}},
    {"not": {}}, {"depth": 2, "score": 1}, {"title": {"not_in": "$options.by"}}, {"path": {"in": "$page.tags"}},
]  # fmt: skip


@pytest.mark.parametrize("condition", TRUE, ids=str)
def test_condition_holds(condition):
    assert holds(condition)


@pytest.mark.parametrize("condition", FALSE, ids=str)
def test_condition_does_not_hold(condition):
    assert not holds(condition)


MISSING_LEFT = [
    {"eq": "x"}, {"ne": "x"}, {"lt": "2026-01-01"}, {"lte": 1}, {"gt": 1}, {"gte": 1}, {"in": ["x"]}, {"not_in": ["x"]},
    {"not_in": []}, {"matches": ""}, {"glob": "**"}, {"contains": ""}, {"starts_with": ""}, {"ends_with": ""},
    {"exists": True}, {"not_in": "$options.by"},
]  # fmt: skip


@pytest.mark.parametrize("operators", MISSING_LEFT, ids=str)
def test_a_missing_value_satisfies_no_operator_and_its_negation_holds_plainly(operators):
    assert not holds({"front_matter.none": operators})
    assert holds({"not": {"front_matter.none": operators}})


@pytest.mark.parametrize(
    "operators",
    [
        {name: "$page.parent.front_matter.x"}
        for name in ("eq", "ne", "lt", "gte", "in", "not_in", "contains", "starts_with")
    ],
    ids=str,
)
def test_a_missing_value_on_the_right_makes_it_false(operators):
    assert not holds({"front_matter.weight": operators})
    assert not holds({"title": {"ne": "$page.title"}}, BARE)
    assert not holds({"front_matter.none": {"eq": "$page.front_matter.none"}})


@pytest.mark.parametrize(
    ("lang", "title", "expected"),
    [
        ("en", "Roses $5", True), ("en", "all", True), ("en", "Tulips", False),
        ("de-AT", "Tulips", True), ("DE", "Tulips", True), ("de_CH", "all", True), ("de", "Roses $5", False),
        ("fr", "Tulips", True), ("fr", "Roses $5", True), (None, "all", True), (None, "other", False),
    ],
)  # fmt: skip
def test_lists_by_language_follow_the_language_of_the_subject(lang, title, expected):
    subject = page(title=title, **({} if lang is None else {"lang": lang}))
    assert holds({"title": {"in": "$options.by"}}, subject) is expected
    assert holds({"title": {"not_in": "$options.by"}}, subject) is not expected


def test_a_text_with_a_lone_surrogate_can_be_searched():
    assert holds({"title": {"matches": "x$"}}, page(title="\ud800x"))
