"""What Zensical, which reads MkDocs' configs and its own, does in another way (https://zensical.org/docs/setup/basics/)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from linklint.model.files import Names
from linklint.site.paths import join, name
from linklint.site.profile import Read

CONFIG = "zensical.toml"
REQUIREMENTS = (CONFIG, "pyproject.toml", "requirements.txt", "docs/requirements.txt", "requirements-docs.txt")
NAMED = re.compile(rb"^[^#\n]*\bzensical\b", re.MULTILINE)
# Those of them on which ids and links depend (zensical/config.py, DEFAULT_MARKDOWN_EXTENSIONS).
USUAL_EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    "abbr": {}, "admonition": {}, "attr_list": {}, "def_list": {}, "footnotes": {}, "md_in_html": {},
    "toc": {"permalink": True}, "pymdownx.arithmatex": {"generic": True}, "pymdownx.details": {}, "pymdownx.emoji": {},
    "pymdownx.magiclink": {}, "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True, "combine_header_slug": True}, "pymdownx.tasklist": {},
    "pymdownx.tilde": {},
}  # fmt: skip
SPACES = ("pymdownx", "zensical", "pymdownx.blocks", "zensical.extensions")


def is_zensical(path: str, folder: str, names: Names, read: Read) -> bool:
    """Whether Zensical builds the site of the config: its own, or one beside which it is required."""
    paths = [join(place, file) or "" for place in dict.fromkeys((folder, "")) for file in REQUIREMENTS]
    return name(path) == CONFIG or any(each in names.files and NAMED.search(read(each) or b"") for each in paths)


def list_extensions(
    value: Mapping[str, Any], above: tuple[str, ...] = ()
) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    """Names of extensions, options, and where these stand: TOML may write their names as tables in tables."""
    for key, options in value.items():
        keys = (*above, key)
        if ".".join(keys) in SPACES and isinstance(options, dict):
            yield from list_extensions(options, keys)
        else:
            yield ".".join(keys), options, keys
