"""Rules files: YAML into ``Rule``, each checked against the facts and operators that exist."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any

import msgspec

from linklint.config.rule_schema import LEVEL_ALIASES, SETTING_KEYS
from linklint.config.schemas import schema
from linklint.config.shape import Shaped, check_shape, numbered
from linklint.data.suggest import closest
from linklint.data.toml import read_toml_table
from linklint.data.tree import KEY, KeyPath, Tree
from linklint.data.yaml import read_yaml
from linklint.errors import Problem, UserError
from linklint.model.place import Location
from linklint.model.rule import Example, Rule

NEEDED = ("for", "require", "message")
TABLE = ("tool", "linklint")
"""Where a ``pyproject.toml`` has the config."""
PACKS = "packs/"
"""Folder of the box that holds packs; all else in it are rules."""


def read_rules(data: bytes, path: str, *, trusted: bool = False) -> list[Rule]:
    """The rules that a rules file or a config defines, in the order of the file. What it only sets (levels, options of
    rules that are defined elsewhere) is left out. Raises ``UserError`` with all mistakes in it; of a ``trusted`` file
    only those that keep it from being read."""
    problems: list[Problem] = []
    tree = read_yaml(data, path) if trusted else _keep_rules(_read(data, path))
    shaped = Shaped(tree, frozenset()) if trusted else check_shape(tree, "rules", problems)
    base, entries = find_entries(shaped.tree)
    rules = define_rules(shaped, base, entries, problems, trusted=trusted)
    if problems:
        raise UserError(problems)
    return list(rules.values())


def _read(data: bytes, path: str) -> Tree:
    if not path.endswith(".toml"):
        return read_yaml(data, path)
    tree = read_toml_table(data, path, TABLE)
    return Tree({}, path) if tree is None else tree


def _keep_rules(tree: Tree) -> Tree:
    """Of a config, what it says of rules."""
    others = schema("config")["properties"].keys() - {"extends", "rules"}
    if not isinstance(tree.value, dict) or tree.value.keys().isdisjoint(others):
        return tree
    kept = {key: value for key, value in tree.value.items() if key not in others}
    return Tree({"rules": {}} | kept, tree.path, tree.lines, tree.positions, tree.first_line)


def read_box(box: Mapping[str, bytes]) -> dict[str, Rule]:
    """All rules in the box by id, sorted. Raises ``UserError`` with all mistakes in all files."""
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for name, data in sorted(box.items()):
        if name.startswith(PACKS):
            continue
        try:
            rules.update((rule.id, rule) for rule in read_boxed(f"linklint:{name}", data, trusted=False))
        except UserError as error:
            problems.extend(error.problems)
    if problems:
        raise UserError(problems)
    return dict(sorted(rules.items()))


@lru_cache(maxsize=512)
def read_boxed(path: str, data: bytes, *, trusted: bool) -> tuple[Rule, ...]:
    """The rules of one file in the box, remembered: some commands, and many tests, read the same files again."""
    return tuple(read_rules(data, path, trusted=trusted))


def find_entries(tree: Tree) -> tuple[KeyPath, Mapping[str, Any]]:
    """Where a rules file has its mapping from id to rule: under ``rules``, else at the top."""
    if "rules" in tree.value or "extends" in tree.value:
        return ("rules",), tree.value.get("rules", {})
    return (), tree.value


def defines(entry: Any) -> bool:
    """Whether an entry of a rules mapping is a whole rule, and not a level or setting of one defined elsewhere."""
    return isinstance(entry, dict) and bool(entry.keys() - SETTING_KEYS)


def define_rules(
    shaped: Shaped, base: KeyPath, entries: Mapping[str, Any], problems: list[Problem], *, trusted: bool = False
) -> dict[str, Rule]:
    """The entries that define a rule, checked unless they are ``trusted``. An entry with nothing but level and options
    only sets."""
    positions = _positions_by_rule(shaped.tree, base)
    rules = {}
    for id_, entry in entries.items():
        if not defines(entry):
            continue
        keypath = (*base, id_)
        missing = [key for key in NEEDED if key not in entry]
        unknown = [key for key in missing if shaped.is_missing((*keypath, key))]
        if unknown:
            told = " and no ".join(f'"{key}"' for key in unknown)
            problems.append(shaped.tree.problem(keypath, f'the rule "{id_}" has no {told}', key=True))
        rule = _build_rule(id_, entry, shaped.tree, keypath, positions.get(id_, {}))
        if "for" in entry and not trusted:
            told_already = {(*keypath, key) for key in missing} | shaped.dropped
            problems.extend(check(rule, shaped.tree, keypath, told_already))
        if not missing:
            rules[id_] = rule
    return rules


def check(rule: Rule, tree: Tree, keypath: KeyPath, told: AbstractSet[KeyPath] = frozenset()) -> list[Problem]:
    """What the engine finds wrong with the rule, at its place in the tree; but nothing at or below the key paths in
    ``told``, which something has been said about."""
    # Imported here: reading a config without rules of its own need not load the language.
    from linklint.engine import check_rule

    problems = []
    for found in check_rule(rule):
        is_key = found.keypath[-1:] == (KEY,)
        place = (*keypath, *(found.keypath[:-1] if is_key else found.keypath))
        if any(place[:length] in told for length in range(1, len(place) + 1)):
            continue
        if found.keypath == ("require",) and not rule.require and any(path[:-1] == place for path in told):
            continue  # it is empty since all that stood in it is wrong
        problems.append(tree.problem(place, found.message, found.hint, key=is_key, part=_quoted(found.message)))
    return problems


def _quoted(message: str) -> str:
    """What the message quotes first, so that the caret can stand under just that."""
    return (message.split('"', 2)[1:2] or [""])[0]


def _build_rule(
    id_: str, entry: Mapping[str, Any], tree: Tree, keypath: KeyPath, positions: Mapping[KeyPath, Location]
) -> Rule:
    return Rule(
        id=id_,
        subject=entry.get("for", ""),
        message=entry.get("message", ""),
        require=entry.get("require", {}),
        where=entry.get("where", {}),
        level=read_level(entry.get("level", "warning")),
        options=entry.get("options", {}),
        help=entry.get("help", "").strip(),
        why=entry.get("why", "").strip(),
        measure=entry.get("measure"),
        at=entry.get("at"),
        about=entry.get("about", "link"),
        related=tuple(entry.get("related", ())),
        supersedes=tuple(id_ for _, id_ in numbered(entry.get("supersedes", ()))),
        switch_off=entry.get("switch-off", "").strip(),
        source=entry.get("source", "").strip(),
        examples=tuple(
            _build_example(example, tree.location((*keypath, "examples", index)))
            for index, example in numbered(entry.get("examples", ()))
            if "name" in example and "files" in example
        ),
        location=tree.location(keypath, key=True),
        positions=positions,
    )


def _build_example(example: Mapping[str, Any], location: Location) -> Example:
    return Example(
        name=example["name"],
        files=example["files"],
        config=example.get("config", {}),
        base=example.get("base"),
        untracked=tuple(example.get("untracked", ())),
        expect=tuple(example.get("expect", ())),
        location=location,
    )


def read_level(written: str) -> str:
    """The level, with the aliases of other linters replaced."""
    return LEVEL_ALIASES.get(written, written)


def _positions_by_rule(tree: Tree, base: KeyPath) -> dict[str, dict[KeyPath, Location]]:
    """The tree's positions, for each rule relative to its own entry."""
    depth = len(base)
    positions: dict[str, dict[KeyPath, Location]] = {}
    for keypath, place in tree.positions.items():
        if len(keypath) > depth and keypath[:depth] == base:
            positions.setdefault(str(keypath[depth]), {})[keypath[depth + 1 :]] = place
    return positions


def explain_name(id_: str) -> tuple[str, str]:
    """What is wrong with the name of a user's own rule, and the way out; empty when nothing is."""
    prefix, slash, name = id_.partition("/")
    if not all(character.isalnum() or character in "-_/" for character in id_):
        return f'the rule name "{id_}" has other characters than letters, digits, "-" and "/"', ""
    if not slash or not prefix or not name or "/" in name:
        written = name or prefix or "my-rule"
        return f'the name of an own rule is prefix/name; "{id_}" is not', f'call it "house/{written}"'
    return "", ""


def nearest_rule(id_: str, known: Mapping[str, Any]) -> str:
    """A hint about the rule that was probably meant."""
    near = closest(id_, known)
    return f'did you mean "{near}"?' if near else "`linklint rules` lists them all"


def replace_options(rule: Rule, options: Mapping[str, Any]) -> Rule:
    """The rule with other options, to be checked once more."""
    return msgspec.structs.replace(rule, options=options)
