"""What the links of Markdown files tell of a site that is built from them, where no config of one is here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

import msgspec

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import TRIMMED, Destination, read_destination
from linklint.site.page_names import are_sure, drop_orders, is_index
from linklint.site.paths import ancestors, join, name, parent
from linklint.site.profiles.conventions import SERVED_FOLDERS, is_shown_by_github
from linklint.site.profiles.plain_by_name import find_named_alone, find_same_name
from linklint.site.profiles.plain_copies import find_copies
from linklint.site.profiles.plain_matter import find_ordered, find_permalinks, is_content
from linklint.site.profiles.plain_names import (
    FEW,
    PICTURE,
    SITE_ENDINGS,
    exists,
    find_own_endings,
    find_site_folders,
    may_be_of_site,
    site_ending,
    top_folder,
)
from linklint.site.profiles.plain_numbers import find_by_number, find_numbered, is_bare
from linklint.site.profiles.plain_objects import find_described, find_documented
from linklint.site.profiles.plain_parts import find_parts, find_together
from linklint.site.profiles.plain_prefix import (
    NO_PREFIX,
    Prefix,
    below_prefix,
    by_page_name,
    find_filled,
    find_markdown,
    find_prefix,
    find_stored,
    is_absolute,
)
from linklint.site.profiles.plain_spelling import find_spelled, has_other_ids

LAYOUT = frozenset({"layout", "permalink"})
ENOUGH = 40
SEVERAL = 4
SURE = 33
"""Of so many addresses that name what is here, one may name what is not."""
BELOW = "/"  # before a shelf that is below the prefix, and for what such addresses tell


class Elsewhere(msgspec.Struct, frozen=True):
    """What the links tell. ``built``: a site is made of the whole repository, so ``/x`` is an address of it. ``pages``:
    files with a layout, of which some site is made: there, too.
    ``folders``: the folders at the top, each with an ending, in which most names with that ending (none, ``html``, one
    of a picture) are addresses of a site. ``prefix``: below which addresses that site shows the repository
    or a folder of it. ``shelves``: folders whose Markdown addresses name, and hardly any name what
    is not there. ``documented``: folders at the top whose labels are names of code; ``described``: the names of
    classes that have pages; ``spelled``: the folders whose
    fragments are spelled as by another program. ``generated``: files that programs write. ``themed``: folders that
    GitHub Pages makes a site of, where ``a.md`` is shown at ``a``. ``own``: the endings of names that do not begin with
    ``/`` and name what is here (in indexes, in other files): these are no addresses of that site. ``named_alone``: the
    folders at the top in which links name files of other folders by their names alone. ``parts``: the names of folders
    whose Markdown is put into the page of the folder above. ``listed``: the folders that hold a list of Hugo's.
    ``permalinks``: address → the file whose front matter says it."""

    built: bool = False
    folders: frozenset[tuple[str, str]] = frozenset()
    pages: frozenset[str] = frozenset()
    prefix: Prefix = NO_PREFIX
    shelves: frozenset[str] = frozenset()
    ordered: frozenset[str] = frozenset()
    copies: frozenset[str] = frozenset()
    documented: frozenset[str] = frozenset()
    described: frozenset[str] = frozenset()
    generated: frozenset[str] = frozenset()
    spelled: frozenset[str] = frozenset()
    themed: frozenset[str] = frozenset()
    own: frozenset[tuple[bool, str]] = frozenset()
    named_alone: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    permalinks: Mapping[str, str] = {}

    def owns(self, path: str, destination: Destination) -> bool:
        """Whether the destination, written in the file, may be an address of such a site. Pictures are looked for as a
        site's only where pages are."""
        if path in self.pages and destination.absolute:
            return True
        if not (self.built or self.folders) or is_shown_by_github(path):
            return False
        ending, folder = site_ending(destination), top_folder(path)
        if ending == PICTURE:
            return (folder, PICTURE) in self.folders and self.makes_ids(path)
        built = self.built and (destination.absolute or (is_index(path), ending) not in self.own)
        return ending is not None and (built or (folder, ending) in self.folders)

    def find_named(self, path: str, destination: Destination, names: Names) -> str | None:
        """The file that the destination names by its name alone."""
        is_bare = "/" not in destination.path and top_folder(path) in self.named_alone
        return find_same_name(path, destination.path, names) if is_bare else None

    def find_numbered(self, path: str, destination: Destination, names: Names) -> str | None:
        """The file that the destination names without the number before its name."""
        is_meant = bool(self.numbered) and parent(path) in self.numbered and is_bare(destination)
        return find_by_number(parent(path), destination.path, names) if is_meant else None

    def find_pretty(self, path: str, destination: Destination, names: Names) -> list[str]:
        """The Markdown that the destination names from the address that Hugo gives to the file's page, ``/a/b/`` for
        ``a/b.md``, unless the config says otherwise
        (https://gohugo.io/configuration/all/#uglyurls)."""
        if not self.listed or self.listed.isdisjoint(ancestors(path)):
            return []
        start = parent(path) if is_index(path) else path.rpartition(".")[0]
        return find_markdown((join(start, destination.path) or "").rstrip("/"), names)

    def find_beside(self, path: str, destination: Destination) -> str | None:
        """The picture that the destination names from the folder that generators give to a page: ``a.md`` → ``/a/``."""
        is_shown = self.makes_ids(path) and site_ending(destination) == PICTURE
        return join(path.rpartition(".")[0], destination.path) if is_shown else None

    def may_climb(self, path: str, destination: Destination) -> bool:
        """Whether a program wrote the file, and the destination as an address above the page's, as sites have them."""
        if path not in self.generated or not destination.path.startswith("../") or is_shown_by_github(path):
            return False
        return site_ending(destination) in SITE_ENDINGS

    @property
    def may_make_ids(self) -> bool:
        """Whether headings of some file may get their ids from such a site."""
        return bool(self.built or self.folders or self.documented)

    def makes_ids(self, path: str) -> bool:
        """Whether headings of the file may get their ids from such a site."""
        if not self.may_make_ids or is_shown_by_github(path):
            return False
        top = top_folder(path)
        return self.built or top in self.documented or any((top, ending) in self.folders for ending in SITE_ENDINGS)

    def spells(self, path: str) -> bool:
        """Whether fragments of the file are known to be spelled otherwise than by GitHub."""
        return path.partition("/")[0] in self.spelled or parent(path) in self.together | self.numbered

    def lists(self, path: str) -> bool:
        """Whether such a site may list the page."""
        in_order = not (is_shown_by_github(path) or self.ordered.isdisjoint(ancestors(path)))
        return in_order or self.makes_ids(path)


def find_evidence(
    documents: Mapping[str, Document], written: AbstractSet[str], generated: frozenset[str], names: Names
) -> Elsewhere:
    """What all links together tell. ``written``: their destinations. ``generated``: files that programs write."""
    absolute = {href: read_destination(href) for href in written if href.strip(TRIMMED).startswith(("/", "%", "{"))}
    relative = {href: read_destination(href) for href in written if may_be_of_site(href)}
    beside = ((path, link.href) for path, document in documents.items() for link in document.links)
    named = {(path, relative[href]) for path, href in beside if href in relative}
    built = are_foreign(absolute, names) or is_content(documents.values()) or has_other_ids(documents, written)
    pages = frozenset(path for path, each in documents.items() if not LAYOUT.isdisjoint(each.front_matter or {}))
    prefix = find_prefix(absolute.values(), names) if built else NO_PREFIX
    if prefix == NO_PREFIX:
        prefix, filled = find_filled(written, names)
        absolute |= filled
        built = built or prefix.is_filled
    shelves = find_shelves(documents, absolute, prefix, names) if built else frozenset()
    ordered, copies, folders = find_ordered(documents), find_copies(documents, names), find_site_folders(named, names)
    documented, spelled = find_documented(documents), find_spelled(documents, written)
    own = find_own_endings(named, names) if built else frozenset()
    alone = find_named_alone(documents, written, names)
    found = Elsewhere(built, folders, pages, prefix, shelves, ordered, copies, documented)
    return msgspec.structs.replace(
        found,
        described=find_described(documents),
        generated=generated,
        spelled=spelled,
        permalinks=find_permalinks(documents),
        own=own,
        named_alone=alone,
        parts=find_parts(documents, names),
        together=find_together(documents),
        numbered=find_numbered(named, names),
    )


def find_shelves(
    documents: Mapping[str, Document], absolute: Mapping[str, Destination], prefix: Prefix, names: Names
) -> frozenset[str]:
    """Folders whose pages several addresses name, where of all page addresses written in the same folder at the top,
    many, nearly all name Markdown that stands here: a file of that name is all that makes a page there."""
    asked = {
        (parent(path), to.path.rstrip("/")): (path, to._replace(fragment=None))
        for path, document in documents.items()
        for link in document.links
        if link.element == "a" and (to := absolute.get(link.href)) and is_absolute(to)
        if top_folder(path) or below_prefix(to.path, prefix) is not None
        if site_ending(to) in SITE_ENDINGS and not exists(join("", to.path), names)
    }
    found: dict[str, set[str]] = {}
    lost: dict[str, set[str]] = {}
    for path, to in asked.values():
        source = next(iter(name_sources(path, to, prefix, names)), "")
        rest = below_prefix(to.path, prefix)  # addresses below the prefix tell of each other, wherever they stand
        group = top_folder(path) if rest is None else BELOW
        (found if source else lost).setdefault(group, set()).add(source or (to.path if rest is None else rest))
    held = _find_held(found.get(BELOW, ()))  # elsewhere lists of tags and authors may lie
    lost[BELOW] = {rest for rest in lost.get(BELOW, ()) if parent(rest.strip("/")) in held}
    sure = [top for top in found if are_sure(len(found[top]), len(lost.get(top, ())), enough=ENOUGH, to_one=SURE)]
    shown = {BELOW + folder for folder in held} if BELOW in sure else ()
    return _find_held(source for top in sure if top != BELOW for source in found[top]).union(shown)


def _find_held(sources: Iterable[str]) -> frozenset[str]:
    """The folders of addresses which several of the files make pages in."""
    counts = Counter(map(_shelf_of, sources))
    return frozenset(folder for folder, count in counts.items() if count >= SEVERAL)


def _shelf_of(source: str) -> str:
    """The folder that the address lies in which is made of the file: an index is named like its folder."""
    return parent(parent(source)) if is_index(source) else parent(source)


def is_off_shelf(file: str, destination: Destination, elsewhere: Elsewhere, names: Names) -> bool:
    """Whether the address, written in the file, lies in one of the shelves, whichever of the folders above the file it
    begins in, and no file of any kind there has its name."""
    address = destination.path.strip("/")
    if not elsewhere.shelves or site_ending(destination) not in SITE_ENDINGS:
        return False
    rest = below_prefix(destination.path, elsewhere.prefix)
    inside = [join(folder, parent(address)) or "" for folder in ancestors(file)]
    inside += [] if rest is None else [BELOW + parent(rest.strip("/"))]
    shelves = elsewhere.shelves.intersection(inside)
    stems = {stem for folder in shelves for stem in _stems_by_folder(names).get(folder.removeprefix(BELOW), ())}
    return bool(stems) and name(address).partition(".")[0] not in stems and not any("[" in stem for stem in stems)


@lru_cache(maxsize=4)
def _stems_by_folder(names: Names) -> Mapping[str, AbstractSet[str]]:
    """Folder → the names of the files and folders in it, without endings, and without numbers for the order too."""
    found: dict[str, set[str]] = {}
    for path in (*names.files, *names.directories):
        last = name(path)
        found.setdefault(parent(path), set()).update((last.partition(".")[0], drop_orders(last).partition(".")[0]))
    return found


def name_sources(file: str, destination: Destination, prefix: Prefix, names: Names) -> list[str]:
    """The Markdown that the address, written in the file, is probably made of, nearest first: one that begins with
    ``/`` begins in a folder that holds the file too, and below the prefix it may name a file of any kind. A README is
    none if there is a fragment: GitHub's ids of its headings are known, but not the site's."""
    path = destination.path
    folders = ancestors(file) if destination.absolute else [parent(file)]
    found = [source for folder in folders for source in find_markdown(join(folder, path.lstrip("/")), names)]
    rest = below_prefix(path, prefix)
    if not found and rest is not None:
        found = find_stored(rest, names)
    return [source for source in found if not (destination.fragment and is_shown_by_github(source))]


def name_page(file: str, path: str, names: Names) -> bool:
    """Whether Markdown has the name that a path ends in, with ``.md`` behind it, and maybe a number for the order
    before it, in the same folder at the top as ``file``: ``routes/entry.tsx`` and ``40-api/10-entry.tsx.md``."""
    wanted = name(path)
    return bool(wanted) and any(top_folder(each) == top_folder(file) for each in by_page_name(names).get(wanted, ()))


def name_served(file: str, path: str, names: Names) -> list[str]:
    """The files that a build copies to the address ``path``, which begins with ``/``, written in the file: from a
    folder beside it or one of its folders, nearest first."""
    folders = [join(folder, served) for folder in ancestors(file) for served in sorted(SERVED_FOLDERS)]
    found = [join(folder, path.lstrip("/")) for folder in folders if folder in names.directories]
    return [each for each in found if each in names.files]


def are_foreign(written: Mapping[str, Destination], names: Names) -> bool:
    """Whether most addresses that begin with ``/``, several at least, name nothing at the repository's top, or hold
    template expressions: then they are addresses of a site that is built from it."""
    every = {to.path or href: to for href, to in written.items() if to.kind == "unresolvable" or is_absolute(to)}
    lost = sum(to.kind == "unresolvable" or not exists(join("", to.path), names) for to in every.values())
    return len(every) >= FEW and 2 * lost > len(every)
