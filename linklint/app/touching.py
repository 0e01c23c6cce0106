"""Pages that somebody worked on, and of which only words changed: what a run said of the repository holds, at other
places. For each page of which the run asked nothing but what its document says, words and places left aside, and what
glances at its text say (``site.glancing``), the cache keeps what it takes to see whether that still holds."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple, TypeVar

import msgspec

from linklint.app.parsing import TROUBLE, Parsing, decode, encode
from linklint.app.retelling import retell
from linklint.app.rewording import Moves, find_moves, is_steady
from linklint.model.document import Dialect
from linklint.model.finding import Report
from linklint.model.site import Site
from linklint.workspace import Cache, DiskRepository, digest_said

Value = TypeVar("Value", bound=Hashable)
GLANCES = "linklint.site."
"""The package whose functions glance at texts."""


class PageText(NamedTuple):
    """How a page was read: the key of its document, its dialect, the functions that glanced at it and a digest of what
    each of them said."""

    key: bytes
    dialect: Dialect
    glances: tuple[str, ...] = ()
    said: tuple[bytes, ...] = ()


Pages = Mapping[str, PageText]


class Written(msgspec.Struct, frozen=True, array_like=True):
    """Pages as the cache has them: dialects and functions by their numbers."""

    dialects: list[Dialect]
    glances: list[tuple[str, ...]]
    pages: dict[str, tuple[bytes, int, int, tuple[bytes, ...]]]


class Told(NamedTuple):
    """A report told again, and what is to be kept for the next time."""

    report: Report
    pages: bytes
    documents: Mapping[bytes, bytes]


def list_pages(site: Site, worded: Collection[str], repository: DiskRepository, parsing: Parsing) -> Pages:
    """The pages of which nothing more was asked. ``worded``: the files of which more was."""
    texts = parsing.list_texts()
    found = {}
    for page in site.pages:
        text = texts.get(id(page.document))
        if text is not None and page.path not in worded and is_steady(page.document):
            glances = repository.glances.get(page.path, {})
            found[page.path] = PageText(*text, tuple(glances), tuple(glances.values()))
    return found


def write_pages(pages: Pages) -> bytes:
    """Empty for names that are no Unicode: nothing is known of any page then."""
    dialects = number_values(page.dialect for page in pages.values())
    glances = number_values(page.glances for page in pages.values())
    numbered = {
        path: (page.key, dialects[page.dialect], glances[page.glances], page.said) for path, page in pages.items()
    }
    try:
        return msgspec.msgpack.encode(Written(list(dialects), list(glances), numbered))
    except TROUBLE:
        return b""


def read_pages(data: bytes) -> Pages:
    """Nothing where it cannot be read."""
    try:
        written = msgspec.msgpack.decode(data, type=Written)
        return {
            path: PageText(key, written.dialects[dialect], written.glances[glances], said)
            for path, (key, dialect, glances, said) in written.pages.items()
        }
    except (*TROUBLE, IndexError):
        return {}


def number_values(values: Iterable[Value]) -> dict[Value, int]:
    """Each value once, with its number."""
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def tell_again(
    report: Report, pages_key: bytes, changed: Sequence[str], repository: DiskRepository, parsing: Parsing, cache: Cache
) -> Told | None:
    """What a run said, at the places of now; None where more than words changed since. ``pages_key``: of the run's
    pages in the cache."""
    pages = read_pages(cache.get([pages_key]).get(pages_key, b""))
    texts = {path: data for path in changed if path in pages and (data := repository.read(path)) is not None}
    if len(texts) < len(changed) or not all(looks_the_same(pages[path], data) for path, data in texts.items()):
        return None
    documents = parsing.parse_all([(data, pages[path].dialect) for path, data in texts.items()])
    after = dict(zip(texts, documents, strict=True))
    before = cache.get(pages[path].key for path in changed)
    moves: list[Moves] = []
    for path, document in after.items():
        old = decode(before.get(pages[path].key, b""))
        found = find_moves(path, old, document) if old is not None else None
        if found is None:
            return None
        moves.append(found)
    told = retell(report, moves, repository)
    if told is None:
        return None
    known = parsing.list_texts()
    now = {path: pages[path]._replace(key=known[id(document)][0]) for path, document in after.items()}
    kept = {now[path].key: encode(document) for path, document in after.items()}
    return Told(told, write_pages({**pages, **now}), kept)


def looks_the_same(page: PageText, data: bytes) -> bool:
    """Whether all that glanced at the page says the same of this text."""
    return all(say(name, data) == said for name, said in zip(page.glances, page.said, strict=True))


def say(name: str, data: bytes) -> bytes | None:
    """A digest of what the function says of the text; None where there is no such function."""
    module, _, function = name.partition(":")
    if not module.startswith(GLANCES):
        return None
    try:
        return digest_said(getattr(import_module(module), function)(data))
    except (ImportError, AttributeError):
        return None
