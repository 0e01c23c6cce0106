"""Eleventy: what all templates of a site make: pages, other files, addresses of a form."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from linklint.data.javascript import UNKNOWN
from linklint.model.document import Document
from linklint.model.glob import compile_glob
from linklint.site.paths import join, name
from linklint.site.profile import Address, Read
from linklint.site.profiles.eleventy.addresses import Permalink, find_permalink, other_urls
from linklint.site.profiles.eleventy.cascade import Cascade, Data, as_tags, read_matter, strip_format
from linklint.site.profiles.eleventy.config import Config
from linklint.site.profiles.eleventy.pagination import find_groups, find_pages
from linklint.site.profiles.eleventy.redirecting import REFRESH, find_old_addresses
from linklint.site.profiles.eleventy.sources import FRONT_MATTER, HTML, is_maybe_ignored, is_source
from linklint.site.profiles.eleventy.templates import Collection
from linklint.source.front_matter import read_front_matter


class Made(msgspec.Struct, frozen=True):
    """What the templates of the site make: pages by path, files by address, patterns of addresses; their data.
    ``redirects`` as ``find_old_addresses`` gives them."""

    addresses: dict[str, Address] = {}
    made: dict[str, str] = {}
    patterns: list[tuple[str, str]] = []
    data: dict[str, Data] = {}
    matters: dict[str, Data] = {}
    redirects: dict[str, tuple[str, str]] = {}


def find_made(
    cascade: Cascade, drafts: bool, custom: Mapping[str, Collection], documents: Mapping[str, Document]
) -> Made:
    """The address of every template. ``drafts``: the repository leaves drafts out. ``custom``: the collections that
    the config adds."""
    config = cascade.config
    found = find_data(cascade, documents)
    groups = find_groups(found.data, drafts)
    counts = {name: _count(config, each, found.data) for name, each in custom.items()}
    globals_ = cascade.named_globals()
    for path, data in found.data.items():
        permalink = find_permalink(config, path, data)
        if permalink.url is None:
            continue
        urls = find_pages(config, path, data, globals_, groups, counts)
        if not urls and "pagination" in data:
            text = (cascade.read(path) or b"").decode("utf-8-sig", "replace")
            old = find_old_addresses(text, data, found.data)
            if old and REFRESH.search(text):
                found.redirects.update(old)
                continue
            urls = list(old)
        if urls:
            permalink = Permalink(urls[0], None, tuple(urls[1:]))
        if path in documents and permalink.is_page:
            found.addresses[path] = make_address(config, path, data, permalink, drafts)
        else:
            for url in (permalink.url or "/", *permalink.also):
                for each in (url, *other_urls(url)):
                    found.made.setdefault(each, path)
        if permalink.pattern is not None:
            found.patterns.append((permalink.pattern, path))
    return found


def find_data(cascade: Cascade, documents: Mapping[str, Document]) -> Made:
    """The data of every template, addresses left open."""
    config, names, read = cascade.config, cascade.names, cascade.read
    found = Made({}, {}, [], {}, {}, {})

    def show(path: str) -> Data:
        if path not in found.matters:
            if path in documents:
                written = documents[path].front_matter
            else:
                written = read_front_matter(read(path) or b"", FRONT_MATTER)
            found.matters[path] = read_matter(path, read, written)
        return found.matters[path]

    for path in documents:
        show(path)
    for path, file in names.files.items():
        is_page = path in documents and is_source(config, path) and not config.is_template_folder(path)
        if is_page or (file.kind == "file" and _is_other_template(config, path)):
            found.data[path] = cascade.find(path, show(path) if is_page else _code_data(path, read), show)
    return found


def _count(config: Config, custom: Collection, data: Mapping[str, Data]) -> int | None:
    """How many templates a collection of the config holds."""
    if not custom.sure or custom.everything:
        return None
    globs = [join(config.root, glob) or "" if not glob.startswith("**/") else glob for glob in custom.globs]
    try:
        matchers = [compile_glob(glob) for glob in globs]
    except ValueError:
        return None
    return sum(
        any(matches(path) for matches in matchers) or not set(custom.tags).isdisjoint(as_tags(each.get("tags")))
        for path, each in data.items()
    )


def _is_other_template(config: Config, path: str) -> bool:
    """Whether the file is a template that is written in neither HTML nor Markdown."""
    code = any(path.endswith("." + ending) for ending in config.formats if ending not in ("md", *HTML))
    return code and is_source(config, path) and not config.is_template_folder(path)


def _code_data(path: str, read: Read) -> Data:
    """The permalink of a template in JavaScript, as far as it is a plain text."""
    text = (read(path) or b"").decode("utf-8", "replace")
    said = re.findall(r"\bpermalink\b\s*(?::|=|\(.*?\)\s*\{\s*return)\s*(?:[\"'`]([^\"'`$]*)[\"'`]|(\w+|\S))", text)
    if not said:
        return {}
    plain, word = said[0]
    if word.isidentifier():
        named = re.search(rf"\b(?:const|let|var)\s+{word}\s*=\s*[\"'`]([^\"'`$]*)[\"'`]", text)
        plain, word = (named[1], "") if named else (plain, word)
    return {"permalink": plain if len(said) == 1 and not word else UNKNOWN}


def make_address(config: Config, path: str, data: Data, permalink: Permalink, drafts: bool) -> Address:
    """The page that Eleventy makes of a template."""
    url = permalink.url or "/"
    stem = strip_format(config, name(path))
    kind = "home" if url == "/" else "section" if stem == "index" else "article"
    kind = "pagination" if "pagination" in data else kind
    is_error = url in ("/404.html", "/404/", "/404")
    excluded = data.get("eleventyExcludeFromCollections") is True
    orphan = "intended" if is_error or excluded else "unknown" if is_maybe_ignored(config, path) else "checked"
    published = not (drafts and data.get("draft") is True)
    title = data.get("title")
    lang = data.get("lang") or data.get("locale")
    return Address(
        url,
        tuple(each for one in (url, *permalink.also) for each in (one, *other_urls(one)) if each != url),
        kind,
        published,
        lang=lang if isinstance(lang, str) and re.fullmatch(r"[A-Za-z]{2,3}(-\w+)*", lang) else None,
        orphan=orphan,
        title=title if isinstance(title, str) and "{" not in title else None,
    )
