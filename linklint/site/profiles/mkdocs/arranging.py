"""What the files of a plugin that arranges the navigation leave out of it: ``.pages`` of awesome-pages
(https://github.com/lukasgeiter/mkdocs-awesome-pages-plugin), ``.nav.yml`` of awesome-nav
(https://github.com/lukasgeiter/mkdocs-awesome-nav)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from linklint.model.files import Names
from linklint.site.paths import below, join, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.mkdocs.settings import MkdocsSettings
from linklint.site.profiles.trees import read_table

FILES = {"awesome-pages": ".pages", "awesome-nav": ".nav.yml"}
# An entry of a list that stands for several pages: the rest, or all of a pattern.
PATTERN = re.compile(r"\A\.\.\.|[*?\[{!]")


def find_hidden(settings: MkdocsSettings, names: Names, read: Read) -> Callable[[str], bool]:
    """The test whether a page, named from the docs folder, is left out of the navigation: below a folder that says
    ``hide``, or of no entry of its folder's ``nav``, where that has no pattern."""
    arranged = dict(_read_arrangements(settings, names, read))
    appended = any(said.get("append_unmatched") is True for said in arranged.values())

    def is_hidden(inner: str) -> bool:
        folder = parent(inner)
        while True:
            said = arranged.get(folder, {})
            if (folder and said.get("hide") is True) or (not appended and _leaves_out(said, folder, inner)):
                return True
            if not folder:
                return False
            folder = parent(folder)

    return is_hidden


def _read_arrangements(settings: MkdocsSettings, names: Names, read: Read) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Folders, named from the docs folder, with what their files say."""
    for plugin, usual in FILES.items():
        option = settings.plugin(plugin)
        if option is None:
            continue
        file = option.options.get("filename")
        ending = "/" + (file if isinstance(file, str) else usual)
        for path in names.below(settings.docs):
            if ("/" + path).endswith(ending):
                yield parent(below(path, settings.docs)), read_table(path, read, lax=True)


def _leaves_out(said: Mapping[str, Any], folder: str, inner: str) -> bool:
    if not isinstance(said.get("nav"), list):
        return False
    entries = list(_list_entries(said["nav"]))
    if any(PATTERN.search(entry) for entry in entries):
        return False
    return not any(within(inner, join(folder, entry) or entry) for entry in entries)


def _list_entries(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _list_entries(each)
