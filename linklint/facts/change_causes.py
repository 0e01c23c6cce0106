"""Where a change was made (DESIGN section 8, "cause place"), and what to call it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from linklint.facts.change_settings import find_settings
from linklint.facts.change_subject import ChangeSubject, Wording
from linklint.facts.change_victims import broken_links, lost_cluster_links, lost_entries
from linklint.facts.change_ways import lost_on_the_way
from linklint.facts.change_world import base_of, difference, line_map, new_path, old_path, page_changes
from linklint.facts.world import World, once_per_world
from linklint.graph.difference import PageChange
from linklint.model.place import Location, Span, locate
from linklint.model.site import Link, Member, Page

WHOLE_FILE = (0, 0, 0, 0)
"""The place of a file that is gone: a path, and no line."""

VERBS = {"added": "adding", "removed": "removing", "renamed": "renaming", "edited": "changing"}

REMOVED = "removing the link to"
"""How a link that is gone is told: at the place where it stood there may be another one now, so it is named."""


class Cause(NamedTuple):
    """``action`` begins a sentence that goes on with what came of it: "changing this link"."""

    location: Location
    action: str


def causes(world: World, subject: ChangeSubject | Member, measure: str | None = None) -> tuple[Cause, ...]:
    """The places where a change was made, by path and line, each once. ``measure``: the fact whose movement is to be
    explained, where a page's standing has several. None: the victim itself is the place. Of a member, the line that
    made it one, where the change wrote that."""
    found: dict[Location, Cause] = {}
    told = _find_declared(world, subject) if isinstance(subject, Member) else _find(world, subject, measure or "")
    for cause in sorted(told):
        found.setdefault(cause.location, cause)
    return tuple(found.values())


def _find_declared(world: World, member: Member) -> Iterator[Cause]:
    """The line that says that the page is in the cluster, where the change wrote it: without that line, nothing would
    be asked of the two."""
    declared = member.declared
    if world.base is not None and declared.path in world.change.changed:
        lines = line_map(world, old_path(world, declared.path))
        if lines is None or lines.is_new(declared.line):
            yield Cause(declared, "this line")


def _find(world: World, change: ChangeSubject, measure: str) -> Iterable[Cause]:
    match change.what:
        case "page":
            return _of_page(world, change, measure)
        case "link":
            return _of_links(world, change)
        case "heading":
            return _of_heading(world, change)
        case "anchor":
            return _of_wording(world, change)
        case "cluster":
            return filter(None, (cause_of_lost(world, link) for link in lost_cluster_links(world, change)))
        case "redirect" | "setting":
            return _of_line(world, change)
    return ()


def _of_page(world: World, change: ChangeSubject, measure: str) -> Iterable[Cause]:
    before, after = change.page.before, change.page.after
    if before is None:
        return ()
    broken = broken_links(world, change)
    if after is None or (change.kind == "renamed" and broken):
        action = f"renaming {before.path}" if after else _action_on_page(world, before)
        return [Cause(place_of(link), action) for link in broken] or [cause_of_page(world, before)]
    return _of_standing(world, before, after, measure) or _of_own_settings(world, change.page)


def _of_standing(world: World, before: Page, after: Page, measure: str) -> list[Cause]:
    """The links that a page of both sides lost, or that a way to it went over."""
    found = difference(world)
    if measure.startswith("relative_score"):
        lost = found.lost_inlinks(before)
        return list(filter(None, (cause_of_lost(world, link) for link in lost))) or list(_dilution(world, after))
    orphaned = world.graph.orphan(after) == "yes" and base_of(world).graph.orphan(before) == "no"
    lost = found.lost_inlinks(before) if orphaned else lost_on_the_way(world, before)
    return list(filter(None, (cause_of_lost(world, link) for link in lost)))


def _dilution(world: World, page: Page) -> Iterator[Cause]:
    """Links that were added to the pages that link here, each of which now passes on less."""
    linking = set(world.graph.linking_pages(page))
    for change in difference(world).links:
        if change.kind == "added" and change.after is not None and change.after.source in linking:
            yield Cause(place_of(change.after), "adding this link")


def _of_own_settings(world: World, page: PageChange) -> list[Cause]:
    """The changed lines of the page's own front matter."""
    found = [
        _locate_setting(world, change)
        for kind, before, after in find_settings(world, page)
        for change in [ChangeSubject("setting", kind, page, (), before, after)]
    ]
    return [Cause(location, "this change") for location in found]


def _of_links(world: World, change: ChangeSubject) -> Iterator[Cause]:
    after: Link | None = change.after
    if after is not None:
        yield Cause(place_of(after), "adding this link" if change.kind == "added" else "changing this link")
    else:
        cause = cause_of_lost(world, change.before)
        if cause:
            yield cause


def _of_heading(world: World, change: ChangeSubject) -> Iterator[Cause]:
    before, after = change.page.before, change.page.after
    if change.after is not None and after is not None:
        yield Cause(locate(after.path, change.after.span), f"{VERBS[change.kind]} this heading")
    elif before is not None:
        location = _place_of_removed(world, before.path, [change.before.span])
        yield Cause(location, "removing this heading")


def _of_wording(world: World, change: ChangeSubject) -> Iterator[Cause]:
    """The links that have the words now and had not before."""
    after: Wording | None = change.after
    new = {link.after for link in difference(world).links if link.after is not None}
    for link in after.links if after else ():
        if link in new:
            yield Cause(place_of(link), "adding this link")


def _of_line(world: World, change: ChangeSubject) -> Iterator[Cause]:
    yield Cause(_locate_setting(world, change), "this change")


def _locate_setting(world: World, change: ChangeSubject) -> Location:
    """The line of a setting or redirect in the head; of one that is gone, what now follows it."""
    if change.after is not None:
        location: Location = change.after.location
        return location
    old: Location = change.before.location
    return _follow_line(world, old.path, old.line)


# One link that leads there no more


def cause_of_lost(world: World, link: Link) -> Cause | None:
    """Why a link of the base leads to its page no more: None for a generated one whose page is still there."""
    found = difference(world)
    counterpart = found.counterparts.get(link)
    if counterpart is not None:
        return Cause(place_of(counterpart), _action_on_link(world, link, counterpart))
    if link.source not in found.moved:
        return cause_of_page(world, link.source)
    if link.written is None:
        return None
    if link.file != link.source.path and (place := _place_of_inclusion(world, link)):
        return Cause(place, f"taking {new_path(world, link.file)} out")
    spans = [link.written.span, *([link.written.definition] if link.written.definition else [])]
    target = link.target
    removed = f"{REMOVED} {new_path(world, target.path)}" if target else "removing this link"
    return Cause(_place_of_removed(world, link.file, spans), removed)


def _place_of_inclusion(world: World, link: Link) -> Location | None:
    """Where a line that names the file of the link is gone: what its page showed by it is still written there, and
    shown no more. None where the link itself is gone, or nothing that is gone names the file."""
    own = line_map(world, link.file)
    if own is None or link.written is None or own.is_gone(link.written.span.line):
        return None
    name = link.file.rpartition("/")[2].partition(".")[0]
    for path in sorted(world.change.changed):
        lines = line_map(world, path)
        for line, text in enumerate(lines.before if lines else (), 1):
            if lines is not None and name in text and lines.is_gone(line):
                return _follow_line(world, path, line)
    return None


@once_per_world
def edited_links(world: World) -> frozenset[Link]:
    """The links of the base that the change edited."""
    return frozenset(change.before for change in difference(world).links if change.before and change.kind == "edited")


def _action_on_link(world: World, before: Link, after: Link) -> str:
    """What was done to a link that still stands and leads elsewhere, or nowhere."""
    if before in edited_links(world):
        return "changing this link"
    return "breaking this link" if after.target is None else "turning this link elsewhere"


def _place_of_removed(world: World, path: str, spans: list[Span]) -> Location:
    """The line that follows what stood in ``spans`` of an old file: the first of their lines that is gone."""
    lines = line_map(world, path)
    stood = [line for span in spans for line in range(span.line, span.end_line + 1)]
    gone = [line for line in stood if lines is not None and lines.is_gone(line)]
    return _follow_line(world, path, (gone or stood)[0])


def _follow_line(world: World, path: str, line: int) -> Location:
    lines = line_map(world, path)
    now = new_path(world, path)
    if lines is None:
        return Location(now, *WHOLE_FILE) if now not in world.site.names else Location(now, line, 1, line, 1)
    line = lines.follow(line)
    return Location(now, line, 1, line, 1)


# A page that is gone


def cause_of_page(world: World, page: Page) -> Cause:
    """A page of the base that is gone: at the first link that still leads to it, else at the entry that names it, else
    at its path."""
    change = ChangeSubject("page", "removed", page_changes(world).get(page, PageChange("removed", page, None)))
    places = sorted(place_of(link) for link in broken_links(world, change)) or sorted(_entries_of(world, page))
    return Cause(places[0] if places else _path_of_gone(world, page), _action_on_page(world, page))


def _path_of_gone(world: World, page: Page) -> Location:
    path = new_path(world, page.path)
    return Location(path) if path in names(world) else Location(path, *WHOLE_FILE)


def _action_on_page(world: World, page: Page) -> str:
    return f"{'unpublishing' if new_path(world, page.path) in names(world) else 'deleting'} {page.path}"


@once_per_world
def names(world: World) -> frozenset[str]:
    """The paths of all files, for looking one up."""
    return frozenset(world.site.names)


def _entries_of(world: World, page: Page) -> Iterator[Location]:
    """The lines of clusters, navigation and redirects of the head that still name a page that is gone."""
    paths = {page.path, new_path(world, page.path), page.url}
    for member in world.site.members:
        if member.page is None and member.path in paths:
            yield member.declared
    for cluster in world.site.clusters:
        if cluster.hub is None and cluster.hub_path in paths:
            yield cluster.declared
    for entry in lost_entries(world, page):
        yield entry.location


def place_of(link: Link) -> Location:
    """Where a link of the head is written; a generated one stands nowhere but on its page."""
    return locate(link.file, link.written.span) if link.written else Location(link.source.path)
