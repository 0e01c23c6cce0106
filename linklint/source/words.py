"""Counting words, in the one way that documents, links and anchor texts share."""

from __future__ import annotations

import re

# Scripts written without spaces: each character counts as a word, as word processors do.
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_ALONE}]|(?:(?![{_ALONE}])\w)+(?:['’.\-](?:(?![{_ALONE}])\w)+)*")


def count_words(text: str) -> int:
    """How many words a text has. ``state-of-the-art``, ``don't`` and ``3.11`` are one word each; of Chinese
    characters and Japanese kana each is one; what has neither letter nor digit is none."""
    return len(_WORD.findall(text))
