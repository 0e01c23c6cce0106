"""Configs of sites that cannot be read. What they would say is taken for not said, so somebody has to be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linklint.errors import Problem
from linklint.model.files import Names
from linklint.site.frameworks import FRAMEWORKS
from linklint.site.paths import ancestors, extension, name, parent
from linklint.site.profile import Read
from linklint.site.profiles.trees import find_mistake

FORMATS = frozenset({"yml", "yaml", "toml"})
"""Of JSON and JavaScript each framework takes more than the standard has."""


def find_broken_configs(sites: Iterable[tuple[str, str]], names: Names, read: Read) -> Iterator[Problem]:
    """The first mistake in each config that tells of a site and cannot be read. ``sites``: framework and folder of
    each."""
    configs = [path for path, file in names.files.items() if file.kind == "file" and extension(path) in FORMATS]
    told: set[str] = set()
    for framework, root in sites:
        folders = {root, *ancestors(root)}
        for path in configs:
            if path not in told and parent(path) in folders and _tells_of(framework, name(path)):
                told.add(path)
                mistake = find_mistake(path, read)
                if mistake is not None:
                    yield mistake


def _tells_of(framework: str, config: str) -> bool:
    stem = config.rpartition(".")[0]
    return not {config, f"{stem}.*", f"{stem}-*"}.isdisjoint(FRAMEWORKS[framework])
