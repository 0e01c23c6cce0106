"""Eleventy: one site, opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from linklint.data.javascript import UNKNOWN
from linklint.model.document import Dialect, Document, Include
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.paths import below, extension, name, parent, within
from linklint.site.profile import Address, Detection, Mount, Read
from linklint.site.profiles.conventions import FOREIGN_FOLDERS, STANDING_NAMES, TOP_NAMES
from linklint.site.profiles.eleventy.addresses import Permalink, find_permalink, other_urls
from linklint.site.profiles.eleventy.cascade import Cascade, Data, read_matter, strip_format
from linklint.site.profiles.eleventy.config import Config, read_config
from linklint.site.profiles.eleventy.fragments import find_algorithm, find_fragments
from linklint.site.profiles.eleventy.links import (
    explain,
    find_lookups,
    is_ignored,
    is_maybe_ignored,
    keeps,
    own,
    rewrite,
)
from linklint.site.profiles.eleventy.navigation import Known, doubt_orphans, find_navigation, find_shown, list_pages
from linklint.site.profiles.eleventy.scripts import Script
from linklint.site.profiles.eleventy.templates import adds_links, find_partial, read_collections, read_templates
from linklint.site.profiles.hosting import own_hosts
from linklint.source.parse import parse

MARKDOWN = ("strikethrough", "tables")
OPTIONAL = {"footnotes": "footnotes", "attributes": "attributes", "definition-lists": "definition-lists"}
ENGINES = {"liquid": "liquid", "njk": "jinja", "vto": "jinja", "hbs": "liquid", "mustache": "liquid"}
HTML = frozenset({"html", "htm", "njk", "liquid", "webc", "hbs", "mustache", "ejs", "vto"})
FRONT_MATTER = ("yaml", "json", "toml", "javascript")
SITE_DATA = re.compile(r"(?:site|metadata|meta|config|client|global|app)\.\w+")
SITE_URL = re.compile(rb"\b(?:base)?ur[il][\"']?\s*:\s*[\"']?https?://([A-Za-z0-9.-]+)/?[\"'\s,]", re.IGNORECASE)
CAPTURE = re.compile(r"\{%-?\s*((?:end)?(?:set|capture|highlight))\b(?![^%]*=)[^%]*%\}")
CODE = re.compile(r"\{%-?\s*(?:set|capture)\s+\w+\s*-?%\}\s*\{%-?\s*raw\b")
ATTRIBUTE_ID = re.compile(r"\{[^{}\n]*?#([^\s{}]+)[^{}\n]*\}")
DRAFT = re.compile(r"\bdraft\b")


def open_eleventy(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The site of a folder with an Eleventy config."""
    config, scripts = read_config(found.root, names, read)
    cascade = Cascade(config, names, read)
    mount = Mount(
        framework="eleventy",
        root=found.root,
        reason=found.reason,
        dialect=partial(find_dialect, config),
        address=lambda path, document: None,
        lookups=partial(find_lookups, Known(config, names)),
        indexes=(),
        roots=find_roots,
    )
    return msgspec.structs.replace(mount, learn=partial(learn, mount, cascade, scripts))


def find_dialect(config: Config, path: str) -> Dialect | None:
    """Templates that are written in HTML or Markdown, layouts and includes; also files of those endings that are only
    copied. Files that GitHub shows are left to its own reading where the input folder is the repository."""
    if not is_source(config, path) and not is_withheld(config, path):
        return None
    ending = extension(path)
    if ending in ("md", "markdown"):
        extensions = {*MARKDOWN, *(OPTIONAL[each] for each in config.features & OPTIONAL.keys())}
        masks = (ENGINES[config.markdown],) if config.markdown in ENGINES else ()
        return Dialect(extensions=tuple(sorted(extensions)), front_matter=FRONT_MATTER, masks=masks)
    if ending not in HTML:
        return None
    engine = config.html if ending in ("html", "htm") else ending
    masks = (ENGINES[engine],) if engine in ENGINES else ()
    return Dialect(syntax="html", front_matter=FRONT_MATTER, masks=masks)


def is_source(config: Config, path: str) -> bool:
    """Whether the file may be a template, a layout or an include."""
    folders = parent(path).split("/")
    if any(folder in FOREIGN_FOLDERS for folder in folders) or (config.output and within(path, config.output)):
        return config.is_template_folder(path) and config.output == config.input
    if config.is_template_folder(path):
        return True
    if not within(path, config.input) or is_ignored(config, path) or within(path, config.data):
        return False
    relative = below(path, config.input)
    if any(folder.startswith(".") for folder in relative.split("/")):
        return False
    if config.input == config.root and is_for_github(relative):
        return False
    return any(path.endswith("." + ending) for ending in config.formats)


def is_for_github(relative: str) -> bool:
    """Whether the file, at the top of the repository, is one that people read on GitHub: a README, community files."""
    stem = name(relative).rpartition(".")[0]
    known = stem.isupper() and stem.lower().replace("-", "_") in STANDING_NAMES | TOP_NAMES
    return "/" not in relative and (known or stem.lower() == "readme")


def is_withheld(config: Config, path: str) -> bool:
    """Whether the file is a page that is written but ignored: its links are for no reader yet, on GitHub neither."""
    relative = below(path, config.input)
    inside = config.input != config.root and within(path, config.input) and not within(path, config.data)
    return inside and is_ignored(config, path) and not relative.lower().endswith("readme.md")


def find_roots(pages: Sequence[Page]) -> list[str]:
    """The home page, and those of languages."""
    found: list[str] = []
    for page in pages:
        first = page.url.strip("/").partition("/")[0]
        said = str((page.document.front_matter or {}).get("lang") or page.lang or "")
        if page.url == "/" or (page.url == f"/{first}/" and said.lower() == first.lower()):
            found.append(page.path)
    return found


class Made(msgspec.Struct, frozen=True):
    """What the templates of the site make: pages by path, files by address, patterns of addresses; their data."""

    addresses: dict[str, Address] = {}
    made: dict[str, str] = {}
    patterns: list[tuple[str, str]] = []
    data: dict[str, Data] = {}
    matters: dict[str, Data] = {}


def find_made(cascade: Cascade, drafts: bool, documents: Mapping[str, Document]) -> Made:
    """The address of every template. ``drafts``: the repository leaves drafts out."""
    config, names, read = cascade.config, cascade.names, cascade.read
    found = Made({}, {}, [], {}, {})

    def show(path: str) -> Data:
        if path not in found.matters:
            if path in documents:
                written = documents[path].front_matter
            else:
                written = parse(read(path) or b"", Dialect(front_matter=FRONT_MATTER)).front_matter
            found.matters[path] = read_matter(path, read(path), written)
        return found.matters[path]

    for path in documents:
        show(path)
    for path, file in names.files.items():
        is_page = path in documents and is_source(config, path) and not config.is_template_folder(path)
        if not is_page and (file.kind != "file" or not _is_other_template(config, path)):
            continue
        matter = show(path) if is_page else _code_data(path, read)
        data = cascade.find(path, matter, show)
        found.data[path] = data
        permalink = find_permalink(config, path, data)
        if permalink.url is None:
            continue
        if is_page and permalink.is_page:
            found.addresses[path] = make_address(config, path, data, permalink, drafts)
        else:
            for url in (permalink.url, *other_urls(permalink.url)):
                found.made.setdefault(url, path)
        if permalink.pattern is not None:
            found.patterns.append((permalink.pattern, path))
    return found


def _is_other_template(config: Config, path: str) -> bool:
    """Whether the file is a template that is written in neither HTML nor Markdown."""
    code = any(path.endswith("." + ending) for ending in config.formats if ending not in ("md", *HTML))
    return code and is_source(config, path) and not config.is_template_folder(path)


def _code_data(path: str, read: Read) -> Data:
    """The permalink of a template in JavaScript, as far as it is a plain text."""
    text = (read(path) or b"").decode("utf-8", "replace")
    said = re.findall(r"\bpermalink\b\s*(?::|=|\(.*?\)\s*\{\s*return)\s*(?:[\"'`]([^\"'`$]*)[\"'`]|(\S))", text)
    if not said:
        return {}
    return {"permalink": said[0][0] if len(said) == 1 and not said[0][1] else UNKNOWN}


def make_address(config: Config, path: str, data: Data, permalink: Permalink, drafts: bool) -> Address:
    """The page that Eleventy makes of a template."""
    url = permalink.url or "/"
    stem = strip_format(config, name(path))
    kind = "home" if url == "/" else "section" if stem == "index" else "article"
    kind = "pagination" if "pagination" in data else kind
    is_error = url in ("/404.html", "/404/", "/404")
    excluded = data.get("eleventyExcludeFromCollections") is True
    orphan = "intended" if is_error or excluded else "unknown" if is_maybe_ignored(config, path) else "checked"
    published = not (drafts and data.get("draft") is True)
    title = data.get("title")
    lang = data.get("lang") or data.get("locale")
    return Address(
        url,
        tuple(other_urls(url)),
        kind,
        published,
        lang=lang if isinstance(lang, str) and re.fullmatch(r"[A-Za-z]{2,3}(-\w+)*", lang) else None,
        orphan=orphan,
        title=title if isinstance(title, str) and "{" not in title else None,
    )


def learn(mount: Mount, cascade: Cascade, scripts: Sequence[Script], documents: Mapping[str, Document]) -> Mount:
    """All addresses and data, and what templates list."""
    config, names, read = cascade.config, cascade.names, cascade.read
    made = find_made(cascade, leaves_drafts_out(config, names, read), documents)
    known = Known(
        config, names, made.addresses, made.data, made.patterns, made.made, made.matters, cascade.named_globals()
    )
    templates = read_templates(config, names, read)
    shown = find_shown(known, templates)
    if adds_links(scripts) and "navigation" not in config.features:
        shown = msgspec.structs.replace(shown, doubt=True)
    custom = read_collections(scripts)
    frame = frozenset(each.id for path in shown.frame & documents.keys() for each in documents[path].ids if each.id)
    if "attributes" in config.features:
        frame = frame.union(*(find_attribute_ids(path, read) for path in documents))
    parts = frozenset(below(path, folder) for path in templates for folder in (config.includes, config.layouts))
    hosts = find_hosts(config, names, read)
    find_own: Any = partial(own, known, hosts)
    return msgspec.structs.replace(
        mount,
        address=lambda path, document: made.addresses.get(path),
        lookups=partial(find_lookups, known),
        rewrite=partial(rewrite, known),
        opaque=partial(explain, known),
        own=find_own,
        keeps=partial(keeps, known),
        includes=partial(find_includes, config, read, frozenset(documents)),
        fragments=partial(find_fragments, find_algorithm(config, scripts), frame, parts),
        navigation=partial(find_navigation, known, shown, partial(keeps, known)),
        listings=partial(list_pages, known, shown, custom),
        orphans=partial(doubt_orphans, known, shown, custom),
        learn=None,
    )


def find_attribute_ids(path: str, read: Read) -> list[str]:
    """The ids of markdown-it-attrs, which also stand alone, and hold dots (https://github.com/arve0/markdown-it-attrs)."""
    return ATTRIBUTE_ID.findall((read(path) or b"").decode("utf-8", "replace")) if path.endswith(".md") else []


def find_includes(config: Config, read: Read, known: frozenset[str], path: str, document: Document) -> list[str]:
    """What the template takes in, but for code to be shown: what goes into a variable, or does so there."""
    includes = [each for each in document.includes if each.kind.startswith("include")]
    text = (read(path) or b"").decode("utf-8-sig", "replace") if includes else ""
    parts = [find_partial(config, path, each.written, known) for each in includes if not is_kept_aside(text, each)]
    return [
        part for part in parts if part is not None and not CODE.search((read(part) or b"").decode("utf-8", "replace"))
    ]


def is_kept_aside(text: str, include: Include) -> bool:
    """Whether the include stands between ``set`` or ``capture`` and its end."""
    captures = CAPTURE.findall(text, 0, include.span.start)
    return bool(captures) and not captures[-1].startswith("end")


def leaves_drafts_out(config: Config, names: Names, read: Read) -> bool:
    """Whether the config or a data file has a convention for drafts: Eleventy itself has none."""
    if DRAFT.search(config.text):
        return True
    scripts = (path for path in names.files if re.search(r"\.11tydata\.[cm]?js$", path) or within(path, config.data))
    return any(DRAFT.search((read(path) or b"")[:200_000].decode("utf-8", "replace")) for path in _code(scripts))


def _code(paths: Iterable[str]) -> list[str]:
    return [path for path in paths if extension(path) in ("js", "cjs", "mjs", "ts")]


def find_hosts(config: Config, names: Names, read: Read) -> frozenset[str]:
    """The site's own hosts: of a ``CNAME`` file, and the address that its global data give to the site."""
    found = set(own_hosts(names, read, [config.root, config.input]))
    for path in names.files:
        if parent(path) == config.data and SITE_DATA.fullmatch(name(path)):
            match = SITE_URL.search((read(path) or b"")[:200_000])
            host = match[1].decode().lower().removeprefix("www.") if match else ""
            if "." in host and host not in ("example.com",):
                found.add(host)
    return frozenset(found)
