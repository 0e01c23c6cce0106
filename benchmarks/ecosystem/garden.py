"""A copy of a repository in which faults are planted, and what is remembered so that they stay apart."""

from __future__ import annotations

import posixpath
import random
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from crude import CrudeLink, Tree

Expectation = dict[str, str | int]


class Garden:
    """A copy that is edited. ``used`` are the pages that an edit is about, or that it has changed but for a link: no
    other fault touches them, so that faults cannot hide each other. ``lines`` are the lines with a damaged link;
    ``hurt`` says which pages have lost a link to a page. ``shifts`` are the places and lengths of a page's edits."""

    def __init__(self, tree: Tree, chance: random.Random) -> None:
        self.tree = tree
        self.chance = chance
        self.texts = dict(tree.texts)
        self.used: set[str] = set()
        self.lines: set[tuple[str, int]] = set()
        self.hurt: dict[str, set[str]] = defaultdict(set)
        self.shifts: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.expected: list[Expectation] = []

    def candidates(self) -> list[CrudeLink]:
        """Links to pages whose damage has no further effect: the target keeps links from two other pages at least, and
        neither end was touched."""
        chosen = []
        for link in self.tree.links:
            linking = {other.source for other in self.tree.to[link.target]} - {link.source, link.target}
            linking -= self.hurt[link.target]
            if (
                not link.image
                and link.target in self.tree.texts
                and link.target != link.source
                and len(linking) >= 2
                and self.is_free(link)
            ):
                chosen.append(link)
        return self.shuffled(chosen)

    def is_free(self, link: CrudeLink) -> bool:
        return not {link.source, link.target} & self.used and (link.source, link.line) not in self.lines

    def is_whole(self, page: str) -> bool:
        """Whether no fault has touched the page, nor is found in it."""
        return page not in self.used and all(page != name for name, _ in self.lines)

    def forget(self, page: str, links: list[CrudeLink]) -> None:
        """The links are broken by what is done to ``page``."""
        self.touch(page)
        for link in links:
            self.lines.add((link.source, link.line))
            self.hurt[link.target].add(link.source)
        for link in self.tree.links:
            if link.source == page:
                self.hurt[link.target].add(page)

    def shuffled(self, links: list[CrudeLink]) -> list[CrudeLink]:
        """In any order, but those first whose page is still whole."""
        self.chance.shuffle(links)
        return sorted(links, key=lambda link: link.source in self.shifts)

    def replace(self, link: CrudeLink, href: str, around: str = "") -> None:
        """Put ``href`` in the destination's place; ``around`` are brackets that take the place of its parentheses."""
        text = self.texts[link.source]
        start = link.start + sum(length for place, length in self.shifts[link.source] if place < link.start)
        assert text.startswith(link.href, start)
        end = start + len(link.href)
        if around:
            assert text[start - 1] + text[end] == "()"
            start, end, href = start - 1, end + 1, around[0] + href + around[1]
        self.texts[link.source] = text[:start] + href + text[end:]
        self.shifts[link.source].append((link.start, len(href) - (end - start)))
        self.lines.add((link.source, link.line))
        self.hurt[link.target].add(link.source)

    def can_tell_orphans(self, page: str) -> bool:
        """Whether one more page that nobody links would be a fault beside ``page``. Demos and exercises are opened one
        by one; so in HTML only in the folder of an ``index.html`` (the topmost) at least five of six of whose pages
        are linked, the orphans counted that are there by then."""
        if self.tree.kind != "html":
            return self.is_read_by_links(page)
        homes = [name for name in self.tree.pages if posixpath.basename(name) == "index.html"]
        sites = [site for site in map(posixpath.dirname, homes) if not site or page.startswith(site + "/")]
        site = min(sites, key=len, default=None)
        if site is None:
            return False
        pages = [name for name in self.tree.texts if (not site or name.startswith(site + "/")) and name not in homes]
        lost = sum(not any(link.source != name for link in self.tree.to[name]) for name in pages)
        planted = sum(entry["fault"] == "orphan" for entry in self.expected)
        return len(pages) >= 6 * (lost + planted + 1)

    def is_read_by_links(self, page: str) -> bool:
        """Whether people come to ``page`` by links and do not browse folders: in its folder all other pages are linked
        or nearly all, and in every folder above it two of three."""
        planted = [str(entry["path"]) for entry in self.expected if entry["fault"] == "orphan"]
        lost = {name for name in self.tree.texts if not any(link.source != name for link in self.tree.to[name])}
        lost = {name for name in lost if posixpath.basename(name).lower() not in ("readme.md", "index.md")}
        beside = [name for name in self.tree.texts if posixpath.dirname(name) == posixpath.dirname(page)]
        if sum(posixpath.dirname(name) == posixpath.dirname(page) for name in {*lost, *planted}) > len(beside) / 6:
            return False
        folder = page
        while folder:
            folder = posixpath.dirname(folder)
            inside = [name for name in self.tree.texts if not folder or name.startswith(folder + "/")]
            if 3 * len(lost.intersection(inside)) > len(inside):
                return False
        return True

    def expect(self, fault: str, path: str, line: int, edit: str) -> None:
        self.expected.append({"fault": fault, "path": path, "line": line, "edit": edit})

    def touch(self, *pages: str) -> None:
        self.used |= set(pages)
