"""Content that a script copies to another place of the site before Hugo runs: the newest version's as ``latest``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linklint.model.files import Names
from linklint.site.paths import below, join, parent, within
from linklint.site.profile import Read

ASSIGNMENT = re.compile(r"""^[ \t]*(?:export[ \t]+)?(\w+)=["']?([\w.\-/]+)["']?[ \t]*$""", re.MULTILINE)
COPY = re.compile(
    r"""^[ \t]*cp[ \t]+-(?=\w*[rRa])\w++[ \t]+["']?([\w.\-/${}]+)["']?[ \t]+["']?([\w.\-/${}]+)["']?""", re.MULTILINE
)
VARIABLE = re.compile(r"\$(?:(\w+)|\{(\w+)\})")
LARGEST = 100_000  # bytes; no such script is larger


class ContentRoot(NamedTuple):
    """A folder of content (a repository path), where it is mounted below the site's content, and its language."""

    folder: str
    target: str = ""
    lang: str | None = None


def find_copied(root: str, contents: Sequence[ContentRoot], names: Names, read: Read) -> Iterator[ContentRoot]:
    """The folders that shell scripts beside the site's config, or at the repository's top, copy to places of the
    content that are not there."""
    for script in names.ending("sh"):
        if parent(script) in ("", root, join(root, "scripts"), "scripts"):
            data = read(script) or b""
            for source, target in find_copies(data.decode("utf-8", "replace")) if len(data) <= LARGEST else ():
                yield from _place(root, source, target, contents, names)


def find_copies(text: str) -> Iterator[tuple[str, str]]:
    """What a script copies with all that is in it, and where to; names of variables filled in as it sets them."""
    values = {match[1]: match[2] for match in ASSIGNMENT.finditer(text)}
    for match in COPY.finditer(text):
        source, target = (VARIABLE.sub(lambda use: values.get(use[1] or use[2], "$"), each) for each in match.groups())
        if "$" not in source + target:
            yield source, target


def _place(root: str, source: str, target: str, contents: Sequence[ContentRoot], names: Names) -> Iterator[ContentRoot]:
    for start in dict.fromkeys((root, "")):
        old, new = join(start, source), join(start, target)
        if old is None or new is None or old not in names.directories or new in names.directories:
            continue
        for content in contents:
            if within(old, content.folder) and within(new, content.folder) and not within(new, old):
                place = join(content.target, below(new, content.folder)) or ""
                yield ContentRoot(old, place, content.lang)
                return
