"""Hugo: addresses that have no file among the content: lists of sections and terms, pagination, output formats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import ancestors, extension, within
from linklint.site.profile import Lookup, Standing
from linklint.site.profiles.hugo.addresses import language_prefix, make_path
from linklint.site.profiles.hugo.config import Config, find_place
from linklint.site.profiles.hugo.links import Known, find_lookups
from linklint.site.profiles.manifests import as_list

PAGES = re.compile(r"(?P<folder>/(?:.*/)?)page/\d+/?")
OTHER_MARKUP = frozenset({"adoc", "asciidoc", "ad", "org", "rst", "pandoc", "pdc"})


class Made(msgspec.Struct, frozen=True):
    """``certain``: URLs of lists that Hugo makes whatever templates say. ``lists``: URLs of sections without a file.
    ``terms``: URLs of taxonomies and terms, letters and digits only. ``elsewhere``: URL prefixes of content mounted
    from elsewhere. ``markup``: URLs of pages in other markup."""

    certain: frozenset[str] = frozenset()
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
    for path in names.ending(*OTHER_MARKUP):
        place = find_place(config, path)
        if place is not None:
            markup.add(f"{language_prefix(config, place.lang)}/{place.logical.lower()}".rstrip("/"))
    elsewhere = tuple(f"/{each.strip('/')}" for each in config.missing if each.strip("/"))
    certain = {url for url in certain_lists(known, names) if url not in urls}
    return Made(frozenset(certain), frozenset(lists - urls), frozenset(terms), elsewhere, frozenset(markup))


def certain_lists(known: Known, names: Names) -> Iterator[str]:
    """URLs of sections and terms whatever the templates are: every folder at the top of the content is a section
    (https://gohugo.io/content-management/sections/), every taxonomy and term that a page has is a list, unless the
    config switches the kind off."""
    config = known.config
    off = {str(each).lower() for each in as_list(config.get("disablekinds"))}
    if "section" not in off:
        for path in names.ending("md", "markdown", "html"):
            place = find_place(config, path)
            if place is not None and "/" in place.logical + ("/" if place.kind == "section" else ""):
                top = make_path(config, place.logical.partition("/")[0])
                yield f"{language_prefix(config, place.lang)}/{top}/"
    if off & {"taxonomy", "term", "taxonomyterm"}:
        return
    for taxonomy, plural in find_taxonomies(config).items():
        for path, matter in known.matters.items():
            place = find_place(config, path) if path in known.addresses else None
            for term in _terms(matter, plural) + _terms(matter, taxonomy) if place is not None else ():
                prefix = language_prefix(config, place.lang if place else config.default)
                yield f"{prefix}/{make_path(config, plural)}/"
                yield f"{prefix}/{make_path(config, plural)}/{make_path(config, term.replace('/', '-'))}/"


def find_listed(known: Known, made: Made, standing: Standing, destination: Destination) -> list[Lookup]:
    """The ways to read a destination, the last one as a list of Hugo's."""
    found = find_lookups(known, standing, destination)
    urls = (f"{each.path.rstrip('/')}/" for each in found if each.kind == "url")
    listed = next((url for url in urls if url in made.certain), None)
    place = next((number for number, each in enumerate(found) if each.kind == "opaque"), len(found))
    return found if listed is None else [*found[:place], Lookup("ok", listed, "a list that Hugo makes")]


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


def find_opaque(made: Made, url: str) -> str | None:
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
