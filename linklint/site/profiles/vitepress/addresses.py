"""From files to addresses, and how destinations are read
(https://github.com/vuejs/vitepress/blob/main/src/node/markdownToVue.ts and markdown/plugins/link.ts)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination, read_destination
from linklint.site.page_names import are_sure
from linklint.site.paths import ancestors, below, extension, first_segment, join, names_folder, parent, within
from linklint.site.profile import Address, Lookup, Standing
from linklint.site.profiles.vitepress.settings import VitepressSettings
from linklint.source.decode import decode

ENOUGH = 12
SURE = 9
"""Of so many addresses that files have, one may be another."""
REWRITTEN = frozenset({"inline", "reference", "autolink", "frontmatter"})
REWRITTEN_BY_CODE = "what rewrites addresses cannot be read"
# Extensions that VitePress takes for files rather than pages (``treatAsHtml`` in shared.ts).
FILES = frozenset(
    "3g2 3gp aac ai apng au avif bin bmp cer class conf crl css csv dll doc eps epub exe gif gz ics ief jar jpe jpeg "
    "jpg js json jsonld m4a man mid midi mjs mov mp2 mp3 mp4 mpe mpeg mpg mpp oga ogg ogv ogx opus otf p10 p7c p7m p7s "
    "pdf png ps qt roff rtf rtx ser svg t tif tiff tr ts tsv ttf txt vtt wav weba webm webp woff woff2 xhtml xml yaml "
    "yml zip".split()
)
BUILT = re.compile(
    r"/?(?:sitemap\.xml|hashmap\.json|404\.html|llms(?:-full)?\.txt|.*\.(?:rss|atom)|.*(?:atom|feed|rss)\.(?:xml|json))"
)
PARAMETER = re.compile(r"\[\w+\]")
LEFT = re.compile(r"[)\]](?=\{[^{}\n]*\b(?:target|download)\b[^{}\n]*\})")


def is_page(settings: VitepressSettings, path: str) -> bool:
    """Whether the file is built: Markdown of the source folder, in no hidden folder and not excluded."""
    if extension(path) != "md" or not within(path, settings.source):
        return False
    inner = below(path, settings.source)
    if any(segment.startswith(".") or segment == "node_modules" for segment in inner.split("/")):
        return False
    # The search for pages does not enter a folder that is excluded.
    return not any(glob(each) for glob in settings.excluded for each in (inner, *ancestors(inner)))


def route_of(settings: VitepressSettings, path: str) -> str:
    """The file that the address is made of, named from the source folder."""
    inner = below(path, settings.source)
    return settings.rewrite(inner) if settings.rewrite is not None else inner


def page_url(settings: VitepressSettings, route: str) -> str:
    """``a/b.md`` → ``/a/b.html`` (``/a/b`` with clean URLs), ``a/index.md`` → ``/a/``."""
    stem = re.sub(r"\.(?:md|html)$", "", route)
    if stem == "index" or stem.endswith("/index"):
        return "/" + stem.removesuffix("index")
    return f"/{stem}" if settings.clean or not stem else f"/{stem}.html"


def find_address(settings: VitepressSettings, path: str, document: Document) -> Address | None:
    """None for what is no page, and for templates of dynamic routes."""
    if not is_page(settings, path) or PARAMETER.search(below(path, settings.source)):
        return None
    route = route_of(settings, path)
    url = page_url(settings, route)
    first = route.partition("/")[0] if "/" in route else ""
    known = first in settings.languages
    lang = settings.languages.get(first if known else "")
    home = url == "/" or (known and url == f"/{first}/")
    stem = route.removesuffix(".md")
    also = (url + "index.html",) if url.endswith("/") else (f"/{stem}", f"/{stem}.html")
    listed = any(glob(path) for glob in settings.listed)
    intended = route == "404.md" or listed
    kind = "home" if home else "section" if url.endswith("/") else "article"
    return Address(
        url,
        also=tuple(each for each in also if each != url),
        kind=kind,
        lang=lang,
        orphan="intended" if intended else "checked",
    )


def find_left(data: bytes) -> frozenset[int]:
    """Where links end whose attributes (``{target="_blank"}``, ``{download}``) make VitePress leave them as they are
    written (``linkPlugin``): offsets in the file's text."""
    if b"target" not in data and b"download" not in data:
        return frozenset()
    return frozenset(match.end() for match in LEFT.finditer(decode(data)[0]))


def find_lookups(
    settings: VitepressSettings,
    names: Names,
    left: Callable[[str], frozenset[int]],
    standing: Standing,
    destination: Destination,
) -> list[Lookup]:
    """Relative to the page's address (its file, after rewriting), absolute from the site's top; ``.md``, ``.html`` or
    nothing for a page, a slash at the end for an index. Raw HTML, and links with a target, are left as written: there
    ``.md`` is a file of the folder ``public``."""
    path = destination.path
    if path in settings.ignored or path.removesuffix(".md") in settings.ignored:
        return [Lookup("opaque", path, "ignoreDeadLinks names it")]
    if extension(path) in FILES or standing.written.element == "img":
        return _read_asset(settings, names, standing, path)
    is_markdown = standing.written.syntax in REWRITTEN and standing.written.span.end not in left(standing.file)
    if settings.base and destination.absolute and not is_markdown:
        if not (path + "/").startswith(settings.base + "/"):
            return [Lookup("opaque", path, f"the site is published below {settings.base}/")]
        path = path[len(settings.base) :]
    # The theme takes what begins with no dot for a path of the site (``normalizeLink`` of theme-default).
    by_theme = standing.written.syntax == "frontmatter" and not path.startswith(".")
    at_top = destination.absolute or standing.file in settings.configs or by_theme
    folder = "" if at_top else parent(route_of(settings, standing.page))
    found: list[Lookup] = []
    for start in dict.fromkeys([folder, *_included(settings, standing, destination)]):
        target = join(start, path)
        if target is None:
            known = is_markdown and settings.checked and standing.file == standing.page
            return [Lookup("missing" if known else "opaque", path, "it leads above the site")]
        slash = "/" if target and names_folder(path) else ""
        url = f"/{target}/" if slash else page_url(settings, target) if target else "/"
        if is_markdown or extension(path) != "md":
            found.append(Lookup("url", url))
        if standing.file in settings.configs or standing.written.syntax == "frontmatter" or not is_markdown:
            # The router takes a page for its folder's index, and the other way round (``pathToFile``); Markdown's links
            # of this kind end the build.
            found.append(Lookup("url", page_url(settings, target) if slash else f"/{target}/"))
        public = join(settings.source, f"public/{target}") or ""
        for file in (public, public + ".html", public + "/index.html"):
            if target and file in names.files:
                found.append(Lookup("file", file))
    if settings.rewrite is None and not is_kept(settings, target or ""):
        found.append(Lookup("opaque", path, REWRITTEN_BY_CODE))
    if settings.foreign and standing.file in settings.configs:
        found.append(Lookup("opaque", path, "the package that makes the config may put a language before it"))
    if BUILT.fullmatch(path):
        found.append(Lookup("opaque", path, "a plugin makes this file"))
    return found


def is_kept(settings: VitepressSettings, target: str) -> bool:
    """Whether code that rewrites addresses leaves those alone that lie beside this one."""
    return first_segment(target) in settings.kept


def find_kept(settings: VitepressSettings, documents: Mapping[str, Document]) -> frozenset[str]:
    """The first folders of which links from the site's top name many addresses, nearly all of them those that files
    have without any rewriting."""
    pages = {page_url(settings, route_of(settings, path)) for path in documents if is_page(settings, path)}
    named = {
        page_url(settings, destination.path.strip("/"))
        for document in documents.values()
        for link in document.links
        if link.element == "a" and link.href.startswith("/")
        if (destination := read_destination(link.href)).kind == "internal" and extension(destination.path) not in FILES
    }
    every = Counter(url.split("/")[1] for url in named)
    here = Counter(url.split("/")[1] for url in named if url in pages or f"{url.removesuffix('.html')}/" in pages)
    return frozenset(
        each for each in here if are_sure(here[each], every[each] - here[each], enough=ENOUGH, to_one=SURE)
    )


def _included(settings: VitepressSettings, standing: Standing, destination: Destination) -> list[str]:
    """Links of an included file also lead where they lead from there (since version 2)."""
    if standing.file == standing.page or destination.absolute or standing.file in settings.configs:
        return []
    return [parent(route_of(settings, standing.file))] if within(standing.file, settings.source) else []


def _read_asset(settings: VitepressSettings, names: Names, standing: Standing, path: str) -> list[Lookup]:
    """Files: beside the page's source, or in the folder ``public``."""
    if BUILT.fullmatch(path) and path.lstrip("/") not in names.files:
        file = join(settings.source, f"public/{path}") or ""
        return [Lookup("file", file), Lookup("opaque", path, "a plugin makes this file")]
    if path.startswith("/"):
        starts = [join(settings.source, "public"), settings.source]
    else:
        starts = [parent(standing.file), parent(standing.page)]
        starts.append(join(settings.source, f"public/{parent(route_of(settings, standing.page))}"))
        if path.startswith(("@", "~")):
            return [Lookup("opaque", path, "an alias of the bundler may stand for it")]
    paths = [join(start, path) for start in dict.fromkeys(starts) if start is not None]
    return [Lookup("file", each) for each in paths if each is not None] or [Lookup("opaque", path, "it leads above")]
