"""Fumadocs: which folders of documents its loaders show, and below which address.

After https://fumadocs.dev/docs/headless/source-api and https://fumadocs.dev/docs/mdx/collections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from linklint.data.javascript import Call, read_module
from linklint.model.files import Names
from linklint.site.profile import Read
from linklint.site.profiles.javascript_sites import has_package, read_path

PACKAGE = "fumadocs-core"
USUAL = "content/docs"
SOURCES = re.compile(r"(?:.*/)?source(?:\.config)?(?:/index)?\.[cm]?[jt]sx?")
CATCHING = re.compile(r"(?:.*/)?(?:src/)?app/(?:.*/)?\[\[?\.\.\.\w+\]\]?/page\.[jt]sx?")
# A page that asks one loader for each address, and shows nothing else.
ASKS = re.compile(rb"\b(\w+)\.getPage\(")
# Options that make addresses in ways of their own.
OWN = frozenset({"i18n", "slugs", "url"})


class Shown(NamedTuple):
    """A folder and the address that its documents lie below, without a slash at its end. ``whole``: pages there show
    documents and nothing else."""

    folder: str
    route: str
    whole: bool


def find_shown(root: str, names: Names, read: Read) -> list[Shown]:
    """What the loaders of a site show, as far as it can be told."""
    if not has_package(root, PACKAGE, read):
        return []
    collections: dict[str, str] = {}
    loaders: list[tuple[str, str]] = []
    for path in names.below(root):
        if SOURCES.fullmatch(path):
            data = read(path) or b""
            exported = read_module(data.decode("utf-8", "replace"), path, read).value
            for key, value in exported.items() if isinstance(exported, Mapping) else ():
                if isinstance(value, Call) and value.name in ("defineDocs", "defineCollections"):
                    collections.update(_read_collection(key, value, root))
                elif isinstance(value, Call) and value.name == "loader" and b"slugsFromData" not in data:
                    loaders += _read_loader(value)
    whole = _shows_documents_only(root, names, read)
    return [
        Shown(collections[key], route, whole)
        for key, route in loaders
        if key in collections and collections[key] in names.directories
    ]


def _read_collection(key: str, call: Call, root: str) -> Mapping[str, str]:
    options = call.arguments[0] if call.arguments and isinstance(call.arguments[0], Mapping) else {}
    folder = read_path(options.get("dir", USUAL), root)
    return {} if folder is None else {key: folder}


def _read_loader(call: Call) -> Iterator[tuple[str, str]]:
    options = call.arguments[0] if call.arguments and isinstance(call.arguments[0], Mapping) else {}
    base, source = options.get("baseUrl"), options.get("source")
    if isinstance(base, str) and isinstance(source, Call) and OWN.isdisjoint(options):
        key, _, method = source.name.partition(".")
        if method == "toFumadocsSource" and not source.arguments:
            yield key, "/" + base.strip("/") if base.strip("/") else ""


def _shows_documents_only(root: str, names: Names, read: Read) -> bool:
    """Whether each page that takes all addresses below one asks one loader, and knows no others."""
    texts = [read(path) or b"" for path in names.below(root) if CATCHING.fullmatch(path)]
    return bool(texts) and all(len(set(ASKS.findall(text))) == 1 and b"notFound(" in text for text in texts)
