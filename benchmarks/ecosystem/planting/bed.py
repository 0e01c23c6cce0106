"""A site's copy in which faults are planted: which links may be damaged, and which destinations lead nowhere."""

from __future__ import annotations

import posixpath
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from crude import CrudeLink
from garden import Garden

from planting.ground import Ground
from planting.mentions import Entry, Mentions

PAGE_ENDINGS = ("", ".md", ".mdx", ".html", "/index.md", "/index.mdx", "/readme.md", "/_index.md", "/index.html")
BY_ID = re.compile(r"^::: \w+\.", re.M)
SPLAT = re.compile(r"[\s\"'](/[\w/.-]*)(?=[*:])")


class Bed(Garden):
    """``uses``: how many links share one destination in the text (a definition)."""

    tree: Ground

    def __init__(self, ground: Ground, chance: random.Random) -> None:
        super().__init__(ground, chance)
        self.mentions = Mentions(ground)
        self.uses = Counter((link.source, link.start) for link in ground.links)
        self.order = list(ground.links)
        self.linking = {page: {link.source for link in links} for page, links in ground.to.items()}
        self.cut: set[tuple[str, int]] = set()

    def candidates(self) -> Iterator[CrudeLink]:
        """As in ``Garden``, without those with a fragment and those whose loss changes the navigation."""
        for link in self.shuffled(self.order):
            others = len(self.linking[link.target] - {link.source, link.target} - self.hurt[link.target])
            if link.target == link.source or link.fragment or self.is_listed(link) or not self.is_free(link):
                continue
            if others >= 2 or self.is_found(link.target):
                yield link

    def is_free(self, link: CrudeLink) -> bool:
        return super().is_free(link) and self.uses[link.source, link.start] == 1

    def is_found(self, page: str) -> bool:
        """Whether the page is found without any link: the navigation has it, or the theme lists all pages."""
        listed = any(self.is_listed(link) for link in self.tree.to[page])
        return self.tree.site.orphans != "told" or bool(self.entries(page)) or listed

    def can_tell_orphans(self, page: str) -> bool:
        """Whether nobody comes to the page that neither the navigation nor a link names."""
        return self.tree.site.orphans == "told" and not page.startswith(self.tree.site.unlisted)

    def is_listed(self, link: CrudeLink) -> bool:
        """Whether the link is a line of a list that is the site's navigation."""
        return bool({link.source, posixpath.basename(link.source)} & set(self.tree.site.lists))

    def edit(self, source: str, place: int, old: str, new: str) -> None:
        """Put ``new`` in the place of ``old``; ``place`` is an offset in the text before any edit."""
        text = self.texts[source]
        start = place + sum(length for other, length in self.shifts[source] if other < place)
        assert text.startswith(old, start), (source, old, text[start : start + 40])
        self.texts[source] = text[:start] + new + text[start + len(old) :]
        self.shifts[source].append((place, len(new) - len(old)))

    def damage(self, link: CrudeLink, href: str, fault: str, edit: str) -> None:
        self.replace(link, href)
        self.expect(fault, link.source, link.line, edit)

    # Whether a destination leads nowhere

    def is_nowhere(self, source: str, path: str) -> bool:
        """Whether no page, file, folder or redirect can be meant, in whatever way the destination is read."""
        if self.tree.site.wiki:
            name = posixpath.basename(path).lower()
            return not any(posixpath.splitext(posixpath.basename(known))[0] == name for known in self.tree.known)
        return self.is_no_file(source, path) and self.is_no_address(source, path)

    def is_no_file(self, source: str, path: str) -> bool:
        """``path`` read as a file's, from the page, from the folder of pages, from the top, and among static files."""
        for base in {posixpath.dirname(source), self.tree.pages[source], ""}:
            spot = posixpath.normpath(posixpath.join(base, path.lstrip("/"))).lower()
            ends = (f"static/{spot}", f"public/{spot}")
            if spot in self.spots or any(name.endswith(ends) for name in self.tree.known):
                return False
        return True

    def is_no_address(self, source: str, path: str) -> bool:
        """``path`` read as an address: as a browser does from either form of the page's own, and from its file."""
        own = self.tree.addresses.get(source, "/" + posixpath.splitext(self.tree.inside(source))[0])
        prefix = self.tree.site.folders[self.tree.pages[source]] or ""
        bases = [own or "/", own + "/", f"{prefix}/{self.tree.inside(source)}"]
        for url in {urljoin(base, path).rstrip("/").lower() for base in bases}:
            if url in self.tree.taken or not url or any(known.startswith(url + "/") for known in self.tree.taken):
                return False
            if any(url.startswith(splat) for splat in self.splats) or url.strip("/") in self.olds:
                return False
        return True

    @cached_property
    def spots(self) -> set[str]:
        """Paths of all files and folders, also without the endings of pages, in lower case."""
        found = set(self.tree.known)
        for name in self.tree.known:
            found |= {name.removesuffix(ending) for ending in PAGE_ENDINGS}
            found.add(posixpath.dirname(name))
        return found

    @cached_property
    def splats(self) -> set[str]:
        """What redirects with a wildcard begin with."""
        files = [name for name in self.tree.texts if re.search(r"_redirects$|vercel\.json$|netlify\.toml$", name)]
        texts = [self.tree.texts[name] for name in {*files, *self.tree.site.redirects} if name in self.tree.texts]
        return {found.lower() for text in texts for found in SPLAT.findall("\n" + text) if found not in ("/", "//")}

    @cached_property
    def redirects(self) -> list[tuple[str, int, str, str]]:
        """(file, offset, old address, new address if it is known) of the redirects without wildcards."""
        found = []
        for prefix, pattern in self.tree.site.redirects.items():
            for name, text in self.tree.texts.items():
                if name == prefix or (prefix.endswith("/") and name.startswith(prefix)):
                    for match in re.finditer(pattern, text, re.M):
                        found.append((name, match.start("old"), match["old"], match.groupdict().get("new") or ""))
        return found

    @cached_property
    def olds(self) -> Counter[str]:
        return Counter(old.strip("/").lower() for _, _, old, _ in self.redirects)

    # Pages that can go

    @cached_property
    def all_found(self) -> bool:
        return all(map(self.is_found, self.tree.pages))

    def entries(self, page: str) -> list[Entry]:
        return self.mentions.entries[page]

    def find_leaves(self) -> Iterator[tuple[str, list[CrudeLink]]]:
        """Pages with a few links to them, all of them understood, whose own links all lead to pages that have other
        links: their going has no effect but on what names them."""
        pages = sorted(self.tree.pages)
        self.chance.shuffle(pages)
        for page in pages:
            links = [link for link in self.tree.to[page] if link.source != page]
            name = posixpath.splitext(posixpath.basename(page))[0].lower()
            if not 1 <= len(links) <= 6 or not self.is_whole(page):
                continue
            if name.startswith(("readme", "index", "_", "home")) and not self.tree.dated_address(page):
                continue
            if BY_ID.search(self.tree.texts[page]):
                continue  # its symbols may be linked by their names
            if self.tree.inside(page).partition("/")[0] in self.tree.site.languages:
                continue  # readers would get the page that it translates
            if not all(Garden.is_free(self, link) for link in links) or not self.keeps_others(page):
                continue
            if self.mentions.are_known(page) and self.tree.is_sure(page):
                yield page, links

    def keeps_others(self, page: str) -> bool:
        """Whether the pages that ``page`` links stay linked without it."""
        own = {link.target for link in self.tree.links if link.source == page} - {page}
        for target in own:
            if len(self.linking[target] - {page, target} - self.hurt[target]) < 2 and not self.is_found(target):
                return False
        if self.tree.site.orphans != "told" or (own and self.all_found):
            return True
        text = self.tree.blanked[page]
        written = len(re.findall(r"\]\(|href=|\]:|<[A-Z]", text))
        external = len(re.findall(r"(?:\]\(|href=\"|\]: *)(?:https?:|mailto:|#|[^)\s]*\.(?:png|jpe?g|gif|svg))", text))
        starts = {link.start for link in self.tree.links if link.source == page and not link.href.startswith("#")}
        return written <= len(starts) + external
