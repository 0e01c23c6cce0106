"""Jekyll: addresses that templates put together of a folder and a value, ``/people/{{ name }}.html``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from linklint.site.destination import Destination, read_destination

HREF = re.compile(r"href(?<!\whref)\s{0,9}=\s{0,9}(?:\"([^\"<>]{1,500})\"|'([^'<>]{1,500})')")
SITE = re.compile(r"\{\{-?\s{0,9}site\.(?:url|baseurl)\s{0,9}(?:\|[^{}]{0,99})?\}\}")
MADE = re.compile(
    r"(?P<before>/[\w./-]{0,200})\{\{-?\s{0,9}+(?P<handed>include\.)?[^{}]{1,200}\}\}(?P<after>[^{}?#]{0,200})"
    r"(?:[?#].*)?"
)
# Behind a variable that is worked out elsewhere, as the folder of the page's language.
BEHIND = re.compile(r"\{\{-?\s{0,9}[a-z_]\w{0,50}\s{0,9}-?\}\}(?P<after>/[\w./-]{2,200})(?:[?#].*)?")
APPENDED = re.compile(r"""["'](/[\w./-]{1,200})["']\s{0,9}\|\s{0,9}append:\s{0,9}+(?!include\.)[A-Za-z_]""")


DEEP = 3


class MadeAddress(NamedTuple):
    """How such addresses begin, below a folder of the site or with nothing that is known, and how they end."""

    before: str
    after: str


def find_addresses_behind(text: str) -> Iterator[MadeAddress]:
    """Those of which a template writes all but the folder that they begin with."""
    for written in HREF.finditer(text):
        behind = BEHIND.fullmatch(SITE.sub("", written[1] or written[2]))
        if behind:
            yield MadeAddress("", behind["after"].rstrip("/").removesuffix(".html"))


def find_made_addresses(text: str) -> Iterator[MadeAddress]:
    """Those of a template. What a partial is handed by name may be one of a few, and is only told where the address
    names a folder in a folder."""
    for written in HREF.finditer(text):
        made = MADE.fullmatch(SITE.sub("", written[1] or written[2]))
        if made and made["before"].strip("/") and not (made["handed"] and made["before"].count("/") < DEEP):
            yield MadeAddress(made["before"], made["after"])
    for appended in APPENDED.finditer(text) if "append" in text else ():
        if appended[1].strip("/"):
            yield MadeAddress(appended[1], "")


def is_made(url: str, addresses: Collection[MadeAddress]) -> bool:
    """Whether the address of a page may be one of them."""
    bare = url.rstrip("/").removesuffix(".html")
    return any(
        url.startswith(before) and (url if before else bare).endswith(after) and len(url) > len(before) + len(after)
        for before, after in addresses
    )


def read_of_site(href: str) -> Destination:
    """The destination, without the site's own address before it."""
    return read_destination(SITE.sub("", href))
