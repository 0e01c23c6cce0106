"""What a run is compared with, and how much of the findings it then shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from linklint.errors import UserError
from linklint.model.finding import RunNotice
from linklint.workspace import Base, DiskRepository, RevisionRepository, find_base, resolve_commit
from linklint.workspace.base import HOOK, LOCAL, MERGE_GROUP, PULL_REQUEST

AUTO = "auto"
GIVEN = "--since"
SCOPES = ("auto", "all", "new", "touched")
SCOPE_OF_KIND = {PULL_REQUEST: "new", MERGE_GROUP: "new", HOOK: "touched", GIVEN: "new"}
"""What ``auto`` means: only the author of a change is asked to mend no more than the change broke."""


class Basis(msgspec.Struct, frozen=True, eq=False):
    """``repository`` is the base, None: nothing is compared. ``scope`` is what is shown: all, new or touched. ``name``
    says what the base is."""

    repository: RevisionRepository | None
    scope: str
    name: str = ""
    notices: tuple[RunNotice, ...] = ()


def choose_basis(since: str | None, scope: str, repository: DiskRepository, variables: Mapping[str, str]) -> Basis:
    """The base of a run with these options. ``since`` is a revision, or ``auto``: what the surroundings name; it is
    ``auto`` where the scope asks for a base and no revision is given.

    A base that was found by itself and cannot be read is told of, and everything is shown: nothing is green for not
    having been looked at. Raises UserError for a revision that the user named and git does not know.
    """
    if since is None and scope == "all":
        return Basis(None, "all")
    if not repository.in_git:
        raise UserError(f"{GIVEN if since else f'--scope {scope}'} needs git, and this folder is not in a repository")
    if since not in (None, AUTO):
        base = Base(resolve_commit(repository.top, since or ""), GIVEN, since or "")
    else:
        base = find_base(repository.top, variables)
    shown = SCOPE_OF_KIND.get(base.kind, "all") if scope == AUTO else scope
    if base.commit is None:
        return Basis(None, "all", notices=tuple(_explain(base, shown)))
    before = RevisionRepository(repository.top, base.commit, repository)
    if not before.is_complete():
        lacking = "git lacks files of the base (a partial clone); clone without `filter`"
        return Basis(None, "all", notices=tuple(_explain(msgspec.structs.replace(base, trouble=lacking), shown)))
    if not before.changed and (shown == "touched" or (shown == "new" and base.kind == LOCAL)):
        same = f"nothing differs from {base.name} ({base.commit[:12]}): everything is reported"
        return Basis(before, "all", base.name, (RunNotice("notice", same),))
    return Basis(before, shown, base.name)


def _explain(base: Base, shown: str) -> Iterator[RunNotice]:
    """Why there is nothing to compare with; nothing is said where nobody would have expected it."""
    if base.trouble:
        level = "warning" if base.serious else "notice"
        yield RunNotice(level, f"{base.trouble}; without a base everything is reported", annotated=True)
    elif shown != "all":
        what = f"the event {base.kind}" if base.kind else "this run"
        yield RunNotice("notice", f"{what} has no base to compare with: everything is reported")
