"""A text with its foreign syntax masked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from linklint.source.masks.code import find_code, is_inside
from linklint.source.masks.comment_macros import find_comment_macros
from linklint.source.masks.filling import FIRST_OF_MASKS, Filling
from linklint.source.masks.handlebars import find_handlebars
from linklint.source.masks.hugo import find_hugo
from linklint.source.masks.jinja import find_jinja
from linklint.source.masks.liquid import find_gitbook, find_liquid
from linklint.source.masks.mask import Mask
from linklint.source.masks.mdc import find_mdc
from linklint.source.masks.mdx_blocks import find_mdx_blocks
from linklint.source.masks.mkdocstrings import find_mkdocstrings
from linklint.source.masks.quarto import find_quarto
from linklint.source.masks.snippets import find_snippets
from linklint.source.masks.vue import find_vue


class Syntax(NamedTuple):
    """``in_code``: it is processed in code spans and fenced blocks too."""

    find: Callable[[str, int], list[Mask]]
    in_code: bool = True


SYNTAXES: Mapping[str, Syntax] = {
    "comment-macros": Syntax(find_comment_macros, in_code=False),
    "gitbook": Syntax(find_gitbook, in_code=False),
    "handlebars": Syntax(find_handlebars),
    "hugo": Syntax(find_hugo),
    "jinja": Syntax(find_jinja),
    "liquid": Syntax(find_liquid),
    "mdc": Syntax(find_mdc, in_code=False),
    "mdx-code-blocks": Syntax(find_mdx_blocks),
    "mkdocstrings": Syntax(find_mkdocstrings, in_code=False),
    "quarto": Syntax(find_quarto),
    "snippets": Syntax(find_snippets),
    "vue": Syntax(find_vue, in_code=False),
}
"""By the names in ``Dialect.masks``."""

_TAG_START = re.compile(r"</?[A-Za-z][^<>]*\Z")
_LONGEST_TAG = 2_000  # characters of a tag before a mask that are looked at
_LINE_BEFORE = re.compile(r"(?:\A|[\r\n])[ \t>]*\Z")
_LINE_AFTER = re.compile(r"[ \t]*(?:[\r\n]|\Z)")
_LONGEST_INDENT = 200
_GAP = re.compile(r"[ \t]*")
_NO_LINE_END = re.compile(r"[^\r\n]")
_BOUND = ":href"


class Masked(NamedTuple):
    """``text`` is as long as the original. ``filling`` knows what was where."""

    text: str
    filling: Filling
    masks: Sequence[Mask]


def mask_text(text: str, start: int, names: Iterable[str], *, markdown: bool = True) -> Masked:
    """Mask what stands in ``text`` from ``start`` on. Unknown names mask nothing. ``markdown``: backticks and tildes
    mean code."""
    filling = Filling(FIRST_OF_MASKS)
    masks = _find_masks(text, start, names, markdown=markdown)
    pieces: list[str] = []
    position = 0
    tail = ""
    for mask, alone in zip(masks, _stand_alone(masks, text), strict=True):
        between = text[position : mask.start]
        tail = (tail + between)[-_LONGEST_TAG:]
        piece = _NO_LINE_END.sub(" ", text[mask.start : mask.end]) if alone else _fill(mask, text, tail, filling)
        tail += piece
        pieces += (between, piece)
        position = mask.end
    pieces.append(text[position:])
    return Masked("".join(pieces), filling, masks)


def _find_masks(text: str, start: int, names: Iterable[str], *, markdown: bool) -> list[Mask]:
    found: list[Mask] = []
    code: list[tuple[int, int]] | None = None
    for name in names:
        syntax = SYNTAXES.get(name)
        masks = syntax.find(text, start) if syntax else []
        if syntax and masks:
            if code is None:
                code = find_code(text, start) if markdown else []
            found += _heed_code(masks, code, drop=not syntax.in_code)
    ordered = sorted(found, key=lambda mask: (mask.start, -mask.end))
    kept: list[Mask] = []
    for mask in ordered:
        if not kept or mask.start >= kept[-1].end:
            kept.append(mask)
    return kept


def _heed_code(masks: Iterable[Mask], code: Sequence[tuple[int, int]], *, drop: bool) -> Iterator[Mask]:
    """In code nothing is a link, and what is included is code. ``drop``: nor is anything processed there."""
    for mask in masks:
        if not is_inside(code, mask.start):
            yield mask
        elif not drop:
            yield mask._replace(inclusions=(), links=(), comment=None)


def _stand_alone(masks: Sequence[Mask], text: str) -> list[bool]:
    """Which masks stand on lines that hold nothing but masks of which readers see nothing: such lines are blank."""
    alone: list[bool] = []
    group: list[Mask] = []
    for mask, following in pairwise((*masks, None)):
        if mask is None:
            break
        group.append(mask)
        if following and _GAP.fullmatch(text, mask.end, following.start):
            continue
        before = text[max(0, group[0].start - _LONGEST_INDENT) : group[0].start]
        is_alone = (
            not any(item.shown for item in group)
            and bool(_LINE_BEFORE.search(before))
            and bool(_LINE_AFTER.match(text, mask.end))
        )
        alone += [is_alone] * len(group)
        group = []
    return alone


def _fill(mask: Mask, text: str, before: str, filling: Filling) -> str:
    """What stands for a mask, ``before`` which such text stands already."""
    original = text[mask.start : mask.end]
    tag = before.rfind("<")
    if tag > before.rfind(">") and _is_between_attributes(before[tag:]):
        # Blanks; where the tag may get attributes, one that tells the HTML reader so.
        return (_BOUND if mask.shown and len(original) > len(_BOUND) else "").ljust(len(original))
    return filling.fill(original, original if mask.shown else "")


def _is_between_attributes(tag: str) -> bool:
    closed = tag.count('"') % 2 == 0 and tag.count("'") % 2 == 0
    return closed and bool(_TAG_START.match(tag)) and (tag[-1:].isspace() or tag[-1:] in "\"'")
