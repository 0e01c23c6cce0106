"""Which pages show a collection whose code makes addresses of ids in ways that are not followed, as the links tell: of
the addresses below its name, many, nearly all are ids of its entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from linklint.model.document import Document
from linklint.site.destination import read_destination
from linklint.site.page_names import are_sure
from linklint.site.paths import name as base_name
from linklint.site.paths import within
from linklint.site.profiles.astro.addresses import find_url
from linklint.site.profiles.astro.config import Collection, Config

ENOUGH = 20
SURE = 9
"""Of so many addresses that name entries, one may name none."""


def with_evident_routes(config: Config, documents: Mapping[str, Document]) -> Config:
    """The config, with the routes that links tell of collections that have none."""
    if all(collection.route is not None for collection in config.collections):
        return config
    hrefs = {link.href for each in documents.values() for link in each.links if link.href[:1] == "/" != link.href[1:2]}
    base = config.base.rstrip("/")
    asked = {read_destination(href).path.removeprefix(base).rstrip("/") for href in hrefs}
    found = tuple(_with_route(config, collection, documents, sorted(asked)) for collection in config.collections)
    return msgspec.structs.replace(config, collections=found)


def _with_route(
    config: Config, collection: Collection, documents: Mapping[str, Document], asked: Sequence[str]
) -> Collection:
    if collection.route is not None:
        return collection
    for word in dict.fromkeys((collection.name, base_name(collection.folder))):
        shown = msgspec.structs.replace(collection, route=f"/{word}")
        below = {url for url in asked if url.startswith(f"/{word}/")}
        if len(below) < ENOUGH:
            continue
        alone = msgspec.structs.replace(config, collections=(shown,))
        entries = {path: each for path, each in documents.items() if within(path, collection.folder)}
        lost = below - {find_url(alone, path, document) for path, document in entries.items()}
        if are_sure(len(below) - len(lost), len(lost), enough=ENOUGH, to_one=SURE):
            return shown
    return collection
