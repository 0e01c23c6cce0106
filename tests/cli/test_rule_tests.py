"""``linklint test-rules``: examples pass, fail, and notice changes."""

from pathlib import Path

import pytest

from tests.cli.running import ROOT, linklint, make_repository, track_files

RULE = """\
house/short-titles:
  for: page
  options: {max: 10}
  require: {title: {matches: "^.{0,10}$"}}
  message: "{path} has a long title"
  examples:
    - name: short
      files: {a.md: "# Short"}
    - name: long
      files: {a.md: "# Much too long"}
      expect: ["a.md:1"]
""".replace("  options: {max: 10}\n", "")


def test_the_rules_of_a_file(garden: Path) -> None:
    track_files(garden, {"house.yml": RULE})
    assert linklint(garden, "test-rules", "house.yml") == (
        0,
        "ok  house/short-titles  2 examples\n",
        "1 rule, 2 examples, 0 failed\n",
    )
    assert linklint(garden / "guide", "test-rules", "../house.yml").code == 0
    assert linklint(garden, "test-rules", "-q", "house.yml").out == ""


def test_a_failing_example_is_shown_with_what_was_expected_and_what_came(garden: Path) -> None:
    track_files(garden, {"house.yml": RULE.replace('["a.md:1"]', '["a.md:2", "b.md:1"]')})
    ran = linklint(garden, "test-rules", "house.yml")
    assert ran.code == 1
    assert ran.out == (
        "house.yml:8: house/short-titles, 'long': expected a finding at a.md:2, there is none\n"
        "house.yml:8: house/short-titles, 'long': expected a finding at b.md:1, there is none\n"
        "house.yml:8: house/short-titles, 'long': did not expect the finding at a.md:1:1: a.md has a long title\n"
    )
    assert ran.err == "1 rule, 2 examples, 1 failed\n"
    track_files(garden, {"house.yml": RULE.replace('["a.md:1"]', '["a.md"]')})
    assert linklint(garden, "test-rules", "house.yml").out.startswith(
        "house.yml:8: house/short-titles, 'long': expected a finding at a.md, which has no line: write a.md:1\n"
    )


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        ("short", "house.yml:1: the rule house/short-titles has no example in which it speaks"),
        ("long", "house.yml:1: the rule house/short-titles has no example in which it is silent"),
        ("neither", "house.yml:1: the rule house/short-titles has no examples"),
    ],
)
def test_a_rule_needs_an_example_of_each_kind(garden: Path, kept: str, told: str) -> None:
    head, short, long = RULE.partition("    - name: short")[0], *RULE.split("    - name: ")[1:]
    parts = {"short": f"    - name: {short}", "long": f"    - name: {long}"}
    head = head if kept in parts else head.replace("  examples:\n", "")
    track_files(garden, {"house.yml": head + parts.get(kept, "")})
    ran = linklint(garden, "test-rules", "house.yml")
    assert ran.code == 1
    assert told in ran.out


def test_changes_that_no_example_notices_are_told_of(garden: Path) -> None:
    rule = RULE.replace("  require:", "  where: {words: {gte: 1}}\n  require:")
    track_files(garden, {"house.yml": rule})
    assert linklint(garden, "test-rules", "house.yml").code == 0
    ran = linklint(garden, "test-rules", "--mutate", "house.yml")
    assert ran.code == 1
    assert "house.yml:1: no example of house/short-titles notices this change: " in ran.out
    track_files(garden, {"house.yml": RULE})
    assert linklint(garden, "test-rules", "--mutate", "house.yml").out == (
        "ok  house/short-titles  2 examples, 1 change noticed\n"
    )


def test_without_files_the_configs_own_rules_and_the_box(garden: Path) -> None:
    own = "".join(f"  {line}\n" for line in RULE.replace("short-titles", "brief-titles").splitlines())
    config = f"extends: [linklint:recommended, ./house.yml]\nrules:\n  house/short-titles: off\n{own}"
    track_files(garden, {"house.yml": RULE, ".linklint.yml": config})
    ran = linklint(garden, "test-rules")
    assert ran.code == 0
    tested = [line.split()[1] for line in ran.out.splitlines()]
    assert tested[:2] == ["house/brief-titles", "house/short-titles"]  # also one that is off
    assert sorted(tested[2:]) == sorted(path.stem for path in (ROOT / "rules").glob("*.yml"))


def test_a_rule_with_a_mistake_is_told_like_any_config(garden: Path) -> None:
    track_files(garden, {"house.yml": RULE.replace("title: {matches", "titel: {matches")})
    ran = linklint(garden, "test-rules", "house.yml")
    assert (ran.code, ran.out) == (2, "")
    assert "house.yml:3:13: error: " in ran.err
    assert 'did you mean "title"?' in ran.err


def test_a_config_is_read_for_its_rules_alone(garden: Path) -> None:
    config = "site: {framework: plain}\nclusters: clusters.yml\nignore: [x]\n"
    rules = "rules:\n  no-orphans: off\n" + "".join(f"  {line}\n" for line in RULE.splitlines())
    track_files(garden, {".linklint.yml": config + rules})
    ran = linklint(garden, "test-rules", ".linklint.yml")
    assert (ran.code, ran.out) == (0, "ok  house/short-titles  2 examples\n")
    track_files(garden, {".linklint.yml": config + rules.replace("for: page", "for: pge")})
    assert (
        '.linklint.yml:7:10: error: "pge" is not a subject of rules'
        in linklint(garden, "test-rules", ".linklint.yml").err
    )


def test_nothing_to_test_is_a_mistake(garden: Path) -> None:
    track_files(garden, {".linklint.yml": "site: {framework: plain}\n", "house.yml": "no-orphans: off\n"})
    ran = linklint(garden, "test-rules", ".linklint.yml", "house.yml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("linklint: error: no rule is defined in .linklint.yml or house.yml\n")
    track_files(garden, {"house.yml": RULE})
    assert linklint(garden, "test-rules", ".linklint.yml", "house.yml").code == 0


def test_the_rules_of_a_pyproject(garden: Path) -> None:
    table = '[tool.linklint.rules."house/x"]\nfor = "page"\nrequire = {title = {exists = true}}\nmessage = "x"\n'
    track_files(garden, {"pyproject.toml": f'[project]\nname = "garden"\n{table}'})
    ran = linklint(garden, "test-rules", "pyproject.toml")
    assert (ran.code, ran.out) == (1, "pyproject.toml:3: the rule house/x has no examples\n")
    track_files(garden, {"pyproject.toml": '[project]\nname = "garden"\n'})
    assert "no rule is defined in pyproject.toml" in linklint(garden, "test-rules", "pyproject.toml").err


def test_examples_know_the_generic_texts_of_the_box(tmp_path: Path) -> None:
    text = """\
house/say-more:
  for: link
  require: {text.class: {ne: generic}}
  message: say more
  examples:
    - {name: telling, files: {README.md: "[roses](a.md)", a.md: "# A"}}
    - {name: generic, files: {README.md: "[click here](a.md)", a.md: "# A"}, expect: ["README.md:1"]}
"""
    folder = make_repository(tmp_path, {"rules.yml": text})
    assert linklint(folder, "test-rules", "rules.yml").code == 0
