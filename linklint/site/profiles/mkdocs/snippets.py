"""Text from other files: ``--8<-- "file"`` (https://facelessuser.github.io/pymdown-extensions/extensions/snippets/)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.paths import join, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.mkdocs.settings import MkdocsSettings

DEFINITION = re.compile(r"^ {0,3}\[([^\]\n^][^\]\n]*)\]:[ \t]*\n?[ \t]*<?([^\s>]+)", re.MULTILINE)
TEXT = re.compile(r"\A\w+://|\.(?:txt|html?|inc|tpl|j2)\Z|\A[^.]+\Z")
MACROS = ("macros", "jinja2", "markdownextradata", "placeholder")


class Snippets(NamedTuple):
    """``bases``: folders that names begin at. ``labels``: reference labels (case folded) that text appended to every
    page defines, with their destinations. ``owned``: Markdown files of the bases, which are no pages."""

    names: Names
    bases: tuple[str, ...]
    labels: Mapping[str, str]
    owned: frozenset[str]

    def includes(self, path: str, document: Document) -> list[str]:
        """Paths of the files that a document takes text from; those that are there."""
        found = []
        for include in document.includes:
            if include.kind == "snippet":
                bases: Sequence[str] = self.bases
            elif include.kind == "include":
                bases = (parent(path), *self.bases)
            else:
                continue
            named = [join(base, include.written) for base in bases]
            found.extend([each for each in named if each is not None and each in self.names.files][:1])
        return found


def find_snippets(settings: MkdocsSettings, names: Names, read: Read) -> Snippets:
    """What the extension's options say."""
    option = settings.extensions.get("pymdownx.snippets")
    if option is None:
        return Snippets(names, (parent(settings.path), settings.docs), {}, frozenset())
    said = option.options.get("base_path")
    bases = [str(base) for base in said] if isinstance(said, list) else [said if isinstance(said, str) else "."]
    folder = parent(settings.path)
    folders = [join(folder, base.removeprefix("$config_dir/")) for base in bases]
    found = tuple(base for base in folders if base is not None)
    appended = option.options.get("auto_append")
    labels: dict[str, str] = {}
    owned: set[str] = set()
    for name in appended if isinstance(appended, list) else ():
        for base in found:
            path = join(base, str(name))
            data = read(path) if path is not None and path in names.files else None
            if data is not None and path is not None:
                owned.add(path)
                text = data.decode("utf-8", "replace")
                labels.update((match[1].casefold(), match[2]) for match in DEFINITION.finditer(text))
    owned.update(path for path in names.files if any(base and within(path, base) for base in found))
    return Snippets(names, found, labels, frozenset(path for path in owned if path.endswith(".md")))


def is_made_elsewhere(settings: MkdocsSettings, document: Document) -> bool:
    """Whether something of the page is made by a macro, an API reference or a hook, or taken from a text that is no
    document, and may hold headings."""
    if any(include.kind == "snippet" and TEXT.search(include.written) for include in document.includes):
        return True
    kinds = {include.kind for include in document.includes}
    return "generator" in kinds or ("macro" in kinds and settings.plugin(*MACROS) is not None)
