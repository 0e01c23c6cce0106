"""Sites that another site takes in: ``!include`` of the plugin monorepo
(https://github.com/backstage/mkdocs-monorepo-plugin)."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from linklint.model.files import Names
from linklint.site.paths import join, parent
from linklint.site.profile import Read
from linklint.site.profiles.trees import read_table


def find_host(path: str, config_names: tuple[str, ...], names: Names, read: Read) -> str | None:
    """The config of the site that takes in the one at ``path``."""
    hosts = _find_hosts(config_names, names, read)
    return next((host for host, included in hosts.items() if host != path and path in included), None)


@lru_cache(maxsize=4)  # each site asks, of the same repository
def _find_hosts(config_names: tuple[str, ...], names: Names, read: Read) -> Mapping[str, AbstractSet[str | None]]:
    """Config → the configs that it takes in."""
    hosts = [path for path in names.named(*config_names) if b"monorepo" in (read(path) or b"")]
    return {path: _list_included(path, read) for path in hosts}


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
