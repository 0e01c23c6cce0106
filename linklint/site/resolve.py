"""A written destination → what it leads to. Total: every text gives one of the statuses, never an exception.

Nothing is ever asked of a file system; the verdict follows from the listed names alone, and is the same on every
machine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from linklint.model.endings import PAGE_LIKE, SOURCES
from linklint.model.files import fold
from linklint.site.components import FROM_MARKDOWN
from linklint.site.destination import Destination, read_cached, read_destination
from linklint.site.judging import doubt, find_written_slip, judge
from linklint.site.paths import ancestors, below, extension, join, within
from linklint.site.profile import Lookup, Mount, Standing
from linklint.site.profiles.conventions import has_blanks
from linklint.site.redirects import Journey, follow_redirects
from linklint.site.resolution import Hit, Resolution
from linklint.site.tables import MountTables, Tables, is_elsewhere, is_static, path_at_own

UNFOUND = frozenset({"missing", "asset-missing", "opaque"})
# The text of a link without a destination that a site puts something in for, ``[video:vimeo/906101866]()``.
DIRECTIVE = re.compile(r"(?!https?:|ftp:|mailto:)[a-z]+:[^\s:/]+/\S+")
BLANKS = frozenset({"URL", "url"})
UUID = re.compile(r"/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/?\Z", re.IGNORECASE)


def resolve(standing: Standing, mount: Mount, number: int, tables: Tables) -> Resolution:
    """Where the link leads. ``number`` is the mount's place in ``tables.mounts``."""
    written = standing.written
    from_html = written.syntax not in FROM_MARKDOWN
    destination = read_cached(mount.rewrite(standing), from_html)
    is_image = written.element == "img"
    internal = "asset" if is_image else "internal"
    if destination.kind != "internal":
        if destination.kind in ("unresolvable", "malformed"):
            return Resolution(internal, destination.kind, fragment=destination.fragment, reason=destination.reason)
        if destination.kind in ("mail", "other"):
            return Resolution(destination.kind, "external")
        path = path_at_own(destination, tables.own)
        if path is None:
            return _maybe_own(standing, destination, mount, number, tables)
        destination = destination._replace(kind="internal", path=path)
        mount, number = _find_publisher(standing, destination, mount, number, tables)
    if not destination.path:
        if not written.href.strip() and not from_html:
            if has_blanks(standing.file):
                return Resolution(internal, "planned", reason="it is a blank to be filled in")
            if DIRECTIVE.fullmatch(written.text):
                return Resolution(internal, "unresolvable", reason=f"what the site makes of {written.text} is its own")
            return Resolution(internal, "malformed", reason="the destination is empty")
        hit = Hit(standing.page, standing.page)
        return judge(hit, destination, mount, tables, standing, internal)
    lookups = mount.lookups(standing, destination)
    hit = search(lookups, mount, number, tables) or _lost(lookups, destination, mount, tables, is_image)
    if hit.status in UNFOUND and (slip := find_written_slip(destination, written)):
        return Resolution(internal, "malformed", fragment=destination.fragment, reason=slip)
    if hit.status in ("missing", "asset-missing"):
        hit = doubt(hit, standing, destination, mount, tables)
    return judge(hit, destination, mount, tables, standing, internal)


def _find_publisher(
    standing: Standing, destination: Destination, mount: Mount, number: int, tables: Tables
) -> tuple[Mount, int]:
    """Whose address a full URL of ours is: of the sites that frameworks build, the file's own first; a README beside
    them names their pages. The first of them where none has it."""
    built = sorted(tables.built, key=lambda each: each[0] != number)
    for place, each in built:
        if search(each.lookups(standing, destination), each, place, tables):
            return each, place
    return (built[0][1], built[0][0]) if built else (mount, number)


def _maybe_own(standing: Standing, destination: Destination, mount: Mount, number: int, tables: Tables) -> Resolution:
    """A full URL that the config does not call ours; the mount may still know it for one of our pages."""
    lookups = mount.own(destination)
    hit = search(lookups, mount, number, tables) if lookups else None
    if hit and hit.page and hit.status == "ok" and standing.written.element != "img":
        found = judge(hit, destination, mount, tables, standing, "internal")
        if found.status == "ok":
            return found
        if found.status == "fragment-missing":
            # The page is ours, and is linked; which version of it the address shows is not known.
            return found._replace(status="fragment-unverifiable", reason="the address may show another version of it")
    return Resolution("external", "external", fragment=destination.fragment)


def search(lookups: Sequence[Lookup], mount: Mount, number: int, tables: Tables) -> Hit | None:
    """The first lookup that finds something exactly, else the first that does but for letter case or Unicode form,
    else the status that a lookup asks for."""
    ends: Hit | None = None
    tried: list[Lookup] = []
    for lookup in lookups:
        if lookup.kind not in ("file", "url", "anywhere"):
            ends = Hit(lookup.path, status=lookup.kind, reason=lookup.reason)
            break
        hit = _find(lookup, tables.mounts[number], tables)
        if hit:
            return hit
        tried.append(lookup)
    for lookup in tried:
        hit = follow(lookup, mount, number, tables)
        if hit:
            return hit
    for lookup in tried if mount.clean else ():
        hit = _find_copied(lookup, mount.root, tables.mounts[number], tables)
        if hit:
            return hit
    for lookup in tried:
        hit = _find_variant(lookup, mount, number, tables)
        if hit:
            return hit
    return ends


@lru_cache(maxsize=65536)
def _page_hit(path: str) -> Hit:
    """The page is there."""
    return Hit(path, path)


def _find(lookup: Lookup, here: MountTables, tables: Tables) -> Hit | None:
    kind, path, _ = lookup
    if kind == "url":
        found = here.urls.get(path)
        return _page_hit(found) if found is not None else None
    if kind == "anywhere":
        bare = path.rstrip("/")
        pages = (mount.urls.get(url) for mount in tables.mounts for url in (path, bare, bare + "/", bare + ".html"))
        return next((Hit(page, page) for page in pages if page is not None), None)
    if path in tables.pages:
        return _page_hit(path)
    if path in here.redirects:
        return None
    file = tables.names.files.get(path)
    if file is not None:
        if file.kind == "submodule":
            return Hit(path, status="opaque", reason="a submodule: its files are not here")
        return Hit(path, status="asset")
    if path in tables.names.directories:
        index = here.indexes.get(path)
        return Hit(index, index) if index is not None else Hit(path, status="asset", reason="a folder without a page")
    for folder in ancestors(path):
        above = tables.names.files.get(folder)
        if above is not None and above.kind in ("submodule", "symlink"):
            return Hit(path, status="opaque", reason=f"it lies behind the {above.kind} {folder}")
    return None


def _find_copied(lookup: Lookup, root: str, here: MountTables, tables: Tables) -> Hit | None:
    """A copied ``x.html`` by the address ``/x`` or ``/x/``."""
    if lookup.kind != "url" or not lookup.path.strip("/"):
        return None
    files = [Lookup("file", path) for kind, path in _ends(lookup.path, root) if kind == "file"]
    return next((hit for file in files if file.path.endswith(".html") and (hit := _find(file, here, tables))), None)


def _find_variant(lookup: Lookup, mount: Mount, number: int, tables: Tables) -> Hit | None:
    here = tables.mounts[number]
    if lookup.kind == "url":
        url = here.folded.get(fold(lookup.path))
        if url is None:
            return None
        return Hit(here.urls[url], here.urls[url], "case-mismatch", _differs(lookup.path, url, mount.base + url))
    for variant in tables.names.variants(lookup.path):
        hit = _find(Lookup("file", variant), here, tables)
        if hit and hit.status in ("ok", "asset"):
            return hit._replace(status="case-mismatch", reason=_differs(lookup.path, variant, variant))
    return None


def _differs(written: str, right: str, shown: str) -> str:
    """``shown``: the right name as visitors see it."""
    same = unicodedata.normalize("NFC", written) == unicodedata.normalize("NFC", right)
    return "its name is written in another Unicode form" if same else f"it is named {shown}"


def follow(lookup: Lookup, mount: Mount, number: int, tables: Tables) -> Hit | None:
    """The end of the redirects that begin at the address, if any do."""
    here = tables.mounts[number]
    if not here.redirects and not here.rules:
        return None
    for old in _addresses(lookup, mount.root):
        journey = follow_redirects(old, here.redirects, here.rules, here.rewrites)
        if journey is not None:
            return _arrive(lookup, journey, mount, number, tables)
    return None


def _addresses(lookup: Lookup, root: str) -> Iterator[str]:
    """The address, and of a file below the mount's folder the one that a browser would ask for."""
    yield lookup.path
    if lookup.kind == "file" and within(lookup.path, root) and extension(lookup.path) not in SOURCES:
        yield "/" + below(lookup.path, root)


def _arrive(lookup: Lookup, journey: Journey, mount: Mount, number: int, tables: Tables) -> Hit:
    shown = tuple(map(mount.name_address, journey.hops))
    if journey.loop:
        return _find_on_the_way(journey, shown, mount, number, tables) or Hit(
            lookup.path, status="redirect-loop", reason="the redirect leads back to itself", redirects=shown
        )
    if journey.lost:
        return Hit(lookup.path, status="opaque", reason="a redirect that is not understood may hold for it")
    end = read_destination(journey.end)
    if end.kind != "internal":
        if journey.rewrite:
            return Hit(lookup.path, status="opaque", reason=f"the host shows {journey.end} in its place")
        return Hit(journey.end, status="redirect", redirects=shown)
    for count in range(len(journey.hops), 0, -1):
        # Where a page stands, hosts redirect no further: a pattern that was meant for others may fit its address.
        hit = find_end(read_destination(journey.hops[count - 1]).path, mount, number, tables)
        if hit:
            return hit if journey.rewrite else hit._replace(status="redirect", redirects=shown[:count])
    reason = mount.explain(Lookup("url", end.path))
    if journey.rewrite and not reason and not is_static(end.path, mount.root, tables.names):
        reason = f"{shown[-1]} is shown in its place, which is not here"
    if reason:
        return Hit(end.path, status="opaque", reason=reason, redirects=shown)
    for kind, name in _ends(end.path, mount.root):
        variant = _find_variant(Lookup(kind, name), mount, number, tables)
        if variant:
            return variant._replace(redirects=shown)
    return Hit(
        end.path,
        status="missing",
        reason=f"it is redirected to {shown[-1]}, which is not there",
        redirects=shown,
    )


def _find_on_the_way(journey: Journey, shown: tuple[str, ...], mount: Mount, number: int, tables: Tables) -> Hit | None:
    """The first page of a loop that only redirects lead on from which hold for addresses without a page: ``/docs/*``
    leads to ``/docs/new/:splat``, which it matches too
    (https://docs.netlify.com/routing/redirects/rewrites-proxies/#shadowing)."""
    here = tables.mounts[number]
    firm = here.redirects.keys() - here.yielding
    for count, hop in enumerate(journey.hops, 1):
        path = read_destination(hop).path
        hit = find_end(path, mount, number, tables)
        if hit and firm.isdisjoint((path, path.rstrip("/"), path.rstrip("/") + "/")):
            return hit._replace(status="redirect", redirects=shown[:count])
    return None


def find_end(path: str, mount: Mount, number: int, tables: Tables) -> Hit | None:
    """The page or file that a host serves at a URL path, redirects left aside."""
    ends = (Lookup(kind, name) for kind, name in _ends(path, mount.root))
    return next((hit for end in ends if (hit := _find(end, tables.mounts[number], tables))), None)


def _ends(path: str, root: str) -> Iterator[tuple[str, str]]:
    """What the new address may name: hosts add and drop slashes and ``.html``, and copy some folders to the top."""
    bare = path.rstrip("/")
    stem = bare.removesuffix(".html").removesuffix("/index")
    for url in dict.fromkeys((path, bare, bare + "/", stem, stem + "/", bare + ".html")):
        yield "url", url
    for folder in ("", root, join(root, "static") or "", join(root, "public") or ""):
        for file in (bare, bare + ".html"):
            yield "file", join(folder, file) or ""


def _lost(lookups: Sequence[Lookup], destination: Destination, mount: Mount, tables: Tables, is_image: bool) -> Hit:
    """Nothing was found: why it may exist all the same, else what is missing."""
    path = lookups[0].path if lookups else destination.path
    for lookup in lookups:
        url = "/" + lookup.path if lookup.kind == "file" else lookup.path
        if is_elsewhere(url, tables.elsewhere) or (
            destination.absolute and is_elsewhere(destination.path, tables.elsewhere)
        ):
            return Hit(path, status="opaque", reason="it is published from elsewhere (external_prefixes)")
        if lookup.path.strip("/") in tables.planned or destination.path.strip("/") in tables.planned:
            return Hit(lookup.path, status="planned")
        reason = mount.explain(lookup)
        if reason:
            return Hit(path, status="opaque", reason=reason)
    if destination.path in BLANKS:
        return Hit(path, status="unresolvable", reason="it stands for any address, in an explanation of links")
    if destination.absolute and UUID.search(destination.path):
        return Hit(path, status="opaque", reason="an application gives such names to what it keeps")
    if "\\" in path:
        return Hit(path, status="missing", reason="a backslash does not separate folders in an address")
    is_asset = is_image or extension(path) not in PAGE_LIKE
    reason = (lookups[0].reason if lookups else "") or f"there is no {mount.name_address(path) or '/'}"
    return Hit(path, status="asset-missing" if is_asset else "missing", reason=reason)
