"""Folders of pages that a program of the repository writes before the site is built: the navigation lists pages in one
that is not here, and a program names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import accumulate, islice

from linklint.model.files import Names
from linklint.site.paths import join, parent
from linklint.site.profile import Read

SEVERAL = 5
PROGRAMS = frozenset("cjs cts go js mjs mts py rb rs sh ts".split())
MOST_PROGRAMS = 2_000
LARGEST = 1_000_000  # bytes; larger files are data
REASON = "a program of the repository writes the pages of this folder"


def find_made(root: str, hrefs: Iterable[str], names: Names, read: Read) -> frozenset[str]:
    """Their addresses, such as ``/sdk/python``. ``hrefs``: what the navigation lists."""
    counts = Counter(filter(None, (_find_absent(root, href, names) for href in dict.fromkeys(hrefs))))
    absent = {folder: folder[1:].encode() for folder, count in counts.items() if count >= SEVERAL}
    if not absent:
        return frozenset()
    programs = names.ending(*PROGRAMS)
    texts = [data for path in islice(programs, MOST_PROGRAMS) if (data := read(path)) and len(data) <= LARGEST]
    return frozenset(folder for folder, said in absent.items() if any(_names_it(said, text) for text in texts))


def _names_it(said: bytes, text: bytes) -> bool:
    return any(quote + said + end in text for quote in (b'"', b"'", b"/") for end in (b'"', b"'", b"/"))


def _find_absent(root: str, href: str, names: Names) -> str:
    """The outermost folder of an address that is not here, where the one around it is; empty where there is none."""
    folders = accumulate(href.strip("/").split("/")[:-1], "{}/{}".format)
    absent = next((each for each in folders if join(root, each) not in names.directories), "")
    return f"/{absent}" if "/" in absent else ""


def find_around(root: str, made: AbstractSet[str]) -> frozenset[str]:
    """The folders around theirs. What the program makes such pages of lies there, and the navigation may list it by
    other names."""
    return frozenset(join(root, parent(folder)) or "" for folder in made)
