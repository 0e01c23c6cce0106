"""What ``docfx.json`` says of a docset, and ``.openpublishing.publish.config.json`` of how Learn publishes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from linklint.data.javascript import read_config
from linklint.data.tree import Tree
from linklint.model.files import Names, fold
from linklint.site.destination import read_destination
from linklint.site.ignore_patterns import Patterns, compile_patterns
from linklint.site.imports import named_by_path
from linklint.site.paths import ancestors, below, extension, join, name, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.docfx.made import find_made, find_modules
from linklint.site.profiles.docfx.mappings import FileMapping, place_files, read_mappings

CONFIG = "docfx.json"
PUBLISHING = ".openpublishing.publish.config.json"
TOC_NAMES = frozenset({"toc.yml", "toc.md"})
MIME = re.compile(rb"\s*###\s*YamlMime:\s*(\w+)", re.IGNORECASE)
# Schemas of pages that people write; the fields of others (API references, lessons) are not known.
PAGE_SCHEMAS = frozenset({b"landing", b"hub", b"faq", b"howto", b"tutorial", b"architecture"})
HOST = "https://learn.microsoft.com"
PDF_NAME = re.compile(rb"^[ \t]*pdfFileName:[ \t]*[\"']?([^\"'\r\n#]+?)[\"']?[ \t]*\r?$", re.MULTILINE)
LOCALE = re.compile(r"\A/[a-z]{2}-[a-z]{2}(?:-[a-z]{2})?(?=/)", re.IGNORECASE)
LEARN_HOSTS = frozenset({"learn.microsoft.com", "docs.microsoft.com"})
FEW = 3


class Docset(NamedTuple):
    """``root``: folder of the config. ``content``, ``resources``: repository path → path in the site. ``generated``:
    folders that ``docfx metadata`` and other programs fill before the build. ``foreign``: folders that the build puts
    other repositories into. ``learn``: Microsoft Learn publishes it. ``base``: URL path below which it is published, no
    trailing slash; None where nothing tells. ``host``: of the full addresses of its pages; empty: not known. ``maps``:
    uids of other sites are known to the build. ``extensions``: Markdig's that are switched on, lower case.
    ``breadcrumbs``: file of the breadcrumbs, if said. ``folders``: those of the site that hold pages, folded.
    ``overwrites``: files whose text goes into pages of an API. ``ignored``: what ``.gitignore`` of the folder leaves
    out, seen from there. ``beside``: the build reads code of a checkout beside the repository.
    ``pdfs``: addresses of the PDF files that it makes of tables of contents. ``mappings``: of the content. ``made``:
    Markdown that a program makes pages of before the build; ``shared``: folders of the site (folded) that hold these
    pages, and such of other docsets; ``modules``: paths in the site of pages that are shown for their folders."""

    root: str
    config: str
    content: Mapping[str, str]
    resources: Mapping[str, str]
    generated: tuple[str, ...]
    foreign: tuple[str, ...]
    learn: bool
    base: str | None
    host: str
    maps: bool
    metadata: bool
    extensions: frozenset[str]
    breadcrumbs: str
    pages: frozenset[str]
    folders: frozenset[str]
    overwrites: Mapping[str, str]
    ignored: Patterns
    beside: bool = False
    pdfs: frozenset[str] = frozenset()
    mappings: tuple[FileMapping, ...] = ()
    made: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    modules: frozenset[str] = frozenset()

    def place(self, path: str) -> str:
        """The path in the site of a file, also of one that is gone."""
        for mapping in self.mappings:
            inner = below(path, mapping.source) if within(path, mapping.source) else ""
            if inner and mapping.takes(inner):
                return join(mapping.dest, inner) or ""
        return below(path, self.root)

    def is_toc(self, path: str) -> bool:
        """Whether the file is a table of contents."""
        return name(path).lower() in TOC_NAMES

    def is_generated(self, path: str) -> bool:
        """Whether a program may write the file before docfx builds it: it lies in such a folder, or git ignores it."""
        return is_within_any(path, self.generated) or (within(path, self.root) and self.ignored(below(path, self.root)))

    @property
    def is_closed(self) -> bool:
        """Whether no uids can come from outside the repository's pages."""
        return not (self.metadata or self.maps or self.learn or self.generated)


def find_configs(names: Names, read: Read) -> Iterator[str]:
    """The configs of the repository that build at least one page; not those of tests, examples and templates."""
    for path in names.named(CONFIG):
        if not is_example(path) and not is_set_aside(path, names):
            build = get_table(read_json(path, read).value, "build")
            content = place_files(read_mappings(build.get("content"), parent(path)), names) if build else {}
            if any(extension(other) == "md" and name(other).lower() not in TOC_NAMES for other in content):
                yield path


def read_json(path: str, read: Read) -> Tree:
    """A config, with the comments and last commas that docfx allows."""
    return read_config(read(path) or b"", path)


def read_docset(config: str, names: Names, read: Read) -> Docset:
    """The docset of a config. What cannot be read counts as not said."""
    root = parent(config)
    said = read_json(config, read).value
    build = get_table(said, "build")
    publishing = read_json(PUBLISHING, read).value if PUBLISHING in names.files else {}
    learn = isinstance(publishing, dict) and bool(publishing)
    # Learn shows the versions of a docset at the same addresses.
    groups = {} if learn else {**get_table(build, "versions"), **get_table(build, "groups")}
    content = read_mappings(build.get("content"), root, groups)
    resources = read_mappings(build.get("resource"), root, groups)
    placed = place_files(content, names)
    made = find_made(publishing, root, content, placed, names)
    placed |= made
    site = read_destination(str(get_table(build, "sitemap").get("baseUrl") or ""))
    breadcrumbs = get_table(build, "globalMetadata").get("breadcrumb_path")
    pages = frozenset(path for path in placed if _is_page(path, names, read))
    base = find_base(root, str(breadcrumbs or ""), placed) if learn else None
    if not learn and site.kind == "external":
        base = site.path.rstrip("/")
    return Docset(
        root=root,
        config=config,
        content=placed,
        resources=place_files(resources, names),
        generated=(*_find_generated(said, root, content, names), *_find_imported(root, content, names, read)),
        foreign=tuple(_find_foreign(publishing)),
        learn=learn,
        base=base,
        host=site.host if site.kind == "external" else "",
        maps=bool(build.get("xref")),
        metadata=bool(get_list(said, "metadata")),
        extensions=frozenset(_find_extensions(build)),
        breadcrumbs=_find_breadcrumbs(root, str(breadcrumbs or ""), placed),
        pages=pages,
        folders=frozenset(fold(parent(placed[path])) for path in pages),
        overwrites=place_files(read_mappings(build.get("overwrite"), root, groups), names),
        ignored=compile_patterns((read(join(root, ".gitignore") or "") or b"").decode("utf-8", "replace")),
        beside=any(join(root, folder) is None for folder in _list_sources(said)),
        pdfs=frozenset(_find_pdfs(placed, read)),
        mappings=content,
        made=frozenset(made),
        shared=frozenset(fold(inner.split("/")[0]) for inner in made.values()),
        modules=find_modules(made),
    )


def _is_page(path: str, names: Names, read: Read) -> bool:
    """Whether docfx makes a page of a content file whose words people write."""
    if name(path).lower() in TOC_NAMES:
        return False
    if extension(path) == "md":
        return extension(path[:-3]) not in ("yml", "yaml") or path[:-3] not in names.files
    if extension(path) not in ("yml", "yaml"):
        return False
    mime = MIME.match((read(path) or b"")[:200].removeprefix(b"\xef\xbb\xbf"))
    return mime is not None and mime[1].lower() in PAGE_SCHEMAS


def find_base(root: str, breadcrumbs: str, content: Mapping[str, str]) -> str | None:
    """The URL path of a docset on Learn, told from the address of its breadcrumbs."""
    file = _find_breadcrumbs(root, breadcrumbs, content)
    if not file or not breadcrumbs.startswith("/"):
        return None
    return breadcrumbs.rpartition(".")[0][: -len(content[file].rpartition(".")[0]) - 1] or None


def vote_base(docset: Docset, addresses: list[str]) -> str | None:
    """The URL path below which most of these addresses name pages of the docset; None where too few do."""
    stems = {fold(content.rpartition(".")[0]) for path, content in docset.content.items() if path in docset.pages}
    votes: dict[str, int] = {}
    for address in addresses:
        segments = address.strip("/").split("/")
        for cut in range(1, len(segments)):
            rest = fold("/".join(segments[cut:]))
            if rest in stems or f"{rest}/index" in stems:
                start = "/" + "/".join(segments[:cut]).lower()
                votes[start] = votes.get(start, 0) + 1
                break
    best = max(votes, key=lambda start: (votes[start], start), default=None)
    return best if best is not None and votes[best] >= FEW else None


def _find_generated(said: Any, root: str, content: tuple[FileMapping, ...], names: Names) -> Iterator[str]:
    """Folders of ``metadata``, and folders that ``content`` names and that are not in the repository."""
    for entry in get_list(said, "metadata"):
        table = entry if isinstance(entry, dict) else {}
        for key in ("dest", "output"):
            folder = join(root, str(table.get(key) or ""))
            if table.get(key) and folder:
                yield folder
    for mapping in content:
        for folder in mapping.folders():
            if folder and folder not in names.directories and folder not in names.files:
                yield folder


def _find_imported(root: str, content: tuple[FileMapping, ...], names: Names, read: Read) -> Iterator[str]:
    """Folders that git ignores by their paths, that are not here, and whose pages the build takes: a script brings
    them."""
    for folder in ancestors(join(root, "x") or ""):
        text = (read(join(folder, ".gitignore") or "") or b"").decode("utf-8", "replace")
        for made in named_by_path(text, folder, names):
            page = f"{made}/page.md"
            if any(within(page, each.source) and each.takes(below(page, each.source)) for each in content):
                yield made


def _list_sources(said: Any) -> Iterator[str]:
    """The folders of the code that ``metadata`` documents."""
    for entry in get_list(said, "metadata"):
        for source in get_list(entry, "src"):
            folder = source.get("src") if isinstance(source, dict) else None
            if isinstance(folder, str):
                yield folder


def _find_pdfs(content: Mapping[str, str], read: Read) -> Iterator[str]:
    """https://dotnet.github.io/docfx/docs/pdf.html."""
    for path, inner in content.items():
        said = PDF_NAME.search(read(path) or b"") if name(path).lower() in TOC_NAMES else None
        if said:
            yield "/" + (join(parent(inner), said[1].decode("utf-8", "replace")) or "")


def _find_foreign(publishing: Any) -> Iterator[str]:
    for entry in get_list(publishing, "dependent_repositories"):
        folder = entry.get("path_to_root") if isinstance(entry, dict) else None
        if isinstance(folder, str) and folder.strip("/"):
            yield folder.strip("/")


def _find_extensions(build: Mapping[str, Any]) -> Iterator[str]:
    for entry in get_list(get_table(build, "markdownEngineProperties"), "markdigExtensions"):
        said = entry.get("name") if isinstance(entry, dict) else entry
        for key in (said,) if isinstance(said, str) else tuple(entry) if isinstance(entry, dict) else ():
            yield str(key).lower()


def _find_breadcrumbs(root: str, said: str, content: Mapping[str, str]) -> str:
    """The file whose address, or path from the root, the metadata give; of several that fit, the one that fits most."""
    if said.startswith("~/"):
        return join(root, said[2:]) or ""
    stem = "/" + said.rpartition(".")[0].lower()
    found = [
        path
        for path, inner in content.items()
        if name(path).lower() in TOC_NAMES and stem.endswith("/" + inner.rpartition(".")[0].lower())
    ]
    return max(found, key=len, default="")


def is_elsewhere(docset: Docset, path: str) -> bool:
    """Whether an address of Learn is another docset's for certain."""
    base = (docset.base or "").lower() + "/"
    return docset.learn and base != "/" and not (without_locale(path).partition("#")[0].lower() + "/").startswith(base)


def without_locale(path: str) -> str:
    """An address of Learn without the language at its start."""
    return LOCALE.sub("", path, count=1)


def get_table(said: Any, key: str) -> Mapping[str, Any]:
    """The mapping under a key; an empty one where there is none."""
    value = said.get(key) if isinstance(said, dict) else None
    return value if isinstance(value, dict) else {}


def get_list(said: Any, key: str) -> list[Any]:
    """The list under a key; a single value is a list of one."""
    value = said.get(key) if isinstance(said, dict) else None
    return value if isinstance(value, list) else [] if value is None else [value]


def is_within_any(path: str, folders: tuple[str, ...]) -> bool:
    """Whether the path lies in one of the folders."""
    return any(within(path, folder) for folder in folders)
