"""Hugo: shortcodes that give no ids but those that their templates write out, and make no headings but those that stand
between their tags: what the templates say, with the partials that they take in
(https://gohugo.io/templates/shortcode/)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from linklint.site.fragments import FURTHER

COMMENT = re.compile(r"\{\{-?\s*/\*(?:(?!/\*)[\s\S])*?\*/\s*-?\}\}|<!--(?:(?!<!--)[\s\S])*?-->")
ID = r"(?<![\w$-])id\s*=\s*[\"']?"
WRITTEN = re.compile(rf"{ID}[\w:.\-]+[\"'\s>]")
BEGUN = re.compile(rf"{ID}([\w:.\-]{{3,}})\{{\{{")
# What the page gives it, as ``templates.named_ids`` reads it there.
GIVEN = re.compile(rf"{ID}\{{\{{-?\s*\$?\.Get\s+[\"`](?:anchor|id|name)[\"`]\s*-?\}}\}}")
ANY_ID = re.compile(ID)
# Most have nothing of the kind.
SIMPLE = re.compile(
    r"(?m)^#{1,6} |<h[1-6]|<dt|\bid=|markdownify|RenderString|\.Render|\.Content\b|GetPage|readFile|partial|template\s"
)
# A script may give ids to headings without one.
HEADING = re.compile(r"(?m)^#{1,6} |<h[1-6]")
HEADING_WITH_ID = re.compile(rf"<h[1-6]\b[^<>{{}}]*\s{WRITTEN.pattern}")
# Text of other pages and files, and another shortcode, in Markdown.
TAKING = re.compile(
    r"GetPage|[rR]eadFile|\.Content\b|\.ContentWithout|\.RawContent|\.RenderShortcodes|\.Render\b|\.Summary\b|innerHTML"
    r"|\{\{[<%]"
)
# HTML of text, which may be text that is data.
MAKING = re.compile(r"RenderString|markdownify|safeHTML|\.Fragments\b")
DATA = re.compile(
    r"\b(?:site|Site|hugo)\.(?:Data|Params|Pages|RegularPages)|\bresources\.|\.Resources\b|GetRemote|getJSON|getCSV"
    r"|[uU]nmarshal|\.Params?\b|\.Description\b"
)
PARTIAL = re.compile(r"\b(?:template|partial(?:Cached)?)\s+(?:[\"`]([\w./\-]+)[\"`]|(\S))")
DEFINED = re.compile(r"\bdefine\s+[\"`](?:_?partials/)?([\w./\-]+)[\"`]")
MOST_PARTIALS = 20  # that one takes in


class Plain(NamedTuple):
    """``names`` of such shortcodes, as pages call them; ``begun``: how the ids begin whose end they make, each behind
    ``FURTHER``."""

    names: frozenset[str]
    begun: frozenset[str]


def find_plain(shortcodes: Mapping[str, Sequence[str]], partials: Mapping[str, Sequence[str]]) -> Plain:
    """``shortcodes`` and ``partials``: name, with the folders before it and without its ending → the texts of the
    templates of that name, of which the site's own hide those of its themes."""
    names: set[str] = set()
    begun: set[str] = set()
    for shortcode, texts in shortcodes.items():
        if not any(map(SIMPLE.search, texts)):
            names.add(shortcode)
            continue
        reached = _reach(texts, partials)
        if reached is not None and not any(map(_is_speaking, reached)):
            names.add(shortcode)
            begun.update(FURTHER + match for text in reached for match in BEGUN.findall(text))
    return Plain(frozenset(names), frozenset(begun))


def _reach(texts: Sequence[str], partials: Mapping[str, Sequence[str]]) -> list[str] | None:
    """The texts and those of the partials that they take in, without comments; None where one cannot be told."""
    found: list[str] = []
    seen: set[str] = set()
    pending = list(texts)
    while pending:
        text = COMMENT.sub("", pending.pop())
        found.append(text)
        here = set(DEFINED.findall(text))
        for written, computed in PARTIAL.findall(text):
            partial = written.removesuffix(".html")
            if not computed and (written in here or partial in seen):
                continue
            if computed or partial not in partials or len(seen) >= MOST_PARTIALS:
                return None
            seen.add(partial)
            pending += partials[partial]
    return found


def _is_speaking(text: str) -> bool:
    if TAKING.search(text) or HEADING.search(HEADING_WITH_ID.sub("", text)):
        return True
    rest = text
    for known in (WRITTEN, BEGUN, GIVEN):
        rest = known.sub("", rest)
    return ANY_ID.search(rest) is not None or (MAKING.search(text) is not None and DATA.search(text) is not None)
