"""The patterns in which hosts write old addresses: ``/old/*``, ``/:year/:slug``, ``/:path*``, ``/(a|b)/x``."""

from __future__ import annotations

import re

from linklint.site.redirects import RedirectRule

MOST_PARAMETERS = 8
LONGEST = 1000
# What a parameter's own expression may be; others are not understood, and some would take for ever.
_SIMPLE = re.compile(r"(?:\.|\[\^/\]|\\[dw]|\[[\w\-]+\])(?:[+*]|\{\d{1,2}(?:,\d{0,2})?\})?")
_WORDS = re.compile(r"(?:[\w\-.]+\|)*[\w\-.]+")
# Words of which some hold one class of characters, or are empty: ``v[0-9.]+|next``, ``/|``.
_CHOICE = r"[\w\-./]*(?:(?:\[[\w\-.]+\]|\\[dw])[+*]?[\w\-./]*)?"
_CHOICES = re.compile(rf"(?:{_CHOICE}\|){{1,7}}{_CHOICE}")
_TOKEN = re.compile(
    r"(?P<escaped>\\.)|:(?P<name>\w+)(?P<own>\((?:[^()\\]|\\.)*\))?(?P<times>[*+?])?|(?P<bare>\((?:[^()\\]|\\.)*\))"
    r"|(?P<star>\*\*?)|(?P<odd>[{}()?+])"
)
_PLACE = re.compile(r":(\w+)[*+?]?|\$(\d+)")


def read_rule(old: str, new: str, *, rewrite: bool = False, splat: str = "splat") -> RedirectRule | None:
    """The rule that such a pattern makes. ``splat``: the name by which ``new`` calls what ``*`` takes. None for a
    plain address, which needs no rule. Where the new address is unknown or not understood, so is where the rule leads;
    where the pattern is not understood, it also holds for all that begins as the pattern does."""
    tokens = list(_TOKEN.finditer(old))
    if not tokens:
        return None
    built = None if len(tokens) > MOST_PARAMETERS or len(old) > LONGEST else _build(old, tokens, splat)
    if built is None:
        return _give_up(old, tokens[0].start())
    pattern, names = built
    return RedirectRule(pattern, _split(new, names) or () if new else (), rewrite)


def _build(old: str, tokens: list[re.Match[str]], splat: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """The expression, and the group of each name in the new address."""
    text, done, rests, loose, unnamed = "", 0, 0, 0, 0  # each loose one multiplies the ways to share an address
    names: dict[str, str] = {}
    for number, token in enumerate(tokens):
        literal = old[done : token.start()]
        done = token.end()
        if token["escaped"]:
            text += re.escape(literal + token["escaped"][1:])
            continue
        own = token["own"] or token["bare"]
        if token["odd"] or (own and not _is_understood(own[1:-1])):
            return None
        group = f"g{number}"
        times = token["times"] or ("*" if token["star"] else "")
        rests += times in ("*", "+") or (own is not None and own.startswith("(."))
        unnamed += not token["name"]
        names[token["name"] or (splat if token["star"] else str(unnamed))] = group
        inner = own[1:-1] if own else ".*" if times == "*" else ".+" if times == "+" else "[^/]+?"
        if own and _WORDS.fullmatch(own[1:-1]) and not _SIMPLE.fullmatch(own[1:-1]):
            inner = inner.replace(".", r"\.")
        optional = times in ("*", "?") and literal.endswith("/")
        text += re.escape(literal[:-1] if optional else literal)
        follower = tokens[number + 1] if number + 1 < len(tokens) else None
        between = old[done : follower.start()] if follower else old[done:]
        if not (own or times or "/" in between) and follower and _is_plain(follower) and between:
            # Where the text between two parameters first stands, the first ends: if that does not fit, nothing does.
            text += f"(?>(?P<{group}>{inner})(?={re.escape(between)}))"
            continue
        shares = follower is not None and "/" not in between
        loose += bool(own) and _may_take(inner, between[:1]) if own else shares and not times
        text += f"(?:/(?P<{group}>{inner}))?" if optional else f"(?P<{group}>{inner})"
    if rests + loose > 2:
        return None
    try:
        return re.compile(text + re.escape(old[done:])), names
    except re.error:
        return None


def _is_plain(token: re.Match[str]) -> bool:
    """Whether the token is a parameter for all that a segment may hold."""
    return bool(token["name"]) and not token["own"] and not token["times"]


def _may_take(inner: str, after: str) -> bool:
    """Whether a parameter's own expression could go on into what follows it."""
    if inner.startswith(".") or not _SIMPLE.fullmatch(inner):  # counted as a rest; a choice of few
        return False
    return not after or re.match(inner, after) is not None


def _is_understood(expression: str) -> bool:
    return any(pattern.fullmatch(expression) for pattern in (_SIMPLE, _WORDS, _CHOICES))


def _split(new: str, names: dict[str, str]) -> tuple[str, ...]:
    """Texts and groups by turns; nothing where the address names a parameter that the pattern has not."""
    parts, done = [], 0
    begin = new.find("/", new.find("//") + 2) if "//" in new else 0  # ":8080" of a host is no parameter
    for match in _PLACE.finditer(new, max(begin, 0)):
        name = match[1] or match[2]
        if name not in names:
            return ()
        parts += [new[done : match.start()], names[name]]
        done = match.end()
    return (*parts, new[done:])


def _give_up(old: str, end: int) -> RedirectRule:
    return RedirectRule(re.compile(re.escape(old[:end].rstrip("*")) + ".*", re.DOTALL), (), False)
