"""Typographic signs: what some renderers make of ``--``, ``...`` and quotes before they slug a heading."""

from __future__ import annotations

import re

_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_SIGNS = {"---": "—", "--": "–", "...": "…"}
_SIGN = re.compile(r"---|--|\.\.\.")


def typographic_text(text: str, raw: str) -> str:
    """A heading's rendered ``text`` with the signs of kramdown, of smart punctuation in mdBook or of Hugo's
    typographer: ``---``, ``--`` and ``...`` become ``—``, ``–`` and ``…``, but not in code spans, which ``raw``, the
    heading's source, shows. Quotes stay, for every algorithm that reads such a text drops both kinds."""
    if not _SIGN.search(text):
        return text
    parts: list[str] = []
    done = 0
    for match in _CODE.finditer(raw):
        code = match[2].strip()
        start = text.find(code, done)
        if start >= 0:
            parts += [_SIGN.sub(_set, text[done:start]), code]
            done = start + len(code)
    return "".join((*parts, _SIGN.sub(_set, text[done:])))


def _set(match: re.Match[str]) -> str:
    return _SIGNS[match[0]]
