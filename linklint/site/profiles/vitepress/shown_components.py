"""Components of Vue that a page imports and shows, and whether they make ids of data: then further fragments may lead
somewhere on the page (https://vitepress.dev/guide/using-vue#importing-components)."""

from __future__ import annotations

import re
from typing import NamedTuple

from linklint.model.files import Names
from linklint.site.glancing import glance
from linklint.site.paths import join, parent
from linklint.site.profile import Read

IMPORT = re.compile(rb"^[ \t]*import[ \t]+([A-Za-z_$][\w$]*)[ \t]+from[ \t]*[\"']([^\"'\n]+\.vue)[\"']", re.MULTILINE)
MADE_ID = re.compile(rb"(?:\s|v-bind):id[ \t]*=")
DEEPEST = 4


class Component(NamedTuple):
    """Whether a text binds ids, and the components that it imports and shows, as they are written."""

    makes_ids: bool
    shown: tuple[str, ...]


def read_component(data: bytes) -> Component:
    """What a page or a component says."""
    found = IMPORT.findall(data) if b".vue" in data else []
    hyphened = {name: re.sub(rb"(?<=[a-z0-9])(?=[A-Z])", b"-", name).lower() for name, _ in found}
    shown = [path for name, path in found if b"<" + name in data or b"<" + hyphened[name] in data]
    return Component(MADE_ID.search(data) is not None, tuple(path.decode("utf-8", "replace") for path in shown))


def shows_made_ids(source: str, names: Names, read: Read, path: str) -> bool:
    """Whether a component that the page shows, or one that this shows in turn, makes ids. ``source``: the folder that
    imports with a leading slash begin in."""
    pending = [(path, each) for each in glance(read, path, read_component).shown]
    seen: set[str] = set()
    for _ in range(DEEPEST):
        found = [_find(source, importer, written) for importer, written in pending]
        fresh = [each for each in dict.fromkeys(found) if each in names.files and each not in seen]
        components = {each: glance(read, each, read_component) for each in fresh}
        if any(component.makes_ids for component in components.values()):
            return True
        seen.update(fresh)
        pending = [(each, written) for each, component in components.items() for written in component.shown]
    return False


def _find(source: str, importer: str, written: str) -> str:
    if written.startswith("/"):
        return join(source, written[1:]) or ""
    return join(parent(importer), written) or "" if written.startswith(".") else ""
