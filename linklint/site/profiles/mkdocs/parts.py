"""Sites that another site takes in: ``!include`` of the plugin monorepo
(https://github.com/backstage/mkdocs-monorepo-plugin)."""

from __future__ import annotations

from linklint.data.yaml import read_yaml
from linklint.errors import UserError
from linklint.model.files import Names
from linklint.site.paths import join, name, parent
from linklint.site.profile import Read


def find_host(path: str, config_names: tuple[str, ...], names: Names, read: Read) -> str | None:
    """The config of the site that takes in the one at ``path``."""
    for other in names.files:
        if other == path or name(other) not in config_names:
            continue
        data = read(other) or b""
        if b"monorepo" in data and path in _list_included(data, other):
            return other
    return None


def _list_included(data: bytes, path: str) -> set[str | None]:
    try:
        value = read_yaml(data, path, unknown_tags="keep", repeated_keys="last").value
    except UserError:
        return set()
    found: set[str | None] = set()
    pending = [value.get("nav") if isinstance(value, dict) else None]
    while pending:
        each = pending.pop()
        if isinstance(each, dict | list):
            pending.extend(each.values() if isinstance(each, dict) else each)
        elif isinstance(each, str) and each.startswith("!include "):
            found.add(join(parent(path), each.removeprefix("!include ").strip()))
    return found
