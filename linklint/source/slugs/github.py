"""The slugs of GitHub, which Docusaurus, Astro and Nextra use too."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

# Symbols that Unicode calls Alphabetic (circled, parenthesised and squared Latin letters): github-slugger keeps them
# although it drops all other symbols.
_ALPHABETIC_SYMBOLS = (
    (0x24B6, 0x24E9),
    (0x1F130, 0x1F149),
    (0x1F150, 0x1F169),
    (0x1F170, 0x1F189),
)
_JOINERS = frozenset("\u200c\u200d")
_IN_ASCII = {code: None for code in range(128) if not (chr(code).isalnum() or chr(code) in "-_ ")} | {32: "-"}
_KEPT_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})


def github_slug(text: str) -> str:
    """The fragment of one heading, as github-slugger 2.0.0 makes it (GitHub, Docusaurus, Astro, Nextra).

    Lower case; letters, marks, decimal and letter numbers, connector punctuation and ``-`` stay; each space becomes a
    ``-``, runs are not joined and ends not trimmed; everything else goes: punctuation, emoji, other white space.
    ``text`` is the heading's rendered text. Code points newer than Python's Unicode tables count as unassigned.
    """
    if text.isascii():  # nearly all headings, in a fraction of the time
        return text.lower().translate(_IN_ASCII)
    return "".join(_keep_for_github(character) for character in text.lower())


def github_slug_in_case(text: str) -> str:
    """The fragment of one heading, as github-slugger makes it with ``maintainCase``: letters keep their case."""
    return "".join(_keep_for_github(character) for character in text)


def github_slug_with_joiners(text: str) -> str:
    """The fragment of one heading, as GitHub makes it today: also U+200C and U+200D stay, which emoji and Persian,
    Malayalam or Telugu words hold. Its ``\\w`` is Ruby's, and has them since Ruby 3.3
    (https://bugs.ruby-lang.org/issues/19417); github-slugger was measured before."""
    if text.isascii():
        return github_slug(text)
    return "".join(character if character in _JOINERS else _keep_for_github(character) for character in text.lower())


def github_slugs(texts: Iterable[str], slug_of: Callable[[str], str] = github_slug) -> list[str]:
    """The fragments of a document's headings in order. A slug that is taken gets the next free number:
    ``foo, foo, foo-1`` become ``foo, foo-1, foo-1-1``."""
    occurrences: dict[str, int] = {}
    slugs: list[str] = []
    for text in texts:
        original = slug = slug_of(text)
        while slug in occurrences:
            occurrences[original] += 1
            slug = f"{original}-{occurrences[original]}"
        occurrences[slug] = 0
        slugs.append(slug)
    return slugs


def _keep_for_github(character: str) -> str:
    return "-" if character == " " else keep_word_character(character)


def keep_word_character(character: str) -> str:
    """The character, if it is ``-`` or what regular expressions call a word character, in the sense of Unicode
    (https://www.unicode.org/reports/tr18/#word); else nothing."""
    if character == "-":
        return character
    category = unicodedata.category(character)
    if category in _KEPT_CATEGORIES:
        return character
    if category == "So" and any(first <= ord(character) <= last for first, last in _ALPHABETIC_SYMBOLS):
        return character
    return ""
