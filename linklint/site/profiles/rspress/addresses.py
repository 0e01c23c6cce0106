"""From files to addresses, and how destinations are read: after ``packages/core/src/node/route`` and
``mdx/remarkPlugins/link.ts`` of https://github.com/web-infra-dev/rspress."""

from __future__ import annotations

import re

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import below, extension, join, name, names_folder, parent, within
from linklint.site.profile import Address, Lookup, Standing
from linklint.site.profiles.rspress.settings import CODE, RspressSettings, is_page
from linklint.site.profiles.vitepress.addresses import BUILT, FILES

MARKDOWN = frozenset({"inline", "reference", "autolink"})
ENDING = re.compile(r"\.(?:mdx?|[jt]sx?|html)$", re.IGNORECASE)
ABOVE = "it leads above the site"


def find_route(settings: RspressSettings, written: str) -> str:
    """``/a/b`` for a page, ``/a/`` for an index, of a path without a slash before it: a file's from the source folder,
    or an address. The default language and version are left out."""
    bare = ENDING.sub("", written)
    version, language, rest = settings.split(f"{bare}index" if bare.endswith("/") or not bare else bare)
    rest = "" if rest == "index" else rest.removesuffix("index") if rest.endswith("/index") else rest
    before = [each for each in (version if version != settings.version else "",
                                language if language != settings.language else "") if each]  # fmt: skip
    return "/" + "/".join([*before, rest])


def find_address(settings: RspressSettings, path: str, document: Document) -> Address | None:
    """None for what is no page."""
    if not is_page(settings, path):
        return None
    inner = below(path, settings.source)
    route = find_route(settings, inner)
    _, language, rest = settings.split(ENDING.sub("", inner))
    home = rest == "index"
    spellings = spell(route)
    url = spellings[0] if settings.clean or route.endswith("/") else spellings[1]
    return Address(
        url,
        also=tuple(each for each in spellings if each != url),
        kind="home" if home else "section" if url.endswith("/") else "article",
        lang=language or settings.language or None,
        orphan="intended" if rest == "404" else "checked",
    )


def spell(route: str) -> list[str]:
    """A route, and the other forms in which its page is found."""
    if route.endswith("/"):
        return [route, f"{route}index.html", f"{route}index", *([route[:-1]] if route != "/" else [])]
    return [route, f"{route}.html", f"{route}/"]


def list_components(settings: RspressSettings, names: Names) -> frozenset[str]:
    """The addresses of pages that are code."""
    paths = (path for path in names.ending(*CODE) if is_page(settings, path, CODE))
    return frozenset(url for path in paths for url in spell(find_route(settings, below(path, settings.source))))


def find_lookups(
    settings: RspressSettings, metas: frozenset[str], names: Names, standing: Standing, destination: Destination
) -> list[Lookup]:
    """Markdown's links are relative to their file; those from the top get its language and version. What is no page is
    left as it is written. ``metas``: files of the navigation, whose links have all that already."""
    path, written = destination.path, standing.written
    file = standing.file if within(standing.file, settings.source) else standing.page
    if path.startswith(("@", "~")):
        return [Lookup("opaque", path, "an alias of the bundler may stand for it")]
    if written.element in ("img", "Image"):
        return _read_file(settings, standing, path)
    is_markdown = written.syntax in MARKDOWN
    found: list[Lookup] = []
    if destination.absolute:
        bare = path
        if settings.base and not is_markdown and within(path, settings.base):
            bare = path[len(settings.base) :] or "/"
        elif settings.base and written.syntax in ("html", "jsx") and written.element == "a":
            return [Lookup("opaque", path, f"the site is published below {settings.base}/")]
        in_navigation = standing.file in metas or standing.file == settings.config
        routes = [find_route(settings, bare.lstrip("/"))]
        if not in_navigation:
            loose = find_route(settings, _with_prefix(settings, bare, file))
            # A link that is none with the language is left as it is, unless the build ends there.
            as_written = [] if is_markdown and settings.prefixes and settings.checked else routes
            routes = [loose, *as_written] if settings.prefixes else [*routes, loose]
        if settings.base and is_markdown and within(path, settings.base):
            found.append(Lookup("opaque", path, f"it holds the path that the site lies below, {settings.base}/"))
        public = join(settings.source, f"public/{bare}")
    else:
        starts = [parent(below(file, settings.source))]
        if settings.rooted and is_markdown and not path.startswith("."):
            starts.append("")
        if not is_markdown:
            starts.append(standing.url.rpartition("/")[0].strip("/"))
        targets = [join(start, path) for start in dict.fromkeys(starts)]
        if targets[0] is None:
            return [_above(names, standing, path)]
        slash = "/" if names_folder(path) else ""
        routes = [find_route(settings, target + slash) for target in targets if target is not None]
        if settings.rooted and is_markdown and not path.startswith("."):
            routes.append(find_route(settings, _with_prefix(settings, f"/{path}", file)))
        public = join(settings.source, f"public{standing.url.rpartition('/')[0]}/{path}")
    # A written ending that is no page's belongs to the name: ``/guide/v1.0``.
    lookups = [Lookup("url", route) for route in dict.fromkeys(routes)]
    if extension(path) in FILES:  # of a page only if it has such a name: ``filename.css.md``
        first, *others = _read_file(settings, standing, path)
        return [first, *lookups, *others]
    lookups += [Lookup("file", each) for each in (public, f"{public}.html") if each]
    made = (settings.makes and ENDING.sub("", path) == path) or BUILT.fullmatch(path)
    return [*lookups, *([Lookup("opaque", path, "a plugin may make this page")] if made else []), *found]


def _with_prefix(settings: RspressSettings, path: str, file: str) -> str:
    """A path from the top, in the version and the language of the file where it names none itself."""
    version, language, rest = settings.split(path)
    if version or not within(file, settings.source):
        return path.lstrip("/")
    here, spoken, _ = settings.split(below(file, settings.source))
    slash = "/" if path.endswith("/") and rest else ""
    return "/".join(each for each in (here, language or spoken, rest) if each) + (slash or ("" if rest else "/"))


def _above(names: Names, standing: Standing, path: str) -> Lookup:
    """What climbs out of the site: pages of it are looked for there, and files for readers on GitHub."""
    there = join(parent(standing.file), path)
    gone = there is not None and there not in names.files and there not in names.directories
    return Lookup("missing" if gone and path.endswith((".md", ".mdx")) else "opaque", path, ABOVE)


def _read_file(settings: RspressSettings, standing: Standing, path: str) -> list[Lookup]:
    """Images beside the source, or in the folder ``public``; other files are left as addresses."""
    if path.startswith("/"):
        bare = path[len(settings.base) :] if settings.base and within(path, settings.base) else path
        found = [Lookup("file", join(settings.source, f"public/{bare}") or path)]
    elif standing.written.element in ("img", "Image"):
        starts = dict.fromkeys((parent(standing.file), parent(standing.page)))
        paths = [join(start, path) for start in starts]
        found = [Lookup("file", each) for each in paths if each is not None] or [Lookup("opaque", path, ABOVE)]
    else:
        folder = standing.url.rpartition("/")[0]
        found = [Lookup("file", join(settings.source, f"public{folder}/{path}") or path)]
    return [*found, *([Lookup("opaque", path, "a plugin makes this file")] if BUILT.fullmatch(name(path)) else [])]
