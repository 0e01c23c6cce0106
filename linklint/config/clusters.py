"""The clusters file, or ``clusters:`` of a config: a mapping from cluster to hub, spokes and the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from linklint.config.paths import explain_path
from linklint.config.shape import numbered
from linklint.data.suggest import closest_hint
from linklint.data.tree import KeyPath, Tree
from linklint.errors import Problem
from linklint.model.glob import compile_glob
from linklint.model.settings import ClusterSpec, RelatedSpec, SpokeSpec
from linklint.site.paths import join


def read_clusters(
    tree: Tree, base: KeyPath, value: Mapping[str, Any], stages: Sequence[str], problems: list[Problem]
) -> tuple[ClusterSpec, ...]:
    """The clusters of a tree whose shape is right, in the order of the file. ``base``: where the mapping stands."""
    return tuple(
        _read_cluster(id_, entry, tree, (*base, id_), stages, problems)
        for id_, entry in value.items()
        if "hub" in entry
    )


def _read_cluster(
    id_: str, entry: Mapping[str, Any], tree: Tree, keypath: KeyPath, stages: Sequence[str], problems: list[Problem]
) -> ClusterSpec:
    hub = _read_page(entry["hub"], tree, (*keypath, "hub"), problems)
    if _is_glob(hub):
        problems.append(tree.problem((*keypath, "hub"), f'a hub is one page, and "{hub}" is a glob'))
    spokes = []
    taken = {hub: tree.location((*keypath, "hub"))}
    for index, spoke in numbered(entry.get("spokes", ())):
        place = (*keypath, "spokes", index)
        spec = _read_spoke(spoke, tree, place, stages, problems)
        if spec is None:
            continue
        first = taken.setdefault(spec.page, spec.location)
        if first is not spec.location:
            message = f'"{spec.page}" is already in this cluster (line {first.line})'
            problems.append(tree.problem(place, message, "remove one of the two"))
        spokes.append(spec)
    return ClusterSpec(
        id=id_,
        hub=hub,
        location=tree.location(keypath, key=True),
        hub_location=tree.location((*keypath, "hub")),
        spokes=tuple(spokes),
        keyword=entry.get("keyword"),
        related=_read_related(entry.get("related", ()), tree, (*keypath, "related"), problems),
        planned=tuple(
            _read_page(path, tree, (*keypath, "planned", index), problems)
            for index, path in numbered(entry.get("planned", ()))
        ),
        require=dict(entry.get("require", {})),
    )


def _read_spoke(
    spoke: Any, tree: Tree, keypath: KeyPath, stages: Sequence[str], problems: list[Problem]
) -> SpokeSpec | None:
    if isinstance(spoke, str):
        spoke, place = {"page": spoke}, keypath
    else:
        place = (*keypath, "page")
    page = _read_page(spoke["page"], tree, place, problems) if "page" in spoke else None
    if page is not None and _is_glob(page):
        try:
            compile_glob(page)
        except ValueError as error:
            problems.append(tree.problem(place, f'"{page}" is not a glob: {error}'))
    stage = spoke.get("stage")
    if stage is not None and stages and stage not in stages:
        hint = closest_hint(stage, stages) or f"stages: {', '.join(stages)}"
        problems.append(tree.problem((*keypath, "stage"), f'"{stage}" is not one of the stages of the config', hint))
    if page is None:
        return None
    return SpokeSpec(page, tree.location(place), spoke.get("role", "spoke"), spoke.get("keyword"), stage)


def _read_related(
    pairs: Sequence[Sequence[str]], tree: Tree, keypath: KeyPath, problems: list[Problem]
) -> tuple[RelatedSpec, ...]:
    specs = []
    for index, pair in numbered(pairs):
        place = (*keypath, index)
        pages = [_read_page(page, tree, (*place, number), problems) for number, page in numbered(pair)]
        if len(pages) < 2:
            continue
        a, b = pages
        if a == b:
            problems.append(tree.problem(place, "a page is not related to itself", "name two pages"))
        places = tree.location((*place, 0)), tree.location((*place, 1))
        specs.append(RelatedSpec(a, b, tree.location(place), places))
    return tuple(specs)


def _read_page(written: str, tree: Tree, keypath: KeyPath, problems: list[Problem]) -> str:
    """A ``/url/`` as it stands; a path from the repository's top without ``./`` and ``..``."""
    if written.startswith("/") and not written.startswith("//"):
        return written
    trouble = explain_path(written.replace("\\", "/") if _is_glob(written) else written)
    joined = None if trouble else join("", written)
    if joined is None:
        hint = "write the page's path from the repository's top, or its /url/"
        problems.append(tree.problem(keypath, f'"{written}" {trouble or "leads out of the repository"}', hint))
        return written
    return joined


def _is_glob(page: str) -> bool:
    return not page.startswith("/") and any(sign in page for sign in "*?{")
