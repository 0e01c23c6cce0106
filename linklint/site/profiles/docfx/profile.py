"""docfx as a row of the table of frameworks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec

from linklint.model.document import Dialect, Document, WrittenLink
from linklint.model.files import Names, fold
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import read_destination
from linklint.site.doubts import doubt_below
from linklint.site.page_names import are_sure
from linklint.site.paths import extension, join, name, parent, within
from linklint.site.profile import Detection, Mount, NavigationLink, Profile, Read
from linklint.site.profiles.conventions import is_set_aside, is_standing
from linklint.site.profiles.docfx.addresses import find_address, page_urls
from linklint.site.profiles.docfx.fragments import judge, page_fragments
from linklint.site.profiles.docfx.links import (
    Reader,
    find_includes,
    find_lookups,
    find_lost_files,
    find_own,
    make_reader,
)
from linklint.site.profiles.docfx.made import find_unlisted
from linklint.site.profiles.docfx.navigation import find_tables, link_tables, read_tables
from linklint.site.profiles.docfx.redirects import find_away, find_redirects, read_redirections
from linklint.site.profiles.docfx.references import References, find_uids
from linklint.site.profiles.docfx.settings import CONFIG, Docset, find_configs, read_docset, vote_base
from linklint.site.profiles.hosting import has_clean_urls

# What authors of Learn copy to begin an article with: its links are places to fill in.
BLUEPRINT = re.compile(r"\.github/(?:.+/)?[^/]*templates?/.+")
EXTENSIONS = ("alerts", "autolinks", "docfx", "math", "strikethrough", "tables")
ENOUGH = 40  # addresses that name pages
SURE = 33  # of so many, one may name none
DEEPEST = 5  # tables of contents in one another
OPTIONAL = {
    "advanced": ("attributes", "definition-lists", "footnotes", "tasklists"),
    "attributes": ("attributes",),
    "definitionlists": ("definition-lists",),
    "footnotes": ("footnotes",),
    "tasklists": ("tasklists",),
}


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """A ``docfx.json`` that builds pages."""
    return [Detection(parent(path), path) for path in find_configs(names, read)]


def open_docfx(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The docset in the folder; named by the config, the first one below it."""
    config = join(found.root, CONFIG) or ""
    if config not in names.files:
        configs = [path for path in find_configs(names, read) if within(path, found.root)]
        config = min(configs, key=lambda path: (path.count("/"), path), default=config)
    docset = read_docset(config, names, read)
    redirections = read_redirections(docset.root, names, read) if docset.learn else []
    if docset.learn and docset.base is None:
        docset = docset._replace(base=vote_base(docset, [redirection.target for redirection in redirections]))
    tables = find_tables(docset)
    written = read_tables(tables, read)
    moved = {fold(each.source.rpartition(".")[0]): each.source for each in redirections}
    away = find_away(docset, redirections)
    reader = make_reader(docset, names, _fold_urls(docset), moved, away if docset.learn else {})
    unlisted = find_unlisted(docset.mappings, names)
    references = References(docset, {}, {})
    mount = Mount(
        framework="docfx",
        root=docset.root,
        reason=found.reason,
        dialect=partial(_find_dialect, docset, names, _make_dialect(docset)),
        endings=frozenset({"md", "yaml", "yml"}),
        address=partial(find_address, docset),
        lookups=partial(find_lookups, reader),
        rewrite=references.rewrite,
        fragments=partial(page_fragments, docset),
        judge=judge,
        indexes=("index.md", "index.yml"),
        own=partial(find_own, reader),
        keeps=references.is_kept,
        includes=partial(find_includes, reader),
        navigation=partial(link_tables, tables, written),
        redirects=lambda documents: list(find_redirects(docset, redirections, away, documents)),
        roots=partial(_find_roots, docset, references, written),
        slugs_known=lambda path: path not in docset.made,
        orphans=partial(doubt_below, unlisted),
        clean=not docset.learn and has_clean_urls(names, read),
        site_url=f"https://{docset.host}{docset.base}" if docset.host and docset.base is not None else "",
    )
    return msgspec.structs.replace(mount, learn=partial(_learn, mount, reader, written))


def _learn(mount: Mount, reader: Reader, written: Sequence[NavigationLink], documents: Mapping[str, Document]) -> Mount:
    """The uids of pages, and whether their addresses begin at the host's top."""
    if not reader.docset.learn and reader.docset.base is None and is_at_top(reader, documents):
        reader = reader._replace(docset=reader.docset._replace(base=""))
    docset = reader.docset
    titles = {path: document.title for path, document in documents.items()}
    uids = find_uids(documents)
    references = References(docset, uids, titles, frozenset(map(parent, uids)) - {""})

    def find_further(path: str, document: Document) -> Iterator[WrittenLink]:
        yield from references.links(document)
        yield from find_lost_files(reader, path, document)

    return msgspec.structs.replace(
        mount,
        lookups=partial(find_lookups, reader),
        rewrite=references.rewrite,
        keeps=references.is_kept,
        further=find_further,
        roots=partial(_find_roots, docset, references, written),
    )


def is_at_top(reader: Reader, documents: Mapping[str, Document]) -> bool:
    """Whether the addresses in texts tell that the site begins at its host's top: many name what is here, hardly
    any does not."""
    texts = (documents[path] for path in reader.docset.pages if path in documents)
    written = {link.href for text in texts for link in text.links if link.element == "a" and link.href[:1] == "/"}
    paths = {fold(read_destination(href).path.rstrip("/")) for href in written if href[:2] != "//"} - {""}
    here = {*reader.urls, *(fold(f"/{inner}") for inner in reader.sources)}
    found = sum(path in here or f"{path}.html" in here for path in paths)
    return are_sure(found, len(paths) - found, enough=ENOUGH, to_one=SURE)


def _make_dialect(docset: Docset) -> Dialect:
    names = {*EXTENSIONS, *(name for key in docset.extensions for name in OPTIONAL.get(key, ()))}
    return Dialect(extensions=tuple(sorted(names)))


def _find_dialect(docset: Docset, names: Names, dialect: Dialect, path: str) -> Dialect | None:
    """Markdown and YAML pages that are built, and Markdown beside them that they may include."""
    if path in docset.overwrites:
        return msgspec.structs.replace(dialect, front_matter=())  # "*content" in it is no YAML
    if path in docset.content:
        if extension(path) == "md":
            return dialect
        return Dialect("yaml", dialect.extensions, ()) if path in docset.pages else None
    if extension(path) != "md" or is_set_aside(path, names):
        return None
    if docset.learn and BLUEPRINT.fullmatch(path):
        return msgspec.structs.replace(dialect, front_matter=())
    is_notice = not within(path, docset.root) or is_standing(path) or name(path).lower().startswith("readme.")
    return None if is_notice else dialect


def _fold_urls(docset: Docset) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(docset.pages):
        url, *also = page_urls(docset, docset.content[path])
        for each in (url, *also):
            found.setdefault(fold(each.rstrip("/")), url)
    return found


def _find_roots(
    docset: Docset, references: References, written: Sequence[NavigationLink], pages: Sequence[Page]
) -> list[str]:
    """The index page; without one, the first page that the uppermost table of contents names."""
    homes = [page.path for page in pages if page.kind == "home"]
    here = {page.path for page in pages}
    first = min((link.file for link in written), key=lambda file: (file.count("/"), file), default="")
    found = homes or _first_pages(docset, references, written, here, first)
    return found or sorted(here)[:1]


def _first_pages(
    docset: Docset,
    references: References,
    written: Sequence[NavigationLink],
    here: set[str],
    table: str,
    depth: int = 0,
) -> list[str]:
    """The first page of a table of contents, or of the one that its first entry names."""
    for link in written:
        destination = read_destination(references.resolve(link.written.href))
        if link.file != table or destination.kind != "internal":
            continue
        path = destination.path
        target = join(docset.root, path[2:]) if path.startswith("~/") else join(parent(link.file), path)
        if target in here:
            return [target]
        inner = target if target and docset.is_toc(target) else join(target or "", "toc.yml")
        found = _first_pages(docset, references, written, here, inner or "", depth + 1) if depth < DEEPEST else []
        if found:
            return found
    return []


PROFILE = Profile("docfx", detect, open_docfx, configs=(CONFIG, "toc.yml"), comments=True)
