"""Real git repositories, each with a base, a main branch that went on, and every pull request in all its shapes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.history.requests import SUBMODULE, Edit, Entry, PullRequest, Tree

WAYS = ("merge commit", "merge base", "main merged by the author")
"""How a run comes to its base: GitHub's merge commit, as actions/checkout takes it by itself, is compared with its
first parent; a branch with where it left main; a branch into which its author merged main with what was merged."""
WHO = "Ann <ann@example.com> 1700000000 +0000"


def in_way(number: int, way: str, title: str, *before: str) -> Any:
    """A pull request in a way, to parametrise a test with: each request in one of the ways always, in all at length."""
    marks = [] if WAYS[number % len(WAYS)] == way else [pytest.mark.long]
    return pytest.param(*before, number, way, id=f"{title}-{way}", marks=marks)


class Shape(NamedTuple):
    """One pull request checked out in one way: the commit, and what it is to be compared with."""

    head: str
    base: str
    main: str
    merge: str


class Stream:
    """A stream for ``git fast-import`` that knows which trees its commits have."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self._blobs: dict[bytes, str] = {}
        self._marks = 0

    def commit(self, branch: str, tree: Tree, *parents: str) -> str:
        """A commit with these files, at the tip of a branch; returns its mark, by which others call it their parent."""
        files = [self._file(path, entry) for path, entry in sorted(tree.items())]
        mark = self._mark()
        lines = [f"commit refs/heads/{branch}", f"mark {mark}", f"committer {WHO}", "data 1", "x"]
        lines += [f"{'merge' if index else 'from'} {parent}" for index, parent in enumerate(parents)]
        self.parts.append("\n".join([*lines, "deleteall", *files, "", ""]).encode())
        return mark

    def _mark(self) -> str:
        self._marks += 1
        return f":{self._marks}"

    def _file(self, path: str, entry: Entry) -> str:
        if entry.mode == SUBMODULE:
            return f"M {SUBMODULE} {entry.data.decode()} {path}"
        if entry.data not in self._blobs:
            mark = self._blobs[entry.data] = self._mark()
            self.parts.append(f"blob\nmark {mark}\ndata {len(entry.data)}\n".encode() + entry.data + b"\n")
        return f"M {entry.mode} {self._blobs[entry.data]} {path}"


def edited(tree: Tree, edits: Iterable[Edit]) -> Tree:
    """A tree with the edits, and the old one as it was."""
    new = dict(tree)
    for each in edits:
        each(new)
    return new


class History(NamedTuple):
    """A repository of one site, with all its pull requests. ``commits``: name → hash."""

    top: Path
    commits: Mapping[str, str]
    requests: Sequence[PullRequest]

    def shape(self, number: int, way: str) -> Shape:
        """The commits of a pull request in one way."""
        main, merge = self.commits[f"main-{number}"], self.commits[f"merge-{number}"]
        match way:
            case "merge commit":
                return Shape(merge, main, main, merge)
            case "merge base":
                return Shape(self.commits[f"branch-{number}"], self.commits["base"], main, merge)
        return Shape(self.commits[f"merged-{number}"], main, main, merge)

    def check_out(self, commit: str, untracked: Mapping[str, str]) -> None:
        """The commit, and nothing else but the untracked files."""
        git(self.top, "checkout", "-q", "--force", "--detach", commit)
        git(self.top, "clean", "-qffdx")
        for path, text in untracked.items():
            (self.top / path).write_text(text)

    def surround(self, shape: Shape) -> dict[str, str]:
        """What GitHub Actions tells of the pull request."""
        path = self.top.parent / f"{self.top.name}.json"
        repository = {"repo": {"full_name": "garden/handbook"}}
        path.write_text(json.dumps({"pull_request": {"base": {"sha": shape.main, **repository}, "head": repository}}))
        return {
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_NAME": "pull_request",
            "GITHUB_EVENT_PATH": str(path),
            "GITHUB_SHA": shape.merge,
            "GITHUB_REF": "refs/pull/7/merge",
        }


def build(top: Path, site: Mapping[str, str], went_on: Sequence[Edit], requests: Sequence[PullRequest]) -> History:
    """Writes all commits at once. ``went_on`` is what main did since the branches left it."""
    stream = Stream()
    base = {path: Entry(text.encode("latin-1" if path.endswith(".png") else "utf-8")) for path, text in site.items()}
    start = stream.commit("base", base)
    for number, request in enumerate(requests):
        _commit_request(stream, number, request, base, start, [*went_on, *request.meanwhile])
    top.mkdir()
    git(top, "init", "-q")
    subprocess.run(
        ["git", "-C", top, "fast-import", "--quiet"], input=b"".join(stream.parts), check=True, capture_output=True
    )
    found = git(top, "for-each-ref", "--format=%(refname:lstrip=2) %(objectname)").split()
    return History(top, dict(zip(found[::2], found[1::2], strict=True)), requests)


def _commit_request(
    stream: Stream, number: int, request: PullRequest, base: Tree, start: str, went_on: Sequence[Edit]
) -> None:
    """Main, the branch, GitHub's merge of both, and the author's. Edits are merged by making both."""
    main = edited(base, went_on)
    main_tip = stream.commit(f"main-{number}", main, start)
    tree, tip = base, start
    for edits in request.commits:
        tree = edited(tree, edits)
        tip = stream.commit(f"branch-{number}", tree, tip)
    both = edited(main, [each for edits in request.commits for each in edits])
    stream.commit(f"merge-{number}", both, main_tip, tip)
    stream.commit(f"merged-{number}", both, tip, main_tip)


def git(top: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", top, *arguments], check=True, capture_output=True, text=True).stdout


def merge_by_git(history: History, number: int) -> tuple[str, str]:
    """The tree of git's own merge of a pull request, and the tree that ``build`` made."""
    main, branch, merge = (history.commits[f"{name}-{number}"] for name in ("main", "branch", "merge"))
    own = git(history.top, "merge-tree", "--write-tree", main, branch)
    return own.split()[0], git(history.top, "rev-parse", f"{merge}^{{tree}}").strip()
