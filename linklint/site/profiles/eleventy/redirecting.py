"""Eleventy: the addresses of a template that makes one page for each old address which the front matter of other pages
names: its ``pagination.before`` gathers them (https://www.11ty.dev/docs/pagination/#the-before-callback)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from linklint.model.document import Document
from linklint.model.place import Location
from linklint.site.profile import Redirect
from linklint.site.profiles.eleventy.addresses import EXPRESSION, as_url
from linklint.site.profiles.eleventy.cascade import SCRIPT_FENCES

BEFORE = re.compile(r"\bbefore\b[^{]*\{")
ARROW = re.compile(r"\bbefore\b\s*:\s*(?:async\s+)?\(?[\w\s,]*\)?\s*=>\s*(?![\s{])")
KEY = re.compile(r"\.data\.(\w+)|\.data\[[\"'](\w+)[\"']\]")
KIND = re.compile(r"[=!]==?\s*[\"']\w+[\"']|\.data\[[\"']\w+[\"']\]")
# What may make another address of one that is written.
CHANGING = re.compile(
    r"[\"'`]|(?<!\+)\+(?!\+)|\b(?:replace|concat|join|slice|trim|split|url|lower|slugify)\w*\(|toLowerCase"
)


REFRESH = re.compile(r"http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)


def find_redirects(old: Mapping[str, tuple[str, str]], documents: Mapping[str, Document]) -> Iterator[Redirect]:
    """The redirects that a template makes of old addresses."""
    for url, (path, key) in old.items():
        line = documents[path].front_matter_lines.get(key, 1) if path in documents else 1
        yield Redirect(url, path, Location(path, line))


def find_old_addresses(
    text: str, data: Mapping[str, Any], others: Mapping[str, Mapping[str, Any]]
) -> dict[str, tuple[str, str]]:
    """The addresses in the order of ``others``, the data of all templates by their paths, each with the path that it
    belongs to and the key that names it there; empty where they cannot be told: where the callback asks for anything
    but one key of the front matter, with ``redirect`` in its name, or changes what stands there. ``text`` is the whole
    template, with its data in JavaScript."""
    settings, permalink = data.get("pagination"), data.get("permalink")
    if not isinstance(settings, Mapping) or "before" not in settings or not isinstance(permalink, str):
        return {}
    body = find_body(text) if text.startswith(SCRIPT_FENCES) else ""
    keys = {"".join(groups) for groups in KEY.findall(body)}
    expressions = EXPRESSION.findall(permalink)
    if len(keys) != 1 or len(expressions) != 1 or CHANGING.search(KIND.sub("", body)) or settings.get("size") != 1:
        return {}
    key = keys.pop()
    if "redirect" not in key.lower():
        return {}
    parts = EXPRESSION.split(permalink)
    found: dict[str, tuple[str, str]] = {}
    for path, each in others.items():
        value = each.get(key)
        for written in value if isinstance(value, list) else [value] if value else []:
            if not isinstance(written, str):
                return {}
            found.setdefault(as_url(written.join(parts)), (path, key))
    return found


def find_body(text: str) -> str:
    """What stands between the braces of the callback; of an arrow function without them, its expression."""
    arrow = ARROW.search(text)
    if arrow:
        return _find_expression(text, arrow.end())
    found = BEFORE.search(text)
    depth, start = 1, found.end() if found else len(text)
    for index in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[index], 0)
        if depth == 0:
            return text[start:index]
    return ""


def _find_expression(text: str, start: int) -> str:
    """What stands there, up to a comma or a closing bracket of the object around it."""
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] in "([{") - (text[index] in ")]}")
        if depth < 0 or (depth == 0 and text[index] == ","):
            return text[start:index]
    return ""
