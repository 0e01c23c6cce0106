"""Ids of the plugin markdown-it-anchor with its own slugs. https://github.com/valeriangalliat/markdown-it-anchor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linklint.source.slugs.numbering import Explicit, number_until_free


def markdown_it_anchor_slugs(texts: Sequence[str], explicit: Explicit = ()) -> list[str]:
    """Trimmed, in lower case, white space to hyphens. In the page the ids are percent-encoded; these are decoded."""
    return number_until_free([re.sub(r"\s+", "-", text.strip().lower()) for text in texts], explicit)
