"""VuePress as a row of the table of frameworks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from unicodedata import normalize

import msgspec

from linklint.model.document import Dialect, Document, WrittenLink
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.doubts import doubt_all
from linklint.site.fragments import (
    EMOJI,
    FRAGMENT_IS,
    FURTHER,
    Verdict,
    document_fragments,
    excuse_parameters,
    judge_fragment,
)
from linklint.site.glancing import glance
from linklint.site.paths import extension, join, within
from linklint.site.profile import Detection, Mount, Profile, Read, learn_by
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.menus import Homes
from linklint.site.profiles.vuepress.addresses import MARKDOWN, file_url, find_address, find_lookups, is_page
from linklint.site.profiles.vuepress.further import find_further, loops_over_pages
from linklint.site.profiles.vuepress.including import find_includes
from linklint.site.profiles.vuepress.navigation import navigate
from linklint.site.profiles.vuepress.settings import VuepressSettings, read_settings
from linklint.site.sure_folders import find_sure_by
from linklint.source.slugs import vitepress_slugs, vuepress_slugs

CONFIG_ENDINGS = ("cjs", "cts", "js", "mjs", "mts", "toml", "ts", "yaml", "yml")
CONFIG = re.compile(r"config\.(?:[cm]?[jt]s|ya?ml|toml)")
EXTENSIONS = ("alerts", "containers", "footnotes", "strikethrough", "tables", "tasklists")
DIALECT = Dialect(extensions=EXTENSIONS, masks=("vue",))
MATHEMATICAL = Dialect(extensions=tuple(sorted((*EXTENSIONS, "math"))), masks=("vue",))
INDEXES = ("README.md", "readme.md", "index.md")
# What plugins read at the end of a heading: ``{#id}``, ``{.class}``.
ATTRIBUTES = re.compile(r"(?<!\s)[ \t]*+\{(?:#(?P<id>[^\s{}]++))?[^{}]*+\}[ \t]*+$")


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """A config in a folder ``.vuepress``; not in folders of tests, examples and templates."""
    found: dict[str, Detection] = {}
    for path in names.ending(*CONFIG_ENDINGS):
        folder, mark, rest = path.rpartition(".vuepress/")
        if not mark or not CONFIG.fullmatch(rest) or (folder and not folder.endswith("/")):
            continue
        if not is_example(path) and not is_set_aside(path, names):
            found.setdefault(folder.rstrip("/"), Detection(folder.rstrip("/"), path))
    return tuple(found.values())


def open_vuepress(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site whose ``.vuepress`` lies in the folder."""
    config = found.reason if found.reason in names.files else f"{found.root}/.vuepress/config.js".lstrip("/")
    settings = read_settings(config, names, read)
    mount = make_mount(found, names, read, settings)
    if not settings.makes:
        return mount
    return msgspec.structs.replace(
        mount,
        learn=learn_by(
            partial(find_sure_by, partial(find_address, settings)),
            lambda sure: make_mount(found, names, read, settings._replace(sure=sure)),
        ),
    )


def make_mount(found: Detection, names: Names, read: Read, settings: VuepressSettings) -> Mount:
    """The site with these settings."""
    return Mount(
        framework="vuepress",
        root=settings.source,
        reason=found.reason,
        dialect=partial(find_dialect, settings, names),
        address=partial(find_address, settings),
        lookups=partial(find_lookups, settings, names),
        fragments=partial(find_fragments, settings),
        judge=partial(judge, settings.second),
        indexes=("readme.md", "index.md"),
        opaque=partial(explain_component, list_components(settings, names)),
        further=partial(find_further, read),
        includes=partial(find_includes, settings, names, read),
        navigation=lambda documents: list(navigate(settings, find_homes(settings, documents))),
        roots=lambda pages: [page.path for page in pages if page.kind == "home"],
        orphans=partial(doubt_orphans, settings, read),
        site_url=settings.site_url,
        copied=(settings.public,),
    )


def find_homes(settings: VuepressSettings, documents: Mapping[str, Document]) -> dict[str, Homes]:
    """The home pages of the languages: beginning of an address → page."""
    found: dict[str, Homes] = {}
    for language in settings.languages:
        folder = language.strip("/")
        paths = [join(settings.source, f"{folder}/{index}".lstrip("/")) or "" for index in INDEXES]
        found[language] = [next((path for path in paths if path in documents), None)]
    return found


def find_dialect(settings: VuepressSettings, names: Names, path: str) -> Dialect | None:
    """Markdown of the source folder; what is no page may be included by one."""
    if extension(path) != "md" or not within(path, settings.source) or is_set_aside(path, names):
        return None
    return None if "/.vuepress/" in f"/{path}" else MATHEMATICAL if settings.mathematics else DIALECT


def list_components(settings: VuepressSettings, names: Names) -> frozenset[str]:
    """The addresses of pages that are components of Vue, which version 1 builds as well."""
    if settings.second:
        return frozenset()
    paths = (path for path in names.ending("vue") if is_page(settings, path, "vue"))
    return frozenset(file_url(settings, path[len(settings.source) :].lstrip("/")) for path in paths)


def explain_component(components: frozenset[str], url: str) -> str | None:
    """As ``Mount.opaque``."""
    return "a component of Vue is this page" if url in components else None


def find_fragments(settings: VuepressSettings, documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of elements and of headings; further ones where a layout of components shows the page, a part of it is not
    found, or an older release slugs letters of other alphabets. Attributes at the end of a heading are a plugin's."""
    ids = document_fragments(documents)
    if ids is None or settings.own_slugs:
        return None
    slugs_of = vitepress_slugs if settings.second else vuepress_slugs
    texts = [heading.text for document in documents for heading in document.headings]
    found = ids.union(slugs_of(texts))
    for pattern in (EMOJI, ATTRIBUTES) if settings.attributes else (EMOJI,):
        if any(pattern.search(text) for text in texts):
            found = found.union(slugs_of([pattern.sub("", text) for text in texts]))
    if settings.attributes:
        found = found.union(match["id"] for text in texts if (match := ATTRIBUTES.search(text)) and match["id"])
    matter = documents[0].front_matter or {}
    shown_by_code = matter.get("layout", "Layout") != "Layout" or bool(matter.get("home")) or not texts
    is_older = settings.legacy and not all(map(str.isascii, texts))
    including = sum(include.kind == "include" for document in documents for include in document.includes)
    return found | {FURTHER} if shown_by_code or is_older or including >= len(documents) else found


def judge(second: bool, fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """In links to pages, version 2 puts the mark before a digit by itself, as it does in ids."""
    verdict = judge_fragment(fragment, fragments, written)
    is_page_link = written.syntax in MARKDOWN and not written.href.startswith("#")
    if second and is_page_link and verdict.status != "ok" and fragment[:1].isdigit():
        verdict = judge_fragment(f"_{fragment}", fragments, written)
    apart = normalize("NFKD", fragment).lower()  # as ids are written: no browser takes one form for the other
    if verdict.status == "fragment-missing" and fragments and apart in fragments:
        return Verdict("case-mismatch", f'{FRAGMENT_IS} "{apart}", in another Unicode form')
    return excuse_parameters(verdict, fragment)


def doubt_orphans(
    settings: VuepressSettings, read: Read, pages: Sequence[Page], linked: frozenset[str]
) -> dict[str, str]:
    """A theme, a plugin, a component, a sidebar that code makes or the script of a page may list any page."""
    lists = settings.lists or any(glance(read, page.path, loops_over_pages) for page in pages)
    return doubt_all(pages, linked) if lists else {}


PROFILE = Profile("vuepress", detect, open_vuepress)
