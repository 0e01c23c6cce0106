"""MkDocs as a row of the table of frameworks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.paths import below, extension, name, parent, within
from linklint.site.profile import Address, Detection, Mount, Profile, Read
from linklint.site.profiles.conventions import is_set_aside
from linklint.site.profiles.mkdocs.addresses import MARKDOWN, find_address, is_source, page_urls
from linklint.site.profiles.mkdocs.arranging import find_hidden
from linklint.site.profiles.mkdocs.blog import Blog, find_blogs, is_view
from linklint.site.profiles.mkdocs.configs import find_config, list_configs
from linklint.site.profiles.mkdocs.copies import find_copies
from linklint.site.profiles.mkdocs.dialect import make_dialect
from linklint.site.profiles.mkdocs.fragments import AUTOREFS, find_slugs, judge, page_fragments
from linklint.site.profiles.mkdocs.languages import read_languages
from linklint.site.profiles.mkdocs.links import Reader, find_lookups, find_own
from linklint.site.profiles.mkdocs.listing import Lister, list_pages
from linklint.site.profiles.mkdocs.literate import read_literate_nav
from linklint.site.profiles.mkdocs.navigation import (
    find_roots,
    is_everything,
    read_nav,
    read_redirects,
)
from linklint.site.profiles.mkdocs.references import References, find_anchors, find_objects
from linklint.site.profiles.mkdocs.settings import CONFIG_NAMES, MkdocsSettings, read_settings
from linklint.site.profiles.mkdocs.snippets import Snippets, find_snippets, is_made_elsewhere, list_documented

PARTS = frozenset({"_includes", "_partials", "_snippets", "includes", "partials", "snippets"})


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """A ``mkdocs.yml`` whose docs folder has Markdown files; not in folders of tests, examples and templates."""
    found: list[Detection] = []
    taken: set[str] = set()
    for path in list_configs(names, read):
        settings = read_settings(path, names, read)
        root = parent(path)
        if any(root == each.root for each in found):
            if name(path) in CONFIG_NAMES or settings.docs in taken:
                continue  # two configs of one site
            root = settings.docs
        if _is_hugos(settings, names) or _is_books(settings, names):
            continue
        taken.add(settings.docs)
        if any(is_source(settings, other) for other in names.below(settings.docs)):
            found.append(Detection(root, f"{path} (docs in {settings.docs or 'the same folder'})"))
    return found


def _is_hugos(settings: MkdocsSettings, names: Names) -> bool:
    """Whether the pages are written for Hugo, most of whose sections have an ``_index.md``, and the config beside them,
    which tells of no page, is for some other tool, or was forgotten."""
    inside = (name(path).lower() for path in names.below(settings.docs))
    counts = Counter(each for each in inside if each in ("_index.md", "index.md", "readme.md"))
    return settings.nav is None and 2 * counts["_index.md"] > counts.total()


def _is_books(settings: MkdocsSettings, names: Names) -> bool:
    """Whether the table of contents of a Jupyter Book lies at the top of the pages, and the config beside them, which
    tells of no page, was forgotten."""
    return settings.nav is None and f"{settings.docs}/_toc.yml".lstrip("/") in names.files


def open_mkdocs(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site that the config describes."""
    path = find_config(found.root, names, read)
    settings = read_settings(path, names, read)
    blogs, languages = find_blogs(settings), read_languages(settings)
    literate = read_literate_nav(settings, names, read)
    nav_files = frozenset(literate.files.values()) if literate else frozenset()
    snippets = find_snippets(settings, names, read)
    rebased, copies = settings.plugin("include-markdown") is not None, find_copies(settings, names)
    reader = Reader(settings, names, blogs, languages, nav_files, rebased, copies)
    reason = found.reason if "named by" not in found.reason else f"{path}, {found.reason}"
    shown = _find_shown(settings, is_everything(settings), find_hidden(settings, names, read))
    lister = Lister(settings, blogs, languages, shown, literate)
    made, documented = partial(is_made_elsewhere, settings), partial(list_documented, settings)
    fragments = partial(page_fragments, find_slugs(settings), made, documented)
    references = References(snippets.labels, {}, {}, _excuse_labels(settings))
    mount = Mount(
        framework="mkdocs",
        root=settings.docs,
        reason=reason,
        dialect=partial(_find_dialect, settings, names, snippets, make_dialect(settings)),
        endings=MARKDOWN,
        address=partial(_find_address, reader, {path: copy for copy, path in copies.items()}),
        lookups=partial(find_lookups, reader),
        fragments=fragments,
        slugs_known=lambda path: not settings.lost,
        judge=partial(judge, settings.plugin("tags") is not None),
        indexes=("index.md", "readme.md"),
        own=partial(find_own, reader),
        undefined=references.explain,
        further=references.links,
        includes=snippets.includes,
        excerpts=snippets.excerpts,
        navigation=lambda documents: list(read_nav(settings)),
        listings=partial(list_pages, lister, {}),
        redirects=lambda documents: list(read_redirects(settings)),
        roots=partial(find_roots, settings),
        site_url=f"{settings.site.scheme}://{settings.site.host}{settings.base}" if settings.site else "",
        orphans=partial(_doubt_orphans, settings, blogs, snippets.partials),
    )

    def learn(documents: Mapping[str, Document]) -> Mount:
        known = references
        if settings.plugin(*AUTOREFS) is not None:
            known = known._replace(anchors=find_anchors(documents, fragments), objects=find_objects(documents))
        return msgspec.structs.replace(
            mount, undefined=known.explain, further=known.links, listings=partial(list_pages, lister, documents)
        )

    return msgspec.structs.replace(mount, learn=learn)


def _find_dialect(
    settings: MkdocsSettings, names: Names, snippets: Snippets, dialect: Dialect, path: str
) -> Dialect | None:
    """Markdown of the docs folder, also what the build leaves out and pages may include."""
    is_here = within(path, settings.docs) or path in snippets.owned
    return dialect if is_here and extension(path) in MARKDOWN and not is_set_aside(path, names) else None


def _find_address(reader: Reader, copied: Mapping[str, str], path: str, document: Document) -> Address | None:
    """The address of a page; that of its copy (``copied``: path → path of the copy), too."""
    settings = reader.settings
    found = find_address(settings, reader.names, reader.blogs, reader.languages, reader.nav_files, path, document)
    if found is None or path not in copied:
        return found
    return found._replace(also=(*found.also, *page_urls(settings, below(copied[path], settings.docs))))


def _excuse_labels(settings: MkdocsSettings) -> str | None:
    if settings.plugin(*AUTOREFS) is not None:
        return "autorefs or an API reference may define it"
    if settings.lost:
        return f"{settings.lost}, which the config inherits, is not here"
    return f"the hook {settings.rewriter} changes the text of pages" if settings.rewriter else None


def _find_shown(
    settings: MkdocsSettings, everything: bool, hidden: Callable[[str], bool]
) -> Callable[[str], bool] | None:
    """Which pages, named from the docs folder, are in the navigation without being named; None where none is."""
    return (lambda inner: not settings.not_in_nav(inner) and not hidden(inner)) if everything else None


def _doubt_orphans(
    settings: MkdocsSettings,
    blogs: Sequence[Blog],
    partials: str | None,
    pages: Sequence[Page],
    linked: frozenset[str],
) -> dict[str, str]:
    """A plugin may list tagged pages, and one that writes the navigation may list any; the blog plugin lists archives
    and categories, which may have files of their own. What lies in a folder of parts is there to be taken in."""
    tags = settings.plugin("tags") is not None
    return {
        page.path: "unknown"
        for page in pages
        if settings.generator
        or settings.arranged
        or settings.lost
        or any(is_view(blog, below(page.path, settings.docs)) for blog in blogs)
        or not PARTS.isdisjoint(parent(page.path).split("/"))
        or (partials is not None and within(page.path, partials))
        or (tags and (page.document.front_matter or {}).get("tags"))
    }


PROFILE = Profile("mkdocs", detect, open_mkdocs)
