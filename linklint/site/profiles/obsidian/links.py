"""How Obsidian finds what a link names (https://obsidian.md/help/links): the file whose path ends like the name, letter
case aside; of several the one beside the note, else the one with the shortest path. Which one Obsidian takes is not
documented; so a heading that any of them has is believed to be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from linklint.model.document import Document, WrittenLink
from linklint.model.files import Names, fold
from linklint.model.place import Span, pack_spans
from linklint.site.destination import Destination, read_destination
from linklint.site.fragments import OK
from linklint.site.paths import below, extension, join, parent, within
from linklint.site.profile import Lookup, Standing
from linklint.site.profiles.obsidian.fragments import judge, page_fragments
from linklint.site.profiles.plain_prefix import (
    ELSEWHERE,
    NO_PREFIX,
    Prefix,
    below_prefix,
    find_prefix,
    find_stored,
    is_absolute,
)

LOGSEQ = "logseq/config.edn"
BRACKETS = re.compile(r"\[\[(.+)\]\]|\(\(.+\)\)")
WIKI = frozenset({"wikilink", "frontmatter"})
IN_MATTER = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\]")
FEWEST_ADDRESSES = 5
FEWEST_NAMES = 20
MANY_LOST = 0.1
MOST = 100
"""Of notes with one name, so many are asked for a heading."""
FULL = re.compile(r"(?:https?|mailto|obsidian|file):", re.IGNORECASE)


class Told(NamedTuple):
    """What the notes tell. ``ahead``: the vault's authors link notes before they write them. ``shown``: a site shows
    the vault, and addresses that begin with ``/`` are those of its pages; ``prefix``: how these begin."""

    ahead: bool = False
    shown: bool = False
    prefix: Prefix = NO_PREFIX


NOTHING = Told()


class Vault(NamedTuple):
    """``tails``: number of segments → so many last ones of a path, folded → the paths below the vault that end with
    them, shortest first. They are made for what links name. ``logseq``: Logseq opens it, which writes ``a/b`` as
    ``a___b`` in names of files, and takes any name for a page (https://docs.logseq.com, "Namespaces"). ``attachments``:
    the folder of what is no note, where it is not here; else None."""

    root: str
    paths: Sequence[str]
    tails: dict[int, dict[str, list[str]]]
    logseq: bool = False
    attachments: str | None = None

    def find(self, text: str, note: str) -> str | None:
        """The file that a name in a note stands for."""
        return next(iter(self.find_all(text, note)), None)

    def find_all(self, text: str, note: str) -> list[str]:
        """The files that a name in a note may stand for, the likeliest first; one beside the note stands twice."""
        folder = parent(note)
        if text.startswith(("./", "../")):
            return self._find_exactly(_climb(below(folder, self.root) if folder != self.root else "", text, self.root))
        if text.startswith("/"):
            return self._find_exactly(join(self.root, text))
        wanted = join("", text) or ""
        found = self._ending(wanted)
        if self.logseq and not found:
            found = self._ending(wanted.replace("/", "___"))
        beside = self._find_exactly(join(folder, wanted)) if len(found) > 1 else []
        return [*beside, *found]

    def _find_exactly(self, path: str | None) -> list[str]:
        """The file at that path, letter case aside."""
        if path is None or not within(path, self.root):
            return []
        count = path.count("/")
        return [each for each in self._ending(below(path, self.root)) if each.count("/") == count]

    def _ending(self, path: str) -> list[str]:
        """The files whose paths end like that, notes without ``.md`` first."""
        table, wanted = self._list_tails(path.count("/") + 1), fold(path)
        return [*table.get(wanted + ".md", ()), *table.get(wanted, ())]

    def _list_tails(self, count: int) -> Mapping[str, Sequence[str]]:
        if count not in self.tails:
            found = self.tails[count] = {}
            for path in self.paths:
                segments = below(path, self.root).rsplit("/", count)
                if len(segments) >= count:
                    found.setdefault(fold("/".join(segments[-count:])), []).append(path)
        return self.tails[count]


def _climb(folder: str, text: str, root: str) -> str | None:
    """The path that a relative one names, of a folder of the vault. Above the vault's top there is nothing: whoever
    climbs higher stays there."""
    segments = [each for each in text.split("/") if each not in ("", ".")]
    ups = next((number for number, each in enumerate(segments) if each != ".."), len(segments))
    spare = min(ups, len(folder.split("/")) if folder else 0)
    return join(root, join(folder, "/".join(segments[ups - spare :])) or "")


def make_vault(root: str, names: Names, attachments: str | None = None) -> Vault:
    """The table of a folder's files."""
    paths = sorted(names.below(root), key=lambda path: (path.count("/"), len(path), path))
    logseq = (join(root, LOGSEQ) or "") in names
    return Vault(root, paths, {}, logseq, attachments)


def rewrite(standing: Standing) -> str:
    """A name in double brackets as an address: nothing in it has a meaning but the first ``#``."""
    written = standing.written
    if written.syntax not in WIKI or FULL.match(written.href):
        return written.href
    page, mark, heading = written.href.partition("#")
    return quote(page.strip(), safe="/") + mark + quote(heading, safe="#^")


def find_lookups(
    vault: Vault,
    names: Names,
    documents: Mapping[str, Document],
    standing: Standing,
    destination: Destination,
    told: Told = NOTHING,
) -> list[Lookup]:
    """The file, of several that may be meant the first that has the heading; else what is missing."""
    path, fragment = destination.path, destination.fragment
    if path.startswith(("`=", "`$=")):
        return [Lookup("unresolvable", path, "the plugin Dataview makes this destination")]
    named = BRACKETS.fullmatch(path) if vault.logseq else None
    if named:  # Logseq takes a page's name or the id of a block for a destination
        path = named[1] or ""
    found = vault.find_all(path, standing.file)
    if len(found) > 1 and fragment:
        notes = ((each, documents[each]) for each in found[:MOST] if each in documents)
        having = (each for each, note in notes if judge(fragment, page_fragments([note]), standing.written) == OK)
        meant = next(having, None)
        if meant is None and len(found) > MOST:
            return [Lookup("opaque", path, "very many notes have this name, and one of them may have the heading")]
        return [Lookup("file", meant or found[0])]
    if found:
        return [Lookup("file", found[0])]
    if vault.logseq and (named or standing.written.syntax in WIKI):
        return [Lookup("opaque", path, "Logseq makes a page of any name when it is opened")]
    if told.shown and destination.absolute and standing.written.syntax not in WIKI:
        files = find_stored(below_prefix(path.rstrip("/"), told.prefix), names)
        return [*(Lookup("file", each) for each in files), Lookup("opaque", path, ELSEWHERE)]
    if told.ahead and standing.written.syntax in WIKI and "/" not in path:
        return [Lookup("planned", path, "the note is not written yet, like many that the vault's notes name")]
    if vault.attachments is not None and "/" not in path and extension(path) not in ("", "md"):
        return [Lookup("file", f"{vault.attachments}/{path}")]  # git may ignore the folder
    if "*" in path:
        return [Lookup("unresolvable", path, "a pattern of names: no note can have this sign in its name")]
    return [Lookup("missing", path, f'no file of the vault is named "{path}"')]


def find_linked(vault: Vault, documents: Mapping[str, Document]) -> frozenset[str]:
    """The notes that other notes name."""
    named = ((vault.find(text, path), path) for path, text, _ in _names_in(documents))
    return frozenset(target for target, path in named if target is not None and target != path)


def find_told(vault: Vault, names: Names, documents: Mapping[str, Document], *, published: bool) -> Told:
    """What the notes tell. ``published``: the vault is shown by Obsidian Publish."""
    hrefs = {link.href for each in documents.values() for link in each.links if link.href.startswith("/")}
    addresses = {to.path: to for to in map(read_destination, hrefs) if is_absolute(to)}
    lost = [to for path, to in addresses.items() if not vault.find(path, "")]
    shown = len(lost) >= FEWEST_ADDRESSES and 2 * len(lost) > len(addresses)
    return Told(not published and is_ahead(vault, documents), shown, find_prefix(lost, names) if shown else NO_PREFIX)


def is_ahead(vault: Vault, documents: Mapping[str, Document]) -> bool:
    """Whether so many of the names in double brackets stand for no note that it cannot be by mistake: clicked, such a
    name makes the note (https://obsidian.md/help/links), and authors write them for that."""
    written = [(path, text) for path, text, link in _names_in(documents) if link.syntax in WIKI]
    lost = sum(vault.find(text, path) is None for path, text in written)
    return len(written) >= FEWEST_NAMES and lost > MANY_LOST * len(written)


def _names_in(documents: Mapping[str, Document]) -> Iterator[tuple[str, str, WrittenLink]]:
    """Note, name and link of each."""
    for path, document in documents.items():
        for written in (*document.links, *read_properties(path, document)):
            destination = read_destination(rewrite(Standing(path, path, "/", None, written)))
            if destination.kind == "internal" and destination.path:
                yield path, destination.path, written


def read_properties(path: str, document: Document) -> Iterator[WrittenLink]:
    """The links in properties: ``related: "[[Note]]"``."""
    for key, value in (document.front_matter or {}).items():
        line = document.front_matter_lines.get(key, 1)
        for text in _texts(value):
            for match in IN_MATTER.finditer(text):
                shown = match[2] or match[1]
                span = Span(0, 0, line, 1, line, 1)
                yield WrittenLink("frontmatter", "a", match[1], match[1], shown.strip(), pack_spans(span), prop=key)


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
