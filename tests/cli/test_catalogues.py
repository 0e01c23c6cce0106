"""What there is to use, and what is in force: ``rules``, ``facts``, ``schema``, ``config``."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import ROOT, linklint, track_files


def rows(table: str) -> list[list[str]]:
    """The cells of a table's lines below its headers."""
    return [re.split(r"  +", line) for line in table.splitlines()[2:]]


def test_rules_lists_every_rule_in_the_box_with_its_levels(tmp_path: Path) -> None:
    ran = linklint(tmp_path, "rules")
    assert (ran.code, ran.err) == (0, "")
    listed = {row[0]: row[1:7] for row in rows(ran.out)}
    assert sorted(listed) == sorted(path.stem for path in (ROOT / "rules").glob("*.yml"))
    assert listed["no-orphans"] == ["warning", "warning", "warning", "warning", "warning", "page"]
    assert listed["max-click-depth"] == ["-", "-", "-", "-", "warning", "page"]


def test_facts_of_all_subjects_of_one_and_the_relations(tmp_path: Path) -> None:
    everything = rows(linklint(tmp_path, "facts").out)
    assert ["page.title", "text"] in [row[:2] for row in everything]
    pages = rows(linklint(tmp_path, "facts", "page").out)
    assert pages == [row for row in everything if row[0].startswith("page.")]
    relations = rows(linklint(tmp_path, "facts", "page", "--relations").out)
    assert ["page.outlinks", "list of link"] in [row[:2] for row in relations]
    assert ["page.cluster", "cluster"] in [row[:2] for row in relations]
    assert "page.title" not in [row[0] for row in relations]
    assert all(len(row) >= 3 for row in everything)


@pytest.mark.parametrize("name", ["config", "rules", "clusters", "json"])
def test_each_schema_is_draft_7_and_refers_to_nothing_elsewhere(tmp_path: Path, name: str) -> None:
    ran = linklint(tmp_path, "schema", name)
    assert (ran.code, ran.err) == (0, "")
    schema = json.loads(ran.out)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    assert all(reference.startswith('"#') for reference in re.findall(r'"\$ref": (".*?")', ran.out))


def test_the_json_output_and_the_configs_fit_their_schemas(garden: Path) -> None:
    schema = json.loads(linklint(garden, "schema", "json").out)
    report = json.loads(linklint(garden, "--output", "json").out)
    jsonschema.validate(report, schema)
    del report["summary"]["pages"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, schema)


def test_config_says_what_holds_and_where_it_was_said(garden: Path) -> None:
    config = "rules:\n  no-orphans: error\n  max-click-depth:\n    options: {max: 7}\nignore: [drafts/**]\n"
    track_files(garden, {".linklint.yml": config})
    ran = linklint(garden / "guide", "config")
    assert (ran.code, ran.err) == (0, "")
    sites, settings = ran.out.split("\n\n")
    assert rows(sites) == [["plain", ".", "Markdown files, read as GitHub shows them"]]
    said = {row[0]: row[1:] for row in rows(settings)}
    assert said["rules.no-orphans.level"] == ['"error"', ".linklint.yml:2"]
    assert said["rules.max-click-depth.options.max"] == ["7", ".linklint.yml:4"]
    assert said["ignore"] == ['["drafts/**"]', ".linklint.yml:5"]
    assert said["score.damping"] == ["0.85", "default"]


def test_config_for_one_file_applies_its_overrides(garden: Path) -> None:
    override = "overrides:\n  - files: [notes/**]\n    rules: {no-orphans: off, no-broken-links: notice}\n"
    track_files(garden, {".linklint.yml": override})
    here = {row[0]: row[1:] for row in rows(linklint(garden, "config", "notes/lonely.md").out.split("\n\n")[1])}
    assert here["rules.no-broken-links.level"] == ['"notice"', ".linklint.yml:3"]
    assert here["rules.no-orphans.level"] == ['"off"', ".linklint.yml:3"]
    there = {row[0]: row[1:] for row in rows(linklint(garden, "config", "README.md").out.split("\n\n")[1])}
    assert there["rules.no-broken-links.level"][0] == '"error"'


def test_the_table_stays_readable_with_long_values(garden: Path) -> None:
    track_files(garden, {".linklint.yml": f"ignore: [{', '.join('x' * 30 + f'{n}/**' for n in range(50))}]\n"})
    out = linklint(garden, "config").out
    assert max(map(len, out.splitlines())) <= 150
    assert "…" in out
