"""Where a document of an Astro site is published: routes by file, collections by id, Starlight's docs by language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from linklint.model.document import Document
from linklint.site.paths import below, extension, within
from linklint.site.profile import Address
from linklint.site.profiles.astro.config import PAGES, Collection, Config, Starlight
from linklint.source.slugs import github_slug

DATED = re.compile(r"(\d{4})-(\d{2})-(\d{2})-(.+)")


def find_collection(config: Config, path: str) -> Collection | None:
    """The collection that a file belongs to; of a collection whose page cannot be told, nothing is published."""
    found = [each for each in config.collections if within(path, each.folder)]
    return max(found, key=lambda each: len(each.folder), default=None)


def is_document(config: Config, path: str) -> bool:
    """Whether the file is Markdown that the site may show."""
    if extension(path) not in PAGES:
        return False
    if config.starlight and within(path, config.starlight.folder):
        return True
    return within(path, config.pages) or find_collection(config, path) is not None


def make_id(inside: str) -> str:
    """``Guides/My Page.md`` → ``guides/my-page``: each segment by github-slugger; an index stands for its folder."""
    stem = inside.rpartition(".")[0]
    slugged = "/".join(github_slug(segment) for segment in stem.split("/"))
    return re.sub(r"(?:^|/)index$", "", slugged)


def split_locale(starlight: Starlight, inside: str) -> tuple[str, str]:
    """Language folder and rest of a path or id of Starlight's docs; the root language's folder is empty."""
    first, _, rest = inside.partition("/")
    return (first, rest) if first in starlight.locales else ("", inside)


def find_url(config: Config, path: str, document: Document) -> str | None:
    """The URL path without a slash at its end (``/`` for the home page); None: the file is no page by itself."""
    matter = document.front_matter or {}
    slug = matter.get("slug")
    slug = slug.strip("/") if isinstance(slug, str) else None
    starlight = config.starlight
    if starlight and within(path, starlight.folder):
        inside = below(path, starlight.folder)
        if any(segment.startswith("_") for segment in inside.split("/")):
            return None
        found = slug if slug is not None else make_id(inside)
        return f"/{found}" if found and found != "index" else "/"
    if within(path, config.pages):
        inside = below(path, config.pages)
        if any(segment.startswith("_") for segment in inside.split("/")):
            return None
        return re.sub(r"(?:^|/)index$", "", "/" + inside.rpartition(".")[0]) or "/"
    collection = find_collection(config, path)
    if collection is None or collection.route is None:
        return None
    found = slug if slug else make_id(below(path, collection.folder))
    if collection.dated:
        date = DATED.fullmatch(found)
        return f"{collection.route}/{'/'.join(date.groups())}" if date else None
    return f"{collection.route}/{found}"


def find_left_out(config: Config, path: str) -> str | None:
    """As ``Mount.left_out``: the folder of a collection that code shows in ways that are not followed."""
    if within(path, config.pages) or (config.starlight and within(path, config.starlight.folder)):
        return None
    collection = find_collection(config, path)
    is_hidden = collection is None or any(part.startswith("_") for part in below(path, collection.folder).split("/"))
    return None if is_hidden or collection is None else collection.folder


def find_address(config: Config, taken: frozenset[str], path: str, document: Document) -> Address | None:
    """The address of a page. ``taken``: addresses of all documents; a page of the default language also answers in
    every language that does not translate it."""
    url = find_url(config, path, document)
    if url is None:
        return None
    starlight = config.starlight
    home, lang, also = url == "/", None, []
    is_docs = starlight is not None and within(path, starlight.folder)
    if starlight and is_docs:
        locale, rest = split_locale(starlight, url[1:])
        lang = starlight.locales.get(locale)
        home = not rest
        if locale == starlight.default:
            also = [f"/{other}/{rest}".rstrip("/") for other in starlight.locales if other != locale]
            also = [each for each in also if each not in taken]
            if home and locale:
                also.append("/")
    matter = document.front_matter or {}
    forms = [form for each in (url, *also) for form in (each, each.rstrip("/") + "/")]
    return Address(
        with_slash(config, url),
        also=tuple(dict.fromkeys([*forms, f"{url}.md"] if config.texts and url != "/" else forms)),
        kind="home" if home else "article",
        published=matter.get("draft") is not True,
        lang=lang,
        root=home,
        # What Astro's own pages list cannot be told from the outside.
        orphan="intended" if url.endswith("/404") or url == "/404" else "checked" if is_docs else "unknown",
    )


def with_slash(config: Config, url: str) -> str:
    """The URL as the site writes it: with a slash at its end unless the config forbids it."""
    return url if config.slash == "never" or url == "/" else url + "/"


def taken_urls(config: Config, documents: Mapping[str, Document]) -> Iterable[str]:
    """Addresses of all documents, without a slash at the end."""
    for path, document in documents.items():
        url = find_url(config, path, document)
        if url is not None:
            yield url
