"""Whether a page without inlinks is an orphan, means to be one, or may be linked where we cannot look."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

import msgspec

from linklint.model.files import Repository
from linklint.model.glob import compile_glob
from linklint.model.site import Page
from linklint.site.embedding import find_embedded
from linklint.site.linking import Edge, linked_paths
from linklint.site.mentions import COMPONENTS, find_in_menus, find_mentioned, is_for_agents
from linklint.site.profile import Mount

# What GitHub shows of the repository itself, whatever else reads it.
READMES = frozenset({"readme.md", "readme.markdown"})
# What forms open: their answer, and results of a search, which scripts fill in.
ANSWER = re.compile(r"/(?:[^/]+[-_])?(?:thanks?|thank[-_]?you|confirmation)(?:\.html)?/?")
RESULTS = re.compile(r"(?:/[^/]+)*/search(?:[-_]results)?(?:\.html)?/?")


def with_orphan_states(
    pages: Sequence[Page],
    groups: Sequence[tuple[Mount, Sequence[Page]]],
    edges: Sequence[Edge],
    repository: Repository,
    declared: Sequence[str],
    skip: Container[str],
    shown: Container[str] = (),
) -> list[Page]:
    """The pages, each with its orphan state: ``declared`` by a glob of the config or by the profile, ``shown`` by
    other pages, which take its text in, doubted by the framework (``groups``: each mount and its pages), or named
    in a file that is read for no links (``skip``: not in those). A doubt also stands where somebody links the page:
    then it is no orphan, but visitors may come another way too."""
    globs = [compile_glob(pattern) for pattern in declared]
    linked = linked_paths(edges, {page.path: page for page in pages})
    states: dict[str, str] = {}
    for mount, own in groups:
        states.update(mount.orphans(own, linked))
    alone = [page.path for page in pages if _is_alone(page, linked) and page.path not in states]
    lost: dict[str, str] = {}
    if repository.names.ending(*COMPONENTS):
        lost = {page.path: page.url for page in _find_unreached(pages, edges) if page.path not in states}
    states.update(dict.fromkeys(find_mentioned(alone, repository, skip), "unknown"))
    states.update(dict.fromkeys(find_in_menus(lost, repository), "unknown"))
    states.update(dict.fromkeys(find_embedded(alone, repository), "unknown"))
    found = []
    for page in pages:
        orphan = page.orphan
        if orphan == "checked":
            orphan = states.get(page.path, "checked")
        if (
            page.path.casefold() in READMES
            or is_for_agents(page.path)
            or page.kind == "error"  # what servers show in place of a page that is not there
            or page.path in shown
            or is_opened_by_form(page)
            or page.document.head.refresh  # it sends visitors on who come by an old address
            or any(matches(page.path) or matches(page.url) or matches(page.address) for matches in globs)
        ):
            orphan = "intended"
        found.append(msgspec.structs.replace(page, orphan=orphan))
    return found


def is_opened_by_form(page: Page) -> bool:
    """Whether the page is an answer to a form: a thank-you at the top of the site, or one without text of its own that
    shows what a search finds."""
    if ANSWER.fullmatch(page.url):
        return True
    return page.document.brief and RESULTS.fullmatch(page.url) is not None


def _find_unreached(pages: Sequence[Page], edges: Sequence[Edge]) -> list[Page]:
    """The pages that no chain of links leads to from a root, where there are roots."""
    waiting = [page.path for page in pages if page.root and page.published]
    if not waiting:
        return []
    leading: dict[str, list[str]] = {}
    for edge in edges:
        if edge.found.target is not None:
            leading.setdefault(edge.source, []).append(edge.found.target)
    reached = set(waiting)
    while waiting:
        further = set(leading.get(waiting.pop(), ())) - reached
        reached |= further
        waiting += further
    return [page for page in pages if page.path not in reached and page.published and page.orphan == "checked"]


def _is_alone(page: Page, linked: frozenset[str]) -> bool:
    return page.orphan == "checked" and page.published and not page.root and page.path not in linked
