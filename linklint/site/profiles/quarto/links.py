"""How destinations are read: a file that is rendered is led to by its address (``src/project/types/website/
website-utils.ts``, ``resolveProjectInputLinks``); all others stay as they are, for the browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from linklint.model.document import Document, Include, WrittenLink
from linklint.model.files import Names
from linklint.model.place import pack_spans
from linklint.site.destination import Destination
from linklint.site.glancing import glance
from linklint.site.paths import extension, join, name, names_folder, parent, within
from linklint.site.profile import ABOVE, Lookup, Read, Standing
from linklint.site.profiles.quarto.front_matter import ABOUT, find_front_matter_links
from linklint.site.profiles.quarto.settings import INPUTS, QuartoSettings

FORMATS = frozenset("docx epub ipynb md odt pdf pptx tex typ xml".split())
BUILT = re.compile(
    r"/(?:(?:sitemap|index|feed)\.xml|(?:search|listings)\.json|robots\.txt|llms\.txt|site_libs/.*|404\.html|\.nojekyll)"
)
FILES = re.compile(r"(?:^|/)[^/]+_(?:files|cache)/")
CELLS = re.compile(rb"^[ \t>]*(`{3,}+|~{3,}+)[ \t]*\{[A-Za-z][^\n]*\n(.*?)^[ \t>]*\1", re.DOTALL | re.MULTILINE)
QUOTED = re.compile(rb"""["']([^"'\n]{3,200})["']""")
PREVIEW = re.compile(r"(?:\.embed)?-preview\.html$|\.embed\.ipynb$|\.out\.ipynb$")
SCRIPTS = ("py", "r", "R", "jl", "qmd.py")
BLANK = "_"
CLIMBING = re.compile(r"^(?:\.\.?/)+")
DEFAULT_IMAGE = ".png"  # https://quarto.org/docs/reference/formats/html.html, ``default-image-extension``
LEAVES = "it leads out of the site"
MADE = "a program writes the pages of this folder"
NAME = re.compile(r"(?::[\w:.+\-]*:)?`[^`]*`|%60.*|~.*")


class Project(NamedTuple):
    """What it takes to read a destination. ``notebooks``: address → file, of pages that are not read."""

    settings: QuartoSettings
    names: Names
    read: Read
    notebooks: Mapping[str, str]


def find_lookups(project: Project, standing: Standing, destination: Destination) -> list[Lookup]:
    """The ways to read a destination."""
    settings, path = project.settings, destination.path
    if NAME.fullmatch(path):
        return [Lookup("opaque", path, "a filter finds out where the name of an object leads")]
    if path == BLANK:
        return [Lookup("opaque", path, "a script puts the destination in")]
    if destination.host:
        return [Lookup("url", path), *_find_notebook(project, path)]
    if standing.written.syntax == "role" and standing.written.element == "iframe":
        return _find_taken(project, standing, path)
    if standing.written.element == "img" and not extension(path) and not names_folder(path):
        path += DEFAULT_IMAGE
    is_nav = standing.written.syntax == "nav"
    if standing.written.prop == ABOUT and join(settings.folder, path.lstrip("/")) in settings.inputs:
        is_nav = True  # what it names of pages begins in the project's folder, as in its menus
    bases = [settings.folder] if destination.absolute or is_nav else [parent(standing.page)]
    if not destination.absolute and standing.file != standing.page and not is_nav:
        bases.append(parent(standing.file))
    joined = (join(base, path.lstrip("/")) for base in bases)
    targets = [target for target in joined if target is not None]
    found = [each for target in targets for each in _find_target(project, target, slash=names_folder(path))]
    is_address = extension(path) in ("", "html")
    if not targets:
        return [Lookup("opaque", path, LEAVES) if is_address else Lookup("outside", path, ABOVE)]
    if is_address and not any(within(target, settings.folder) for target in targets):
        found.append(Lookup("opaque", path, LEAVES))
    if settings.kind == "default" and (destination.absolute or is_address):
        found.append(Lookup("opaque", path, "of which site these documents become a part is not known"))
    return found


def _find_taken(project: Project, standing: Standing, path: str) -> list[Lookup]:
    """A file to be taken in: the rendered text has no address yet."""
    target = join(project.settings.folder if path.startswith("/") else parent(standing.file), path.lstrip("/"))
    if target is None:
        return [Lookup("outside", path, ABOVE)]
    made = [folder for folder in project.settings.made if within(target, folder)]
    return [Lookup("file", target), *([Lookup("opaque", target, MADE)] if made else [])]


def _find_target(project: Project, target: str, *, slash: bool) -> Iterator[Lookup]:
    settings, names = project.settings, project.names
    if target in names.files:
        yield Lookup("file", target)
    if within(target, settings.folder):
        url = "/" + (target[len(settings.folder) :].lstrip("/") if settings.folder else target)
        url = f"{url}/" if slash and url != "/" else url
        yield Lookup("url", url)
        yield from _find_notebook(project, url)
        yield from _explain(project, target, url)
    if target and target not in names.files and not (target in names.directories and within(target, settings.folder)):
        yield Lookup("file", target)


def _find_notebook(project: Project, url: str) -> Iterator[Lookup]:
    path = project.notebooks.get(url)
    if path is not None:
        yield Lookup("file", path)


def _explain(project: Project, target: str, url: str) -> Iterator[Lookup]:
    """Why there may be something where no file and no page is."""
    settings, names = project.settings, project.names
    if target in names.files:
        return
    if BUILT.fullmatch(url) or FILES.search(target):
        yield Lookup("opaque", url, "Quarto writes this file")
        return
    preview = PREVIEW.sub("", target)
    if preview != target and any(f"{preview}.{each}" in names.files for each in INPUTS):
        yield Lookup("opaque", url, "Quarto writes a view of the notebook")
        return
    stem, _, ending = target.rpartition(".")
    if ending == "html" and any(f"{stem}.{each}" in names.files for each in SCRIPTS):
        yield Lookup("opaque", url, "Quarto makes this page of a script")
    if ending in FORMATS and any(f"{stem}.{each}" in settings.inputs for each in INPUTS):
        yield Lookup("opaque", url, "Quarto may write the page in this format, too")
    if settings.is_book and ending in FORMATS and parent(target) == settings.folder:
        yield Lookup("opaque", url, "Quarto may write the book in this format")
    for folder in settings.made:
        if within(target, folder) and extension(target) in ("", "html", "qmd", "json"):
            yield Lookup("opaque", url, MADE)


def explain_cell(read: Read, standing: Standing, destination: Destination) -> str | None:
    """As ``Mount.excuse``: code of the page may write the file, whose name it holds."""
    last = name(destination.path)
    if last and extension(last) not in ("", "html", "qmd", "rmd") and last in glance(read, standing.file, list_quoted):
        return "code of the page may write the file"
    return None


def list_quoted(data: bytes) -> frozenset[str]:
    """The last names of the files that the code cells of a text name."""
    found = (quoted[1] for cell in CELLS.finditer(data) for quoted in QUOTED.finditer(cell[2]))
    return frozenset(each.decode("utf-8", "replace").rpartition("/")[2] for each in found if b"." in each)


def find_links(project: Project, path: str, document: Document) -> Iterator[WrittenLink]:
    """The files that are to be taken in, and are not there; links of front matter."""
    if path in project.settings.inputs and document.front_matter:
        yield from find_front_matter_links(project.read, path, document)
    for include in document.includes:
        if include.kind == "include" and "{" not in include.written and find_part(project, path, include) is None:
            spans = pack_spans(include.span, include.span)
            yield WrittenLink("role", "iframe", include.written, include.written, include.written, spans)


def find_part(project: Project, path: str, include: Include) -> str | None:
    """The file that an include names. What a part takes in is read from the page that shows both, which is not known
    here: a file is found by the end of its path then."""
    settings, written = project.settings, include.written
    base = settings.folder if written.startswith("/") else parent(path)
    found = join(base, written.lstrip("/"))
    if found in project.names.files or path in settings.inputs or not written.startswith(".."):
        return found if found in project.names.files else None
    inner = "/" + CLIMBING.sub("", written)
    ends = [each for each in settings.texts if f"/{each}".endswith(inner)]
    return ends[0] if len(ends) == 1 else None


def find_parts(project: Project, path: str, document: Document) -> Sequence[str]:
    """The files that a document takes in."""
    parts = (find_part(project, path, each) for each in document.includes if each.kind == "include")
    return [part for part in parts if part is not None]


def gather_parts(
    find: Callable[[str, Document], Sequence[str]], path: str, documents: Mapping[str, Document], most: int
) -> list[str]:
    """The file and those that it takes in, which ``find`` tells of a document; none further once there are so many."""
    found = [path]
    for file in found:
        if len(found) < most:
            found += [part for part in find(file, documents[file]) if part not in found and part in documents]
    return found


def find_opaque(project: Project, addresses: frozenset[str], url: str) -> str | None:
    """As ``Mount.opaque``: hosts may publish the site below a path that its config does not say."""
    settings = project.settings
    first, _, rest = url.lstrip("/").partition("/")
    inner = "/" + rest.removesuffix("index.html")
    if inner != "/" and inner in addresses and join(settings.folder, first) not in project.names.directories:
        return f"the site may be published below /{first}"
    files = [join(settings.folder, each) or "" for each in (url.lstrip("/"), rest)] if settings.made else []
    return MADE if any(within(file, folder) for file in files for folder in settings.made) else None
