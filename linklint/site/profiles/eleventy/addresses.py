"""Eleventy: a template's address. After ``src/TemplatePermalink.js``, ``src/TemplateFileSlug.js`` and
``src/Template.js`` of version 3."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from linklint.data.javascript import UNKNOWN
from linklint.site.paths import below, extension, join, name, parent
from linklint.site.pieces import join_with_anything
from linklint.site.profiles.eleventy.cascade import strip_format
from linklint.site.profiles.eleventy.config import Config
from linklint.site.profiles.liquid import FILTERS, Filter, fill
from linklint.source.slugs import sindresorhus_slug

DATED = re.compile(r"\d{4}-\d{2}-\d{2}-(.*)")
EXPRESSION = re.compile(r"\{%.{0,2000}%\}|\{\{.{0,500}?\}\}|<%.{0,500}?%>", re.DOTALL)
LATER_PAGES = re.compile(
    r"\{%-?\s*if\s+\(?\s*pagination\.pageNumber\s*(?:>\s*0|!==?\s*0|>=\s*1)?\s*\)?\s*-?%\}((?:(?!\{%).)*)"
    r"\{%-?\s*endif\s*-?%\}",
    re.DOTALL,
)
PAGES = frozenset({"html", "htm"})


class Permalink(NamedTuple):
    """``url`` is the address, None where the template writes none (``permalink: false``). ``pattern`` matches every
    address that the template may have, where it is not only one. ``also`` are those of its further pages."""

    url: str | None
    pattern: str | None = None
    also: tuple[str, ...] = ()

    @property
    def is_page(self) -> bool:
        """Whether what is written is shown by browsers as a page."""
        return self.url is not None and (self.url.endswith("/") or extension(self.url) in (*PAGES, ""))


def file_stem(config: Config, path: str) -> str:
    """``page.filePathStem``: the path from the input folder, without ending and date."""
    relative = below(path, config.input)
    stem = strip_format(config, name(relative))
    found = DATED.search(stem)
    return "/" + (join(parent(relative), found[1] if found else stem) or "")


def file_slug(config: Config, path: str) -> str:
    """``page.fileSlug``: the name without ending and date; of an index file its folder's."""
    stem = name(file_stem(config, path))
    if stem != "index":
        return stem
    folder = name(parent(below(path, config.input)))
    found = DATED.search(folder)
    return found[1] if found else folder


def default_url(config: Config, path: str) -> str:
    """The address without a permalink: a folder of the file's name; an index file and one that is named as its folder
    stand for the folder."""
    relative = below(path, config.input)
    folder, stem = parent(relative), strip_format(config, name(relative))
    start = f"/{folder}/" if folder else "/"
    return start if stem in ("index", name(folder)) and (folder or stem == "index") else f"{start}{stem}/"


def find_permalink(config: Config, path: str, data: Mapping[str, Any]) -> Permalink:
    """The address of a template with these data."""
    said = data.get("permalink")
    if isinstance(said, Mapping):
        said = said.get("build", False) if said else None
    if said is False:
        return Permalink(None)
    if said is UNKNOWN or not isinstance(said, str | int | float | type(None)):
        return _unknown(".*", path, config)
    if said is None or said == "":
        url = default_url(config, path)
        return Permalink(url, re.escape(url) + r"\d+(?:/(?:index\.html)?)?" if "pagination" in data else None)
    text = str(said)
    values = lookup(config, path, data)
    if data.get("dynamicPermalink") is False:
        return Permalink(as_url(text))
    if "pagination" in data:
        return _paginated(text, values, path, config)
    text = fill(text, values, PERMALINK_FILTERS)
    return _unknown(make_pattern(text), path, config, text) if EXPRESSION.search(text) else Permalink(as_url(text))


def _paginated(text: str, values: Callable[[str], str | None], path: str, config: Config) -> Permalink:
    """The first page's address, and the pattern of all."""
    first = fill(LATER_PAGES.sub("", text), values, PERMALINK_FILTERS)
    every = fill(LATER_PAGES.sub(lambda match: "{{ ? }}", text), values, PERMALINK_FILTERS)
    if EXPRESSION.search(first):
        return _unknown(make_pattern(every), path, config, first)
    if EXPRESSION.search(every):
        return Permalink(as_url(first), make_pattern(every))
    url = as_url(first)
    return Permalink(url, re.escape(url.rpartition("/")[0]) + r"/\d+/.*")


def _unknown(pattern: str, path: str, config: Config, text: str = "{{ ? }}") -> Permalink:
    """An address that cannot be told: one is made up that no link can have."""
    return Permalink(as_url(EXPRESSION.sub("{" + strip_format(config, name(path)) + "}", text)), pattern)


def make_pattern(text: str) -> str:
    """A regular expression of the addresses that a permalink with unknown expressions may give."""
    parts = re.split(EXPRESSION, as_url(text) if "{" not in text[:1] else text)
    pattern = re.sub(r"/(?:index\\\.html)?\Z", r"(?:/(?:index\\.html)?)?", join_with_anything(parts))
    return re.sub(r"\.\*index\\\.html\Z", r".*(?:index\\.html)?", pattern)  # the expression ends with the slash


def as_url(permalink: str) -> str:
    """``TemplatePermalink.toHref``: ``index.html`` is left out."""
    url = re.sub("/+", "/", "/" + permalink)
    return url[: -len("index.html")] if url.endswith("/index.html") else url


def lookup(config: Config, path: str, data: Mapping[str, Any]) -> Callable[[str], str | None]:
    """What the names in a template stand for: the page's own, and its data."""

    def look(word: str) -> str | None:
        if word == "page.fileSlug":
            return file_slug(config, path)
        if word == "page.filePathStem":
            return file_stem(config, path)
        if word == "page.outputFileExtension":
            return "html"
        if word == "page.inputPath":
            return "./" + below(path, config.root)
        value: Any = data
        for key in word.split("."):
            value = value.get(key) if isinstance(value, Mapping) else None
        if isinstance(value, str) and "{{" not in value:
            return value
        return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    return look


def _slugify(text: str, arguments: list[str]) -> str | None:
    return None if arguments else sindresorhus_slug(text)


def _simple_slug(text: str, arguments: list[str]) -> str | None:
    """The older filter ``slug``, of texts that both slug alike."""
    return None if arguments or not re.fullmatch(r"[\w \-]+", text, re.ASCII) else text.lower().replace(" ", "-")


PERMALINK_FILTERS: Mapping[str, Filter] = {
    **FILTERS,
    "slugify": _slugify,
    "slug": _simple_slug,
    "lower": FILTERS["downcase"],
    "url": lambda text, arguments: None if arguments else text,
}


def other_urls(url: str) -> list[str]:
    """Addresses at which servers show the same file."""
    if url.endswith("/"):
        return [url + "index.html", *([url[:-1]] if url != "/" else [])]
    if url.endswith(".html"):
        return [url[: -len(".html")]]
    return [url + ".html"] if "." not in url.rpartition("/")[2] else []
