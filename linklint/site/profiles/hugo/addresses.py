"""Hugo: a page's address. After ``resources/page/page_paths.go``, ``permalinks.go`` and ``common/paths``;
https://gohugo.io/content-management/urls/."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from linklint.site.paths import name, parent
from linklint.site.profiles.hugo.config import Config, Place
from linklint.site.profiles.manifests import as_list

DATE = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2}).*", re.DOTALL)
DATED_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})[-_ ]?(.*)")
TOKEN = re.compile(r":(sections(?:\[[^\]]*\])?|sectionslugs(?:\[[^\]]*\])?|[a-z_]+)")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KEPT = frozenset("./\\_#+~-@")
KEPT_IN_ASCII = re.compile(r"[a-zA-Z0-9./\\_#+~\-@]*")


def make_path(config: Config, text: str) -> str:
    """``MakePathSanitized``: spaces become hyphens, what has no place in a path goes, all in lower case."""
    if KEPT_IN_ASCII.fullmatch(text):  # most paths, in a fraction of the time
        return text if config.get("disablepathtolower") is True else text.lower()
    if config.get("removepathaccents") is True:
        text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    out = ""
    for index, char in enumerate(text.strip()):
        if (
            char in KEPT
            or unicodedata.category(char)[0] in "LMN"
            or (char == "%" and re.match("%[0-9A-Fa-f]{2}", text[index:]))
        ):
            out += char
        elif char.isspace() and not out.endswith("-"):
            out += "-"
    return out if config.get("disablepathtolower") is True else out.lower()


def read_day(config: Config, place: Place, matter: Mapping[str, Any]) -> date | None:
    """The page's date: the front matter's, by the configured keys (https://gohugo.io/configuration/front-matter/)."""
    return next((day for _, day in _list_days(config, place, matter)), None)


def _find_slug(config: Config, place: Place, matter: Mapping[str, Any]) -> str:
    """The front matter's; else, where the date is read off the name of the file or the bundle, what follows it there
    (``pagemeta/page_frontmatter.go``)."""
    given = matter.get("slug")
    if given and not isinstance(given, bool):
        return str(given)
    key, _ = next(_list_days(config, place, matter), ("", None))
    dated = DATED_NAME.fullmatch(name(place.logical)) if key == ":filename" and place.kind != "section" else None
    return dated[2].strip(" -_") if dated else ""


def _list_days(config: Config, place: Place, matter: Mapping[str, Any]) -> Iterator[tuple[str, date]]:
    """The keys that tell a date, with the date: the first counts."""
    keys: list[str] = []
    for key in map(str, as_list(config.get("frontmatter", "date")) or [":default"]):
        keys += (
            ["date", "publishdate", "pubdate", "published", "lastmod", "modified"]
            if key == ":default"
            else [key.lower()]
        )
    stem = name(place.logical)
    for key in keys:
        text = stem if key == ":filename" else str(matter.get(key) or "")
        match = DATE.fullmatch(text)
        if match:
            with suppress(ValueError):
                yield key, date(int(match[1]), int(match[2]), int(match[3]))


def find_url(config: Config, place: Place, matter: Mapping[str, Any]) -> str:
    """The page's URL path, with its language. ``matter``: the front matter with its keys in lower case."""
    prefix = language_prefix(config, place.lang)
    given = matter.get("url")
    if isinstance(given, str) and given:
        inner = _fill(config, given, place, matter) if ":" in given else given
        full = inner if inner.startswith("/") else f"{prefix}/{inner}"
        return finish(full, ugly=False, given=True)
    if not place.logical and place.kind != "page":
        return prefix + "/"
    section = place.logical.partition("/")[0] if "/" in place.logical or place.kind == "section" else ""
    pattern = find_pattern(config, place, section)
    if pattern:
        inner = _fill(config, pattern, place, matter)
    elif place.kind != "section" and (slug := _find_slug(config, place, matter)):
        inner = f"{make_path(config, parent(place.logical))}/{make_path(config, slug)}"
    else:
        inner = make_path(config, place.logical)
    ugly = place.kind != "section" and is_ugly(config, section)
    return finish(f"{prefix}/{inner.strip('/')}", ugly=ugly, given=False)


def is_ugly(config: Config, section: str) -> bool:
    """Whether pages of the section are files with an ending. Before Hugo 0.123 its list was one, too."""
    said = config.get("uglyurls")
    return said is True or (isinstance(said, dict) and said.get(section.lower()) is True)


def finish(url: str, *, ugly: bool, given: bool) -> str:
    """One leading slash, no double ones; a folder, unless the last segment has an extension that the author gave."""
    url = re.sub("/+", "/", f"/{url}")
    if url.endswith("/"):
        return url
    if given and "." in url.rpartition("/")[2]:
        return url
    return f"{url}.html" if ugly else f"{url}/"


def language_prefix(config: Config, lang: str) -> str:
    """``/fr`` for a language that has a folder of its own; empty where it has a host of its own."""
    own = config.get("languages", lang, "baseurl")
    if own:
        return ""
    return f"/{lang}" if lang != config.default or config.get("defaultcontentlanguageinsubdir") is True else ""


def find_pattern(config: Config, place: Place, section: str) -> str | None:
    """The permalink pattern of the page's section and kind."""
    for permalinks in (config.get("languages", place.lang, "permalinks"), config.get("permalinks")):
        if isinstance(permalinks, dict):
            kind = "section" if place.kind == "section" else "page"
            group = permalinks.get(kind)
            found = group.get(section.lower()) if isinstance(group, dict) else None
            if found is None and place.kind != "section" and isinstance(permalinks.get(section.lower()), str):
                found = permalinks[section.lower()]
            if isinstance(found, str):
                return found
    return None


def _fill(config: Config, pattern: str, place: Place, matter: Mapping[str, Any]) -> str:
    day = read_day(config, place, matter)
    stem = name(place.logical)
    slug = _find_slug(config, place, matter)
    title = str(matter.get("title") or "")
    sections = find_sections(config, place)
    values = {
        "section": sections[0] if sections else "", "title": make_path(config, title.replace("/", "-")),
        "slug": make_path(config, slug or title or stem), "slugorfilename": make_path(config, slug or stem),
        "filename": make_path(config, stem), "contentbasename": make_path(config, stem),
        "slugorcontentbasename": make_path(config, slug or stem),
        "sectionslug": make_path(config, sections[0]) if sections else "",
    }  # fmt: skip
    if day is not None:
        values |= {
            "year": f"{day.year:04d}", "month": f"{day.month:02d}", "day": f"{day.day:02d}",
            "monthname": MONTHS[day.month - 1], "weekday": str((day.weekday() + 1) % 7),
            "weekdayname": DAYS[day.weekday()], "yearday": str(day.timetuple().tm_yday),
        }  # fmt: skip

    def put(match: re.Match[str]) -> str:
        key, _, slice_ = match[1].partition("[")
        if key in ("sections", "sectionslugs"):
            return "/".join(make_path(config, each) for each in cut(sections, slice_.rstrip("]")))
        return values.get(key, "")

    filled = TOKEN.sub(put, pattern)
    return filled if config.get("disablepathtolower") is True else filled.lower()


def find_sections(config: Config, place: Place) -> list[str]:
    """The names of the sections that hold the page: folders at the top, and those with an ``_index``, down to the
    last of them. A bundle's folder is itself no section."""
    folder = place.logical if place.kind == "section" else parent(place.logical)
    while "/" in folder and folder not in config.sections:
        folder = parent(folder)
    return [each for each in folder.split("/") if each]


def cut(sections: list[str], slice_: str) -> list[str]:
    """Hugo's slices: ``[1:]``, ``[:last]``, ``[last]``, ``[0]``."""
    if not slice_:
        return sections

    def number(text: str, default: int) -> int:
        return len(sections) - 1 if text == "last" else int(text) if text.isdigit() else default

    if ":" in slice_:
        first, _, last = slice_.partition(":")
        return sections[number(first, 0) : number(last, len(sections))]
    index = number(slice_, 0)
    return sections[index : index + 1]
