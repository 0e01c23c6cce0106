"""How mystmd reads destinations: as files, else as they are written (``packages/myst-cli/src/transforms/links.ts`` in
https://github.com/jupyter-book/mystmd); tried out with builds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from linklint.model.document import Document, Include, WrittenLink
from linklint.model.files import Names
from linklint.model.place import pack_spans
from linklint.site.destination import Destination
from linklint.site.paths import extension, first_segment, join, name, normalise_url, parent, within
from linklint.site.profile import ABOVE, Lookup, Standing
from linklint.site.profiles.conventions import is_shown_by_github
from linklint.site.profiles.mystmd.references import BY_LABEL, References, find_part
from linklint.site.profiles.mystmd.settings import FILE, MystSettings
from linklint.site.profiles.sphinx.references import split_role
from linklint.source.slugs import mystmd_label

BUILT = re.compile(
    r"/(?:config\.json|favicon\.ico|myst\.(?:xref|search)\.json|myst-theme\.css|objects\.inv|public\.json|robots\.txt|"
    r"sitemap\.xml|sitemap_style\.xsl|build/.*|[\w.\-]+\.json)"
)


class Project(NamedTuple):
    """What it takes to read a destination."""

    settings: MystSettings
    names: Names
    references: References = References()

    @property
    def defines(self) -> bool:
        """Whether code may define labels that are in no source."""
        return self.references.makes and self.settings.plugins


def find_lookups(project: Project, standing: Standing, destination: Destination) -> list[Lookup]:
    """The ways to read a destination."""
    settings, path = project.settings, destination.path
    written = standing.written
    if destination.host:
        return [Lookup("url", path), *_find_copied(settings, path), Lookup("opaque", path, "it may be built elsewhere")]
    if written.syntax == "nav" and written.prop == FILE:
        return [Lookup("file", path.lstrip("/"))]
    if written.syntax == "role" and split_role(written.href)[0] in BY_LABEL:
        label = split_role(written.href)[1]
        if mystmd_label(label) in project.references.labels:
            return [Lookup("file", join(settings.folder, path) or "")]
        reason = "a label that a plugin may define"
        return [Lookup("opaque", label, reason)] if project.defines else [_lose(label)]
    if written.element == "img" and (path.endswith(".*") or not extension(path)):
        return [Lookup("opaque", path, "the builder takes the file whose ending suits it")]
    files = list(_find_files(project, standing, path))
    found = [each for each in files if each.kind == "file" and each.path in project.names.files]
    if found or any(each.kind == "outside" for each in files):
        return found or files
    if not destination.absolute and "/" not in path and mystmd_label(path) in project.references.labels:
        return [Lookup("file", project.references.labels[mystmd_label(path)])]  # without its ``#``, as older versions
    return [*_find_addresses(settings, standing, destination), *files, *_explain(project, standing, destination)]


def _lose(label: str) -> Lookup:
    return Lookup("missing", label, f'no page has the label "{label}"')


def _find_files(project: Project, standing: Standing, path: str) -> Iterator[Lookup]:
    """The file of that name, whose ending may be left out, from the page that shows the link."""
    settings = project.settings
    found = join(settings.folder if path.startswith("/") else parent(standing.page), path.lstrip("/"))
    if found is None:
        yield Lookup("outside", path, ABOVE)
    elif found not in project.names.directories:
        yield from (Lookup("file", form) for form in (found, f"{found}.md", f"{found}.ipynb"))


def _find_addresses(settings: MystSettings, standing: Standing, destination: Destination) -> Iterator[Lookup]:
    """A destination that no file has the name of stays as it is, for the browser; pages have folders of their own."""
    path = destination.path
    if destination.absolute:
        urls = [path]
    else:
        urls = [normalise_url(f"{base}/{path}") for base in (standing.url.rpartition("/")[0], standing.url)]
    for url in dict.fromkeys(urls):
        yield Lookup("url", url)
        yield from _find_copied(settings, url)


def _explain(project: Project, standing: Standing, destination: Destination) -> Iterator[Lookup]:
    """Why there may be something where no file and no page is."""
    path = destination.path
    if destination.absolute and BUILT.fullmatch(path):
        yield Lookup("opaque", path, "mystmd writes this file")
    elif destination.absolute and first_segment(path) in project.references.besides:
        yield Lookup("opaque", path, "another project of the site may be there")
    if is_shown_by_github(standing.file) and not destination.absolute:
        folder = join(parent(standing.file), path)
        if folder in project.names.directories:
            yield Lookup("file", folder or "")  # GitHub shows it


def _find_copied(settings: MystSettings, url: str) -> Iterator[Lookup]:
    """Files that the build copies to the site's top: a file, or what a folder holds."""
    for copied in settings.copied:
        yield Lookup("file", join(copied, url.lstrip("/")) or "")
        if within(url, f"/{name(copied)}"):
            yield Lookup("file", join(parent(copied), url.lstrip("/")) or "")


def find_links(settings: MystSettings, names: Names, path: str, document: Document) -> Iterator[WrittenLink]:
    """The links of directives, and the files that they show in vain."""
    for include in document.includes:
        kind, _, _ = include.kind.partition(" ")
        if kind in ("link", "image"):
            yield _write(include, "url" if kind == "link" else "image", "a" if kind == "link" else "img")
        elif kind in ("include", "code") and is_lost(settings, names, path, include):
            yield _write(include, "download", "iframe")


def is_lost(settings: MystSettings, names: Names, path: str, include: Include) -> bool:
    """Whether a file is named that is not there."""
    return "://" not in include.written and find_part(settings, names, path, include) is None


def _write(include: Include, role: str, element: str) -> WrittenLink:
    text = include.part or "" if role != "download" else include.written
    spans = pack_spans(include.span, include.span)
    return WrittenLink("role", element, f"{role}:{include.written}", include.written, text, spans, made=not text)
