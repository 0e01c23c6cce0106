"""The subjects of rules: which there are, of what kind a value is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from linklint.facts.change_subject import ChangeSubject, changes
from linklint.facts.directive import DirectiveSubject, is_expired
from linklint.facts.memberships import members
from linklint.facts.pair import pairs
from linklint.facts.row import joined_rows
from linklint.facts.world import World, once_per_world
from linklint.graph import AnchorText
from linklint.model.site import Cluster, Entry, FileFacts, Link, Member, Page, Pair, Row, Site

KINDS: Mapping[type, str] = {
    Page: "page",
    Link: "link",
    AnchorText: "anchor",
    Cluster: "cluster",
    Member: "member",
    Pair: "pair",
    Entry: "entry",
    Row: "row",
    FileFacts: "file",
    DirectiveSubject: "directive",
    Site: "site",
    ChangeSubject: "change",
}


def kind_of(subject: Any) -> str:
    """The kind of a subject. Raises KeyError for a value that is none."""
    return KINDS[type(subject)]


def subjects(world: World, kind: str) -> Sequence[Any]:
    """All subjects of a kind, in the order of the site: those that a rule ``for`` that kind is asked about.

    Pages: the published ones. Links: those that published pages show, but for generated ones, which stand nowhere; a
    link in a partial once, not once for every page that includes it, unless it leads elsewhere from there. Members:
    hubs too. Pairs: also those that nobody declared. Rows: those about published pages. Directives: as nothing has run
    yet; the engine makes its own afterwards. Changes: none without a base.
    """
    return SUBJECTS[kind](world)


@once_per_world
def published_pages(world: World) -> tuple[Page, ...]:
    """The subjects of rules for pages."""
    return tuple(page for page in world.site.pages if page.published)


@once_per_world
def written_links(world: World) -> tuple[Link, ...]:
    """The subjects of rules for links: those that somebody wrote; one in a partial once for each target."""
    found: list[Link] = []
    shared: set[tuple[object, ...]] = set()
    for link in world.site.links:
        if link.written is None or not link.source.published:
            continue
        if link.file != link.source.path:
            span = link.written.span
            place = (link.file, span.start, span.end, link.status, link.target_path)
            if place in shared:
                continue
            shared.add(place)
        found.append(link)
    return tuple(found)


@once_per_world
def directives(world: World) -> tuple[DirectiveSubject, ...]:
    return tuple(find_directives(world))


def find_directives(world: World) -> Iterator[DirectiveSubject]:
    """Each directive of each file, and whether its day has passed."""
    for file in world.site.files:
        for directive in file.directives:
            yield DirectiveSubject(file.path, directive, expired=is_expired(directive, world.today))


SUBJECTS: Mapping[str, Callable[[World], Sequence[Any]]] = {
    "page": published_pages,
    "link": written_links,
    "anchor": lambda world: world.graph.anchors,
    "cluster": lambda world: world.site.clusters,
    "member": members,
    "pair": pairs,
    "entry": lambda world: world.site.entries,
    "row": joined_rows,
    "file": lambda world: world.site.files,
    "directive": directives,
    "site": lambda world: (world.site,),
    "change": changes,
}
