"""Variables that a page sets itself, to be put into its destinations: ``{% assign log = "https://…" %}``
(https://shopify.github.io/liquid/tags/variable/)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linklint.model.document import Document
from linklint.site.profile import Read

SETS = re.compile(
    r"\{%-?\s*(?:assign|capture|for|tablerow|increment|decrement)\s+([\w-]+)"
    r"(?:\s*=\s*(?:\"([^\"\n]*)\"|'([^'\n]*)')\s*-?%\})?"
)


def find_assigned(documents: Mapping[str, Document], read: Read) -> Mapping[str, Mapping[str, str]]:
    """Path → name → text, of the documents with expressions in their destinations."""
    found = {}
    for path, document in documents.items():
        if any("{{" in link.href for link in document.links):
            values = read_assigned((read(path) or b"").decode("utf-8", "replace"))
            if values:
                found[path] = values
    return found


def read_assigned(text: str) -> dict[str, str]:
    """The names that are set to one text, and never to anything else."""
    said: dict[str, set[str | None]] = {}
    for match in SETS.finditer(text):
        said.setdefault(match[1], set()).add(match[2] if match[2] is not None else match[3])
    return {name: value for name, values in said.items() for value in values if len(values) == 1 and value is not None}
