"""How Sphinx and MyST-Parser read destinations: as names of source files, of documents and of labels
(https://myst-parser.readthedocs.io/en/latest/syntax/cross-referencing.html); tried out with builds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.glancing import glance
from linklint.site.paths import below, extension, join, name, names_folder, normalise_url, parent, within
from linklint.site.profile import ABOVE, Lookup, Read, Standing
from linklint.site.profiles.sphinx.references import BUILT_LABELS, References, normalise_name, split_role
from linklint.site.profiles.sphinx.settings import SphinxSettings
from linklint.source.decode import decode

# What Sphinx and its themes write beside the pages.
BUILT = re.compile(
    r"/(?:.*/)?(?:genindex(?:-\w+)?|py-modindex|modindex|search|\w+-modindex)(?:\.html|/)?"
    r"|/(?:_static|_images|_downloads|_sources|_modules|_panels_static|_sphinx_design_static)/.*"
    r"|/(?:objects\.inv|searchindex\.js|sitemap\.xml|\.nojekyll|\.buildinfo|llms(?:-full)?\.txt|robots\.txt)"
)
EXTERNAL = re.compile(r"[)\]]\{[^{}\n]*\.external(?![\w-])[^{}\n]*\}")
PAGES = frozenset({"md", "markdown", "rst", "ipynb"})
MAKES = "a program may make this page before the build"


class Project(NamedTuple):
    """What it takes to read a destination."""

    settings: SphinxSettings
    names: Names
    read: Read
    references: References = References()

    @property
    def defines(self) -> bool:
        """Whether something may define labels that are in no source."""
        return self.settings.defines or self.references.makes

    def names_it(self, path: str) -> bool:
        """Whether the config speaks of the file, which it then may write or copy."""
        last = name(path.rstrip("/"))
        endings = ("", *self.settings.suffixes, *self.settings.others) if not extension(last) else ("",)
        return any(last + ending in self.settings.words for ending in endings)

    def fills(self, path: str) -> bool:
        """Whether the config speaks of the folder of a destination, where its code copies files."""
        return name(parent(path)) in self.settings.filled


def find_lookups(project: Project, standing: Standing, destination: Destination) -> list[Lookup]:
    """The ways to read a destination."""
    written = standing.written
    if destination.host:
        return _find_urls(project, destination)
    if written.syntax == "nav":
        return list(_find_document(project, standing, "/" + _without_ending(project.settings, destination.path)))
    if written.syntax == "role":
        return _find_role(project, standing, destination)
    if written.element in ("img", "iframe") and written.syntax == "image":
        return _find_image(project, standing, destination.path)
    if written.syntax in ("html", "jsx") or project.settings.external:
        return _find_raw(project, standing, destination)
    return list(_find_target(project, standing, destination))


def _find_role(project: Project, standing: Standing, destination: Destination) -> list[Lookup]:
    role, target = split_role(standing.written.href)
    label = normalise_name(target)
    if role == "toctree":
        if target in ("genindex", "modindex", "search"):
            return [Lookup("opaque", target, "Sphinx makes this page")]
        return list(_find_document(project, standing, _without_ending(project.settings, target)))
    if role == "doc":
        return list(_find_document(project, standing, target))
    if role == "image":
        return _find_image(project, standing, destination.path)
    if role == "download":
        return [*_find_files(project, standing, destination.path), *_doubt_file(project, destination.path)]
    if role == "url":
        return _find_raw(project, standing, destination)
    found = list(_find_label(project, label))
    if found or role in ("ref", "numref"):
        return found or [_lose_label(project, target)]
    if role == "any":
        documents = [each for each in _find_document(project, standing, target) if each.kind == "file"]
        there = [each for each in documents if each.path in project.names.files]
        return there or [Lookup("opaque", target, "it may be the name of an object or a term")]
    return [Lookup("opaque", target, f"what the link type {role} names is not known")]


def _find_label(project: Project, label: str) -> Iterator[Lookup]:
    references = project.references
    if label in references.labels:
        yield Lookup("file", references.labels[label])
    elif label in references.foreign:
        yield Lookup("file", references.foreign[label])
    elif label in BUILT_LABELS:
        yield Lookup("opaque", label, "Sphinx makes this page")


def _lose_label(project: Project, label: str) -> Lookup:
    if project.defines:
        return Lookup("opaque", label, "a label that code, an extension or another project may define")
    return Lookup("missing", label, f'no page has the label "{label}"')


def _without_ending(settings: SphinxSettings, target: str) -> str:
    ending = next((each for each in (*settings.suffixes, *settings.others) if target.endswith(each)), "")
    return target[: -len(ending)] if ending else target


def _find_document(project: Project, standing: Standing, target: str) -> Iterator[Lookup]:
    """The source of a document that is named without its ending."""
    settings = project.settings
    folders: list[str] = []
    for start in dict.fromkeys((parent(standing.page), parent(standing.file))):
        base = join(settings.folder, target) if target.startswith("/") else join(start, target)
        if base is None:
            continue
        folders.append(parent(base))
        for ending in (*settings.suffixes, *settings.others):
            if settings.find_name(base + ending) is not None:
                yield Lookup("file", base + ending)
            elif base + ending in project.names.files and settings.excluded is not None:
                yield Lookup("missing", base + ending, f"{settings.config} leaves {base + ending} out of the build")
    is_known = not settings.writes and project.references.folders.issuperset(folders)
    if (settings.makes and not is_known) or project.names_it(target):
        yield Lookup("opaque", target, MAKES)
    yield Lookup("missing", target, f'there is no document "{target}"')


def _find_files(project: Project, standing: Standing, path: str) -> list[Lookup]:
    """The files of that name, from the page, and from the part of it where the link is written."""
    if path.startswith("/"):
        return [Lookup("file", join(project.settings.folder, path) or "")]
    found = [join(start, path) for start in dict.fromkeys((parent(standing.page), parent(standing.file)))]
    return [Lookup("file", each) for each in found if each is not None] or [Lookup("outside", path, ABOVE)]


def _doubt_file(project: Project, path: str) -> Iterator[Lookup]:
    if project.names_it(path) or project.fills(path):
        yield Lookup("opaque", path, "the config may write this file")


def _find_image(project: Project, standing: Standing, path: str) -> list[Lookup]:
    """A file, of which the best kind may be left to the builder: ``image.*``."""
    if "*" in path:
        return [Lookup("opaque", path, "the builder takes the file whose ending suits it")]
    return [*_find_files(project, standing, path), *_doubt_file(project, path)]


def _find_target(project: Project, standing: Standing, destination: Destination) -> Iterator[Lookup]:
    """A destination of Markdown: a file; else a document, a label, or the name of an object."""
    settings, names, path = project.settings, project.names, destination.path
    label = normalise_name(path)
    files = _find_files(project, standing, path)
    for each in files:
        if each.kind == "file" and each.path in names.files:
            taken = extension(each.path) not in PAGES or settings.find_name(each.path) is not None
            if taken or settings.excluded is None or standing.file != standing.page:
                yield each
            elif extension(each.path) in ("md", "markdown") and each.path.endswith(settings.suffixes):
                yield Lookup("missing", each.path, f"{settings.config} does not take {each.path} into the build")
            else:
                yield each
            return
    if any(each.kind == "outside" for each in files):
        yield from files
        return
    if is_called_external(project, standing):
        yield from _find_raw(project, standing, destination)
        return
    documents = list(_find_document(project, standing, path)) if destination.fragment is None else []
    yield from (each for each in documents if each.kind == "file" and each.path in names.files)
    if destination.fragment is None:
        yield from _find_label(project, label)
    if any(each.path in names.directories for each in files) or names_folder(path):
        if standing.file != standing.page:
            yield Lookup("opaque", path, f"{standing.file} is also read by itself, and {path} is a folder there")
        yield Lookup("missing", path, f"Sphinx links documents and files, and {path} is a folder")
        return
    yield from files
    if standing.written.href.startswith("path:"):
        yield from _doubt_file(project, path)
    elif not extension(path) and any(each.kind == "opaque" for each in documents):
        yield Lookup("opaque", path, MAKES)
    elif not extension(path) and destination.fragment is None and project.defines:
        yield Lookup("opaque", path, "a label that code, an extension or another project may define")
    elif "/" not in path and extension(path) not in {*PAGES, "html"} and project.defines:
        yield Lookup("opaque", path, "it may be the name of an object, a term or a label")
    elif "/" not in path and project.references.named_as_files and extension(path) == "md":
        yield Lookup("opaque", path, "labels of this project have such names")
    elif project.names_it(path):
        yield Lookup("opaque", path, "the config may write this file")


def is_called_external(project: Project, standing: Standing) -> bool:
    """Whether the link is followed by ``{.external}``, which makes an address of its destination
    (https://myst-parser.readthedocs.io/en/latest/syntax/cross-referencing.html#explicit-vs-implicit-external-links)."""
    if "attributes" not in project.settings.extensions:
        return False
    return standing.written.span.end in glance(project.read, standing.file, list_external)


def list_external(data: bytes) -> frozenset[int]:
    """Where the links of a text end that are called external."""
    return frozenset(match.start() + 1 for match in EXTERNAL.finditer(decode(data)[0]))


def _find_raw(project: Project, standing: Standing, destination: Destination) -> list[Lookup]:
    """A destination that stays as it is written, for the browser: an address. Where pages get folders, it is read from
    there; what names a source file is for readers on GitHub."""
    settings, path = project.settings, destination.path
    if destination.absolute:
        found = [Lookup("url", path), *_find_files(project, standing, path)]
        return [*found, Lookup("opaque", path, "it begins at the host's top, and the site may lie below it")]
    folder = standing.url.rpartition("/")[0]
    urls = [normalise_url(f"{folder}/{path}"), normalise_url(f"{standing.url.removesuffix('.html')}/{path}")]
    found = [Lookup("url", url) for url in dict.fromkeys(urls)]
    found += [each for url in urls for each in _find_copied(settings, url)]
    found += _find_files(project, standing, path)
    if any(BUILT.fullmatch(url) for url in urls) or project.names_it(path):
        found.append(Lookup("opaque", path, "Sphinx writes this file"))
    elif standing.written.element == "img" and not settings.writes:
        pass  # what makes pages makes no images beside them
    elif settings.makes or project.references.makes or extension(path) not in PAGES:
        found.append(Lookup("opaque", path, "what the build writes there is not known"))
    return found


def _find_copied(settings: SphinxSettings, url: str) -> Iterator[Lookup]:
    """Files that the build copies."""
    if within(url, "/_static"):
        for folder in settings.statics:
            yield Lookup("file", join(folder, below(url, "/_static")) or "")
    for folder in settings.copied:
        yield Lookup("file", join(folder, url) or "")


def _find_urls(project: Project, destination: Destination) -> list[Lookup]:
    """A full address of this site."""
    path = destination.path
    found = [Lookup("url", path), *_find_copied(project.settings, path)]
    return [*found, Lookup("opaque", path, "what the build writes there is not known")]
