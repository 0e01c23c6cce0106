"""Quarto as a row of the table of frameworks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.site.destination import read_destination
from linklint.site.doubts import doubt_below
from linklint.site.labels import normalise_label
from linklint.site.paths import parent
from linklint.site.profile import Detection, Mount, Profile, Read, learn_by
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.hosting import find_on_host
from linklint.site.profiles.quarto.filters import find_open
from linklint.site.profiles.quarto.fragments import find_fragments, judge, slug_headings
from linklint.site.profiles.quarto.links import (
    Project,
    explain_cell,
    find_links,
    find_lookups,
    find_opaque,
    find_parts,
    gather_parts,
)
from linklint.site.profiles.quarto.navigation import (
    find_lists_of_code,
    find_redirects,
    has_open_lists,
    list_pages,
    navigate,
)
from linklint.site.profiles.quarto.pages import find_address, list_notebooks, make_url
from linklint.site.profiles.quarto.references import (
    References,
    find_titles,
    learn_references,
    list_title_links,
    rewrite,
)
from linklint.site.profiles.quarto.settings import CONFIGS, read_settings
from linklint.site.profiles.trees import is_broken

EXTENSIONS = (
    "blank-definitions", "definition-lists", "footnotes", "math", "pandoc", "quarto-references", "strikethrough",
    "tables",
)  # fmt: skip
DIALECT = Dialect(extensions=EXTENSIONS, masks=("quarto",))
WORDS = re.compile(rb"^(?:project|website|book|format):", re.MULTILINE)
EXTENSIONS_FOLDER = "_extensions"
MOST_PARTS = 20


class Learned(NamedTuple):
    """``unread``: folders whose pages may be listed where nothing is read. ``open``: pages of which some ids cannot be
    known. ``titles``: file → text of a heading → its id, where a label is not defined."""

    references: References
    unread: frozenset[str]
    open: frozenset[str]
    titles: Mapping[str, Mapping[str, str]] = {}


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Every project that has something to render and is not a test's, an example's, a template's or an extension's."""
    found: dict[str, Detection] = {}
    for path in names.named(*CONFIGS):
        if is_example(path) or is_set_aside(path, names):
            continue
        folder = parent(path)
        if EXTENSIONS_FOLDER in folder.split("/") or any(part[:1] in ("_", ".") for part in folder.split("/")):
            continue
        settings = read_settings(folder, names, read)
        if settings.texts and (settings.trees or is_broken(path, read, WORDS)):
            found.setdefault(folder, Detection(folder, path))
    return tuple(found.values())


def open_project(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site of one config."""
    settings = read_settings(found.root, names, read)
    notebooks = list_notebooks(settings)
    project = Project(settings, names, read, notebooks)
    addresses = frozenset((*notebooks, *(make_url(settings, path) for path in settings.inputs)))

    def apply(learned: Learned) -> Mount:
        return Mount(
            framework="quarto",
            root=settings.folder,
            reason=found.reason,
            dialect=lambda path: DIALECT if path in settings.texts else None,
            address=partial(find_address, settings),
            lookups=partial(find_lookups, project),
            rewrite=partial(rewrite, settings, learned.references),
            fragments=find_fragments,
            slugs_known=lambda path: path not in learned.open,
            judge=judge,
            opaque=partial(find_opaque, project, addresses),
            indexes=("index.qmd", "index.md", "index.rmd", "index.ipynb", "index.html"),
            own=partial(find_on_host, settings.site_url, read_destination(settings.site_url).path.rstrip("/")),
            excuse=partial(explain_cell, read),
            undefined=lambda path, label: "" if normalise_label(label) in learned.titles.get(path, ()) else None,
            further=lambda path, document: (
                *find_links(project, path, document),
                *(list_title_links(learned.titles[path], document) if path in learned.titles else ()),
            ),
            includes=partial(find_parts, project),
            navigation=lambda documents: list(navigate(settings)),
            listings=partial(list_pages, settings),
            redirects=partial(find_redirects, settings),
            roots=lambda pages: [page.path for page in pages if page.root],
            orphans=partial(doubt_below, learned.unread),
            learn=learn,
            site_url=settings.site_url,
        )

    def find(documents: Mapping[str, Document]) -> Learned:
        parts = {
            path: gather_parts(partial(find_parts, project), path, documents, MOST_PARTS)
            for path in settings.chapters
            if path in documents
        }
        everywhere = bool(notebooks) or has_open_lists(documents)
        unread = frozenset({""} if everywhere else find_lists_of_code(settings, documents))
        known, open_pages = learn_references(settings, parts, documents), find_open(settings, names, read, documents)
        titles = {
            path: find_titles(document.headings, slug_headings(document.headings))
            for path, document in documents.items()
            if document.undefined and path in settings.texts
        }
        return Learned(known, unread, open_pages, titles)

    learn = learn_by(find, apply)
    return apply(Learned(References(), frozenset({""}), frozenset()))


PROFILE = Profile("quarto", detect, open_project)
