"""Redirects: ``redirect_url`` in front matter, and the redirection files of Microsoft Learn
(https://learn.microsoft.com/contribute/content/redirects), which name the source files that are gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote

from linklint.model.document import Document
from linklint.model.files import Names, fold
from linklint.model.place import Location
from linklint.site.paths import extension, join, name, parent, within
from linklint.site.profile import Read, Redirect
from linklint.site.profiles.docfx.addresses import has_redirect, page_urls
from linklint.site.profiles.docfx.links import is_amid_pages
from linklint.site.profiles.docfx.settings import HOST, PUBLISHING, Docset, get_list, read_json

PREFIX = ".openpublishing.redirection"
ALSO = ("redirections.json",)


class Redirection(NamedTuple):
    """``source``: repository path of a file that is no more; ``target`` as written."""

    source: str
    target: str
    location: Location


def read_redirections(root: str, names: Names, read: Read) -> list[Redirection]:
    """The entries of all redirection files that concern the docset in the folder."""
    return list(_read(root, names, read))


def _read(root: str, names: Names, read: Read) -> Iterator[Redirection]:
    for path in _find_files(root, names, read):
        tree = read_json(path, read)
        for number, entry in enumerate(get_list(tree.value, "redirections")):
            if not isinstance(entry, dict):
                continue
            whole, source, target = (entry.get(key) for key in ("source_path_from_root", "source_path", "redirect_url"))
            said = whole if isinstance(whole, str) else source
            if not isinstance(said, str) or not isinstance(target, str):
                continue
            folder = "" if isinstance(whole, str) or parent(path) == "" else parent(path)
            old = join(folder, said.replace("\\", "/"))
            if old is None:
                continue
            if root and old.lower().startswith(root.lower() + "/"):
                old = root + old[len(root) :]
            yield Redirection(old, target.strip(), tree.location(("redirections", number, "redirect_url")))


def _find_files(root: str, names: Names, read: Read) -> list[str]:
    listed = get_list(read_json(PUBLISHING, read).value, "redirection_files") if PUBLISHING in names.files else []
    found = [path for path in names.ending("json") if parent(path) in ("", root) and name(path).startswith(PREFIX)]
    found.extend(join(root, other) or "" for other in ALSO)
    found.extend(path for path in listed if isinstance(path, str))
    return [path for path in dict.fromkeys(found) if path.endswith(".json") and path in names.files]


def find_redirects(
    docset: Docset, redirections: list[Redirection], away: Mapping[str, str], documents: Mapping[str, Document]
) -> Iterator[Redirect]:
    """Old file → file that takes its place, or address. ``away``: see ``find_away``."""
    places = {**away, **_find_places(docset)}  # so that chains can be followed
    for source, target, location in redirections:
        if within(source, docset.root):
            yield Redirect(source, _find_target(docset, places, source, target), location)
    for path, document in documents.items():
        matter = document.front_matter or {}
        if path in docset.pages and has_redirect(matter):
            location = Location(path, document.front_matter_lines.get("redirect_url", 1))
            yield Redirect(path, _find_target(docset, places, path, str(matter["redirect_url"]).strip()), location)


def _find_places(docset: Docset) -> dict[str, str]:
    """Folded address, no slash at its end → page."""
    places: dict[str, str] = {}
    for path in sorted(docset.pages):
        for url in page_urls(docset, docset.content[path]):
            places.setdefault(fold(url.rstrip("/")), path)
    return places


def find_away(docset: Docset, redirections: list[Redirection]) -> dict[str, str]:
    """Folded address, no slash at its end → file that is gone."""
    found: dict[str, str] = {}
    for redirection in redirections:
        if within(redirection.source, docset.root):
            for url in page_urls(docset, docset.place(redirection.source)):
                found.setdefault(fold(url.rstrip("/")), redirection.source)
    return found


def _find_target(docset: Docset, places: Mapping[str, str], source: str, target: str) -> str:
    """The file at the new address, with the fragment. What another docset publishes is a full address."""
    path, mark, fragment = target.partition("#")
    path = path.partition("?")[0]
    if target.startswith(("http://", "https://")):
        return target
    if path.startswith("~/"):
        return (join(docset.root, path[2:]) or "") + mark + fragment
    if not path.startswith("/"):
        if extension(path) in ("md", "yml"):
            return (join(parent(source), path) or "") + mark + fragment
        start = parent(page_urls(docset, docset.content.get(source, docset.place(source)))[0])
        path = "/" + (join(start, path) or "")
    wanted = fold(path.rstrip("/"))
    found = places.get(wanted) or places.get(f"{wanted}.html")
    if found is not None:
        return quote(found) + mark + fragment
    base = docset.base or ""
    is_ours = not docset.learn or (base and is_amid_pages(docset, path[len(base) :].strip("/")))
    return path + mark + fragment if is_ours and path.startswith(base) else HOST + path + mark + fragment
