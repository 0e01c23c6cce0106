"""Content that a build brings to a site before its framework sees it, as its scripts and tables tell. A link to such a
page cannot be verified here. What git ignores is told by ``ignored``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

import msgspec

from linklint.model.files import Names
from linklint.site.paths import below, extension, join, name, normalise_url, parent, within
from linklint.site.profile import Mount, Read, change_for_good
from linklint.site.profiles.conventions import is_example
from linklint.site.programs import CODE, find_filled, is_program
from linklint.site.publishing import find_laid, find_places

# Folders of a site, below its own, whose paths addresses repeat; those of languages in them do so too.
CONTENT = ("content", "docs", "src", "src/content", "src/pages", "pages", "source", "static", "public", "site")
LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
SCRIPTS = frozenset({"sh", "bash", "py", "rb", "mk", "ps1"})
FETCHES = re.compile(
    r"\bgit (?:clone|fetch|submodule|archive)\b|\bdegit\b|\bcurl\b|\bwget\b|raw\.githubusercontent"
    r"|\brequests\.get\b|\burlopen\b"
)
# A workflow that checks out another repository, and what it copies into folders of this one.
CHECKOUT = re.compile(r"\bactions/checkout@[\s\S]{0,200}?\brepository:\s*[\w.\-]+/[\w.\-]+")
COPY = re.compile(
    r"\bcp[ \t]+(?:-\S+[ \t]+)*[^\s;&|]+[ \t]+[\"']?(?:\$GITHUB_WORKSPACE/|\./)?([\w.\-/]+?)/?[\"']?[ \t]*$",
    re.MULTILINE,
)
# What a workflow puts into the folder that it publishes: its source, and its place there.
PUBLISHED = re.compile(
    r"\b(?:cp|mv)[ \t]+(?:-\S+[ \t]+)*([\w.\-/]+)[ \t]+"
    r"(?:\./)?(?:_site|public|site|build|dist|out)(/[\w.\-/]+)?/?[ \t]*$",
    re.MULTILINE,
)
# A program that takes other versions of the repository out of git, and the names that it has for versions.
VERSIONS = re.compile(r"""\bgit["']?,?\s+["']?(?:archive|worktree)\b""")
VERSION = re.compile(r"""["'](v?\d+(?:\.\d+)*)["']""")
TOKEN = re.compile(r"[\w.\-~+@/]+")
# A row of a table whose last cell is a page: where something that is written elsewhere is to be shown.
ROW = re.compile(r"""^[^,\n#]+,\s*["']?(/?[\w.\-/]+\.md)["']?\s*(?:,|$)""", re.MULTILINE)
OUTPUTS = frozenset({"_site", "build", "dist", "out"})  # folders that generators write
MOST_FILES = 500
MANY_PAGES = 50
LARGEST = 200_000  # bytes; no script is larger


class Imports(msgspec.Struct, frozen=True):
    """``made``: folders that a ``.gitignore`` names by their paths and that are not here. ``fetched``: folder → script
    that fetches or makes what is in it. ``tables``: site path of a page, in lower case → table that names it as a copy.
    ``versions``: name of another version of the site → script that brings it. ``places``: folder of the host →
    workflow that publishes something else there. ``laid``: folder of the repository → workflow that publishes it at the
    top of the host."""

    made: frozenset[str]
    fetched: dict[str, str]
    tables: dict[str, str]
    versions: dict[str, str]
    places: dict[str, str]
    laid: dict[str, str]


def with_imports(mount: Mount, names: Names, imports: Callable[[], Imports]) -> Mount:
    """The mount, with addresses being opaque whose pages a build brings. GitHub shows what is in the repository, and
    nothing else; nor does a build make hand-written HTML. ``imports``: finds what ``read_imports`` does."""
    if mount.framework in ("plain", "html"):
        return mount
    folders = content_folders(mount.root, names)
    # Where code gives pages their addresses, a folder's pages need not keep its name in theirs.
    is_free = mount.framework == "eleventy"
    explain = lru_cache(maxsize=4096)(
        lambda url: (
            explain_import(url, folders, imports())
            or explain_place(url, mount.root, folders, imports(), names)
            or (explain_made(url, folders, imports(), names) if is_free else None)
        )
    )

    def add(bare: Mount) -> Mount:
        return msgspec.structs.replace(bare, opaque=lambda url: bare.opaque(url) or explain(url))

    return change_for_good(mount, add)


def content_folders(root: str, names: Names) -> tuple[str, ...]:
    """The folders of the site's sources, as far as their names tell."""
    here = [folder for each in CONTENT if (folder := join(root, each) or "") in names.directories]
    inner = [each for each in names.directories if LANGUAGE.fullmatch(name(each)) and parent(each) in here]
    return tuple(dict.fromkeys(["", root, *here, *sorted(inner)]))


def explain_import(url: str, folders: tuple[str, ...], imports: Imports) -> str | None:
    """Why a build may bring the page of the address, or the file of the path; None where nothing tells so."""
    bare = normalise_url("/" + url).strip("/").removesuffix(".html")
    if not bare:
        return None
    table = imports.tables.get(bare.lower().removesuffix(".md"))
    if table is not None:
        return f"{table} names it as a copy of something elsewhere"
    version = imports.versions.get(bare.partition("/")[0])
    if version is not None:
        return f"{version} brings other versions of the site"
    for folder in folders:
        path = join(folder, bare) or ""
        script = next((script for each, script in imports.fetched.items() if within(path, each)), None)
        if script is not None:
            return f"{script} makes the folder's files, or fetches them"
    return None


def explain_place(url: str, root: str, folders: tuple[str, ...], imports: Imports, names: Names) -> str | None:
    """Whether a workflow publishes something else at the address. What lies in a folder of the site is the site's, and
    so is the folder that the site lies in."""
    bare = normalise_url("/" + url).strip("/")
    own = [folder for folder in folders if within(folder, root)]
    for place, workflow in imports.places.items():
        is_here = within(root, place) or any(join(folder, place) in names.directories for folder in own)
        if within(bare, place) and not is_here:
            return f"{workflow} leaves {place} to what else is published there"
    for folder, workflow in imports.laid.items():
        path = join(folder, bare) or ""
        if bare and (path in names.files or path in names.directories or f"{path}.html" in names.files):
            return f"{workflow} publishes {folder} beside the site"
    return None


def explain_made(url: str, folders: tuple[str, ...], imports: Imports, names: Names) -> str | None:
    """Whether the address lies beside a folder of content that git ignores: a build makes its pages. They do not get
    into the folders that are there beside it."""
    bare = normalise_url("/" + url).strip("/")
    for made in sorted(imports.made):
        for folder in folders:
            beside = below(parent(made), folder)
            if folder and beside and within(parent(made), folder) and within(bare, beside):
                first, _, rest = below(bare, beside).partition("/")
                if not (rest and join(parent(made), first) in names.directories):
                    return f"{made} is made by a build, and where its pages are published cannot be known"
    return None


def read_imports(names: Names, read: Read) -> Imports:
    """What the repository's files say."""
    made: set[str] = set()
    fetched: dict[str, str] = {}
    tables: dict[str, str] = {}
    versions: dict[str, str] = {}
    places: dict[str, str] = {}
    laid: dict[str, str] = {}
    count = 0
    for path in names.ending(*CODE, *SCRIPTS, "csv", "yaml", "yml", ""):
        kind, file = _kind(path), names.files[path]
        if not kind or file.kind != "file" or not file.present or count >= MOST_FILES:
            continue
        count += 1
        text = (read(path) or b"")[:LARGEST].decode("utf-8", "ignore")
        if kind == "ignore":
            made.update(named_by_path(text, parent(path), names))
        elif kind == "program":
            fetched.update((folder, path) for folder in find_filled(text, path, names) if folder not in fetched)
        elif kind == "table":
            tables.update((_page(cell), path) for cell in ROW.findall(text))
        elif kind == "workflow":
            copies = COPY.findall(text) if CHECKOUT.search(text) else []
            fetched.update(
                (folder, path) for folder in copies if {folder, parent(folder) or folder} & names.directories
            )
            fetched.update((folder, path) for folder in find_published(text, names))
            places.update((place, path) for place in find_places(text))
            laid.update((folder, path) for folder in find_laid(text, names))
        elif FETCHES.search(text):
            named = (folder for folder in _named_folders(text, path, names) if folder not in fetched)
            fetched.update((folder, path) for folder in named if not _is_written_here(folder, names))
            fetched.update((folder, path) for folder in _named_output(text) if folder not in names.directories)
        if kind == "script" and VERSIONS.search(text):
            versions.update((version, path) for version in VERSION.findall(text) if version not in names.directories)
    return Imports(frozenset(made), fetched, tables, versions, places, laid)


def find_published(text: str, names: Names) -> Iterator[str]:
    """The places in the site of what a workflow fetches from elsewhere, and publishes with it."""
    if not (CHECKOUT.search(text) or FETCHES.search(text)):
        return
    for source, place in PUBLISHED.findall(text):
        folder = place.strip("/") or name(source.rstrip("/"))
        if "." not in folder and (join("", source) or "") not in names.directories and folder not in names.directories:
            yield folder


def _is_written_here(folder: str, names: Names) -> bool:
    """Whether the folder holds so many pages that a script names it for another reason, or to put a few more there."""
    pages = (path for path in names.ending("md", "mdx", "markdown") if within(path, folder))
    return sum(1 for _ in islice(pages, MANY_PAGES)) == MANY_PAGES


def named_by_path(text: str, folder: str, names: Names) -> Iterator[str]:
    """Folders that the list names by their paths, of which git tracks nothing, in folders that it tracks."""
    for line in text.splitlines():
        path = join(folder, line.strip()) if re.fullmatch(r"/?[\w\-]+(?:/[\w\-]+)+/?", line.strip()) else None
        if path and path not in names.directories and path not in names.files and parent(path) in names.directories:
            yield path


def _kind(path: str) -> str:
    """``ignore``, ``program``, ``script``, ``workflow``, ``table``; empty for other files."""
    base = name(path)
    if path.startswith((".github/workflows/", ".github/actions/")) and extension(path) in ("yml", "yaml"):
        return "workflow"
    if base == ".gitignore":
        return "ignore"
    if extension(path) in SCRIPTS or base.lower() == "makefile":
        return "" if is_example(path) else "script"
    if is_program(path):
        return "program"
    is_table = extension(path) == "csv" or ("." not in base.lstrip(".") and base.islower())
    return "table" if is_table and "/" in path and not path.startswith(".") else ""


def _page(cell: str) -> str:
    """The site path of a page, in lower case."""
    bare = cell.strip("/").lower().removesuffix(".md")
    return bare.removesuffix("/_index").removesuffix("/index")


def _named_folders(text: str, path: str, names: Names) -> Iterator[str]:
    """Folders below a content folder, by their paths from the top or from the script's folder, that are there or may
    be made."""
    for token in dict.fromkeys(TOKEN.findall(text)):
        bare = token.strip("/").removeprefix("./")
        segments = bare.split("/")
        if len(segments) < 2 or "." in segments[-1] or ".." in segments:
            continue
        for base in dict.fromkeys(("", parent(path))):
            folder = join(base, bare) or ""
            if _is_among_content(folder, names):
                yield folder


def _named_output(text: str) -> Iterator[str]:
    """The folders of the finished site that a script names: what it brings there is no source."""
    for token in dict.fromkeys(TOKEN.findall(text)):
        first, _, rest = token.strip("/").removeprefix("./").partition("/")
        if first in OUTPUTS and rest and "." not in rest:
            yield rest


def _is_among_content(folder: str, names: Names) -> bool:
    """Whether the path leads into a folder of content, and further than to that of a language."""
    parts = folder.split("/")
    for number, part in enumerate(parts[:-1]):
        if part in ("content", "docs", "source") and "/".join(parts[: number + 1]) in names.directories:
            return any(not LANGUAGE.fullmatch(each) for each in parts[number + 1 :])
    return False
