"""An HTML file to its document."""

from __future__ import annotations

from linklint.model.document import Document
from linklint.model.place import Span
from linklint.source.directives import assemble
from linklint.source.front_matter import FrontMatter
from linklint.source.html.parts import HtmlParts, parse_html
from linklint.source.lines import Lines

_NO_FRONT_MATTER = FrontMatter()


def parse_html_document(text: str, lines: Lines, front_matter: FrontMatter = _NO_FRONT_MATTER) -> Document:
    """What an HTML file says by itself. Total: any text gives a document.

    The title is the front matter's, else that of the title element, else the first level 1 heading's.
    """
    parts = parse_html(text, lines, front_matter.end, whole=True)
    title, title_span = _title(parts, front_matter, lines)
    return Document(
        syntax="html",
        lines=lines.count,
        words=parts.words,
        title=title,
        title_span=title_span,
        description=_text(front_matter, "description") or parts.page.description,
        lang=_text(front_matter, "lang") or parts.page.lang,
        front_matter=front_matter.value,
        front_matter_lines=front_matter.lines,
        headings=parts.headings,
        links=parts.links,
        ids=parts.ids,
        directives=(*front_matter.directives, *assemble(parts.comments, lines)),
        notes=(*front_matter.notes, *parts.notes),
        head=parts.page.head,
        opening=parts.opening,
        includes=parts.includes,
    )


def _title(parts: HtmlParts, front_matter: FrontMatter, lines: Lines) -> tuple[str | None, Span | None]:
    title = _text(front_matter, "title")
    if title:
        line = front_matter.lines["title"]
        start = lines.start(line)
        return title, lines.span(start, start + len(lines.text(line)))
    if parts.title:
        return parts.title, parts.title_span
    for heading in parts.headings:
        if heading.level == 1 and heading.text:
            return heading.text, heading.span
    return None, None


def _text(front_matter: FrontMatter, key: str) -> str | None:
    value = (front_matter.value or {}).get(key)
    return value.strip() or None if isinstance(value, str) else None
