"""Who suffers from a change: links that break, pages of a cluster that lose each other, whom other rules tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from linklint.facts.change_subject import ChangeSubject
from linklint.facts.change_world import NOBODY, base_of, difference
from linklint.facts.memberships import members_of
from linklint.facts.page_clusters import keyword_pages
from linklint.facts.world import World, once_per_world
from linklint.model.site import BODY_PLACES, Entry, Link, Member, Page

BROKEN = frozenset({"missing", "unpublished", "redirect-loop", "case-mismatch"})
EDITORIAL_PLACES = BODY_PLACES | {"related", "aside", "frontmatter"}
NUMBER = re.compile(r"-\d++\Z|(?<![\d-])\d++\Z")
SIGNS = re.compile(r"[\W_]+")


def broken_links(world: World, change: ChangeSubject) -> tuple[Link, ...]:
    """The written links of the head that the change broke: they led to the page or heading, still stand there, and now
    lead nowhere. A link of a partial counts once. In the order of the head."""
    if change.what == "heading":
        return tuple(_broken_fragments(world, change))
    if change.what != "page" or change.page.before is None:
        return ()
    return tuple(broken_by_page(world).get(change.page.before, ()))


@once_per_world
def broken_by_page(world: World) -> dict[Page, list[Link]]:
    """Page of the base → the links of the head that led there and are broken now. A link whose destination was
    rewritten is not left behind, but broken by its author."""
    table: dict[Page, dict[tuple[str, int], Link]] = {}
    for before, after in difference(world).counterparts.items():
        broken = before.status not in BROKEN and after.status in BROKEN
        if broken and before.target is not None and after.written and _is_as_written(before, after):
            table.setdefault(before.target, {}).setdefault((after.file, after.written.span.start), after)
    return {page: list(found.values()) for page, found in table.items()}


def _is_as_written(before: Link, after: Link) -> bool:
    return before.written is not None and after.written is not None and before.written.href == after.written.href


def _broken_fragments(world: World, change: ChangeSubject) -> Iterator[Link]:
    """Of the links to the heading's page whose fragment is missing now, those whose fragment says what the heading
    said; all, where no other heading of the page changed that could be meant."""
    if change.before is None or change.page.before is None:
        return
    broken = fragments_by_page(world).get(change.page.before, [])
    others = [other.before for other in difference(world).headings if other.page == change.page and other.before]
    for link in broken:
        said = loosen(link.fragment or "")
        named = [heading for heading in others if said in {loosen(heading.text), loosen(heading.id or "")}]
        if change.before in named or (not named and len(others) == 1):
            yield link


def loosen(text: str) -> str:
    """The letters and digits of a heading or of its fragment, whatever algorithm makes the one from the other. The
    number that tells equal headings apart is left out."""
    return SIGNS.sub("", NUMBER.sub("", text).casefold())


@once_per_world
def fragments_by_page(world: World) -> dict[Page, list[Link]]:
    """Page of the base → the links of the head whose fragment was there and is missing now."""
    table: dict[Page, dict[tuple[str, int], Link]] = {}
    for before, after in difference(world).counterparts.items():
        broken = before.status == "ok" and after.status == "fragment-missing" and before.fragment == after.fragment
        if broken and before.target is not None and after.written:
            table.setdefault(before.target, {}).setdefault((after.file, after.written.span.start), after)
    return {page: list(found.values()) for page, found in table.items()}


# Clusters


class LostLink(NamedTuple):
    """``member`` (of the head) and its hub were linked in a body, and are linked that way no more in any text."""

    member: Member
    link: Link


def lost_in_cluster(world: World, change: ChangeSubject) -> list[LostLink]:
    """The links between the hub and the spokes that both sides have: from the hub down and from the spokes up."""
    if change.what != "cluster" or change.before is None or change.after is None:
        return []
    found = difference(world)
    before, hub = change.before.hub, change.after.hub
    if before is None or hub is None or found.moved.get(before) is not hub:
        return []
    old = {
        found.moved.get(member.page): member.page for member in members_of(base_of(world))[change.before] if member.page
    }
    lost = []
    for member in members_of(world)[change.after]:
        spoke = old.get(member.page) if member.page is not None and member.page is not hub else None
        for source, target in ((before, spoke), (spoke, before)):
            if source is not None and target is not None:
                lost += [LostLink(member, link) for link in _lost_between(world, source, target)]
    return lost


def _lost_between(world: World, source: Page, target: Page) -> list[Link]:
    """The body links of the base from one page to the other, where the head has none in any text."""
    moved = difference(world).moved
    links = [
        link for link in base_of(world).graph.outlinks(source) if link.target is target and link.place in BODY_PLACES
    ]
    now = moved[target]
    if not links or any(
        link.target is now and link.place in EDITORIAL_PLACES for link in world.graph.outlinks(moved[source])
    ):
        return []
    return links


def lost_cluster_links(world: World, change: ChangeSubject) -> tuple[Link, ...]:
    """The links of the base that the cluster lost."""
    return tuple(dict.fromkeys(lost.link for lost in lost_in_cluster(world, change)))


def lost_entries(world: World, page: Page) -> Iterator[Entry]:
    """The entries of navigation and redirects of the head that name a page of the base which is gone."""
    before = base_of(world).site.entries
    named = {(difference(world).renamed(entry.file), entry.key) for entry in before if entry.target is page}
    for entry in world.site.entries if named else ():
        if entry.target is None and (entry.file, entry.key) in named:
            yield entry


# Whom other rules may have told of the same


def victims(world: World, change: ChangeSubject) -> list[tuple[str, Any]]:
    """(kind, subject of the head) of all that suffers from the change: what another rule may say of them, the change
    explains."""
    found: list[tuple[str, Any]] = []
    if change.page is not NOBODY and change.page.after is not None:
        found.append(("page", change.page.after))
    found += (("link", link) for link in broken_links(world, change))
    if change.what == "page" and change.page.after is None and change.page.before is not None:
        found += (("entry", entry) for entry in lost_entries(world, change.page.before))
    if change.what == "cluster":
        found += (("member", lost.member) for lost in lost_in_cluster(world, change))
    if change.what == "page" and change.kind == "added":
        found += (("member", member) for member in world.site.members if member.page is change.page.after)
    if change.what == "setting" and change.name[-1:] == ("keyword",) and change.page.after is not None:
        found += (("page", page) for page in rivals(world, change.page.after) if not _had_rivals(world, page))
    return found


def rivals(world: World, page: Page) -> tuple[Page, ...]:
    """The pages of the head that want to be found for the same keyword."""
    return keyword_pages(world, page)


def _had_rivals(world: World, page: Page) -> bool:
    before = {after: before for before, after in difference(world).moved.items()}.get(page)
    return before is not None and bool(keyword_pages(base_of(world), before))
