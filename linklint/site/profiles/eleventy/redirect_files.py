"""Eleventy: the file ``_redirects`` of Netlify and Cloudflare Pages, where a template makes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linklint.model.files import Names
from linklint.model.place import Location
from linklint.site.hosts.netlify import make_redirect, read_redirects_file
from linklint.site.paths import extension, within
from linklint.site.profile import Read, Redirect

ADDRESS = "/_redirects"
TEXTS = frozenset({"hbs", "html", "liquid", "md", "mustache", "njk", "vto"})
DATA = frozenset({"json", "yaml", "yml"})
FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)
TAG = re.compile(r"\{[%#]")
LAST_NAME = re.compile(r"\w+\Z")


def read_made_redirects(path: str, data_folder: str, names: Names, read: Read) -> Iterator[Redirect]:
    """The redirects of the file that the template makes, in their order, all branches of it taken; left out is what
    sends visitors of a translation on to the main site. A destination with an expression in it cannot be known. An old
    address that is one is looked up in the global data, by its last name: ``{{ each.from }}`` stands for what any
    ``from:`` there says."""
    if extension(path) not in TEXTS:
        return
    text = FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), (read(path) or b"").decode("utf-8", "replace"))
    text = _take_out_tags(text)
    for number, line in enumerate(text.splitlines(), 1):
        place = Location(path, number)
        words = _close_up_expressions(line).split()
        if len(words) > 1 and _is_of_another_site(*words[:2]):
            continue
        if "{{" not in line:
            yield from (each._replace(location=place) for each in read_redirects_file(line, path))
        elif len(words) > 1 and words[0].startswith("/") and "{{" not in words[0]:
            status = next((word for word in words[2:] if word.rstrip("!").isdigit()), "301")
            yield from make_redirect(words[0], words[1], status, place, conditional=True)
        elif len(words) > 1 and words[0].startswith("{{") and words[0].endswith("}}"):
            name = LAST_NAME.search(words[0], 2, len(words[0]) - 2)
            for old in list_values(name[0], data_folder, names, read) if name else ():
                yield from make_redirect(old, "/", "301", place, conditional=True)


def _is_of_another_site(old: str, new: str) -> bool:
    """Whether visitors are sent to the same address on another host: a build for that host does not do so."""
    there = new.partition("://")[2]
    return bool(there) and "{{" not in new and "/" + there.partition("/")[2] == old.replace("*", ":splat")


def _take_out_tags(text: str) -> str:
    """The text, with only the line ends of its tags and comments. Each end is looked for once."""
    pieces: list[str] = []
    endless: set[str] = set()
    position = 0
    for opening in TAG.finditer(text):
        start = opening.start()
        if start < position or opening[0] in endless:
            continue
        end = text.find(f"{opening[0][1]}}}", start + 2)
        if end < 0:
            endless.add(opening[0])
            continue
        pieces += (text[position:start], "\n" * text.count("\n", start, end))
        position = end + 2
    return "".join((*pieces, text[position:]))


def _close_up_expressions(line: str) -> str:
    """The line, with no blank inside of its expressions."""
    pieces: list[str] = []
    position = 0
    while (start := line.find("{{", position)) >= 0 and (end := line.find("}}", start + 2)) >= 0:
        inner = line[start + 2 : end].removeprefix("-").removesuffix("-")
        pieces += (line[position:start], "{{", *inner.split(), "}}")
        position = end + 2
    return "".join((*pieces, line[position:]))


def list_values(key: str, folder: str, names: Names, read: Read) -> Iterable[str]:
    """The addresses that data in the folder give to the key."""
    said = re.compile(rf"^(?:[^\S\n]|[\-{{])*+[\"']?{re.escape(key)}[\"']?\s*+:\s*+[\"']?(/[^\s\"',]*)", re.MULTILINE)
    found: dict[str, None] = {}
    for path in names.ending(*DATA):
        if within(path, folder):
            found.update(dict.fromkeys(said.findall((read(path) or b"")[:1_000_000].decode("utf-8", "replace"))))
    return found
