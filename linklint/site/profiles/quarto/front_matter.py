"""Links that front matter writes: below a person's words (``about``), in lists, and beside a page
(https://quarto.org/docs/websites/website-about.html, https://quarto.org/docs/websites/website-listings.html,
https://quarto.org/docs/output-formats/html-basics.html#other-links)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linklint.model.document import Document, WrittenLink
from linklint.model.place import pack_spans
from linklint.site.front_matter_places import find_span
from linklint.site.profile import Read
from linklint.site.profiles.manifests import as_list, get_table

ABOUT = "about"
BESIDE = ("other-links", "code-links")
DESTINATIONS = ("href", "url", "file")
Entry = tuple[str, Any, tuple[str, ...]]


def find_front_matter_links(read: Read, path: str, document: Document) -> Iterator[WrittenLink]:
    """The links of the page's front matter, each with the key at its top as ``prop``."""
    matter = document.front_matter or {}
    text = ""
    for top, entry, keys in _list_entries(matter):
        key = next((each for each in keys if isinstance(entry, dict) and isinstance(entry.get(each), str)), "")
        href = entry.get(key) if isinstance(entry, dict) else entry
        if isinstance(href, str) and href.strip():
            text = text or (read(path) or b"").decode("utf-8-sig", "replace")
            shown = (entry.get("text") or entry.get("title")) if isinstance(entry, dict) else None
            span = find_span(text, href, document.front_matter_lines.get(top, 1), key)
            title = str(shown or "")
            yield WrittenLink("frontmatter", "a", href, href, title, pack_spans(span), made=not title, prop=top)


def _list_entries(matter: dict[str, Any]) -> Iterator[Entry]:
    """The key at the top, the entry, and the keys of which the first names its destination."""
    for entry in as_list(get_table(matter, ABOUT).get("links")):
        yield ABOUT, entry, DESTINATIONS
    for listing in as_list(matter.get("listing")):
        for entry in list_items(listing):
            yield "listing", entry, ("path",)
    for key in BESIDE:
        for entry in as_list(matter.get(key)):
            if isinstance(entry, dict):  # a word stands for one that Quarto makes
                yield key, entry, DESTINATIONS


def list_items(listing: Any) -> list[Any]:
    """The entries that a list writes out itself. What a template of the author's makes of them is not known."""
    if not isinstance(listing, dict) or "template" in listing:
        return []
    return [each for each in as_list(listing.get("contents")) if isinstance(each, dict)]
