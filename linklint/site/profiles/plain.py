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
from linklint.site.destination import Destination, read_cached
from linklint.site.fragments import judge_github_fragment
from linklint.site.generators import jekyll_folders
from linklint.site.glancing import glance
from linklint.site.languages import language_homes
from linklint.site.paths import ancestors, below, extension, join, name, parent, within
from linklint.site.profile import Address, Detection, Lookup, Mount, Profile, Read, Standing, learn_by
from linklint.site.profiles.conventions import (
    SERVED_FOLDERS,
    is_community_file,
    is_copied,
    is_set_aside,
    is_standing,
)
from linklint.site.profiles.github import addresses_here, own_repository
from linklint.site.profiles.plain_by_name import MARKDOWN
from linklint.site.profiles.plain_doubts import READMES, doubt_listed, doubt_orphans, find_doubts
from linklint.site.profiles.plain_evidence import (
    Elsewhere,
    find_evidence,
    is_off_shelf,
    name_page,
    name_served,
    name_sources,
)
from linklint.site.profiles.plain_folders import find_listed, find_sections
from linklint.site.profiles.plain_ids import find_ruled, is_filled
from linklint.site.profiles.plain_matter import bare_address, find_fragments, find_written_for_github
from linklint.site.profiles.plain_names import top_folder
from linklint.site.profiles.plain_objects import explain_described, explain_item, explain_label
from linklint.site.profiles.plain_parts import name_above
from linklint.site.profiles.plain_prefix import ELSEWHERE, NO_PREFIX, Prefix, below_prefix, read_filled
from linklint.site.profiles.plain_variants import is_variant
from linklint.site.profiles.skills import is_told_to_write, name_in_skill
from linklint.site.profiles.wikijs import is_wiki, with_wiki
from linklint.site.tables import content_roots, index_folders
from linklint.source.dialects import GFM

INDEXES = (*READMES, "index.md", "index.markdown")
ABOVE = "it leads above the repository's top, to an address of GitHub's"
COPIED = "the text is copied, and read from another place than this file's"
GFM_OF_HUGO = msgspec.structs.replace(GFM, masks=("hugo",))
# The sites of Svelte's projects, whose pages lie in numbered sections, read front matter line by line
# (``extract_frontmatter`` in packages/site-kit/src/lib/markdown/utils.ts of sveltejs/svelte.dev).
GFM_IN_SECTIONS = msgspec.structs.replace(GFM, front_matter=("texts",))
THROUGH_BRANCH = re.compile(r"((?:\.\./)+)(?:main|master)/(.+)")
IN_BRANCH = re.compile(r"(?:\.\./)+(?:blob|tree)/[^/]+/(.+)")  # as issues name files, which lie beside their branches


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Any Markdown at all."""
    every = names.ending(*MARKDOWN, "mdx")
    aside = sum(is_set_aside(path, names) for path in every)
    if len(every) == aside:
        return ()
    left_out = f" ({aside} in folders of test data or of other projects left out)" if aside else ""
    return (Detection("", "Markdown files, read as GitHub shows them" + left_out),)


def open_plain(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The whole repository, or the configured content folders, as one site."""
    roots = content_roots(settings) or (found.root,)
    named = (names.files[path] for path in names.ending(*map(extension, INDEXES)))
    indexes = index_folders((file.path for file in named if file.kind == "file" and file.present), INDEXES)
    doubts = find_doubts(names, read, settings)
    mount = Mount(
        framework="plain",
        root=found.root,
        reason=found.reason,
        dialect=partial(find_dialect, names, roots, find_listed(names), find_sections(names)),
        address=partial(find_address, roots, indexes),
        lookups=partial(find_lookups, roots, Elsewhere(), names),
        fragments=find_fragments,
        judge=judge_github_fragment,
        indexes=INDEXES,
        listings=partial(list_shown, roots),
        roots=partial(find_roots, roots, settings.languages),
        orphans=partial(doubt_orphans, doubts),
        slugs_known=partial(is_shown_by_github, doubts.generators),
    )
    find = partial(find_told, names, bool(settings.content), doubts.generators)
    return msgspec.structs.replace(mount, learn=learn_by(find, partial(with_told, mount, roots, names, read)))


def is_shown_by_github(generators: frozenset[str], path: str) -> bool:
    """Whether GitHub shows the page, and nothing else but for a community file and the README at the top, written for
    it: below the config of a site generator, that one makes the ids of headings, by rules that are not known here."""
    return generators.isdisjoint(ancestors(path)) or is_community_file(path) or path.lower() in READMES


def find_dialect(
    names: Names, roots: tuple[str, ...], lists: frozenset[str], sections: frozenset[str], path: str
) -> Dialect | None:
    """GitHub's Markdown for every Markdown file below a content root. ``lists``: folders with a list of Hugo's;
    ``sections``: those that hold numbered sections."""
    if extension(path) not in MARKDOWN or not any(within(path, root) for root in roots) or is_set_aside(path, names):
        return None
    if sections and not sections.isdisjoint(ancestors(path)):
        return GFM_IN_SECTIONS
    return GFM if lists.isdisjoint(ancestors(path)) else GFM_OF_HUGO


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
        if elsewhere.permalinks and (said := elsewhere.permalinks.get(bare_address(written))):
            found.append(Lookup("file", said))
        if not SERVED_FOLDERS.isdisjoint(parent(standing.file).split("/")):
            found += [Lookup("file", each) for each in name_served(standing.file, written, names)]
        if elsewhere.built or elsewhere.owns(standing.file, destination):
            here = name_sources(standing.file, destination, elsewhere.prefix, names)
            found += [Lookup("file", each) for each in (*here, *name_served(standing.file, written, names))]
            if is_off_shelf(standing.file, destination, elsewhere, names):
                page = standing.written.href.strip().partition("#")[0] if elsewhere.prefix.is_filled else written
                rest = below_prefix(written, elsewhere.prefix)
                asked = written if rest is None else f"/{rest}"
                return [*found, Lookup("missing", asked, f"there is no page {page}")]
            found.append(Lookup("opaque", written, ELSEWHERE))
        is_told = is_copied(standing.file) or is_told_to_write(standing.file, written, names)
        return [*found, Lookup("opaque", written, COPIED)] if is_told else found
    if standing.base and "//" not in standing.base:
        base = standing.base.partition("?")[0]
        written = f"{base.rpartition('/')[0]}/{written}" if base else written
    path = join(parent(standing.file), written)
    if path is not None and path in names.files:  # as nearly always; nothing else is looked for then
        return [Lookup("file", path)]
    if is_copied(standing.file) or standing.file in elsewhere.copies:
        named = IN_BRANCH.fullmatch(written)
        paths = [path, join("", named[1]) if named else None]
        files = [Lookup("file", each) for each in paths if each is not None]
        return [*files, Lookup("opaque", destination.path, COPIED)]
    pretty = elsewhere.find_pretty(standing.file, destination, names)
    if path is None:
        through = find_through_branch(standing.file, written, names)
        return [Lookup("file", each) for each in (*pretty, *through)] or [Lookup("outside", destination.path, ABOVE)]
    found = [Lookup("file", each) for each in (*pretty, path, *name_in_skill(standing.file, written, names))]
    if is_told_to_write(standing.file, written, names):
        return [*found, Lookup("opaque", written, COPIED)]
    if elsewhere.themed and not elsewhere.themed.isdisjoint(ancestors(standing.file)):
        found += [Lookup("file", each) for each in name_sources(standing.file, destination, NO_PREFIX, names)]
    if (alone := elsewhere.find_named(standing.file, destination, names)) is not None:
        found.append(Lookup("file", alone))
    if (numbered := elsewhere.find_numbered(standing.file, destination, names)) is not None:
        found.append(Lookup("file", numbered))
    if name(parent(standing.file)) in elsewhere.parts:
        found.append(Lookup("file", name_above(standing.file, destination)))
    if (beside := elsewhere.find_beside(standing.file, destination)) is not None:
        found.append(Lookup("file", beside))
    if elsewhere.owns(standing.file, destination):
        found += [Lookup("file", each) for each in name_sources(standing.file, destination, NO_PREFIX, names)]
        found.append(Lookup("opaque", destination.path, "most names of this kind are addresses of another site here"))
    elif elsewhere.makes_ids(standing.file) and name_page(standing.file, path, names):
        found += [Lookup("file", each) for each in name_sources(standing.file, destination, NO_PREFIX, names)]
        found.append(Lookup("opaque", destination.path, "a site is built here, of a page with that name too"))
    elif is_variant(path, names) or parent(standing.file) in elsewhere.together:
        found.append(Lookup("opaque", destination.path, "a program puts this page together"))
    if elsewhere.may_climb(standing.file, destination):
        found.append(Lookup("opaque", destination.path, "a program wrote the page, and may have done so for a site"))
    return found


def find_through_branch(file: str, written: str, names: Names) -> list[str]:
    """The file that a link names from the folder of branches, in which GitHub shows the repository's top:
    ``../master/a.md`` in the README."""
    named = THROUGH_BRANCH.fullmatch(written)
    return [named[2]] if named and len(named[1]) == 3 * (file.count("/") + 1) and named[2] in names else []


def rewrite(prefix: Prefix, names: Names, standing: Standing) -> str:
    """The destination as the prefix of ``Elsewhere`` has it, where a build puts something into how addresses begin."""
    return read_filled(prefix, names, standing.written.href)


def find_roots(roots: tuple[str, ...], languages: tuple[str, ...], pages: Sequence[Page]) -> list[str]:
    """The README or index of each content root; without one at the top, the README that GitHub shows instead; and
    those of language folders. ``languages``: those of the site, where they are told."""
    indexes = index_folders((page.path for page in pages), INDEXES)
    found = [indexes[root] for root in roots if root in indexes]
    shown = [indexes[folder] for folder in (".github", "docs") if folder in indexes]
    return [*(found or (shown[:1] if roots == ("",) else [])), *language_homes(roots, indexes, languages)]


def list_shown(roots: tuple[str, ...], pages: Sequence[Page]) -> list[tuple[str, str]]:
    """What GitHub shows without a link of the author's: a folder's README to everyone who opens the folder, so the
    nearest index page above it leads there; the community files beside the front page."""
    indexes = index_folders((page.path for page in pages), INDEXES)
    links = []
    for folder, path in indexes.items():
        above = next((indexes[other] for other in ancestors(folder) if other in indexes), None) if folder else None
        if above and name(path).lower() in READMES:
            links.append((above, path))
    for home in find_roots(roots, (), pages)[:1]:
        links.extend((home, page.path) for page in pages if is_community_file(page.path))
    return links


class Told(NamedTuple):
    """What links and front matter tell: the repository's own address on GitHub; whether ``/x`` means the repository's
    top, and ``x`` the folder's; whether Wiki.js writes the files; which files programs write; which name their headings
    by GitHub's rules, and in which folders at the top a site does."""

    repository: str | None
    elsewhere: Elsewhere
    wiki: bool
    generated: frozenset[str]
    by_github: frozenset[str]
    ruled: frozenset[str]


def find_told(names: Names, configured: bool, generators: frozenset[str], documents: Mapping[str, Document]) -> Told:
    """What is told."""
    written = {link.href for document in documents.values() for link in document.links}
    full = (read_cached(href, False) for href in written if ":" in href or "//" in href)
    repository, wiki = own_repository(full, names), not configured and is_wiki(documents.values())
    generated = frozenset(path for path, each in documents.items() if each.generated)
    alone = configured or wiki
    elsewhere = Elsewhere() if alone else find_evidence(documents, written, generated, names)
    listed = frozenset() if alone else find_listed(names)
    elsewhere = msgspec.structs.replace(elsewhere, themed=jekyll_folders(names), listed=listed)
    by_github = find_written_for_github(documents, generators)
    ruled = find_ruled(documents, elsewhere.makes_ids) if elsewhere.may_make_ids else frozenset()
    return Told(repository, elsewhere, wiki, generated, by_github, ruled)


def with_told(mount: Mount, roots: tuple[str, ...], names: Names, read: Read, told: Told) -> Mount:
    """The mount, with what is told."""
    repository, elsewhere, wiki, generated, by_github, ruled = told

    def are_known(path: str) -> bool:
        if not (path in by_github or mount.slugs_known(path)) or elsewhere.spells(path):
            return False
        return not elsewhere.makes_ids(path) or (top_folder(path) in ruled and not glance(read, path, is_filled))

    own: Callable[[Destination], Sequence[Lookup]] = partial(addresses_here, repository)
    known = msgspec.structs.replace(
        mount,
        own=own,
        rewrite=partial(rewrite, elsewhere.prefix, names) if elsewhere.prefix.is_filled else mount.rewrite,
        lookups=partial(find_lookups, roots, elsewhere, names),
        slugs_known=are_known,
        undefined=partial(
            explain_described, elsewhere.described, explain_label if elsewhere.documented else explain_item
        ),
        orphans=partial(doubt_listed, mount.orphans, elsewhere, generated),
    )
    return with_wiki(known, names) if wiki else known


PROFILE = Profile("plain", detect, open_plain)
