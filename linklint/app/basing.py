"""What a run is compared with, and how much of the findings it then shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from linklint.errors import UserError
from linklint.model.finding import RunNotice
from linklint.workspace import Base, DiskRepository, RevisionRepository, find_base, resolve_commit
from linklint.workspace.base import HOOK, LOCAL, MERGE_GROUP, PULL_REQUEST, find_commit
from linklint.workspace.events import read_event

AUTO = "auto"
GIVEN = "--since"
SCOPE_OF_KIND = {PULL_REQUEST: "new", MERGE_GROUP: "new", HOOK: "touched", GIVEN: "new"}
"""What ``auto`` means: only the author of a change is asked to mend no more than the change broke."""


class Basis(msgspec.Struct, frozen=True, eq=False):
    """``repository`` is the base, None: nothing is compared. ``scope`` is what is shown: all, new or touched. ``name``
    says what the base is; ``head`` is the commit that is checked out."""

    repository: RevisionRepository | None
    scope: str
    name: str = ""
    notices: tuple[RunNotice, ...] = ()
    head: str = ""


def choose_basis(since: str | None, scope: str, repository: DiskRepository, variables: Mapping[str, str]) -> Basis:
    """The base of a run with these options. ``since`` is a revision, or ``auto``: what the surroundings name; it is
    ``auto`` where the scope asks for a base and no revision is given.

    A base that was found by itself and cannot be read is told of, and everything is shown: nothing is green for not
    having been looked at. Raises UserError for a revision that the user named and git does not know.
    """
    if since is None and scope == "all":
        return Basis(None, "all")
    warnings = tuple(_warn_of_rights(variables))
    base = _find(since, scope, repository, variables)
    shown = SCOPE_OF_KIND.get(base.kind, "all") if scope == AUTO else scope
    if base.commit is None:
        return Basis(None, "all", notices=(*warnings, *_explain(base, shown)))
    head = find_commit(repository.top, "HEAD") or ""
    before = RevisionRepository(repository.top, base.commit, repository)
    if not before.is_complete():
        trouble = "git lacks files of the base (a partial clone); clone without `filter`"
        lacking = Base(None, base.kind, trouble=trouble, mendable=True)
        return Basis(None, "all", notices=(*warnings, *_explain(lacking, shown)))
    if not before.changed and (shown == "touched" or (shown == "new" and base.kind == LOCAL)):
        same = f"nothing differs from {base.name} ({base.commit[:12]}): everything is reported"
        return Basis(before, "all", base.name, (*warnings, RunNotice("notice", same)), head)
    return Basis(before, shown, base.name, warnings, head)


def _find(since: str | None, scope: str, repository: DiskRepository, variables: Mapping[str, str]) -> Base:
    if not repository.in_git:
        if since == AUTO or (since is None and scope == AUTO):
            return Base(None, trouble="this folder is not in a git repository")
        raise UserError(
            f"{f'comparing with {since}' if since else f'--scope {scope}'} needs git, and this folder is not in a git "
            "repository"
        )
    if since is None or since == AUTO:
        return find_base(repository.top, variables)
    if since and not since.strip("0"):  # what GitHub and GitLab name for a new branch
        return Base(None, GIVEN, trouble=f"{GIVEN} {since} names no commit: there is nothing before a new branch")
    return Base(resolve_commit(repository.top, since), GIVEN, since)


def _warn_of_rights(variables: Mapping[str, str]) -> Iterator[RunNotice]:
    event = read_event(variables)
    if event and event.name == "pull_request_target" and event.from_fork:
        yield RunNotice(
            "warning",
            "this workflow runs on pull_request_target, with the rights and secrets of this repository, for a change "
            "from a fork; linklint runs nothing of it, but other steps may: `pull_request` is enough for linklint",
            annotated=True,
        )


def _explain(base: Base, shown: str) -> Iterator[RunNotice]:
    """Why there is nothing to compare with; nothing is said where nobody would have expected it."""
    if base.trouble:
        level = "warning" if base.serious else "notice"
        yield RunNotice(level, f"{base.trouble}; without a base everything is reported", annotated=base.mendable)
    elif shown != "all":
        what = f"the event {base.kind}" if base.kind else "this run"
        yield RunNotice("notice", f"{what} has no base to compare with: everything is reported")
