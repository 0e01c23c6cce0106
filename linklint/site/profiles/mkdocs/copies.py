"""Files that a hook or a script copies into the docs folder before the build, told from the navigation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from linklint.model.files import Names
from linklint.site.paths import ancestors, below, extension, join, within
from linklint.site.profiles.mkdocs.addresses import MARKDOWN
from linklint.site.profiles.mkdocs.navigation import list_entries
from linklint.site.profiles.mkdocs.settings import MkdocsSettings

FEW = 5
"""So many entries, at least, tell something."""


def find_copies(settings: MkdocsSettings, names: Names) -> Mapping[str, str]:
    """Path that a copy will have → path of the file that is copied: where several entries of ``nav`` name no file of
    the docs folder, and most of those are files of one folder inside it. What is copied are the files and folders at
    the top of that one which such entries name."""
    lost = {entry for entry in list_entries(settings) if extension(entry) in MARKDOWN and not entry.startswith("/")}
    lost = {entry for entry in lost if (join(settings.docs, entry) or "") not in names.files}
    if len(lost) < FEW:
        return {}
    held = Counter(folder for folder, _ in _find_holders(settings, names, lost))
    folder, count = max(held.items(), key=lambda each: (each[1], each[0]), default=("", 0))
    if count < FEW or 2 * count <= len(lost):
        return {}
    tops = {entry.partition("/")[0] for holder, entry in _find_holders(settings, names, lost) if holder == folder}
    copied = {}
    for path in names.ending(*MARKDOWN):
        inner = below(path, folder)
        if within(path, folder) and inner.partition("/")[0] in tops:
            copy = join(settings.docs, inner) or ""
            if copy not in names.files:
                copied[copy] = path
    return copied


def _find_holders(settings: MkdocsSettings, names: Names, entries: set[str]) -> Iterator[tuple[str, str]]:
    """Folders inside the docs folder, each with an entry that is a file there."""
    for path in names.ending(*MARKDOWN):
        if within(path, settings.docs):
            for folder in ancestors(path):
                if folder == settings.docs or not within(folder, settings.docs):
                    break
                if below(path, folder) in entries:
                    yield folder, below(path, folder)
