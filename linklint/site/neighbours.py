"""Which names of a site are near a name that is not there. Tables are made once; no link is compared with all names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from heapq import nsmallest

from linklint.data.spelling import Spellings, squeeze
from linklint.model.endings import PAGE_LIKE
from linklint.model.files import fold
from linklint.model.site import Framework, Page, Site
from linklint.site.paths import below, count_same, extension, name, parent, within

MOST = 3
"""Suggestions for one link."""
LIKE = 40
"""So many paths of one destination are kept, from which the page of a link chooses."""
COMMON = 50
"""A name that more files have says too little; then the folder's name must be the same as well."""
FAR = 6
"""Letters that a name needs so that one with a typo is recognised in another folder."""
IMAGES = frozenset({"avif", "gif", "jpeg", "jpg", "png", "svg", "webp"})
AS_THEY_ARE = frozenset({"plain", "html", "wiki", "obsidian"})
"""Frameworks in which addresses are paths, or stand in no link."""
INDEXES = frozenset({"readme", "index", "_index"})


class Neighbours:
    """The published pages and the files of a site by their names; tables are made when they are first asked.
    ``compared``: how many pairs of names were compared letter by letter so far."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._found: dict[tuple[str, bool], list[str]] = {}

    @cached_property
    def _pages(self) -> Shelf:
        return Shelf((page.path for page in self._site.pages if page.published), split_page)

    @cached_property
    def _assets(self) -> Shelf:
        return Shelf(self._site.names, split_asset)

    @property
    def compared(self) -> int:
        return self._pages.spellings.compared + self._assets.spellings.compared

    def find_url(self, path: str, source: Page) -> str | None:
        """The address of a page that a framework builds, or of a file that the build of the page ``source`` copies as
        it is; None where addresses are paths."""
        page = self._site.by_path.get(path)
        if page is not None and page.framework not in AS_THEY_ARE:
            return page.url
        framework = self._find_framework(source)
        folders = framework.copied if framework else ()
        return next((f"/{below(path, folder)}" for folder in folders if within(path, folder)), None)

    def find_base(self, page: Page) -> str:
        """What visitors see before the address of a page: the path that its site lies below."""
        framework = self._find_framework(page)
        return framework.base if framework else ""

    def _find_framework(self, page: Page) -> Framework | None:
        """The site that the page is of."""
        found = [each for each in self._site.frameworks if each.name == page.framework and within(page.path, each.root)]
        return max(found, key=lambda each: len(each.root), default=None)

    def near(self, wanted: str, source: str, *, asset: bool) -> list[str]:
        """Paths of pages (of files, for an asset) that ``wanted`` may have meant, best first; never ``source``."""
        key = (wanted.strip("/"), asset)
        if key not in self._found:
            self._found[key] = (self._assets if asset else self._pages).near(key[0])
        found = [path for path in self._found[key] if path != source]
        return _put_own_first(found, key[0], source)[:MOST]


class Shelf:
    """Paths by the names under which an author may look for them."""

    def __init__(self, paths: Iterable[str], split: Callable[[str], tuple[str, str]]) -> None:
        self.split = split
        self.all = frozenset(paths)
        self.named: dict[str, list[str]] = {}
        self.in_folder: dict[tuple[str, str], list[str]] = {}
        self.whole: dict[str, list[str]] = {}
        for path in sorted(self.all):
            folder, word = split(path)
            self.whole.setdefault(squeeze(f"{folder}/{word}"), []).append(path)
            if word:
                self.named.setdefault(word, []).append(path)
                self.in_folder.setdefault((name(folder), word), []).append(path)
        self.spellings = Spellings(self.named)

    def near(self, wanted: str) -> list[str]:
        """The same name elsewhere; else the same but for slashes, separators, numbering and plural; else one with a
        typo or two; else the same image in another format."""
        folder, word = self.split(wanted)
        if not word:
            return []
        same = self._find(word, folder)
        if not same:
            same = self.whole.get(squeeze(f"{folder}/{word}"), [])
        if not same:
            same = [path for other in self.spellings.same(word) for path in self._find(other, folder)]
        if same:
            return rank(wanted, same)
        near = {
            path: edits
            for edits, close in self.spellings.close(word)
            for path in self._find(close, folder)
            if self.split(path)[0] == folder or len(word) >= FAR * edits
        }
        fewest = min(near.values(), default=0)
        return rank(wanted, [path for path, edits in near.items() if edits == fewest] or self._find_images(wanted))

    def _find(self, word: str, folder: str) -> list[str]:
        paths = self.named.get(word, [])
        return paths if len(paths) <= COMMON else self.in_folder.get((name(folder), word), [])

    def _find_images(self, wanted: str) -> list[str]:
        if extension(wanted) not in IMAGES:
            return []
        bare = wanted.rpartition(".")[0]
        return [path for path in (f"{bare}.{ending}" for ending in sorted(IMAGES)) if path in self.all]


def split_page(path: str) -> tuple[str, str]:
    """The folder, and the name without its ending. An index page has the name of its folder, by which it is linked;
    that of the top has none."""
    folder, word = parent(fold(path)), stem(name(fold(path)))
    return (parent(folder), name(folder)) if word in INDEXES else (folder, word)


def split_asset(path: str) -> tuple[str, str]:
    """The folder and the name."""
    return parent(fold(path)), name(fold(path))


def stem(file: str) -> str:
    """The name without a page's ending."""
    return file.rpartition(".")[0] if extension(file) in PAGE_LIKE and "." in file else file


def rank(wanted: str, paths: Iterable[str]) -> list[str]:
    """Like paths first: by folders that both have, then by letters. More than are shown: which of them come first
    depends on the page of the link, too, as in sites of several versions or languages."""
    folders = set(fold(wanted).split("/")[:-1])
    likest = nsmallest(COMMON, paths, key=lambda path: (-len(folders & set(fold(path).split("/")[:-1])), path))
    return sorted(likest, key=lambda path: (*_unlikeness(fold(wanted), fold(path)), path))[:LIKE]


def _unlikeness(a: str, b: str) -> tuple[int, float]:
    from difflib import SequenceMatcher  # loaded by runs with broken links

    return -_count_shared(a, b), -SequenceMatcher(None, a, b, autojunk=False).ratio()


def _count_shared(a: str, b: str) -> int:
    """How many folders both have, wherever."""
    return len(set(a.split("/")[:-1]) & set(b.split("/")[:-1]))


def _put_own_first(paths: list[str], wanted: str, source: str) -> list[str]:
    """Of paths that are as like and lie beside each other, as those of several versions or languages, the only one
    first that lies in the folder of the link's page."""
    shared = [_count_shared(fold(wanted), fold(path)) for path in paths]
    alike = [path for path, count in zip(paths, shared, strict=True) if count == shared[0]]
    here = fold(source).split("/")[:-1]
    depths = [count_same(fold(path).split("/")[:-1], here) for path in alike]
    if len(set(depths)) != 2 or min(depths) == 0 or depths.count(max(depths)) > 1:
        return paths
    own = alike[depths.index(max(depths))]
    return [own, *(path for path in paths if path != own)]


def near_fragments(wanted: str, fragments: frozenset[str]) -> list[str]:
    """The fragment in its right letter case; else the same but for separators, numbering and plural; else those with
    fewest typos; else those that say more or less words."""
    same = sorted(each for each in fragments if each.casefold() == wanted.casefold())
    if same:
        return same[:1]
    spellings = _spell(fragments)
    alike = spellings.same(wanted)
    if alike:
        return alike[:MOST]
    close = spellings.close(wanted)
    return [each for edits, each in close if edits == close[0][0]] or list(_extend(wanted.casefold(), fragments))


@lru_cache(maxsize=256)
def _spell(fragments: frozenset[str]) -> Spellings:
    return Spellings(fragments)


def _extend(wanted: str, fragments: frozenset[str]) -> Iterator[str]:
    """Fragments that begin with all the words of ``wanted``, or with which it begins."""
    for each in sorted(fragments):
        short, long = sorted((wanted, each.casefold()), key=len)
        if len(short) >= FAR and long.startswith(short + "-"):
            yield each
