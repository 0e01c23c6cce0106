"""Rules of any shape are checked without a crash, and what is found sound runs without one."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linklint.engine import check_rule, mutations, run
from linklint.engine.compiling import compile_rule
from linklint.engine.patterns import compile_regex
from linklint.engine.vocabulary import Context
from tests.engine.tiny import TYPES, Vocabulary, World, active, link, page, rule
from tests.examples import some

WORDS = [
    *TYPES["page"], *TYPES["link"], "front_matter.x", "parent.title", "all", "any", "not", "some", "every", "none",
    "count", "of", "where", "as", "eq", "ne", "lt", "gte", "in", "not_in", "matches", "glob", "contains", "exists",
    "$page.title", "$page", "$options.max", "$options.by", "$site.roots", "$x.line", "$$", "$", "x", "2026-01-01", "[",
    "(",
]  # fmt: skip
SCALARS = st.one_of(st.sampled_from(WORDS), st.integers(-2, 3), st.booleans(), st.none(), st.floats(0, 1))
KEYS = st.one_of(st.sampled_from(WORDS), st.integers(0, 1))
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)
FACTS = st.sampled_from([*TYPES["link"], "front_matter.x", "target.title", "target.outlinks"])
OPERATIONS = st.dictionaries(
    st.sampled_from(["eq", "ne", "lt", "gte", "in", "not_in", "contains", "starts_with", "exists"]), SCALARS, max_size=2
)
LEAVES = st.dictionaries(FACTS, st.one_of(SCALARS, OPERATIONS), min_size=1, max_size=2)
PLAUSIBLE = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=2)}),
        st.fixed_dictionaries({"not": inner}),
        st.fixed_dictionaries(
            {"some": st.fixed_dictionaries({"of": st.sampled_from(["target", "target.outlinks"]), "where": inner})}
        ),
    ),
    max_leaves=4,
)
HOME = page("a.md", title="x", front_matter={"x": [1, {"y": None}]}, depth=1)
HOME.facts["outlinks"] = [link("a.md", number, text="x", target=HOME, source=HOME) for number in range(3)]
WORLD = World(HOME, *HOME.facts["outlinks"])


@given(TREES, TREES, TREES)
def test_any_tree_is_checked_and_a_sound_one_runs(where, require, related):
    parts = {"where": where, "require": require, "related": (related,), "options": {"max": 1, "by": {"*": ["x"]}}}
    try_out(rule(**parts))


@settings(max_examples=some(300))
@given(PLAUSIBLE)
def test_a_plausible_condition_is_checked_and_a_sound_one_runs(condition):
    try_out(rule("link", require=condition, related=({"of": "target.outlinks", "where": condition},)))


@given(st.text(max_size=20), st.dictionaries(st.text(max_size=3), TREES, max_size=3))
def test_any_message_and_any_options_are_checked(message, options):
    try_out(rule(message=message, options=options))
    try_out(rule(message="{" + message + "}", measure=message, at="$" + message))


def try_out(checked):
    problems = check_rule(checked, vocabulary=Vocabulary())
    assert all(problem.message and problem.keypath for problem in problems)
    if not problems:
        assert len(run([active(checked)], WORLD, vocabulary=Vocabulary()).findings) <= 3
        for description, mutant in mutations(checked):
            assert description
            compiled = compile_rule(mutant, mutant.options, Vocabulary())[0]
            for subject in Vocabulary().subjects(WORLD, mutant.subject):
                assert compiled.require(Context(WORLD, Vocabulary()), (subject,)) in (True, False)


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$", "([a-zA-Z]+)*$", "(a|aa)+$", "(a|a?)+$", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(x+x+)+y",
        "(a*)*b", "(?:a|b|ab)*c", r"(\w+\s?)*$!", r"^(\d+)*(\D+)*x$", "a?" * 100 + "a" * 100,
    ],
)  # fmt: skip
def test_hostile_patterns_take_linear_time(pattern):
    found = compile_regex(pattern)
    begin = time.process_time()
    found("a" * 50_000 + "!")
    assert time.process_time() - begin < 0.5


@pytest.mark.parametrize("pattern", ["(a{1000}){1000}", r"(a)\1", "(?<=a)b", "a**", "\ud800"])
def test_patterns_that_re2_does_not_take_are_refused(pattern):
    with pytest.raises(ValueError, match=r"\w"):
        compile_regex(pattern)


def test_refused_patterns_leave_nothing_on_stderr(capfd):
    with pytest.raises(ValueError, match="missing"):
        compile_regex("(a")
    assert capfd.readouterr().err == ""
