"""Bytes to a document, for every file that linklint reads. Total: any bytes give a document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from linklint.model.document import Dialect, Document, Head, Heading, Note
from linklint.model.place import Span
from linklint.source.code_text import note_code_texts
from linklint.source.decode import decode
from linklint.source.directives import assemble
from linklint.source.front_matter import FrontMatter, split_front_matter
from linklint.source.html import parse_html_document
from linklint.source.lines import Lines
from linklint.source.made_text import note_made_texts
from linklint.source.markdown import parse_markdown
from linklint.source.masks.masking import mask_text
from linklint.source.masks.restoring import restore_document
from linklint.source.mdx.parts import parse_mdx
from linklint.source.yaml_page import parse_yaml_page

MAX_BYTES = 2 * 1024 * 1024
"""Larger files are not parsed: no page that people read is that large, and parsing takes seconds for each megabyte."""

_REMARK = re.compile(r"\s*<!--([^<>]{0,400})")
_LFS_POINTER = b"version https://git-lfs.github.com/spec/v1\n"
_ENCRYPTED = b"\0GITCRYPT\0"
_LANGUAGE_KEYS = ("lang", "language", "locale")


NO_HEAD = Head()


def parse(data: bytes, dialect: Dialect, max_bytes: int = MAX_BYTES) -> Document:
    """Read one source file. Never raises: what cannot be read is told in the document's notes."""
    if len(data) > max_bytes:
        limits = f"the file has {len(data):,} bytes, and of one over {max_bytes:,} no link is read"
        message = f"{limits}, so it is to be split"
        return Document(dialect.syntax, 1, 0, notes=(Note("too-large", message),))
    if data.startswith(_LFS_POINTER):
        message = "the file is a Git LFS pointer; its content was not checked out (git lfs pull)"
        return Document(dialect.syntax, 1, 0, notes=(Note("unreadable", message),))
    if data.startswith(_ENCRYPTED):
        message = "the file is encrypted by git-crypt, so what it says is not known"
        return Document(dialect.syntax, 1, 0, notes=(Note("encrypted", message),))
    text, _, notes = decode(data)
    lines = Lines(text)
    try:
        document = note_made_texts(text, _parse_text(text, lines, dialect), dialect)
        document = note_code_texts(text, document, dialect)
    except Exception as error:  # noqa: BLE001 - the promise is that one file's trouble never ends the run
        message = f"the file could not be parsed ({type(error).__name__}); its links are not seen"
        return Document(dialect.syntax, lines.count, 0, notes=(*notes, Note("unreadable", message)))
    return msgspec.structs.replace(document, notes=(*notes, *document.notes))


def _parse_text(text: str, lines: Lines, dialect: Dialect) -> Document:
    if dialect.syntax == "yaml":
        return parse_yaml_page(text, lines, dialect)
    front_matter = split_front_matter(text, lines, dialect.front_matter)
    if not dialect.masks:
        return _parse_body(text, lines, front_matter, dialect)
    masked = mask_text(text, front_matter.end, dialect.masks, markdown=dialect.syntax != "html")
    document = _parse_body(masked.text, lines, front_matter, dialect)
    return restore_document(document, masked, lines) if masked.masks else document


def _parse_body(text: str, lines: Lines, front_matter: FrontMatter, dialect: Dialect) -> Document:
    if dialect.syntax == "html":
        return parse_html_document(text, lines, front_matter)
    parse_parts = parse_mdx if "mdx" in dialect.extensions else parse_markdown
    parts = parse_parts(text, lines, front_matter.end, dialect)
    title, title_span = _find_title(front_matter, parts.headings, lines)
    return Document(
        dialect.syntax,
        lines.count,
        parts.words,
        title,
        title_span,
        _find_text(front_matter.value, "description"),
        _find_text(front_matter.value, *_LANGUAGE_KEYS),
        front_matter.value,
        front_matter.lines,
        parts.headings,
        parts.links,
        parts.undefined,
        parts.ids,
        (*front_matter.directives, *assemble(parts.comments, lines)),
        (*front_matter.notes, *parts.notes),
        includes=parts.includes,
        terms=parts.terms,
        tabs=parts.tabs,
        mistyped=parts.mistyped,
        opening=parts.opening,
        head=Head(refresh=parts.refresh) if parts.refresh else NO_HEAD,
        remark=_find_remark(text, front_matter.end),
    )


def _find_remark(text: str, start: int) -> str:
    """The comment that the text begins with, or its beginning."""
    found = _REMARK.match(text, start)
    return found[1] if found else ""


def _find_title(
    front_matter: FrontMatter, headings: tuple[Heading, ...], lines: Lines
) -> tuple[str | None, Span | None]:
    title = _find_text(front_matter.value, "title")
    if title:
        line = front_matter.lines.get("title", 1)
        start = lines.start(line)
        return title, lines.span(start, start + len(lines.text(line)))
    for heading in headings:
        if heading.level == 1 and heading.text.strip():
            return " ".join(heading.text.split()), heading.span
    return None, None


def _find_text(value: Mapping[str, Any] | None, *keys: str) -> str | None:
    """The first of these keys that holds text, or a number (a title may be ``2024``)."""
    for key in keys:
        found = (value or {}).get(key)
        if isinstance(found, str | int | float) and not isinstance(found, bool) and str(found).strip():
            return str(found).strip()
    return None
