"""Pages that programs make before Microsoft Learn builds: MAML2Yaml makes them of the Markdown that PlatyPS writes for
cmdlets, ``a/Get-A.md``, and for modules, ``A/A.md``, which are shown for their folders; and tables of contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from linklint.model.files import Names
from linklint.site.paths import below, join, name, parent, within
from linklint.site.profiles.docfx.mappings import FileMapping
from linklint.site.profiles.manifests import get_table

PROGRAM = "MAML2Yaml"


def find_made(
    publishing: Any, root: str, content: Sequence[FileMapping], placed: Mapping[str, str], names: Names
) -> dict[str, str]:
    """Repository path → path in the site, of the Markdown that becomes a YAML page which ``content`` takes."""
    found: dict[str, str] = {}
    for mapping in content if _runs(publishing, root) else ():
        for path in names.ending("md"):
            if within(path, mapping.source) and path not in placed and path not in found:
                inner = below(path, mapping.source)
                if mapping.takes(inner[:-2] + "yml"):
                    found[path] = join(mapping.dest, inner) or ""
    return found


def find_modules(made: Mapping[str, str]) -> frozenset[str]:
    """The paths in the site of modules' pages."""
    return frozenset(inner for inner in made.values() if name(inner)[:-3] == name(parent(inner)))


def _runs(publishing: Any, root: str) -> bool:
    """Whether the program runs before this docset is built."""
    for each in get_table(publishing).get("docsets_to_publish") or ():
        if str(get_table(each).get("build_source_folder") or "").strip("./") == root:
            return PROGRAM in str(get_table(each, "customized_tasks").get("docset_prebuild"))
    return False


def find_unlisted(content: Sequence[FileMapping], names: Names) -> tuple[str, ...]:
    """The folders whose table of contents the config names and is not here: a program makes it."""
    return tuple(
        mapping.source
        for mapping in content
        for pattern in mapping.patterns
        if pattern.lower() in ("toc.yml", "toc.md") and join(mapping.source, pattern) not in names.files
    )
