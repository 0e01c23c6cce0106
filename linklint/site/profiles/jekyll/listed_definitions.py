"""Jekyll: reference labels that a partial makes of all documents of a collection:
``{% for topic in site.topics %} [topic {{ topic.title }}]: {{ topic.url }} {% endfor %}``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from linklint.site.profile import Address
from linklint.site.profiles.jekyll.config import Config, find_place
from linklint.site.profiles.liquid import FILTERS, fill

LOOP = re.compile(
    r"\{%-?\s*for\s+(\w+)\s+in\s+site\.(\w+)\s*-?%\}((?:(?!\{%-?\s*for\b).)*?)\{%-?\s*endfor\s*-?%\}", re.DOTALL
)
FILTERS_HERE = {**FILTERS, "default": lambda text, arguments: text or arguments[0] if len(arguments) == 1 else None}


class Item(NamedTuple):
    """A document of a collection: its address, and its front matter with defaults."""

    url: str
    matter: Mapping[str, Any]


def list_collections(
    config: Config, addresses: Mapping[str, Address], matters: Mapping[str, Mapping[str, Any]]
) -> dict[str, list[Item]]:
    """The documents of each collection, by its label."""
    found: dict[str, list[Item]] = {}
    for path, address in addresses.items():
        place = find_place(config, path)
        if place is not None and place.collection is not None and address.published:
            found.setdefault(place.collection.label, []).append(Item(address.url, matters.get(path, {})))
    return found


def list_definitions(
    text: str, definition: re.Pattern[str], collections: Mapping[str, list[Item]]
) -> Iterator[tuple[str, str]]:
    """Label and destination of each definition that a loop over a collection makes; those that cannot be worked out
    are left out."""
    for loop in LOOP.finditer(text):
        for found in definition.finditer(loop[3]):
            for item in collections.get(loop[2], ()):
                label, href = (fill_in(part, loop[1], item) for part in (found[1], found[2]))
                if "{{" not in label + href and label.strip() and href:
                    yield label, href


def fill_in(text: str, name: str, item: Item) -> str:
    """The text with what the loop's variable has put in; a key that is not there is empty."""

    def look(word: str) -> str | None:
        scope, _, key = word.partition(".")
        if scope != name or not key:
            return None
        value = item.url if key == "url" else item.matter.get(key, "")
        return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None

    return fill(text, look, FILTERS_HERE)
