"""Components of a repository that lead elsewhere: their source puts another site's address before what is written,
``href={`https://github.com/owner/name/blob/main/${href}`}``."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from linklint.model.files import Names
from linklint.site.components import LINK_COMPONENTS
from linklint.site.profile import Mount, Read, Standing, change_for_good
from linklint.site.profiles.conventions import FOREIGN_FOLDERS

FILE = re.compile(r"(?:.*/)?([A-Z]\w*(?:Button|Card|Link))\.[jt]sx?")
ENDINGS = (".js", ".jsx", ".ts", ".tsx")
MADE = re.compile(r"\b(?:href|to)\s*=\s*(\{[^\n]*|[\"'][^\n]*)")
ELSEWHERE = re.compile(r"\{\s*`(https?://[\w.-]+/)[^`\n]*\$\{[^`\n]*\b(?:href|to|path|url)\b[^`\n]*`\s*\}")
LARGEST_SOURCE = 100_000


def find_outward(names: Names, read: Read) -> Mapping[str, str]:
    """Component → the address of the site that it leads to. Its file has the component's name; of several files with
    one name, and of several links in one file, all have to lead elsewhere."""
    found: dict[str, str] = {}
    known: set[str] = set()
    for path, file in names.files.items():
        match = FILE.fullmatch(path) if path.endswith(ENDINGS) else None
        if not match or file.kind != "file" or not FOREIGN_FOLDERS.isdisjoint(path.split("/")):
            continue
        if match[1] in LINK_COMPONENTS:
            continue
        text = (read(path) or b"")[:LARGEST_SOURCE].decode("utf-8", "replace")
        made = [ELSEWHERE.match(value) for value in MADE.findall(text)]
        if made and all(made) and (match[1] not in known or match[1] in found):
            found[match[1]] = next(each[1] for each in made if each)
        else:
            found.pop(match[1], None)
        known.add(match[1])
    return found


def with_outward_components(mount: Mount, outward: Mapping[str, str]) -> Mount:
    """The mount, with the links of these components being full URLs."""
    if not outward:
        return mount

    def change(bare: Mount) -> Mount:
        def rewrite(standing: Standing) -> str:
            written = standing.written
            site = outward.get(written.element) if written.syntax == "jsx" else None
            return bare.rewrite(standing) if site is None else site + written.href.lstrip("/")

        return msgspec.structs.replace(bare, rewrite=rewrite)

    return change_for_good(mount, change)
