"""What the frameworks whose config is JavaScript have in common: finding their sites, and reading config values."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from linklint.data.javascript import UNKNOWN, Call, Function
from linklint.model.files import Names
from linklint.site.paths import join, name, parent
from linklint.site.profile import Read
from linklint.site.profiles.conventions import is_example, is_set_aside

CONFIG_ENDINGS = (".js", ".mjs", ".cjs", ".ts", ".mts", ".cts")


def find_config_folders(names: Names, stem: str) -> list[tuple[str, str]]:
    """Folder and path of every config named ``stem`` plus an ending of JavaScript or TypeScript, nested sites and those
    of tests and examples left out."""
    found: dict[str, str] = {}
    for path, file in names.files.items():
        base = name(path)
        is_config = base.startswith(stem) and base[len(stem) :] in CONFIG_ENDINGS and file.present
        if is_config and not is_example(path) and not is_set_aside(path, names):
            found.setdefault(parent(path), path)
    return sorted(found.items())


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


def get_table(table: Any, *keys: str) -> Mapping[str, Any]:
    """An inner table, empty where there is none."""
    for key in keys:
        table = table.get(key) if isinstance(table, Mapping) else None
    return table if isinstance(table, Mapping) else {}


def get_list(table: Any, key: str) -> Sequence[Any]:
    """An inner list, empty where there is none. A function stands for what it returns."""
    value = table.get(key) if isinstance(table, Mapping) else None
    if isinstance(value, Function):
        value = value.result
    return value if isinstance(value, list) else []


def read_path(value: Any, root: str) -> str | None:
    """The repository path that a config value names: a text, or ``path.resolve(__dirname, "x")`` and its kin; None
    where that cannot be known, or lies outside the repository."""
    if isinstance(value, str):
        return join(root, value)
    if isinstance(value, Call) and value.name.rpartition(".")[2] in ("resolve", "join", "URL", "fileURLToPath"):
        parts = [part for part in value.arguments if part is not UNKNOWN]
        if parts and isinstance(parts[0], Call):
            return read_path(parts[0], root)
        if parts and all(isinstance(part, str) for part in parts):
            return join(root, "/".join(parts))
    if isinstance(value, Call) and value.name == "new URL" and isinstance(value.arguments[0], str):
        return join(root, value.arguments[0])
    return None
