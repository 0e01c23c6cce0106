"""The box in one file: what a run needs of rules and packs, so that no run reads a hundred YAML files.

``rules/box.json`` is generated (``make generate``) and names the digest of the YAML files that it was made from: beside
other ones it counts for nothing. Examples of rules, and the places of what is in them, stay in the YAML files: no run
asks for them, since rules of the box hold no mistakes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import msgspec

from linklint.config.rules import PACKS, read_boxed
from linklint.data.tree import Tree
from linklint.data.yaml import read_yaml
from linklint.model.place import Location
from linklint.model.rule import Rule

LEFT_OUT = frozenset({"examples", "positions"})


class Compact(msgspec.Struct, frozen=True):
    """``rules``: id → rule; ``packs``: name (``linklint:seo``) → tree. Each is read when it is asked for."""

    digest: str
    rules: Mapping[str, msgspec.Raw]
    packs: Mapping[str, msgspec.Raw]


NOTHING = Compact("", {}, {})


class CompactTree(msgspec.Struct, frozen=True):
    """A data file, read: its value, and key paths with their places (lines and columns)."""

    value: Any
    positions: tuple[tuple[tuple[str | int, ...], tuple[int, int, int, int]], ...]


def read_compact(data: bytes, box: Mapping[str, bytes]) -> Compact:
    """The compact box; an empty one where ``data`` was not made from just these files."""
    try:
        compact = msgspec.json.decode(data, type=Compact)
    except msgspec.MsgspecError:
        return NOTHING
    return compact if compact.digest == digest_box(box) else NOTHING


def digest_box(box: Mapping[str, bytes]) -> str:
    """A digest of all names and bytes."""
    found = sha256()
    for name, data in sorted(box.items()):
        found.update(b"%d:%b%d:" % (len(name), name.encode(), len(data)) + data)
    return found.hexdigest()


def read_rule(raw: msgspec.Raw) -> Rule:
    """A rule without its examples and positions."""
    fields = msgspec.json.decode(raw)
    lists = {name: tuple(fields[name]) for name in ("related", "supersedes") if name in fields}
    return Rule(**{**fields, **lists, "location": Location(*fields["location"])})


def read_tree(raw: msgspec.Raw, path: str) -> Tree:
    """A data file of the box, which has no mistakes to be shown: without its lines."""
    compact = msgspec.json.decode(raw, type=CompactTree)
    return Tree(compact.value, path, (), {keypath: Location(path, *place) for keypath, place in compact.positions})


def write_compact(box: Mapping[str, bytes]) -> str:
    """The text of the file: one line for each rule and pack, so that differences can be read."""
    rules, packs = {}, {}
    for name, data in sorted(box.items()):
        if name.startswith(PACKS):
            pack = f"linklint:{name.removeprefix(PACKS).removesuffix('.yml')}"
            packs[pack] = _write_tree(read_yaml(data, pack))
        else:
            for rule in read_boxed(f"linklint:{name}", data, trusted=False):
                rules[rule.id] = _write_rule(rule)
    parts = (f'"digest": "{digest_box(box)}"', f'"rules": {_list(rules)}', f'"packs": {_list(packs)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _write_rule(rule: Rule) -> str:
    defaults = Rule("", "", "", {})
    fields = {
        name: getattr(rule, name)
        for name in Rule.__struct_fields__
        if name not in LEFT_OUT and getattr(rule, name) != getattr(defaults, name, None)
    }
    return json.dumps(msgspec.to_builtins(fields), ensure_ascii=False)


def _write_tree(tree: Tree) -> str:
    positions = [(keypath, msgspec.to_builtins(place)[1:]) for keypath, place in tree.positions.items()]
    return json.dumps({"value": tree.value, "positions": positions}, ensure_ascii=False)


def _list(entries: Mapping[str, str]) -> str:
    return "{\n" + ",\n".join(f"{json.dumps(name)}: {text}" for name, text in entries.items()) + "\n}"
