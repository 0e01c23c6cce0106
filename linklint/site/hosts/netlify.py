"""Redirects of Netlify and Cloudflare Pages: ``_redirects`` (https://docs.netlify.com/routing/redirects/) and the
``[[redirects]]`` of ``netlify.toml``."""

from __future__ import annotations

from collections.abc import Iterator

from linklint.data.toml import read_toml_table
from linklint.errors import UserError
from linklint.model.place import Location
from linklint.site.destination import read_destination
from linklint.site.hosts.patterns import read_rule
from linklint.site.profile import Redirect

HOMES = frozenset({"/", "/index.html"})
REDIRECTING = frozenset({"301", "302", "303", "307", "308"})


def read_redirects_file(text: str, path: str) -> Iterator[Redirect]:
    """The lines ``/old [query=:x] /new [301!] [Country=x]`` of a ``_redirects`` file."""
    for number, line in enumerate(text.splitlines(), 1):
        words = line.partition(" #")[0].split()
        if len(words) < 2 or words[0].startswith("#"):
            continue
        new = next((n for n, word in enumerate(words[1:], 1) if word.startswith("/") or "://" in word), None)
        if new is None:
            continue
        conditional = new > 1 or any("=" in word for word in words[new + 1 :])
        status = next((word for word in words[new + 1 :] if word.rstrip("!").isdigit()), "301")
        start = line.index(words[0]) + 1
        place = Location(path, number, start, number, start + len(words[0]))
        yield from make_redirect(words[0], words[new], status, place, conditional=conditional)


def read_netlify_toml(data: bytes, path: str) -> Iterator[Redirect]:
    """The ``[[redirects]]`` of a ``netlify.toml``; nothing of a file that is no TOML."""
    try:
        tree = read_toml_table(data, path, ())
    except UserError:
        return
    tables = tree.value.get("redirects") if tree is not None and isinstance(tree.value, dict) else None
    for number, table in enumerate(tables if isinstance(tables, list) else []):
        if tree is None or not isinstance(table, dict):
            continue
        old, new = table.get("from"), table.get("to")
        if isinstance(old, str) and isinstance(new, str):
            conditional = bool(table.get("query") or table.get("conditions"))
            place = tree.location(("redirects", number, "from"))
            status = f"{table.get('status', 301)}{'!' if table.get('force') is True else ''}"
            yield from make_redirect(old, new, status, place, conditional=conditional)


def make_redirect(old: str, new: str, status: str, place: Location, *, conditional: bool) -> Iterator[Redirect]:
    """The redirect, whose old address may name the host that it is for; none for one that answers with an error.
    Conditions and functions are not known here. Without ``!``, a page at the old address goes first, at least on
    Netlify (https://docs.netlify.com/routing/redirects/rewrites-proxies/#shadowing)."""
    code = status.rstrip("!")
    yields = code == status
    rewrite = code == "200"
    scheme, separator, rest = old.partition("://")
    host, _, path = rest.partition("/")
    if separator and scheme in ("http", "https"):
        old = f"/{path}"
        there = read_destination(new)
        new = new.partition("://")[2].removeprefix(there.host) if there.host == host.lower() else new
    if not old.startswith("/") or not (rewrite or code in REDIRECTING):
        return
    fallback = rewrite and yields and old == "/*" and new in HOMES and not conditional
    fixed = ":" not in new.partition("//")[2] and ":" not in new
    if conditional or new.startswith("/.netlify/") or (rewrite and old == "/*" and fixed):
        new = ""
    if old.endswith("/*"):
        old_pattern = old[:-2] + "/:splat*"
        rule = read_rule(old_pattern, new, rewrite=rewrite)
        yield Redirect(old, new, place, rule, rewrite, host.lower(), yields, fallback=fallback)
    else:
        yield Redirect(old, new, place, read_rule(old, new, rewrite=rewrite), rewrite, host.lower(), yields)
