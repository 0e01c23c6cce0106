"""What the README and the docs show of configs, rules and clusters is what linklint reads."""

import re
from collections.abc import Iterator

import pytest

from linklint.app.rule_tests import run_examples
from linklint.config import load, read_rules
from linklint.config.schemas import schema
from linklint.data.yaml import read_yaml
from linklint.workspace import box_rules
from tests.cli.running import ROOT

PAGES = ("README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))))
CONFIG_KEYS = frozenset(schema("config")["properties"])
CSV = {
    "data/gsc.csv": b"Page,Clicks,Impressions,Position\n/,1,2,3\n",
    "data/backlinks.csv": b"Target URL,Referring domains\n/,1\n",
}


def find_blocks() -> Iterator[tuple[str, str]]:
    """Page and text of every block of YAML."""
    for page in PAGES:
        for text in re.findall(r"^```yaml\n(.*?)^```", (ROOT / page).read_text(), re.DOTALL | re.MULTILINE):
            yield page, text


def is_config(value: object) -> bool:
    return isinstance(value, dict) and value.keys() <= CONFIG_KEYS


BLOCKS = list(find_blocks())
CONFIGS = [(page, text) for page, text in BLOCKS if is_config(read_yaml(text, page).value)]
NAMED = {text.partition("\n")[0].removeprefix("# "): text for _, text in BLOCKS if text.startswith("# ")}


def test_every_kind_of_file_is_shown() -> None:
    assert len(CONFIGS) >= 7
    assert NAMED.keys() == {".linklint.yml", "clusters.yml", "rules/house.yml"}


@pytest.mark.parametrize("number", range(len(CONFIGS)))
def test_configs_are_right(number: int) -> None:
    page, text = CONFIGS[number]
    others = {name: NAMED[name].encode() for name in ("clusters.yml", "rules/house.yml")}
    files = {".linklint.yml": text.encode(), "README.md": b"# Home\n", **others, **CSV}
    configuration = load(files.get, box=box_rules(), names=files)
    assert configuration.rules, page
    assert "no-broken-links" in {active.rule.id for active in configuration.rules}, page


def test_examples_of_rules_pass() -> None:
    rules = read_rules(NAMED["rules/house.yml"].encode(), "rules/house.yml")
    (result,) = run_examples(rules, mutate=True)
    assert (result.examples, result.failures) == (2, ())
