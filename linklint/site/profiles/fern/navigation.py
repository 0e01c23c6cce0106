"""What the navigation of Fern holds, and at which addresses (https://github.com/fern-api/fern,
``DocsDefinitionResolver.ts``; https://buildwithfern.com/learn/docs/configuration/navigation)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from linklint.model.files import Names
from linklint.site.paths import ancestors, join, name, parent
from linklint.site.profiles.fern.settings import Part, Settings
from linklint.site.profiles.fern.slugs import Slug
from linklint.source.slugs import lodash_slug

PAGES = frozenset({"md", "mdx"})
OVERVIEWS = frozenset({"index", "overview", "summary"})
DATE = re.compile(r"(\d{1,4})-(\d{1,2})-(\d{1,4})")
ENDING = re.compile(r"\.mdx?$", re.IGNORECASE)
DEEPEST = 40


class Node(NamedTuple):
    """A part of the navigation. ``kind``: ``page`` (a changelog's entry too), ``section`` (anything that has parts and
    no more), ``api``, ``changelog``, ``library``, ``unknown`` (what is below it cannot be known), ``link``. ``path``:
    the repository path of its own page; empty where it has none. ``named``: what in a config names that; None where a
    folder does. ``default``: it is the version that readers see where an address names none."""

    kind: str
    slug: Slug
    path: str = ""
    children: tuple[Node, ...] = ()
    hidden: bool = False
    named: Part | None = None
    title: str = ""
    default: bool = False


class Walker(NamedTuple):
    """Reads the navigation. ``given``: page → the address that its front matter says."""

    settings: Settings
    given: Mapping[str, str]

    def walk(self) -> list[Node]:
        """The parts at the top."""
        docs = self.settings.docs
        slug = Slug(self.settings.bases[0], self.settings.bases[0])
        found = self._landing(docs, slug)
        if docs.get("navigation") is not None:
            return [*found, *self._navigation(docs, slug)]
        if docs.get("products") is not None:
            changelog = [self._changelog(docs, "changelog", slug)] if docs.text("changelog") else []
            products = (node for each in docs.at("products").items() for node in self._product(each, slug))
            return [*found, *products, *changelog]
        return [*found, *self._versions(docs, slug)]

    def _landing(self, part: Part, slug: Slug) -> list[Node]:
        page = part.at("landing-page")
        return [self._page(page, slug)] if page.text("path") else []

    def _product(self, part: Part, slug: Slug) -> Iterator[Node]:
        path = part.text("path")
        if path is None:
            return
        inner = slug.enter_product(_name(part, "display-name"))
        if part.get("versions"):
            yield Node("section", inner, children=tuple(self._versions(part, inner)))
            return
        config = self.settings.open(path)
        yield Node(
            "section" if config is not None else "unknown",
            inner,
            children=tuple(self._navigation(config, inner)) if config is not None else (),
            hidden=part.is_on("hidden"),
        )

    def _versions(self, part: Part, slug: Slug) -> Iterator[Node]:
        for number, each in enumerate(part.at("versions").items()):
            inner = slug.enter_version(_name(each, "display-name"))
            path = each.text("path")
            config = self.settings.open(path) if path is not None else None
            children = (*self._landing(config, inner), *self._navigation(config, inner)) if config is not None else ()
            kind = "section" if config is not None else "unknown"  # or built from another commit (ref)
            yield Node(kind, inner, children=children, hidden=each.is_on("hidden"), default=number == 0)

    def _navigation(self, config: Part, slug: Slug) -> Iterator[Node]:
        for each in config.at("navigation").items():
            tab = each.text("tab")
            if tab is None:
                yield from self._item(each, slug)
            else:
                yield from self._tab(each, config.at("tabs").at(tab), slug)

    def _tab(self, part: Part, tab: Part, slug: Slug) -> Iterator[Node]:
        inner = slug.apply(_name(tab, "display-name"), skip=tab.is_on("skip-slug"))
        hidden = tab.is_on("hidden")
        if isinstance(part.get("variants"), list):
            variants = [
                self._section(each, "layout", slug=inner.apply(_name(each, "title"), skip=each.is_on("skip-slug")))
                for each in part.at("variants").items()
            ]
            yield Node("section", inner, children=tuple(variants), hidden=hidden)
        elif isinstance(part.get("layout"), list):
            yield self._section(part, "layout", slug=inner)._replace(hidden=hidden)
        elif tab.text("href"):
            yield Node("link", inner, named=tab.at("href"), title=tab.text("display-name") or "")
        elif tab.text("changelog"):
            yield self._changelog(tab, "changelog", slug)._replace(hidden=hidden)

    def _section(self, part: Part, key: str, *, slug: Slug, depth: int = 0) -> Node:
        items = part.at(key).items() if depth < DEEPEST else ()
        children = tuple(node for each in items for node in self._item(each, slug, depth + 1))
        return Node("section", slug, children=children)

    def _item(self, part: Part, slug: Slug, depth: int = 0) -> Iterator[Node]:
        if part.text("page") is not None and part.text("path") is not None:
            yield self._page(part, slug)
        elif part.text("section") is not None:
            yield self._own_section(part, "path", slug, depth)
        elif part.text("api") is not None:
            yield self._api(part, slug, depth)
        elif part.text("link") is not None and part.text("href") is not None:
            yield Node("link", slug, named=part.at("href"), title=part.text("link") or "")
        elif part.text("changelog") is not None:
            yield self._changelog(part, "changelog", slug)
        elif part.text("blog") is not None:
            yield self._changelog(part, "blog", slug)
        elif part.text("folder") is not None:
            yield self._folder(part, slug)
        elif part.text("library") is not None:
            yield Node("library", slug.apply(_name(part, "title", "library")))

    def _page(self, part: Part, slug: Slug) -> Node:
        path = self._locate(part, "path")
        own = slug.apply(_name(part, "page"), self.given.get(path))
        title = part.text("page") or ""
        return Node("page", own, path, hidden=part.is_on("hidden"), named=part.at("path"), title=title)

    def _own_section(self, part: Part, key: str, slug: Slug, depth: int) -> Node:
        """A section; ``key`` names its own page, which it may have."""
        path = self._locate(part, key)
        given, skip, title = self.given.get(path), part.is_on("skip-slug"), part.text("section") or ""
        own = slug.apply(_name(part, "section"), given, skip=skip and given is None)
        inner = self._section(part, "contents", slug=slug if skip else own, depth=depth)
        named = part.at(key) if path else None
        return Node("section", own, path, inner.children, part.is_on("hidden"), named, title)

    def _api(self, part: Part, slug: Slug, depth: int) -> Node:
        """The pages of endpoints are made of the description; others may be listed among them."""
        path = self._locate(part, "summary")
        own = slug.apply(_name(part, "api"), self.given.get(path), skip=part.is_on("skip-slug"))
        children = tuple(node for each in part.at("layout").items() for node in self._api_item(each, own, depth + 1))
        named = part.at("summary") if path else None
        return Node("api", own, path, children, part.is_on("hidden"), named, part.text("api") or "")

    def _api_item(self, part: Part, slug: Slug, depth: int) -> Iterator[Node]:
        if not isinstance(part.value, dict) or depth > DEEPEST or "endpoint" in part.value or "operation" in part.value:
            return
        if part.text("page") is not None and part.text("path") is not None:
            yield self._page(part, slug)
        elif part.text("link") is not None:
            yield from self._item(part, slug)
        elif part.text("section") is not None:
            yield self._package(part, part.at("contents"), slug, depth, part.text("section") or "")
        else:
            for key in part.value:
                inner = part.at(key)
                own = inner if isinstance(inner.value, dict) else Part({}, part.tree)
                contents = inner if isinstance(inner.value, list) else inner.at("contents")
                yield self._package(own, contents, slug, depth, key)

    def _package(self, part: Part, contents: Part, slug: Slug, depth: int, package: str) -> Node:
        """Endpoints of one package, with a name of their own maybe, and the pages listed among them."""
        path = self._locate(part, "summary")
        own = slug.apply(_own(part, lodash_slug(package)), self.given.get(path), skip=part.is_on("skip-slug"))
        children = tuple(node for each in contents.items() for node in self._api_item(each, own, depth + 1))
        named = part.at("summary") if path else None
        return Node("api", own, path, children, part.is_on("hidden"), named, part.text("title") or package)

    def _changelog(self, part: Part, key: str, slug: Slug) -> Node:
        folder = self._locate(part, key)
        dated = {path: DATE.match(name(path).partition(".")[0]) for path in self._list_pages(folder)}
        about = [path for path, date in dated.items() if not date and name(path).partition(".")[0].lower() in OVERVIEWS]
        path = about[-1] if about else ""
        title = part.text("title") or part.text("display-name") or key.capitalize()
        own = slug.apply(_own(part, lodash_slug(title)), self.given.get(path))
        days = [(read_date(date), each) for each, date in dated.items() if date]
        entries = [
            Node("page", own.apply("/".join(map(str, day)), self.given.get(each)), each)
            for day, each in sorted(days, key=lambda entry: entry[0], reverse=True)
        ]
        return Node("changelog", own, path, tuple(entries), part.is_on("hidden"), title=title)

    def _folder(self, part: Part, slug: Slug) -> Node:
        """All pages below a folder, and in its folders; index pages stand for theirs."""
        folder = self._locate(part, "folder")
        if folder not in self.settings.names.directories:
            own = slug.apply(_own(part, file_slug(name(folder))), skip=part.is_on("skip-slug"))
            return Node("unknown", own, children=tuple(self._list_libraries(folder, slug)))
        overview = self._find_index(folder)
        given, skip = self.given.get(overview), part.is_on("skip-slug")
        own = slug.apply(_own(part, file_slug(name(folder))), given, skip=skip and given is None)
        children = self._list_folder(folder, slug if skip else own, overview)
        return Node("section", own, overview, tuple(children), part.is_on("hidden"), None, part.text("title") or "")

    def _list_libraries(self, folder: str, slug: Slug) -> Iterator[Node]:
        """The libraries whose pages Fern writes to the folder; front matter gives them addresses below their names."""
        libraries = self.settings.docs.at("libraries")
        for each in libraries.value if isinstance(libraries.value, dict) else ():
            output = libraries.at(each).at("output").text("path")
            if output is not None and join(self.settings.folder, output) == folder:
                yield Node("library", slug.apply("", each))

    def _list_folder(self, folder: str, slug: Slug, overview: str, depth: int = 0) -> Iterator[Node]:
        files, folders = self._list_inside(folder)
        for path in files:
            if path != overview and not name(path).startswith("_"):
                yield Node("page", slug.apply(file_slug(name(path)), self.given.get(path)), path)
        for each in folders if depth < DEEPEST else ():
            index = self._find_index(each)
            own = slug.apply(file_slug(name(each)), self.given.get(index))
            yield Node("section", own, index, tuple(self._list_folder(each, own, index, depth + 1)))

    def _list_inside(self, folder: str) -> tuple[list[str], list[str]]:
        """The pages of a folder and its folders, but for those with a leading ``_``."""
        files, folders = _list_folders(self.settings.names).get(folder, ((), ()))
        return sorted(files), sorted(each for each in folders if not name(each).startswith("_"))

    def _find_index(self, folder: str) -> str:
        files, _ = self._list_inside(folder)
        indexes = (path for path in files if ENDING.sub("", name(path)).lower() == "index")
        return next(indexes, "")

    def _list_pages(self, folder: str) -> list[str]:
        """The Markdown files below a folder."""
        listed, pending = _list_folders(self.settings.names), [folder]
        found: list[str] = []
        while pending:
            files, folders = listed.get(pending.pop(), ((), ()))
            found += files
            pending += folders
        return sorted(found)

    def _locate(self, part: Part, key: str) -> str:
        """The repository path that a config names; empty where it names none."""
        said = part.text(key)
        return (join(parent(part.tree.path), said) or "") if said else ""


@lru_cache(maxsize=4)  # a navigation may list hundreds of folders, and is walked before and after front matter is known
def _list_folders(names: Names) -> Mapping[str, tuple[Sequence[str], Sequence[str]]]:
    """Folder → the Markdown files that it holds, and those of its folders that hold any."""
    files: dict[str, list[str]] = {}
    for path in names.ending(*PAGES):
        files.setdefault(parent(path), []).append(path)
    folders: dict[str, set[str]] = {}
    for folder in files:
        for each in (folder, *ancestors(folder)):
            if each:
                folders.setdefault(parent(each), set()).add(each)
    return {each: (files.get(each, []), sorted(folders.get(each, ()))) for each in files.keys() | folders.keys()}


def _name(part: Part, *keys: str) -> str:
    """The name of a part in its address: the one that it is given, else one of its title."""
    return _own(part, lodash_slug(next((said for key in keys if (said := part.text(key))), "")))


def _own(part: Part, otherwise: str) -> str:
    """The name that a part is given, which may be empty."""
    given = part.text("slug")
    return otherwise if given is None else given


def file_slug(file: str) -> str:
    """The name in addresses of a page or a folder that a folder holds."""
    bare = re.sub(r"\s+", "-", ENDING.sub("", file).lower())
    return re.sub(r"[^a-z0-9-]", "", bare)


def read_date(date: re.Match[str]) -> tuple[int, int, int]:
    """Year, month and day of a changelog's entry, of which its address is made."""
    first, middle, last = (int(each) for each in date.groups())
    if len(date[1]) > 2:
        return first, middle, last
    return last if len(date[3]) > 2 else 2000 + last, first, middle
