"""How docfx reads destinations: as names of files, of which only those that ``docfx.json`` takes are there
(src/Docfx.Build/SingleDocumentBuilder.cs; https://dotnet.github.io/docfx/docs/links-and-cross-references.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from linklint.model.document import Document, WrittenLink
from linklint.model.files import Names, fold
from linklint.site.destination import Destination
from linklint.site.paths import extension, join, normalise_url, parent, within
from linklint.site.profile import ABOVE, Lookup, Standing
from linklint.site.profiles.docfx.references import LOST, UNKNOWN, link_file
from linklint.site.profiles.docfx.settings import LEARN_HOSTS, Docset, is_within_any, without_locale

NO_UID = 'no page has the uid "{}"'
SOURCES = frozenset({"md", "yml", "yaml"})
# What docfx and its templates write besides pages and resources.
BUILT = re.compile(
    r"/(?:.*/)?toc\.(?:html|json|pdf)|/(?:xrefmap\.yml|manifest\.json|sitemap\.xml|index\.json|search-stopwords\.json"
    r"|logo\.svg|favicon\.ico|(?:styles|fonts|public|partials)/.*)"
)


class Reader(NamedTuple):
    """What it takes to read a destination. ``urls``: folded URL (no slash at its end) → URL, of all pages. ``moved``:
    folded path without its ending → path, of the source files that redirection files name. ``sources``: path in the
    site → file, of all that the build takes; ``tops``: the first folders of those paths. ``away``: folded URL (no slash
    at its end) → path, of the source files that redirection files name."""

    docset: Docset
    names: Names
    urls: Mapping[str, str]
    moved: Mapping[str, str]
    sources: Mapping[str, str]
    tops: frozenset[str]
    away: Mapping[str, str] = {}

    def find_source(self, target: str) -> str:
        """The file of that name, in any letter case on Learn, also one that has moved."""
        if not self.docset.learn or target in self.names.files:
            return target
        variants = [other for other in self.names.variants(target) if other in self.names.files]
        if len(variants) == 1:
            return variants[0]
        return self.moved.get(fold(target.rpartition(".")[0]), target)


def make_reader(
    docset: Docset, names: Names, urls: Mapping[str, str], moved: Mapping[str, str], away: Mapping[str, str]
) -> Reader:
    """The reader of a docset."""
    sources = {inner: file for files in (docset.content, docset.resources) for file, inner in files.items()}
    return Reader(docset, names, urls, moved, sources, frozenset(inner.partition("/")[0] for inner in sources), away)


def find_lookups(reader: Reader, standing: Standing, destination: Destination) -> list[Lookup]:
    """The ways to read a destination of this site."""
    docset, path = reader.docset, destination.path.replace("\\", "/")
    if path.startswith(UNKNOWN):
        return [_find_uid(docset, path[len(UNKNOWN) :])]
    if path.startswith(LOST):
        uid = path[len(LOST) :]
        return [Lookup("missing", uid, NO_UID.format(uid))]
    if path.startswith("/"):
        return _find_absolute(reader, path)
    is_of_root = path.startswith("~/")
    if not is_of_root and path.startswith("~"):
        path = path[1:]
    target = join(docset.root, path[2:]) if is_of_root else join(parent(standing.file), path)
    if target is None and docset.beside and standing.written.syntax == "shortcode":
        return [Lookup("opaque", path, "code of another repository that the build reads from beside this one")]
    if target is None:
        return [Lookup("outside", path, ABOVE)]
    if is_within_any(target, docset.foreign) or is_within_any(_inner(target, docset), docset.foreign):
        return [Lookup("opaque", target, "the build puts another repository's files there")]
    found = _find_file(reader, target, standing.written)
    if not is_of_root and found[-1].kind == "file":
        found.extend(_find_relative(reader, standing, path))
    if docset.is_generated(target) and target not in reader.names.files:
        found.append(Lookup("opaque", target, "a program writes this folder before docfx builds it"))
    return found


def _inner(target: str, docset: Docset) -> str:
    return target[len(docset.root) + 1 :] if docset.root and within(target, docset.root) else target


def _find_uid(docset: Docset, uid: str) -> Lookup:
    if docset.is_closed:
        return Lookup("missing", uid, NO_UID.format(uid))
    return Lookup("opaque", uid, "a uid that an API reference may define")


def _find_file(reader: Reader, target: str, written: WrittenLink) -> list[Lookup]:
    """The file. One that the build does not take is not published."""
    docset, names = reader.docset, reader.names
    target = reader.find_source(target)
    is_put_in = written.syntax == "shortcode"
    file = names.files.get(target)
    if file is None or is_put_in or file.kind != "file":
        return [Lookup("file", target)]
    if extension(target) in SOURCES and target not in docset.content and target not in docset.resources:
        return [Lookup("missing", target, f"{docset.config} does not take {target} into the build")]
    return [Lookup("file", target)]


def _find_relative(reader: Reader, standing: Standing, path: str) -> Iterator[Lookup]:
    """What a browser makes of it, from the page's address."""
    if extension(path) in SOURCES:
        return
    url = normalise_url(standing.url.rpartition("/")[0] + "/" + path)
    yield from _find_url(reader, url)
    if extension(path) == "html":  # a page that only redirects
        yield Lookup("file", (join(parent(standing.file), path) or path)[:-4] + "md")
    if BUILT.fullmatch(url) or url in reader.docset.pdfs:
        yield Lookup("opaque", url, "docfx writes this file")


def _find_url(reader: Reader, url: str) -> Iterator[Lookup]:
    """The address; on Learn in any letter case."""
    yield Lookup("url", url)
    if reader.docset.learn:
        known = reader.urls.get(fold(url.removesuffix(".html").rstrip("/")))
        if known is not None and known != url:
            yield Lookup("url", known)
    elif not url.endswith(("/", ".html")):  # many hosts add what is missing, also to ``/releases/1.0``
        yield from (Lookup("url", url + ".html"), Lookup("url", url + "/"))


def _find_absolute(reader: Reader, path: str) -> list[Lookup]:
    docset = reader.docset
    if docset.learn:
        return _find_on_learn(reader, without_locale(path))
    base = docset.base or ""
    found = list(_find_url(reader, path))
    if base and (path + "/").startswith(base + "/"):
        path = path[len(base) :] or "/"
        found.extend(_find_url(reader, path))
    inner = path.strip("/")
    if inner in reader.sources and extension(path) not in SOURCES:
        found.append(Lookup("file", reader.sources[inner]))
    if (redirecting := f"{inner.removesuffix('.html')}.md") in reader.sources:  # a page that only redirects
        found.append(Lookup("file", reader.sources[redirecting]))
    if docset.base is None or base:
        found.append(Lookup("opaque", path, "it begins at the host's top, and the site may lie below it"))
    elif BUILT.fullmatch(path) or path in docset.pdfs or docset.is_generated(join(docset.root, path) or ""):
        found.append(Lookup("opaque", path, "docfx writes this file"))
    elif "/" in inner and inner.partition("/")[0] not in reader.tops:
        found.append(Lookup("opaque", path, "this folder of the host is not docfx's"))
    return found


def _find_on_learn(reader: Reader, path: str) -> list[Lookup]:
    """An address of the host: this docset's, or another's, which is not here. Below this docset's own address others
    may be published too, but not amid its folders."""
    docset = reader.docset
    base = docset.base
    if base is None or not (path.lower() + "/").startswith(base.lower() + "/"):
        return [Lookup("opaque", path, "it is not told below which address this docset is published")]
    rest = path[len(base) :].strip("/")
    found = list(_find_url(reader, f"{base}/{rest}" + ("/" if path.endswith("/") and rest else "")))
    file = join(docset.root, rest) or ""
    found.append(Lookup("file", reader.find_source(file if extension(rest) else f"{file}.md")))
    if (away := reader.away.get(fold(path.rstrip("/")))) is not None:
        found.append(Lookup("file", away))
    if not is_amid_pages(docset, rest):
        found.append(Lookup("opaque", path, "another docset may publish it"))
    return found


def is_amid_pages(docset: Docset, rest: str) -> bool:
    """Whether the path, seen from the docset, lies in a folder of the docset that holds pages."""
    folder = fold(parent(rest))
    return bool(folder) and folder in docset.folders and folder not in docset.shared


def find_own(reader: Reader, destination: Destination) -> list[Lookup]:
    """A full address of this site."""
    docset = reader.docset
    if destination.host not in LEARN_HOSTS if docset.learn else destination.host != docset.host:
        return []
    return [each for each in _find_absolute(reader, destination.path) if each.kind in ("file", "url")]


def find_includes(reader: Reader, path: str, document: Document) -> list[str]:
    """``[!INCLUDE [title](file)]``, from the file's own folder."""
    found = []
    for include in document.includes:
        if include.kind == "include":
            target = find_target(reader, path, include.written)
            if target is not None:
                found.append(target)
    return found


def find_target(reader: Reader, path: str, written: str) -> str | None:
    """The file of the repository that an include names."""
    bare = written.replace("\\", "/").partition("?")[0].partition("#")[0]
    start, rest = (reader.docset.root, bare[2:]) if bare.startswith("~/") else (parent(path), bare)
    target = join(start, rest)
    found = reader.find_source(target) if target is not None else ""
    return found if found in reader.names.files else None


def find_lost_files(reader: Reader, path: str, document: Document) -> Iterator[WrittenLink]:
    """Files that are to be put in and that are not in the repository."""
    for include in document.includes:
        is_file = include.kind in ("include", "code") and include.written and "://" not in include.written
        if is_file and find_target(reader, path, include.written) is None:
            yield link_file(include)
