"""GitHub's wikis: a folder of pages that name each other, whatever folder they lie in
(https://docs.github.com/en/communities/documenting-your-project-with-wikis; https://github.com/gollum/gollum/wiki).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import Destination
from linklint.site.fragments import github_fragments, judge_github_fragment
from linklint.site.generators import generator_folders, jekyll_folders
from linklint.site.paths import ancestors, extension, join, name, parent, within
from linklint.site.profile import Address, Detection, Lookup, Mount, NavigationLink, Profile, Read, Standing
from linklint.site.profiles.conventions import is_set_aside
from linklint.source.dialects import GITHUB_EXTENSIONS

PARTS = frozenset({"_Sidebar.md", "_Footer.md", "_Header.md"})
HOME = "home"
MARKDOWN = frozenset({"md", "markdown"})
WIKI = Dialect(extensions=tuple(sorted({*GITHUB_EXTENSIONS, "wikilinks", "text-first"})))
BEFORE_PAGE = re.compile(r"^(?:\./|(?:\.\./)?wiki/|/[^/]+/[^/]+/wiki/)")
REPOSITORY = "it leads to an address of the repository on GitHub"


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """A folder with a home page, and a sidebar, footer or header as wikis have, that no site generator reads."""
    made = generator_folders(names, read) | jekyll_folders(names)
    found: list[Detection] = []
    for part in names.named(*PARTS):
        root = parent(part)
        homes = [join(root, f"{word}.{ending}") for word in ("Home", "home") for ending in sorted(MARKDOWN)]
        is_wiki = any(home in names for home in homes) and made.isdisjoint(ancestors(root))
        if is_wiki and not is_set_aside(part, names) and not any(within(root, each.root) for each in found):
            found.append(Detection(root, f"{part} beside a home page"))
    return found


def open_wiki(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The wiki whose home page lies in the folder."""
    root = found.root
    pages: dict[str, str] = {}
    for path in names.ending(*MARKDOWN):
        if is_page(root, names, path):
            pages.setdefault(fold_name(path), path)
    return Mount(
        framework="wiki",
        root=root,
        reason=found.reason,
        dialect=partial(find_dialect, root, names),
        address=find_address,
        lookups=partial(find_lookups, root, pages),
        fragments=github_fragments,
        judge=judge_github_fragment,
        indexes=("home.md",),
        navigation=read_navigation,
        listings=list_pages,
        roots=find_homes,
    )


def is_page(root: str, names: Names, path: str) -> bool:
    """Whether the file is a page of the wiki: not its sidebar, header or footer."""
    return find_dialect(root, names, path) is not None and name(path) not in PARTS


def find_dialect(root: str, names: Names, path: str) -> Dialect | None:
    """Markdown below the folder."""
    is_here = within(path, root) and extension(path) in MARKDOWN and not is_set_aside(path, names)
    return WIKI if is_here else None


def find_address(path: str, document: Document) -> Address | None:
    """``a/Some Page.md`` → ``/Some-Page``: folders are not part of it. Sidebars and the like have none."""
    if name(path) in PARTS:
        return None
    page = name(path).rpartition(".")[0]
    if page.casefold() == HOME:
        return Address("/", also=(f"/{page}",), kind="home", title=page)
    return Address("/" + page.replace(" ", "-"), title=page.replace("-", " "))


def fold_name(path: str) -> str:
    """A page's name as links are compared with it: without folder and ending, in any letter case, with spaces or
    hyphens."""
    bare = name(path)
    stem = bare.rpartition(".")[0] if extension(bare) in MARKDOWN else bare
    return stem.replace(" ", "-").casefold()


def find_lookups(root: str, pages: Mapping[str, str], standing: Standing, destination: Destination) -> Sequence[Lookup]:
    """A page by its name, else a file: relative to the wiki's top, or to the page's folder."""
    path = BEFORE_PAGE.sub("", destination.path, count=1)
    if path.startswith(("/", "../")):
        return [Lookup("outside", destination.path, REPOSITORY)]
    page = pages.get(fold_name(path.rstrip("/")))
    files = [join(folder, path) for folder in dict.fromkeys((root, parent(standing.file)))]
    found = [Lookup("file", file) for file in files if file is not None]
    return [Lookup("file", page), *found] if page is not None else found


def read_navigation(documents: Mapping[str, Document]) -> Iterator[NavigationLink]:
    """The links of sidebars, headers and footers, which all pages show."""
    for path in sorted(documents):
        if name(path) in PARTS:
            for link in documents[path].links:
                yield NavigationLink(path, link, link.href)


def list_pages(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """GitHub lists all pages beside each of them."""
    for home in find_homes(pages):
        yield from ((home, page.path) for page in pages if page.path != home)


def find_homes(pages: Sequence[Page]) -> list[str]:
    """The home page; of several the first."""
    return [page.path for page in pages if page.kind == "home"][:1]


PROFILE = Profile("wiki", detect, open_wiki)
