"""The repository's own address on GitHub, told from its links.

Many READMEs name their own files by full addresses (``https://github.com/OWNER/NAME/blob/main/guide.md``). What
OWNER and NAME are is nowhere in the files, but the links give it away: the files that they name stand here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import join, name
from linklint.site.profile import Lookup
from linklint.site.profiles.conventions import is_standing

FILE = re.compile(r"/([\w.-]+/[\w.-]+)/(?:blob|tree|raw|blame|edit)/(?:refs/(?:heads|tags)/)?[^/]+/(.+?)/?")
RAW = re.compile(r"/([\w.-]+/[\w.-]+)/(?:refs/(?:heads|tags)/)?[^/]+/(.+?)")
TOP = re.compile(r"/([\w.-]+/[\w.-]+)(?:/(?:blob|tree)/[^/]+)?/?")
HOSTS = frozenset({"github.com", "www.github.com"})
PAGES_DOMAIN = "github.io"
RAW_HOST = "raw.githubusercontent.com"


def read_file(destination: Destination) -> tuple[str, str] | None:
    """``owner/name``, lower case, and the path of the file or folder that the address names; None where it names none.
    A branch whose name has a slash is not told from a folder."""
    found = None
    if destination.host == RAW_HOST:
        found = RAW.fullmatch(destination.path)
    elif destination.host in HOSTS:
        found = FILE.fullmatch(destination.path)
    path = join("", found[2]) if found else None
    return (found[1].lower(), path) if found and path is not None else None


def read_page(destination: Destination) -> tuple[str, list[str]] | None:
    """``owner/name``, lower case, of the repository whose GitHub Pages the address is of, and the files that the page
    may be made of; None for another host, and for a home page
    (https://docs.github.com/en/pages/getting-started-with-github-pages/what-is-github-pages)."""
    owner, _, domain = destination.host.partition(".")
    repository, _, rest = destination.path.lstrip("/").partition("/")
    path = join("", rest)
    if domain != PAGES_DOMAIN or not repository or not path:
        return None
    files = [path, path.removesuffix(".html") + ".md"]
    return f"{owner}/{repository}".lower(), files if "." in name(path) else files[1:]


def own_repository(destinations: Iterable[Destination], names: Names) -> str | None:
    """``owner/name``, lower case, of the repository whose files these are: the one of which most of the named files
    stand here, telling ones among them (every repository has a README); None where no repository qualifies."""
    named: dict[str, set[str]] = {}
    for destination in destinations:
        found = read_file(destination)
        if found:
            named.setdefault(found[0], set()).add(found[1])
        page = read_page(destination)
        if page:
            named.setdefault(page[0], set()).add(next((path for path in page[1] if path in names.files), page[1][0]))
    best: tuple[int, str] | None = None
    for repository, paths in sorted(named.items()):
        here = {path for path in paths if path in names.files or path in names.directories}
        telling = {path for path in here if "." in name(path) and not is_common(path)}
        if telling and 2 * len(here) >= len(paths):
            best = max(best or (0, ""), (len(telling), repository))
    return best[1] if best else None


def is_common(path: str) -> bool:
    """Whether a file of this name is found in most repositories."""
    return is_standing(path) or name(path).lower().startswith(("readme.", "index.", ".git"))


def addresses_here(repository: str | None, destination: Destination) -> Sequence[Lookup]:
    """The file or folder that an address of GitHub or of its Pages names, if it is one of the repository's."""
    page = read_page(destination)
    if page and page[0] == repository:
        return [Lookup("file", path) for path in page[1]]
    file = read_file(destination)
    if repository is None or (file and file[0] != repository):
        return ()
    if file:
        return (Lookup("file", file[1]),)
    top = TOP.fullmatch(destination.path) if destination.host in HOSTS else None
    return (Lookup("file", ""),) if top and top[1].lower() == repository else ()
