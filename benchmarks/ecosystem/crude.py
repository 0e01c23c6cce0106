"""A crude reader of links, on purpose nothing like linklint's: regular expressions over lines.

The planting script uses it to choose links whose damage can be foretold. It may miss links (then a place is not
chosen); it must not see links where there are none, so code, comments and front matter are blanked first.
"""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
from headings import fragments

FENCE = re.compile(r"^ {0,3}(```+|~~~+).*?^ {0,3}\1[`~]*[ \t]*$", re.M | re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)
FRONT_MATTER = re.compile(r"\A---\n.*?^---\s*$", re.M | re.S)
SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.S)
INDENTED = re.compile(r"^(?: {4,}|\t).*$", re.M)
SCRIPT = re.compile(r"<(script|style|textarea|title|pre|svg|template)\b.*?</\1\s*>", re.S | re.I)
INLINE = re.compile(r"(?<![!\\\]])\[(?P<text>[^\[\]\n!`<>\\*_]+)\]\((?P<href>[^()\s<>\\&%\"']+)\)")
IMAGE = re.compile(r"!\[(?P<text>[^\[\]\n`\\]*)\]\((?P<href>[^()\s<>\\&%\"']+)\)")
ATTRIBUTES = r"(?:[a-z-]+(?:=\"[^\"<>]*\"|='[^'<>]*'|=[^\s\"'<>=]+)?\s+)*"
HREF = re.compile(rf"<a\s+{ATTRIBUTES}href=(?P<q>[\"']?)(?P<href>[^\"'<>&%\s{{}}]+)(?P=q)(?=[\s>])", re.I)
SOURCE = re.compile(rf"<img\s+{ATTRIBUTES}src=(?P<q>[\"']?)(?P<href>[^\"'<>&%\s{{}}]+)(?P=q)(?=[\s>])", re.I)
HEADING = re.compile(r"^(?P<marks>#{2,5}) (?P<text>[A-Za-z][A-Za-z ]*[A-Za-z])$", re.M)
ELEMENT_ID = re.compile(rf"<[a-z][a-z0-9]*\s+{ATTRIBUTES}id=(?P<q>[\"']?)(?P<id>[A-Za-z][\w-]*)(?P=q)(?=[\s>])", re.I)
NAMED = re.compile(r"""\b(?:id|name)\s*=\s*["']?([^"'\s>]+)""", re.I)
MACRO = re.compile(r"^[ \t>*-]*(?:\{\{|\{%)", re.M)


class CrudeLink(NamedTuple):
    """``target`` is the repository path of the destination, fragment cut; ``start`` the offset of the destination;
    ``line`` that on which the whole link begins."""

    source: str
    line: int
    start: int
    href: str
    target: str
    fragment: str
    image: bool
    text: str


class Tree:
    """The tracked files of a copy of a repository, with all crude links."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder = folder
        self.names = list_tracked(folder)
        endings = (".md", ".markdown") if kind == "markdown" else (".html", ".htm")
        self.kind = kind
        self.pages = [name for name in self.names if name.lower().endswith(endings)]
        self.texts = {name: self.read(name) for name in self.pages}
        # The patterns for Markdown look for line ends; those for HTML do not mind CR LF.
        ends = "\r" if kind == "markdown" else re.compile(r"\r(?!\n)")
        self.texts = {name: text for name, text in self.texts.items() if text is not None and not re.search(ends, text)}
        self.blanked = {name: blank(text, kind) for name, text in self.texts.items()}
        self.links = [link for name in self.texts for link in self.find_links(name)]
        self.to: dict[str, list[CrudeLink]] = defaultdict(list)
        for link in self.links:
            self.to[link.target].append(link)

    def read(self, name: str) -> str | None:
        path = self.folder / name
        if path.is_symlink() or not path.is_file():
            return None
        try:
            return path.read_bytes().decode()
        except UnicodeDecodeError:
            return None

    def find_links(self, name: str) -> Iterator[CrudeLink]:
        text = self.blanked[name]
        patterns = ((INLINE, False), (IMAGE, True)) if self.kind == "markdown" else ((HREF, False), (SOURCE, True))
        for pattern, image in patterns:
            for match in pattern.finditer(text):
                href = match["href"]
                path, _, fragment = href.partition("#")
                if re.match(r"[a-z][a-z0-9+.-]*:|/|\?", href, re.I) or "?" in path:
                    continue
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
                start = match.start("href")
                label = match["text"] if "text" in pattern.groupindex else ""
                yield CrudeLink(
                    name, text.count("\n", 0, match.start()) + 1, start, href, target, fragment, image, label
                )

    def has_fragment(self, page: str, fragment: str) -> bool:
        """Whether a page has an element of that id or name, or a heading of that slug. A page that a template fills may
        have any, so it is as if it had none."""
        if self.kind == "markdown":
            return not MACRO.search(self.texts.get(page, "")) and fragment in fragments(self.texts.get(page, ""))
        return fragment in NAMED.findall(self.blanked.get(page, ""))

    def mentions(self, name: str) -> int:
        """How often the last part of a path stands anywhere in any text: links that the crude reader missed too."""
        return sum(text.count(posixpath.basename(name)) for text in self.texts.values())


def list_tracked(folder: Path) -> list[str]:
    """The repository paths of the files that git tracks, sorted."""
    output = subprocess.run(["git", "-C", folder, "ls-files", "-z"], capture_output=True, check=True).stdout
    return sorted(name for name in output.decode("utf-8", "surrogateescape").split("\0") if name)


def blank(text: str, kind: str) -> str:
    """The text with everything that holds no links replaced by blanks, line ends kept."""
    patterns = [FRONT_MATTER, FENCE, COMMENT, SCRIPT, INDENTED, SPAN] if kind == "markdown" else [COMMENT, SCRIPT]
    for pattern in patterns:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text
