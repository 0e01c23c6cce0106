"""Two states of one repository whose links are resolved once, as far as nothing that decides where they lead differs.

Where a link leads follows from where it is written and how, and from the *ground*: the names of all files, the
settings, the config files that were read, what the sites' links and front matter told, the addresses, the redirects.
The ids of headings are found anew for the pages whose documents differ, and asked by the links to them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import is_
from typing import NamedTuple

from linklint.model.document import Document
from linklint.model.files import Repository, SourceFile
from linklint.model.settings import SiteSettings
from linklint.model.site import Run
from linklint.site.linking import Edge
from linklint.site.pages import Draft
from linklint.site.profile import Mount, Standing
from linklint.site.resolve import resolve
from linklint.site.tables import MountTables, Tables
from linklint.site.watching import Answers, Watched


class Ground(NamedTuple):
    """All that decides where links lead, but for the files that were read and the documents. ``mounts``: framework,
    root, how it was recognised, what was learned."""

    files: Mapping[str, SourceFile]
    settings: SiteSettings
    planned: frozenset[str]
    mounts: tuple[tuple[str, str, str, object], ...]
    tables: tuple[MountTables, ...]
    drafts: tuple[Draft, ...]


def find_ground(
    opened: Sequence[Mount], mounts: Sequence[Mount], tables: Tables, drafts: Sequence[Draft], settings: SiteSettings
) -> Ground:
    """The ground of a site. ``opened`` are the mounts before they learned anything. What one has learned without
    telling it is never the same as anything else."""
    learned = (
        mount.learned if mount.learned is not None or before.learn is None else object()
        for before, mount in zip(opened, mounts, strict=True)
    )
    known = tuple(
        (mount.framework, mount.root, mount.reason, found) for mount, found in zip(mounts, learned, strict=True)
    )
    return Ground(tables.names.files, settings, tables.planned, known, tuple(tables.mounts), tuple(drafts))


class Resolved(NamedTuple):
    """What was found on a ground: the edges of each page, by its path. ``whole``: all of them are links of the site."""

    ground: Ground
    documents: Mapping[str, Document]
    edges: Mapping[str, Sequence[Edge]]
    whole: bool


class Taken(NamedTuple):
    """``known``: the edges of pages, by path, that were found before. ``before``: all that were, where they can be
    counted."""

    known: Mapping[str, Sequence[Edge]] = {}
    before: Mapping[str, Sequence[Edge]] = {}


class SharedLinks:
    """The links of the state that is built first, for the one that is built next. ``changed`` are the paths of the
    files that differ between the two."""

    def __init__(self, changed: Collection[str]) -> None:
        self._changed = changed
        self._watched: list[Watched] = []
        self._resolved: Resolved | None = None
        self._answers: Answers | None = None

    def watch(self, repository: Repository) -> Watched:
        """The repository to build the next state from."""
        self._watched.append(Watched(repository))
        return self._watched[-1]

    def keep(self, resolved: Resolved) -> None:
        """Keeps what was found first."""
        if len(self._watched) == 1:
            self._resolved = resolved
            self._answers = self._watched[0].answers()

    def take(self, ground: Ground, mounts: Sequence[Mount], documents: Mapping[str, Document], tables: Tables) -> Taken:
        """The edges of the pages that are the same; none in the state that is built first, and where the ground is
        another. What was kept is given once, and dropped: there may be millions."""
        resolved, self._resolved = self._resolved, None
        if resolved is None:
            return Taken()
        every = resolved.edges if resolved.whole else {}
        holds = self._answers is not None and self._watched[-1].answers_as(self._answers, self._changed)
        if resolved.ground != ground or not holds:
            return Taken({}, every)
        before = resolved.documents
        same = {
            draft.path: draft
            for draft in ground.drafts
            if all(documents[part] is before.get(part) for part in draft.parts)
        }
        known = {
            path: [
                edge if is_settled(edge, same) else resolve_again(edge, draft, mounts, documents, tables)
                for edge in resolved.edges[path]
            ]
            for path, draft in same.items()
        }
        return Taken(known, every)


def take_equal(
    before: Mapping[str, Sequence[Edge]], after: Mapping[str, Sequence[Edge]]
) -> Mapping[str, Sequence[Edge]]:
    """The edges of each page, those that are as they were being the same ones as before."""
    return {
        path: [old if old == new else new for old, new in zip(before[path], edges, strict=True)]
        if path in before and len(before[path]) == len(edges)
        else edges
        for path, edges in after.items()
    }


def find_runs(before: Mapping[str, Sequence[Edge]], after: Mapping[str, Sequence[Edge]]) -> Iterator[Run]:
    """The pages all of whose edges were taken over, by the places of these among all edges of either side."""
    starts = dict(zip(before, accumulate(map(len, before.values()), initial=0), strict=False))
    start = 0
    for path, edges in after.items():
        known = before.get(path, ())
        if edges and len(known) == len(edges) and all(map(is_, known, edges)):
            yield Run(starts[path], start, len(edges))
        start += len(edges)


def is_settled(edge: Edge, same: Collection[str]) -> bool:
    """Whether the edge leads where it led: no page that differs was asked for a fragment."""
    found = edge.found
    return found.fragment is None or found.target in same


def resolve_again(
    edge: Edge, draft: Draft, mounts: Sequence[Mount], documents: Mapping[str, Document], tables: Tables
) -> Edge:
    """The edge, with where it leads now."""
    if edge.written is None:
        return edge
    base = documents[edge.file].head.base
    standing = Standing(edge.file, draft.path, draft.address.url, base, edge.written)
    return edge._replace(found=resolve(standing, mounts[draft.mount], draft.mount, tables))
