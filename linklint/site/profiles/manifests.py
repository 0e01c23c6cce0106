"""JSON files of repositories, ``package.json`` above all. Profiles ask for these before it is known whether there is a
site of theirs, so nothing else is loaded with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from linklint.site.paths import join
from linklint.site.profile import Read


def has_package(folder: str, package: str, read: Read) -> bool:
    """Whether the folder's ``package.json``, or the top's, depends on the package."""
    return find_version(folder, package, read) != ""


def find_version(folder: str, package: str, read: Read) -> str:
    """The version of the package that the folder's ``package.json``, or the top's, asks for; empty where neither
    depends on it, ``*`` where the version is no text."""
    for place in dict.fromkeys((folder, "")):
        manifest = read_json(join(place, "package.json") or "", read)
        if isinstance(manifest, dict):
            for key in ("dependencies", "devDependencies", "peerDependencies"):
                packages = manifest.get(key)
                if isinstance(packages, dict) and package in packages:
                    return str(packages[package] or "*")
    return ""


def read_json(path: str, read: Read) -> Any:
    """The value of a small JSON file; None where there is none or it is none."""
    data = read(path)
    if data is None or len(data) > 1_000_000:
        return None
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def get_text(table: Any, key: str, default: str = "") -> str:
    """A text of a table; the default where it is anything else."""
    value = table.get(key) if isinstance(table, Mapping) else None
    return value if isinstance(value, str) else default


def merge_tables(table: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Both tables, the second one's values where both have one; tables inside are merged too."""
    found = dict(table)
    for key, value in more.items():
        own = found.get(key)
        found[key] = merge_tables(own, value) if isinstance(own, dict) and isinstance(value, dict) else value
    return found


def get_table(table: Any, *keys: str) -> Mapping[str, Any]:
    """An inner table, empty where there is none."""
    for key in keys:
        table = table.get(key) if isinstance(table, Mapping) else None
    return table if isinstance(table, Mapping) else {}


def as_list(value: Any) -> list[Any]:
    """A list as it is, one value as a list, nothing as an empty one."""
    return value if isinstance(value, list) else [] if value is None else [value]
