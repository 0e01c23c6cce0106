"""Which pages stand for themselves, and which name another as the one that counts (``rel=canonical``)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

import msgspec

from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import Destination, read_destination
from linklint.site.pages import find_page
from linklint.site.paths import join
from linklint.site.tables import own_addresses, path_at_own

INDEXES = frozenset({"index", "_index", "readme"})
ENDINGS = frozenset({"md", "mdx", "markdown", "html", "htm"})
LEAST = 3  # pages that one host and their own names tell apart


def with_canonicals(
    pages: Sequence[Page], by_path: Mapping[str, Page], by_url: Mapping[str, Page], settings: SiteSettings
) -> list[Page]:
    """The pages, each with the one that it names as canonical."""
    said = {page: address for page in pages if (address := read_canonical(page))}
    finder = _Finder(said, by_path, by_url, own_addresses(settings))
    return [
        page if page not in said else msgspec.structs.replace(page, canonical=finder.find(page, said[page]))
        for page in pages
    ]


def read_canonical(page: Page) -> str | None:
    """The address that the page says, as it is written."""
    matter = page.document.front_matter or {}
    said = page.document.head.canonical or matter.get("canonical") or matter.get("canonical_url")
    return said if isinstance(said, str) and said.strip() else None


class _Finder:
    def __init__(
        self, said: Mapping[Page, str], pages: Mapping[str, Page], urls: Mapping[str, Page], own: Mapping[str, str]
    ) -> None:
        self._said = said
        self._times = Counter(said.values())
        self._pages = pages
        self._urls = urls
        self._own = own

    def find(self, page: Page, said: str) -> str | None:
        """The path or URL of another page that this one names as canonical; None where it names itself."""
        destination = read_destination(said)
        if destination.kind == "external":
            path = path_at_own(destination, self._own)
            if path is None:
                return None if self._is_own(page, destination) else said
        elif destination.kind == "internal":
            path = destination.path
            if not path.startswith("/"):
                path = "/" + (join(page.url.rpartition("/")[0], path) or "")
        else:
            return None
        named = find_page(path, self._pages, self._urls)
        if named is None:
            return None if path.rstrip("/") == page.url.rstrip("/") else said
        return None if named is page else named.path

    def _is_own(self, page: Page, destination: Destination) -> bool:
        """Whether the address is the page's own, where nobody says on which host the site stands."""
        if self._own:
            return False
        if find_page(destination.path, self._pages, self._urls) is page:
            return True
        said = self._said[page]  # which copies of the page would say as well
        return self._times[said] == 1 and destination.host in self._hosts and _is_named_like(page, destination.path)

    @cached_property
    def _hosts(self) -> frozenset[str]:
        """The hosts on which pages say that they stand, each by its own name: those of a site whose addresses begin
        otherwise than its paths, as of documentation that a company publishes from many repositories."""
        counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        for page, said in self._said.items():
            destination = read_destination(said)
            if destination.kind == "external":
                count = counts[destination.host]
                count[_is_named_like(page, destination.path)] += 1
        return frozenset(host for host, (others, own) in counts.items() if own >= LEAST and own > 2 * others)


def _is_named_like(page: Page, path: str) -> bool:
    """Whether the address ends as the page's path does."""
    return _last(page.path) == _last(path)


def _last(path: str) -> str:
    """The last name of a path or an address, without an ending; of an index file, its folder's."""
    head, _, last = path.lower().rstrip("/").rpartition("/")
    stem, _, ending = last.rpartition(".")
    stem = stem if ending in ENDINGS else last
    return head.rpartition("/")[2] if stem in INDEXES else stem
