"""The rules in the box: complete, tested by their own examples, and no more than data."""

import re
from pathlib import Path

import pytest

from linklint import config
from linklint.app.catalogues import list_rules
from linklint.app.rule_tests import run_examples
from linklint.graph.text import normalise_text
from linklint.model.rule import Rule
from linklint.report.docs import rule_page
from linklint.workspace import box_rules

ROOT = Path(__file__).parents[2]
RULES = config.read_box(box_rules())
ERRORS = {
    "no-broken-links",
    "no-broken-fragments",
    "no-undefined-references",
    "no-mistyped-links",
    "no-case-mismatch",
    "no-links-outside",
    "no-untracked-targets",
    "no-missing-cluster-pages",
    "no-malformed-urls",
    "no-localhost-links",
    "no-links-to-unpublished",
    "nav-matches-pages",
    "redirects-lead-to-pages",
    "no-redirect-loops",
    "renamed-page-links",
    "renamed-heading-links",
    "one-hub-per-cluster",
}
NOTICES = {"no-fragment-case-mismatch"}
PHRASES = RULES["no-generic-anchor-text"].options["phrases"]
AMBIGUOUS = ["go", "start", "das", "ir", "mais", "meer", "mer", "plus", "mas", "this", "information"]
STRICT_ONLY = {"no-near-orphans", "no-soft-orphans", "no-dead-ends", "max-click-depth", "max-links-per-page"}
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


@each_rule
def test_every_example_says_what_it_should_and_every_small_change_is_noticed(rule: Rule) -> None:
    (result,) = run_examples([rule], mutate=True)
    assert result.failures == ()
    assert result.mutants


@each_rule
def test_a_rule_speaks_in_two_examples_and_is_silent_in_two(rule: Rule) -> None:
    speaking = [example for example in rule.examples if example.expect]
    names = {example.name for example in rule.examples}
    assert len(names) == len(rule.examples)
    assert len(speaking) >= 2
    assert len(rule.examples) - len(speaking) >= 2


@each_rule
def test_a_rule_explains_itself(rule: Rule) -> None:
    for text in (rule.help, rule.why, rule.switch_off):
        assert text.endswith(".")
    assert rule.source
    assert not rule.message.endswith(".")
    assert not re.search(r"\byour?\b|\bplease\b", rule.message)


@each_rule
def test_the_page_of_a_rule_has_all_seven_parts(rule: Rule) -> None:
    parts = ("Why", "Options", "How to fix it", "When to switch it off", "Examples", "Source")
    assert [part for part in re.findall(r"^## (.+)$", rule_page(rule), re.MULTILINE) if part in parts] == list(parts)


def test_a_file_holds_the_rule_that_it_is_named_after() -> None:
    named = {name.removesuffix(".yml") for name in box_rules() if not name.startswith("packs/")}
    assert named == set(RULES)


def test_what_is_certainly_wrong_is_an_error_and_nearly_all_else_a_warning() -> None:
    recommended = {row.rule.id: row.levels["recommended"] for row in list_rules() if "recommended" in row.levels}
    assert {rule for rule, level in recommended.items() if level == "error"} == ERRORS
    assert {rule for rule, level in recommended.items() if level == "notice"} == NOTICES
    assert STRICT_ONLY.isdisjoint(recommended)


def test_strict_holds_all_of_recommended_and_more() -> None:
    packs = [{row.rule.id for row in list_rules() if pack in row.levels} for pack in ("recommended", "strict")]
    assert packs[1] - packs[0] >= STRICT_ONLY
    assert packs[0] < packs[1]


def test_packs_and_rules_agree_on_levels() -> None:
    """One rule is a notice where search engines are cared for, and a warning to those who want everything strict."""
    others = {row.rule.id: dict(row.levels) for row in list_rules() if set(row.levels.values()) - {row.rule.level}}
    assert others == {"no-absolute-internal-links": {"seo": "notice", "strict": "warning"}}


def test_no_rule_is_known_to_the_code() -> None:
    words = re.compile(r"[\w-]+")
    assert all(map(words.fullmatch, RULES))
    for path in (ROOT / "linklint").rglob("*.py"):
        assert RULES.keys().isdisjoint(words.findall(path.read_text())), path


@pytest.mark.parametrize("language", PHRASES)
def test_generic_phrases_are_written_as_anchor_texts_are_compared(language: str) -> None:
    phrases = PHRASES[language]
    assert [phrase for phrase in phrases if normalise_text(phrase) != phrase] == []
    assert len(set(phrases)) == len(phrases)


@pytest.mark.parametrize("word", AMBIGUOUS)
def test_words_that_mean_something_in_another_language_are_not_generic(word: str) -> None:
    assert not any(word in texts for texts in PHRASES.values())


def test_generic_phrases_cover_the_languages_that_are_promised() -> None:
    wanted = "en de fr es pt it nl sv da pl cs ru uk tr ja ko zh ar fa"
    assert set(wanted.split()) <= set(PHRASES)
    assert all(len(texts) >= 12 for texts in PHRASES.values())
