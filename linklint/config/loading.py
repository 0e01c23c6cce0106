"""From files and the command line to one configuration: complete and checked, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from linklint.config.assignments import assign
from linklint.config.box import Box
from linklint.config.columns import check_columns
from linklint.config.compact import read_compact
from linklint.config.discovery import Found, find_config, find_lower, find_misnamed
from linklint.config.layers import DEFAULT, Layer, Read, Sources
from linklint.config.paths import resolve_globs
from linklint.config.reach import find_idle_globs
from linklint.config.rulebook import Origins, Rulebook
from linklint.config.rules import nearest_rule
from linklint.config.settings import Ground, read_settings
from linklint.config.shape import Shaped, check_shape, numbered
from linklint.data.tree import KEY, KeyPath, Tree
from linklint.errors import Problem, UserError
from linklint.model.glob import compile_glob
from linklint.model.place import Location
from linklint.model.rule import ActiveRule, Rule
from linklint.model.settings import Settings


class Configuration(msgspec.Struct, frozen=True, eq=False):
    """What a run goes by. ``rules`` are sorted by id: those that are on, and those that an override switches on.
    ``warnings``: what is not wrong but was surely not meant. ``origins``: dotted name of a setting
    (``rules.RULE.level``) → where its value was written; what is not in it has its default. ``known_rules``: the ids
    of all rules that there are, also of those that are off. ``notices``: what may be meant and may be overlooked.
    ``own_rules``: those that its files define, also those that are off."""

    settings: Settings
    rules: tuple[ActiveRule, ...]
    warnings: tuple[str, ...] = ()
    origins: Mapping[str, Location] = {}
    known_rules: frozenset[str] = frozenset()
    notices: tuple[str, ...] = ()
    own_rules: tuple[Rule, ...] = ()


def load(
    read: Read,
    *,
    start: str = "",
    config: str | None = None,
    box: Mapping[str, bytes],
    compact: bytes = b"",
    names: Iterable[str],
    rule_ids: Sequence[str] = (),
    skip: Sequence[str] = (),
    assignments: Sequence[tuple[str, str]] = (),
) -> Configuration:
    """The configuration that holds for the folder ``start``.

    ``read`` gives the bytes of a repository path, or None. ``config`` names the file instead of searching it. ``box``:
    the files of the rules in the box; ``compact``: what was generated from them, so that they need not be read.
    ``names``: all files of the repository. ``rule_ids``: exactly these rules, at their own level; ``skip``: not these;
    both may be globs. ``assignments``: key and YAML value of each ``--set``.

    Raises ``UserError`` with everything that is wrong in any of the files and on the command line.
    """
    known = frozenset(names)
    found = find_config(read, start, config, known)
    found = found._replace(tree=assign(found.tree, assignments))
    problems: list[Problem] = []
    shaped = check_shape(found.tree, "config", problems)
    ready = read_compact(compact, box)
    sources = Sources(read, box, known, problems, ready)
    book = Rulebook(Box(box, ready), problems)
    warnings = _apply_rules(shaped, found, sources, book, known)
    if not found.tree.path:
        warnings += tuple(find_misnamed(start, known))
    book.check_superseded()
    ground = Ground(found.folder, found.base, known, read)
    settings = read_settings(shaped.tree, ground, problems)
    chosen = _select(rule_ids, book.rules, "--rule", problems)
    skipped = _select(skip, book.rules, "--skip", problems)
    if problems:
        raise UserError(problems)
    rules = book.activate(chosen, skipped)
    settings = msgspec.structs.replace(settings, generic_phrases=book.list_generic_phrases(chosen))
    warnings += check_columns(rules, settings.data, book.homes, shaped.tree, problems)
    if problems:
        raise UserError(problems)
    origins = {**_find_origins(shaped.tree), **book.origins}
    notices = tuple(find_idle_globs(rules, book.homes, known))
    if not found.tree.path:
        notices = (*find_lower(start, known), *notices)
    if not chosen:
        notices = (*_tell_left_out(shaped.tree, rules, book, sources), *notices)
    own = tuple(book.rules[id_] for id_ in sorted(book.homes))
    return Configuration(settings, rules, warnings, origins, frozenset(book.rules), notices, own)


def load_tree(
    value: Mapping[str, Any],
    *,
    rules: Iterable[Rule] = (),
    path: str = "",
    names: Iterable[str] = (),
    framework: str = "plain",
    read: Read = lambda _: None,
) -> Configuration:
    """The configuration of a rule's example: a config as plain data. Exactly ``rules`` run, at their own default level,
    with the options that the config gives them. ``framework`` holds where the config names none; ``read`` gives the
    data files that it names."""
    problems: list[Problem] = []
    site = {"framework": framework, **(value.get("site") or {})} if isinstance(value.get("site", {}), dict) else None
    tree = Tree({**value, "site": site} if site is not None else dict(value), path)
    shaped = check_shape(tree, "config", problems)
    known = frozenset(names)
    book = Rulebook({rule.id: rule for rule in rules}, problems)
    sources = Sources(lambda _: None, {}, known, problems)
    found = Found(Tree({**shaped.tree.value, "extends": []}, path), "", "")
    _apply_rules(Shaped(found.tree, shaped.dropped), found, sources, book, known)
    settings = read_settings(shaped.tree, Ground("", "", known, read), problems)
    if problems:
        raise UserError(problems)
    ids = sorted(book.rules)
    settings = msgspec.structs.replace(settings, generic_phrases=book.list_generic_phrases(ids))
    return Configuration(settings, book.activate(ids, ()), known_rules=frozenset(ids))


def _apply_rules(
    shaped: Shaped, found: Found, sources: Sources, book: Rulebook, names: frozenset[str]
) -> tuple[str, ...]:
    """Packs and files, then the config's own rules, then its overrides. Returns warnings."""
    tree, value = shaped.tree, shaped.tree.value
    extends = value.get("extends", [DEFAULT])
    chain = (found.tree.path,) if found.tree.path else ()
    listed = [extends] if isinstance(extends, str) else extends
    layers = sources.extend(listed, tree, ("extends",), found.folder, chain)
    layers.append(Layer(shaped, ("rules",), value.get("rules", {}), False))
    for layer in layers:
        if not layer.boxed:
            book.define(layer)
    for layer in layers:
        book.apply(layer)
    warnings: list[str] = []
    for index, entry in numbered(value.get("overrides", ())):
        keypath = ("overrides", index)
        written = entry.get("files", ())
        files = resolve_globs(written, found.base, names, tree, (*keypath, "files"), sources.problems)
        warnings.extend(_warn_unmatched(written, files, found.base, names, tree, (*keypath, "files")))
        book.override(files, entry.get("rules", {}), tree, (*keypath, "rules"))
    for key in ("ignore", "orphans_ok"):
        # Nothing need be there to ignore; but what is there by the path from the top is meant.
        meant = ((index, glob) for index, glob in numbered(value.get(key, ())) if _is_from_top(glob, found.base, names))
        warnings.extend(_say_unmatched(glob, found.base, names, tree, (key, index)) for index, glob in meant)
    return tuple(warnings)


def _tell_left_out(tree: Tree, rules: Sequence[ActiveRule], book: Rulebook, sources: Sources) -> Iterable[str]:
    """``extends`` stands in place of the pack that holds without it. Who names only files of their own may not know."""
    if not tree.value.get("extends") or sources.used_packs or any(book.is_boxed(active.rule.id) for active in rules):
        return
    place = tree.location(("extends",))
    yield (
        f'{place.path}:{place.line}:{place.column}: "extends" names no pack of linklint, so none of the rules in the '
        f'box runs; add "{DEFAULT}" to keep those that run without it'
    )


def _warn_unmatched(
    written: Sequence[str], globs: Sequence[str], base: str, names: frozenset[str], tree: Tree, keypath: KeyPath
) -> Iterable[str]:
    """A glob of overrides that matches no file does nothing: most often it is misspelt."""
    if not names or len(globs) != len(written):
        return
    for index, glob in enumerate(globs):
        matches = compile_glob(glob)
        if not any(matches(name) for name in names):
            yield _say_unmatched(written[index], base, names, tree, (*keypath, index))


def _is_from_top(glob: str, base: str, names: frozenset[str]) -> bool:
    """Whether the glob counts from the repository's top, where it is to count from ``base``, the config's folder."""
    return bool(base) and glob.startswith(f"{base}/") and any(map(compile_glob(glob), names))


def _say_unmatched(glob: str, base: str, names: frozenset[str], tree: Tree, keypath: KeyPath) -> str:
    place = tree.location(keypath)
    told = f'{place.path}:{place.line}:{place.column}: "{glob}" matches no file'
    if not _is_from_top(glob, base, names):
        return told
    return f'{told}; it counts from {base}, where the config stands: write "{glob.removeprefix(f"{base}/")}"'


def _select(
    patterns: Sequence[str], rules: Mapping[str, Rule], option: str, problems: list[Problem]
) -> tuple[str, ...]:
    """The ids that the patterns mean. One that means none is a mistake."""
    chosen: dict[str, None] = {}
    for pattern in patterns:
        try:
            matches = compile_glob(pattern)
        except ValueError as error:
            problems.append(Problem(f'{option} "{pattern}": {error}'))
            continue
        found = [id_ for id_ in rules if id_ == pattern or matches(id_)]
        if not found:
            several = f"write {option} once for each rule" if "," in pattern else ""
            hint = several or nearest_rule(pattern, rules)
            problems.append(Problem(f'{option}: there is no rule "{pattern}"', hint=hint))
        chosen.update(dict.fromkeys(found))
    return tuple(chosen)


def _find_origins(tree: Tree) -> Origins:
    """Where each setting but the rules was written: mappings key by key, lists as a whole."""
    origins: Origins = {}
    pending: list[tuple[KeyPath, Any]] = [((), {key: value for key, value in tree.value.items() if key != "rules"})]
    while pending:
        keypath, value = pending.pop()
        if isinstance(value, dict) and len(keypath) < 2:
            pending.extend(((*keypath, key), below) for key, below in value.items())
        elif KEY not in keypath:
            origins[".".join(map(str, keypath))] = tree.location(keypath)
    return dict(sorted(origins.items()))
