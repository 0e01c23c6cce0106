"""Markdown of a site that is built elsewhere, whose headings get the ids that GitHub gives them, as nearly all links to
them tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from linklint.model.document import Document
from linklint.site.destination import decode_percent
from linklint.site.fragments import FURTHER, github_fragments
from linklint.site.page_names import are_sure, drop_orders
from linklint.site.paths import name
from linklint.site.profiles.plain_names import top_folder
from linklint.site.profiles.plain_spelling import list_targets
from linklint.source.decode import decode
from linklint.source.masks.code import find_outside_code

ENOUGH = 40
SURE = 33
"""Of so many headings that links name, one may be none."""
FEW = 20
"""Pages of one name, which languages and versions may have."""
LONG = 8
MOST_LOST = 200
SIGNS = re.compile(r"[\W_]+")
# Beginnings of lines which generators put something else in for: templates, components, directives.
FILLED = re.compile(r"^[ \t]*(?:\{\{|\{%|<%|<[A-Z]|@|:::|!!!|--8<--|<<<|\[[!%]|\[\[|\$\{)", re.MULTILINE)


def find_ruled(documents: Mapping[str, Document], doubted: Callable[[str], bool]) -> frozenset[str]:
    """The folders at the top (empty: what lies there) in which nearly all fragments that pages give each other, many,
    are ids that GitHub gives, and none is one with other signs, or with something before or behind it, as another rule
    would have it. ``doubted``: whether the ids of a page may be a site's own."""
    found: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    others: set[str] = set()
    known: dict[str, frozenset[str]] = {}
    for targets, fragment in set(_list_asked(documents)):
        folder = top_folder(targets[0])
        if folder in others or not all(map(doubted, targets)):
            continue
        for target in targets:
            if target not in known:
                shown = github_fragments([documents[target]])
                known[target] = frozenset({FURTHER}) if shown is None else shown
        ids = frozenset[str]().union(*(known[target] for target in targets))
        if fragment in ids:
            found[folder] += 1
        elif FURTHER not in ids:
            lost[folder] += 1
            if lost[folder] > MOST_LOST or _is_like(SIGNS.sub("", fragment).casefold(), ids):
                others.add(folder)
    return frozenset(
        folder
        for folder, count in found.items()
        if folder not in others and are_sure(count, lost[folder], enough=ENOUGH, to_one=SURE)
    )


def _is_like(bare: str, ids: frozenset[str]) -> bool:
    """Whether the fragment, without signs, is an id, or begins or ends like a long one."""
    known = (SIGNS.sub("", each).casefold() for each in ids)
    return any(
        each == bare or (len(each) >= LONG and bare.startswith(each)) or (len(each) >= LONG and bare.endswith(each))
        for each in known
    )


def _list_asked(documents: Mapping[str, Document]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The pages that a link may lead to, and the fragment: of links within a page, by its path, and by any address
    whose last name is that of pages."""
    wanted: set[str] = set()
    for path, document in documents.items():
        for link in document.links:
            if link.href[:1] == "#" and link.href[1:].casefold() not in ("", "top"):
                yield (path,), decode_percent(link.href[1:])
            elif "#" in link.href and "://" not in link.href:
                wanted.add(link.href)
    for _, target, fragment in list_targets(documents, wanted):
        yield (target,), decode_percent(fragment)
    named: dict[str, list[str]] = {}
    for path in documents if wanted else ():
        named.setdefault(_page_name(path), []).append(path)
    for href in wanted:
        address, _, fragment = href.partition("#")
        pages = named.get(_page_name(address.rstrip("/")), ())
        if fragment and 0 < len(pages) <= FEW:
            yield tuple(pages), decode_percent(fragment)


def _page_name(path: str) -> str:
    """The last name of a path or an address, as both have it for the same page."""
    stem = path.removesuffix(".md").removesuffix(".html").removesuffix("/index").removesuffix("/README")
    return drop_orders(name(stem)).casefold()


def is_filled(data: bytes) -> bool:
    """Whether a generator may put something else in for a line of the text."""
    return bool(find_outside_code(FILLED, decode(data)[0], spans=False))
