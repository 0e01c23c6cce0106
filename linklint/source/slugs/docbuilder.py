"""Ids of headings as Hugging Face's doc-builder makes them (``kit/preprocessors/mdsvex/index.js`` in
https://github.com/huggingface/doc-builder). Equal ones are not numbered."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"\s+")


def docbuilder_slug(text: str) -> str:
    """Letters and digits of any script and hyphens, in lower case, with a hyphen for blanks."""
    dashed = _BLANKS.sub("-", text.strip().lower())
    return "".join(sign for sign in dashed if sign == "-" or _is_kept(sign))


def _is_kept(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LN"
