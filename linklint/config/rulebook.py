"""Which rules run, at which level and with which options: packs, files, config, overrides, command line."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.config.layers import Layer
from linklint.config.options import overlay_options, read_change
from linklint.config.rules import check, define_rules, defines, explain_name, nearest_rule, read_level, replace_options
from linklint.data.tree import KeyPath, Tree
from linklint.errors import Problem
from linklint.model.place import Location
from linklint.model.rule import ActiveRule, Override, Rule

Origins = dict[str, Location]
"""Dotted name of a setting, such as ``rules.RULE.level``, → where its value was written."""


class Setting(NamedTuple):
    """What holds for one rule so far. ``level`` None: nothing has switched it on yet."""

    level: str | None
    options: Mapping[str, Any]


class Rulebook:
    """All rules that are known, and what has been said of them. Every ``apply_…`` call wins over the ones before."""

    def __init__(self, rules: Mapping[str, Rule], problems: list[Problem]) -> None:
        self.rules: ChainMap[str, Rule] = ChainMap({}, rules)  # type: ignore[arg-type] # only the first is written to
        self.problems = problems
        self.origins: Origins = {}
        self.homes: dict[str, tuple[Tree, KeyPath]] = {}
        """Where each rule that is not in the box is written."""
        self._boxed = frozenset(rules)
        self._settings: dict[str, Setting] = {}
        self._overrides: dict[str, list[Override]] = {}

    def is_boxed(self, id_: str) -> bool:
        """Whether the rule is one of the box."""
        return id_ in self._boxed

    def define(self, layer: Layer) -> None:
        """Adds the rules that the layer defines; their names are taken from then on."""
        own = {}
        for id_, entry in layer.entries.items():
            if defines(entry):
                trouble, hint = self._explain_definition(id_)
                if trouble:
                    place = (*layer.base, id_)
                    self.problems.append(layer.shaped.tree.problem(place, trouble, hint, key=True))
                if id_ not in self.rules:
                    own[id_] = entry
        for id_, rule in define_rules(layer.shaped, layer.base, own, self.problems).items():
            self.rules.setdefault(id_, rule)
            self.homes.setdefault(id_, (layer.shaped.tree, (*layer.base, id_)))

    def _explain_definition(self, id_: str) -> tuple[str, str]:
        if id_ in self._boxed:
            message = f'"{id_}" is a rule in the box; only its level and options can be changed'
            return message, f'name your own rule house/{id_}, and switch this one off with "{id_}: off"'
        if id_ in self.rules:
            first = self.rules[id_].location
            message = f'the rule "{id_}" is already defined at {first.path}:{first.line}'
            return message, "here only its level and options can be changed"
        return explain_name(id_)

    def check_superseded(self) -> None:
        """Tells of rules that are said to be superseded and are none, once all are defined."""
        for id_, (tree, keypath) in self.homes.items():
            for index, other in enumerate(self.rules[id_].supersedes):
                if other not in self.rules:
                    place = (*keypath, "supersedes", index)
                    message = f'there is no rule "{other}"'
                    self.problems.append(tree.problem(place, message, nearest_rule(other, self.rules)))

    def apply(self, layer: Layer) -> None:
        """Levels and options of one layer. Naming a rule switches it on, unless its level says otherwise."""
        tree = layer.shaped.tree
        for id_, entry in layer.entries.items():
            keypath = (*layer.base, id_)
            rule = self.rules.get(id_)
            if rule is None:
                if not defines(entry):
                    message = f'there is no rule "{id_}"'
                    self.problems.append(tree.problem(keypath, message, nearest_rule(id_, self.rules), key=True))
                continue
            before = self._settings.get(id_, Setting(None, rule.options))
            level, changes = _read_entry(entry)
            options = before.options
            if changes and not defines(entry):
                options = self._overlay(rule, options, changes, tree, (*keypath, "options"))
            self._settings[id_] = Setting(level or before.level or rule.level, options)
            self._note_origins(f"rules.{id_}", level, changes, tree, keypath, entry, first=before.level is None)

    def override(self, files: tuple[str, ...], entries: Mapping[str, Any], tree: Tree, keypath: KeyPath) -> None:
        """What one entry of ``overrides`` says of the files that match."""
        for id_, entry in entries.items():
            rule = self.rules.get(id_)
            if rule is None:
                message = f'there is no rule "{id_}"'
                place = (*keypath, id_)
                self.problems.append(tree.problem(place, message, nearest_rule(id_, self.rules), key=True))
                continue
            level, changes = _read_entry(entry)
            own = self._settings.get(id_, Setting(None, rule.options)).options
            options = self._overlay(rule, own, changes, tree, (*keypath, id_, "options")) if changes else None
            overrides = self._overrides.setdefault(id_, [])
            name = f"rules.{id_}.overrides.{len(overrides)}"
            overrides.append(Override(files, level, options))
            self._note_origins(name, level, changes, tree, (*keypath, id_), entry, first=False)

    def activate(self, chosen: Sequence[str], skipped: Sequence[str]) -> tuple[ActiveRule, ...]:
        """The rules that run, sorted by id: those whose level is not off, and those that an override may switch on.
        ``chosen`` (ids): exactly these, at their own default level."""
        if chosen:
            active = [self._choose(self.rules[id_]) for id_ in chosen]
        else:
            active = [
                ActiveRule(self.rules[id_], level, options, tuple(self._overrides.get(id_, ())))
                for id_, (level, options) in self._all_settings()
                if level != "off"
                or any(override.level not in (None, "off") for override in self._overrides.get(id_, ()))
            ]
        return tuple(sorted((rule for rule in active if rule.rule.id not in skipped), key=lambda rule: rule.rule.id))

    def list_generic_phrases(self, chosen: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """Language → texts that say nothing about a link's target: the option ``phrases`` of the link rules that are
        on, ``chosen``, or in the box and off. So the kind of a text is the same whichever rules run."""
        phrases: dict[str, list[str]] = {}
        settings = {id_: (level, options) for id_, (level, options) in self._all_settings()}
        for id_ in sorted({*settings, *chosen}):
            level, options = settings.get(id_, ("", self.rules[id_].options))
            lists = options.get("phrases")
            silent = level == "off" and not self.is_boxed(id_) and id_ not in self._overrides
            if isinstance(lists, Mapping) and self.rules[id_].subject == "link" and not silent:
                for language, texts in lists.items():
                    phrases.setdefault(language, []).extend(texts)
        return {language: tuple(texts) for language, texts in phrases.items()}

    def _all_settings(self) -> Iterable[tuple[str, tuple[str, Mapping[str, Any]]]]:
        for id_ in {**self._settings, **self._overrides}:
            setting = self._settings.get(id_, Setting(None, self.rules[id_].options))
            yield id_, (setting.level or "off", setting.options)

    def _choose(self, rule: Rule) -> ActiveRule:
        """The rule at its own level (a rule that is off by default would not run at all: as a warning)."""
        setting = self._settings.get(rule.id, Setting(None, rule.options))
        overrides = (Override(override.files, None, override.options) for override in self._overrides.get(rule.id, ()))
        level = rule.level if rule.level != "off" else "warning"
        return ActiveRule(rule, level, setting.options, tuple(overrides))

    def _overlay(
        self, rule: Rule, options: Mapping[str, Any], changes: Mapping[str, Any], tree: Tree, keypath: KeyPath
    ) -> Mapping[str, Any]:
        changed, problems = overlay_options(rule, options, changes, tree, keypath)
        self.problems.extend(problems)
        if not problems and changed != rule.options:
            self.problems.extend(self._check_options(rule, changed, changes, tree, keypath))
        return changed

    def _check_options(
        self, rule: Rule, options: Mapping[str, Any], changes: Mapping[str, Any], tree: Tree, keypath: KeyPath
    ) -> Iterable[Problem]:
        """What the engine finds wrong with the rule only because of its new options, at the change that did it."""
        keys = {read_change(key, value).name: key for key, value in changes.items()}
        nowhere = Tree(None, "")
        before = {problem.message for problem in check(rule, nowhere, ())}
        found = [
            problem for problem in check(replace_options(rule, options), nowhere, ()) if problem.message not in before
        ]
        for problem in found:
            named = next((key for name, key in keys.items() if f"options.{name}" in problem.message), None)
            place = (*keypath, named or next(iter(keys.values())))
            yield tree.problem(place, f'in the rule "{rule.id}": {problem.message}', problem.hint)

    def _note_origins(
        self,
        name: str,
        level: str | None,
        changes: Mapping[str, Any],
        tree: Tree,
        keypath: KeyPath,
        entry: Any,
        *,
        first: bool,
    ) -> None:
        if level is not None or first:
            place = (*keypath, "level") if isinstance(entry, dict) and "level" in entry else keypath
            self.origins[f"{name}.level"] = tree.location(place, key=place == keypath and level is None)
        for key, value in changes.items():
            option = read_change(key, value).name
            self.origins[f"{name}.options.{option}"] = tree.location((*keypath, "options", key))


def _read_entry(entry: Any) -> tuple[str | None, Mapping[str, Any]]:
    """Level and options of a shorthand level or a mapping."""
    if isinstance(entry, str):
        return read_level(entry), {}
    level = entry.get("level")
    return (None if level is None else read_level(level)), entry.get("options", {})
