"""The changes between the base and the head, as subjects that rules may ask about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from linklint.facts.change_settings import find_settings
from linklint.facts.change_world import NOBODY, base_of, difference, is_empty, page_change
from linklint.facts.world import World, once_per_world
from linklint.graph.difference import PageChange
from linklint.graph.text import normalise_text
from linklint.model.site import BODY_PLACES, Link, Page

WHATS = ("page", "link", "heading", "anchor", "cluster", "redirect", "setting")
CHANGE_KINDS = ("added", "removed", "renamed", "edited", "kept")


class ChangeSubject(msgspec.Struct, frozen=True, eq=False):
    """One thing that was added, removed, renamed or edited; or a page or cluster that was kept, and whose standing may
    differ. ``page`` is the victim: the page itself, the target of a link, the page of a heading or setting, the hub.
    ``before`` and ``after`` are the thing on either side: a Page, Link, Heading, Wording, Cluster, Entry or Setting.
    ``name`` tells it from others of its sort."""

    what: str
    kind: str
    page: PageChange
    name: tuple[str, ...] = ()
    before: Any = None
    after: Any = None

    @property
    def thing(self) -> Any:
        return self.before if self.after is None else self.after


class Wording(msgspec.Struct, frozen=True):
    """The body links with which pages link to one page in the same words. ``text`` is normalised."""

    text: str
    links: tuple[Link, ...]

    @property
    def pages(self) -> int:
        return len({link.source for link in self.links})


@once_per_world
def changes(world: World) -> tuple[ChangeSubject, ...]:
    """All changes; none without a base, and none where nothing differs."""
    if world.base is None or is_empty(world):
        return ()
    return (
        *_pages(world), *_links(world), *_headings(world), *_wordings(world), *_clusters(world), *_redirects(world),
        *_settings(world),
    )  # fmt: skip


def _pages(world: World) -> Iterator[ChangeSubject]:
    for change in difference(world).pages:
        yield ChangeSubject("page", kind_of_page(world, change), change, (change.path,), change.before, change.after)


def kind_of_page(world: World, change: PageChange) -> str:
    """A page with another path or another address is renamed; edited, when only what is written in it differs."""
    before, after = change.before, change.after
    if before is None or after is None:
        return change.kind
    if change.kind == "renamed" or before.url != after.url:
        return "renamed"
    return "edited" if after.path in world.change.changed else "kept"


def _links(world: World) -> Iterator[ChangeSubject]:
    for change in difference(world).links:
        link = change.after or change.before
        if link is None or link.written is None:
            continue
        target = _page_of(world, change.after, change.before, "target")
        name = (link.file, link.place, target.path or link.target_path, link.written.text)
        yield ChangeSubject("link", change.kind, target, name, change.before, change.after)


def _page_of(world: World, after: object, before: object, name: str) -> PageChange:
    """What became of the page that a thing of the head, else of the base, names."""
    return page_change(world, getattr(after, name, None), getattr(before, name, None))


def _headings(world: World) -> Iterator[ChangeSubject]:
    for change in difference(world).headings:
        heading = change.before or change.after
        name = (change.page.path, heading.text if heading else "")
        yield ChangeSubject("heading", change.kind, change.page, name, change.before, change.after)


def _wordings(world: World) -> Iterator[ChangeSubject]:
    changed = (link for change in difference(world).links for link in (change.before, change.after) if link)
    targets = {page_change(world, link.target, link.target) for link in changed if link.target}
    for change in sorted(targets, key=lambda change: change.path):
        before = wordings(base_of(world), change.before) if change.before else {}
        after = wordings(world, change.after) if change.after else {}
        for text in sorted(before.keys() | after.keys()):
            old, new = before.get(text), after.get(text)
            if (len(old.links) if old else 0) != (len(new.links) if new else 0):
                kind = "added" if old is None else "removed" if new is None else "edited"
                yield ChangeSubject("anchor", kind, change, (change.path, text), old, new)


def wordings(world: World, page: Page) -> dict[str, Wording]:
    """Anchor text → the body links to the page that have it."""
    found: dict[str, list[Link]] = {}
    for link in world.graph.inlinks(page):
        text = normalise_text(link.written.text) if link.written and link.place in BODY_PLACES else ""
        if text:
            found.setdefault(text, []).append(link)
    return {text: Wording(text, tuple(links)) for text, links in found.items()}


def _clusters(world: World) -> Iterator[ChangeSubject]:
    for change in difference(world).clusters:
        cluster = change.after or change.before
        if cluster is not None:
            hub = _page_of(world, change.after, change.before, "hub")
            yield ChangeSubject("cluster", change.kind, hub, (cluster.id,), change.before, change.after)


def _redirects(world: World) -> Iterator[ChangeSubject]:
    for change in difference(world).redirects:
        entry = change.after or change.before
        if entry is not None:
            target = _page_of(world, change.after, change.before, "target")
            name = (entry.file, entry.key)
            yield ChangeSubject("redirect", change.kind, target, name, change.before, change.after)


def _settings(world: World) -> Iterator[ChangeSubject]:
    for change in difference(world).pages:
        for kind, before, after in find_settings(world, change):
            setting = after or before
            name = (change.path, setting.key if setting else "")
            yield ChangeSubject("setting", kind, change, name, before, after)


__all__ = ["CHANGE_KINDS", "NOBODY", "WHATS", "ChangeSubject", "Wording", "changes", "wordings"]
