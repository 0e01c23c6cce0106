"""Hugo: one site, opened. https://gohugo.io/content-management/.

Pages dated in the future count as published and expired ones too: whether they are depends on the day of the build, and
findings must not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import Any

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.endings import HTML
from linklint.model.files import Names
from linklint.model.glob import Glob, compile_glob
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import read_destination
from linklint.site.fragments import judge_noted_fragment
from linklint.site.glancing import glance
from linklint.site.paths import extension, join, name, normalise_url, parent, within
from linklint.site.profile import Address, Detection, Mount, Read
from linklint.site.profiles.hosting import has_clean_urls, own_hosts
from linklint.site.profiles.hugo.addresses import find_url, is_ugly, language_prefix
from linklint.site.profiles.hugo.config import Config, find_place, find_places, lower_keys, read_config
from linklint.site.profiles.hugo.fragments import find_fragments, has_hidden_headings
from linklint.site.profiles.hugo.generated import find_listed, find_opaque, made_by_hugo
from linklint.site.profiles.hugo.links import Known, find_lookups, get_page, own, rewrite, with_resources
from linklint.site.profiles.hugo.made_ids import find_made
from linklint.site.profiles.hugo.navigation import doubt_orphans, find_navigation, list_pages
from linklint.site.profiles.hugo.redirecting import find_redirects, find_templated
from linklint.site.profiles.hugo.templates import Templates, included_path, is_hook_at_work, read_templates
from linklint.site.profiles.manifests import as_list

EXTENSIONS = ("definition-lists", "attributes", "footnotes", "heading-ids", "strikethrough", "tables", "tasklists")
FRONT_MATTER = ("yaml", "toml", "json", "blank-lines")  # hugo/parser/pageparser, lexIntroSection
GOLDMARK = Dialect(extensions=tuple(sorted((*EXTENSIONS, "autolinks"))), front_matter=FRONT_MATTER, masks=("hugo",))
PAGE_EXTENSIONS = frozenset({"md", "markdown", "mdown"})


def open_hugo(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The site of a folder with Hugo's config."""
    config = read_config(found.root, names, read)
    bundles = find_bundles(config, names)
    known = Known(config, names)
    mount = Mount(
        framework="hugo",
        root=found.root,
        reason=found.reason,
        dialect=partial(find_dialect, config),
        endings=PAGE_EXTENSIONS | HTML,
        address=partial(find_address, config, bundles, {}, False),
        lookups=partial(find_lookups, known),
        indexes=("_index.md", "index.md", "_index.html", "index.html"),
        roots=find_roots,
        site_url=str(config.get("baseurl") or ""),
        copied=tuple(static.folder for static in config.statics if not static.target),
    )
    return msgspec.structs.replace(mount, learn=partial(learn, mount, config, names, read))


def find_dialect(config: Config, path: str) -> Dialect | None:
    """Markdown and HTML among the content, Markdown of shortcodes, and what templates may read of the assets (a README
    is for those who look there); archetypes too, of which nothing is read."""
    if extension(path) in PAGE_EXTENSIONS:
        if within(path, join(config.root, "archetypes") or ""):
            return Dialect(front_matter=())
        if any(within(path, folder) for folder in config.layouts):
            return GOLDMARK
    is_asset = any(folder != config.root and within(path, folder) for folder in config.assets)
    if find_place(config, path) is None and not (is_asset and not name(path).lower().startswith("readme.")):
        return None
    if extension(path) in PAGE_EXTENSIONS:
        return GOLDMARK
    is_html = extension(path) in ("html", "htm")
    return Dialect(syntax="html", front_matter=FRONT_MATTER, masks=("hugo",)) if is_html else None


def find_bundles(config: Config, names: Names, documents: Mapping[str, Document] | None = None) -> frozenset[str]:
    """Folders of leaf bundles: what lies in them beside ``index`` are resources, no pages. An ``index.html`` without
    front matter is no content, but a file that is copied (hugofs/files/classifier.go, ``isHTMLContent``)."""
    return frozenset(
        parent(path)
        for path in names.ending(*PAGE_EXTENSIONS, "html", "adoc", "org", "rst")
        if name(path).startswith("index.")
        if (place := find_place(config, path)) is not None and place.kind == "bundle"
        if not (documents and (document := documents.get(path)) and _is_copied(document))
    )


def _is_copied(document: Document) -> bool:
    return document.syntax == "html" and document.front_matter is None


def find_address(
    config: Config, bundles: frozenset[str], matters: Mapping[str, Mapping[str, Any]], clean: bool, path: str,
    document: Document,
) -> Address | None:  # fmt: skip
    """The page that Hugo makes of the file; None for resources of bundles and for what is not rendered. ``clean``: the
    host shows ``x.html`` as ``x`` and ``x/``."""
    place = find_place(config, path)
    if place is None:
        return None
    folder = parent(path)
    if place.kind != "bundle" and folder in bundles:
        return None
    while folder:
        folder = parent(folder)
        if folder in bundles:
            return None
    if _is_copied(document):
        last = name(path).lower() if place.kind == "bundle" else ""
        url = f"{language_prefix(config, place.lang)}/{place.logical}" + (f"/{last}" if last else f".{extension(path)}")
        also = [url.removesuffix("index.html"), *other_urls(url, clean)] if last else other_urls(url, clean)
        lang = place.lang if len(config.langs) > 1 else None
        return Address(url, tuple(dict.fromkeys(also)), lang=lang, orphan="intended")
    matter = matters[path] if path in matters else lower_keys(document.front_matter or {})
    build = matter.get("build") or matter.get("_build") or {}
    rendered = build.get("render") if isinstance(build, dict) else None
    if rendered in ("never", "link", False) or matter.get("headless") is True:
        return None
    url = find_url(config, place, matter)
    fallbacks = [find_url(config, each, matter) for each in find_places(config, path) if each != place]
    find_others = partial(other_urls, clean=clean or place.kind == "section")
    listed = build.get("list") if isinstance(build, dict) else None
    if place.kind == "section" and place.logical and is_ugly(config, place.logical.partition("/")[0]):
        fallbacks.append(url.rstrip("/") + ".html")
    kind = "home" if not place.logical and place.kind != "page" else "section" if place.kind == "section" else "article"
    is_error = url.strip("/").rpartition("/")[2] in ("404", "404.html")
    return Address(
        url,
        also=tuple(
            dict.fromkeys([*find_others(url), *(each for old in fallbacks for each in (old, *find_others(old)))])
        ),
        kind=kind,
        published=matter.get("draft") is not True,
        lang=place.lang if len(config.langs) > 1 else None,
        orphan="intended" if listed in ("never", False) or is_error else "checked",
    )


def other_urls(url: str, clean: bool) -> list[str]:
    """Addresses at which servers show the same file."""
    if url.endswith("/"):
        return [url + "index.html", *([url[:-1]] if url != "/" else [])]
    bare = url.removesuffix(".html")
    return [] if bare == url else [bare, f"{bare}/"] if clean else [bare]


def find_roots(pages: Sequence[Page]) -> list[str]:
    """The home pages of all languages."""
    return [page.path for page in pages if page.kind == "home"]


def with_cascades(config: Config, documents: Mapping[str, Document]) -> dict[str, Mapping[str, Any]]:
    """Front matter with keys in lower case, below it what sections above and the config cascade
    (https://gohugo.io/content-management/front-matter/#cascade-1)."""
    own = {path: lower_keys(document.front_matter or {}) for path, document in documents.items()}
    sections = {}
    for path in documents:
        place = find_place(config, path)
        if place is not None and place.kind == "section" and own[path].get("cascade"):
            sections[place.lang, place.logical] = own[path]["cascade"]
    found: dict[str, Mapping[str, Any]] = {}
    for path, matter in own.items():
        place = find_place(config, path)
        if place is None:
            continue
        folder = place.logical
        merged: dict[str, Any] = {}
        chain = [config.get("cascade")]
        parts = folder.split("/")
        chain += [sections.get((place.lang, "/".join(parts[:count]))) for count in range(len(parts) + 1)]
        for cascade in chain:
            for each in as_list(cascade):
                if isinstance(each, dict) and _is_meant(
                    each.get("target") or each.get("_target"), place.logical, place.kind
                ):
                    merged |= {key: value for key, value in each.items() if key not in ("target", "_target")}
                    if isinstance(each.get("params"), dict):
                        merged |= each["params"]
        found[path] = {**merged, **matter}
    return found


def _is_meant(target: Any, logical: str, kind: str) -> bool:
    if not isinstance(target, dict):
        return True
    path, kinds = target.get("path"), target.get("kind")
    own = "section" if kind == "section" and logical else "home" if kind == "section" else "page"
    return (not path or _compile(str(path))(f"/{logical}")) and (not kinds or _compile(str(kinds))(own))


@lru_cache(maxsize=256)
def _compile(pattern: str) -> Glob:
    """The test of a cascade's target, which each page is put to; a pattern that is none matches nothing."""
    try:
        return compile_glob(pattern)
    except ValueError:
        return lambda path: False


def learn(mount: Mount, config: Config, names: Names, read: Read, documents: Mapping[str, Document]) -> Mount:
    """All addresses, front matter with cascades, what the templates say."""
    bundles = find_bundles(config, names, documents)
    matters = with_cascades(config, documents)
    templates = read_templates(config, names, read)
    clean = has_clean_urls(names, read)
    known = find_known(config, bundles, names, matters, templates, documents)
    host = read_destination(str(config.get("baseurl") or "")).host.removeprefix("www.")
    folders = [config.root, *(static.folder for static in config.statics)]
    hosts = own_hosts(names, read, folders) | frozenset([host] if host else [])
    made = made_by_hugo(known, names)
    ids = find_made(config, names, read, documents)
    find_own: Any = partial(own, known, hosts)
    return msgspec.structs.replace(
        mount,
        address=partial(find_address, config, bundles, matters, clean),
        lookups=partial(find_listed, known, made),
        rewrite=partial(rewrite, known),
        own=find_own,
        fragments=partial(find_fragments, config, templates, ids),
        judge=judge_noted_fragment,
        slugs_known=cache(lambda path: not glance(read, path, has_hidden_headings)),
        opaque=partial(find_opaque, made),
        includes=partial(find_includes, known),
        redirects=partial(find_redirects, known, find_templated(config, names, read)),
        navigation=partial(find_navigation, known, templates, read),
        listings=partial(list_pages, known),
        orphans=partial(doubt_orphans, known, templates, made),
        rewrites=known.hook,
        learn=None,
    )


def find_known(
    config: Config, bundles: frozenset[str], names: Names, matters: Mapping[str, Mapping[str, Any]],
    templates: Templates, documents: Mapping[str, Document],
) -> Known:  # fmt: skip
    """The tables of pages, by logical path and by address."""
    pages: dict[tuple[str, str], str] = {}
    others: dict[tuple[str, str], str] = {}
    names_of: dict[tuple[str, str], set[str]] = {}
    folders: dict[str, tuple[str, str]] = {}
    twins: dict[str, list[str]] = {}
    addresses: dict[str, Address] = {}
    for path, document in documents.items():
        place = find_place(config, path)
        address = find_address(config, bundles, matters, False, path, document)
        if place is None or _is_copied(document):
            continue
        pages.setdefault((place.lang, place.logical.lower()), path)
        for other in find_places(config, path):
            others.setdefault((other.lang, other.logical.lower()), path)
        names_of.setdefault((place.lang, name(place.logical).lower()), set()).add(path)
        if place.kind != "page":
            twins.setdefault(place.logical, []).append(parent(path))
        if address is not None:
            addresses[path] = address
            if place.kind != "page":
                folders.setdefault(address.url, (place.logical, parent(path)))
    bare = {key: min(paths) for key, paths in names_of.items() if len(paths) == 1}
    hook = is_hook_at_work(config, templates)
    beside = {url: tuple(dict.fromkeys([folder, *twins[logical]])) for url, (logical, folder) in folders.items()}
    every = others | pages
    for root in config.contents:  # what no page is nearer to, is copied too: the home page needs no file of its own
        url = normalise_url(f"{language_prefix(config, root.lang or config.default)}/{root.target}/")
        beside[url] = tuple(dict.fromkeys([*beside.get(url, ()), root.folder]))
    custom, words, roots = templates.hook, templates.words, templates.roots
    known = Known(config, names, every, bare, beside, addresses, matters, hook, custom, words, roots=roots)
    return with_resources(known)


def find_includes(known: Known, path: str, document: Document) -> list[str]:
    """Content that shortcodes take in."""
    found: list[str] = []
    for include in document.includes:
        written = included_path(include)
        if written is None:
            folders = [
                f"{folder}/{inner}" for folder in known.config.layouts for inner in ("_shortcodes", "shortcodes")
            ]
            parts = [f"{folder}/{include.written.partition(' ')[0]}.md" for folder in folders]
            found.extend([each for each in parts if each in known.names.files][:1])
            continue
        target = get_page(known, path, written)
        paths = [target, join(parent(path), written), join(known.config.root, written)]
        found.extend([each for each in paths if each is not None and each in known.names.files][:1])
    return found
