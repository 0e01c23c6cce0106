"""Docusaurus's fences ``mdx-code-block`` around MDX that other tools are to take for code. They are taken off before
anything is read (``unwrapMdxCodeBlocks`` of ``@docusaurus/utils``)."""

from __future__ import annotations

import re

from linklint.source.masks.mask import Mask

_BLOCK = re.compile(
    r"^(?P<opening>[ ]*(?P<fence>`{3,4})[ ]*mdx-code-block)\r?\n(?:.*?\r?\n)?(?P<closing>[ ]*(?P=fence))[ ]*$",
    re.DOTALL | re.MULTILINE,
)


def find_mdx_blocks(text: str, start: int) -> list[Mask]:
    """The masks of such fences; what stands between them is read."""
    if "mdx-code-block" not in text:
        return []
    return [
        Mask(*match.span(group), shown=False)
        for match in _BLOCK.finditer(text, start)
        for group in ("opening", "closing")
    ]
