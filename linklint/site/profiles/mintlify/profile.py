"""Mintlify as a row of the table of frameworks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.doubts import doubt_below
from linklint.site.glancing import glance
from linklint.site.paths import below, extension, first_segment, join, name, parent, within
from linklint.site.profile import Address, Detection, Mount, Profile, Read
from linklint.site.profiles.conventions import is_example, is_set_aside, is_standing
from linklint.site.profiles.mdx import find_includes
from linklint.site.profiles.mintlify.config import (
    CONFIG_NAMES,
    Config,
    find_configs,
    list_apis,
    list_links,
    load_config,
    read_redirects,
)
from linklint.site.profiles.mintlify.fragments import Parts, find_parts, page_fragments
from linklint.site.profiles.mintlify.links import PAGES, Known, explain, find_lookups, find_own
from linklint.site.profiles.mintlify.made import find_around, find_made

MINTLIFY = Dialect(
    extensions=("autolinks", "footnotes", "heading-ids", "math", "mdx", "strikethrough", "tables", "tasklists")
)
SNIPPETS = ("snippets", "_snippets")
STAR = re.compile(r":\w+\*?|\*")
LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
MOST_TOPS = 3
FEW = 5
OTHER = re.compile(r"(?:next|astro|docusaurus|vite|nuxt|svelte)\.config\.\w+")


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Every ``docs.json`` or ``mint.json`` with a navigation that is Mintlify's; not the copies of one in folders that
    hold pages of its own navigation, as programs leave them that translate all files."""
    paths = [
        path for path in sorted(find_configs(names, read)) if not is_example(path) and not is_set_aside(path, names)
    ]
    roots = {parent(path) for path in paths}
    outer = [path for path in paths if any(root != parent(path) and within(root, parent(path)) for root in roots)]
    listed = {parent(path): _list_paths(path, read) for path in outer}

    def is_copy(root: str) -> bool:
        around = (pages for folder, pages in listed.items() if folder != root and within(root, folder))
        return any(within(page, root) for pages in around for page in pages)

    return [
        Detection(parent(path), path)
        for path in paths
        if not is_copy(parent(path)) and not is_left_behind(path, names, read)
    ]


def is_left_behind(path: str, names: Names, read: Read) -> bool:
    """Whether a site that another framework builds of the folder only reads the config for its menus: none of the pages
    that it lists, several, lies where Mintlify looks for it."""
    root = parent(path)
    if not any(parent(each) == root and OTHER.fullmatch(name(each)) for each in names.below(root)):
        return False
    pages = _list_paths(path, read)
    return len(pages) >= FEW and not any(
        f"{page}.{ending}" in names.files for page in pages for ending in ("mdx", "md")
    )


def _list_paths(path: str, read: Read) -> list[str]:
    """The pages that the navigation of a config lists, as paths of the repository without an ending."""
    config = load_config(path, read)
    named = (link.written.href for link in list_links(config))
    return [join(config.root, page.lstrip("/")) or "" for page in named if "://" not in page]


def open_mintlify(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site whose config lies in the folder, or else in the nearest one below it."""
    paths = [path for path in find_configs(names, read) if within(path, found.root)]
    default = join(found.root, CONFIG_NAMES[0]) or ""
    config = load_config(min(paths, key=lambda path: (path.count("/"), path), default=default), read, site.url)
    apis = sorted(set(list_apis(config)))
    links = list(list_links(config))
    made = find_made(config.root, (link.written.href for link in links), names, read)
    pages = (link.written.href for link in links if link.titled)
    known = Known(config, names, apis, made, next(pages, ""))
    mount = Mount(
        framework="mintlify",
        root=config.root,
        reason=found.reason,
        dialect=partial(_find_dialect, config, names),
        address=partial(_find_address, config),
        lookups=partial(find_lookups, known),
        fragments=partial(page_fragments, {}),
        indexes=("index.mdx", "index.md"),
        opaque=partial(explain, known),
        own=partial(find_own, known),
        includes=partial(find_includes, config.root, names),
        navigation=lambda documents: links,
        listings=partial(_list_languages, config),
        redirects=lambda documents: list(read_redirects(config)),
        roots=partial(_find_roots, [link.written.href for link in links]),
        orphans=partial(doubt_below, find_around(config.root, made)),
    )
    return msgspec.structs.replace(mount, learn=partial(_learn, mount, known))


def _learn(mount: Mount, known: Known, documents: Mapping[str, Document]) -> Mount:
    config, names = known.config, known.names
    parts = {id(document): glance(config.read, path, find_parts) for path, document in documents.items()}

    def find_parts_of(path: str, document: Document) -> list[str]:
        named = parts.get(id(document), Parts()).snippets
        folders = [join(config.root, folder) or "" for folder in SNIPPETS]
        shown = [f"{folder}/{name}" for name in named for folder in folders]
        return [*find_includes(config.root, names, path, document), *(each for each in shown if each in documents)]

    moved = frozenset(STAR.sub("*", first_segment(redirect.old)) for redirect in read_redirects(config))
    told = known._replace(tops=find_tops(config, documents), moved=moved)
    return msgspec.structs.replace(
        mount,
        lookups=partial(find_lookups, told),
        opaque=partial(explain, told),
        fragments=partial(page_fragments, parts),
        includes=find_parts_of,
    )


def find_tops(config: Config, documents: Mapping[str, Document]) -> frozenset[str]:
    """The folders that all pages lie in: what else the host shows comes from elsewhere
    (https://www.mintlify.com/docs/deploy/vercel). None where there are many, or those of languages."""
    written = {path: document for path, document in documents.items() if not is_standing(path)}
    addresses = [_find_address(config, path, document) for path, document in written.items()]
    parts = [address.url.strip("/").partition("/") for address in addresses if address is not None]
    folders = {first for first, _, rest in parts if rest}
    fits = len(folders) <= MOST_TOPS and not any(map(LANGUAGE.fullmatch, folders))
    return frozenset(folders) if fits and all(first in folders for first, _, _ in parts) else frozenset()


def _find_dialect(config: Config, names: Names, path: str) -> Dialect | None:
    """Pages and snippets; not what is ignored, nor what lies in folders with a leading dot."""
    if not within(path, config.root) or extension(path) not in PAGES or is_set_aside(path, names):
        return None
    inner = below(path, config.root)
    return None if config.ignored(inner) or "/." in "/" + inner else MINTLIFY


def _find_address(config: Config, path: str, document: Document) -> Address | None:
    """``a/b.mdx`` → ``/a/b``, ``a/index.mdx`` → ``/a``. None for snippets."""
    inner = below(path, config.root)
    if inner.split("/")[0] in SNIPPETS:
        return None
    matter = document.front_matter or {}
    orphan = "intended" if matter.get("hidden") is True else "checked"
    url = "/" + inner.rpartition(".")[0]
    if url.endswith("/index"):
        folder = url.removesuffix("/index") or "/"
        return Address(folder, also=(url,), kind="section" if folder != "/" else "home", orphan=orphan)
    return Address(url, orphan=orphan)


def _find_roots(listed: Sequence[str], pages: Sequence[Page]) -> list[str]:
    """The home page, else the first one that the navigation lists."""
    by_url = {page.url: page.path for page in pages}
    homes = [by_url["/"]] if "/" in by_url else []
    return homes or [by_url[url] for url in listed if url in by_url][:1]


def _list_languages(config: Config, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """The menu of languages: every home page leads to those of the other languages."""
    part = config.parts.get("navigation")
    entries = part.value.get("languages") if part is not None and isinstance(part.value, dict) else None
    by_url = {page.url: page.path for page in pages}
    for entry in entries if isinstance(entries, list) else ():
        language = entry.get("language") if isinstance(entry, dict) else None
        if isinstance(language, str) and "/" in by_url and f"/{language}" in by_url:
            yield by_url["/"], by_url[f"/{language}"]


PROFILE = Profile("mintlify", detect, open_mintlify, configs=CONFIG_NAMES)
