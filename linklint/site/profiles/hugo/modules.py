"""Hugo's modules: what they put where. https://gohugo.io/configuration/module/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from linklint.model.files import Names
from linklint.site.paths import below, join, within
from linklint.site.profiles.manifests import as_list

USUAL = ("content", "static", "assets", "layouts")
"""Folders of a module that are put in their places where nothing else is said."""


class Mounted(NamedTuple):
    """A folder, or a file, that is put in the place ``target``. ``source`` is None where it is not in the repository.
    ``said`` is what the config says of it. ``own``: by the site, not by a module."""

    source: str | None
    target: str
    said: Mapping[str, Any]
    own: bool

    def below(self, folder: str) -> str | None:
        """The place counted from ``folder``; None for one outside of it."""
        if self.target == folder:
            return ""
        return below(self.target, folder) if within(self.target, folder) else None


class Modules(NamedTuple):
    """``mounted`` in the order of the config, the site's own first. ``absent``: whether some module is not here."""

    mounted: tuple[Mounted, ...]
    absent: bool


def find_modules(root: str, values: Mapping[str, Any], names: Names) -> Modules:
    """The mounts of the site, and of the modules that it imports, which ``hugo mod vendor`` copies to ``_vendor``."""
    module = values.get("module")
    module = module if isinstance(module, dict) else {}
    mounted = [*_list_mounts(module.get("mounts"), root, names, own=True)]
    absent = False
    for each in as_list(module.get("imports")):
        if isinstance(each, dict) and each.get("disable") is not True:
            folder = join(root, f"_vendor/{each.get('path')}") or ""
            here = folder if folder in names.directories else None
            absent = absent or here is None
            usual = [{"source": name, "target": name} for name in USUAL] if here is not None else []
            mounted += _list_mounts(each.get("mounts") or usual, here, names, own=False)
    return Modules(tuple(mounted), absent)


def _list_mounts(mounts: Any, folder: str | None, names: Names, *, own: bool) -> Iterator[Mounted]:
    """``folder``: that of the module, None where it is not here."""
    for each in as_list(mounts):
        if isinstance(each, dict):
            source = join(folder, str(each.get("source") or "")) if folder is not None else None
            is_here = source is not None and (source in names.directories or source in names.files)
            yield Mounted(source if is_here else None, str(each.get("target") or ""), each, own)
