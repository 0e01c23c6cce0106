"""What is generated from the box says the same as the box."""

import msgspec
import pytest

from linklint.config import load, read_box
from linklint.config.compact import NOTHING, read_compact, read_rule, read_tree, write_compact
from linklint.data.yaml import read_yaml
from linklint.model.rule import Rule
from linklint.workspace import box_rules, compact_box

BOX = box_rules()
COMPACT = read_compact(compact_box(), BOX)
ALL = "extends: [linklint:recommended, linklint:seo, linklint:docs, linklint:growth, linklint:strict]\n"


def strip(rule: Rule) -> Rule:
    return msgspec.structs.replace(rule, examples=(), positions={})


def test_every_rule_is_there_and_is_the_one_of_its_file() -> None:
    rules = read_box(BOX)
    assert COMPACT.rules.keys() == rules.keys()
    for id_, raw in COMPACT.rules.items():
        assert read_rule(raw) == strip(rules[id_])


def test_every_pack_is_there_with_the_places_of_all_that_is_in_it() -> None:
    packs = [name for name in BOX if name.startswith("packs/")]
    assert len(COMPACT.packs) == len(packs) > 0
    for name in packs:
        path = f"linklint:{name.removeprefix('packs/').removesuffix('.yml')}"
        found, wanted = read_tree(COMPACT.packs[path], path), read_yaml(BOX[name], path)
        assert (found.value, found.positions) == (wanted.value, wanted.positions)


@pytest.mark.parametrize(
    "config", ["", ALL, ALL + "rules: {no-orphans: error, max-links-per-page: {options: {max: 9}}}\n"]
)
def test_a_run_is_configured_as_it_is_by_the_yaml_files(config: str) -> None:
    files = {".linklint.yml": config.encode()}
    quick = load(files.get, box=BOX, compact=compact_box(), names=["a.md"])
    slow = load(files.get, box=BOX, names=["a.md"])
    assert [strip(active.rule) for active in quick.rules] == [strip(active.rule) for active in slow.rules]
    assert [(active.level, active.options) for active in quick.rules] == [
        (active.level, active.options) for active in slow.rules
    ]
    assert (quick.origins, quick.known_rules, quick.settings) == (slow.origins, slow.known_rules, slow.settings)


@pytest.mark.parametrize("name", ["no-orphans.yml", "packs/recommended.yml"])
def test_it_counts_for_nothing_where_a_file_is_another_one(name: str) -> None:
    assert read_compact(compact_box(), {**BOX, name: BOX[name] + b"\n"}) is NOTHING


@pytest.mark.parametrize("data", [b"", b"{}", b'{"digest": 1}', b"\xff"])
def test_it_counts_for_nothing_where_it_cannot_be_read(data: bytes) -> None:
    assert read_compact(data, BOX) is NOTHING


def test_it_follows_the_files() -> None:
    changed = {**BOX, "no-orphans.yml": BOX["no-orphans.yml"].replace(b"level: warning", b"level: error")}
    compact = read_compact(write_compact(changed).encode(), changed)
    assert read_rule(compact.rules["no-orphans"]) == strip(read_box(changed)["no-orphans"])
