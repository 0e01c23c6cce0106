"""Folders and languages that came, went or moved as a whole: what a change did, without its pages one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linklint.graph.difference import ADDED, REMOVED, RENAMED, PageChange
from linklint.model.effect import GroupEffect
from linklint.model.site import Page
from linklint.site.paths import parent

FEWEST = 3
"""Pages; fewer are told one by one."""


def group_pages(changes: Sequence[PageChange]) -> tuple[GroupEffect, ...]:
    """The groups, those of folders first. Of a folder and one in it the outer one is told, and a language only of the
    pages that no such folder has."""
    found = [*find_folders(changes, REMOVED), *find_folders(changes, ADDED), *find_moves(changes)]
    told = {(group.kind, path) for group in found for path in group.pages}
    for kind in (REMOVED, ADDED):
        left = [change for change in changes if change.kind != kind or (kind, change.path) not in told]
        found += find_languages(left, kind)
    return tuple(found)


def find_folders(changes: Sequence[PageChange], kind: str) -> Iterator[GroupEffect]:
    """The folders of which the other side has no page."""
    known = {folder for page in list_others(changes, kind) for folder in list_folders(page.path)}
    groups: dict[str, list[str]] = {}
    for change in changes:
        if change.kind == kind:
            outer = next((folder for folder in list_folders(change.path) if folder not in known), None)
            if outer is not None:
                groups.setdefault(outer, []).append(change.path)
    for folder, paths in groups.items():
        if len(paths) >= FEWEST:
            yield GroupEffect(kind, f"{folder}/", tuple(paths))


def find_languages(changes: Sequence[PageChange], kind: str) -> Iterator[GroupEffect]:
    """The languages of which the other side has no page."""
    known = {page.lang for page in list_others(changes, kind)}
    groups: dict[str, list[str]] = {}
    for change in changes:
        page = change.before or change.after
        if change.kind == kind and page and page.lang and page.lang not in known:
            groups.setdefault(page.lang, []).append(change.path)
    for lang, paths in groups.items():
        if len(paths) >= FEWEST:
            yield GroupEffect(kind, f"language {lang}", tuple(paths))


def find_moves(changes: Sequence[PageChange]) -> Iterator[GroupEffect]:
    """The folders whose pages have the same names elsewhere."""
    groups: dict[tuple[str, str], list[str]] = {}
    for change in changes:
        if change.kind == RENAMED and change.before and change.after:
            old, new = change.before.path.split("/"), change.after.path.split("/")
            same, most = 0, max(1, min(len(old), len(new)) - 1)
            while same < most and old[-1 - same] == new[-1 - same]:
                same += 1
            if same:
                ends = "/".join(old[: len(old) - same]), "/".join(new[: len(new) - same])
                groups.setdefault(ends, []).append(change.path)
    for (before, after), paths in groups.items():
        if len(paths) >= FEWEST:
            yield GroupEffect(RENAMED, f"{after}/" if after else "./", tuple(paths), f"{before}/" if before else "./")


def list_others(changes: Sequence[PageChange], kind: str) -> Iterator[Page]:
    """The pages of the head, for what went; of the base, for what came."""
    for change in changes:
        page = change.after if kind == REMOVED else change.before
        if page is not None:
            yield page


def list_folders(path: str) -> Iterator[str]:
    """The folders that the file lies in, from the outermost."""
    parts = parent(path).split("/") if "/" in path else []
    return ("/".join(parts[: length + 1]) for length in range(len(parts)))
