"""Markdown as GitHub shows it: READMEs, handbooks, lists. No build, no navigation but the folder tree.

Rules: DESIGN section 6; https://docs.github.com/en/get-started/writing-on-github (relative links, section links).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import Destination, read_destination
from linklint.site.fragments import judge_github_fragment
from linklint.site.generators import generator_folders, jekyll_folders
from linklint.site.languages import language_homes
from linklint.site.paths import ancestors, below, extension, join, name, parent, within
from linklint.site.profile import Address, Detection, Lookup, Mount, Profile, Read, Standing, learn_by
from linklint.site.profiles.conventions import is_community_file, is_copied, is_mostly_html, is_set_aside, is_standing
from linklint.site.profiles.github import addresses_here, own_repository
from linklint.site.profiles.plain_evidence import (
    Elsewhere,
    find_evidence,
    find_fragments,
    is_content,
    is_off_shelf,
    name_in_skill,
    name_page,
    name_served,
    name_sources,
)
from linklint.site.profiles.wikijs import is_wiki, with_wiki
from linklint.site.tables import content_roots, index_folders
from linklint.source.dialects import GFM

MARKDOWN = frozenset({"md", "markdown"})
READMES = ("readme.md", "readme.markdown")
INDEXES = (*READMES, "index.md", "index.markdown")
ABOVE = "it leads above the repository's top, to an address of GitHub's"
COPIED = "the text is copied, and read from another place than this file's"
IN_BRANCH = re.compile(r"(?:\.\./)+(?:blob|tree)/[^/]+/(.+)")  # as issues name files, which lie beside their branches
MANY = 10
A_SHELF = 5
ENOUGH_BY_HAND = 0.5
ENOUGH_UNDER_THEME = 0.8


class Doubts(msgspec.Struct, frozen=True):
    """Why pages may be read without any link of ours. ``generators``: folders of site generators that make a
    navigation. ``themes``: folders of Jekyll sites, whose theme may list pages, unless nearly all are linked by hand.
    ``by_evidence``: where of many pages less than half are linked, in the repository or in the folder, people browse
    the folders instead. ``beside``: the repository is one of HTML pages, and its Markdown only accompanies them."""

    generators: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    by_evidence: bool = False
    beside: bool = False


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Any Markdown at all."""
    every = [path for path in names.files if extension(path) in (*MARKDOWN, "mdx")]
    aside = sum(is_set_aside(path, names) for path in every)
    if len(every) == aside:
        return ()
    left_out = f" ({aside} in folders of test data or of other projects left out)" if aside else ""
    return (Detection("", "Markdown files, read as GitHub shows them" + left_out),)


def open_plain(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The whole repository, or the configured content folders, as one site."""
    roots = content_roots(settings) or (found.root,)
    documents = [path for path, file in names.files.items() if file.kind == "file" and file.present]
    indexes = index_folders(documents, INDEXES)
    doubts = find_doubts(names, read, settings)
    mount = Mount(
        framework="plain",
        root=found.root,
        reason=found.reason,
        dialect=partial(find_dialect, names, roots),
        address=partial(find_address, roots, indexes),
        lookups=partial(find_lookups, roots, Elsewhere(), names),
        fragments=find_fragments,
        judge=judge_github_fragment,
        indexes=INDEXES,
        listings=partial(list_shown, roots),
        roots=partial(find_roots, roots),
        orphans=partial(doubt_orphans, doubts),
        slugs_known=partial(is_shown_by_github, doubts.generators),
    )
    find = partial(find_told, names, bool(settings.content))
    return msgspec.structs.replace(mount, learn=learn_by(find, partial(with_told, mount, roots, names)))


def is_shown_by_github(generators: frozenset[str], path: str) -> bool:
    """Whether GitHub shows the page, and nothing else but for a community file: below the config of a site generator,
    that one makes the ids of headings, and by rules that are not known here."""
    return generators.isdisjoint(ancestors(path)) or is_community_file(path)


def find_doubts(names: Names, read: Read, settings: SiteSettings) -> Doubts:
    """Who says that this is no site of another kind, says that nobody else links its pages."""
    if settings.framework != "auto" or settings.content:
        return Doubts()
    files = names.files
    return Doubts(generator_folders(names, read), jekyll_folders(files), by_evidence=True, beside=is_mostly_html(files))


def find_dialect(names: Names, roots: tuple[str, ...], path: str) -> Dialect | None:
    """GitHub's Markdown for every Markdown file below a content root."""
    if extension(path) not in MARKDOWN or not any(within(path, root) for root in roots):
        return None
    return None if is_set_aside(path, names) else GFM


def find_address(roots: tuple[str, ...], indexes: Mapping[str, str], path: str, document: Document) -> Address:
    """``a/b.md`` → ``/a/b.md``; a README, else an index, stands for its folder: ``/a/``. With one content root,
    addresses begin there. ``draft`` and ``published`` mean nothing to GitHub."""
    url = "/" + (below(path, roots[0]) if len(roots) == 1 else path)
    orphan = "intended" if is_standing(path) else "checked"
    if indexes.get(parent(path)) == path:
        folder = url.rpartition("/")[0] + "/"
        return Address(folder, also=(url,), kind="home" if folder == "/" else "section", orphan=orphan)
    return Address(url, orphan=orphan)


def find_lookups(
    roots: tuple[str, ...], elsewhere: Elsewhere, names: Names, standing: Standing, destination: Destination
) -> list[Lookup]:
    """Relative to the file; ``/x`` from the content root, else from the top. An address of a site leads to Markdown."""
    written = destination.path
    if written[:1] == "/":
        near = [root for root in roots if within(standing.file, root)] + list(roots)
        paths = [join(root, written) for root in dict.fromkeys([*near, ""])]
        found = [Lookup("file", path) for path in paths if path is not None]
        if not found:
            return [Lookup("outside", written, ABOVE)]
        if elsewhere.built or elsewhere.owns(standing.file, destination):
            here = name_sources(standing.file, destination, elsewhere.prefix, names)
            found += [Lookup("file", each) for each in (*here, *name_served(standing.file, written, names))]
            if is_off_shelf(standing.file, destination, elsewhere.shelves, names):
                return [*found, Lookup("missing", written, f"there is no page {written}")]
            found.append(Lookup("opaque", written, "most addresses that begin with / lead to another site here"))
        return [*found, Lookup("opaque", written, COPIED)] if is_copied(standing.file) else found
    if standing.base and "//" not in standing.base:
        base = standing.base.partition("?")[0]
        written = f"{base.rpartition('/')[0]}/{written}" if base else written
    path = join(parent(standing.file), written)
    if is_copied(standing.file) or standing.file in elsewhere.copies:
        named = IN_BRANCH.fullmatch(written)
        paths = [path, join("", named[1]) if named else None]
        files = [Lookup("file", each) for each in paths if each is not None]
        return [*files, Lookup("opaque", destination.path, COPIED)]
    if path is None:
        return [Lookup("outside", destination.path, ABOVE)]
    found = [Lookup("file", each) for each in (path, *name_in_skill(standing.file, written, names))]
    if elsewhere.owns(standing.file, destination):
        found += [Lookup("file", each) for each in name_sources(standing.file, destination, "", names)]
        found.append(Lookup("opaque", destination.path, "most names of this kind are addresses of another site here"))
    elif elsewhere.makes_ids(standing.file) and name_page(standing.file, path, names):
        found += [Lookup("file", each) for each in name_sources(standing.file, destination, "", names)]
        found.append(Lookup("opaque", destination.path, "a site is built here, of a page with that name too"))
    return found


def find_roots(roots: tuple[str, ...], pages: Sequence[Page]) -> list[str]:
    """The README or index of each content root; without one at the top, the README that GitHub shows instead; and
    those of language folders."""
    indexes = index_folders((page.path for page in pages), INDEXES)
    found = [indexes[root] for root in roots if root in indexes]
    shown = [indexes[folder] for folder in (".github", "docs") if folder in indexes]
    return [*(found or (shown[:1] if roots == ("",) else [])), *language_homes(roots, indexes)]


def list_shown(roots: tuple[str, ...], pages: Sequence[Page]) -> list[tuple[str, str]]:
    """What GitHub shows without a link of the author's: a folder's README to everyone who opens the folder, so the
    nearest index page above it leads there; the community files beside the front page."""
    indexes = index_folders((page.path for page in pages), INDEXES)
    links = []
    for folder, path in indexes.items():
        above = next((indexes[other] for other in ancestors(folder) if other in indexes), None) if folder else None
        if above and name(path).lower() in READMES:
            links.append((above, path))
    for home in find_roots(roots, pages)[:1]:
        links.extend((home, page.path) for page in pages if is_community_file(page.path))
    return links


def doubt_orphans(doubts: Doubts, pages: Sequence[Page], linked: frozenset[str]) -> dict[str, str]:
    """Orphan state is unknown where readers may come without a link of ours: see ``Doubts``; for a folder's README that
    no README leads to; and for a page that only sends readers to another site."""
    themes = {folder for folder in doubts.themes if linked_share(pages, linked, folder) < ENOUGH_UNDER_THEME}
    unknown = doubts.generators | themes
    shelves = find_shelves(pages, linked) if doubts.by_evidence else frozenset()
    built = doubts.by_evidence and is_content(page.document for page in pages)
    states = {}
    for page in pages:
        is_lone_readme = name(page.path).lower() in READMES and page.path not in linked
        if (
            is_lone_readme
            or is_signpost(page)
            or page.document.generated
            or doubts.beside
            or built
            or not unknown.isdisjoint(ancestors(page.path))
            or page.path in shelves
        ):
            states[page.path] = "unknown"
    return states


def doubt_listed(
    doubt: Callable[[Sequence[Page], frozenset[str]], Mapping[str, str]],
    elsewhere: Elsewhere,
    pages: Sequence[Page],
    linked: frozenset[str],
) -> dict[str, str]:
    """A site that is made of the files may list any of its pages, too."""
    made = {page.path: "unknown" for page in pages if elsewhere.lists(page.path)}
    return {**doubt(pages, linked), **made}


def find_shelves(pages: Sequence[Page], linked: frozenset[str]) -> frozenset[str]:
    """The pages that people find by browsing: the repository has many, and less than half of those in the nearest
    folder that holds several (or of all) have a link."""
    counts: dict[str, tuple[int, int]] = {}
    for page in filter(is_meant, pages):
        for folder in ancestors(page.path):
            here, reached = counts.get(folder, (0, 0))
            counts[folder] = here + 1, reached + (page.path in linked)
    if counts.get("", (0, 0))[0] < MANY:
        return frozenset()
    browsed = {folder for folder, (here, reached) in counts.items() if reached < ENOUGH_BY_HAND * here}

    def shelf(path: str) -> str:
        return next((folder for folder in ancestors(path) if counts.get(folder, (0, 0))[0] >= A_SHELF), "")

    return frozenset(page.path for page in pages if "" in browsed or shelf(page.path) in browsed)


def linked_share(pages: Sequence[Page], linked: frozenset[str], folder: str) -> float:
    """Of the pages below the folder that somebody should link, the share that has a link; 0 to 1."""
    meant = [page for page in pages if is_meant(page) and within(page.path, folder)]
    return sum(page.path in linked for page in meant) / len(meant) if meant else 0.0


def is_signpost(page: Page) -> bool:
    """Whether the page says little more than where something is now: it is kept for links from elsewhere."""
    links = page.document.links
    return (
        page.document.brief
        and len(links) == 1
        and read_destination(links[0].href).kind == "external"
        and links[0].element == "a"
    )


def is_meant(page: Page) -> bool:
    """Whether readers come by links: no root, nothing that stands by itself."""
    return page.orphan == "checked" and not page.root


class Told(NamedTuple):
    """What links and front matter tell: the repository's own address on GitHub; whether ``/x`` means the repository's
    top, and ``x`` the folder's; whether Wiki.js writes the files."""

    repository: str | None
    elsewhere: Elsewhere
    wiki: bool


def find_told(names: Names, configured: bool, documents: Mapping[str, Document]) -> Told:
    """What is told."""
    written = {link.href for document in documents.values() for link in document.links}
    full = (read_destination(href) for href in written if ":" in href or "//" in href)
    repository, wiki = own_repository(full, names), not configured and is_wiki(documents.values())
    return Told(repository, Elsewhere() if configured or wiki else find_evidence(documents, written, names), wiki)


def with_told(mount: Mount, roots: tuple[str, ...], names: Names, told: Told) -> Mount:
    """The mount, with what is told."""
    repository, elsewhere, wiki = told
    own: Callable[[Destination], Sequence[Lookup]] = partial(addresses_here, repository)
    known = msgspec.structs.replace(
        mount,
        own=own,
        lookups=partial(find_lookups, roots, elsewhere, names),
        slugs_known=lambda path: mount.slugs_known(path) and not elsewhere.makes_ids(path),
        orphans=partial(doubt_listed, mount.orphans, elsewhere),
    )
    return with_wiki(known, names) if wiki else known


PROFILE = Profile("plain", detect, open_plain)
