"""Fern as a row of the table of frameworks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.glancing import glance
from linklint.site.paths import below, extension, join, parent, within
from linklint.site.profile import Address, Detection, Mount, Profile, Read
from linklint.site.profiles.conventions import is_example, is_set_aside, is_standing
from linklint.site.profiles.fern.fragments import Parts, find_parts, judge, page_fragments
from linklint.site.profiles.fern.links import explain, find_lookups, find_own, know
from linklint.site.profiles.fern.navigation import PAGES, Walker
from linklint.site.profiles.fern.plan import Plan, make_plan
from linklint.site.profiles.fern.settings import CONFIG, Settings, find_configs, load_settings, read_redirects
from linklint.site.profiles.mdx import find_includes

FERN = Dialect(
    extensions=("autolinks", "footnotes", "heading-ids", "math", "mdx", "strikethrough", "tables", "tasklists")
)


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Every ``docs.yml`` with a navigation beside a ``fern.config.json``."""
    paths = [path for path in sorted(find_configs(names, read)) if not is_example(path)]
    return [Detection(parent(path), path) for path in paths if not is_set_aside(path, names)]


def open_fern(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site whose config lies in the folder, or else in the nearest one below it."""
    paths = [path for path in find_configs(names, read) if within(path, found.root)]
    default = join(found.root, CONFIG) or ""
    path = min(paths, key=lambda each: (each.count("/"), each), default=default)
    settings = load_settings(path, names, read, site.url)
    plan = make_plan(settings, Walker(settings, {}).walk())
    mount = _mount(settings, plan, found.reason, {})
    return msgspec.structs.replace(
        mount,
        dialect=partial(_find_dialect, settings, plan),
        learn=partial(_learn, mount, settings),
    )


def _mount(settings: Settings, plan: Plan, reason: str, parts: Mapping[int, Parts]) -> Mount:
    known = know(settings, plan)
    return Mount(
        framework="fern",
        root=settings.folder,
        reason=reason,
        dialect=partial(_find_dialect, settings, plan),
        address=partial(_find_address, plan) if settings.docs.value else partial(_name_by_file, settings),
        lookups=partial(find_lookups, known),
        fragments=partial(page_fragments, parts),
        judge=judge,
        indexes=(),
        opaque=partial(explain, known),
        own=partial(find_own, known),
        includes=partial(_find_includes, settings, parts),
        navigation=lambda documents: plan.links,
        listings=partial(_list_pages, plan),
        redirects=lambda documents: list(read_redirects(settings, known.urls)),
        roots=lambda pages: [page.path for page in pages if page.path == plan.first],
    )


def _learn(mount: Mount, settings: Settings, documents: Mapping[str, Document]) -> Mount:
    """The site with the addresses that front matter gives to pages."""
    said = ((path, (document.front_matter or {}).get("slug")) for path, document in documents.items())
    given = {path: slug for path, slug in said if isinstance(slug, str) and slug.strip() and "//" not in slug}
    parts = {id(document): _read_parts(settings, path, documents) for path, document in documents.items()}
    learned = _mount(settings, make_plan(settings, Walker(settings, given).walk()), mount.reason, parts)
    return msgspec.structs.replace(learned, dialect=mount.dialect)


def _read_parts(settings: Settings, path: str, documents: Mapping[str, Document]) -> Parts:
    """What the text of a page holds; more than can be known, where it shows a file that is no document."""
    parts = glance(settings.read, path, find_parts)
    seen = all(target in documents for target in _list_shown(settings, path, parts))
    return parts if seen else parts._replace(further=True)


def _list_shown(settings: Settings, path: str, parts: Parts) -> list[str]:
    """The files that ``<Markdown src="…" />`` shows (``replaceReferencedMarkdown.ts``)."""
    found = (join(settings.folder if each.startswith("/") else parent(path), each) for each in parts.shown)
    return [target for target in found if target is not None]


def _find_dialect(settings: Settings, plan: Plan, path: str) -> Dialect | None:
    """The pages that the navigation lists, and what else may be shown by one."""
    if path in plan.files:
        return FERN
    if not within(path, settings.folder) or extension(path) not in PAGES or is_set_aside(path, settings.names):
        return None
    return None if is_standing(path) or "/." in "/" + below(path, settings.folder) else FERN


def _find_address(plan: Plan, path: str, document: Document) -> Address | None:
    """None for what the navigation does not list: it is shown by a page, or by none."""
    urls = plan.pages.get(path)
    if urls is None:
        return None
    title = None if document.title else plan.titles.get(path)
    home = "/" in urls
    return Address(
        "/" if home else urls[0],
        also=tuple(url for url in urls if url != "/") if home else urls[1:],
        kind="home" if home else "article",
        root=home,
        orphan="intended" if path in plan.hidden else "checked",
        title=title,
    )


def _name_by_file(settings: Settings, path: str, document: Document) -> Address:
    """Where the config cannot be read, which gives pages their addresses."""
    return Address("/" + below(path, settings.folder).rpartition(".")[0])


def _find_includes(settings: Settings, parts: Mapping[int, Parts], path: str, document: Document) -> list[str]:
    """Imported Markdown, and what else the document shows."""
    imported = find_includes(settings.folder, settings.names, path, document)
    return [*imported, *_list_shown(settings, path, parts.get(id(document), Parts()))]


def _list_pages(plan: Plan, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """The menu, as far as folders make it."""
    for path in plan.listed:
        if plan.first and path != plan.first:
            yield plan.first, path


PROFILE = Profile("fern", detect, open_fern, configs=(CONFIG,))
