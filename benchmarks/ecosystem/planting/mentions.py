"""Everything that may name a page: only a page all of whose mentions are understood can go without a surprise."""

from __future__ import annotations

import posixpath
import re
import sys
from collections import Counter, defaultdict
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from crude import FENCE, FRONT_MATTER

from planting.ground import Ground

NAME = re.compile(r"(?:[/(\"'=<|`]|(?<=[:-]) )([\w@~-][\w@~.-]*)")
WIKI_NAME = re.compile(r"\[\[(?:[^\]|#\n]*/)?([^\]|#/\n\\]+)")
ENDING = re.compile(r"\.(?:mdx?|html?|markdown)\.?$|\.$")
LISTED = re.compile(r"\"([^\"\n]+)\"|'([^'\n]+)'|(?::|-)[ \t]+([\w./-]+)[ \t]*$")
OWN_WORDS = re.compile(r"^(?:id|title|sidebar_label|slug|description|keywords|class)\s*:.*$", re.M)
FOREIGN = re.compile(
    r"https?://(?:[\w.-]*\.)?(?:github|npmjs|pypi|rust-lang|youtube|medium|google|openai)\.\w+[^\s)\"'>]*"
)


class Entry(NamedTuple):
    """One line of a navigation file that names a page."""

    file: str
    line: int
    written: str


class Mentions:
    """How often pages are named, and how many of those times by links and entries that are understood."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.site = ground.site

    def are_known(self, page: str) -> bool:
        """Whether every mention of the page's names is a link or an entry that the reader understands."""
        scope = self.scope(self.ground.pages[page])
        for name in self.names(page):
            seen, known = self.seen[name], self.known[name]
            if any(seen[file] != known[file] for file in {*seen, *known} if self.scope_of(file) in ("", scope)):
                return False
        return not self.is_named_elsewhere(page)

    def names(self, page: str) -> set[str]:
        stem = posixpath.splitext(posixpath.basename(page))[0].lower()
        address = posixpath.basename(self.ground.addresses.get(page, "")).lower()
        return {name for name in (stem, address) if name and name not in self.site.index}

    def scope(self, home: str | None) -> str:
        """Mentions are counted by folder where pages link only inside their own; else all together."""
        return home or "" if self.site.separate else ""

    def scope_of(self, file: str) -> str:
        return self.scope(self.ground.pages.get(file))

    def is_named_elsewhere(self, page: str) -> bool:
        """Whether a page of another folder gives the whole address."""
        address, home = self.ground.addresses.get(page), self.ground.pages[page]
        if not self.site.separate or not address or self.site.wiki:
            return False
        pattern = re.compile(rf"(?<![\w/.-]){re.escape(address)}(?![\w-])")
        return any(
            place != home and pattern.search(self.ground.texts[name]) for name, place in self.ground.pages.items()
        )

    def tokens(self, text: str) -> list[str]:
        return [ENDING.sub("", token).lower() for token in (WIKI_NAME if self.site.wiki else NAME).findall(text)]

    def readable(self, name: str) -> str:
        """A text without code blocks, other hosts' addresses and what a page's front matter says of the page itself."""
        text = FOREIGN.sub("", self.ground.texts[name])
        if name not in self.ground.pages:
            return text
        return FRONT_MATTER.sub(lambda match: OWN_WORDS.sub("", match[0]), FENCE.sub("", text))

    @cached_property
    def seen(self) -> dict[str, Counter[str]]:
        """How often each file mentions each name."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for file in self.ground.texts:
            if file not in self.site.redirects and not file.startswith("sitemap"):
                for name in self.tokens(self.readable(file)):
                    found[name][file] += 1
        return found

    @cached_property
    def known(self) -> dict[str, Counter[str]]:
        """How many of these mentions are links and entries that the reader understands."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        opening, closing = ("[[", "]]") if self.site.wiki else ("(", ")")
        written = [(link.source, link.href) for link in self.ground.links if self.is_inline(link.source, link.start)]
        written += self.ground.defined
        written += [(entry.file, entry.written) for entries in self.entries.values() for entry in entries]
        for file, href in written:
            for name in self.tokens(opening + href + closing):
                found[name][file] += 1
        return found

    def is_inline(self, source: str, start: int) -> bool:
        return self.ground.texts[source][start - 1] in "([\"'"

    @cached_property
    def entries(self) -> dict[str, list[Entry]]:
        """The navigation entries that name each page."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for file, (home, way) in self.site.nav.items():
            pages = {self.nav_name(page, way): page for page, place in self.ground.pages.items() if place == home}
            folder = posixpath.dirname(file)
            for number, line in enumerate(self.ground.texts.get(file, "").split("\n"), 1):
                for groups in LISTED.findall(line):
                    written = "".join(groups)
                    named = posixpath.normpath(posixpath.join(folder, written)) if way == "beside" else written
                    if named in pages:
                        found[pages[named]].append(Entry(file, number, written))
        return found

    def nav_name(self, page: str, way: str) -> str:
        if way == "beside":
            return page
        inner = self.ground.inside(page)
        stem = posixpath.splitext(inner)[0]
        if way == "id":
            name = self.ground.fixed_name(page) or posixpath.basename(stem)
            return posixpath.join(posixpath.dirname(inner), name)
        if way == "url":
            return self.ground.addresses.get(page, "") + "/"
        return {"file": inner, "path": stem, "part": posixpath.basename(stem).removeprefix("default-theme-")}[way]
