"""Walled gardens: pages that link each other, and no link leads in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linklint.graph.walking import Adjacency


class Garden(NamedTuple):
    """``core``: nodes each of which leads to all others. ``nodes``: the core and what else it leads to; of what two
    gardens lead to, one has it. Both sorted."""

    core: tuple[int, ...]
    nodes: tuple[int, ...]


def find_gardens(nodes: Sequence[int], adjacency: Adjacency) -> Iterator[Garden]:
    """The gardens among ``nodes``. One that another leads to is a part of that."""
    inside = set(nodes)
    taken: set[int] = set()
    for core in reversed(strong_components(sorted(inside), adjacency)):
        if len(core) == 1 or core[0] in taken:
            continue
        found = [core[0]]
        reached = {core[0]}
        for node in found:
            for neighbour in adjacency[node]:
                if neighbour in inside and neighbour not in reached and neighbour not in taken:
                    reached.add(neighbour)
                    found.append(neighbour)
        taken |= reached
        yield Garden(tuple(sorted(core)), tuple(sorted(reached)))


def strong_components(nodes: Sequence[int], adjacency: Adjacency) -> list[list[int]]:
    """The sets of ``nodes`` that lead to each other over ``nodes``; a set that another one leads to comes before it.
    Not recursive. (R. Tarjan, "Depth-first search and linear graph algorithms", 1972.)"""
    inside = set(nodes)
    number: dict[int, int] = {}
    lowest: dict[int, int] = {}
    open_nodes: list[int] = []
    done: set[int] = set()
    components = []
    for start in nodes:
        if start in number:
            continue
        way = [(start, iter(adjacency[start]))]
        number[start] = lowest[start] = len(number)
        open_nodes.append(start)
        while way:
            node, neighbours = way[-1]
            for neighbour in neighbours:
                if neighbour not in inside:
                    continue
                if neighbour not in number:
                    number[neighbour] = lowest[neighbour] = len(number)
                    open_nodes.append(neighbour)
                    way.append((neighbour, iter(adjacency[neighbour])))
                    break
                if neighbour not in done:
                    lowest[node] = min(lowest[node], number[neighbour])
            else:
                way.pop()
                if way:
                    lowest[way[-1][0]] = min(lowest[way[-1][0]], lowest[node])
                if lowest[node] == number[node]:
                    component = [open_nodes.pop()]
                    while component[-1] != node:
                        component.append(open_nodes.pop())
                    done.update(component)
                    components.append(component)
    return components
