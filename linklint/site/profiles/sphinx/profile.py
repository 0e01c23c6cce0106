"""Sphinx as a row of the table of frameworks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.components import is_link_component
from linklint.site.destination import read_destination
from linklint.site.doubts import doubt_all
from linklint.site.paths import name, parent
from linklint.site.profile import Address, Detection, Mount, Profile, Read, learn_by
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.hosting import find_on_host
from linklint.site.profiles.sphinx.book import BOOK, CONTENTS, navigate, read_book
from linklint.site.profiles.sphinx.contents import (
    find_includes,
    find_links,
    has_unread,
    is_untitled,
    list_globbed,
)
from linklint.site.profiles.sphinx.fragments import find_fragments, judge
from linklint.site.profiles.sphinx.links import Project, find_lookups
from linklint.site.profiles.sphinx.references import References, learn_references, rewrite
from linklint.site.profiles.sphinx.settings import (
    CONFIG,
    MYST,
    SphinxSettings,
    find_home,
    is_myst,
    read_config,
    read_settings,
)
from linklint.site.profiles.trees import is_broken
from linklint.source.dialects import LAST_COUNTS

WORDS = re.compile(rb"['\"](?:%b)['\"]" % "|".join(sorted(MYST)).encode())
SYNTAX = ("filled-links", "footnotes", "myst", "tables")


class Learned(NamedTuple):
    """``unread``: pages may be linked where nothing is read."""

    references: References
    unread: bool


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """A config that asks for a parser of Markdown, or the table of contents of a book, beside a home page; not of
    tests, examples and themes."""
    found: dict[str, Detection] = {}
    for path in names.named(CONFIG, CONTENTS):
        if is_example(path) or is_set_aside(path, names):
            continue
        folder = parent(path)
        program = read_config(path, read) if name(path) == CONFIG else read_book(folder, names, read)
        is_ours = program is not None and (is_myst(program) or is_broken(path, read, WORDS))
        is_site = is_ours and program is not None and find_home(folder, program, names) is not None
        if is_site and (folder not in found or name(path) == CONFIG):
            found[folder] = Detection(folder, path)
    return tuple(found.values())


def open_sphinx(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site of one config."""
    is_book = f"{found.root}/{CONFIG}".lstrip("/") not in names.files
    settings = read_settings(f"{found.root}/{BOOK if is_book else CONFIG}".lstrip("/"), names, read)
    extensions = tuple(sorted({*SYNTAX, *settings.extensions}))
    dialect = Dialect(extensions=extensions, front_matter=LAST_COUNTS)

    def find_dialect(path: str) -> Dialect | None:
        is_page = settings.is_markdown(path) and not is_set_aside(path, names)
        return dialect if is_page else None

    def apply(learned: Learned) -> Mount:
        project = Project(settings, names, read, learned.references)
        return Mount(
            framework="sphinx",
            root=settings.folder,
            reason=found.reason,
            dialect=find_dialect,
            endings=frozenset(suffix.rpartition(".")[2].lower() for suffix in settings.suffixes),
            address=partial(find_address, settings),
            lookups=partial(find_lookups, project),
            rewrite=partial(rewrite, settings, learned.references),
            fragments=partial(find_fragments, settings),
            judge=partial(judge, project.defines),
            indexes=(),
            own=partial(find_on_host, settings.site_url, read_destination(settings.site_url).path.rstrip("/")),
            keeps=lambda written: is_link_component(written) and not is_untitled(written),
            further=partial(find_links, settings, names),
            includes=partial(find_includes, settings, names),
            navigation=lambda documents: navigate(settings.folder, names, read) if is_book else (),
            listings=partial(list_globbed, settings),
            roots=lambda pages: [page.path for page in pages if page.kind == "home"],
            orphans=partial(doubt_orphans, learned.unread),
            learn=learn,
            site_url=settings.site_url,
            copied=settings.copied,
        )

    def find(documents: Mapping[str, Document]) -> Learned:
        references = learn_references(settings, names, read, documents)
        return Learned(references, has_unread(settings, names, documents))

    learn = learn_by(find, apply)
    return apply(Learned(References(), True))


def find_address(settings: SphinxSettings, path: str, document: Document) -> Address | None:
    """None for what is no page. Builders give pages a file or a folder of their own."""
    document_name = settings.find_name(path)
    if document_name is None:
        return None
    folder, _, last = document_name.rpartition("/")
    is_home = document_name == settings.home
    if last == "index":
        url = f"/{folder}/" if folder else "/"
        also = (f"{url}index.html", f"{url}index", *([f"/{folder}"] if folder else []))
    else:
        url = f"/{document_name}.html"
        also = (f"/{document_name}", f"/{document_name}/", f"/{document_name}/index.html")
    matter = document.front_matter or {}
    return Address(
        url,
        also=also,
        kind="home" if is_home else "section" if last == "index" else "article",
        lang=settings.language or None,
        root=is_home,
        orphan="intended" if matter.get("orphan") not in (None, False) else "checked",
    )


def doubt_orphans(unread: bool, pages: Sequence[Page], linked: frozenset[str]) -> dict[str, str]:
    """Sources that are not read may link any page."""
    return doubt_all(pages, linked) if unread else {}


PROFILE = Profile("sphinx", detect, open_sphinx, configs=(CONFIG, BOOK))
