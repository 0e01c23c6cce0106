"""Zola as a row of the table of frameworks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

import msgspec

from linklint.model.document import Dialect, Document, WrittenLink
from linklint.model.files import Names
from linklint.model.place import Location
from linklint.model.settings import SiteSettings
from linklint.site.doubts import doubt_all
from linklint.site.fragments import FURTHER, OK, Verdict, document_fragments, judge_fragment
from linklint.site.paths import extension, join, name, parent, within
from linklint.site.profile import Detection, Mount, Profile, Read, Redirect
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.hosting import find_on_host
from linklint.site.profiles.trees import is_broken, read_table
from linklint.site.profiles.zola.addresses import find_address, find_lookups, list_statics
from linklint.site.profiles.zola.definitions import Labels, find_folders, find_used, list_links, read_labels
from linklint.site.profiles.zola.settings import (
    CONFIGS,
    ZolaSettings,
    is_page,
    list_templates,
    read_settings,
    split_name,
)
from linklint.source.slugs import zola_slug
from linklint.source.slugs.numbering import number_until_free

DIALECT = Dialect(
    extensions=("footnotes", "heading-ids", "strikethrough", "tables", "tasklists"),
    front_matter=("toml", "yaml"),
    masks=("jinja",),
)
FOOTNOTE = re.compile(r"(?:fn|fr)-.+|\d+")
TEMPLATE_ID = re.compile(rb"""\bid=["']?([^"'\s<>{}]+)["'\s>]""")
WORDS = re.compile(rb"^[ \t]*base_url[ \t]*=", re.MULTILINE)
CALLING = frozenset({"macro", "generator", "shortcode"})


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """A config with a base address beside a folder of content; not of tests, examples and themes."""
    found: dict[str, Detection] = {}
    for path in sorted(names.named(*CONFIGS), key=lambda each: name(each) != CONFIGS[0]):
        root = parent(path)
        if is_example(path) or is_set_aside(path, names) or root in found:
            continue
        is_ours = "base_url" in read_table(path, read) or is_broken(path, read, WORDS)
        if (join(root, "content") or "") in names.directories and is_ours:
            found[root] = Detection(root, path)
    return tuple(found.values())


def open_zola(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site of one config."""
    config = next(filter(names.files.__contains__, (join(found.root, each) or "" for each in CONFIGS)), "")
    settings = read_settings(config, found.root, read)
    statics = list_statics(settings, names)
    templates = cache(lambda: frozenset(_find_template_ids(list_templates(found.root, names), read)))
    mount = Mount(
        framework="zola",
        root=settings.content,
        reason=found.reason,
        dialect=partial(find_dialect, settings, names),
        address=partial(find_address, settings),
        lookups=partial(find_lookups, settings, names, statics, {}, False),
        fragments=partial(find_fragments, settings, templates),
        judge=judge,
        indexes=("_index.md", "index.md"),
        own=partial(find_on_host, settings.site_url, settings.base),
        redirects=lambda documents: list(list_aliases(settings, documents)),
        roots=lambda pages: [page.path for page in pages if page.kind == "home"],
        orphans=doubt_all,  # templates list pages as they like
        site_url=settings.site_url,
        copied=(join(found.root, "static") or "",),
    )
    labels = cache(lambda: read_labels(find_folders(found.root, names), names, read))
    return msgspec.structs.replace(mount, learn=partial(learn, mount, settings, names, statics, labels))


def learn(
    mount: Mount,
    settings: ZolaSettings,
    names: Names,
    statics: Sequence[str],
    labels: Callable[[], Labels],
    documents: Mapping[str, Document],
) -> Mount:
    """The folders whose files are copied beside a page, once the pages' addresses are known; what shortcodes define."""
    bundles: dict[str, str] = {}
    unknown = False
    for path, document in documents.items():
        address = find_address(settings, path, document)
        unknown = unknown or (address is None and is_page(settings, path))
        if address is not None and split_name(settings, path)[0] in ("index", "_index"):
            bundles[address.url] = parent(path)
    used = find_used(labels(), documents) if any(each.undefined for each in documents.values()) else frozenset()
    return msgspec.structs.replace(
        mount,
        lookups=partial(find_lookups, settings, names, statics, bundles, unknown),
        undefined=lambda path, label: "" if (path, label) in used else None,
        further=(lambda path, document: list_links(labels(), document)) if used else mount.further,
    )


def find_dialect(settings: ZolaSettings, names: Names, path: str) -> Dialect | None:
    """Markdown of the content folder."""
    if extension(path) != "md" or not within(path, settings.content) or is_set_aside(path, names):
        return None
    return DIALECT


def _find_template_ids(templates: Sequence[str], read: Read) -> Iterator[str]:
    """The ids that templates give to elements by name."""
    for path in templates:
        for found in TEMPLATE_ID.findall(read(path) or b""):
            yield found.decode("utf-8", "replace")


def find_fragments(
    settings: ZolaSettings, templates: Callable[[], frozenset[str]], documents: Sequence[Document]
) -> frozenset[str] | None:
    """Ids of elements, of headings, and of templates. Lists of pages, shortcodes and letters of other alphabets have
    further ones."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    headings = documents[0].headings
    slugs = [slug_heading(settings, heading.text) for heading in headings]
    explicit = [heading.id for heading in headings]
    known = [slug or "" for slug in slugs]
    found = ids.union(number_until_free(known, explicit, filter(None, explicit), count_explicit=False), templates())
    matter = documents[0].front_matter or {}
    calls = any(include.kind in CALLING for include in documents[0].includes)
    is_list = any(key in matter for key in ("sort_by", "paginate_by", "transparent", "page_template"))
    unknown = any(slug is None for slug, own in zip(slugs, explicit, strict=True) if own is None)
    return found | {FURTHER} if calls or is_list or unknown or not headings else found


def slug_heading(settings: ZolaSettings, text: str) -> str | None:
    """The id of a heading; None where it is not known."""
    return zola_slug(text) if settings.anchors == "on" else re.sub(r"[ \t\n\r\f]", "_", text)


def judge(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do, with the ids of footnotes."""
    return OK if FOOTNOTE.fullmatch(fragment) else judge_fragment(fragment, fragments, written)


def list_aliases(settings: ZolaSettings, documents: Mapping[str, Document]) -> Iterator[Redirect]:
    """Old addresses of published pages (https://www.getzola.org/documentation/content/page/)."""
    for path, document in documents.items():
        matter = document.front_matter or {}
        address = find_address(settings, path, document)
        aliases = matter.get("aliases")
        if address is None or not address.published or not isinstance(aliases, list):
            continue
        line = document.front_matter_lines.get("aliases", 1)
        place = Location(path, line, 1, line, 1)
        for alias in aliases:
            old = f"/{alias.strip('/')}" if isinstance(alias, str) else "/"
            if old != "/":
                spellings = (old,) if old.endswith(".html") else (f"{old}/", old)
                yield from (Redirect(each, address.url, place) for each in spellings)


PROFILE = Profile("zola", detect, open_zola)
