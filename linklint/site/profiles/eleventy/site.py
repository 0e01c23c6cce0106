"""Eleventy: one site, opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from linklint.model.document import Document, Include
from linklint.model.endings import PAGES
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.glancing import glance
from linklint.site.paths import below, extension, first_segment, name, parent, within
from linklint.site.profile import Detection, Mount, Read
from linklint.site.profiles.eleventy.cascade import Cascade
from linklint.site.profiles.eleventy.config import Config, read_config
from linklint.site.profiles.eleventy.detection import config_path
from linklint.site.profiles.eleventy.fragments import find_algorithm, find_fragments, find_making, judge
from linklint.site.profiles.eleventy.links import (
    explain,
    find_lookups,
    keeps,
    own,
    rewrite,
)
from linklint.site.profiles.eleventy.made import find_made
from linklint.site.profiles.eleventy.navigation import (
    Known,
    doubt_orphans,
    find_navigation,
    find_shown,
    list_made_forms,
    list_pages,
)
from linklint.site.profiles.eleventy.redirect_files import ADDRESS, read_made_redirects
from linklint.site.profiles.eleventy.redirecting import find_redirects
from linklint.site.profiles.eleventy.scripts import Script, find_calls
from linklint.site.profiles.eleventy.sources import HTML, find_dialect
from linklint.site.profiles.eleventy.templates import (
    adds_links,
    find_partial,
    list_partials,
    read_collections,
    read_templates,
)
from linklint.site.profiles.hosting import own_hosts

SITE_DATA = re.compile(r"(?:site|metadata|meta|config|client|global|app)\.\w+")
SITE_URL = re.compile(rb"\b(?:base)?ur[il][\"']?\s*:\s*[\"']?https?://([A-Za-z0-9.-]+)/?[\"'\s,]", re.IGNORECASE)
CAPTURE = re.compile(r"\{%-?\s*((?:end)?(?:set|capture|highlight))\b(?![^%]{0,500}=)[^%]{0,500}%\}")
BLOCK = re.compile(r"\{%-?\s*(?:(?:set|capture)\s+(\w+)\s*-?%\}|end(?:set|capture)\b)")
SHOWN = re.compile(r"\b(\w+)\s*\|\s*(?:highlight|escape)\b")
RAW = re.compile(r"\s*\{%-?\s*raw\b")
PLUGIN_OUTPUT = re.compile(r"\boutputPath\s*:\s*[\"'`]([^\"'`$]+)[\"'`]")
CODE = re.compile(r"\{%-?\s*(?:set|capture)\s+\w+\s*-?%\}\s*\{%-?\s*raw\b")
ATTRIBUTE_ID = re.compile(r"\{[^{}\n]{0,500}?#([^\s{}]{1,500}+)[^{}\n]{0,500}+\}")
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
        endings=PAGES | HTML,
        address=lambda path, document: None,
        lookups=partial(find_lookups, Known(config, names)),
        indexes=(),
        roots=find_roots,
        site_url=next((f"https://{host}" for host in sorted(find_hosts(config, names, read))), "") + config.prefix,
    )
    return msgspec.structs.replace(mount, learn=partial(learn, mount, cascade, scripts))


def find_roots(pages: Sequence[Page]) -> list[str]:
    """The home page, and those of languages."""
    found: list[str] = []
    for page in pages:
        first = first_segment(page.url)
        said = str((page.document.front_matter or {}).get("lang") or page.lang or "")
        if page.url == "/" or (page.url == f"/{first}/" and said.lower() == first.lower()):
            found.append(page.path)
    return found


def learn(mount: Mount, cascade: Cascade, scripts: Sequence[Script], documents: Mapping[str, Document]) -> Mount:
    """All addresses and data, and what templates list."""
    config, names, read = cascade.config, cascade.names, cascade.read
    custom = read_collections(scripts)
    made = find_made(cascade, leaves_drafts_out(config, names, read), custom, documents)
    for called in find_calls(scripts, "addPlugin"):
        for url in PLUGIN_OUTPUT.findall(" ".join(called.texts[1:])):
            made.made.setdefault("/" + url.lstrip("/"), config_path(config.root, names) or "")
    urls = frozenset(url for address in made.addresses.values() for url in (address.url, *address.also))
    urls |= made.redirects.keys()
    known = Known(
        config, names, made.addresses, made.data, made.patterns, made.made, made.matters, cascade.named_globals(), urls
    )
    templates = read_templates(config, names, read)
    aside = frozenset(number for path, document in documents.items() for number in find_code(path, read, document))
    shown = find_shown(known, templates)
    if adds_links(scripts) and "navigation" not in config.features:
        shown = msgspec.structs.replace(shown, doubt=True)
    frame = frozenset(each.id for path in shown.frame & documents.keys() for each in documents[path].ids if each.id)
    folders = config.layouts, config.includes
    layouts = {below(path, each): documents[path] for each in folders for path in documents if within(path, each)}
    attributes = documents.items() if "attributes" in config.features else ()
    written = {
        id(document): frozenset(glance(read, path, find_attribute_ids))
        for path, document in attributes
        if path.endswith(".md")
    }
    parts = frozenset(below(path, folder) for path in templates for folder in (config.includes, config.layouts))
    template = next((path for path, each in made.addresses.items() if each.url == ADDRESS), made.made.get(ADDRESS))
    made_forms = list_made_forms(shown, documents)
    listed = tuple(read_made_redirects(template, config.data, names, read)) if template else ()
    algorithm = find_algorithm(config, scripts)
    hosts = find_hosts(config, names, read)
    find_own: Any = partial(own, known, hosts)
    return msgspec.structs.replace(
        mount,
        address=lambda path, document: made.addresses.get(path),
        lookups=partial(find_lookups, known),
        rewrite=partial(rewrite, known),
        opaque=partial(explain, known),
        own=find_own,
        keeps=partial(keeps, known, aside),
        includes=partial(find_includes, config, read, frozenset(documents)),
        fragments=partial(find_fragments, algorithm, frame, parts, written, find_making(layouts)),
        judge=partial(judge, algorithm, "footnotes" in config.features),
        navigation=partial(find_navigation, known, shown, partial(keeps, known, aside)),
        listings=partial(list_pages, known, shown, custom),
        orphans=partial(doubt_orphans, known, shown, custom, made_forms, list_partials(config, templates)),
        redirects=lambda documents: (*find_redirects(made.redirects, documents), *listed),
        learn=None,
    )


def find_attribute_ids(data: bytes) -> list[str]:
    """The ids of markdown-it-attrs, which also stand alone, and hold dots (https://github.com/arve0/markdown-it-attrs)."""
    return ATTRIBUTE_ID.findall(data.decode("utf-8", "replace"))


def find_includes(config: Config, read: Read, known: frozenset[str], path: str, document: Document) -> list[str]:
    """What the template takes in, but for code to be shown: what goes into a variable, or does so there."""
    includes = [each for each in document.includes if each.kind.startswith("include")]
    text = (read(path) or b"").decode("utf-8-sig", "replace") if includes else ""
    parts = [find_partial(config, path, each.written, known) for each in includes if not is_kept_aside(text, each)]
    return [
        part for part in parts if part is not None and not CODE.search((read(part) or b"").decode("utf-8", "replace"))
    ]


def find_code(path: str, read: Read, document: Document) -> list[int]:
    """The identities of links that stand in code to be shown: in a variable that holds raw text or is highlighted."""
    if not document.links or not glance(read, path, holds_blocks):
        return []
    text = (read(path) or b"").decode("utf-8-sig", "replace")
    shown = set(SHOWN.findall(text))
    spans = []
    opened: re.Match[str] | None = None
    for tag in BLOCK.finditer(text):
        if tag[1]:
            opened = tag
        elif opened is not None:
            if opened[1] in shown or RAW.match(text, opened.end()):
                spans.append((opened.end(), tag.start()))
            opened = None
    return [id(link) for link in document.links if any(start <= link.span.start < end for start, end in spans)]


def holds_blocks(data: bytes) -> bool:
    """Whether the text keeps something in a variable."""
    return BLOCK.search(data.decode("utf-8-sig", "replace")) is not None


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
    for path in names.below(config.data):
        if parent(path) == config.data and SITE_DATA.fullmatch(name(path)):
            match = SITE_URL.search((read(path) or b"")[:200_000])
            host = match[1].decode().lower().removeprefix("www.") if match else ""
            if "." in host and host not in ("example.com",):
                found.add(host)
    return frozenset(found)
