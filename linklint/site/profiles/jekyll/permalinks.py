"""Jekyll: a file's address. After ``lib/jekyll/url.rb``, ``drops/url_drop.rb``, ``page.rb``, ``document.rb``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from linklint.site.paths import below, extension, name, parent
from linklint.site.profiles.jekyll.config import Config, Place, is_markdown
from linklint.site.profiles.manifests import as_list

DATED = re.compile(r"(?:.*/)?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)\.[^.]+")
TIME = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{0,2})?)?.*",
    re.DOTALL,
)
TOKEN = re.compile(r":([a-z_]+)")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
PRETTY = "._~!$&'()+,;=@"


def slugify(text: str, *, kept: str = "", cased: bool = False) -> str:
    """``Utils.slugify``: letters, marks, decimal digits and ``kept`` stay, all else becomes one hyphen."""
    slug = "".join(
        char if char in kept or unicodedata.category(char)[0] in "LM" or char.isdecimal() else "\0" for char in text
    )
    slug = re.sub("\0+", "-", slug).strip("-")
    return slug if cased else slug.lower()


def read_day(text: object, timezone: bool) -> tuple[date | None, bool]:
    """The day that a written time falls on, and whether that depends on where the site is built. A time with an offset
    is taken in UTC unless the site has a time zone of its own (then the written day is the best guess)."""
    found = TIME.fullmatch(str(text)) if isinstance(text, str) else None
    if not found:
        return None, False
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if not found[7]:
            return day, False
        offset = _offset(found[7])
        moment = datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), tzinfo=UTC) - offset
    except (ValueError, OverflowError):
        return None, False
    return (day, True) if timezone else (moment.date(), True)


def _offset(text: str) -> timedelta:
    if text in ("Z", "UTC", "GMT"):
        return timedelta(0)
    digits = text[1:].replace(":", "").ljust(4, "0") if len(text) != 2 else f"0{text[1]}00"
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]))
    return -size if text[0] == "-" else size


def page_template(output: str, is_index: bool, style: str) -> str:
    """The address of a page that has no permalink of its own."""
    if output != ".html":
        return "/:path/:basename:output_ext"
    return "/:path/" if is_index else with_suffix("/:path/:basename", style)


def with_suffix(template: str, style: str) -> str:
    """``Utils.add_permalink_suffix``."""
    if style == "pretty":
        return template + "/"
    if style in ("date", "ordinal", "none"):
        return template + ":output_ext"
    return template + ("/" if style.endswith("/") else ":output_ext" if style.endswith(":output_ext") else "")


def find_urls(config: Config, path: str, place: Place, data: Mapping[str, Any]) -> list[str]:
    """The file's address, then those that it may have instead, by the time zone of the machine that builds."""
    output = ".html" if is_markdown(config, path) else f".{extension(path)}" if extension(path) else ""
    said = data.get("permalink")
    permalink = str(said) if isinstance(said, str | int | float) and not isinstance(said, bool) and str(said) else None
    relative = below(path, config.source)
    if place.collection is None:
        stem = name(relative)[: -len(extension(path)) - 1] if extension(path) else name(relative)
        is_readme = stem.lower() == "readme" and "jekyll-readme-index" in config.plugins and output == ".html"
        if is_readme and not permalink and parent(path) not in config.indexed:
            stem = "index"
        style = config.style
        template = permalink or page_template(output, stem == "index", style)
        values = {"path": parent(relative), "basename": stem, "output_ext": output}
        return [sanitize(_fill_page(template, values))]
    dated = DATED.fullmatch(relative)
    day, doubtful = read_day(data.get("date"), bool(config.values.get("timezone")))
    if day is None and dated:
        day = read_day(_four_digits(dated[1]), False)[0]
    default = place.collection.permalink or with_suffix("/:collection/:path", config.style)
    template = permalink or default
    days = [day]
    if day is not None and doubtful:
        days += [day - timedelta(days=1), day + timedelta(days=1)]
    return list(dict.fromkeys(sanitize(_fill(template, config, path, place, data, each, output)) for each in days))


def _four_digits(text: str) -> str:
    year, rest = text.split("-", 1)
    return f"{int(year) + 2000 if len(year) == 2 else int(year):04d}-{rest}"


def _fill_page(template: str, values: Mapping[str, str]) -> str:
    for key, value in values.items():
        template = template.replace(f":{key}", value)
    return template


def _fill(
    template: str, config: Config, path: str, place: Place, data: Mapping[str, Any], day: date | None, output: str
) -> str:
    collection = place.collection
    label = collection.label if collection else ""
    relative = below(path, config.source)
    ending = len(extension(path)) + 1 if extension(path) else 0
    stem = name(relative)[:-ending] if ending else name(relative)
    dated = DATED.fullmatch(relative)
    slug = str(data["slug"]) if data.get("slug") is not None else dated[2] if dated else stem
    inner = below(path, collection.folder) if collection and label != "posts" else relative
    values: dict[str, Callable[[], str]] = {
        "output_ext": lambda: output,
        "path": lambda: inner[: len(inner) - ending].rstrip("."),
        "collection": lambda: label,
        "name": lambda: slugify(stem),
        "title": lambda: slugify(slug, kept=PRETTY, cased=True),
        "slug": lambda: slugify(slug),
        "categories": lambda: "/".join(
            dict.fromkeys(each.lower() for each in find_categories(config, path, place, data))
        ),
        "slugified_categories": lambda: "/".join(
            dict.fromkeys(slugify(each) for each in find_categories(config, path, place, data))
        ),
    }
    if day is not None:
        values.update(_day_values(day))

    def put(match: re.Match[str]) -> str:
        key = match[1]
        if key in values:
            return values[key]()
        if key.endswith("_") and key[:-1] in values:
            return values[key[:-1]]() + "_"
        return ""

    return TOKEN.sub(put, template)


def _day_values(day: date) -> dict[str, Callable[[], str]]:
    year, week, weekday = day.isocalendar()
    values = {
        "year": f"{day.year:04d}", "month": f"{day.month:02d}", "day": f"{day.day:02d}", "i_day": str(day.day),
        "i_month": str(day.month), "short_month": MONTHS[day.month - 1][:3], "long_month": MONTHS[day.month - 1],
        "short_year": f"{day.year % 100:02d}", "w_year": str(year), "week": f"{week:02d}", "w_day": str(weekday),
        "short_day": DAYS[weekday - 1][:3], "long_day": DAYS[weekday - 1], "y_day": f"{day.timetuple().tm_yday:03d}",
        "hour": "00", "minute": "00", "second": "00",
    }  # fmt: skip
    return {key: (lambda value=value: value) for key, value in values.items()}  # type: ignore[misc]  # a bound default


def find_categories(config: Config, path: str, place: Place, data: Mapping[str, Any]) -> list[str]:
    """The folders above ``_posts``, then the categories of the front matter; each once."""
    before = f"/{below(path, config.source)}".partition("/_posts/")[0].strip("/") if place.kind == "post" else ""
    folders = [segment for segment in before.split("/") if segment and not segment.startswith("_")]
    said: list[str] = []
    for key in ("categories", "category"):
        value = data.get(key)
        if key == "categories" and isinstance(value, str):
            said.extend(value.split())
        elif value is not None:
            said.extend(str(each) for each in as_list(value))
    return list(dict.fromkeys([*folders, *said]))


def sanitize(url: str) -> str:
    """``URL.sanitize_url``: one leading slash, no ``./``, no double slashes."""
    url = f"/{url}".replace("..", "/").replace("./", "")
    return re.sub("/+", "/", url)
