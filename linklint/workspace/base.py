"""Which commit a change is to be compared with (DESIGN section 8), or why there is none and what helps."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from linklint.errors import UserError
from linklint.workspace.events import Event, read_event
from linklint.workspace.git import run_git

PULL_REQUEST = "pull request"
MERGE_GROUP = "merge group"
PUSH = "push"
HOOK = "pre-commit"
LOCAL = "uncommitted changes"


class Base(msgspec.Struct, frozen=True):
    """``commit`` is a full hash; None: there is no base, and ``trouble`` says why and what helps (empty where none was
    to be expected). ``name`` says in words what the commit is. ``kind`` is what asked for it: one of the constants
    above, or ``--since``; empty where nothing did. ``serious``: the trouble is no mere lack of history. ``mendable``:
    the workflow can be changed so that there is a base."""

    commit: str | None
    kind: str = ""
    name: str = ""
    trouble: str = ""
    serious: bool = False
    mendable: bool = False


def find_base(top: str, variables: Mapping[str, str]) -> Base:
    """The base that the surroundings name: the event of GitHub Actions, then pre-commit, else the last commit, which
    uncommitted changes are compared with. Never raises for want of history."""
    event = read_event(variables)
    found = _find_event_base(top, event) if event else None
    if found is not None and (found.commit or not variables.get("PRE_COMMIT")):
        return found
    if variables.get("PRE_COMMIT"):
        hooked = _find_hook_base(top, variables)
        return found if found is not None and hooked.commit is None else hooked
    head = find_commit(top, "HEAD")
    if head is None:
        return Base(None, LOCAL, trouble="there is no commit yet")
    return Base(head, LOCAL, "HEAD")


def find_commit(top: str, revision: str) -> str | None:
    """The full hash of the commit that ``revision`` names; None when git does not know it here. What looks like an
    option is no revision."""
    if "\0" in revision:
        return None
    found = run_git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return found.decode().strip() if found else None


def resolve_commit(top: str, revision: str) -> str:
    """The full hash of a commit that the user named. Raises UserError with the remedy when git does not know it."""
    commit = find_commit(top, revision)
    if commit is not None:
        return commit
    if not revision.strip():
        raise UserError("the commit to compare with is empty; name one, such as HEAD or origin/main")
    remedy = ""
    if is_shallow(top):
        remedy = "; the clone is shallow: fetch more history (fetch-depth: 0)"
    elif find_commit(top, f"origin/{revision}"):
        remedy = f"; did you mean origin/{revision}?"
    elif "@{" in revision and run_git(top, "symbolic-ref", "--quiet", "HEAD") is None:
        remedy = "; HEAD is detached, so it has no upstream: name a commit or origin/BRANCH"
    raise UserError(f"git knows no commit {revision}{remedy}")


def is_shallow(top: str) -> bool:
    return (run_git(top, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"


def _find_event_base(top: str, event: Event) -> Base | None:
    """None: the event has no base and nobody would expect one (a schedule, a start by hand)."""
    head = find_commit(top, "HEAD")
    if head is None:
        return Base(None, event.name, trouble="there is no commit yet")
    if event.name == "merge_group":
        return _find_named(top, head, event.base, MERGE_GROUP, "the base of the merge group")
    if event.name == "push":
        return _find_pushed(top, head, event)
    if event.name.startswith("pull_request"):
        return _find_pull_request_base(top, head, event)
    return Base(None, event.name)


def _find_pull_request_base(top: str, head: str, event: Event) -> Base:
    """The first parent of GitHub's own merge commit, which is the base branch as it was merged; else where the branch
    left the base."""
    parents = read_parents(top, head)
    if head == event.sha and event.ref.endswith("/merge") and len(parents) == 2:
        commit = find_commit(top, parents[0])
        if commit is None:
            return _lack_history(PULL_REQUEST, "fetch-depth: 2")
        return Base(commit, PULL_REQUEST, "the base of the pull request")
    if find_commit(top, event.base) is None:
        return _lack_history(PULL_REQUEST, "fetch-depth: 0") if event.base else _lack_payload(PULL_REQUEST)
    commit = find_merge_base(top, event.base, head)
    if commit is None:
        return _find_no_common(top, PULL_REQUEST, event.base)
    if commit == head:
        trouble = (
            "the checked-out commit is part of the base branch, so nothing of the pull request is here; "
            "run on `pull_request` and check out its merge commit"
        )
        return Base(None, PULL_REQUEST, trouble=trouble, serious=True, mendable=True)
    return Base(commit, PULL_REQUEST, "the merge base of the pull request")


def _find_pushed(top: str, head: str, event: Event) -> Base:
    """The commit before the push. A new branch and a rewritten one have none."""
    if not event.base:
        return _lack_payload(PUSH)
    if not event.base.strip("0"):
        return Base(None, PUSH, trouble="this push made a new branch, so there is nothing before it")
    found = _find_named(top, head, event.base, PUSH, "the commit before the push")
    if found.commit and run_git(top, "merge-base", "--is-ancestor", found.commit, head) is None:
        return Base(None, PUSH, trouble="this push replaced the history, so there is nothing before it")
    return found


def _find_named(top: str, head: str, commit: str, kind: str, name: str) -> Base:
    """The commit that the event names, when it is here. One level of history is enough for a parent of HEAD."""
    if not commit:
        return _lack_payload(kind)
    if find_commit(top, commit):
        return Base(commit, kind, name)
    if not is_shallow(top):
        return Base(None, kind, trouble=f"git does not have the commit {commit[:12]} any more")
    return _lack_history(kind, "fetch-depth: 2" if commit in read_parents(top, head)[:1] else "fetch-depth: 0")


def _find_hook_base(top: str, variables: Mapping[str, str]) -> Base:
    """As pre-commit compares: from where the two refs part, else the index with the last commit."""
    source = variables.get("PRE_COMMIT_FROM_REF") or variables.get("PRE_COMMIT_SOURCE")
    head = find_commit(top, "HEAD")
    if head is None:
        return Base(None, HOOK, trouble="there is no commit yet")
    if not source:
        return Base(head, HOOK, "HEAD")
    commit = find_commit(top, source)
    if commit is None:
        return _lack_history(HOOK, "fetch-depth: 0")
    merge_base = find_merge_base(top, commit, head)
    return Base(merge_base, HOOK, "pre-commit's from-ref") if merge_base else _find_no_common(top, HOOK, commit)


def _lack_history(kind: str, remedy: str) -> Base:
    trouble = f"this clone lacks the commit to compare with; set `{remedy}` on actions/checkout"
    return Base(None, kind, trouble=trouble, mendable=True)


def _lack_payload(kind: str) -> Base:
    return Base(None, kind, trouble=f"the event's payload names no commit before the {kind}")


def _find_no_common(top: str, kind: str, commit: str) -> Base:
    if is_shallow(top):
        return _lack_history(kind, "fetch-depth: 0")
    return Base(None, kind, trouble=f"HEAD and {commit[:12]} have no commit in common")


def find_merge_base(top: str, one: str, other: str) -> str | None:
    """Where two commits part; None for unrelated histories, and where too little history is here to tell."""
    found = run_git(top, "merge-base", one, other)
    return found.decode().split()[0] if found and found.strip() else None


def read_parents(top: str, commit: str) -> list[str]:
    """The parents that the commit itself names, also where a shallow clone does not have them."""
    text = run_git(top, "cat-file", "commit", commit) or b""
    head = text.partition(b"\n\n")[0].decode("utf-8", "replace").split("\n")
    return [line.removeprefix("parent ") for line in head if line.startswith("parent ")]
