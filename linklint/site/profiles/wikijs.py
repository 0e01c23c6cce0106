"""Wiki.js keeps its pages in a repository: ``a/b.md`` is the page ``/a/b``, or ``/en/a/b`` with its language
(https://docs.requarks.io/storage/git, https://docs.requarks.io/guide/pages). There is no config: its front matter
gives it away. What lists the pages is in its database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.model.site import Page
from linklint.site.destination import Destination
from linklint.site.doubts import doubt_all
from linklint.site.languages import LANGUAGE
from linklint.site.paths import extension, join, name, parent
from linklint.site.profile import Lookup, Mount, Standing

KEYS = frozenset({"dateCreated", "editor", "published"})
FEW = 5


def is_wiki(documents: Iterable[Document]) -> bool:
    """Whether most documents, several at least, have the front matter that Wiki.js writes."""
    every = [document.front_matter or {} for document in documents]
    found = sum(matter.keys() >= KEYS for matter in every)
    return found >= FEW and 2 * found > len(every)


def with_wiki(mount: Mount, names: Names) -> Mount:
    """The mount of files as GitHub shows them, as the pages of a wiki."""
    lookups = mount.lookups

    def find_lookups(standing: Standing, destination: Destination) -> Sequence[Lookup]:
        pages = [Lookup("file", path) for path in name_sources(standing.file, destination.path, names)]
        return [*pages, *lookups(standing, destination)]

    return msgspec.structs.replace(
        mount,
        lookups=find_lookups,
        roots=find_homes,
        orphans=doubt_all,  # the navigation of the wiki may list any page
        slugs_known=lambda path: False,
    )


def name_sources(file: str, path: str, names: Names) -> list[str]:
    """The file of the page that the path, written in the file, is the address of; nothing where none is here."""
    page = join("" if path.startswith("/") else parent(file), path.removesuffix("/"))
    if not page or extension(page):
        return []
    first, _, rest = page.partition("/")
    pages = [page, rest] if rest and LANGUAGE.fullmatch(first) and first not in names.directories else [page]
    return [source for each in pages for source in (f"{each}.md", f"{each}.html") if source in names.files]


def find_homes(pages: Sequence[Page]) -> list[str]:
    """The page ``home`` of each language."""
    homes = (page.path for page in pages if name(page.path) in ("home.md", "home.html"))
    return [path for path in homes if not parent(path) or LANGUAGE.fullmatch(parent(path))]
