"""Pages that are written in YAML (``### YamlMime:``): landing pages, hubs, lists of questions of Microsoft Learn.

What such a page links stands in fields (``url``, ``href``); some fields hold Markdown. For that the file is read a
second time: all but those fields blanked, and each field's lines moved to the left margin by trading the line end
before them with the last of their indentation, so that the text keeps its length and every character its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from linklint.data.tree import KeyPath, Tree
from linklint.data.yaml import read_yaml
from linklint.errors import UserError
from linklint.model.document import Dialect, Document, Heading, Note, WrittenLink
from linklint.model.place import Location, Span, pack_spans
from linklint.source.lines import Lines
from linklint.source.markdown import parse_markdown
from linklint.source.words import count_words

LINK_KEYS = frozenset({"href", "link", "url", "topichref", "homepage"})
IMAGE_KEYS = frozenset({"imagesrc", "image", "src", "thumbnail"})
TEXT_KEYS = ("text", "title", "name", "label", "headline")
MARKDOWN_KEYS = frozenset({"answer", "summary", "description", "content", "body", "introduction", "abstract", "note"})
HEADING_LEVELS = {"name": 2, "question": 3}
BLOCK = re.compile(r"[|>][^\r\n]*")
LINE = re.compile(r"(?P<indent>[ \t]*)(?P<content>[^\r\n]*)(?P<end>\r\n?|\n|\Z)")
VISIBLE = re.compile(r"[^\r\n]")


class Field(NamedTuple):
    """A text of the file: its key (lower case), its value, the mapping that it stands in, and where."""

    key: str
    value: str
    siblings: Mapping[str, Any]
    span: Span


def parse_yaml_page(text: str, lines: Lines, dialect: Dialect) -> Document:
    """The page that the file describes. One that cannot be read is told in a note."""
    try:
        tree = read_yaml(text, "")
    except UserError as error:
        problem = error.problems[0]
        note = Note("unreadable", f"not YAML: {problem.message}", max(problem.line, 1), max(problem.column, 1))
        return Document(dialect.syntax, lines.count, 0, notes=(note,))
    value = tree.value if isinstance(tree.value, dict) else {}
    fields = list(find_fields(value, (), tree, lines))
    projected = project_markdown(text, [field.span for field in fields if field.key in MARKDOWN_KEYS])
    parts = parse_markdown(projected, lines, 0, dialect)
    metadata = value.get("metadata")
    matter: dict[str, Any] = metadata if isinstance(metadata, dict) else {}
    headings = sorted([*parts.headings, *find_headings(fields)], key=lambda heading: heading.span.start)
    starts = [heading.span.start for heading in headings]
    links = [
        msgspec.structs.replace(link, section=bisect_right(starts, link.start) - 1)
        for link in sorted([*find_links(fields, text), *parts.links], key=lambda link: link.start)
    ]
    title = next((field for field in fields if field.key == "title" and field.siblings is value), None)
    return Document(
        dialect.syntax,
        lines.count,
        parts.words + sum(count_words(field.value) for field in fields if field.key in (*TEXT_KEYS, *HEADING_LEVELS)),
        title.value if title else None,
        title.span if title else None,
        front_matter=matter,
        front_matter_lines={key: tree.location(("metadata", key), key=True).line for key in matter},
        headings=tuple(headings),
        links=tuple(links),
        undefined=parts.undefined,
        mistyped=parts.mistyped,
        ids=parts.ids,
        notes=parts.notes,
        includes=parts.includes,
        opening=parts.opening,
    )


def find_fields(value: Any, keypath: KeyPath, tree: Tree, lines: Lines) -> Iterator[Field]:
    """All texts of the tree but those of its metadata, in file order. Lists of texts count as texts of their key."""
    if isinstance(value, dict):
        for key, entry in value.items():
            if isinstance(entry, str):
                yield Field(str(key).lower(), entry, value, find_span(tree.location((*keypath, key)), lines))
            elif (*keypath, key) != ("metadata",):
                yield from find_fields(entry, (*keypath, key), tree, lines)
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from find_fields(entry, (*keypath, number), tree, lines)


def find_span(location: Location, lines: Lines) -> Span:
    """The place of a value as offsets."""
    start = lines.start(location.line) + location.column - 1
    return lines.span(start, max(start, lines.start(location.end_line) + location.end_column - 1))


def find_headings(fields: list[Field]) -> Iterator[Heading]:
    """Names of sections and the questions themselves."""
    for field in fields:
        if field.key in HEADING_LEVELS and ("questions" in field.siblings or field.key == "question"):
            yield Heading(HEADING_LEVELS[field.key], field.value, field.value, None, field.span)


def find_links(fields: list[Field], text: str) -> Iterator[WrittenLink]:
    """Fields that name a page or an image."""
    for field in fields:
        if field.key not in LINK_KEYS | IMAGE_KEYS or not field.value.strip():
            continue
        shown = next((said for key in TEXT_KEYS if isinstance(said := field.siblings.get(key), str)), "")
        written = text[field.span.start : field.span.end]
        quoted = written[:1] in ("'", '"') and len(written) > 1
        start, end = field.span.start + quoted, field.span.end - quoted
        place = msgspec.structs.replace(
            field.span,
            start=start,
            end=end,
            column=field.span.column + quoted,
            end_column=field.span.end_column - quoted,
        )
        element = "img" if field.key in IMAGE_KEYS else "a"
        syntax = "image" if element == "img" else "inline"
        yield WrittenLink(syntax, element, field.value, text[start:end], shown, pack_spans(place, place))


def project_markdown(text: str, spans: list[Span]) -> str:
    """The Markdown of those values where it stands; everything else is blank."""
    characters = list(VISIBLE.sub(" ", text))
    for span in spans:
        start, fold = span.start, False
        block = BLOCK.match(text, start)
        if block:
            start = LINE.match(text, block.end()).end()  # type: ignore[union-attr]  # the pattern matches anything
            fold = True
        _copy_lines(text, start, span.end, characters, keep_first=not fold)
    return "".join(characters)


def _copy_lines(text: str, start: int, end: int, characters: list[str], *, keep_first: bool) -> None:
    """Put the lines of one value in. ``keep_first``: the value begins amid a line. A block's lines are indented by as
    much as its first one."""
    indent: int | None = None
    before: tuple[int, int] | None = None  # where the line end before the line stands
    while start < end:
        line = LINE.match(text, start, end)
        if line is None:
            break
        content = line.start("content")
        if line["content"]:
            if keep_first and before is None:
                characters[max(start - 2, 0) : start] = "\n" * min(start, 2)
            elif not keep_first:
                indent = len(line["indent"]) if indent is None else indent
                content = start + min(len(line["indent"]), indent)
            if before and content > start:
                characters[before[0] : before[1]] = " " * (before[1] - before[0])
            if content > start:
                characters[content - 1] = "\n"
            characters[content : line.end("content")] = text[content : line.end("content")]
        before = line.span("end")
        if line.end() == start:
            break
        start = line.end()
