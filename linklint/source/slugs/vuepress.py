"""The slugs of VuePress 1: ``slugify`` of @vuepress/shared-utils, numbered by markdown-it-anchor 5. Version 2 makes
those of VitePress."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from linklint.source.slugs.numbering import Explicit, number_until_free
from linklint.source.slugs.vitepress import vitepress_slug

_DASHES = {0x2013: "-", 0x2014: "-"}


def vuepress_slug(text: str) -> str:
    """One heading's slug: VitePress's, with the long dashes being separators too."""
    return vitepress_slug(unicodedata.normalize("NFKD", text).translate(_DASHES))


def vuepress_slugs(texts: Iterable[str], explicit: Explicit = ()) -> list[str]:
    """The ids of a page's headings. The second of equal slugs gets ``-2``."""
    return number_until_free(map(vuepress_slug, texts), explicit, first=2)
