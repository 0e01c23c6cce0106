"""An MDX text as Markdown of equal length.

A line that holds nothing but pieces is blank, as MDX ends paragraphs there and parses what is inside an element anew.
A piece inside a line becomes a filler: of tags and comments one that the parser makes a token of, so that all places
stay exact; of expressions one that is a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from linklint.source.masks.filling import Filling, filler_pattern
from linklint.source.mdx.pieces import Piece

_FIRST_TAG, _FIRST_IMAGE, _FIRST_EXPRESSION = 0x100000, 0x104000, 0x108000
_LEAD = "{"
TAG_FILLER = filler_pattern(_FIRST_TAG, _LEAD)
"""Of tags and comments, of which readers see nothing."""
IMAGE_FILLER = filler_pattern(_FIRST_IMAGE, _LEAD)
"""Of ``<img>`` tags."""

_LINE_ENDS = ("", "\r", "\n")
_LINE_AFTER = re.compile(r"[ \t]*(?:[\r\n]|\Z)")
_LONGEST_INDENT = 200
_GAP = re.compile(r"\s*")
_NO_LINE_END = re.compile(r"[^\r\n]")


class Fillings(NamedTuple):
    """The fillers of one text, by kind."""

    tags: Filling
    images: Filling
    expressions: Filling

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.tags or self.images or self.expressions)

    def restore(self, text: str) -> str:
        """A text with what was written in place of its fillers."""
        return text if text.isascii() else self.tags.restore(self.images.restore(self.expressions.restore(text)))

    def show(self, text: str) -> str:
        """A text with what readers see in place of its fillers; of an expression, its source."""
        return text if text.isascii() else self.tags.show(self.images.show(self.expressions.show(text)))


def mask_pieces(text: str, pieces: Sequence[Piece]) -> tuple[str, Fillings]:
    """The text as Markdown, as long as before, and what is where in it."""
    fillings = Fillings(Filling(_FIRST_TAG, _LEAD), Filling(_FIRST_IMAGE, _LEAD), Filling(_FIRST_EXPRESSION))
    parts: list[str] = []
    position = 0
    for piece, alone in zip(pieces, _stand_alone(pieces, text), strict=True):
        written = text[piece.start : piece.end]
        filled = _blank(written) if alone else _fill(piece, written, fillings)
        parts += (text[position : piece.start], filled)
        position = piece.end
    parts.append(text[position:])
    return "".join(parts), fillings


def _blank(written: str) -> str:
    if "\n" in written or "\r" in written:
        return _NO_LINE_END.sub(" ", written)
    return " " * len(written)


def is_image(piece: Piece) -> bool:
    """The piece is an ``<img>``."""
    return piece.tag is not None and piece.tag.name == "img"


def _fill(piece: Piece, written: str, fillings: Fillings) -> str:
    if piece.kind == "expression":
        return fillings.expressions.fill(written, piece.text)
    return (fillings.images if is_image(piece) else fillings.tags).fill(written, "")


def _stand_alone(pieces: Sequence[Piece], text: str) -> list[bool]:
    """Which pieces stand on lines of their own, alone or with others."""
    alone: list[bool] = []
    group: list[Piece] = []
    for piece, following in pairwise((*pieces, None)):
        if piece is None:
            break
        group.append(piece)
        gap = following and text[piece.end : following.start]
        if gap is not None and "\n" not in gap and "\r" not in gap and not gap.strip():
            continue
        start, end = group[0].start, piece.end
        is_alone = text[end : end + 1] in _LINE_ENDS or _LINE_AFTER.match(text, end) is not None
        if is_alone and text[start - 1 : start] not in _LINE_ENDS:
            is_alone = text[max(0, start - _LONGEST_INDENT) : start].rstrip(" \t>")[-1:] in _LINE_ENDS
        alone += [is_alone] * len(group)
        group = []
    return alone
