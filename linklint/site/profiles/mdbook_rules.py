"""Rule identifiers of mdbook-spec, the preprocessor of the Rust Reference: a line ``r[items.fn]`` of a chapter becomes
an element with the id ``r-items.fn``; any chapter links it by the label ``[…][items.fn]``, or by a definition whose
destination is ``items.fn`` (``tools/mdbook-spec`` of https://github.com/rust-lang/reference)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from linklint.model.document import Document, WrittenLink
from linklint.site.fragments import FURTHER, Verdict, judge_fragment
from linklint.site.glancing import glance
from linklint.site.paths import parent, relative
from linklint.site.profile import Lookup, Read, Standing

PREFIX = "r-"
RULE = re.compile(rb"^r\[([^\]\r\n]+)\]\r?$", re.MULTILINE)


class SpecRules(NamedTuple):
    """``chapters``: rule → path of the chapter that has it. ``by_document``: the rules of each document, by its id."""

    chapters: Mapping[str, str]
    by_document: Mapping[int, Sequence[str]]

    def fragments(self, documents: Sequence[Document]) -> frozenset[str]:
        """The ids of these documents' rules."""
        return frozenset(PREFIX + rule for document in documents for rule in self.by_document.get(id(document), ()))

    def links(self, path: str, document: Document) -> Iterator[WrittenLink]:
        """The uses of labels that are rules."""
        for use in document.undefined:
            label = use.label or ""
            if label in self.chapters:
                href = f"{relative(self.chapters[label], parent(path))}#{PREFIX}{label}"
                yield msgspec.structs.replace(use, href=href, written="")

    def lookups(self, standing: Standing, path: str) -> list[Lookup]:
        """Where a definition leads whose destination is a rule."""
        is_rule = standing.written.syntax == "reference" and path in self.chapters
        return [Lookup("file", self.chapters[path])] if is_rule else []

    def judge(self, fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
        """As ``judge_fragment``; which ids of rules a page has is known."""
        if fragments is not None and self.chapters and fragment.startswith(PREFIX):
            fragments -= {FURTHER}
        return judge_fragment(fragment, fragments, written)


NO_RULES = SpecRules({}, {})


def has_rules(preprocessors: Any) -> bool:
    """Whether the book's preprocessor ``spec`` is mdbook-spec, by its command."""
    said = preprocessors.get("spec") if isinstance(preprocessors, dict) else None
    return isinstance(said, dict) and "mdbook-spec" in str(said.get("command"))


def find_rules(read: Read, chapters: Sequence[str], documents: Mapping[str, Document]) -> SpecRules:
    """The rules of a book's documents; of two of one name, the last one counts."""
    found = {path: glance(read, path, list_rules) for path in documents}
    return SpecRules(
        {rule: path for path in chapters for rule in found.get(path, ())},
        {id(document): found[path] for path, document in documents.items() if found[path]},
    )


def list_rules(data: bytes) -> list[str]:
    """The rules that a text defines."""
    return [rule.decode("utf-8", "replace") for rule in RULE.findall(data)]
