"""A vault of Obsidian, opened."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.paths import below, extension, name, parent, within
from linklint.site.profile import Address, Detection, Mount, Read
from linklint.site.profiles.conventions import is_set_aside, is_standing
from linklint.site.profiles.obsidian.dendron import read_vaults, with_dendron
from linklint.site.profiles.obsidian.fragments import judge, judge_shown, page_fragments
from linklint.site.profiles.obsidian.links import (
    Vault,
    find_linked,
    find_lookups,
    find_told,
    make_vault,
    read_properties,
    rewrite,
)
from linklint.site.profiles.obsidian.quartz import find_gardens, lists_folders, with_quartz
from linklint.site.profiles.obsidian.vaults import find_attachments, find_templates
from linklint.site.profiles.plain_doubts import linked_share

NOTE = Dialect(
    extensions=(
        "alerts",
        "autolinks",
        "footnotes",
        "math",
        "obsidian",
        "strikethrough",
        "tables",
        "tasklists",
        "wikilinks",
    )
)
DENDRON_NOTE = Dialect(extensions=tuple(sorted({*NOTE.extensions, "text-first"})))
LOGSEQ_NOTE = Dialect(extensions=tuple(sorted({*NOTE.extensions, "blank-destinations"})))
"""Logseq names pictures after the page that they were put into, with its blanks, and reads such addresses."""
TEMPLATE = Dialect(front_matter=())  # nothing is read of it
HOMES = ("home", "index", "readme")
DAILY = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\d{4}-W\d\d")
TEMPLATES = frozenset({"templates", "_templates", "template"})
ENOUGH_BY_HAND = 0.8
Adapt = Callable[..., Mount]


def open_obsidian(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The vault in the folder."""
    attachments = find_attachments(found.root, read)
    vault = make_vault(found.root, names, None if attachments in names.directories else attachments)
    templates = find_templates(found.root, read)
    dendron = read_vaults(found.root, names, read)
    note = DENDRON_NOTE if dendron is not None else LOGSEQ_NOTE if vault.logseq else NOTE
    mount = Mount(
        framework="obsidian",
        root=found.root,
        reason=found.reason,
        dialect=partial(_find_dialect, found.root, names, templates, note),
        address=partial(_find_address, found.root, templates),
        rewrite=rewrite,
        lookups=partial(find_lookups, vault, names, {}),
        fragments=page_fragments,
        judge=judge,
        indexes=(),
        further=read_properties,
        roots=partial(_find_roots, found.root),
        orphans=partial(_doubt_orphans, found.root),
    )
    adapt: Adapt | None = None if dendron is None else partial(with_dendron, vaults=dendron, names=names)
    garden = find_gardens(names).get(found.root)
    if garden is not None:
        adapt = partial(with_quartz, names=names, in_folders=lists_folders(garden, names, read))
    return msgspec.structs.replace(mount, learn=partial(_learn, mount, vault, names, adapt))


FEW_PUBLISHED = 0.02


def _learn(mount: Mount, vault: Vault, names: Names, adapt: Adapt | None, documents: Mapping[str, Document]) -> Mount:
    published = sum("publish" in (document.front_matter or {}) for document in documents.values())
    is_published = published > FEW_PUBLISHED * len(documents)  # else somebody tried it out
    listed = frozenset(documents) if is_published else find_linked(vault, documents)
    told = find_told(vault, names, documents, published=is_published)
    lookups = partial(find_lookups, vault, names, documents, told=told)
    listings = partial(_list_notes, vault.root, listed)
    judged = judge_shown if told.shown else judge
    learned = msgspec.structs.replace(mount, lookups=lookups, listings=listings, judge=judged)
    return adapt(learned, documents=documents) if adapt else learned


def _find_dialect(root: str, names: Names, templates: tuple[str, ...], note: Dialect, path: str) -> Dialect | None:
    """Notes; not the templates that new ones are made of; folders with a leading dot are hidden from Obsidian."""
    if extension(path) != "md" or not within(path, root) or is_set_aside(path, names):
        return None
    if any(within(path, folder) for folder in templates):
        return TEMPLATE
    return None if "/." in "/" + below(path, root) else note


def _find_address(root: str, templates: tuple[str, ...], path: str, document: Document) -> Address | None:
    """``a/B c.md`` → ``/a/B c``, called ``B c``; Publish takes ``permalink``. Daily notes, templates and the notes that
    stand for their folders by their names (https://github.com/LostPaul/obsidian-folder-notes) need no links; templates
    that a setting names, and those with code of Templater's in a link, are no notes."""
    if any(within(path, folder) for folder in templates) or any(
        "<%" in link.href or (link.element == "img" and "<%" in link.text) for link in document.links
    ):
        return None
    matter = document.front_matter or {}
    permalink = matter.get("permalink")
    inner = below(path, root).removesuffix(".md")
    own = "/" + permalink.strip("/") if isinstance(permalink, str) and permalink.strip("/") else "/" + inner
    is_aside = DAILY.fullmatch(name(inner)) or TEMPLATES.intersection(parent(inner).lower().split("/"))
    is_folders = name(inner) == name(parent(inner))
    orphan = "intended" if is_aside or is_folders or is_standing(path) else "checked"
    also = ("/" + inner,) if own != "/" + inner else ()
    return Address(own, also=also, orphan=orphan, title=None if document.title else name(inner))


def _find_roots(root: str, pages: Sequence[Page]) -> list[str]:
    """The note at the top that is named like a home page, or has its address; else all notes at the top."""
    tops = [page for page in pages if parent(page.path) == root]
    for home in HOMES:
        found = [page.path for page in tops if home in (name(page.path)[:-3].lower(), page.url.strip("/").lower())]
        if found:
            return found[:1]
    return [page.path for page in tops] or [page.path for page in pages][:1]


def _list_notes(root: str, listed: frozenset[str], pages: Sequence[Page]) -> list[tuple[str, str]]:
    """The list of notes that Publish shows beside every page. Of a vault that is not published, the notes that others
    name: readers come to them by search and by the list of files."""
    homes = _find_roots(root, pages)[:1]
    return [(home, page.path) for home in homes for page in pages if page.path in listed]


def _doubt_orphans(root: str, pages: Sequence[Page], linked: frozenset[str]) -> Mapping[str, str]:
    """Obsidian lists all notes beside the page, so a note without a link is a mistake only in a vault whose
    notes nearly all have one."""
    if linked_share(pages, linked, root) >= ENOUGH_BY_HAND:
        return {}
    return {page.path: "unknown" for page in pages if page.path not in linked}
