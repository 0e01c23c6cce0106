"""Hexo as a row of the table of frameworks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec

from linklint.model.document import Dialect, Document, Heading, WrittenLink
from linklint.model.files import Names
from linklint.model.place import Span, pack_spans
from linklint.model.settings import SiteSettings
from linklint.site.doubts import doubt_all
from linklint.site.fragments import FURTHER, document_fragments
from linklint.site.glancing import glance
from linklint.site.paths import join, parent
from linklint.site.profile import Detection, Mount, Profile, Read
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.hexo.addresses import MARKDOWN, Known, find_address, find_kind, find_lookups, parse_name
from linklint.site.profiles.hexo.settings import CONFIG, WORDS, HexoSettings, read_settings
from linklint.site.profiles.hosting import find_on_host
from linklint.site.profiles.javascript_sites import find_version
from linklint.site.profiles.trees import read_table
from linklint.site.sure_folders import find_sure_by
from linklint.source.decode import decode
from linklint.source.lines import Lines
from linklint.source.masks.code import find_outside_code
from linklint.source.slugs import hexo_slug
from linklint.source.slugs.numbering import number_by_count

DIALECT = Dialect(extensions=("autolinks", "strikethrough", "tables", "tasklists"), masks=("jinja",))
TAG = re.compile(r"\{%-?\s*(post_link|post_path|raw|endraw)\b\s*((?:(?!%\}).){0,500})%\}")
CALLING = frozenset({"macro", "generator", "shortcode"})
# Tags of Hexo itself, which give no ids to anything (https://hexo.io/docs/tag-plugins).
PLAIN_TAGS = frozenset(
    "asset_img asset_link asset_path blockquote code codeblock full_url_for iframe img include-code include_code link "
    "post_link post_path pullquote quote url_for".split()
)


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """A config beside a manifest that asks for Hexo, and the folder of pages; not of tests, examples and themes."""
    found = []
    for path in names.named(CONFIG):
        root = parent(path)
        if is_example(path) or is_set_aside(path, names):
            continue
        values = read_table(path, read, lax=True)
        source = join(root, values["source_dir"] if isinstance(values.get("source_dir"), str) else "source") or ""
        is_hexo = find_version(root, "hexo", read) != "" and not WORDS.isdisjoint({*values, "source_dir"})
        if source in names.directories and is_hexo:
            found.append(Detection(root, path))
    return found


def open_hexo(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site of one config."""
    settings = read_settings(found.root, names, read)
    mount = Mount(
        framework="hexo",
        root=settings.source,
        reason=found.reason,
        dialect=partial(find_dialect, settings, names),
        endings=MARKDOWN,
        address=partial(find_address, settings),
        lookups=partial(find_lookups, settings, names, Known()),
        fragments=partial(find_fragments, settings),
        indexes=("index.md",),
        own=partial(find_on_host, settings.site_url, settings.base),
        further=partial(find_tags, read),
        roots=lambda pages: [page.path for page in pages if page.kind == "home"],
        orphans=doubt_all,  # themes list pages as they like
        site_url=settings.site_url,
        copied=(settings.source,),
    )
    return msgspec.structs.replace(mount, learn=partial(learn, mount, settings, names))


def learn(mount: Mount, settings: HexoSettings, names: Names, documents: Mapping[str, Document]) -> Mount:
    """The posts, once front matter is known."""
    bundles: dict[str, str] = {}
    posts: dict[str, str] = {}
    is_open = False
    for path in sorted(documents):
        if find_kind(settings, path) not in ("post", "draft"):
            continue
        address = find_address(settings, path, documents[path])
        is_open = is_open or address is None
        if address is not None and settings.assets:
            bundles[address.url if address.url.endswith("/") else f"{parent(address.url)}/"] = path.rpartition(".")[0]
        title = (documents[path].front_matter or {}).get("title")
        if isinstance(title, str):
            posts.setdefault(title, path)
    for path in sorted(documents):
        if find_kind(settings, path) in ("post", "draft"):
            posts[parse_name(settings, path)["title"]] = path
    sure = find_sure_by(partial(find_address, settings), documents) if settings.makes and not is_open else frozenset()
    known = Known(bundles, posts, is_open, sure)
    return msgspec.structs.replace(mount, lookups=partial(find_lookups, settings, names, known))


def find_dialect(settings: HexoSettings, names: Names, path: str) -> Dialect | None:
    """Markdown that Hexo renders."""
    return DIALECT if find_kind(settings, path) and not is_set_aside(path, names) else None


def find_fragments(settings: HexoSettings, documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of elements and headings. Tags, layouts and other renderers have further ones."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    document = documents[0]
    slugs = [_slug(settings, heading) for heading in document.headings if heading.id is None]
    found = ids.union(number_by_count(slug for slug in slugs if slug is not None))
    matter = document.front_matter or {}
    calls = any(
        include.kind in CALLING and include.written.partition(" ")[0] not in PLAIN_TAGS for include in document.includes
    )
    unknown = calls or None in slugs or not slugs or not settings.marked or matter.get("layout", "post") not in PLAIN
    return found | {FURTHER} if unknown else found


def _slug(settings: HexoSettings, heading: Heading) -> str | None:
    """The id of a heading; None where signs of typographers may stand for written ones, or entities for characters."""
    unsure = "&" in heading.raw or SMART.search(heading.raw)
    return None if unsure else hexo_slug(heading.text, settings.transform)


SMART = re.compile(r"[\"']|--|\.\.\.")
PLAIN = ("post", "page", "draft")


def find_tags(read: Read, path: str, document: Document) -> Iterator[WrittenLink]:
    """``{% post_link name %}`` and its kin."""
    for element, href, text, span in glance(read, path, list_tags):
        yield WrittenLink("shortcode", element, href, href, text, pack_spans(span), made=not text)


def list_tags(data: bytes) -> list[tuple[str, str, str, Span]]:
    """The tags that name posts, with what they name, what they show and their places; not those in blocks of code."""
    if b"post_link" not in data and b"post_path" not in data:
        return []
    text = decode(data)[0]
    lines = Lines(text)
    shown = {match.start() for match in find_outside_code(TAG, text)}
    found = []
    is_raw = False
    for match in find_outside_code(TAG, text, spans=False):
        words = match[2].split()
        if match[1] in ("raw", "endraw"):  # in code spans as well
            is_raw = match[1] == "raw"
        elif words and not is_raw and words[0][:1] not in "\"'" and match.start() in shown:
            title = " ".join(words[1:-1] if words[-1] in ("true", "false") else words[1:])
            found.append((match[1], words[0], title, lines.span(*match.span())))
    return found


PROFILE = Profile("hexo", detect, open_hexo)
