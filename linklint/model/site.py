"""Pages, links, clusters: the repository as its visitors see it. Compared by identity; built once, never changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from linklint.model.document import Directive, Document, Note, WrittenLink
from linklint.model.place import Location

PLACES = ("body", "heading", "table", "related", "nav", "header", "footer", "aside", "frontmatter", "listing")
BODY_PLACES = frozenset({"body", "heading", "table"})
PAGE_KINDS = ("home", "section", "article", "tag", "pagination", "generated", "error")
KINDS = ("internal", "external", "asset", "mail", "other")
STATUSES = (
    "ok", "fragment-missing", "fragment-unverifiable", "missing", "case-mismatch", "redirect", "redirect-loop",
    "untracked", "outside", "unpublished", "planned", "asset", "asset-missing", "external", "opaque", "unresolvable",
    "undefined-reference", "mistyped", "malformed",
)  # fmt: skip


def has_no_fragments(path: str) -> frozenset[str] | None:
    return frozenset()


class Page(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A document with an address. ``index`` is its place in ``Site.pages`` (sorted by path). ``url`` is the URL path
    without ``base``, the path that the site lies below and that visitors see before it. ``kind``: home, section,
    article, tag, pagination, generated, error (what servers show in place of a page that is not there). ``orphan``:
    ``checked``, ``intended`` (declared by config or front matter), ``unknown`` (the theme decides). ``canonical`` is
    the path or URL of another page that this one names as canonical. ``find_fragments``: path → see ``fragments``.
    ``rewritten``: the framework looks up what its Markdown links and writes the address of the page found."""

    index: int
    path: str
    url: str
    document: Document
    title: str | None
    lang: str | None = None
    kind: str = "article"
    published: bool = True
    noindex: bool = False
    root: bool = False
    orphan: str = "checked"
    canonical: str | None = None
    find_fragments: Callable[[str], frozenset[str] | None] = has_no_fragments
    framework: str = "plain"
    base: str = ""
    rewritten: bool = False

    @property
    def address(self) -> str:
        """The URL path as visitors see it."""
        return self.base + self.url

    @property
    def fragments(self) -> frozenset[str] | None:
        """The valid fragment targets, None where they cannot be known. Found when they are asked for: most pages are
        the target of no link with a fragment."""
        return self.find_fragments(self.path)


class Link(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One link, resolved. ``source`` is the page that shows it, ``file`` where it is written (another file, for a
    partial). ``written`` is None only for a generated link. ``target`` is the page it leads to (also when only the
    fragment, the letter case or the publishing is wrong). ``target_path``: the repository path or URL path that the
    destination stands for, also when nothing is there; empty for external links. ``reason`` explains ``missing``,
    ``unresolvable``, ``opaque``, ``outside``, ``malformed``, ``fragment-unverifiable`` in words.
    ``redirects`` are the hops taken, last one final."""

    source: Page
    file: str
    written: WrittenLink | None
    kind: str
    status: str
    place: str
    target: Page | None = None
    target_path: str = ""
    fragment: str | None = None
    nofollow: bool = False
    generated: bool = False
    reason: str = ""
    redirects: tuple[str, ...] = ()


class Cluster(msgspec.Struct, frozen=True, eq=False):
    """A hub and its spokes, as declared. ``hub`` is None when the declared page does not exist."""

    id: str
    hub: Page | None
    hub_path: str
    declared: Location
    keyword: str | None = None
    planned: tuple[str, ...] = ()
    require: Mapping[str, int] = {}


class Member(msgspec.Struct, frozen=True, eq=False):
    """One page's membership in one cluster. ``path`` is what was declared, ``page`` None when nothing is there."""

    cluster: Cluster
    page: Page | None
    path: str
    role: str
    declared: Location
    keyword: str | None = None
    stage: str | None = None


class Pair(msgspec.Struct, frozen=True, eq=False):
    """Two members that are declared or found to be related."""

    cluster: Cluster
    a: Page
    b: Page
    declared: bool
    location: Location


class Entry(msgspec.Struct, frozen=True, eq=False):
    """One line of a sitemap, navigation or redirects file that names a page. ``kind``: sitemap, nav, redirect. ``to``:
    the destination as the line gives it."""

    file: str
    kind: str
    key: str
    location: Location
    target: Page | None
    status: str
    to: str = ""


class Row(msgspec.Struct, frozen=True, eq=False):
    """One row of a joined data file. ``table``: what the config calls it. ``key``: the address as written. ``page`` is
    None when no page has it. ``values``: column → number or text; an empty cell has none."""

    table: str
    key: str
    location: Location
    page: Page | None
    values: Mapping[str, float | str]


class FileFacts(msgspec.Struct, frozen=True, eq=False):
    """A source file as a subject: what could and could not be read of it."""

    path: str
    size: int
    readable: bool
    encoding: str
    notes: tuple[Note, ...]
    directives: tuple[Directive, ...]


class Framework(msgspec.Struct, frozen=True):
    """A site found in the repository: which profile, where, and why it was picked. ``base``: the path that visitors see
    before the addresses of its pages. ``copied``: folders whose files the build copies to the top of the site.
    ``left_out``: folders of documents that are no pages here, since where these are shown cannot be told, and how
    many."""

    name: str
    root: str
    reason: str
    base: str = ""
    copied: tuple[str, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()


class Run(NamedTuple):
    """So many things that follow each other on two sides: where the first stands ``before`` and ``after``."""

    before: int
    after: int
    length: int


class Site(msgspec.Struct, frozen=True, eq=False):
    """All sites of a repository, as one. ``by_path`` and ``by_url`` find pages. ``front_matter_keys`` maps the words
    of linklint (cluster, role, keyword, stage, audience, priority) to the keys that the repository uses. ``kept``: the
    links that were taken over from the state of the repository that was built before this one. ``excerpted``: the files
    of which some page takes only some lines."""

    pages: tuple[Page, ...]
    links: tuple[Link, ...]
    files: tuple[FileFacts, ...]
    frameworks: tuple[Framework, ...]
    clusters: tuple[Cluster, ...] = ()
    members: tuple[Member, ...] = ()
    pairs: tuple[Pair, ...] = ()
    entries: tuple[Entry, ...] = ()
    by_path: Mapping[str, Page] = {}
    by_url: Mapping[str, Page] = {}
    names: tuple[str, ...] = ()
    front_matter_keys: Mapping[str, str] = {}
    rows: tuple[Row, ...] = ()
    kept: tuple[Run, ...] = ()
    excerpted: frozenset[str] = frozenset()
