"""The links of two sites, occurrence by occurrence: which is which."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from linklint.model.site import Link, Page

LinkPair = tuple[str, Link | None, Link | None]
"""(kept, edited, added or removed; the link before; the link after)"""
Key = Callable[[Link], Hashable]


def match_links(
    before: Iterable[Link], after: Iterable[Link], moved: Mapping[Page, Page], renames: Mapping[str, str]
) -> Sequence[LinkPair]:
    """Pairs the written links of published pages: those of the head in its order, then those that are gone.

    Two occurrences in the same file of the same page are the same link when they are written alike; else when place,
    destination and text are the same (as in fingerprints). They are one link, edited, when either the destination or
    the text with the place is the same. Of equal ones, the n-th is the n-th.
    """
    here = group_links(before, lambda source, file: (moved.get(source, source), renames.get(file, file)))
    there = group_links(after, lambda source, file: (source, file))
    old = Destinations(moved, renames)
    new = Destinations({}, {})
    found: list[LinkPair] = []
    gone: list[LinkPair] = []
    for where, links in there.items():
        pairs, left = _match(here.pop(where, []), links, old, new)
        found += pairs
        gone += (("removed", link, None) for link in left)
    gone += (("removed", link, None) for links in here.values() for link in links)
    return [*found, *gone]


def group_links(links: Iterable[Link], key: Callable[[Page, str], Hashable]) -> dict[Hashable, list[Link]]:
    """The written links of published pages by what the key says of page and file. Those of one file follow each other,
    so the key is asked seldom."""
    groups: dict[Hashable, list[Link]] = {}
    source, file, group = None, "", list[Link]()
    for link in links:
        if link.written is not None and link.source.published:
            if link.source is not source or link.file != file:
                source, file = link.source, link.file
                group = groups.setdefault(key(source, file), [])
            group.append(link)
    return groups


class Destinations:
    """Names the destinations of one side as the head calls them."""

    def __init__(self, moved: Mapping[Page, Page], renames: Mapping[str, str]) -> None:
        self.moved = moved
        self.renames = renames

    def of(self, link: Link) -> tuple[str, str]:
        """The path that the link leads to and its fragment; what is written, for a link that leads to no path."""
        if link.target is not None and link.status != "redirect":
            path = self.moved.get(link.target, link.target).path
        elif link.target_path:
            path = self.renames.get(link.target_path, link.target_path)
        else:
            path = link.written.href if link.written else ""
        return path, link.fragment or ""


def _match(
    before: Sequence[Link], after: Sequence[Link], old: Destinations, new: Destinations
) -> tuple[list[LinkPair], list[Link]]:
    """The pairs of the links of one file, and the links of the base that are left."""
    if len(before) == len(after) and all(map(is_same_text, before, after)):
        return [("kept", *pair) for pair in zip(before, after, strict=True)], []
    rounds: tuple[tuple[str, Key, Key], ...] = (
        ("kept", written_alike, written_alike),
        ("kept", lambda link: (name(link), old.of(link)), lambda link: (name(link), new.of(link))),
        ("edited", lambda link: old.of(link), lambda link: new.of(link)),
        ("edited", lambda link: name(link) if text_of(link) else None, lambda link: name(link)),
    )
    known: dict[Link, tuple[str, Link]] = {}
    left = list(before)
    for kind, key_before, key_after in rounds:
        waiting: dict[Hashable, list[Link]] = {}
        for link in left:
            waiting.setdefault(key_before(link), []).append(link)
        if not waiting:
            break
        for link in after:
            candidates = None if link in known else waiting.get(key_after(link))
            if candidates:
                known[link] = (kind, candidates.pop(0))
        used = {found for _, found in known.values()}
        left = [link for link in left if link not in used]
    return list(_in_order(after, known)), left


def _in_order(after: Iterable[Link], known: Mapping[Link, tuple[str, Link]]) -> Iterator[LinkPair]:
    for link in after:
        kind, found = known.get(link, ("added", None))
        yield kind, found, link


def is_same_text(before: Link, after: Link) -> bool:
    """Whether both come from one text, which was read once."""
    return before.written is after.written and before.place == after.place


def text_of(link: Link) -> str:
    return link.written.text if link.written else ""


def name(link: Link) -> tuple[str, str, bool]:
    """Place, text, and whether search engines are asked not to follow it."""
    return link.place, text_of(link), link.nofollow


def written_alike(link: Link) -> Hashable:
    written = link.written
    return name(link), (written.href, written.element) if written else None
