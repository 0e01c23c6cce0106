"""Rules files, and the examples in them."""

import time
from pathlib import Path

import pytest

from linklint.cli.main import call
from linklint.config import read_box, read_rules
from linklint.errors import UserError
from linklint.workspace import box_rules

TEXT = b"""\
house/x:
  for: member
  level: warn
  options: {places: [body]}
  where: {role: spoke}
  require: {some: {of: page.outlinks, where: {place: {in: $options.places}}}}
  message: "{page.path}"
  help: Add a link.
  switch-off: Never.
  at: $member.cluster.hub
  related:
    - of: page.outlinks
      where: {place: nav}
      message: "{place}"
  examples:
    - name: a spoke
      config: {clusters: {c: {hub: h.md, spokes: [s.md]}}}
      files: {h.md: "# H", s.md: "# S", gone.md: null}
      base: {gone.md: "# G"}
      untracked: [s.md]
      expect: ["h.md:1"]
no-orphans: off
"""


def test_every_part_of_a_rule() -> None:
    (rule,) = read_rules(TEXT, "house.yml")
    assert (rule.id, rule.subject, rule.level, rule.at) == ("house/x", "member", "warning", "$member.cluster.hub")
    assert rule.options == {"places": ["body"]}
    assert rule.related[0]["message"] == "{place}"
    assert rule.switch_off == "Never."
    assert (rule.location.path, rule.location.line, rule.location.column) == ("house.yml", 1, 1)
    assert rule.positions[("require", "some", "of")].line == 6
    assert rule.positions[("where", "role", "#key")].column == 11
    (example,) = rule.examples
    assert example.files["gone.md"] is None
    assert (example.base, example.untracked, example.expect) == ({"gone.md": "# G"}, ("s.md",), ("h.md:1",))
    assert example.location.line == 16


def test_a_pack_like_file_gives_its_own_rules() -> None:
    text = b"extends: [a.yml]\nrules:\n  house/x: {for: page, require: {title: a}, message: m}\n  no-orphans: off\n"
    assert [rule.id for rule in read_rules(text, "pack.yml")] == ["house/x"]


def test_an_empty_rules_file_has_no_rules() -> None:
    assert read_rules(b"# nothing yet\n", "house.yml") == []


def test_mistakes_of_several_rules_are_told_at_once() -> None:
    text = b"a/x: {for: page, require: {titel: a}, message: m}\na/y: {for: pages, require: {}, message: 3}\n"
    with pytest.raises(UserError) as raised:
        read_rules(text, "house.yml")
    assert [(problem.line, problem.column) for problem in raised.value.problems] == [(1, 28), (2, 12), (2, 28), (2, 41)]


def test_a_catastrophic_pattern_is_accepted_because_it_cannot_hang() -> None:
    (rule,) = read_rules(b"a/x: {for: page, require: {title: {matches: '^(a+)+$'}}, message: m}\n", "house.yml")
    assert rule.require == {"title": {"matches": "^(a+)+$"}}


def test_the_box_is_sound_and_each_file_is_named_after_its_rule() -> None:
    box = box_rules()
    rules = read_box(box)
    assert sorted(rules) == sorted(name.removesuffix(".yml") for name in box if not name.startswith("packs/"))
    assert {rule.location.path for rule in rules.values()} == {f"linklint:{id_}.yml" for id_ in rules}


def test_a_catastrophic_pattern_runs_fast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".linklint.yml").write_text(
        "extends: []\n"
        "rules: {a/x: {for: page, require: {title: {matches: '^(a+)+$'}}, message: '{path}', level: error}}\n"
    )
    (tmp_path / "README.md").write_text(f"# {'a' * 5000}!\n")
    monkeypatch.chdir(tmp_path)
    started = time.process_time()
    assert call(["check"]) == 1
    assert time.process_time() - started < 5
