"""The tokens that most of a document becomes, with few fields: making the base's takes as long as finding them."""

from __future__ import annotations

from markdown_it.token import Token

from linklint.source.markdown.offsets import Origin


class Text(Token):
    """A token ``inline``. What it does not have for itself is the same for all."""

    __slots__ = ()

    type = "inline"
    tag = info = markup = ""
    nesting = level = 0
    attrs = {}  # noqa: RUF012 - nobody sets any
    block = True
    hidden = False

    def __init__(self, content: str, origin: Origin, lines: list[int] | None = None, marker: int | None = None) -> None:
        """``lines``: the first one, and the one behind; not told of what was read without looking at lines. ``marker``:
        the file offset of the mark that makes it a heading."""
        self.content = content
        self.map = lines
        self.children = None
        self.meta = {"origin": origin} if marker is None else {"origin": origin, "marker": marker}


class HeadingOpening(Token):
    """A token ``heading_open``."""

    __slots__ = ()

    content = info = markup = ""
    nesting = 1
    level = 0
    map = children = None
    attrs = {}  # noqa: RUF012 - nobody sets any
    block = True
    hidden = False

    def __init__(self, level: int) -> None:
        self.type = "heading_open"
        self.tag = f"h{level}"
        self.meta = {}


HEADING_CLOSINGS = tuple(Token("heading_close", f"h{level}", -1) for level in range(7))
"""By level."""
