"""From files to addresses, and how destinations are read: after ``components/content/src/page.rs``, ``section.rs`` and
``components/markdown/src/markdown.rs`` of https://github.com/getzola/zola."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import below, extension, join, name, parent, within
from linklint.site.profile import Address, Lookup, Standing
from linklint.site.profiles.hosting import browse, find_beside, list_copied
from linklint.site.profiles.zola.settings import ZolaSettings, is_page, split_name
from linklint.source.slugs import zola_slug

DATED = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?\s?[_-](?P<slug>.+)"
)
UNSAFE = re.compile(r'[<>:"/\\|?*]')
PAGE = re.compile(r"(?:.*/)?page/\d+/?")
BUILT = re.compile(r"(?:sitemap\w*\.xml|robots\.txt|404\.html|search_index\.\w+\.\w+|elasticlunr\.min\.js)")


def find_address(settings: ZolaSettings, path: str, document: Document) -> Address | None:
    """None for what is no page, and for what has an address that is not known: with letters of other alphabets, which
    Zola spells in English ones."""
    if not is_page(settings, path):
        return None
    matter = document.front_matter or {}
    stem, language = split_name(settings, path)
    inner = below(parent(path), settings.content) if parent(path) != settings.content else ""
    prefix = f"/{language}" if language != settings.language else ""
    is_section = stem == "_index"
    url: str | None
    if is_section:
        url = f"{prefix}/{inner}/" if inner else f"{prefix}/"
    else:
        url = _find_page_url(settings, matter, stem, inner, prefix)
    published = matter.get("draft") is not True and matter.get("render") is not False
    if url is None:
        return None
    return Address(
        url,
        also=(url.rstrip("/"), f"{url}index.html") if url != "/" else ("/index.html",),
        kind="home" if url == f"{prefix}/" else "section" if is_section else "article",
        published=published,
        lang=language,
    )


def _find_page_url(
    settings: ZolaSettings, matter: Mapping[str, object], stem: str, inner: str, prefix: str
) -> str | None:
    written = matter.get("path")
    if isinstance(written, str):
        return f"/{written.strip().strip('/')}/" if written.strip("/ ") else "/"
    is_bundle = stem == "index" and bool(inner)
    folder = parent(inner) if is_bundle else inner
    bare = name(inner) if is_bundle else stem
    dated = DATED.fullmatch(bare)
    if dated and not settings.keeps_dates:
        bare = dated["slug"]
    own = matter.get("slug")
    slug = slug_path(settings, own if isinstance(own, str) else bare)
    if slug is None:
        return None
    if stem == "index" and not inner:
        slug = ""
    return "/".join(each for each in (f"{prefix}/{folder}".rstrip("/"), slug, "") if each or each == "")


def slug_path(settings: ZolaSettings, text: str) -> str | None:
    """A name as it stands in addresses; None where that is not known."""
    if settings.paths == "off":
        return text
    if settings.paths == "safe":
        return UNSAFE.sub("", text.rstrip(" ."))
    return zola_slug(text)


def find_lookups(
    settings: ZolaSettings,
    names: Names,
    statics: Sequence[str],
    bundles: Mapping[str, str],
    unknown: bool,
    standing: Standing,
    destination: Destination,
) -> list[Lookup]:
    """``@/`` names a file of the content; anything else is an address, as browsers read it. ``statics``: see
    ``list_statics``. ``bundles``: address of a page → the folder whose other files lie beside it. ``unknown``: not all
    addresses are known."""
    path = destination.path
    if path.startswith("@/"):
        file = join(settings.content, path[2:])
        return [Lookup("file", file)] if file else [Lookup("missing", path, "there is no such page")]
    url = browse(settings.base, standing, destination)
    if isinstance(url, Lookup):
        return [url]
    target = url.strip("/")
    found = [Lookup("url", url), *list_copied(statics, url), *find_beside(bundles, target)]
    reason = _explain(settings, names, target)
    if reason is None and unknown and extension(target) == "":
        reason = "pages have addresses that Zola spells in English letters"
    return [*found, *([Lookup("opaque", path, reason)] if reason else [])]


def list_statics(settings: ZolaSettings, names: Names) -> list[str]:
    """The folders whose files are copied to the top, the site's own and those of its themes."""
    themes = join(settings.root, "themes") or ""
    inside = {below(folder, themes).partition("/")[0] for folder in names.directories if within(folder, themes)}
    found = [f"{themes}/{theme}/static" for theme in sorted(inside)]
    return [join(settings.root, "static") or "", *(each for each in found if each in names.directories)]


def _explain(settings: ZolaSettings, names: Names, target: str) -> str | None:
    """Why an address may exist that no file stands for."""
    parts = target.split("/")
    if parts[0] in settings.languages:
        parts = parts[1:]
    first = parts[0].casefold() if parts else ""
    if first in settings.lists or (zola_slug(first) or "") in settings.lists:
        return "a list of a taxonomy"
    if PAGE.fullmatch(target):
        return "a page of a list"
    if name(target) in settings.feeds or BUILT.fullmatch(name(target)) or first == "processed_images":
        return "a file that Zola makes"
    if extension(target) == "css" and (join(settings.root, "sass") or "") in names.directories:
        return "a style sheet that Zola makes"
    home = join(settings.content, "_index.md") or ""
    return "the home page, which templates make" if not target and home not in names.files else None
