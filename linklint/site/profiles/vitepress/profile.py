"""VitePress as a row of the table of frameworks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from html import unescape
from typing import Any

import msgspec

from linklint.data.tree import KeyPath
from linklint.model.document import Dialect, Document, Heading, WrittenLink
from linklint.model.files import Names
from linklint.model.place import pack_spans
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.doubts import doubt_all
from linklint.site.fragments import EMOJI, FURTHER, Verdict, document_fragments, excuse_parameters, judge_fragment
from linklint.site.front_matter_places import find_span
from linklint.site.glancing import glance
from linklint.site.paths import below, extension, join, within
from linklint.site.profile import Detection, Mount, NavigationLink, Profile, Read, learn_by
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.javascript_sites import find_version, write_menu_link
from linklint.site.profiles.menus import Section, show_sections
from linklint.site.profiles.vitepress.addresses import (
    PARAMETER,
    REWRITTEN_BY_CODE,
    find_address,
    find_kept,
    find_left,
    find_lookups,
    is_kept,
    is_page,
    page_url,
    route_of,
)
from linklint.site.profiles.vitepress.including import find_excerpts, find_includes
from linklint.site.profiles.vitepress.settings import VitepressSettings, read_settings
from linklint.site.profiles.vitepress.shown_components import shows_made_ids
from linklint.source.slugs import vitepress_slug, vitepress_slugs

CONFIG_ENDINGS = ("js", "mjs", "mts", "ts")
CONFIG = re.compile(r"config\.(?:js|mjs|ts|mts)|config/index\.(?:js|mjs|ts|mts)")
EXTENSIONS = ("alerts", "attributes", "autolinks", "containers", "heading-ids", "math", "strikethrough", "tables")
DIALECT = Dialect(extensions=EXTENSIONS, masks=("vue",))
ENTITY = re.compile(r"&(?:#x?)?[0-9A-Za-z]{1,32};")
TEXTS = "vitepress-plugin-llms"
SIGN = re.compile(r"[^\w\s#].*#[\w-]")  # maybe an id between signs of the site's own
MARKED = frozenset({"inline", "reference", "autolink", "frontmatter"})


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """A config in a folder ``.vitepress``; not in folders of tests, examples and templates."""
    found: dict[str, Detection] = {}
    for path in names.ending(*CONFIG_ENDINGS):
        folder, mark, rest = path.rpartition(".vitepress/")
        if not mark or not CONFIG.fullmatch(rest) or (folder and not folder.endswith("/")):
            continue
        if not is_example(path) and not is_set_aside(path, names):
            found.setdefault(folder.rstrip("/"), Detection(folder.rstrip("/"), path))
    return tuple(found.values())


def open_vitepress(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site whose ``.vitepress`` lies in the folder."""
    configs = [path for path in names.ending(*CONFIG_ENDINGS) if _is_config(path, found.root)]
    config = configs[0] if configs else join(found.root, ".vitepress/config.ts") or ""
    settings = read_settings(config, names, read)
    mount = make_mount(found, names, read, settings)
    if settings.rewrite is not None:
        return mount
    return msgspec.structs.replace(
        mount,
        learn=learn_by(
            partial(find_kept, settings),
            lambda kept: make_mount(found, names, read, settings._replace(kept=kept)),
        ),
    )


def make_mount(found: Detection, names: Names, read: Read, settings: VitepressSettings) -> Mount:
    """The site with these settings."""
    has_texts = bool(find_version(found.root, TEXTS, read))
    texts = list_texts(settings, names) if has_texts else frozenset()
    return Mount(
        framework="vitepress",
        root=settings.source,
        reason=found.reason,
        dialect=partial(find_dialect, settings, names),
        address=partial(find_address, settings),
        lookups=partial(find_lookups, settings, names, cache(lambda path: glance(read, path, find_left))),
        fragments=partial(find_fragments, settings),
        judge=partial(judge, settings.slugs_links),
        indexes=("index.md",),
        opaque=partial(explain_route, settings, dynamic_routes(settings, names), texts),
        further=partial(find_front_matter_links, read),
        includes=partial(find_includes, settings, names),
        excerpts=partial(find_excerpts, settings, names, read),
        navigation=lambda documents: list(navigate(settings, documents)),
        roots=lambda pages: [page.path for page in pages if page.kind == "home"],
        orphans=partial(doubt_orphans, settings),
        site_url=settings.site_url,
        slugs_known=cache(lambda path: not shows_made_ids(settings.source, names, read, path)),
        copied=(join(settings.source, "public") or "",),
        texts=has_texts,
    )


def _is_config(path: str, root: str) -> bool:
    start = join(root, ".vitepress") or ""
    return within(path, start) and CONFIG.fullmatch(below(path, start)) is not None


def find_dialect(settings: VitepressSettings, names: Names, path: str) -> Dialect | None:
    """Markdown of the source folder; what is no page may be included by one."""
    if extension(path) != "md" or not within(path, settings.source) or is_set_aside(path, names):
        return None
    excluded = not is_page(settings, path)
    hidden = "/." in "/" + below(path, settings.source)
    return None if excluded and hidden else DIALECT


def dynamic_routes(settings: VitepressSettings, names: Names) -> list[re.Pattern[str]]:
    """Addresses that templates such as ``packages/[name].md`` stand for."""
    found = []
    for path in names.ending("md"):
        if is_page(settings, path) and PARAMETER.search(below(path, settings.source)):
            route = route_of(settings, path).removesuffix(".md").removesuffix("/index")
            parts = [re.escape(part) for part in PARAMETER.split(route)]
            found.append(re.compile("/" + "[^/]+".join(parts) + r"(?:/|\.html)?"))
    return found


def list_texts(settings: VitepressSettings, names: Names) -> frozenset[str]:
    """The addresses of the Markdown that a plugin puts beside all pages, for language models."""
    pages = (route_of(settings, path) for path in names.ending("md") if is_page(settings, path))
    return frozenset("/" + page.replace("/index.md", ".md") for page in pages)


def explain_route(
    settings: VitepressSettings, routes: Sequence[re.Pattern[str]], texts: frozenset[str], url: str
) -> str | None:
    """As ``Mount.opaque``. ``texts``: the addresses that a plugin makes."""
    if url in texts:
        return "a plugin makes this file"
    if any(route.fullmatch(url) for route in routes):
        return "a dynamic route makes this page"
    return None if settings.rewrite is not None or is_kept(settings, url) else REWRITTEN_BY_CODE


def find_fragments(settings: VitepressSettings, documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of elements and of headings; further ones where a layout of components shows the page."""
    ids = document_fragments(documents)
    if ids is None or settings.own_slugs:
        return None
    headings = [heading for document in documents for heading in document.headings]
    if settings.id_signs and any(heading.id or SIGN.search(heading.text) for heading in headings):
        return None
    texts, explicit = [_with_entities(heading) for heading in headings], [heading.id for heading in headings]
    found = ids.union(vitepress_slugs(texts, explicit))
    if any("&" in heading.raw for heading in headings):  # the first releases of version 1 read them
        found = found.union(vitepress_slugs([heading.text for heading in headings], explicit))
    if any(EMOJI.search(text) for text in texts):
        found = found.union(vitepress_slugs([EMOJI.sub("", text) for text in texts], explicit))
    layout = (documents[0].front_matter or {}).get("layout", "doc")
    # A page without headings is most often filled by a component of its own.
    return found | {FURTHER} if layout != "doc" or not headings or settings.transformed else found


def _with_entities(heading: Heading) -> str:
    """The text that is slugged: VitePress keeps entities as they are written (``restoreEntities``)."""
    text = heading.text
    for entity in ENTITY.findall(heading.raw):
        text = text.replace(unescape(entity), entity, 1)
    return text


def judge(slugs_links: bool, fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """VitePress may slug the fragments of Markdown's links, so that ``#Foo Bar`` finds ``foo-bar``."""
    verdict = judge_fragment(fragment, fragments, written)
    if slugs_links and verdict.status != "ok" and written.syntax in MARKED:
        slugged = judge_fragment(vitepress_slug(fragment.partition(":~:")[0]), fragments, written)
        verdict = slugged if slugged.status == "ok" else verdict
    return excuse_parameters(verdict, fragment)


def find_front_matter_links(read: Read, path: str, document: Document) -> Iterator[WrittenLink]:
    """Buttons and cards of a home page, and where the previous and next buttons lead."""
    matter = document.front_matter or {}
    hero = matter.get("hero")
    actions = hero.get("actions") if isinstance(hero, dict) else None
    groups = [("hero", actions), ("features", matter.get("features"))]
    if matter.get("layout", "doc") not in ("home", "page", False):
        groups += [(key, [matter.get(key)]) for key in ("prev", "next")]
    text = ""
    for key, entries in groups:
        for entry in entries if isinstance(entries, list) else ():
            href = entry.get("link") if isinstance(entry, dict) else None
            if isinstance(href, str):
                text = text or (read(path) or b"").decode("utf-8-sig", "replace")
                title = entry.get("text") or entry.get("title") or ""
                line = document.front_matter_lines.get(key, 1)
                yield WrittenLink("frontmatter", "a", href, href, str(title), pack_spans(find_span(text, href, line)))


def navigate(settings: VitepressSettings, documents: Mapping[str, Document]) -> Iterator[NavigationLink]:
    """The links of ``nav`` and ``sidebar``, as shown by the home pages of their languages."""
    here = (path for path in documents if within(path, settings.source))
    urls = {page_url(settings, route_of(settings, path)): path for path in here}
    homes = {language: [urls.get(f"/{language}/" if language else "/")] for language in settings.languages}
    return show_sections(settings.sections, homes, lambda section: _walk(section, section.value, section.keypath, ""))


def _walk(section: Section, value: Any, keypath: KeyPath, base: str) -> Iterator[NavigationLink]:
    if isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _walk(section, entry, (*keypath, number), base)
    elif isinstance(value, Mapping):
        own = value.get("base")
        base = own if isinstance(own, str) else base
        href = value.get("link")
        if isinstance(href, str):
            whole = _with_base(base, href)
            location = section.tree.location((*keypath, "link"))
            yield write_menu_link(location, whole, href, value.get("text"), titled=False)
        for key, entry in value.items():
            if isinstance(entry, list | Mapping):
                yield from _walk(section, entry, (*keypath, key), base)


def _with_base(base: str, href: str) -> str:
    if not base or "://" in href:
        return href if "://" in href or href.startswith("/") else "/" + href
    return base + (("" if base.endswith("/") else "/") + href[1:] if href.startswith("/") else href)


def doubt_orphans(settings: VitepressSettings, pages: Sequence[Page], linked: frozenset[str]) -> dict[str, str]:
    """A sidebar that code makes may list any page."""
    return doubt_all(pages, linked) if settings.unknown_sidebar else {}


PROFILE = Profile("vitepress", detect, open_vitepress)
