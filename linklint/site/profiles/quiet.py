"""Components of a site's own that give no ids to anything but those that their code writes out: what it says, without
running it.

A page that shows one has no fragments but these and those that can be seen in its text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.fragments import FURTHER
from linklint.site.imported_files import find_imported, read_aliases
from linklint.site.paths import extension
from linklint.site.profile import Read
from linklint.site.profiles.mdx import Quiet, is_plain, resolve_import

CODE = ("", *".astro .tsx .jsx .ts .js .mjs .vue .svelte /index.tsx /index.jsx /index.ts /index.js".split())
DATA = frozenset("avif css gif ico jpeg jpg json less mp4 png sass scss svg toml txt webm webp yaml yml".split())
# Where ids are given, and where HTML or Markdown is put in that may have some.
SPEAKING = re.compile(
    rb"(?<![\w-])id\s*(?:\?\?|\|\|)?=(?![=>])|[\"']id[\"']|(?<![$=>])\{\s*id\s*\}|:id\b|<[aA]\s[^<>]*?\bname\s*=|set:html|v-html"
    rb"|@html|nnerHTML|<(?:Content|\w*Markdown|MDX)\b|(?<!slots\.)\brender\(|[mM]arkdown\w*\(|[rR]ehype"
)
# An id that is written out, or whose beginning is: ``id="usage"``, ``id={`button-${name}`}``.
WRITTEN = re.compile(rb"(?<=\s)id=\{?(?:\"([\w.:-]+)\"|'([\w.:-]+)'|`([\w.:-]+)`|`([\w.:-]+)\$\{[^`{}]*\}[^`{}]*`)")
# Where one may be given by another name: among the properties that an element is made of or that are spread over it.
MAKING = re.compile(rb"\b(?:cloneElement|createElement|h|jsxs?)\(|\{\s*\.\.\.")
NAMED = re.compile(rb"\bid\s*[:,}]")
COMMENT = re.compile(rb"(?m)^[ \t]*//[^\n]*|(?:^[ \t]*|\{)/\*(?:(?!/\*)[\s\S])*?\*/|<!--(?:(?!<!--)[\s\S])*?-->")
IMPORT = re.compile(rb"""\b(?:from\s*|import\s*|(?:import|require)\(\s*)["']([^"'\n]+)["']""")
# Packages without ids that anybody links: frameworks, icons, what puts names of classes together.
SILENT = (
    "@docusaurus/", "@fortawesome/", "@heroicons/", "@iconify/", "@iconify-json/", "@mui/icons-material",
    "@tabler/icons", "astro", "classnames", "clsx", "framer-motion", "lucide-", "node:", "preact",
    "prism-react-renderer", "prop-types", "react", "solid-js", "svelte", "tailwind-merge", "virtual:", "vue",
)  # fmt: skip
RENDERING = re.compile(r"(?i)markdown|mdx|remark|rehype|\bmarked\b|\.md\b")  # in the name of a module
AS_TEXT = re.compile(r"!*raw-loader!|[^?]*\?(?:raw|url)\b")  # how bundlers are told to give a file as it is
MOST_FILES = 50  # that one component takes in
LARGEST = 200_000  # bytes of one


class Told(NamedTuple):
    """What the text of a module says: the modules that it takes in, and the ids that it writes out (of one whose end is
    made, how it begins, behind ``FURTHER``); None where it may give others."""

    taken: tuple[str, ...]
    ids: frozenset[str]


def find_quiet(root: str, names: Names, read: Read, documents: Mapping[str, Document]) -> Quiet:
    """The components that are quiet wherever a document imports them, with all ids that these write out; and the
    Markdown that is read with each of the documents that import it."""
    importers: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    for path, document in documents.items():
        for include in document.includes:
            if include.kind == "component" and not is_plain(include.written):
                importers.setdefault(include.written, []).append(path)
            elif include.kind == "import":
                parts.setdefault(include.written, []).append(path)
    modules = Modules(root, names, read)
    found = [written for written, paths in importers.items() if all(modules.is_quiet(path, written) for path in paths)]
    found += [
        written
        for written, paths in parts.items()
        if all(resolve_import(root, path, written, names) in documents for path in paths)
    ]
    return Quiet(frozenset(found), modules.ids)


class Modules:
    """The modules of a site, each looked at once."""

    def __init__(self, root: str, names: Names, read: Read) -> None:
        self._root, self._names, self._read = root, names, read
        self._known: dict[str, frozenset[str] | None] = {}
        self._aliases = cache(lambda: read_aliases(root, read))

    @property
    def ids(self) -> frozenset[str]:
        """What those that are quiet write out."""
        return frozenset(each for ids in self._known.values() if ids is not None for each in ids)

    def is_quiet(self, importer: str, written: str) -> bool:
        """Whether the module that an import names, and all that it takes in, give no ids but those written out."""
        if AS_TEXT.match(written):
            return True
        first = self._find(importer, written)
        if first is None:
            return False
        if first not in self._known:
            self._known[first] = self._find_ids(first)
        return self._known[first] is not None

    def _find_ids(self, first: str) -> frozenset[str] | None:
        pending, seen = [first], {first}
        ids: set[str] = set()
        while pending:
            path = pending.pop()
            told = read_module(self._read(path) or b"")
            if told is None or len(seen) > MOST_FILES:
                return None
            ids |= told.ids
            for written in told.taken:
                inner = self._find(path, written)
                if RENDERING.search(written) or (inner is None and not _is_silent(written)):
                    return None
                if inner is not None and inner not in seen and extension(inner) not in DATA:
                    seen.add(inner)
                    pending.append(inner)
        return frozenset(ids)

    def _find(self, importer: str, written: str) -> str | None:
        tried = (resolve_import(self._root, importer, written + ending, self._names) for ending in CODE)
        found = next((path for path in tried if path is not None), None)
        stem = None if found is not None else find_imported(written, importer, self._root, self._aliases)
        if stem is None:
            return found
        return next((path for path in (stem + ending for ending in CODE) if path in self._names.files), None)


def read_module(data: bytes) -> Told | None:
    """What the text of a module says; None where it may give ids that it does not write out."""
    if len(data) > LARGEST:
        return None
    code = COMMENT.sub(b"", data)
    rest = WRITTEN.sub(b"", code)
    if SPEAKING.search(rest) or (MAKING.search(rest) and NAMED.search(rest)):
        return None
    ids = set()
    for *whole, start in WRITTEN.findall(code):
        ids.add(FURTHER + start.decode() if start else b"".join(whole).decode())
    return Told(tuple(found.decode("utf-8", "replace") for found in IMPORT.findall(code)), frozenset(ids))


def _is_silent(written: str) -> bool:
    return written.startswith(SILENT) or is_plain(written) or AS_TEXT.match(written) is not None
