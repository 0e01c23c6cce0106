"""From files to addresses, and how destinations are read: after ``lib/plugins/processor`` and
``lib/plugins/filter/post_permalink.ts`` of https://github.com/hexojs/hexo."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import below, extension, join, name, within
from linklint.site.profile import Address, Lookup, Standing
from linklint.site.profiles.hexo.settings import TOKEN, HexoSettings
from linklint.site.profiles.hosting import browse, find_beside, list_copied
from linklint.site.sure_folders import find_folder
from linklint.source.slugs import hexo_slug

MARKDOWN = frozenset({"md", "markdown", "mkd", "mkdn", "mdwn", "mdtxt", "mdtext", "mkdown"})
DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?")
SEGMENTS = {"year": r"\d{4}", "month": r"\d{2}", "day": r"\d{2}", "i_month": r"\d{1,2}", "i_day": r"\d{1,2}"}
BUILT = re.compile(
    r".*(?:atom|rss\d?|feed|sitemap|search|baidusitemap)\.(?:xml|json|txt)|/?(?:robots\.txt|content\.json)"
)


class Known(NamedTuple):
    """What the pages tell. ``bundles``: address of a post → folder of its own files. ``posts``: slug and title → path.
    ``open``: the addresses of some posts are not known. ``sure``: the first parts of addresses below which there are
    pages of files alone."""

    bundles: Mapping[str, str] = {}
    posts: Mapping[str, str] = {}
    open: bool = False
    sure: frozenset[str] = frozenset()


def find_kind(settings: HexoSettings, path: str) -> str:
    """``post``, ``draft``, ``page``, or nothing."""
    if extension(path) not in MARKDOWN or not within(path, settings.source):
        return ""
    inner = below(path, settings.source)
    for folder, kind in (("_posts/", "post"), ("_drafts/", "draft")):
        if inner.startswith(folder):
            return "" if _is_hidden(settings, inner[len(folder) :], inner) else kind
    if any(glob(inner) for glob in settings.skipped):
        return ""
    return "" if _is_hidden(settings, inner, inner) else "page"


def _is_hidden(settings: HexoSettings, rest: str, inner: str) -> bool:
    if any(glob(inner) for glob in settings.excluded):
        return True
    hidden = any(part.startswith(("_", ".")) for part in rest.split("/")) or inner.endswith(("~", "%"))
    return hidden and not any(glob(inner) for glob in settings.included)


def find_address(settings: HexoSettings, path: str, document: Document) -> Address | None:
    """None for what is no page, and for a post whose address is not known."""
    kind = find_kind(settings, path)
    if not kind:
        return None
    matter = document.front_matter or {}
    published = matter.get("published") is not False and (kind != "draft" or settings.drafts)
    url = _page_url(settings, path, matter) if kind == "page" else _post_url(settings, path, matter)
    if url is None:
        return None
    url = url.removesuffix("index.html") if url.endswith("/index.html") else url
    bare = url.rstrip("/")
    spellings = (f"{bare}/", bare, f"{bare}/index.html") if url.endswith("/") else (url, url.removesuffix(".html"))
    return Address(
        url,
        also=tuple(each for each in spellings if each and each != url),
        kind="home" if url == "/" else "section" if url.endswith("/") and kind == "page" else "article",
        published=published,
    )


def _page_url(settings: HexoSettings, path: str, matter: Mapping[str, Any]) -> str:
    written = matter.get("permalink")
    if not isinstance(written, str) or not written:
        return "/" + below(path, settings.source).rpartition(".")[0] + ".html"
    whole = "/" + written.lstrip("/") + ("index" if written.endswith("/") else "")
    return whole if extension(whole) else f"{whole}.html"


def _post_url(settings: HexoSettings, path: str, matter: Mapping[str, Any]) -> str | None:
    written = matter.get("permalink")
    if isinstance(written, str) and written:
        whole = "/" + written.lstrip("/")
        ends = whole.endswith(("/", ".html"))
        return whole if ends or not settings.assets else f"{whole}/"
    values = _find_values(settings, path, matter)
    wanted = TOKEN.findall(settings.permalink)
    if any(word not in values for word in wanted):
        return None
    whole = "/" + TOKEN.sub(lambda match: values[match[1]], settings.permalink).lstrip("/")
    return whole if whole.endswith(("/", ".html")) or not settings.assets else f"{whole}/"


def _find_values(settings: HexoSettings, path: str, matter: Mapping[str, Any]) -> dict[str, str]:
    """What the words of a permalink stand for; those that are not known are left out."""
    info = parse_name(settings, path)
    values = {key: str(value) for key, value in matter.items() if isinstance(value, str | int) and key != "category"}
    values |= {key: value for key, value in info.items() if key not in ("title", *SEGMENTS)}
    values |= {"title": info["title"], "name": name(info["title"])}
    for key in ("id", "hash", "category", "post_title", "year", "month", "day", "hour", "minute", "second"):
        if key != "id" or "id" not in matter:
            values.pop(key, None)
    title = matter.get("title")
    post_title = hexo_slug(title, 1) if isinstance(title, str) else None
    if post_title is not None:
        values["post_title"] = post_title
    written = matter.get("date")
    found = DATE.fullmatch(str(written).strip()) if written else None
    if found is not None:
        year, month, day, hour, minute, second = found.groups(default="0")
    elif not written and {"year"} < info.keys() and not {"month", "i_month"}.isdisjoint(info):
        year, month = info["year"], info.get("month") or info["i_month"]
        day, hour, minute, second = info.get("day") or info.get("i_day", ""), "0", "0", "0"
    else:
        return values
    if day:
        values |= {"year": year, "month": month.zfill(2), "day": day.zfill(2)}
        values |= {"i_month": str(int(month)), "i_day": str(int(day))}
        values |= {"hour": hour.zfill(2), "minute": minute.zfill(2), "second": second.zfill(2)}
    return values


def parse_name(settings: HexoSettings, path: str) -> dict[str, str]:
    """What the name of a post says by the pattern of names; its ``title`` is what tags call it by."""
    inner = below(path, settings.source).partition("/")[2].rpartition(".")[0]
    pattern = settings.names.rpartition(".")[0] or settings.names
    parts, done = [], 0
    for match in TOKEN.finditer(pattern):
        segment = SEGMENTS.get(match[1], ".+?")
        parts.append(re.escape(pattern[done : match.start()]) + f"(?P<{match[1]}>{segment})")
        done = match.end()
    try:
        found = re.fullmatch("".join((*parts, re.escape(pattern[done:]))), inner)
    except re.error:
        found = None
    if found is not None and "title" in found.groupdict():
        return found.groupdict()
    return {**(found.groupdict() if found else {}), "title": hexo_slug(inner, 0) or inner}


def find_lookups(
    settings: HexoSettings, names: Names, known: Known, standing: Standing, destination: Destination
) -> list[Lookup]:
    """Addresses as browsers read them; tags name posts by their slug or title."""
    path, written = destination.path, standing.written
    if written.element in ("post_link", "post_path"):
        file = known.posts.get(written.href.partition("#")[0])
        return [Lookup("file", file)] if file else [Lookup("missing", path, "no post has that name")]
    found: list[Lookup] = []
    if written.element == "img" and not destination.absolute:  # marked puts the site's path before it
        found += [Lookup("file", f"{folder}/{path}") for folder in settings.statics]
        if settings.assets:
            found.append(Lookup("file", join(standing.file.rpartition(".")[0], path) or path))
    url = browse(settings.base, standing, destination, rebases=written.syntax == "image")
    if isinstance(url, Lookup):
        return [url]
    target = url.strip("/")
    found.append(Lookup("url", url))
    if settings.clean and target and not extension(target):
        found.append(Lookup("url", f"/{target}.html"))
    found += list_copied(settings.statics, url)
    found += [Lookup("file", f"{settings.source}/{target}/index.html")] if target else []
    found += find_beside(known.bundles, target)
    # A source of Markdown is shown at its page's address only, unless it is copied as it is.
    found = [each for each in found if each.kind != "file" or not find_kind(settings, each.path)]
    reason = _explain(settings, names, known, target)
    return [*found, *([Lookup("opaque", path, reason)] if reason else [])]


def _explain(settings: HexoSettings, names: Names, known: Known, target: str) -> str | None:
    """Why an address may exist that no file stands for."""
    parts = target.split("/")
    if not target or parts[0] in settings.lists or any(each and within(target, each) for each in settings.lists):
        return "a list that a generator makes"
    if "page" in parts or BUILT.fullmatch(target):
        return "a page that a generator makes"
    ending = extension(target)
    if ending == "md":
        return None
    if not settings.themed and ending not in ("", "html"):
        return "a file of a theme that is not here"
    if ending == "css" or (ending == "js" and not settings.themed):
        return "a style sheet that is made of another file"
    if settings.makes and not (ending in ("", "html") and find_folder(target) in known.sure):
        return "code of the site may make this page"
    sources = (f"{settings.source}/{target.removesuffix('.html').rstrip('/')}{each}" for each in OTHERS)
    if any(source in names.files for source in sources):
        return "a page that is made of a template"
    return "not all addresses of posts are known" if known.open and ending in ("", "html") else None


OTHERS = (".ejs", ".pug", ".jade", ".njk", ".swig", ".html", "/index.ejs", "/index.pug", "/index.html", "/index.njk")
