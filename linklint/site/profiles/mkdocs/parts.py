"""Sites that another site takes in: ``!include`` of the plugin monorepo
(https://github.com/backstage/mkdocs-monorepo-plugin)."""

from __future__ import annotations

from linklint.model.files import Names
from linklint.site.paths import join, parent
from linklint.site.profile import Read
from linklint.site.profiles.trees import read_table


def find_host(path: str, config_names: tuple[str, ...], names: Names, read: Read) -> str | None:
    """The config of the site that takes in the one at ``path``."""
    for other in names.named(*config_names):
        if other == path:
            continue
        if b"monorepo" in (read(other) or b"") and path in _list_included(other, read):
            return other
    return None


def _list_included(path: str, read: Read) -> set[str | None]:
    found: set[str | None] = set()
    pending = [read_table(path, read, lax=True).get("nav")]
    while pending:
        each = pending.pop()
        if isinstance(each, dict | list):
            pending.extend(each.values() if isinstance(each, dict) else each)
        elif isinstance(each, str) and each.startswith("!include "):
            found.add(join(parent(path), each.removeprefix("!include ").strip()))
    return found
