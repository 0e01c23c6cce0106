"""Text in which nothing can be a link, read without a tokenizer.

Most paragraphs hold plain words, perhaps some code or emphasis. One regular expression knows those whose rendering is
beyond doubt; all others go the long way. Both ways must show the same text (``tests/source/test_simple_text.py``).
"""

from __future__ import annotations

import re

# No rule of any dialect begins at these characters, or not where they stand here: a colon without slashes, an
# underscore or a bang inside text, an ampersand that begins no entity. Private characters are fillers of masks.
_PLAIN = r"""
    [^\\`*_\[\]<>&!~${}^@|%+=:\n\x00-\x1f\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\U000f0000-\U0010ffff]
  | :(?![/:])
  | (?<=[^\W_])_(?=[^\W_])
  | !(?!\[) | &(?=\s) | [<>=+|](?=\s)(?<=\s.)
  | (?<![ \t\r\f\v])\n(?![ \t\r\f\v])
"""
_CODE = r"(?<!`)`[^`\n\s][^`\n\x00-\x1f\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\U000f0000-\U0010ffff]*`(?!`)"
_INSIDE = rf"(?:{_PLAIN}|{_CODE})*"
_STRONG = rf"(?<!\*)\*\*(?=[^\W_]){_INSIDE}(?<=[^\W_])\*\*(?!\*)"
_EMPHASIS = rf"(?<!\*)\*(?=[^\W_]){_INSIDE}(?<=[^\W_])\*(?!\*)"
_SIMPLE = re.compile(rf"(?:{_PLAIN}|{_CODE}|{_STRONG}|{_EMPHASIS})*+", re.VERBOSE)
_MARKERS = re.compile(r"`([^`]*)`|\*+")
_ADDRESS = re.compile(r"www\.", re.IGNORECASE)


def read_simple_text(content: str) -> str | None:
    """The rendered text of an inline content, line breaks as ``\\n``; None when only the tokenizer can tell."""
    if not _SIMPLE.fullmatch(content) or _ADDRESS.search(content):
        return None
    if "`" in content or "*" in content:
        return _MARKERS.sub(lambda match: match[1] or "", content)
    return content
