"""What ``_bookdown.yml`` and ``_output.yml`` say (https://bookdown.org/yihui/bookdown/configuration.html), as far as it
decides about chapters and their addresses. Compared with builds of bookdown 0.32."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.glancing import glance
from linklint.site.paths import extension, join, name, parent, within
from linklint.site.profile import Address, Read
from linklint.site.profiles.manifests import as_list
from linklint.site.profiles.quarto.fragments import slug_headings
from linklint.site.profiles.sphinx.book import read_file

CONFIG = "_bookdown.yml"
OUTPUT = "_output.yml"
INDEX = "index.Rmd"
SITE = re.compile(rb"\A---[ \t]*\r?\n(?:(?!---).*\r?\n)*?site[ \t]*:[ \t]*[\"']?bookdown(?:::|_)")
README = re.compile(r"readme\.rmd", re.IGNORECASE)
DIVISION = re.compile(r"\((?:PART|APPENDIX)(?:\\?\*)?\)")
"""What a heading begins with that is no chapter, but a name for those below it."""


class Book(NamedTuple):
    """``chapters``: in order. ``texts``: also what they may take in. ``split``: where pages begin: ``chapter``,
    ``section``, ``rmd``, ``none``; empty where this is not known."""

    folder: str
    chapters: tuple[str, ...]
    texts: frozenset[str]
    split: str
    names: Names


def is_book(folder: str, names: Names, read: Read) -> bool:
    """Whether the folder holds a book: a config, or a home page that says so."""
    index = join(folder, INDEX) or ""
    if join(folder, CONFIG) in names.files:
        return True
    return index in names.files and glance(read, index, says_site)


def says_site(data: bytes) -> bool:
    """Whether the front matter of a home page names bookdown as what makes the site."""
    return SITE.match(data) is not None


def read_book(folder: str, names: Names, read: Read) -> Book:
    """The book in the folder."""
    tree = read_file(join(folder, CONFIG) or "", names, read)
    config = tree.value if tree else {}
    chapters = tuple(_list_chapters(folder, config, names))
    texts = {path for path in names.below(folder) if extension(path) == "rmd" and not README.fullmatch(name(path))}
    return Book(folder, chapters, frozenset(texts.union(chapters)), _find_split(folder, names, read), names)


def _list_chapters(folder: str, config: Mapping[str, Any], names: Names) -> Iterator[str]:
    """The home page first, then as they are listed, else in the order of names."""
    said = config.get("rmd_files")
    if isinstance(said, dict):
        said = said.get("html", next(iter(said.values()), None))
    inner = config.get("rmd_subdir")
    folders = [join(folder, each) or "" for each in as_list(inner) if isinstance(each, str)]
    listed = [each for each in said if isinstance(each, str)] if isinstance(said, list) else []
    found = [join(folder, each) or "" for each in listed]
    merged = str(config.get("book_filename") or "_main").removesuffix(".Rmd") + ".Rmd"
    is_listed = bool(found)
    for path in names.ending("rmd"):
        is_here = parent(path) == folder and not is_listed
        is_inner = inner is True and within(path, folder) and parent(path) != folder
        if is_here or is_inner or any(within(path, each) for each in folders):
            found.append(path)
    left_out = {join(folder, merged)}
    kept = [each for each in dict.fromkeys(found) if each in names.files and name(each)[:1] != "_"]
    kept = [each for each in kept if each not in left_out and not README.fullmatch(name(each))]
    yield from sorted(kept, key=lambda path: name(path) != INDEX or parent(path) != folder)


def _find_split(folder: str, names: Names, read: Read) -> str:
    """Where the first format of pages begins them. Numbers in names are not worked out."""
    tree = read_file(join(folder, OUTPUT) or "", names, read)
    for key, options in (tree.value if tree else {}).items():
        if "book" in key and "pdf" not in key and "epub" not in key:
            said = options.get("split_by", "chapter") if isinstance(options, dict) else "chapter"
            return "" if not isinstance(said, str) or "+" in said else said
    return "chapter"


def find_address(book: Book, path: str, document: Document) -> Address | None:
    """A page has the name of the id of its first heading; the files of a book share one folder. With ``section``, each
    section has a page of its own: all of them are addresses of the file."""
    if path not in book.chapters:
        return None
    stem = name(path).rpartition(".")[0]
    if path == book.chapters[0]:
        others = [f"/{each}.html" for each in list_pages(book, document)[1:]]
        return Address("/", also=("/index.html", "/index", *others), kind="home", root=True)
    pages = [stem] if book.split == "rmd" else list_pages(book, document) or [stem]
    urls = [f"/{each}{ending}" for each in pages for ending in (".html", "")]
    return Address(urls[0], also=tuple(urls[1:]))


def list_pages(book: Book, document: Document) -> list[str]:
    """The names of the pages that a file becomes."""
    headings = [each for each in document.headings if not DIVISION.match(each.text)]
    deepest = 2 if book.split in ("", "section") else 1
    slugs = slug_headings(headings)
    return [slug for heading, slug in zip(headings, slugs, strict=True) if heading.level <= deepest]


def list_between(chapters: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The contents beside each page lead to all chapters."""
    yield from ((chapters[0], path) for path in chapters[1:])
    yield from ((path, chapters[0]) for path in chapters[1:])
