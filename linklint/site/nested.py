"""Files beside a site that a framework builds, and sites in folders of it, read as GitHub shows them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.generators import example_sites
from linklint.site.paths import ancestors, extension, join, name, parent
from linklint.site.profile import Address, Lookup, Mount, Read, Standing, change_for_good
from linklint.site.profiles.conventions import is_shown_by_github, is_template

PATTERN_FOLDERS = frozenset({"archetypes", "scaffolds"})  # Hugo and Hexo begin new pages with copies of what they hold
TOGETHER = {"plain": ("plain", "html")}  # GitHub's Markdown may link to HTML pages beside it


def leave_out_nested(mounts: Sequence[Mount], names: Names, read: Read) -> list[Mount]:
    """Beside a site that a framework builds, sites in folders of tests and examples are neither sites nor pages as
    GitHub shows them: their links mean what their own framework says. HTML of themes and templates is no page, and
    their Markdown needs no links; and a Markdown file's link to an HTML file that is not there may lead to what is
    built. A file that GitHub has no use for may be written for the site beside it, and name pages by their addresses
    there."""
    if all(mount.framework in TOGETHER["plain"] for mount in mounts):
        return list(mounts)
    nested = example_sites(names, read)
    sections = _copied_sections(mounts, names)

    def skip(mount: Mount) -> Mount:
        if mount.framework not in TOGETHER["plain"]:
            return mount
        of_html = mount.framework == "html"
        dialect, lookups, address = mount.dialect, mount.lookups, mount.address

        def find_address(path: str, document: Document) -> Address | None:
            found = address(path, document)
            if found is None:
                return None
            if is_template(path) or not PATTERN_FOLDERS.isdisjoint(path.split("/")):
                return found._replace(orphan="intended")
            return found if sections.isdisjoint(ancestors(path)) else found._replace(orphan="unknown")

        def find_dialect(path: str) -> Dialect | None:
            left_out = nested.intersection(ancestors(path)) or (of_html and is_template(path))
            return None if left_out else dialect(path)

        def find_lookups(standing: Standing, destination: Destination) -> Sequence[Lookup]:
            found = list(lookups(standing, destination))
            if not destination.absolute and not sections.isdisjoint(ancestors(standing.file)):
                ends = [number for number, each in enumerate(found) if each.kind not in ("file", "url")]
                place = ends[0] if ends else len(found)
                found[place:place] = _from_own_folder(standing.file, destination.path, names)
            if any(each.kind not in ("file", "url") for each in found):
                return found
            if destination.absolute and not is_shown_by_github(standing.file):
                found.append(Lookup("anywhere", destination.path))
            if extension(destination.path) == "html":
                found.append(Lookup("opaque", destination.path, "a build of this repository may make it"))
            return found

        return msgspec.structs.replace(
            mount, dialect=find_dialect, address=find_address, lookups=mount.lookups if of_html else find_lookups
        )

    return [change_for_good(mount, skip) for mount in mounts]


def _copied_sections(mounts: Sequence[Mount], names: Names) -> frozenset[str]:
    """Folders outside of a site of Hugo's content with a list page of Hugo's, ``_index.md``: a build copies them to it,
    and their links are written for that place."""
    hugo = [mount for mount in mounts if mount.framework == "hugo"]
    lists = [path for path in names.named("_index.md") if "/" in path] if hugo else []
    return frozenset(parent(path) for path in lists if all(mount.dialect(path) is None for mount in hugo))


def _from_own_folder(file: str, written: str, names: Names) -> list[Lookup]:
    """A destination as it is read from the address of a page that has a folder of its own: ``a/b.md`` is ``/a/b/``.
    Hugo writes addresses in lower case."""
    stem = file.rpartition(".")[0]
    path = join(parent(stem) if name(stem) in ("index", "_index") else stem, written)
    paths = [] if path is None else [path, f"{path}.md", f"{path}/_index.md"]
    if names.files.keys().isdisjoint(paths):
        paths += [variant for each in paths for variant in names.variants(each)]
    return [Lookup("file", each) for each in paths]
