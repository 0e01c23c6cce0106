"""A written destination taken apart. Total: any text gives a ``Destination``, never an exception.

After the WHATWG URL standard (https://url.spec.whatwg.org/), in as much of it as tells our own pages from the rest of
the world; ``urllib.parse`` raises ``ValueError`` on a dozen harmless texts, so it is not used.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
DRIVE = re.compile(r"[A-Za-z]:[\\/]")
SPACED_SCHEME = re.compile(r"[^/?#\s]*+\s[^/?#]*+(?<=:)//|[A-Za-z]*+\s++:")
PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
# Mustache, Jinja, Liquid, ERB, PHP, JavaScript, Perl, URI templates (RFC 6570, level 1), %PUBLIC_URL%, |filename| of
# Pelican's, Pandoc's templates, ``%%name%%``, and JSX, where the whole destination is one expression.
TEMPLATE = re.compile(
    r"\{\{|\}\}|\{%|%\}|<%|%>|<\?|<<|\$\{|\{#|@\{|\$\(|%7[Bb]%7[Bb]|\{[A-Za-z_][\w.\-]*\}|%[A-Z]+_[A-Z_]+%|%[A-Z]{5,}%|%%[A-Za-z][\w.\-]*%%"
    r"|\A\|(?:attach|author|category|filename|index|static|tag)\||\A\$[A-Za-z][\w.\-]*\$|\A\{[\s\S]*\}\Z"
)
# ``<name>``, as texts for other people to fill in have it; no tag that slipped into an address. ``your-name-here``.
# What code fills in: ``%s``, ``__LINK__``, ``REPLACE_LINK``; a build (Autoconf, CMake, Meson), ``@docroot@/a.md``.
# Patterns of names.
PLACEHOLDER = re.compile(
    r"<(?!(?:a|b|br|code|div|em|hr|i|img|li|p|span|strong|td)>)[A-Za-z][\w .\-]*>"
    r"|^your[-_][\w-]{1,60}[-_]here$|^%(?:\[\d\])?[dqsv]$|(?-i:^(?:__[A-Z][A-Z\d_]*__|REPLACE(?:_[A-Z\d]+)+)$)|^@[A-Za-z]\w*@(?=/|$)"
    r"|(?:^|(?<!/)/)\*{1,2}(?:\.[a-z]{2,5})?(?:/|$)",
    re.IGNORECASE,
)
PLAIN_HOST = re.compile(r"(?:https?:)?//[A-Za-z0-9.:\-]+[/?#]", re.IGNORECASE)  # a template may follow: not ours
BREAKS = re.compile(r"[\t\n\r]")
TRIMMED = "".join(map(chr, range(0x21)))
HOST_END = re.compile(r"[/?#\\]")
FORBIDDEN_IN_HOST = re.compile(r"[\x00-\x20<>^|%\"{}`]")
MAIL = frozenset({"mailto", "tel", "sms", "callto", "xmpp", "sip"})
# What begins like a host or a mail address, and ends in no way that files do.
HOST = re.compile(
    r"(?:www\.(?:[a-z\d-]+\.)+[a-z]{2,}|(?:[a-z\d][a-z\d-]*\.)+(?:cloud|com|dev|edu|gov|io|net|netlify\.app|online|org|tech|vercel\.app))(?:/.*)?",
    re.DOTALL | re.IGNORECASE,
)
LOST_COLON = re.compile(r"(https?)//?\w[\w-]*\.\w", re.IGNORECASE)
# Signs that were put around an address, or stand before it in the text: ``[x]((https://example.com))``.
SIGNS = re.compile(r"([(\[<{\"'“”„‘’«：，、。（【「]{1,2})(?:https?:/|www\.|/[\w/])", re.IGNORECASE)
LINK = re.compile(r"\[[^\[\]]*\]\(")
ADDRESS = re.compile(
    r"[\w.+-]+@(?:[a-z\d-]+\.)+(?:at|br|ca|ch|com|cz|de|dev|dk|edu|es|eu|fr|gov|io|it|jp|net|nl|org|se|uk|us)",
    re.IGNORECASE,
)


class Destination(NamedTuple):
    """``kind``: ``internal`` (a path, or only a fragment), ``external``, ``mail``, ``other``, ``malformed``,
    ``unresolvable``. ``path`` is percent-decoded once, the query left out; empty for a mere fragment or nothing at all.
    ``fragment`` is decoded and None where there is no ``#``. ``host`` (with port, lower case) and ``scheme`` are those
    of a full URL; of one that is ours, ``path`` is the path on that host. ``absolute``: the path begins with ``/``."""

    kind: str
    path: str = ""
    fragment: str | None = None
    query: str | None = None
    scheme: str = ""
    host: str = ""
    reason: str = ""

    @property
    def absolute(self) -> bool:
        return self.path.startswith("/")


# What most authors write: a path, perhaps a fragment, and nothing that would have to be read twice.
SIMPLE = re.compile(r"((?!//|your[-_]|__[A-Z]|REPLACE_)[A-Za-z0-9_./~-]+)(?:#([A-Za-z0-9_.-]*))?")
# And the same of another site.
FULL = re.compile(r"(https?)://([a-z0-9.-]+)(/[A-Za-z0-9_./~-]*)?(?:\?([A-Za-z0-9_.=&/-]*))?(?:#([A-Za-z0-9_.-]*))?")


def read_destination(href: str, *, backslash_is_slash: bool = False) -> Destination:
    """Take ``href`` apart. Browsers read a backslash in an HTML attribute as a slash; Markdown renderers encode it."""
    if simple := SIMPLE.fullmatch(href):
        return Destination("internal", path=simple[1], fragment=simple[2])
    if full := FULL.fullmatch(href):
        scheme, host, path, query, fragment = full.groups()
        path = path or ("/" if query is None and fragment is None else "")
        return Destination("external", path, fragment, query, scheme, host)
    return read_slowly(href, backslash_is_slash=backslash_is_slash)


def read_slowly(href: str, *, backslash_is_slash: bool = False) -> Destination:
    """As ``read_destination``, of any text."""
    text = href.strip(TRIMMED)
    if TEMPLATE.search(text) and not PLAIN_HOST.match(text):
        return Destination("unresolvable", reason="the destination holds a template expression")
    text = BREAKS.sub("", text)
    if PLACEHOLDER.search(text.partition("#")[0]):
        return Destination("unresolvable", reason="the destination holds a placeholder")
    if DRIVE.match(text):
        return Destination("malformed", reason="a path on one computer's disk, not an address")
    if backslash_is_slash:
        head, mark, tail = _cut(text, "#")
        text = head.replace("\\", "/") + mark + tail
    scheme = SCHEME.match(text)
    if scheme:
        return _with_scheme(scheme[1].lower(), text[scheme.end() :])
    if text.startswith("//"):
        return _with_host("", text[2:])
    if SPACED_SCHEME.match(text):
        return Destination("malformed", reason="there is a space in the scheme")
    return _parts("internal", text)


@lru_cache(maxsize=65536)
def read_cached(href: str, from_html: bool) -> Destination:
    """``read_destination``, remembered: navigation repeats its destinations on every page."""
    return read_destination(href, backslash_is_slash=from_html)


def find_slip(path: str) -> str:
    """What is wrong with a relative path that leads to no file, where it was surely meant as a full address; empty
    where it was not. ``www.example.com``, ``github.com/me/garden``, ``https//example.com``, ``me@example.com``,
    ``(https://example.com)``, ``[x](https://example.com)``."""
    if lost := LOST_COLON.match(path):
        return f'":" is missing after "{lost[1]}"'
    if LINK.match(path):
        return "a whole link stands where its address alone belongs"
    if signs := SIGNS.match(path):
        return f'"{signs[1]}" stands before the address'
    scheme = "https://" if HOST.fullmatch(path) else "mailto:" if ADDRESS.fullmatch(path) else ""
    return f'"{scheme}" is missing before it' if scheme else ""


def _with_scheme(scheme: str, rest: str) -> Destination:
    if scheme in ("http", "https"):
        slashes = re.match(r"[/\\]*", rest)
        length = slashes.end() if slashes else 0
        if not length:
            return Destination("malformed", scheme=scheme, reason=f'"//" is missing after "{scheme}:"')
        return _with_host(scheme, rest[length:])
    if "." in scheme and re.fullmatch(r"[\d:]+([/?#].*)?", rest):
        return Destination("malformed", scheme=scheme, reason=f'"{scheme}:" reads as the scheme of a URL')
    if scheme in MAIL:
        return Destination("mail", scheme=scheme)
    return Destination("other", scheme=scheme)


def _with_host(scheme: str, rest: str) -> Destination:
    end = HOST_END.search(rest)
    host = rest[: end.start()] if end else rest
    after = rest[end.start() :] if end else ""
    # A component's attributes may end there, which Nuxt Content writes in braces: :link{to="https://example.org"}
    host = host.rpartition("@")[2].lower().removesuffix('"}')
    if "[[" in host or host.count("`") > 1:
        return Destination("unresolvable", scheme=scheme, host=host, reason="the destination holds a placeholder")
    shown = host.partition("|")[0]
    if shown != host and "." in shown and not _host_problem(shown):
        return Destination("unresolvable", scheme=scheme, host=host, reason="a link as Slack writes it, <address|text>")
    problem = _host_problem(host)
    if problem:
        return Destination("malformed", scheme=scheme, host=host, reason=problem)
    return _parts("external", after or "/")._replace(scheme=scheme, host=host)


def _host_problem(host: str) -> str:
    """Why the text between ``//`` and the path cannot be a host; empty where it can."""
    if not host or host.startswith(":"):
        return "there is no host name"
    if host.startswith("["):
        return "" if re.fullmatch(r"\[[0-9a-f:.]+\](:\d*)?", host) else "the brackets in the host do not match"
    if "[" in host or "]" in host:
        return "the brackets in the host do not match"
    found = FORBIDDEN_IN_HOST.search(PERCENT.sub("x", host))
    return f'the host name holds "{found[0]}"' if found else ""


def _parts(kind: str, text: str) -> Destination:
    before, hash_mark, fragment = _cut(text, "#")
    path, question_mark, query = _cut(before, "?")
    return Destination(
        kind,
        path=decode_percent(path),
        fragment=decode_percent(fragment) if hash_mark else None,
        query=query if question_mark else None,
    )


def _cut(text: str, mark: str) -> tuple[str, str, str]:
    head, found, tail = text.partition(mark)
    return head, found, tail


def decode_percent(text: str) -> str:
    """``%C3%A4`` → ``ä``, once. Escapes that are no UTF-8 stay as written."""

    def decode(run: re.Match[str]) -> str:
        data = bytes.fromhex(run[0].replace("%", ""))
        try:
            return data.decode()
        except UnicodeDecodeError:
            return run[0]

    return ESCAPES.sub(decode, text) if "%" in text else text
