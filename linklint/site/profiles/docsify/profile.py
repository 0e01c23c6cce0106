"""Docsify as a row of the table of frameworks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.languages import language_homes
from linklint.site.paths import below, join, name, parent, within
from linklint.site.profile import Detection, Mount, Profile, Read
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.docsify.links import explain_laid, find_lookups, rewrite
from linklint.site.profiles.docsify.pages import (
    find_address,
    find_includes,
    judge,
    list_sidebars,
    page_fragments,
    read_navigation,
)
from linklint.site.profiles.docsify.settings import DocsifySettings, find_sites, follow_alias, read_settings
from linklint.site.tables import index_folders
from linklint.source.dialects import GITHUB_EXTENSIONS, HTML

MARKED = Dialect(extensions=GITHUB_EXTENSIONS)


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """An ``index.html`` that sets ``$docsify``, with Markdown beside it; not in folders of tests and examples, unless
    such a folder is published with a site that it lies in."""
    found: list[Detection] = []
    for root in sorted(find_sites(names)):
        path = join(root, "index.html") or ""
        is_inside = any(within(root, each.root) for each in found)
        if (not is_inside and is_example(path)) or is_set_aside(path, names):
            continue
        settings = read_settings(root, names, read)
        if settings and not _is_preview(settings, names, read):
            found.append(Detection(root, f"$docsify in {path}"))
    return found


def _is_preview(settings: DocsifySettings, names: Names, read: Read) -> bool:
    """Whether it only shows the pages of GitBook to their writers: it asks for a sidebar that is not there, while a
    summary is."""
    sidebar, summary = (join(settings.content, each) or "" for each in (settings.sidebar, "SUMMARY.md"))
    is_lost = summary in names.files and sidebar not in names.files
    return is_lost and b"loadSidebar" in (read(join(settings.root, "index.html") or "") or b"")


def open_docsify(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site whose ``index.html`` lies in the folder, or else in the nearest one below it."""
    roots = [root for root in find_sites(names) if within(root, found.root)]
    root = min(roots, key=lambda path: (path.count("/") + bool(path), path), default=found.root)
    settings = read_settings(root, names, read, site.url) or DocsifySettings(root, root, site.url)
    mount = Mount(
        framework="docsify",
        root=root,
        reason=found.reason,
        dialect=partial(_find_dialect, settings, names),
        endings=frozenset({"html", "md", settings.ending.rpartition(".")[2].lower()}),
        address=partial(find_address, settings, frozenset()),
        rewrite=partial(rewrite, settings),
        lookups=partial(find_lookups, settings, names),
        fragments=partial(page_fragments, settings),
        judge=judge,
        indexes=("readme.md",),
        includes=find_includes,
        navigation=partial(read_navigation, settings),
        roots=partial(_find_roots, settings, site.languages),
        excuse=partial(explain_laid, settings),
    )

    def learn(documents: Mapping[str, Document]) -> Mount:
        included = frozenset(target for path, document in documents.items() for target in find_includes(path, document))
        return msgspec.structs.replace(
            mount,
            address=partial(find_address, settings, included),
            navigation=lambda _: list(read_navigation(settings, documents)),
            listings=lambda pages: list_sidebars(settings, names, documents, pages),
        )

    return msgspec.structs.replace(mount, learn=learn)


def _find_dialect(settings: DocsifySettings, names: Names, path: str) -> Dialect | None:
    """Markdown below the folder of pages, folders with a leading dot left out; and ``index.html``, for its links. Where
    another file is the home page, the README of the top cannot be opened: it is there for GitHub. So is the sidebar of
    a folder where an alias puts another one in its place."""
    if path == join(settings.root, "index.html"):
        return HTML
    hidden = f"README{settings.ending}"
    if path == join(settings.content, hidden) and settings.home != hidden:
        return None
    inner = below(path, settings.content)
    if name(path) in settings.parts and (follow_alias(settings, "/" + inner) or inner).lstrip("/") != inner:
        return None
    if settings.laid_over and parent(path) == settings.laid_over and name(path) in settings.parts:
        return MARKED
    if not within(path, settings.content) or "/." in "/" + parent(path) or is_set_aside(path, names):
        return None
    return MARKED if path.endswith((settings.ending, ".md")) else None


def _find_roots(settings: DocsifySettings, languages: Sequence[str], pages: Sequence[Page]) -> list[str]:
    """The home page, and those of languages. ``languages``: those of the site, where they are told."""
    homes = [page.path for page in pages if page.url == "/"]
    indexes = index_folders((page.path for page in pages), ("readme.md",))
    return [*homes, *language_homes([settings.content], indexes, languages)]


PROFILE = Profile("docsify", detect, open_docsify)
