"""Jekyll: one site, opened."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import Any

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.endings import HTML
from linklint.model.files import Names
from linklint.model.place import Location
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import read_destination
from linklint.site.fragments import FURTHER, judge_noted_fragment
from linklint.site.paths import below, extension, join, parent, within
from linklint.site.profile import Address, Detection, Mount, Read, Redirect
from linklint.site.profiles.conventions import is_standing
from linklint.site.profiles.hosting import own_hosts
from linklint.site.profiles.jekyll.assigned import find_assigned
from linklint.site.profiles.jekyll.config import Config, find_place, is_markdown, read_config, with_defaults
from linklint.site.profiles.jekyll.copied import is_githubs_alone
from linklint.site.profiles.jekyll.definitions import find_beside, read_definitions
from linklint.site.profiles.jekyll.detection import config_paths
from linklint.site.profiles.jekyll.fragments import find_fragments
from linklint.site.profiles.jekyll.links import Known, find_lookups, index_names, name_posts, own, rewrite
from linklint.site.profiles.jekyll.listed_definitions import list_collections
from linklint.site.profiles.jekyll.made_addresses import read_of_site
from linklint.site.profiles.jekyll.navigation import Shown, doubt_orphans, find_navigation, find_shown, list_pages
from linklint.site.profiles.jekyll.opaque import find_opaque
from linklint.site.profiles.jekyll.permalinks import find_urls
from linklint.site.profiles.jekyll.plugins import has_generators, makes_ids, makes_links
from linklint.site.profiles.jekyll.statics import find_statics
from linklint.site.profiles.jekyll.templates import read_templates
from linklint.site.profiles.manifests import as_list
from linklint.site.sure_folders import find_sure_folders
from linklint.source.dialects import LAST_COUNTS
from linklint.source.front_matter import read_front_matter

KRAMDOWN = (
    "attributes", "blank-definitions", "definition-lists", "footnotes", "heading-ids", "html-elements",
    "last-definition", "markdown-in-html", "math", "strikethrough", "tables",
)  # fmt: skip
COMMONMARK = ("autolinks", "footnotes", "strikethrough", "tables")
PROOF = re.compile(r"/(?:google[0-9a-f]{16}|yandex_[0-9a-f]{16})\.html")  # shows search engines who owns the site
# Where writers edit the site's texts (https://decapcms.org/docs/install-decap-cms/).
EDITOR = re.compile(r"/(?:.*/)?admin/index\.html")
RENDERED = frozenset({"txt", "xml", "json", "css", "js", "scss", "svg", "webmanifest", "ics"})
ERROR = re.compile(r"/[45]\d\d(?:\.html|/)?")  # a host shows them


def open_jekyll(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The site of a folder with ``_config.yml``."""
    config = read_config(config_paths(found.root, names, read), names, read)
    known = Known(config, names)
    makes_pages = has_generators(config, names, read)
    mount = Mount(
        framework="jekyll",
        root=config.source,
        reason=found.reason,
        dialect=partial(find_dialect, config, partial(is_githubs_alone, config, read)),
        endings=config.markdown | HTML,
        address=partial(find_address, config),
        lookups=partial(find_lookups, known),
        rewrite=partial(rewrite, known),
        indexes=index_names(config),
        opaque=partial(find_opaque, config, frozenset if makes_pages else None),
        includes=partial(find_includes, config, names),
        roots=find_roots,
        redirects=partial(find_redirects, config, _has_own_redirect(config, names, read)),
        site_url=config.text("url").rstrip("/") + config.base,
    )
    return msgspec.structs.replace(mount, learn=partial(learn, mount, config, names, read, makes_pages))


def find_dialect(config: Config, is_githubs: Callable[[str], bool], path: str) -> Dialect | None:
    """Pages, posts, documents, and the layouts and partials around them."""
    if not within(path, config.source) or find_place(config, path) is None or is_githubs(path):
        return None
    if is_markdown(config, path):
        return Dialect(extensions=find_extensions(config), front_matter=LAST_COUNTS, masks=("liquid",))
    is_html = extension(path) in ("html", "htm")
    return Dialect(syntax="html", front_matter=LAST_COUNTS, masks=("liquid",)) if is_html else None


def find_extensions(config: Config) -> tuple[str, ...]:
    """The syntax of the converter that the config names."""
    if config.text("markdown", "kramdown").lower() != "kramdown":
        return COMMONMARK
    options = config.values.get("kramdown")
    if isinstance(options, dict) and options.get("parse_block_html") is True:
        return tuple(name for name in KRAMDOWN if name != "html-elements")
    return KRAMDOWN


def find_address(config: Config, path: str, document: Document) -> Address | None:
    """The page that Jekyll makes of the file; None for layouts, partials, collections without output, Markdown without
    front matter (it is copied) and redirects (``redirect_to``)."""
    place = find_place(config, path)
    if place is None or place.kind in ("layout", "partial"):
        return None
    matter = document.front_matter
    broken = any(note.kind == "front-matter" for note in document.notes)
    if matter is None and not broken and place.kind in ("page", "document"):
        is_optional = place.kind == "page" and "jekyll-optional-front-matter" in config.plugins
        if not is_markdown(config, path):
            url = "/" + below(path, config.source)
            is_tool = PROOF.fullmatch(url) or EDITOR.fullmatch(url)
            return Address(url, tuple(other_urls(url)), orphan="intended" if is_tool else "checked")
        if not is_optional:
            return None
    if place.collection is not None and not place.collection.output:
        return None
    data = with_defaults(
        config, path, type_of(place.kind, place.collection.label if place.collection else ""), matter or {}
    )
    if data.get("redirect_to"):
        return None
    urls = find_urls(config, path, place, data)
    said = matter or {} if place.kind == "page" else data  # Jekyll's Publisher asks no defaults of a page
    published = place.kind != "draft" and said.get("published") is not False
    kind = "home" if urls[0] == "/" else "section" if urls[0].endswith("/") and "index." in path else "article"
    also = dict.fromkeys(other for url in urls for other in (url, *other_urls(url)))
    sitemap = data.get("sitemap") is False
    is_error = ERROR.fullmatch(urls[0]) is not None
    is_notice = matter is None and is_standing(path)
    orphan = "intended" if is_error or sitemap or is_notice or is_part(data) else "checked"
    return Address(urls[0], tuple(url for url in also if url != urls[0]), kind, published, orphan=orphan)


def is_part(data: Mapping[str, Any]) -> bool:
    """Whether the page has no layout, and so is a piece that a script puts into another page, or one whose layout only
    sends visitors on, kept for links from elsewhere. Without a word about it, a theme gives the layout."""
    layout = data.get("layout", "")
    return layout in (None, False, "null", "none", "nil") or (isinstance(layout, str) and "redirect" in layout.lower())


def type_of(kind: str, label: str) -> str:
    """The type that ``defaults`` name."""
    return {"page": "pages", "draft": "drafts"}.get(kind, label)


def other_urls(url: str) -> list[str]:
    """Addresses at which servers show the same file."""
    if url.endswith("/"):
        return [url + "index.html", *([url[:-1]] if url != "/" else [])]
    if url.endswith("/index.html"):
        folder = url[: -len("index.html")]
        return [folder, folder[:-1]] if folder != "/" else [folder]
    if url.endswith("/index"):  # a permalink without an ending, as ``/:collection/:title``
        return [url + ".html", *other_urls(url + ".html")]
    return (
        [url[: -len(".html")]]
        if url.endswith(".html")
        else [url + ".html"]
        if "." not in url.rpartition("/")[2]
        else []
    )


def find_includes(config: Config, names: Names, path: str, document: Document) -> list[str]:
    """The partials that the text takes in."""
    found: list[str] = []
    for include in document.includes:
        folder = parent(path) if include.kind == "include-relative" else config.partials
        part = join(folder, include.written) if include.kind.startswith("include") else None
        if part is not None and part in names.files:
            found.append(part)
    return found


def find_roots(pages: Sequence[Page]) -> list[str]:
    """The home page, and those of languages."""
    found: list[str] = []
    for page in pages:
        segments = page.url.strip("/").split("/")
        said = str((page.document.front_matter or {}).get("lang") or page.lang or "")
        is_language = page.url == f"/{segments[0]}/" and said.lower() == segments[0].lower()
        if page.url in ("/", "/index.html") or is_language:
            found.append(page.path)
    return found


def _has_own_redirect(config: Config, names: Names, read: Read) -> bool:
    """Whether the site has the plugin's layout, without the address as the plugin gives it."""
    path = f"{config.layouts}/redirect.html"
    return path in names.files and b"redirect.to" not in (read(path) or b"redirect.to")


def find_redirects(config: Config, own_layout: bool, documents: Mapping[str, Document]) -> list[Redirect]:
    """``redirect_from`` and ``redirect_to`` (https://github.com/jekyll/jekyll-redirect-from). ``own_layout``: a layout
    of the site makes the pages that send visitors on, and may read an address in a way of its own."""
    found = []
    for path, document in documents.items():
        matter = document.front_matter or {}
        place = find_place(config, path)
        if place is None or not matter.keys() & {"redirect_from", "redirect_to"}:
            continue
        label = place.collection.label if place.collection else ""
        data = with_defaults(config, path, type_of(place.kind, label), matter)
        url = find_urls(config, path, place, data)[0]
        to = next((str(each) for each in as_list(data.get("redirect_to")) if each), None)
        place_of = {
            key: Location(path, document.front_matter_lines.get(key, 1)) for key in ("redirect_from", "redirect_to")
        }
        if to:
            found.append(Redirect(url, "" if own_layout else to, place_of["redirect_to"]))
        for old in as_list(data.get("redirect_from")) if data.get("published") is not False else ():
            found.append(Redirect("/" + str(old).lstrip("/"), url, place_of["redirect_from"]))
    return found


def learn(
    mount: Mount, config: Config, names: Names, read: Read, makes_pages: bool, documents: Mapping[str, Document]
) -> Mount:
    """All addresses, which the tags ``link`` and ``post_url`` name; what templates list. ``makes_pages``: a plugin of
    the repository does."""
    addresses: dict[str, Address] = {}
    matters: dict[str, Mapping[str, Any]] = {}
    for path, document in documents.items():
        place = find_place(config, path)
        address = find_address(config, path, document)
        if place is not None:
            label = place.collection.label if place.collection else ""
            matters[path] = with_defaults(config, path, type_of(place.kind, label), document.front_matter or {})
        if address is not None:
            addresses[path] = address
    posts = name_posts(config, {path: each for path, each in addresses.items() if "_posts/" in path})
    optional = "jekyll-optional-front-matter" in config.plugins
    copied = {path for path in addresses if optional and documents[path].front_matter is None}
    made = {**find_statics(config, names), **find_made(config, names, read)}
    known = Known(config, names, addresses, matters, posts, made, frozenset(copied), find_assigned(documents, read))
    templates = read_templates(config, names, read)
    shown = find_shown(known, templates, read)
    parts = {below(path, folder) for path in templates for folder in (config.partials, parent(path))}
    parts |= {below(path, parent(path)) for path in documents}  # for include_relative
    hosts = own_hosts(names, read, [config.source])
    host = read_destination(config.text("url")).host.removeprefix("www.")
    all_hosts = frozenset({*hosts, *([host] if host else [])})
    find_own: Any = partial(own, known, all_hosts, hosts)
    sure = cache(lambda: find_sure_folders(addresses, documents, read_of_site))
    collections = list_collections(config, addresses, matters)
    definitions = read_definitions(config, names, read, collections, find_beside(documents))
    frame = _layout_ids(shown, documents) | ({FURTHER} if makes_ids(config, names, read) else set())
    return msgspec.structs.replace(
        mount,
        opaque=partial(find_opaque, config, sure if makes_pages else None),
        lookups=partial(definitions.find_lookups, partial(find_lookups, known)),
        rewrite=partial(rewrite, known),
        own=find_own,
        undefined=definitions.explain,
        further=definitions.links,
        fragments=partial(find_fragments, config, frame, frozenset(parts)),
        judge=judge_noted_fragment,
        slugs_known=lambda path: path not in shown.with_ids,
        navigation=partial(find_navigation, known, shown, read),
        listings=partial(list_pages, known, shown, read),
        orphans=partial(doubt_orphans, config, shown, makes_links(config, names, read)),
        learn=None,
    )


def find_made(config: Config, names: Names, read: Read) -> dict[str, str]:
    """Address → path of the files with front matter that are neither Markdown nor HTML."""
    found: dict[str, str] = {}
    for path, file in names.files.items():
        place = find_place(config, path) if file.kind == "file" and extension(path) in RENDERED else None
        if place is None or place.kind in ("layout", "partial") or (place.collection and not place.collection.output):
            continue
        data = read(path) or b""
        if data.startswith(b"---"):
            label = place.collection.label if place.collection else ""
            matter = read_front_matter(data) or {}
            url = find_urls(config, path, place, with_defaults(config, path, type_of(place.kind, label), matter))[0]
            for each in (url, *other_urls(url)):
                found.setdefault(each, path)
    return found


def _layout_ids(shown: Shown, documents: Mapping[str, Document]) -> frozenset[str]:
    """Ids that layouts and their partials give to every page."""
    return frozenset(
        element.id for path in shown.frame if path in documents for element in documents[path].ids if element.id
    )
