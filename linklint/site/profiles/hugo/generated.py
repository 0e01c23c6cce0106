"""Hugo: addresses that have no file among the content: lists of sections and terms, pagination, output formats."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from linklint.model.files import Names
from linklint.site.paths import ancestors, extension, within
from linklint.site.profiles.hugo.addresses import language_prefix
from linklint.site.profiles.hugo.config import Config, as_list, find_place
from linklint.site.profiles.hugo.links import Known

PAGES = re.compile(r"(?P<folder>/(?:.*/)?)page/\d+/?")
OTHER_MARKUP = frozenset({"adoc", "asciidoc", "ad", "org", "rst", "pandoc", "pdc"})


class Made(msgspec.Struct, frozen=True):
    """``lists``: URLs of sections without a file. ``terms``: URLs of taxonomies and terms, letters and digits only.
    ``elsewhere``: URL prefixes of content mounted from elsewhere. ``markup``: URLs of pages in other markup."""

    lists: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    elsewhere: tuple[str, ...] = ()
    markup: frozenset[str] = frozenset()


def made_by_hugo(known: Known, names: Names) -> Made:
    """All of them."""
    config = known.config
    urls = {address.url for address in known.addresses.values()}
    lists = {f"{language_prefix(config, lang)}/" for lang in config.langs}
    for address in known.addresses.values():
        lists.update(f"/{folder}/" for folder in ancestors(address.url.strip("/")) if folder)
    terms: set[str] = set()
    for taxonomy, plural in find_taxonomies(config).items():
        for lang in config.langs:
            terms.add(bare(f"{language_prefix(config, lang)}/{plural}"))
        for path, matter in known.matters.items():
            place = find_place(config, path)
            prefix = language_prefix(config, place.lang) if place else ""
            for term in _terms(matter, plural) + _terms(matter, taxonomy):
                terms.add(bare(f"{prefix}/{plural}/{term}"))
    markup = set()
    for path in names.files:
        place = find_place(config, path) if extension(path) in OTHER_MARKUP else None
        if place is not None:
            markup.add(f"{language_prefix(config, place.lang)}/{place.logical.lower()}".rstrip("/"))
    elsewhere = tuple(f"/{each.strip('/')}" for each in config.missing if each.strip("/"))
    return Made(frozenset(lists - urls), frozenset(terms), elsewhere, frozenset(markup))


def find_taxonomies(config: Config) -> dict[str, str]:
    """Singular → plural."""
    said = config.get("taxonomies")
    if isinstance(said, dict):
        return {str(key): str(value).lower() for key, value in said.items()}
    return {"tag": "tags", "category": "categories"}


def _terms(matter: Mapping[str, Any], key: str) -> list[str]:
    return [str(each).lower() for each in as_list(matter.get(key.lower())) if isinstance(each, str | int)]


def bare(url: str) -> str:
    """The letters and digits of a URL and its slashes: Hugo's way with other characters in terms is its own."""
    return "".join(char for char in url.lower().strip("/") if char.isalnum() or char == "/")


def find_opaque(config: Config, made: Made, url: str) -> str | None:
    """Why a page may be at the URL all the same."""
    folder = url if url.endswith("/") else url + "/"
    if folder in made.lists:
        return "a list that Hugo makes of a section"
    if bare(url) in made.terms:
        return "a list that Hugo makes of a taxonomy"
    if url.rstrip("/") in made.markup:
        return "a page in a markup that linklint does not read"
    if any(within(url.strip("/"), prefix.strip("/")) for prefix in made.elsewhere):
        return "content that is mounted from elsewhere"
    found = PAGES.fullmatch(url)
    if found:
        return "a page of a paginated list"
    if extension(url) in ("xml", "json", "txt", "webmanifest", "ics"):
        return "a file of another output format"
    return None
