"""Which files are configs of MkDocs' sites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linklint.model.files import Names
from linklint.site.paths import join, name, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.mkdocs.settings import CONFIG_NAMES, VARIANT
from linklint.site.profiles.trees import read_table

WHOLE = ("site_name", "INHERIT")


def list_configs(names: Names, read: Read) -> list[str]:
    """The configs of the repository: those of the usual name, and of another name those that no other one inherits
    (https://www.mkdocs.org/user-guide/configuration/#configuration-inheritance), best first: one that says where the
    site is published. Beside one of the usual name, another builds a site of its own only from a folder of its own."""
    found = [path for path in names.named(*CONFIG_NAMES) if _is_ours(path, names)]
    variants = [path for path in names.ending("yaml", "yml") if VARIANT.fullmatch(name(path)) and _is_ours(path, names)]
    said = {path: read_table(path, read, lax=True) for path in variants}
    inherited = {join(path.rpartition("/")[0], str(keys.get("INHERIT"))) for path, keys in said.items()}
    sites = [path for path, keys in said.items() if path not in inherited and not keys.keys().isdisjoint(WHOLE)]
    if found:
        taken = [_docs_of(path, read_table(path, read, lax=True)) for path in found]
        sites = [path for path in sites if "docs_dir" in said[path] and _is_apart(_docs_of(path, said[path]), taken)]
    return found + sorted(sites, key=lambda path: ("site_url" not in said[path], path))


def _docs_of(path: str, keys: Mapping[str, object]) -> str:
    """The folder of the site's pages, as far as the config itself says."""
    return join(parent(path), str(keys.get("docs_dir") or "docs")) or ""


def _is_apart(docs: str, taken: Iterable[str]) -> bool:
    return not any(within(docs, other) or within(other, docs) for other in taken)


def _is_ours(path: str, names: Names) -> bool:
    return not is_example(path) and not is_set_aside(path, names)


def find_config(root: str, names: Names, read: Read) -> str:
    """The config in the folder, else the nearest one below it, else the one whose pages the folder holds."""
    found = [path for path in names.named(*CONFIG_NAMES) if within(path, root)]
    if not found:  # each site asks; many may lie in one repository, and reading the configs of all takes long
        every = list_configs(names, read)
        found = [path for path in every if within(path, root)]
        found = found or [path for path in every if _docs_of(path, read_table(path, read, lax=True)) == root]
    return min(found, key=lambda path: path.count("/"), default=join(root, CONFIG_NAMES[0]) or "")
