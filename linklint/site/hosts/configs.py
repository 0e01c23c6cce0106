"""Redirects in the JSON configs of hosts: Vercel, Firebase, Azure Static Web Apps, Heroku's ``static.json``, serve."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from linklint.data.tree import KeyPath, Tree
from linklint.data.yaml import read_yaml
from linklint.errors import UserError
from linklint.site.hosts.patterns import read_rule
from linklint.site.profile import Redirect
from linklint.site.profiles.hosting import shows_files


def read_host_config(name: str, data: bytes, path: str) -> Iterator[Redirect]:
    """The redirects and rewrites of a config file of that name; nothing of a file that cannot be read."""
    try:
        tree = read_yaml(data, path)
    except UserError:
        return
    yield from READERS[name](tree)


def _read_vercel(tree: Tree) -> Iterator[Redirect]:
    """``source`` is a path-to-regexp pattern (https://vercel.com/docs/project-configuration#redirects)."""
    for section in ("redirects", "rewrites"):
        for keypath, entry in _entries(tree, (section,)):
            old, new = entry.get("source"), entry.get("destination")
            if isinstance(old, str) and isinstance(new, str):
                if is_aside(old, entry):
                    continue
                new = "" if list_conditions(entry) else new
                yield from _make(tree, (*keypath, "source"), old, new, section == "rewrites")


def _read_firebase(tree: Tree) -> Iterator[Redirect]:
    """``source`` is a glob; ``:name*`` takes segments (https://firebase.google.com/docs/hosting/full-config)."""
    hosting = tree.value.get("hosting") if isinstance(tree.value, dict) else None
    sites: list[KeyPath] = [("hosting", number) for number in range(len(hosting))] if isinstance(hosting, list) else []
    for base in sites or [("hosting",)]:
        for section in ("redirects", "rewrites"):
            for keypath, entry in _entries(tree, (*base, section)):
                old, new = entry.get("source"), entry.get("destination")
                if isinstance(old, str):
                    yield from _make(
                        tree, (*keypath, "source"), _from_glob(old), new if isinstance(new, str) else "",
                        section == "rewrites",
                    )  # fmt: skip


def _read_static_web_app(tree: Tree) -> Iterator[Redirect]:
    """``route`` may end in ``*`` (https://learn.microsoft.com/azure/static-web-apps/configuration)."""
    for keypath, entry in _entries(tree, ("routes",)):
        old, new = entry.get("route"), entry.get("redirect") or entry.get("rewrite")
        if isinstance(old, str) and isinstance(new, str):
            yield from _make(tree, (*keypath, "route"), _from_glob(old), new, "redirect" not in entry)
    fallback = tree.value.get("navigationFallback") if isinstance(tree.value, dict) else None
    if isinstance(fallback, dict) and fallback.get("rewrite"):
        yield from _make(tree, ("navigationFallback", "rewrite"), "/:rest*", str(fallback["rewrite"]), True)


def _read_static(tree: Tree) -> Iterator[Redirect]:
    """``routes`` maps globs to files, ``redirects`` addresses to ``{url, status}``."""
    value = tree.value if isinstance(tree.value, dict) else {}
    for section, rewrite in (("redirects", False), ("routes", True)):
        entries = value.get(section)
        for old, entry in entries.items() if isinstance(entries, dict) else ():
            new = entry.get("url") if isinstance(entry, dict) else entry
            if isinstance(new, str):
                new = new if "//" in new else "/" + new.lstrip("/")
                yield from _make(tree, (section, old), _from_glob(old), new, rewrite)


READERS: Mapping[str, Callable[[Tree], Iterator[Redirect]]] = {
    "vercel.json": _read_vercel,
    "now.json": _read_vercel,
    "serve.json": _read_vercel,
    "firebase.json": _read_firebase,
    "staticwebapp.config.json": _read_static_web_app,
    "static.json": _read_static,
}


def is_aside(old: str, entry: Mapping[str, Any]) -> bool:
    """Whether a rule of Vercel or Next.js holds for other hosts' visitors, or under a condition for all addresses."""
    conditions = list_conditions(entry)
    return bool(conditions) and (re.match(r"/[:(]", old) is not None or any(_is_of_host(each) for each in conditions))


def list_conditions(entry: Mapping[str, Any]) -> list[Any]:
    """What must be true of a request (https://nextjs.org/docs/app/api-reference/config/next-config-js/redirects)."""
    return [each for name in ("has", "missing") for each in _list(entry.get(name))]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_of_host(condition: Any) -> bool:
    """Whether the rule is for another host's visitors."""
    if not isinstance(condition, dict):
        return False
    header = condition.get("key") if condition.get("type") == "header" else None
    return condition.get("type") == "host" or str(header).lower() in ("host", "x-forwarded-host")


def _entries(tree: Tree, keypath: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    value: Any = tree.value
    for key in keypath:
        if isinstance(value, dict):
            value = value.get(str(key))
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return
    for number, entry in enumerate(_list(value)):
        if isinstance(entry, dict):
            yield (*keypath, number), entry


def _from_glob(glob: str) -> str:
    """A glob as a pattern of path-to-regexp: ``**``, and ``*`` at the end, take the rest."""
    text = "/" + glob.lstrip("/")
    text = re.sub(r"/\*\*?\Z", "/:rest*", text)
    return re.sub(r"(?<![\w*])\*(?!\*)", "([^/]+)", text)


def _make(tree: Tree, keypath: KeyPath, old: str, new: str, rewrite: bool) -> Iterator[Redirect]:
    if not old.startswith("/") or (rewrite and shows_files(old, new)):
        return
    place = tree.location(keypath)
    # One page for every address: which of them exist is the script's to say.
    fallback = rewrite and re.fullmatch(r"/(?:\(\.\*\)|:\w+\*|:\w+\(\.\*\))", old) and not re.search(r":\w|\$\d", new)
    if fallback or (rewrite and "://" in new):
        new = ""
    yield Redirect(old, new, place, read_rule(old, new, rewrite=rewrite), rewrite)
