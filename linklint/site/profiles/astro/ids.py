"""How the code of a page makes addresses of the ids of a collection's entries, where it does more than to take them."""

from __future__ import annotations

import re

from linklint.model.files import Names
from linklint.site.paths import extension, name, parent

# Posts named by date whose page takes their ids apart: "2024-01-15-name" at /2024/01/15/name.
BY_DATE = "[year]/[month]/[day]/[slug].astro"
DATE_OF_ID = re.compile(r"""\.(?:id|slug)\.match\(\s*/\^\(\\d\{4\}\)-\(\\d\{2\}\)-\(\\d\{2\}\)-\(\.[+*]\)\$?/\s*\)""")
DATED_PARAMETERS = re.compile(
    r"\[\s*,\s*year,\s*month,\s*day,\s*slug\s*\]\s*=[\s\S]*?params:\s*\{\s*year,\s*month,\s*day,\s*slug\s*,?\s*\}"
)
OF_LANGUAGE = re.compile(r"(?:[^\[\]]+/)?\[(?:lang|language|lng|locale)\]")
LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
ENTRIES = frozenset({"md", "mdoc", "mdx"})


def is_by_language(route: str, folder: str, names: Names) -> bool:
    """Whether the last part of the route is a language, and the entries lie in folders of several languages and in
    nothing else: then their ids begin with it."""
    if OF_LANGUAGE.fullmatch(route) is None:
        return False
    inner = [name(each) for each in names.directories if parent(each) == folder]
    alone = any(parent(path) == folder and extension(path) in ENTRIES for path in names.below(folder))
    return len(inner) > 1 and all(map(LANGUAGE.fullmatch, inner)) and not alone


def has_dates(text: str) -> bool:
    """Whether a page's code makes its four parameters of an id that begins with a date, and of nothing else."""
    return DATE_OF_ID.search(text) is not None and DATED_PARAMETERS.search(text) is not None
