"""Options as operands. An option may be lists by language: a mapping from language to list, ``*`` for all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linklint.engine.values import keys_of, type_of
from linklint.engine.vocabulary import Context, Elements, KeyPath, Operand, RuleProblem, Type

ALL_LANGUAGES = "*"


def check_options(options: Mapping[str, Any], used: set[str]) -> list[RuleProblem]:
    """Options that are no value, no list and no lists by language; and options that nothing uses."""
    problems = []
    for name, value in options.items():
        keypath: KeyPath = ("options", name)
        if _trouble(value):
            problems.append(RuleProblem(keypath, f'the option "{name}" {_trouble(value)}'))
        if name not in used:
            problems.append(
                RuleProblem((*keypath, "#key"), f'nothing uses the option "{name}"', f"use it as $options.{name}")
            )
    return problems


def _trouble(value: Any) -> str:
    if value is None:
        return "has no value"
    if isinstance(value, Mapping):
        if not value:
            return "is empty"
        lists = all(isinstance(texts, list | tuple) for texts in value.values())
        return "" if lists and not any(map(_trouble, value.values())) else "must map languages to lists of plain values"
    if isinstance(value, list | tuple) and any(isinstance(item, list | tuple | Mapping | None) for item in value):
        return "must be a list of plain values"
    return ""


def option_operand(value: Any, shown: str, owner: int, kind: str) -> Operand:
    """The option as one side of a comparison. Lists by language stand for the list of the language of the element at
    depth ``owner`` (a subject of ``kind``; its primary subtag) with that of ``*``; for all lists together when the
    language is unknown or has none."""
    if not isinstance(value, Mapping):
        return Operand(type_of(value), lambda context, elements: value, -1, shown, value)
    lists = {str(language).lower(): list(texts) for language, texts in value.items() if isinstance(texts, list | tuple)}
    everywhere = lists.pop(ALL_LANGUAGES, [])
    union = [*everywhere, *(text for texts in lists.values() for text in texts)]
    by_language = {language: [*everywhere, *texts] for language, texts in lists.items()}
    keys = {language: keys_of(texts) for language, texts in by_language.items()}
    all_keys = keys_of(union)

    def read(context: Context, elements: Elements) -> Any:
        language = context.vocabulary.language(context.world, kind, elements[max(owner, 0)])
        return keys.get(primary_subtag(language), all_keys)

    return Operand(Type(type_of(union).name, True), read, max(owner, 0), shown, None, {"": union, **by_language})


def primary_subtag(language: str | None) -> str:
    """``de`` of ``de-AT`` and ``DE_at``; empty when there is no language."""
    return (language or "").replace("_", "-").partition("-")[0].lower()
