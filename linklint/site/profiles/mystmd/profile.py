"""The MyST Document Engine as a row of the table of frameworks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import quote

from linklint.model.document import Dialect, Document, WrittenLink
from linklint.model.files import Names
from linklint.model.place import pack_spans
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.components import is_link_component
from linklint.site.doubts import doubt_all
from linklint.site.glancing import glance
from linklint.site.paths import join, parent
from linklint.site.profile import Address, Detection, Mount, NavigationLink, Profile, Read, learn_by
from linklint.site.profiles.conventions import is_example, is_set_aside, is_shown_by_github
from linklint.site.profiles.mystmd.fragments import find_fragments, judge
from linklint.site.profiles.mystmd.links import Project, find_links, find_lookups
from linklint.site.profiles.mystmd.pages import make_url
from linklint.site.profiles.mystmd.references import References, find_part, learn_references, rewrite
from linklint.site.profiles.mystmd.settings import CONFIG, FILE, MystSettings, is_project, read_settings

EXTENSIONS = ("autolinks", "definition-lists", "filled-links", "footnotes", "math", "myst", "strikethrough", "tables")
DIALECT = Dialect(extensions=(*EXTENSIONS, "tasklists"))
INCLUDE = re.compile(rb"^[ \t>]*[`:~]{3,}[ \t]*\{include[^}]*\}[ \t]*([^\r\n]*)", re.MULTILINE)
MOST_PARTS = 10_000


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Every config of a project that has pages and is not a test's, an example's or a theme's."""
    return [
        Detection(parent(path), path)
        for path in names.named(CONFIG)
        if not is_example(path)
        and not is_set_aside(path, names)
        and is_project(path, names, read)
        and read_settings(path, names, read).pages
    ]


def open_project(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site of one config."""
    settings = read_settings(join(found.root, CONFIG) or "", names, read)
    taken = {*settings.pages, *find_parts(settings, names, read)}

    def apply(references: References) -> Mount:
        project = Project(settings, names, references)
        return Mount(
            framework="mystmd",
            root=settings.folder,
            reason=found.reason,
            dialect=lambda path: DIALECT if path in taken and path.lower().endswith(".md") else None,
            address=partial(find_address, settings),
            lookups=partial(find_lookups, project),
            rewrite=partial(rewrite, settings, references),
            fragments=find_fragments,
            judge=partial(judge, references),
            indexes=(),
            keeps=is_link_component,
            further=partial(find_links, settings, names),
            includes=partial(find_includes, settings, names),
            navigation=lambda documents: list(navigate(settings)),
            listings=partial(list_pages, settings),
            roots=lambda pages: [page.path for page in pages if page.kind == "home"],
            orphans=doubt_all if settings.plugins else lambda pages, linked: {},
            learn=learn,
            copied=settings.copied,
        )

    learn = learn_by(lambda documents: learn_references(settings, names, read, documents), apply)
    return apply(References())


def find_parts(settings: MystSettings, names: Names, read: Read) -> list[str]:
    """The files that pages take in."""
    found = [path for path in settings.pages if path.endswith(".md")]
    pages = len(found)
    for path in found:
        for written in glance(read, path, list_included):
            start = settings.folder if written.startswith("/") else parent(path)
            part = join(start, written.lstrip("/"))
            if part in names.files and part not in settings.pages and part not in found[pages:]:
                found.append(part)
        if len(found) > pages + MOST_PARTS:
            break
    return found[pages:]


def list_included(data: bytes) -> list[str]:
    """What directives of a page take in."""
    found = INCLUDE.findall(data) if b"{include" in data else []
    return [each.decode("utf-8", "replace").strip() for each in found]


def find_address(settings: MystSettings, path: str, document: Document) -> Address | None:
    """None for what is no page by itself."""
    slug = settings.pages.get(path)
    if slug is None:
        return None
    is_home = path == settings.home
    url = "/" if is_home else make_url(slug)
    others = (url, *([make_url(settings.flat[path])] if path in settings.flat and not is_home else []))
    also = (form for other in others for form in (other, f"{other.rstrip('/')}/", f"{other.rstrip('/')}/index.html"))
    return Address(
        url,
        also=tuple(each for each in dict.fromkeys(also) if each != url),
        kind="home" if is_home else "article",
        root=is_home,
        orphan="intended" if path in settings.hidden or is_shown_by_github(path) else "checked",
    )


def find_includes(settings: MystSettings, names: Names, path: str, document: Document) -> list[str]:
    """The files that the document takes in."""
    parts = (find_part(settings, names, path, each) for each in document.includes if each.kind == "include")
    return [part for part in parts if part is not None]


def navigate(settings: MystSettings) -> Iterator[NavigationLink]:
    """The links of the sidebar and of the bar above it."""
    for tree, entry in settings.sidebar:
        if entry.keypath:
            key = str(entry.keypath[-1])
            href = "/" + quote(entry.path, safe="/") if key == FILE else entry.written
            span = pack_spans(tree.span(entry.keypath))
            written = WrittenLink("nav", "a", href, entry.written, entry.title or entry.written, span, prop=key)
            yield NavigationLink(tree.path, written, entry.written, titled=not entry.title)
    for tree, keypath in settings.links:
        above = tree.value
        for step in keypath[:-1]:
            above = above[step]
        url, title = above["url"], above.get("title")
        text = title if isinstance(title, str) else url
        yield NavigationLink(tree.path, WrittenLink("nav", "a", url, url, text, pack_spans(tree.span(keypath))), url)


def list_pages(settings: MystSettings, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """The pages of the sidebar that no line names: of patterns, or all."""
    named = {entry.path for _, entry in settings.sidebar if entry.keypath}
    for page in pages:
        if page.path in settings.pages and page.path not in named and page.path not in settings.hidden:
            yield settings.home, page.path


PROFILE = Profile("mystmd", detect, open_project)
