"""The place of every link, proved by plain markdown-it-py: another destination there changes that link alone."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from linklint.model.document import Dialect, WrittenLink
from linklint.source.parse import parse
from tests.examples import some
from tests.source.markdown_documents import documents

EXTENSIONS = ("footnotes", "strikethrough", "tables", "tasklists")
DIALECT = Dialect(extensions=EXTENSIONS, front_matter=())
MARK = "http://markmarkmark"

PLAIN = MarkdownIt("commonmark", {"maxNesting": 200, "tasklists": True, "strikethrough_single_tilde": True})
PLAIN.enable(["table", "strikethrough"])
footnote_plugin(PLAIN, inline=False, move_to_end=False)
PLAIN.normalizeLink = lambda url: url  # type: ignore[method-assign]  # destinations as written
PLAIN.validateLink = lambda url: True  # type: ignore[method-assign]


def read_plainly(text: str) -> list[tuple[str, str]]:
    """Every (element, destination) of Markdown links that markdown-it-py finds, in order, without hidden footnotes."""
    found: list[tuple[str, str]] = []
    env: dict[str, dict[str, dict[str, int]]] = {}
    tokens = PLAIN.parse(text, env)
    used = env.get("footnotes", {}).get("refs", {})
    hidden = 0
    for token in tokens:
        if token.type == "footnote_reference_open":
            hidden += 1 if hidden or used[":" + token.meta["label"]] < 0 else 0
        elif token.type == "footnote_reference_close":
            hidden -= 1 if hidden else 0
        elif not hidden:
            found += [read_token(child) for child in token.children or () if child.type in ("link_open", "image")]
    return found


def read_token(token: Token) -> tuple[str, str]:
    return (token.tag, str(token.attrs["href" if token.type == "link_open" else "src"]))


def read_exactly(text: str) -> list[WrittenLink]:
    document = parse(text.encode(), DIALECT)
    assert not [note for note in document.notes if note.kind in ("unreadable", "nesting")]
    return [link for link in document.links if link.syntax != "html"]


@settings(
    max_examples=some(150), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(documents())
def test_another_destination_at_the_span_changes_that_link_alone(text: str) -> None:
    links = read_exactly(text)
    before = read_plainly(text)
    assert [(link.element, link.href) for link in links] == before
    for link in links:
        assert link.destination is not None
        start, end = link.destination.start, link.destination.end
        if link.block == "table" and "|" in text[start:end]:
            continue  # it may be what makes a table of its line: another one would leave a heading
        after = read_plainly(text[:start] + MARK + text[end:])
        same = [other.syntax != "autolink" and other.destination == link.destination for other in links]
        same[links.index(link)] = True
        expected = [(element, MARK if same[i] else href) for i, (element, href) in enumerate(before)]
        assert after == expected, link


@settings(
    max_examples=some(100), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(documents())
def test_spans_hold_the_syntax_of_their_link(text: str) -> None:
    shapes = {
        "inline": (r"\[", r"\)"),
        "reference": (r"\[", r"\]"),
        "image": (r"!\[", r"[\])]"),
        "autolink": ("<", ">"),
    }
    for link in read_exactly(text):
        opening, closing = shapes[link.syntax]
        whole = text[link.span.start : link.span.end]
        assert re.match(opening, whole)
        assert re.search(closing + r"\Z", whole)
        assert link.destination is not None
        there = text[link.destination.start : link.destination.end]
        assert link.written in (there, there.replace("\\|", "|"))  # in a table, a pipe is written with a backslash
        if link.definition:
            assert link.definition.start < link.destination.start <= link.destination.end <= link.definition.end
            definition = text[link.definition.start : link.definition.end]
            assert re.match(r"\[(?s:.)+?\]:", definition)
            assert not definition[-1].isspace()
        else:
            assert link.span.start < link.destination.start <= link.destination.end < link.span.end


@settings(
    max_examples=some(100), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(documents())
def test_lines_and_columns_lead_to_the_offsets(text: str) -> None:
    lines = re.split(r"\r\n|\r|\n", text)
    for link in read_exactly(text):
        assert lines[link.span.line - 1][link.span.column - 1] == text[link.span.start]
        assert lines[link.span.end_line - 1][link.span.end_column - 2] == text[link.span.end - 1]
