"""Eleventy: the addresses of a template that makes one page for each part of a list
(https://www.11ty.dev/docs/pagination/), where the list is known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from linklint.data.javascript import UNKNOWN
from linklint.site.profiles.eleventy.addresses import (
    EXPRESSION,
    LATER_PAGES,
    PERMALINK_FILTERS,
    as_url,
    default_url,
    lookup,
)
from linklint.site.profiles.eleventy.cascade import as_tags
from linklint.site.profiles.eleventy.config import Config
from linklint.site.profiles.liquid import fill

NUMBER = re.compile(
    r"\bpagination\.pageNumber\s*(?:\+\s*(\d+)|\|\s*plus\s*:\s*(\d+))|\bpagination\.pageNumber\b(?=\s*\}\})"
)
MOST_PAGES = 2000


def find_groups(data: Mapping[str, Mapping[str, Any]], drafts: bool) -> dict[str, int] | None:
    """Tag → number of its templates, ``all`` among them; None where code decides about tags. ``drafts``: the
    repository leaves drafts out."""
    found: dict[str, int] = {"all": 0}
    for each in data.values():
        if each.get("tags") is UNKNOWN:
            return None
        if each.get("eleventyExcludeFromCollections") is True or (drafts and each.get("draft") is True):
            continue
        for tag in {*as_tags(each.get("tags")), "all"}:
            found[tag] = found.get(tag, 0) + 1
    return found


def find_pages(
    config: Config,
    path: str,
    data: Mapping[str, Any],
    globals_: Mapping[str, Any],
    groups: Mapping[str, int] | None,
    custom: Mapping[str, int | None],
) -> list[str]:
    """The addresses of all pages, the first page's first; empty where they cannot be told."""
    settings = data.get("pagination")
    permalink = data.get("permalink")
    if not isinstance(settings, Mapping) or not isinstance(permalink, str | None):
        return []
    items = find_items(settings, {**globals_, **data}, groups, custom)
    size = settings.get("size", 10)
    if items is None or not isinstance(size, int) or isinstance(size, bool) or size < 1 or len(items) > MOST_PAGES:
        return []
    parts = [items[start : start + size] for start in range(0, len(items), size)] or [[]]
    found = []
    for number, part in enumerate(parts):
        url = _find_url(config, path, data, permalink, number, part[0] if size == 1 and part else None)
        if url is None:
            return []
        found.append(url)
    return found if len(set(found)) == len(found) else _number(found)


def _number(urls: Sequence[str]) -> list[str]:
    """Equal addresses get the number of the page as a folder."""
    if len(set(urls)) > 1:
        return []
    folder, mark, rest = urls[0].rpartition("/")
    return [urls[0], *(f"{folder}/{number}{mark}{rest}" for number in range(1, len(urls)))]


def find_items(
    settings: Mapping[str, Any],
    data: Mapping[str, Any],
    groups: Mapping[str, int] | None,
    custom: Mapping[str, int | None],
) -> list[Any] | None:
    """What is paginated; None where that cannot be told. Pages of a collection are None each."""
    said, left_out = settings.get("data"), settings.get("filter") or []
    if not isinstance(said, str) or not isinstance(left_out, list) or "before" in settings:
        return None
    found: Any = None
    if said == "collections":
        found = sorted({*groups, *custom}) if groups is not None else None
    elif said.startswith("collections."):
        name = said.partition(".")[2]
        count = custom.get(name) if name in custom else (groups or {}).get(name)
        found = [None] * count if count is not None else None
    else:
        value: Any = data
        for key in said.split("."):
            value = value.get(key) if isinstance(value, Mapping) else None
        found = list(value) if isinstance(value, Mapping | list) else None
    return None if found is None else [each for each in found if each not in left_out]


def _find_url(
    config: Config, path: str, data: Mapping[str, Any], permalink: str | None, number: int, item: Any
) -> str | None:
    if item is UNKNOWN:
        return None
    if permalink is None:
        return default_url(config, path)
    alias = data["pagination"].get("alias")
    text = LATER_PAGES.sub(lambda match: match[1] if number else "", permalink)
    text = NUMBER.sub(lambda match: f'"{number + int(match[1] or match[2] or 0)}"', text)
    known = {**data, alias: item} if isinstance(alias, str) and item is not None else data
    text = fill(text, lookup(config, path, known), PERMALINK_FILTERS)
    return None if EXPRESSION.search(text) else as_url(text)
