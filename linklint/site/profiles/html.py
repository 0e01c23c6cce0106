"""Hand-written HTML: what a browser finds when the folder is served as it is.

Rules: DESIGN section 6; https://html.spec.whatwg.org/ (``base``, fragments).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.place import Location
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import Destination, read_destination
from linklint.site.fragments import judge_script_fragment
from linklint.site.languages import language_homes
from linklint.site.paths import ancestors, below, extension, join, name, parent, within
from linklint.site.profile import ABOVE, Address, Detection, Lookup, Mount, Profile, Read, Redirect, Standing, learn_by
from linklint.site.profiles.conventions import BUILT_FOLDERS, is_mostly_html, is_set_aside
from linklint.site.profiles.hosting import has_clean_urls, own_hosts
from linklint.site.profiles.html_doubts import doubt_orphans, find_doubts
from linklint.site.profiles.html_evidence import (
    ASSEMBLED,
    are_assembled,
    are_known,
    are_mended,
    count_clean,
    destinations,
    find_astray,
    find_fragments,
    find_hosts,
    is_template,
    judge_mended_fragment,
)
from linklint.site.profiles.html_including import find_included
from linklint.site.tables import content_roots
from linklint.source.dialects import HTML

EXTENSIONS = frozenset({"html", "htm"})
INDEXES = ("index.html", "index.htm")
HOMES = ("", "public", "docs", "site", "www", "htdocs", "web", "html", "src", "dist", "static")
# Folders of templates: their links are read from the pages made of them, which are not here.
TEMPLATE_FOLDERS = frozenset(
    "_extensions _includes _layouts _templates _partials templates template layouts partials pkgdown overrides views"
    " tmpl tpl".split()
)
TEMPLATE_FOLDER = re.compile(r".*[-_]templates?")
TEMPLATE_NAME = re.compile(
    r"(?:^|/)_+templates?_*\.html?$"
    r"|\.(tmpl|tpl|template|component|jinja2?|j2|mustache|hbs|ejs|erb|liquid|njk|twig)\.html?$"
)
TEMPLATE = "the file is a template: from which page its links are read cannot be known"
PAGES = "GitHub Pages may make this page of the Markdown file of that name"
DOUBT = "where addresses that begin with / start cannot be known"
FEW_CLEAN = 3
HELPERS = frozenset({"doxygen_crawl.html"})  # what Doxygen writes for crawlers: every address once, without a text


class Layout(msgspec.Struct, frozen=True):
    """What the names tell, and later the links. ``homes``: content roots, deepest first. ``anchored``: those that have
    an index page, so that ``/`` starts there. ``clean``: the host serves ``x.html`` as ``/x``. ``templates``: files of
    template expressions, or with front matter. ``parts``: files without title and heading, which scripts or servers put
    into pages. ``written``: paths of pages that GitHub would make of the Markdown file of that name.
    ``assembled``: a program makes pages of the parts; ``astray``: elsewhere, of these."""

    homes: tuple[str, ...]
    anchored: tuple[str, ...]
    clean: bool
    templates: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    assembled: bool = False
    astray: frozenset[str] = frozenset()


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Any HTML page that is no template; its root is the usual folder that has an index page."""
    paths = [path for path in names.ending(*EXTENSIONS) if is_page(path, names)]
    if not paths:
        return ()
    for home in HOMES:
        index = join(home, "index.html") or ""
        if index in names.files:
            return (Detection(home if not _outside(paths, home) else "", f"HTML files around {index}"),)
    return (Detection("", f"{len(paths)} HTML files, without a common home page"),)


def _outside(paths: Iterable[str], home: str) -> bool:
    return any(not within(path, home) for path in paths)


def is_page(path: str, names: Names) -> bool:
    """Whether the file is an HTML page: no template, not somebody else's, no test data, not made of other files."""
    folders = frozenset(parent(path).lower().split("/"))
    return (
        extension(path) in EXTENSIONS
        and name(path) not in HELPERS
        and BUILT_FOLDERS.isdisjoint(folders)
        and folders.isdisjoint(TEMPLATE_FOLDERS)
        and not any(map(TEMPLATE_FOLDER.fullmatch, folders))
        and not (TEMPLATE_NAME.search(path.lower()) or is_set_aside(path, names))
    )


def open_html(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The HTML pages below the content folders, else the whole repository."""
    roots = content_roots(settings) or (found.root,)
    certain = bool(settings.content) or settings.framework != "auto"
    homes = tuple(dict.fromkeys((*roots, *(home for home in HOMES if join(home, "index.html") in names.files))))
    anchored = tuple(home for home in homes if any(join(home, index) in names.files for index in INDEXES))
    written = frozenset(path[:-2] + "html" for path in names.ending("md") if path.endswith(".md"))
    layout = Layout(roots, anchored, has_clean_urls(names, read), written=written)
    hosts = own_hosts(names, read, roots)
    mount = Mount(
        framework="html",
        root=found.root,
        reason=found.reason,
        dialect=partial(find_dialect, names, roots),
        address=partial(find_address, roots),
        lookups=partial(find_lookups, layout, bool(settings.content or settings.url)),
        fragments=find_fragments,
        judge=judge_script_fragment,
        includes=partial(find_included, homes, names),
        indexes=INDEXES,
        own=partial(own_lookups, hosts, layout),
        redirects=partial(find_redirects, layout),
        roots=partial(find_roots, roots, settings.languages, not certain and is_mostly_html(names)),
        orphans=partial(doubt_orphans, find_doubts(certain, found.root, names, read)),
    )
    find = partial(find_told, layout, settings, names)
    return msgspec.structs.replace(mount, learn=learn_by(find, partial(with_told, mount, hosts)))


def find_dialect(names: Names, roots: tuple[str, ...], path: str) -> Dialect | None:
    """HTML for every page below a content root."""
    return HTML if is_page(path, names) and any(within(path, root) for root in roots) else None


def find_address(roots: tuple[str, ...], path: str, document: Document) -> Address | None:
    """``a/b.html`` → ``/a/b.html``; ``index.html`` → its folder, ``/a/``. A page that only sends visitors on is a
    redirect, no page."""
    if document.head.refresh:
        return None
    url = "/" + (below(path, roots[0]) if len(roots) == 1 else path)
    if name(path).lower() in INDEXES:
        folder = url.rpartition("/")[0] + "/"
        return Address(folder, also=(url,), kind="home" if folder == "/" else "section")
    return Address(url)


def find_redirects(layout: Layout, documents: Mapping[str, Document]) -> Iterable[Redirect]:
    """The pages that send visitors on at once; to an address whose start is not known, nobody knows where."""
    for path, document in documents.items():
        new = document.head.refresh
        if new and document.syntax == "html":
            to = read_destination(new)
            if to.kind == "unresolvable":
                new = ""
            elif to.kind == "internal" and not to.absolute:
                new = join(parent(path), to.path) or ""
                new = "" if new in layout.written and new not in documents else new
            elif to.kind == "internal":
                homes = [home for home in layout.anchored if within(path, home)]
                places = (to.path, f"{to.path}/index.html")
                pages = [join(folder, place) or "" for folder in homes or ancestors(path) for place in places]
                there = next((page for page in pages if page in documents), "")
                new = there or (new if homes else "")
            yield Redirect(path, new, Location(path))


def find_lookups(layout: Layout, known: bool, standing: Standing, destination: Destination) -> list[Lookup]:
    """As ``browse``; what a template's link leads to is only known where something is there; a part's link leads on
    from the page that the part is put into, which may lie in any folder above."""
    found = browse(layout, known, standing, destination)
    made = next((each.path for each in found if each.kind == "file" and each.path in layout.written), None)
    if made:
        found.append(Lookup("opaque", made, PAGES))
    if standing.file in layout.templates:
        return [*found, Lookup("unresolvable", destination.path, TEMPLATE)]
    if standing.file in layout.parts and not destination.absolute:
        joined = [join(folder, destination.path) for folder in ancestors(standing.file)]
        found += [lookup for path in joined if path for lookup in _files(path, layout.clean)]
        is_unknown = layout.assembled or standing.file in layout.astray
        found += [Lookup("opaque", destination.path, ASSEMBLED)] if is_unknown else []
        return sorted(found, key=lambda lookup: lookup.kind != "file")
    return found


def browse(layout: Layout, known: bool, standing: Standing, destination: Destination) -> list[Lookup]:
    """As a browser does, on the files: relative to the page or its ``<base>``. ``/x`` starts at the content root, if an
    index page shows where that is. ``known``: that is certain, so what is not there is missing."""
    folder, path = parent(standing.page or standing.file), destination.path
    if standing.base:
        base = read_destination(standing.base, backslash_is_slash=True)
        if base.kind != "internal":
            return [Lookup("opaque", path, "<base href> leads elsewhere")]
        if not destination.absolute:
            path = base.path.rpartition("/")[0] + "/" + path
    if not path.startswith("/"):
        joined = join(folder, path)
        if joined is None:
            return [Lookup("outside", path, ABOVE)]
        return _files(joined, layout.clean)
    found = [
        lookup
        for home in layout.anchored
        if within(standing.file, home)
        for lookup in _files(join(home, path.replace("/../", "/")) or "", layout.clean)
    ]
    above = [
        lookup
        for folder in ancestors(standing.file)
        if folder not in layout.anchored
        for lookup in _files(join(folder, path) or "", layout.clean)
    ]
    if known and found:
        return found
    return [*found, *(lookup for lookup in above if not known), Lookup("opaque", path, DOUBT)]


def _files(path: str, clean: bool) -> list[Lookup]:
    return [Lookup("file", path), Lookup("file", path + ".html")] if clean and path else [Lookup("file", path)]


def own_lookups(hosts: frozenset[str], layout: Layout, destination: Destination) -> list[Lookup]:
    """The file that a full URL on a host of the site leads to: the one named in ``CNAME``, or by its home page."""
    if destination.host.removeprefix("www.") not in hosts:
        return []
    return [lookup for home in layout.anchored for lookup in _files(join(home, destination.path) or "", True)]


def find_roots(roots: tuple[str, ...], languages: tuple[str, ...], shelf: bool, pages: Sequence[Page]) -> list[str]:
    """The index page of each content root, and of language folders in it (``languages``: those of the site, where they
    are told). Where there is none, a repository of HTML is a shelf of small sites: each index page that has none above
    it."""
    indexes = {parent(page.path): page.path for page in pages if name(page.path).lower() in INDEXES}
    found = [indexes[root] for root in roots if root in indexes]
    if found or not shelf:
        return [*found, *language_homes(roots, indexes, languages)]
    return [
        path for folder, path in indexes.items() if not folder or not any(up in indexes for up in ancestors(folder))
    ]


class Told(NamedTuple):
    """What the links tell. ``known``: whether ``/`` is the content root. ``mended``: whether scripts mend fragments.
    ``hosts``: those that home pages name as their own."""

    layout: Layout
    known: bool
    mended: bool
    hosts: frozenset[str]


def find_told(layout: Layout, settings: SiteSettings, names: Names, documents: Mapping[str, Document]) -> Told:
    """What the links tell. Whether ``/`` is the content root: where an index page is there and most addresses that
    begin with ``/`` lead to something (or are too few to tell); in a collection of demos they belong to sites that do
    not exist. Whether the host serves ``x.html`` as ``/x``: several links say so. Whether scripts mend fragments."""
    written = destinations(documents)
    parts = frozenset(path for path, document in documents.items() if document.title is None)
    known = bool(settings.content or settings.url) or are_known(layout.anchored, names, written)
    clean = layout.clean or count_clean(layout.anchored, names, written) >= FEW_CLEAN
    layout = msgspec.structs.replace(
        layout,
        clean=clean,
        templates=frozenset(
            path for path, document in documents.items() if document.front_matter or is_template(document)
        ),
        parts=parts,
        assembled=are_assembled(parts, names, written),
        astray=find_astray(parts, names, written),
    )
    return Told(
        layout,
        known,
        are_mended(documents),
        find_hosts([join(home, index) or "" for home in layout.anchored for index in INDEXES], documents),
    )


def with_told(mount: Mount, hosts: frozenset[str], told: Told) -> Mount:
    """The mount, with what the links tell."""
    return msgspec.structs.replace(
        mount,
        fragments=partial(find_fragments, assembled=told.layout.assembled),
        lookups=partial(find_lookups, told.layout, told.known and bool(told.layout.anchored)),
        own=partial(own_lookups, hosts | told.hosts, told.layout),
        judge=judge_mended_fragment if told.mended else judge_script_fragment,
    )


PROFILE = Profile("html", detect, open_html)
