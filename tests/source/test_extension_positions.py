"""The places of links inside blocks of extensions: wrapping a document moves its links and changes nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings

from linklint.model.document import Dialect, WrittenLink
from linklint.source.parse import parse
from tests.examples import some
from tests.source.markdown_documents import documents

EXTENSIONS = ("admonitions", "containers", "definition-lists", "footnotes", "strikethrough", "tables", "tabs")
DIALECT = Dialect(extensions=EXTENSIONS, front_matter=())
WRAPPINGS = {
    "admonition": ('!!! note "Title"\n', "    "),
    "tab": ('=== "Title"\n\n', "    "),
    "container": ("::: tip\n\n", ""),
    "definition": ("Term\n\n: first\n\n", "  "),
    "nested": ("??? note\n    === 'T'\n", "        "),
}


def read(text: str) -> list[WrittenLink]:
    return [link for link in parse(text.encode(), DIALECT).links if link.syntax != "html"]


def wrap(text: str, opening: str, indent: str) -> str:
    lines = re.split(r"(\r\n|\r|\n)", text)
    return opening + "".join(
        indent + part if index % 2 == 0 and part.strip(" \t") else part for index, part in enumerate(lines)
    )


@pytest.mark.parametrize("name", WRAPPINGS)
@settings(
    max_examples=some(60), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(text=documents())
def test_links_in_a_wrapped_document_are_those_of_the_document(name: str, text: str) -> None:
    assume(text[:1] not in (" ", "\t"))
    if len(WRAPPINGS[name][1]) % 4:
        text = text.replace("\t", " ")  # moved by two columns, a tab is as wide as before or not
        assume(text[:1] != " ")
    wrapped = wrap(text, *WRAPPINGS[name])
    inner, outer = read(text), read(wrapped)
    assert [(link.syntax, link.href, link.text) for link in outer] == [
        (link.syntax, link.href, link.text) for link in inner
    ]
    lines = WRAPPINGS[name][0].count("\n")
    for before, after in zip(inner, outer, strict=True):
        assert after.span.line == before.span.line + lines
        assert after.destination is not None
        assert before.destination is not None
        for own, moved in ((before.span, after.span), (before.destination, after.destination)):
            was = text[own.start : own.end]
            now = wrapped[moved.start : moved.end]
            assert [line.strip(" \t") for line in was.splitlines()] == [line.strip(" \t") for line in now.splitlines()]
