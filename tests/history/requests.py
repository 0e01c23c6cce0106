"""What a pull request does, as edits of a tree of files; and what its author is to be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

FILE, PROGRAM, SUBMODULE = "100644", "100755", "160000"


class Entry(NamedTuple):
    """A file of a tree; of a submodule, the commit that it is at."""

    data: bytes
    mode: str = FILE


Tree = dict[str, Entry]
Edit = Callable[[Tree], None]


class Told(NamedTuple):
    """A finding in the words of these tests. ``place`` is ``path:line:column``, or a path; ``about`` the page (or what
    else) that it happened to; ``cause`` is ``path:line``, "here" where it is the place itself, and empty for none."""

    place: str
    rule: str
    about: str
    cause: str = ""


class PullRequest(NamedTuple):
    """``commits`` are the edits of each commit on the branch, ``meanwhile`` what main did since the branch left it.

    ``new`` holds the new findings, ``worsened`` those that were there and got worse, ``fixed`` those that are gone, at
    the places where they were. ``elsewhere`` has other new findings for one way of finding the base, by its name.
    """

    title: str
    commits: Sequence[Sequence[Edit]]
    new: Sequence[Told] = ()
    worsened: Sequence[Told] = ()
    fixed: Sequence[Told] = ()
    meanwhile: Sequence[Edit] = ()
    elsewhere: Mapping[str, Sequence[Told]] = {}
    untracked: Mapping[str, str] = {}


def request(
    title: str,
    *edits: Edit,
    new: Sequence[Told] = (),
    worsened: Sequence[Told] = (),
    fixed: Sequence[Told] = (),
    meanwhile: Sequence[Edit] = (),
    elsewhere: Mapping[str, Sequence[Told]] = {},
    untracked: Mapping[str, str] = {},
) -> PullRequest:
    """A pull request of one commit."""
    return PullRequest(title, [edits], new, worsened, fixed, meanwhile, elsewhere, untracked)


def write(path: str, text: str) -> Edit:
    """A new file, or one that is written anew."""

    def apply(tree: Tree) -> None:
        tree[path] = Entry(text.encode())

    return apply


def edit(path: str, old: str, new: str) -> Edit:
    """Replaces what stands exactly once in the file."""

    def apply(tree: Tree) -> None:
        data, mode = tree[path]
        assert data.count(old.encode()) == 1, f"{old!r} stands {data.count(old.encode())} times in {path}"
        tree[path] = Entry(data.replace(old.encode(), new.encode()), mode)

    return apply


def edit_all(old: str, new: str, *paths: str) -> Edit:
    """Replaces what stands in each of the files."""

    def apply(tree: Tree) -> None:
        for path in paths:
            data, mode = tree[path]
            assert old.encode() in data, f"{old!r} is not in {path}"
            tree[path] = Entry(data.replace(old.encode(), new.encode()), mode)

    return apply


def append(path: str, text: str) -> Edit:
    def apply(tree: Tree) -> None:
        tree[path] = Entry(tree[path].data + text.encode(), tree[path].mode)

    return apply


def delete(*paths: str) -> Edit:
    def apply(tree: Tree) -> None:
        for path in paths:
            del tree[path]

    return apply


def move(old: str, new: str) -> Edit:
    """Moves a file, or a folder where ``old`` ends in a slash."""

    def apply(tree: Tree) -> None:
        paths = [path for path in tree if path == old or (old.endswith("/") and path.startswith(old))]
        assert paths, f"{old} is not there"
        for path in paths:
            tree[new + path.removeprefix(old)] = tree.pop(path)

    return apply


def change_mode(path: str) -> Edit:
    """Makes the file one that can be run."""

    def apply(tree: Tree) -> None:
        tree[path] = Entry(tree[path].data, PROGRAM)

    return apply


def add_submodule(path: str) -> Edit:
    def apply(tree: Tree) -> None:
        tree[path] = Entry(b"1" * 40, SUBMODULE)
        tree[".gitmodules"] = Entry(f'[submodule "{path}"]\n\tpath = {path}\n\turl = ../theme.git\n'.encode())

    return apply


def end_lines_with(path: str, end: str) -> Edit:
    def apply(tree: Tree) -> None:
        tree[path] = Entry(tree[path].data.replace(b"\n", end.encode()), tree[path].mode)

    return apply
