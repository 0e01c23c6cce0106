"""What ``test-rules`` says of rules whose examples are wrong, missing or too weak."""

from pathlib import Path

import pytest

from linklint import config
from linklint.app.rule_tests import RuleResult, run_examples
from linklint.app.rule_tests import test_rules as check_files
from linklint.errors import UserError

SOUND = """
house/short-titles:
  for: page
  options: {longest: 3}
  require: {words: {lte: $options.longest}}
  message: "{path} has {words} words"
  examples:
    - {name: short enough, files: {a.md: "one two three"}}
    - {name: too long, files: {a.md: "one two three four"}, expect: ["a.md:1"]}
"""


def run(text: str, *, mutate: bool = False) -> RuleResult:
    (result,) = run_examples(config.read_rules(text.encode(), "house.yml"), mutate=mutate)
    return result


def test_a_sound_rule_passes() -> None:
    assert run(SOUND, mutate=True) == RuleResult("house/short-titles", 2, (), 3)


def test_a_rule_without_examples_fails() -> None:
    result = run(SOUND.partition("  examples:")[0])
    assert result.failures == ("house.yml:2: the rule house/short-titles has no examples",)


@pytest.mark.parametrize(("kept", "lacking"), [("short enough", "speaks"), ("too long", "is silent")])
def test_a_rule_needs_an_example_that_speaks_and_one_that_is_silent(kept: str, lacking: str) -> None:
    lines = [line for line in SOUND.splitlines() if "- {" not in line or kept in line]
    result = run("\n".join(lines))
    assert result.failures == (f"house.yml:2: the rule house/short-titles has no example in which it {lacking}",)


def test_a_missing_finding_is_told_with_its_place_and_its_example() -> None:
    result = run(SOUND.replace("three four", "three"))
    assert result.failures == (
        "house.yml:9: house/short-titles, 'too long': expected a finding at a.md:1, there is none",
    )


def test_a_surplus_finding_is_told_with_its_message() -> None:
    result = run(SOUND.replace('"one two three"', '"one two three four five"'))
    assert result.failures == (
        "house.yml:8: house/short-titles, 'short enough': did not expect the finding at a.md:1:1: a.md has 5 words",
    )


@pytest.mark.parametrize(
    ("place", "fits"), [("a.md:1", True), ("a.md:1:1", True), ("a.md:1:2", False), ("a.md:2", False)]
)
def test_a_place_may_name_the_column(place: str, fits: bool) -> None:
    assert (run(SOUND.replace("a.md:1", place)).failures == ()) is fits


def test_expectations_count_each_finding_once() -> None:
    assert len(run(SOUND.replace('["a.md:1"]', '["a.md:1", "a.md:1:1"]')).failures) == 1


def test_a_change_that_no_example_notices_is_told() -> None:
    result = run(SOUND.replace('"one two three"', '"one two"'), mutate=True)
    assert result.failures == (
        "house.yml:2: no example of house/short-titles notices this change: options.longest - 1",
    )


def test_the_config_of_an_example_sets_options() -> None:
    settled = (
        "{name: by config, config: {rules: {house/short-titles: {options: {longest: 4}}}}, files: {a.md: 1 2 3 4}}"
    )
    assert run(SOUND + f"    - {settled}\n", mutate=True).failures == ()


def test_a_mistake_in_the_config_of_an_example_is_told_at_the_example_beside_what_is_wrong_with_others() -> None:
    config_ = "config: {site: {framework: huugo}, stages: later}, files"
    result = run(SOUND.replace("short enough, files", f"short enough, {config_}").replace("three four", "three"))
    assert result.failures == (
        "house.yml:8: house/short-titles, 'short enough': its config: \"stages\" must be a list of stages, "
        'found the text "later"; write ["later"]',
        "house.yml:8: house/short-titles, 'short enough': its config: there is no framework \"huugo\"; "
        'did you mean "hugo"?',
        "house.yml:9: house/short-titles, 'too long': expected a finding at a.md:1, there is none",
    )


def test_a_surplus_finding_about_a_deleted_file_is_told_at_a_line_that_can_be_expected() -> None:
    change = """
house/deleted:
  for: change
  where: {what: page}
  require: {kind: {ne: removed}}
  message: gone
  examples:
    - {name: deleted, base: {README.md: "[a](a.md)", a.md: ""}, files: {README.md: "", a.md: null}, expect: [PLACE]}
    - {name: kept, base: {a.md: x}, files: {a.md: y}}
"""
    told = run(change.replace("[PLACE]", "[]")).failures[1]
    assert told == "house.yml:8: house/deleted, 'deleted': did not expect the finding at a.md:1:1: gone"
    assert run(change.replace("PLACE", '"a.md:1:1"')).failures == ()


def test_untracked_files_and_deleted_files_are_part_of_an_example() -> None:
    text = """
house/tracked:
  for: link
  require: {status: ok}
  message: "{status}"
  examples:
    - {name: both, files: {a.md: "[b](b.md)", b.md: ""}}
    - {name: untracked, files: {a.md: "[b](b.md)", b.md: ""}, untracked: [b.md], expect: ["a.md:1:1"]}
    - {name: deleted, files: {a.md: "[b](b.md)", b.md: null}, expect: ["a.md:1:1"]}
"""
    assert run(text, mutate=True).failures == ()


def test_files_are_named_as_seen_from_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "house.yml").write_text(SOUND)
    results = check_files(["house.yml"], str(tmp_path / "packs"), mutate=False)
    assert [result.rule for result in results] == ["house/short-titles"]


@pytest.mark.long  # the examples of the whole box; by the command line they are run always
def test_without_files_the_rules_of_the_config_come_before_the_box(tmp_path: Path) -> None:
    (tmp_path / "house.yml").write_text(SOUND)
    (tmp_path / ".linklint.yml").write_text("extends: [linklint:recommended, ./house.yml]\n")
    results = check_files([], str(tmp_path), mutate=False)
    assert results[0].rule == "house/short-titles"
    assert len(results) > 20


def test_a_rules_file_that_is_not_there_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        check_files(["nowhere.yml"], str(tmp_path), mutate=False)
