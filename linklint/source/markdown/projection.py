"""The raw HTML of a Markdown file as one HTML text in which everything stands where it stands in the file.

An ``<a>`` may open in one token and close in another, with Markdown text between; a ``<nav>`` may hold half the file.
So the HTML parser reads not single tokens but a text as long as the file: tags at their own offsets, between them the
rendered text of the Markdown, and blanks elsewhere. Rendered text is never longer than its source, so it always fits.
"""

from __future__ import annotations

import re

from linklint.source.markdown.offsets import Origin

# "<" and "&" of rendered text must not begin tags or entities; noncharacters stand for them.
_SHOW = str.maketrans({"\ufdd0": "<", "\ufdd1": "&"})

# Elements whose content is text up to their end tag: left open, they would swallow the rest of the file. GitHub shows
# such tags as text ("tagfilter" in the GFM specification).
_SWALLOWS = re.compile(r"<(?=(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b)", re.IGNORECASE)


class Projection:
    """Collects HTML and text in file order. Most files have no HTML, so all work waits until the text is asked for."""

    def __init__(self) -> None:
        self._texts: list[tuple[str, Origin, int]] = []
        self._parts: list[str] = []
        self._length = 0
        self.has_html = False

    def add_html(self, content: str, origin: Origin, start: int, end: int) -> None:
        """The HTML from ``start`` to ``end`` of a token's content, whose origin is given."""
        self.has_html = True
        self._put_texts()
        content = _disarm(content[start:end])
        for first, last, offset in origin.runs(start, end):
            self._put(content[first - start : last - start], offset)

    def add_text(self, text: str, origin: Origin, position: int) -> None:
        """Rendered text whose source begins at this position of a content."""
        self._texts.append((text, origin, position))

    def text(self) -> str:
        """The whole projection."""
        self._put_texts()
        return "".join(self._parts)

    def _put_texts(self) -> None:
        for text, origin, position in self._texts:
            if "<" in text or "&" in text:
                text = text.replace("<", "\ufdd0").replace("&", "\ufdd1")
            self._put(text, origin.start(position))
        self._texts.clear()

    def _put(self, text: str, offset: int) -> None:
        if offset > self._length:
            self._parts.append(" " * (offset - self._length))
            self._length = offset
        elif offset < self._length:
            text = text[self._length - offset :]
        self._parts.append(text)
        self._length += len(text)


def show(text: str) -> str:
    """A text that the HTML parser took from a projection, with the hidden characters back."""
    return text.translate(_SHOW)


def _disarm(html: str) -> str:
    """Hide the ``<`` of each tag that would swallow what follows and has no end tag in the same HTML."""
    if not _SWALLOWS.search(html):
        return html
    lower = html.lower()
    last_end: dict[str, int] = {}

    def blank(match: re.Match[str]) -> str:
        name = match[1].lower()
        if name not in last_end:
            last_end[name] = lower.rfind("</" + name)
        return "<" if last_end[name] > match.start() else "\ufdd0"

    return _SWALLOWS.sub(blank, html)
