"""Documents → Site: addresses, pages, links, orphan states, clusters; in that order, each from the ones before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

import msgspec

from linklint.model.document import Document, Note
from linklint.model.files import Repository
from linklint.model.glob import compile_glob
from linklint.model.settings import Settings, SiteSettings
from linklint.model.site import Entry, FileFacts, Framework, Page, Run, Site
from linklint.site.canonicals import with_canonicals
from linklint.site.clusters import find_clusters
from linklint.site.entries import find_entries
from linklint.site.frameworks import claim
from linklint.site.front_matter_values import find_wrong_values
from linklint.site.joining import join_rows
from linklint.site.linking import Edge, drop_parts_alone, listing_edges, make_links, navigation_edges, written_edges
from linklint.site.nested import TOGETHER
from linklint.site.orphans import with_orphan_states
from linklint.site.pages import Draft, draft_pages, find_page, make_pages
from linklint.site.places import known_headings
from linklint.site.profile import Mount
from linklint.site.sharing import Resolved, SharedLinks, Taken, find_ground, find_runs, take_equal
from linklint.site.sisters import with_sisters
from linklint.site.sitemaps import sitemap_entries
from linklint.site.tables import MountTables, Tables, fold_urls, index_folders, own_addresses

FRONT_MATTER_KEYS = ("cluster", "role", "keyword", "stage", "audience", "priority")


def build(
    repository: Repository,
    mounts: Sequence[Mount],
    documents: Mapping[str, Document],
    settings: Settings,
    sizes: Mapping[str, int] = {},
    shared: SharedLinks | None = None,
) -> Site:
    """The site that the documents make. ``documents`` are those that ``sources`` named, read. ``sizes``: path → how
    many bytes were read of it. ``shared``: the links of another state of the repository, which is built before."""
    owners = {path: claim(mounts, path) or 0 for path in documents}
    opened, mounts = mounts, _learn(mounts, owners, documents)
    drafts = draft_pages(documents, owners, mounts)
    mounts = with_sisters(opened, mounts, owners, documents, drafts)
    addresses = first_numbers(drafts, mounts)
    pages = make_pages(drafts, documents, mounts, settings.site.languages)
    pages = _with_roots(pages, drafts, addresses, mounts, settings.site)
    tables = _make_tables(repository, pages, drafts, mounts, documents, settings)
    edges, kept = _share_written(opened, drafts, mounts, documents, tables, settings.site, shared)
    edges.extend(_find_shown(drafts, pages, mounts, documents, tables))
    groups = [(mount, _of_mount(pages, drafts, number)) for number, mount in enumerate(mounts)]
    taken_in = frozenset(part for draft in drafts for part in draft.parts if part != draft.path)
    skip = {*documents, *_list_configs(settings)}
    pages = with_orphan_states(pages, groups, edges, repository, settings.site.orphans_ok, skip, taken_in)
    by_path, by_url = _make_indexes(pages, addresses)
    pages = with_canonicals(pages, by_path, by_url, settings.site)
    by_path, by_url = _make_indexes(pages, addresses)
    keys = {word: settings.site.front_matter_keys.get(word, word) for word in FRONT_MATTER_KEYS}
    clusters, members, pairs = find_clusters(settings.clusters, pages, by_path, by_url, keys)
    wrong = find_wrong_values(pages, clusters, members, keys)
    return Site(
        pages=tuple(pages),
        links=tuple(make_links(edges, by_path)),
        files=tuple(
            _file_facts(path, documents[path], sizes.get(path, 0), wrong.get(path)) for path in sorted(documents)
        ),
        frameworks=tuple(
            Framework(mount.framework, mount.root, mount.reason, mount.base, mount.copied, left_out)
            for mount, left_out in zip(mounts, _count_left_out(mounts, owners, drafts), strict=True)
        ),
        clusters=clusters,
        members=members,
        pairs=pairs,
        entries=tuple(_find_entries(repository, mounts, documents, by_path, tables, settings.site.ignore)),
        by_path=by_path,
        by_url=by_url,
        names=tuple(repository.names.files),
        front_matter_keys=keys,
        rows=tuple(join_rows(settings.data, mounts, by_path, tables)),
        kept=kept,
        excerpted=frozenset(path for draft in drafts for path, ranges in draft.parts.items() if ranges is not None),
    )


def _learn(mounts: Sequence[Mount], owners: Mapping[str, int], documents: Mapping[str, Document]) -> list[Mount]:
    """The mounts, with what their own documents tell of the site."""
    own: list[dict[str, Document]] = [{} for _ in mounts]
    for path, document in documents.items():
        own[owners[path]][path] = document
    return [mount.learn(mine) if mount.learn else mount for mount, mine in zip(mounts, own, strict=True)]


def _list_configs(settings: Settings) -> Iterator[str]:
    """The files that are read for what they configure, and whose words therefore mention no page."""
    paths = settings.config_path, settings.clusters_path, settings.baseline, *(table.path for table in settings.data)
    return (path for path in paths if path)


def _find_entries(
    repository: Repository,
    mounts: Sequence[Mount],
    documents: Mapping[str, Document],
    by_path: Mapping[str, Page],
    tables: Tables,
    ignore: Sequence[str],
) -> Iterator[Entry]:
    """The lines of navigations, redirects and sitemaps, but for those of ignored files."""
    ignored = [compile_glob(pattern) for pattern in ignore]
    found = find_entries(mounts, documents, by_path, tables)
    for entry in (*found, *sitemap_entries(repository, mounts, by_path, tables)):
        if not any(matches(entry.file) for matches in ignored):
            yield entry


def _count_left_out(
    mounts: Sequence[Mount], owners: Mapping[str, int], drafts: Sequence[Draft]
) -> Iterator[tuple[tuple[str, int], ...]]:
    """Of each mount, the folders of documents whose addresses cannot be told, and how many. What pages take in is
    shown by them."""
    for number, mount in enumerate(mounts):
        counts: Counter[str] = Counter()
        if mount.left_out is not None:
            shown = {part for draft in drafts for part in draft.parts}
            own = (path for path, owner in owners.items() if owner == number and path not in shown)
            counts.update(folder for path in own if (folder := mount.left_out(path)) is not None)
        yield tuple(sorted(counts.items()))


def _of_mount(pages: Sequence[Page], drafts: Sequence[Draft], number: int) -> list[Page]:
    return [page for page, draft in zip(pages, drafts, strict=True) if draft.mount == number]


def _with_roots(
    pages: Sequence[Page],
    drafts: Sequence[Draft],
    addresses: Mapping[str, int],
    mounts: Sequence[Mount],
    settings: SiteSettings,
) -> list[Page]:
    """Home pages by framework, and those that the config adds."""
    roots = {path for number, mount in enumerate(mounts) for path in mount.roots(_of_mount(pages, drafts, number))}
    by_path, by_url = _make_indexes(pages, addresses)
    for text in settings.roots:
        page = find_page(text, by_path, by_url)
        if page is not None:
            roots.add(page.path)
    return [msgspec.structs.replace(page, root=page.root or page.path in roots) for page in pages]


def first_numbers(drafts: Sequence[Draft], mounts: Sequence[Mount]) -> dict[str, int]:
    """URL → number of the page. Two sites of a repository may have the same URL: the first one counts; a folder's index
    page also answers to the folder's address. Last come addresses as visitors see them, below a path."""
    found: dict[str, int] = {}
    for url, number in _find_addresses(drafts):
        found.setdefault(url, number)
    bases = [mount.base for mount in mounts]
    for url, number in _find_addresses(drafts) if any(bases) else ():
        found.setdefault(bases[drafts[number].mount] + url, number)
    return found


def _make_indexes(pages: Sequence[Page], addresses: Mapping[str, int]) -> tuple[dict[str, Page], dict[str, Page]]:
    """Path → page, and URL → page."""
    return {page.path: page for page in pages}, {url: pages[number] for url, number in addresses.items()}


def _find_addresses(drafts: Sequence[Draft]) -> Iterator[tuple[str, int]]:
    """URL and number of a draft. Pages' own addresses come first, then other spellings of these, then those at which
    a page is shown for want of another, as Hugo does with pages that are not translated."""
    further: list[tuple[str, int]] = []
    spelled: list[tuple[str, int]] = []
    for number, draft in enumerate(drafts):
        own = draft.address.url
        yield own, number
        bare = own.removesuffix(".html").rstrip("/")
        spellings = {bare, f"{bare}/", f"{bare}.html", f"{bare}/index.html"}
        for url in draft.address.also:
            (spelled if url in spellings else further).append((url, number))
    yield from spelled
    yield from further


def _make_tables(
    repository: Repository,
    pages: Sequence[Page],
    drafts: Sequence[Draft],
    mounts: Sequence[Mount],
    documents: Mapping[str, Document],
    settings: Settings,
) -> Tables:
    every = [page.path for page in pages]
    tables = []
    addresses: list[dict[str, str]] = [{} for _ in mounts]
    for url, number in _find_addresses(drafts):
        addresses[drafts[number].mount].setdefault(url, drafts[number].path)
    opening = cache(lambda names: index_folders(every, names))
    for mount, urls in zip(mounts, addresses, strict=True):
        listed = list(mount.redirects(documents))
        redirects = {redirect.old: redirect.new for redirect in reversed(listed) if redirect.rule is None}
        rules = tuple(redirect.rule for redirect in listed if redirect.rule is not None)
        rewrites = frozenset(redirect.old for redirect in listed if redirect.rewrite and redirect.rule is None)
        yielding = frozenset(redirect.old for redirect in listed if redirect.yields)
        # A folder is opened by the mount's own index pages, else by another's: README.md beside index.html.
        others = [name for other in mounts for name in other.indexes if name not in mount.indexes]
        indexes = opening((*mount.indexes, *others))
        tables.append(MountTables(urls, fold_urls(urls), indexes, redirects, rules, rewrites, yielding))
    planned = frozenset(path.strip("/") for spec in settings.clusters for path in spec.planned)
    return Tables(
        names=repository.names,
        pages={page.path: page for page in pages},
        mounts=tables,
        planned=planned,
        own=own_addresses(settings.site),
        elsewhere=settings.site.external_prefixes,
        built=[(number, mount) for number, mount in enumerate(mounts) if mount.framework not in TOGETHER["plain"]],
    )


def _share_written(
    opened: Sequence[Mount],
    drafts: Sequence[Draft],
    mounts: Sequence[Mount],
    documents: Mapping[str, Document],
    tables: Tables,
    settings: SiteSettings,
    shared: SharedLinks | None,
) -> tuple[list[Edge], tuple[Run, ...]]:
    """The links that documents hold, and which of them were taken over from the state that was built before this one.
    ``opened``: the mounts before they learned from the documents."""
    ground = find_ground(opened, mounts, tables, drafts, settings) if shared else None
    taken = shared.take(ground, mounts, documents, tables) if shared and ground else Taken()
    written = take_equal(taken.before, _find_written(drafts, mounts, documents, tables, settings, taken.known))
    edges = drop_parts_alone([*chain.from_iterable(written.values())])
    whole = len(edges) == sum(map(len, written.values()))
    if shared and ground:
        shared.keep(Resolved(ground, documents, written, whole))
    return edges, tuple(find_runs(taken.before, written)) if whole else ()


def _find_written(
    drafts: Sequence[Draft],
    mounts: Sequence[Mount],
    documents: Mapping[str, Document],
    tables: Tables,
    settings: SiteSettings,
    known: Mapping[str, Sequence[Edge]],
) -> dict[str, Sequence[Edge]]:
    """Path of a page → the links that it shows. ``known``: those of some pages, found already."""
    related = known_headings(settings.related_headings)
    return {
        draft.path: known[draft.path]
        if draft.path in known
        else tuple(written_edges(draft, mounts[draft.mount], documents, tables, related))
        for draft in drafts
    }


def _find_shown(
    drafts: Sequence[Draft],
    pages: Sequence[Page],
    mounts: Sequence[Mount],
    documents: Mapping[str, Document],
    tables: Tables,
) -> Iterator[Edge]:
    """The links of navigations and listings."""
    for number, mount in enumerate(mounts):
        here = _of_mount(pages, drafts, number)
        roots = [page for page in here if page.root]
        yield from navigation_edges(number, mount, list(mount.navigation(documents)), roots, tables)
        yield from listing_edges(mount, here)


def _file_facts(path: str, document: Document, size: int, wrong: Note | None) -> FileFacts:
    """``wrong``: what of the front matter could not be used."""
    kinds = {note.kind for note in document.notes}
    return FileFacts(
        path=path,
        size=size,
        readable=kinds.isdisjoint(("unreadable", "encrypted")),
        encoding="unknown" if "encoding" in kinds else "utf-8",
        notes=(*document.notes, wrong) if wrong else document.notes,
        directives=document.directives,
    )
