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
TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
EXPRESSION = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.DOTALL)
LAST_NAME = re.compile(r"\w+\Z")


def read_made_redirects(path: str, data_folder: str, names: Names, read: Read) -> Iterator[Redirect]:
    """The redirects of the file that the template makes, in their order, all branches of it taken; left out is what
    sends visitors of a translation on to the main site. A destination with an expression in it cannot be known. An old
    address that is one is looked up in the global data, by its last name: ``{{ each.from }}`` stands for what any
    ``from:`` there says."""
    if extension(path) not in TEXTS:
        return
    text = (read(path) or b"").decode("utf-8", "replace")
    for pattern in (FRONT_MATTER, TAG):
        text = pattern.sub(_keep_lines, text)
    for number, line in enumerate(text.splitlines(), 1):
        place = Location(path, number)
        words = EXPRESSION.sub(lambda found: "{{" + "".join(found[1].split()) + "}}", line).split()
        if len(words) > 1 and _is_of_another_site(*words[:2]):
            continue
        if "{{" not in line:
            yield from (each._replace(location=place) for each in read_redirects_file(line, path))
        elif len(words) > 1 and words[0].startswith("/") and "{{" not in words[0]:
            status = next((word for word in words[2:] if word.rstrip("!").isdigit()), "301")
            yield from make_redirect(words[0], words[1], status, place, conditional=True)
        elif len(words) > 1 and (expression := EXPRESSION.fullmatch(words[0])):
            name = LAST_NAME.search(expression[1])
            for old in list_values(name[0], data_folder, names, read) if name else ():
                yield from make_redirect(old, "/", "301", place, conditional=True)


def _is_of_another_site(old: str, new: str) -> bool:
    """Whether visitors are sent to the same address on another host: a build for that host does not do so."""
    there = new.partition("://")[2]
    return bool(there) and "{{" not in new and "/" + there.partition("/")[2] == old.replace("*", ":splat")


def _keep_lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def list_values(key: str, folder: str, names: Names, read: Read) -> Iterable[str]:
    """The addresses that data in the folder give to the key."""
    said = re.compile(rf"^[\s\-{{]*[\"']?{re.escape(key)}[\"']?\s*:\s*[\"']?(/[^\s\"',]*)", re.MULTILINE)
    found: dict[str, None] = {}
    for path in names.files:
        if within(path, folder) and extension(path) in DATA:
            found.update(dict.fromkeys(said.findall((read(path) or b"")[:1_000_000].decode("utf-8", "replace"))))
    return found
