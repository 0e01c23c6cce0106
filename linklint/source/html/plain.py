"""Most tags of a page say nothing of links, headings, ids and places: they only group and style. One regular expression
passes over whole runs of them, which the tree gets as they are written."""

from __future__ import annotations

import re

from linklint.source.html.stamping import DEEPEST, FORMATTING, SHAPES, UNCOUNTED, counts_for_depth
from linklint.source.html.tokens import EndTag, Run, StartTag, Token, tokenize

GROUPING = frozenset(
    "abbr address article aside blockquote br button center cite dd del details dfn div dl dt fieldset figcaption"
    " figure footer form header hr ins kbd label legend li main mark nav ol p pre q samp section span sub summary sup"
    " table tbody td tfoot th thead time tr ul var wbr".split()
)
"""Elements that say nothing by themselves, or what the tree says of them as well."""
_MOST = 200  # tags of a run, a drawing being one
_MOST_DRAWN = 50  # tags of a drawing
_NAMES = "|".join(sorted(GROUPING))
_FORMATTING = "|".join(sorted(FORMATTING))
# Not those that say something, nor any that is not written in the usual way. Of a tag only a few, for the parser
# compares each with all others; of formatting elements none, for it reopens those that differ in them.
_ATTRIBUTE = r"[\t\n\f\r ]++(?!(?i:id|role|aria-hidden|aria-label)\b)[a-zA-Z][a-zA-Z:-]*+(?:=\"[^\"<\x00]*+\")?+"
_SHAPES = "|".join(sorted(SHAPES))
_END = r"[\t\n\f\r ]*+/?+>"
_DRAWING = (
    rf"svg(?:{_ATTRIBUTE}){{0,16}}+[\t\n\f\r ]*+>[^<]*+"
    rf"(?:<(?:/(?i:{_SHAPES})>|(?i:{_SHAPES})(?:{_ATTRIBUTE}){{0,16}}+{_END})[^<]*+){{0,{_MOST_DRAWN}}}+</svg>"
)
PLAIN = re.compile(
    rf"(?:<(?:/(?:{_NAMES}|{_FORMATTING})>|(?:{_NAMES})(?:{_ATTRIBUTE}){{0,8}}+{_END}|(?:{_FORMATTING})>|{_DRAWING})"
    rf"[^<]*+){{1,{_MOST}}}+"
)
"""Tags that say nothing, with the texts behind them, and drawings of plain shapes."""
# What a drawing holds ends with it.
_UNCOUNTED = "|".join(sorted(UNCOUNTED | SHAPES))
_OPENED = re.compile(rf"<(?!/|(?:{_UNCOUNTED})[\t\n\f\r />])")
_CLOSED = re.compile(rf"</(?!(?:{_UNCOUNTED})>)")


def list_tokens(text: str, start: int = 0) -> list[Token]:
    """The tags and comments from ``start`` on, without those that say nothing; with them where elements may be nested
    so deep that some have to be left out."""
    if text.count("<", start) - text.count("</", start) <= DEEPEST:
        return [token for token in tokenize(text, start, PLAIN) if not isinstance(token, Run)]
    tokens: list[Token] = []
    depth = 0
    for token in tokenize(text, start, PLAIN):
        closed = 0
        if isinstance(token, Run):
            # In whichever order they stand: by a run the depth may be told too low, and not by more.
            depth += len(_OPENED.findall(text, token.start, token.end))
            closed = len(_CLOSED.findall(text, token.start, token.end))
        else:
            tokens.append(token)
            if isinstance(token, StartTag):
                depth += counts_for_depth(token)
            elif isinstance(token, EndTag):
                closed = counts_for_depth(token)
        if depth > DEEPEST - _MOST - _MOST_DRAWN:
            return [token for token in tokenize(text, start) if not isinstance(token, Run)]
        depth = max(depth - closed, 0)
    return tokens
