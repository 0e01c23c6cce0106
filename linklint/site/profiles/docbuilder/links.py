"""How destinations are read on huggingface.co, where the pages lie below ``/docs/PACKAGE/VERSION/LANGUAGE``, and those
of courses below ``/learn/PACKAGE/LANGUAGE``. Version and language may be left out
(https://github.com/huggingface/doc-builder/blob/main/kit/src/lib/hfDocPaths.js)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import below, join, parent, within
from linklint.site.profile import ABOVE, Lookup, Standing
from linklint.site.profiles.docbuilder.settings import CONTENTS, MAIN, Docs

ENDINGS = (".mdx", ".md")
VERSION = re.compile(r"main|master|v\d[\w.]*|pr_\d+")
SHOWN = re.compile(r"/(?:docs|learn)/")
README = "README"
"""How the names of files end that are kept here for another folder, and need not be in the sidebar."""
COPIED = "the text is kept here for another folder"
ELSEWHERE = "another site on huggingface.co may be there"
CHAPTER = "the address of a chapter may lead to one of its pages"
UNTRANSLATED = "the page is not translated yet, and the one in the main language may be shown"


def find_lookups(docs: Docs, names: Names, standing: Standing, destination: Destination) -> list[Lookup]:
    """The page or the file; of an address that begins with a package of this repository, the page there."""
    path = destination.path
    if destination.absolute:
        return _find_addressed(docs, names, path)
    joined = join(parent(standing.file), path)
    if joined is None:
        return [Lookup("outside", path, ABOVE)]
    files = name_files(joined)
    if any(file in names.files for file in files):
        return [Lookup("file", file) for file in files]
    moved = docs.moved.get(strip_ending(below(joined, docs.folder))) if within(joined, docs.folder) else None
    found = [*files, *(name_files(join(docs.folder, moved) or "") if moved is not None else ())]
    lookups = [Lookup("file", file) for file in found]
    if docs.language not in ("", MAIN) and within(joined, docs.folder) and standing.written.syntax != "nav":
        original = join(f"{docs.base}/{MAIN}", below(joined, docs.folder)) or ""
        if any(file in names.files for file in name_files(original)):
            lookups.append(Lookup("opaque", path, UNTRANSLATED))
    if strip_ending(standing.file).endswith(README):
        lookups.append(Lookup("opaque", path, COPIED))
    return lookups


def _find_addressed(docs: Docs, names: Names, written: str) -> list[Lookup]:
    """Without a language it is the page in that of the page that links, else in the main one."""
    package, _, rest = SHOWN.sub("/", written).strip("/").partition("/")
    base = docs.packages.get(package)
    if base is None:
        return [Lookup("opaque", written, ELSEWHERE)]
    language, address = _split(base, names, rest)
    spoken = (f"{base}/{each}" for each in (language, docs.language, MAIN) if each)
    folders = [each for each in spoken if each in names.directories] or [base]
    found = [list(_find_page(docs, names, folder, address)) for folder in folders]
    here = found[0] if language else [lookup for each in found for lookup in each]
    if here or base != docs.base:
        return here or [Lookup("opaque", written, ELSEWHERE)]
    if any(found):
        return [Lookup("opaque", written, UNTRANSLATED)]
    return [Lookup("missing", written, f"there is no page {address}")]


def _find_page(docs: Docs, names: Names, folder: str, address: str) -> Iterator[Lookup]:
    """The page there; the one that came in its stead, or the first one below the address of a chapter."""
    named = [address, docs.moved.get(address, address)]
    named += [entry.local for entry in docs.entries if within(entry.local, address)][:1]
    for each in named:
        yield from (Lookup("file", file) for file in name_files(join(folder, each) or "") if file in names.files)
    if join(folder, address) in names.directories:
        yield Lookup("opaque", address, CHAPTER)


def _split(base: str, names: Names, rest: str) -> tuple[str, str]:
    """Language and page of what follows the package; no language where there is no folder of its name."""
    first, _, others = rest.partition("/")
    if VERSION.fullmatch(first):
        rest, (first, _, others) = others, others.partition("/")
    return (first, others) if first and f"{base}/{first}/{CONTENTS}" in names.files else ("", rest)


def name_files(path: str) -> list[str]:
    """The files that the path may name, whose ending may be left out or be that of what is built."""
    stem = path.removesuffix(".html")
    return [path, *(stem + ending for ending in ENDINGS), *(f"{path}/index{ending}" for ending in ENDINGS)]


def strip_ending(path: str) -> str:
    """The name of a page in addresses."""
    for ending in (*ENDINGS, ".html"):
        path = path.removesuffix(ending)
    return path
