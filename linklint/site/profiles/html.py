"""Hand-written HTML: what a browser finds when the folder is served as it is.

Rules: DESIGN section 6; https://html.spec.whatwg.org/ (``base``, fragments).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.place import Location
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import Destination, read_destination
from linklint.site.fragments import document_fragments, judge_script_fragment
from linklint.site.languages import language_homes
from linklint.site.paths import ancestors, below, extension, join, name, parent, within
from linklint.site.profile import Address, Detection, Lookup, Mount, Profile, Read, Redirect, Standing
from linklint.site.profiles.conventions import is_mostly_html, is_set_aside
from linklint.site.profiles.hosting import has_clean_urls, own_hosts
from linklint.site.tables import content_roots
from linklint.source.dialects import HTML

EXTENSIONS = frozenset({"html", "htm"})
INDEXES = ("index.html", "index.htm")
HOMES = ("", "public", "docs", "site", "www", "htdocs", "web", "html", "src", "dist", "static")
# Folders of templates: their links are read from the pages made of them, which are not here.
TEMPLATE_FOLDERS = frozenset(
    "_includes _layouts _templates _partials templates template layouts partials overrides views tmpl tpl".split()
)
TEMPLATE_NAME = re.compile(r"\.(tmpl|tpl|template|component|jinja2?|j2|mustache|hbs|ejs|erb|liquid|njk|twig)\.html?$")
TEMPLATE = "the file is a template: from which page its links are read cannot be known"
DOUBT = "where addresses that begin with / start cannot be known"
LOST_OF_SITE = 0.5
LOST_OF_SHELF = 0.2
FEW = 4
FEW_ABSOLUTE = 3
FEW_CLEAN = 3


class Layout(msgspec.Struct, frozen=True):
    """What the names tell. ``homes``: content roots, deepest first. ``anchored``: those that have an index page, so
    that ``/`` starts there. ``clean``: the host serves ``x.html`` as ``/x``."""

    homes: tuple[str, ...]
    anchored: tuple[str, ...]
    clean: bool


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Any HTML page that is no template; its root is the usual folder that has an index page."""
    paths = [path for path in names.files if is_page(path, names)]
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
    """Whether the file is an HTML page: no template, not somebody else's, no test data."""
    folders = frozenset(parent(path).lower().split("/"))
    return (
        extension(path) in EXTENSIONS
        and folders.isdisjoint(TEMPLATE_FOLDERS)
        and not (TEMPLATE_NAME.search(path.lower()) or is_set_aside(path, names))
    )


def open_html(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The HTML pages below the content folders, else the whole repository."""
    roots = content_roots(settings) or (found.root,)
    certain = bool(settings.content) or settings.framework != "auto"
    homes = tuple(dict.fromkeys((*roots, *(home for home in HOMES if join(home, "index.html") in names.files))))
    anchored = tuple(home for home in homes if any(join(home, index) in names.files for index in INDEXES))
    layout = Layout(roots, anchored, has_clean_urls(names, read))
    hosts = own_hosts(names, read, roots)
    mount = Mount(
        framework="html",
        root=found.root,
        reason=found.reason,
        dialect=partial(find_dialect, names, roots),
        address=partial(find_address, roots),
        lookups=partial(find_lookups, layout, frozenset(), bool(settings.content or settings.url)),
        fragments=find_fragments,
        judge=judge_script_fragment,
        indexes=INDEXES,
        own=partial(own_lookups, hosts, layout),
        redirects=find_redirects,
        roots=partial(find_roots, roots, not certain and is_mostly_html(names.files)),
        orphans=partial(doubt_orphans, certain, found.root),
    )
    return msgspec.structs.replace(mount, learn=partial(learn, mount, layout, settings, names))


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


def find_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids; those of a template cannot be known."""
    return None if any(map(is_template, documents)) else document_fragments(documents)


def is_template(document: Document) -> bool:
    """Whether links of the file hold template expressions."""
    return any(read_destination(link.href).kind == "unresolvable" for link in document.links)


def find_redirects(documents: Mapping[str, Document]) -> Iterable[Redirect]:
    """The pages that send visitors on at once."""
    for path, document in documents.items():
        new = document.head.refresh
        if new and document.syntax == "html":
            to = read_destination(new)
            if to.kind == "internal" and not to.absolute:
                new = join(parent(path), to.path) or ""
            yield Redirect(path, new, Location(path))


def find_lookups(
    layout: Layout, templates: frozenset[str], known: bool, standing: Standing, destination: Destination
) -> list[Lookup]:
    """As ``browse``; what a template's link leads to is only known where something is there."""
    found = browse(layout, known, standing, destination)
    return [*found, Lookup("unresolvable", destination.path, TEMPLATE)] if standing.file in templates else found


def browse(layout: Layout, known: bool, standing: Standing, destination: Destination) -> list[Lookup]:
    """As a browser does, on the files: relative to the page or its ``<base>``. ``/x`` starts at the content root, if an
    index page shows where that is. ``known``: that is certain, so what is not there is missing."""
    folder, path = parent(standing.file), destination.path
    if standing.base:
        base = read_destination(standing.base, backslash_is_slash=True)
        if base.kind != "internal":
            return [Lookup("opaque", path, "<base href> leads elsewhere")]
        if not destination.absolute:
            path = base.path.rpartition("/")[0] + "/" + path
    if not path.startswith("/"):
        joined = join(folder, path)
        if joined is None:
            return [Lookup("outside", path, "it leads above the repository's top")]
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
    """The file that a full URL on the host named in ``CNAME`` leads to."""
    if destination.host.removeprefix("www.") not in hosts:
        return []
    return [lookup for home in layout.anchored for lookup in _files(join(home, destination.path) or "", True)]


def find_roots(roots: tuple[str, ...], shelf: bool, pages: Sequence[Page]) -> list[str]:
    """The index page of each content root, and of language folders in it. Where there is none, a repository of HTML is
    a shelf of small sites: each index page that has none above it."""
    indexes = {parent(page.path): page.path for page in pages if name(page.path).lower() in INDEXES}
    found = [indexes[root] for root in roots if root in indexes]
    if found or not shelf:
        return [*found, *language_homes(roots, indexes)]
    return [
        path for folder, path in indexes.items() if not folder or not any(up in indexes for up in ancestors(folder))
    ]


def doubt_orphans(certain: bool, site: str, pages: Sequence[Page], linked: frozenset[str]) -> dict[str, str]:
    """Demos, exercises and reports are opened one by one: orphan state is only known in a folder tree with a home page,
    whose pages are linked. Below ``site``, the content root, that is half of them (of a few, any); in a small site of a
    shelf, all but one or a fifth. ``certain``: the config says that this is a site."""
    if certain:
        return {}
    roots = [parent(page.path) for page in pages if page.root]
    trees: dict[str, list[str]] = {}
    states = {}
    for page in pages:
        home = next((folder for folder in ancestors(page.path) if folder in roots), None)
        if home is None:
            states[page.path] = "unknown"
        elif not page.root:
            trees.setdefault(home, []).append(page.path)
    for home, paths in trees.items():
        lost = sum(path not in linked for path in paths)
        if home == site:
            is_known = len(paths) <= FEW or lost <= LOST_OF_SITE * len(paths)
        else:
            is_known = len(paths) - lost > 1 and lost <= max(1, LOST_OF_SHELF * len(paths))
        if not is_known:
            states.update(dict.fromkeys(paths, "unknown"))
    return states


def learn(
    mount: Mount, layout: Layout, settings: SiteSettings, names: Names, documents: Mapping[str, Document]
) -> Mount:
    """What the links tell. Whether ``/`` is the content root: where an index page is there and most addresses that
    begin with ``/`` lead to something (or are too few to tell); in a collection of demos they belong to sites that do
    not exist. And whether the host serves ``x.html`` as ``/x``: several links say so."""
    written = {
        (path, destination._replace(fragment=None, query=None))
        for path, document in documents.items()
        if document.syntax == "html"
        for destination in (read_destination(link.href) for link in document.links)
        if destination.kind == "internal" and destination.path
    }
    known = bool(settings.content or settings.url) or are_known(layout, names, written)
    clean = layout.clean or count_clean(layout, names, written) >= FEW_CLEAN
    templates = frozenset(path for path, document in documents.items() if is_template(document))
    layout = msgspec.structs.replace(layout, clean=clean)
    return msgspec.structs.replace(
        mount, lookups=partial(find_lookups, layout, templates, known and bool(layout.anchored))
    )


def are_known(layout: Layout, names: Names, written: Iterable[tuple[str, Destination]]) -> bool:
    """Whether addresses that begin with ``/`` start at a content root."""
    verdicts = [
        any(exists(join(home, destination.path), names) for home in layout.anchored if within(path, home))
        for path, destination in written
        if destination.absolute
    ]
    return 2 * sum(verdicts) >= len(verdicts) or len(verdicts) < FEW_ABSOLUTE


def count_clean(layout: Layout, names: Names, written: Iterable[tuple[str, Destination]]) -> int:
    """How many pages are named without their ``.html``."""
    found = set()
    for path, destination in written:
        folders = [parent(path)] if not destination.absolute else layout.anchored
        for target in (join(folder, destination.path) for folder in folders):
            if target and not exists(target, names) and exists(target + ".html", names):
                found.add(target)
    return len(found)


def exists(path: str | None, names: Names) -> bool:
    return path is not None and (path in names.files or path in names.directories)


PROFILE = Profile("html", detect, open_html)
