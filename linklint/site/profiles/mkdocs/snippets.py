"""Text from other files: ``--8<-- "file"`` (https://facelessuser.github.io/pymdown-extensions/extensions/snippets/)."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from linklint.model.document import Document, Include
from linklint.model.files import Names
from linklint.site.excerpts import Ranges, merge_ranges
from linklint.site.paths import join, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.mkdocs.settings import MkdocsSettings

DEFINITION = re.compile(r"^ {0,3}\[([^\]\n^][^\]\n]*)\]:[ \t]*\n?[ \t]*<?([^\s>]+)", re.MULTILINE)
"""As Python-Markdown takes it: the destination may stand in the next line, and more behind it."""
# Texts that are no documents and may hold headings: of another place, for templates, kept by tests.
TEXT = re.compile(r"\A\w+://|\.(?:txt|html?|inc|tpl|j2|jinja2?|snap)\Z|\A[^.]+\Z")
TAKEN = ("snippet", "include")
SECTION = re.compile(
    r"(?<!;)-+8<-+[ \t]+\[[ \t]*(?P<type>start|end)[ \t]*:[ \t]*(?P<name>[a-z][-_0-9a-z]*)[ \t]*\]", re.IGNORECASE
)
# A whole line with a name, or several names, each in a line of its own, between two marks.
NAMED = re.compile(r"""^[ \t]*-+8<-+[ \t]+["']([^"'\n]+)["'][ \t]*$""", re.MULTILINE)
BLOCK = re.compile(r"^[ \t]*-+8<-+[ \t]*\n((?:(?![ \t]*-+8<-).*\n)+)[ \t]*-+8<-+[ \t]*$", re.MULTILINE)
MOST_APPENDED = 50
OBJECT = re.compile(r"[A-Za-z_]\w*(?:\.\w+)*")
MACROS = ("macros", "jinja2", "markdownextradata", "placeholder")


class Snippets(NamedTuple):
    """``bases``: folders that names begin at; ``template_bases``: those of names in template tags; ``partials``: the
    folder below the docs that is said to hold texts for these. ``labels``: reference labels (case folded) that text
    appended to every page defines, with their destinations. ``owned``: Markdown files of the bases, which are no
    pages."""

    names: Names
    read: Read
    bases: tuple[str, ...]
    labels: Mapping[str, str]
    owned: frozenset[str]
    template_bases: tuple[str, ...] = ()
    partials: str | None = None

    def includes(self, path: str, document: Document) -> list[str]:
        """Paths of the files that a document takes text from; those that are there."""
        return [found for include in document.includes if (found := self.find(path, include)) is not None]

    def find(self, path: str, include: Include) -> str | None:
        """The file that an include names."""
        if include.kind == "snippet":
            bases: Sequence[str] = self.bases
        elif include.kind == "include":
            bases = (parent(path), *self.bases, *self.template_bases)
        else:
            return None
        named = [join(base, include.written) for base in bases]
        return next((each for each in named if each is not None and each in self.names.files), None)

    def excerpts(self, path: str, document: Document) -> dict[str, Ranges]:
        """The files of which a document takes only some lines, or a section."""
        taken: dict[str, Ranges | None] = {}
        for include in document.includes:
            found = self.find(path, include)
            if found is not None:
                ranges = find_ranges(self.read(found) or b"", include.part) if include.part else None
                taken[found] = merge_ranges(taken[found], ranges) if found in taken else ranges
        return {file: ranges for file, ranges in taken.items() if ranges is not None}


def find_ranges(data: bytes, part: str) -> Ranges:
    """The lines that ``1:3``, ``:3``, ``2:``, ``1:2,8:9``, numbers below zero (from the end) or the name of a section
    stand for."""
    lines = data.decode("utf-8", "replace").splitlines()
    if not part[0].isalpha():
        return tuple(_range(numbers, len(lines)) for numbers in part.split(","))
    first = None
    for number, line in enumerate(lines, 1):
        mark = SECTION.search(line)
        if mark is None or mark["name"] != part:
            continue
        if mark["type"].lower() == "start":
            first = first or number + 1
        else:
            return ((first, number - 1),) if first else ()
    return ((first, len(lines)),) if first else ()


def _range(numbers: str, count: int) -> tuple[int, int]:
    first, _, last = numbers.partition(":")
    start, end = (int(each) if each not in ("", "-") else 0 for each in (first, last))
    return (start if start >= 0 else count + 1 + start, count + end if end <= 0 else end)


def find_snippets(settings: MkdocsSettings, names: Names, read: Read) -> Snippets:
    """What the options of the extension and of the plugin macros say."""
    option = settings.extensions.get("pymdownx.snippets")
    template = _find_template_base(settings)
    templates = () if template is None else (template,)
    partials = template if template not in ("", settings.docs) else None
    if option is None:
        owned = frozenset(_list_markdown(names, templates))
        return Snippets(names, read, (parent(settings.path), settings.docs), {}, owned, templates, partials)
    said = option.options.get("base_path")
    bases = [str(base) for base in said] if isinstance(said, list) else [said if isinstance(said, str) else "."]
    folder = parent(settings.path)
    folders = [join(folder, base.removeprefix("$config_dir/")) for base in bases]
    found = tuple(base for base in folders if base is not None)
    said = option.options.get("auto_append")
    appended = _read_appended([str(name) for name in said] if isinstance(said, list) else [], found, names, read)
    labels = {match[1].casefold(): match[2] for text in appended.values() for match in DEFINITION.finditer(text)}
    owned = frozenset(path for path in appended if path.endswith(".md")).union(
        _list_markdown(names, (*found, *templates))
    )
    return Snippets(names, read, found, labels, owned, templates, partials)


def _list_markdown(names: Names, bases: Iterable[str]) -> Iterable[str]:
    folders = [base for base in bases if base]
    for path in names.ending("md") if folders else ():
        if path.endswith(".md") and any(within(path, base) for base in folders):
            yield path


def _find_template_base(settings: MkdocsSettings) -> str | None:
    """Where the plugin macros looks for what ``{% include "file" %}`` names: ``include_dir``, else the docs folder
    (https://mkdocs-macros-plugin.readthedocs.io/en/latest/advanced/#changing-the-directory-of-the-includes)."""
    option = settings.plugin("macros")
    if option is None:
        return None
    said = option.options.get("include_dir")
    return join(parent(settings.path), said) if isinstance(said, str) else settings.docs


def _read_appended(appended: Iterable[str], bases: Sequence[str], names: Names, read: Read) -> dict[str, str]:
    """Path → text of the files of these names, and of those whose text they take in."""
    found: dict[str, str] = {}
    pending = deque(appended)
    while pending and len(found) < MOST_APPENDED:
        name = pending.popleft()
        for path in (join(base, name) for base in bases):
            if path is not None and path in names.files and path not in found:
                found[path] = (read(path) or b"").decode("utf-8", "replace").replace("\r\n", "\n")
                lines = [line for block in BLOCK.findall(found[path]) for line in block.splitlines()]
                pending += [each.strip() for each in (*NAMED.findall(found[path]), *lines) if each.strip()]
    return found


def is_made_elsewhere(settings: MkdocsSettings, document: Document) -> bool:
    """Whether something of the page is made by a macro, an API reference or a hook, or taken from a text that is no
    document, and may hold headings."""
    if any(include.kind in TAKEN and TEXT.search(include.written) for include in document.includes):
        return True
    if list_documented(settings, document) is None:
        return True
    return settings.plugin(*MACROS) is not None and any(include.kind == "macro" for include in document.includes)


def list_documented(settings: MkdocsSettings, document: Document) -> list[str] | None:
    """The packages of which the page documents something by ``::: package.module``: all ids that mkdocstrings makes of
    it begin with the path of an object (``IdPrependingTreeprocessor``, and the templates of its handler for Python).
    None where other references, or templates of the site's own, may make any."""
    written = [include.written for include in document.includes if include.kind == "generator"]
    if not written:
        return []
    option = settings.plugin("mkdocstrings")
    if option is None or not all(map(OBJECT.fullmatch, written)):
        return None
    handlers = option.options.get("handlers") or {}
    others = not isinstance(handlers, dict) or handlers.keys() - {"python"}
    if others or option.options.get("custom_templates") or option.options.get("default_handler", "python") != "python":
        return None
    return [each.partition(".")[0] for each in written]
