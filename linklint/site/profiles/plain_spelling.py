"""Markdown whose fragments are spelled as another program than GitHub spells them: dots and brackets of a heading are
kept, as in ``README.md#system.text-namespace``. What programs write of code is linked so where sites show it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from linklint.model.document import Document
from linklint.site.paths import join, parent

KEPT = re.compile(r"#[^#%]*[.:,()]")
"""What no fragment of GitHub's has (https://github.com/Flet/github-slugger)."""
FEW = 5
MANY = 40


def find_spelled(documents: Mapping[str, Document], written: AbstractSet[str]) -> frozenset[str]:
    """The folders at the top in which many files name several fragments, with signs that GitHub drops, which are
    headings in lower case, with dashes for blanks. ``written``: all destinations."""
    wanted = {href for href in written if "#" in href and KEPT.search(href)}
    files: dict[str, set[str]] = {}
    found: dict[str, set[tuple[str, str]]] = {}
    for path, document in documents.items() if len(wanted) >= FEW else ():
        for href in {link.href for link in document.links} & wanted if "/" in path else ():
            file, _, fragment = href.partition("#")
            target = join(parent(path), file) if file else path
            if target is not None and target in documents and fragment in _spell_headings(documents[target]):
                top = path.partition("/")[0]
                files.setdefault(top, set()).add(path)
                found.setdefault(top, set()).add((target, fragment))
    return frozenset(top for top, here in found.items() if len(here) >= FEW and len(files[top]) >= MANY)


def _spell_headings(document: Document) -> set[str]:
    return {heading.text.lower().replace(" ", "-") for heading in document.headings}
