"""GFM's extended autolinks: ``https://…``, ``http://…``, ``ftp://…``, ``www.…`` and e-mail addresses in plain text.

linkify-it, which markdown-it uses, links bare host names and cuts addresses by other rules than GitHub. The rules here
are those of the GFM specification, section "Autolinks (extension)", in the detail in which GitHub's cmark-gfm applies
them (``autolink.c``: ``check_domain``, ``autolink_delim``). Markdig asks for more before a full address
(https://github.com/xoofx/markdig, ``AutoLinkParser``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from linklint.source.markdown.inlines import PositionedInlineState

_SCHEME_BEFORE = re.compile(r"(?<![A-Za-z])(?:https?|ftp)\Z", re.IGNORECASE)
_LONGEST_SCHEME = 5
_MAIL_START = r"(?<![A-Za-z0-9.+_-])(mailto:|xmpp:)?([A-Za-z0-9.+_-]++)@"
_MAIL = re.compile(rf"{_MAIL_START}([A-Za-z0-9_-]+(?:\.[A-Za-z0-9][A-Za-z0-9_-]*)*)(\.?)")
_XMPP_RESOURCE = re.compile(r"/[A-Za-z0-9@.]+")
# A tag of MDX, too, which stands here as a filler (``mdx.masking``).
_REST = re.compile("(?:[^\\s<{]|\\{(?![\U00100000-\U00107fff]))*")
_ENTITY_END = re.compile(r"&[A-Za-z]+;\Z")
_LONG_DOMAIN = 10
_MARKDIG_BEFORE = "*_~("


def link_plain_addresses(md: MarkdownIt, *, as_markdig: bool = False) -> None:
    """Add the rules to a parser. The text rule must stop before ``www.`` and before addresses. ``as_markdig``: a full
    address begins behind a blank or few marks only."""
    plain = md.inline.terminator_re.pattern
    web = re.compile(rf"{plain}|(?<![^\s*_~(])www\.")
    mail = re.compile(rf"{plain}|(?<![^\s*_~(])www\.|{_MAIL_START}")

    def text(state: StateInline, silent: bool) -> bool:
        stops = mail if "@" in state.src else web
        match = stops.search(state.src, state.pos)
        end = min(match.start(), state.posMax) if match else state.posMax
        if end == state.pos:
            return False
        if not silent:
            state.append_pending(state.src[state.pos : end])
        state.pos = end
        return True

    md.inline.ruler.at("text", text)
    md.inline.ruler.after("text", "plain_address", partial(plain_address, as_markdig))


def plain_address(as_markdig: bool, state: StateInline, silent: bool) -> bool:
    """An inline rule. Says nothing in silent mode: whether an address is a link does not change where brackets end."""
    if silent or state.linkLevel > 0:
        return False
    character = state.src[state.pos]
    if character in ":w" and isinstance(state, PositionedInlineState) and state.open_brackets:
        # cmark-gfm makes no link of an address after a bracket that is still open.
        return False
    if character == ":":
        return _match_url(state, as_markdig)
    if character == "w" and state.src.startswith("www.", state.pos):
        end = _find_end(state.src, state.pos, state.pos, state.posMax, needs_dot=True)
        return end is not None and _push(state, state.pos, end, "http://")
    return (character.isalnum() or character in ".+-_") and "@" in state.src and _match_mail(state)


def _match_url(state: StateInline, as_markdig: bool) -> bool:
    if not state.src.startswith("://", state.pos):
        return False
    scheme = _SCHEME_BEFORE.search(state.src, max(0, state.pos - _LONGEST_SCHEME - 1), state.pos)
    if not scheme:
        return False
    before = state.src[scheme.start() - 1 : scheme.start()] if scheme.start() else ""
    if as_markdig and before and not (before.isspace() or before in _MARKDIG_BEFORE):
        return False
    domain = state.pos + 3
    if domain >= state.posMax or not _is_host_character(state.src[domain]):
        return False
    end = _find_end(state.src, domain, state.pos - len(scheme[0]), state.posMax, needs_dot=False)
    if end is None or end <= domain or not _take_back(state, len(scheme[0])):
        return False
    return _push(state, state.pos - len(scheme[0]), end, "")


def _take_back(state: StateInline, length: int) -> bool:
    """Take characters off the end of the text made so far. markdown-it makes one token of the ``\\h`` in ``\\http``."""
    pending = state.pending
    if len(pending) < length:
        last = state.tokens[-1] if state.tokens else None
        if last is None or last.type != "text_special" or len(pending) != length - 1 or last.content[:1] != "\\":
            return False
        last.content = "\\"
    state.pending = pending[: len(pending) - min(length, len(pending))]
    return True


def _match_mail(state: StateInline) -> bool:
    match = _MAIL.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    scheme, name, domain, dot = match.groups()
    start, end = state.pos, match.end(3)
    if state.src.startswith("://", end):
        return False
    if name.startswith("_"):
        # The underscores belong to emphasis, which GitHub resolves before it looks for addresses.
        return False
    last = state.src[end - 1]
    if "." not in domain or not (last.isascii() and last.isalpha()):
        return False
    if not dot and state.src[match.end() : match.end() + 1] == "@":
        return False
    if scheme == "xmpp:":
        resource = _XMPP_RESOURCE.match(state.src, end, state.posMax)
        end = resource.end() if resource else end
    return _push(state, start, end, "" if scheme else "mailto:")


def _push(state: StateInline, start: int, end: int, prefix: str) -> bool:
    address = state.src[start:end]
    token = state.push("link_open", "a", 1)
    token.attrs = {"href": prefix + address}
    token.markup = "linkify"
    token.info = "auto"
    token.meta["start"], token.meta["end"] = start, end
    state.push("text", "", 0).content = address
    token = state.push("link_close", "a", -1)
    token.markup = "linkify"
    token.info = "auto"
    state.pos = end
    return True


def _find_end(text: str, domain: int, start: int, maximum: int, *, needs_dot: bool) -> int | None:
    """Where the address that starts at ``start`` ends; None when its domain is not valid."""
    end = _check_domain(text, domain, maximum, needs_dot)
    rest = _REST.match(text, end, maximum) if end else None
    return _trim(text, start, rest.end()) if rest else None


def _check_domain(text: str, start: int, maximum: int, needs_dot: bool) -> int:
    dots = underscores_before = underscores = 0
    position = start + 1
    while position < maximum - 1:
        character = text[position]
        if character == "\\" and position < maximum - 2:
            position += 1
            character = text[position]
        if character == "_":
            underscores += 1
        elif character == ".":
            underscores_before, underscores = underscores, 0
            dots += 1
        elif character != "-" and not _is_host_character(character):
            break
        position += 1
    if (underscores_before or underscores) and dots <= _LONG_DOMAIN:
        return 0
    return position if dots or not needs_dot else 0


def _trim(text: str, start: int, end: int) -> int:
    """Drop what GFM does not count to an address at its end: punctuation, surplus closing brackets, entities."""
    surplus = text.count(")", start, end) - text.count("(", start, end)
    while end > start:
        last = text[end - 1]
        if last == ")":
            if surplus <= 0:
                break
            surplus -= 1
            end -= 1
        elif last in "?!.,:*_~'\"":
            end -= 1
        elif last == ";":
            entity = _ENTITY_END.search(text, max(start, end - 40), end)
            end = entity.start() if entity else end - 1
        else:
            break
    return end


def _is_host_character(character: str) -> bool:
    if character.isascii():
        return character.isalnum()
    return unicodedata.category(character)[0] not in "ZPC"
