"""Docusaurus's fences ``mdx-code-block`` around MDX that other tools are to take for code. They are taken off before
anything is read (``unwrapMdxCodeBlocks`` of ``@docusaurus/utils``)."""

from __future__ import annotations

import re

from linklint.source.masks.mask import Mask

_OPENING = re.compile(r"^([ ]*(`{3,4})[ ]*mdx-code-block)\r?\n", re.MULTILINE)
_CLOSINGS = {fence: re.compile(rf"^([ ]*{fence})[ ]*$", re.MULTILINE) for fence in ("```", "````")}


def find_mdx_blocks(text: str, start: int) -> list[Mask]:
    """The masks of such fences; what stands between them is read."""
    masks: list[Mask] = []
    endless: set[str] = set()  # fences that close nowhere below, so that nobody looks for an end again
    position = start
    while opening := _OPENING.search(text, position):
        position = opening.end()
        closing = _CLOSINGS[opening[2]]
        line_end = text.find("\n", position) if opening[2] not in endless else -1
        found = closing.search(text, line_end + 1) if line_end >= 0 else None
        if found is None:
            endless.add(opening[2])
            found = closing.match(text, position)  # only where no fence stands further below
        if found is not None:
            masks += (Mask(*opening.span(1), shown=False), Mask(*found.span(1), shown=False))
            position = found.end()
    return masks
