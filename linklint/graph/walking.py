"""Walks over plain adjacency: pages are indices, their neighbours sequences of indices."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

Adjacency = Sequence[Sequence[int]]
UNREACHED = -1


def adjacency(count: int, edges: Iterable[tuple[int, int]]) -> list[array[int]]:
    """The neighbours of each of ``count`` nodes: distinct, in the order in which the edges first name them."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for source, target in edges:
        neighbours[source].append(target)
    return [array("l", dict.fromkeys(found)) for found in neighbours]


def click_depths(count: int, adjacency: Adjacency, roots: Iterable[int]) -> list[int]:
    """Least number of clicks from any root (a root is 0); ``UNREACHED`` where no path leads. Breadth first."""
    depths = [UNREACHED] * count
    layer = list(dict.fromkeys(roots))
    for node in layer:
        depths[node] = 0
    depth = 0
    while layer:
        depth += 1
        following = []
        for node in layer:
            for neighbour in adjacency[node]:
                if depths[neighbour] == UNREACHED:
                    depths[neighbour] = depth
                    following.append(neighbour)
        layer = following
    return depths


def shortest_path(adjacency: Adjacency, start: int, end: int) -> list[int] | None:
    """The nodes of a shortest path, both ends included; None when there is none. Of several, the one whose steps come
    first in the adjacency."""
    before = {start: start}
    layer = [start]
    while layer and end not in before:
        following = []
        for node in layer:
            for neighbour in adjacency[node]:
                if neighbour not in before:
                    before[neighbour] = node
                    following.append(neighbour)
        layer = following
    if end not in before:
        return None
    path = [end]
    while path[-1] != start:
        path.append(before[path[-1]])
    return path[::-1]


def weak_components(nodes: Sequence[int], edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The sets of ``nodes`` that edges between them join, directions ignored. Largest first, then by first node."""
    parent = {node: node for node in nodes}

    def find(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for source, target in edges:
        if source in parent and target in parent:
            one, other = find(source), find(target)
            parent[max(one, other)] = min(one, other)
    members: dict[int, list[int]] = {}
    for node in sorted(parent):
        members.setdefault(find(node), []).append(node)
    return sorted(members.values(), key=lambda component: (-len(component), component[0]))
