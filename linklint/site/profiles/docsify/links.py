"""How docsify reads destinations (``src/core/render/compiler/link.js``, ``src/core/router/history/base.js``).

What Markdown makes links of becomes a route, read from the site's root unless ``relativePath`` is set: ``guide`` and
``guide.md`` mean ``guide.md``, ``guide/`` its README. Images are read from the page's folder. Raw HTML, and what the
title ``':ignore'`` excepts, is left to the browser, which stands at ``index.html``.
"""

from __future__ import annotations

import re

from linklint.model.document import WrittenLink
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import below, extension, join, parent, within
from linklint.site.profile import Lookup, Standing
from linklint.site.profiles.docsify.settings import DocsifySettings, follow_alias, matches_any

COMPILED = frozenset({"inline", "reference", "autolink"})
DIRECTIVE = re.compile(r"(?:^|\s):([\w-]+:?)(?:=(\S+))?")
ABOVE = "it leads above the folder of index.html"


def read_directives(title: str | None) -> dict[str, str]:
    """``':include :type=code'`` → include and type."""
    return {match[1]: match[2] or "" for match in DIRECTIVE.finditer(title or "") if not match[1].endswith(":")}


def rewrite(settings: DocsifySettings, standing: Standing) -> str:
    """The destination with the route in the place of the path, and ``?id=`` as the fragment that it is; a full URL
    where an alias takes the page from one."""
    href = _read_route(settings, standing)
    path, mark, fragment = href.partition("#")
    is_far = bool(settings.alias) or "//" in settings.home
    if path and is_far and is_route(settings, standing.written) and ":" not in path and "//" not in path:
        base = _base_of(settings, standing, path)
        target = find_route(settings, _join_route(base, path.removesuffix(".md")))
        if ":" in target or "//" in target:
            return target + mark + fragment
    return href


def _read_route(settings: DocsifySettings, standing: Standing) -> str:
    href = standing.written.href.strip()
    start = f"{settings.base.rstrip('/')}/#/" if settings.base else ""
    if start and href.startswith(start):
        href = href[len(start) - 1 :]
    elif href.startswith("#/") and is_compiled(settings, standing.written):
        return href  # docsify takes it for the id of a heading of the same page
    elif href.startswith("#/"):
        href = href[1:]
    elif not is_route(settings, standing.written):
        return href
    path, mark, query = href.partition("?")
    found = re.search(r"(?:^|&)id=([^&#]*)", query)
    if not mark or not found:
        return href
    return f"{path or ('./' if settings.is_relative else '/')}#{found[1]}"


def is_route(settings: DocsifySettings, written: WrittenLink) -> bool:
    """Whether docsify makes the destination one of its routes."""
    return written.href.strip().startswith("#/") or is_compiled(settings, written)


def is_compiled(settings: DocsifySettings, written: WrittenLink) -> bool:
    """Whether docsify writes the destination anew."""
    if written.syntax not in COMPILED or not read_directives(written.title).keys().isdisjoint({"ignore", "include"}):
        return False
    return not matches_any(settings.uncompiled, written.href)


def find_lookups(settings: DocsifySettings, names: Names, standing: Standing, destination: Destination) -> list[Lookup]:
    """The ways to read a destination of this site."""
    written, path = standing.written, destination.path
    directives = read_directives(written.title)
    if "disabled" in directives:
        return [Lookup("opaque", path, "its title makes it lead nowhere")]
    if is_route(settings, written):
        return _find_routes(settings, names, standing, path)
    if written.syntax == "image" or "include" in directives:
        return _find_beside(settings, standing, path)
    return _find_plain(settings, path)


def find_route(settings: DocsifySettings, route: str) -> str:
    """The file that a route shows, named from the folder of pages; a full URL where an alias leads to one."""
    route = follow_alias(settings, route) or route
    path = route.partition("?")[0]
    if path.endswith("/"):
        path += "README" + settings.ending
    elif not path.endswith((settings.ending, ".html")):
        path += settings.ending
    return settings.home if path == f"/README{settings.ending}" else path


def _find_routes(settings: DocsifySettings, names: Names, standing: Standing, path: str) -> list[Lookup]:
    route = path.removesuffix(".md") if path != settings.home else "README"
    bases = [_base_of(settings, standing, path)]
    if not settings.is_known:
        bases.append(parent(below(standing.page, settings.content)))
    return [lookup for base in bases for lookup in _find_files(settings, names, _join_route(base, route), path)]


def _base_of(settings: DocsifySettings, standing: Standing, path: str) -> str:
    return parent(below(standing.page, settings.content)) if settings.is_relative and not path.startswith("/") else ""


def explain_laid(settings: DocsifySettings, standing: Standing, destination: Destination) -> str | None:
    """As ``Mount.excuse``: what a build lays over the pages need not be all of it here."""
    is_page = destination.path.endswith((settings.ending, ".md")) or not extension(destination.path)
    return "a build puts the site together, and may add the file" if settings.laid_over and not is_page else None


def _join_route(base: str, path: str) -> str:
    joined = _climb(base, path)
    slash = "/" if joined and path.endswith(("/", "/.", "/..")) else ""
    return f"/{joined}{slash}"


def _find_files(settings: DocsifySettings, names: Names, route: str, path: str) -> list[Lookup]:
    target = find_route(settings, route)
    found = [Lookup("file", join(settings.content, target) or "")]
    language, _, rest = route.strip("/").partition("/")
    if language in settings.other_languages:
        other = find_route(settings, f"{settings.first_language}/{rest}")
        found.append(Lookup("file", join(settings.content, other) or ""))
    if matches_any(settings.routes, route):
        found.append(Lookup("opaque", route, "a function of the settings makes this page"))
    elif join(settings.content, path.lstrip("/")) in names.files and found[0].path not in names.files:
        reason = f"docsify looks for {below(found[0].path, settings.content)}; the title ':ignore' links the file"
        found.append(Lookup("missing", join(settings.content, path.lstrip("/")) or "", reason))
    return found


def _find_beside(settings: DocsifySettings, standing: Standing, path: str) -> list[Lookup]:
    """Images and included files: from the folder of the page, or of the included file that names them."""
    folders = [parent(standing.page), *([parent(standing.file)] if path.startswith(".") else [])]
    if path.startswith("/") or not settings.is_known:
        folders.append(settings.content)
    if settings.laid_over:
        ways = ((settings.content, settings.laid_over), (settings.laid_over, settings.content))
        folders += [to + each[len(top) :] for each in folders for top, to in ways if within(each, top)]
    found = [joined for folder in folders if (joined := join(folder, path.lstrip("/"))) is not None]
    return [Lookup("file", joined) for joined in dict.fromkeys(found)] or [Lookup("outside", path, ABOVE)]


def _find_plain(settings: DocsifySettings, path: str) -> list[Lookup]:
    """As a browser reads it that stands at ``index.html``."""
    target = join(settings.root, path.lstrip("/"))
    found = [Lookup("file", target)] if target is not None else [Lookup("outside", path, ABOVE)]
    if path.startswith("/") and settings.base is None:
        found.append(Lookup("outside", path, "the address of the site's host is not known"))
    return found


def _climb(base: str, path: str) -> str:
    """The route joined; above the root it stays at the root, as docsify and browsers do."""
    segments = [segment for segment in base.split("/") if segment and not path.startswith("/")]
    for segment in path.split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment not in ("", "."):
            segments.append(segment)
    return "/".join(segments)
