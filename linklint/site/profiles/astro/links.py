"""How a destination written in an Astro site is read: as a browser does, on the addresses of the site.

https://docs.astro.build/en/guides/markdown-content/: Astro leaves links as they stand; only images that begin with a
dot are files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from linklint.data.javascript import Call
from linklint.model.files import Names
from linklint.site.destination import Destination, read_destination
from linklint.site.imported_files import find_imported
from linklint.site.paths import extension, join, parent
from linklint.site.profile import Lookup, Standing
from linklint.site.profiles.astro.config import PAGES, Config
from linklint.site.profiles.javascript_sites import find_twin, get_list

SIDEBAR = "slug"  # prop of a sidebar's link whose destination is a page's id
OWN = "a Markdown plugin of the site may rewrite this link"
CODE = "a page made by code"
FEEDS = re.compile(
    r"/(?:sitemap(?:-index|-\d+)?\.xml|rss\.xml|llms(?:-\w+)?\.txt|pagefind/.*|_astro/.*|404|[\w-]+/404)"
)


def find_lookups(
    config: Config,
    names: Names,
    explain: Callable[[str], str | None],
    taken: frozenset[str],
    standing: Standing,
    destination: Destination,
) -> list[Lookup]:
    """All readings, the first one that finds something counts. ``taken``: addresses of all documents."""
    path, written = destination.path, standing.written
    if written.prop == SIDEBAR and written.syntax == "nav":
        url = "/" + path.strip("/") if path.strip("/") != "index" else "/"
        return [
            Lookup("url", url),
            *([Lookup("opaque", url, "a plugin may make this page")] if _strange(config) else []),
        ]
    found: list[Lookup] = []
    beside = join(parent(standing.file), path) if not destination.absolute else None
    if written.element == "img" and path.startswith(tuple(config.aliases)):
        # https://docs.astro.build/en/guides/typescript/#import-aliases; read by folders, longest first.
        file = find_imported(path, standing.file, config.root, lambda: config.aliases)
        return (
            [Lookup("file", file)] if file is not None else [Lookup("outside", path, "it leads above the repository")]
        )
    if written.element == "img" and path.startswith(("~/", "@/")):
        return [Lookup("unresolvable", path, "an alias of the site's own")]
    if not destination.absolute:
        if beside is not None and (written.element == "img" or (config.custom and extension(path) in PAGES)):
            found.append(Lookup("file", beside))
        bases = [standing.url.rstrip("/") + "/"] if config.slash != "never" else []
        # Starlight's own links end in a slash, so that is where visitors are; other sites may link either form.
        if config.slash == "never" or (config.slash == "ignore" and config.starlight is None):
            bases.append(parent(standing.url.rstrip("/")) + "/")
        for base in bases:
            joined = join(base, path)
            found += by_address(config, names, "/" + (joined or "")) if joined is not None else []
        if config.custom and extension(path) in PAGES:
            if config.by_file and beside is not None:
                return [found[0], Lookup("file", find_twin(beside))]
            return [*found, Lookup("unresolvable", path, OWN)]
    elif _lacks_base(config, standing, path):
        return [_without_base(config, names, taken, path)]
    else:
        bare = without_base(config, path)
        found += by_address(config, names, bare)
    reasons = [reason for lookup in found if lookup.kind == "url" and (reason := explain(lookup.path))]
    return [*found, Lookup("opaque", path, reasons[0])] if reasons else found


def without_base(config: Config, path: str) -> str:
    """The path inside the site, without its base path."""
    if config.base != "/" and (path + "/").startswith(config.base):
        return "/" + path[len(config.base) :]
    return path


def _lacks_base(config: Config, standing: Standing, path: str) -> bool:
    """Whether a browser reads the path from the top of the host, above the site. Starlight adds the base path to the
    links of its sidebar, and a plugin may to others."""
    added = config.custom or standing.written.syntax == "nav"
    return not added and config.base != "/" and not (path + "/").startswith(config.base)


def _without_base(config: Config, names: Names, taken: frozenset[str], path: str) -> Lookup:
    url = "/" + (join("", path) or "")
    file = join(config.public, url) or ""
    if url in taken or file in names.files:
        return Lookup("missing", url, f"it lacks the base path {config.base}")
    return Lookup("outside", path, f"it lies above the base path {config.base}")


def by_address(config: Config, names: Names, path: str) -> list[Lookup]:
    """A page, or a file that is served as it is."""
    url = "/" + (join("", path) or "")
    found = [Lookup("url", url), Lookup("url", url.rstrip("/") + "/")]
    if url.endswith(".html"):
        found.append(Lookup("url", re.sub(r"(?:/index)?\.html$", "", url) or "/"))
    file = join(config.public, url) or ""
    found += [Lookup("file", each) for each in (file, f"{file}/index.html") if each in names.files]
    if extension(url) and file not in names.files:
        found.append(Lookup("file", file))
    return found


def _strange(config: Config) -> bool:
    return config.starlight is not None and config.starlight.strange


def explain_routes(config: Config, folders: frozenset[str]) -> Callable[[str], str | None]:
    """A function from an address to why it may exist although no document makes it. ``folders``: first segments of
    the addresses that documents have."""
    patterns = [re.compile(pattern) for pattern in config.patterns]
    starlight = config.starlight
    made = frozenset(_find_bases(get_list(starlight.options, "plugins"))) if starlight and starlight.strange else ()

    def explain(url: str) -> str | None:
        url = url.rstrip("/") or "/"
        if url in config.routes or FEEDS.fullmatch(url):
            return CODE
        if any(pattern.fullmatch(url) for pattern in patterns):
            return "an address of a route with parameters"
        if any((url + "/").startswith(base + "/") for base in config.loaded):
            return "a loader of a package may make this page"
        is_below = any(f"/{base}/" in url + "/" for base in made)
        if is_below or (starlight and starlight.strange and url[1:].partition("/")[0] not in folders):
            return "a plugin of Starlight may make this page"
        return None

    return explain


def _find_bases(value: Any) -> Iterator[str]:
    """Where plugins are told to put what they make: ``starlightOpenAPI([{base: "api", schema: …}])``. A language may
    stand before it."""
    if isinstance(value, Call):
        value = value.arguments
    if isinstance(value, Mapping):
        base = value.get("base")
        if isinstance(base, str) and base.strip("/"):
            yield base.strip("/")
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _find_bases(each)


def find_own(config: Config, names: Names, destination: Destination) -> Sequence[Lookup]:
    """A full URL on the host that the config names."""
    own = read_destination(config.url).host if config.url else ""
    if not own or destination.host.removeprefix("www.") != own.removeprefix("www."):
        return []
    if not (destination.path + "/").startswith(config.base):
        return []
    return by_address(config, names, without_base(config, destination.path))
