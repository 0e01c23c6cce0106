"""Jekyll: reference labels that a partial defines, for the documents that take it in: ``{% include references.md %}``.
In such a partial, labels may be made: ``[issue {{n}}]: https://example.org/issues/{{n}}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import msgspec

from linklint.model.document import Document, WrittenLink
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.labels import compile_definition, normalise_label
from linklint.site.paths import extension, join, parent, within
from linklint.site.profile import Lookup, Read, Standing
from linklint.site.profiles.jekyll.config import Config
from linklint.site.profiles.jekyll.listed_definitions import Item, list_definitions

DEFINITION = compile_definition(r"\{\{[^{}\n]*\}\}", r"\{%[^{}\n]*%\}")
EXPRESSION = re.compile(r"\{\{-?\s{0,9}+([^{}]{0,200}?)\s{0,9}-?\}\}")
KINDS = frozenset({"md", "markdown", "mkd", "mkdown", "txt"})
LARGEST = 1_000_000
MOST_MADE = 500
MOST_EXPRESSIONS = 2  # in one label; more would let matching take long


Find = Callable[[Standing, Destination], Sequence[Lookup]]


class Definitions(NamedTuple):
    """``fixed``: label (white space collapsed, case folded) → destination. ``made``: pattern of such a label, the
    expressions in it, and the destination with its own."""

    fixed: Mapping[str, str]
    made: Sequence[tuple[re.Pattern[str], tuple[str, ...], str]]

    def destination(self, label: str) -> str | None:
        """What the label leads to; None where no partial defines it."""
        wanted = normalise_label(label)
        if wanted in self.fixed:
            return self.fixed[wanted]
        for pattern, expressions, href in self.made:
            match = pattern.fullmatch(wanted)
            if match:
                values = dict(zip(expressions, match.groups(), strict=True))
                return _fill(href, values)
        return None

    def explain(self, path: str, label: str) -> str | None:
        """As ``Mount.undefined``. Where partials make labels, they may make others than are understood here."""
        if self.destination(label) is not None:
            return ""
        return "partials make reference labels while the site is built" if self.made else None

    def find_lookups(self, find: Find, standing: Standing, destination: Destination) -> Sequence[Lookup]:
        """As ``find`` does. Of ``[text][label](words)`` and ``[label][](words)``, what a partial defines makes a link,
        and the words are text; the parser, which does not know the partial, takes the second half for one."""
        found, text = find(standing, destination), standing.written.text
        is_label = self.destination(text) is not None if text else bool(self.fixed or self.made)
        if standing.written.syntax != "inline" or not is_label:
            return found
        return [*found, Lookup("unresolvable", destination.path, "a partial may define its text as a reference label")]

    def links(self, path: str, document: Document) -> Iterator[WrittenLink]:
        """The uses of labels that partials define."""
        for use in document.undefined:
            href = self.destination(use.label or "")
            if href is not None:
                yield msgspec.structs.replace(use, href=href, written="")


def _fill(href: str, values: Mapping[str, str]) -> str:
    return EXPRESSION.sub(lambda part: values.get(part[1], part[0]), href)


def read_definitions(
    config: Config,
    names: Names,
    read: Read,
    collections: Mapping[str, list[Item]] | None = None,
    beside: AbstractSet[str] = frozenset(),
) -> Definitions:
    """All definitions in Markdown partials. Which document takes in which partial is not asked. ``collections``: the
    documents of each, by its label. ``beside``: files elsewhere that ``include_relative`` names."""
    fixed: dict[str, str] = {}
    made: list[tuple[re.Pattern[str], tuple[str, ...], str]] = []
    for path, file in names.files.items():
        is_partial = within(path, config.partials) or path in beside
        if file.kind != "file" or not is_partial or extension(path) not in KINDS:
            continue
        text = (read(path) or b"")[:LARGEST].decode("utf-8", "replace")
        for label, href in list_definitions(text, DEFINITION, collections or {}):
            fixed.setdefault(normalise_label(label), href)
        for match in DEFINITION.finditer(text):
            expressions = EXPRESSION.findall(match[1])
            if not expressions:
                fixed.setdefault(normalise_label(match[1]), match[2])
            elif len(made) < MOST_MADE and len(expressions) <= MOST_EXPRESSIONS:
                made.append((_pattern(match[1]), tuple(expressions), match[2]))
    return Definitions(fixed, made)


def find_beside(documents: Mapping[str, Document]) -> frozenset[str]:
    """The files that ``include_relative`` names."""
    named = (
        join(parent(path), include.written)
        for path, document in documents.items()
        for include in document.includes
        if include.kind == "include-relative"
    )
    return frozenset(path for path in named if path)


def _pattern(label: str) -> re.Pattern[str]:
    """The label with something in the place of each expression."""
    parts = [re.escape(" ".join(part.split(" ")).casefold()) for part in EXPRESSION.split(label)[::2]]
    return re.compile("(.{1,80})".join(parts))
