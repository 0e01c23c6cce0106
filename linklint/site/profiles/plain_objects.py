"""Markdown whose reference labels are names of code, ``[`Agent`][package.agent.Agent]``: mkdocstrings makes links of
them (https://mkdocstrings.github.io/usage/#cross-references) where a site is built of the files, whose config is not
here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from linklint.model.document import Document

OBJECT = re.compile(r"`?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+`?")
MODULE = re.compile(r"`?[A-Za-z_]\w*`?")
ITEM = re.compile(r"`?(?:crate|self|super|std|core|alloc)(?:::\w+)+(?:!|\(\))?`?")
DESCRIBED = re.compile(r"(?:class|enum|interface): (\w+)")
FEW = 5


def find_documented(documents: Mapping[str, Document]) -> frozenset[str]:
    """The folders at the top where most of the labels that nothing defines, several at least, are names of objects."""
    labels: dict[str, set[str]] = {}
    for path, document in documents.items():
        for use in document.undefined if "/" in path else ():
            labels.setdefault(path.partition("/")[0], set()).add(use.label or "")
    counts = {top: (sum(map(is_object, here)), len(here)) for top, here in labels.items() if len(here) >= FEW}
    return frozenset(top for top, (objects, every) in counts.items() if objects >= FEW and 2 * objects > every)


def is_object(label: str) -> bool:
    """Whether the label may be the dotted name of an object in a module."""
    return OBJECT.fullmatch(label) is not None


def find_described(documents: Mapping[str, Document]) -> frozenset[str]:
    """The names of classes that have a page each, several at least: ``# class: Page``. A program makes links of labels
    that are such names, as Playwright's does before its site is built."""
    if not any(document.undefined for document in documents.values()):
        return frozenset()
    titles = (DESCRIBED.fullmatch(document.title or "") for document in documents.values())
    found = frozenset(match[1] for match in titles if match)
    return found if len(found) >= FEW else frozenset()


def explain_described(
    described: frozenset[str], otherwise: Callable[[str, str], str | None], path: str, label: str
) -> str | None:
    """As ``Mount.undefined``, before what is explained ``otherwise``."""
    return "a program makes a link of the name of a class" if label in described else otherwise(path, label)


def explain_item(path: str, label: str) -> str | None:
    """As ``Mount.undefined``: rustdoc makes links of the paths of items in the texts that a program's documentation
    takes in (https://doc.rust-lang.org/rustdoc/write-documentation/linking-to-items-by-name.html)."""
    return "rustdoc makes a link of the path of an item" if ITEM.fullmatch(label) else None


def explain_label(path: str, label: str) -> str | None:
    """As ``Mount.undefined``. A module of the language's own library may have a single name: ``[sqlite3][]``."""
    is_name = is_object(label) or MODULE.fullmatch(label) is not None
    return "an API reference, made of code, may define the label" if is_name else explain_item(path, label)
