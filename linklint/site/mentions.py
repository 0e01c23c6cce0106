"""Pages that a file names which is not read for links: a navigation in YAML, a notebook, a reStructuredText README.

Such a page may well be linked, so nobody is told that it is an orphan.
"""

from __future__ import annotations

import re
import string
from collections.abc import Container, Iterable, Mapping
from itertools import islice

from linklint.model.files import Names, Repository
from linklint.site.paths import extension, name, parent

READ = frozenset(
    "adoc asciidoc astro cfg cjs conf csv cts html htm ini ipynb js json jsx mdx mjs mts org opml py rb rdoc rs rst "
    "sh svelte textile toml ts tsx txt vue wiki xml yaml yml".split()
)
# Files that name pages without linking them for any visitor; themes in hidden folders do link them.
NO_NAVIGATION = re.compile(
    r"(?:.*/)?(?:sitemap[^/]*\.xml|robots\.txt|llms[^/]*\.txt|\.[^/]*|[^/]*lock[^/]*)"
    r"|(?:.*/)?\.(?!(?:vitepress|vuepress)/(?:theme|components)/).*"
)
# Instructions to coding agents: they name files by path, and the agent opens them.
AGENT_FILES = frozenset({"agents.md", "claude.md", "gemini.md", "skill.md"})
MOST_FILES = 20_000
LARGEST = 1_000_000  # bytes; larger files are data
FEW = 20  # names that are looked for one by one faster than all words of a text are
TOKEN = re.compile(r"[\w.\-~+@%/]+")
# What tokens are cut into: ASCII letters and digits, and what joins them; all else becomes a blank.
_JOINED = (string.ascii_letters + string.digits + "_-~+@%").encode()
_PIECES = bytes(code if code in _JOINED else ord(" ") for code in range(256))
COMMON = frozenset({"readme", "index"})
COMPONENTS = ("astro", "jsx", "svelte", "tsx", "vue")
# Pages that may hold code: Vue's in VitePress, JavaScript in MDX.
SCRIPTED = frozenset({"md", "mdx"})
SCRIPT = re.compile(rb"<script\b|^(?:import|export)\s", re.MULTILINE)
SIGNS_OF_SCRIPTS = (b"<script", b"\nimport", b"\nexport", b"\rimport", b"\rexport")
"""One of them is in each text that ``SCRIPT`` finds something in behind its first line: they are found much faster."""
ADDRESS = re.compile(rb"""['"`](/[\w.\-~+@%/]+|\.{1,2}/[\w.\-~+@%/]+\.mdx?)(?=['"`#?])""")


def find_mentioned(paths: Iterable[str], repository: Repository, skip: Container[str]) -> frozenset[str]:
    """Those of ``paths`` whose name, or whose path without extension, stands in a file that is read for no links, or as
    an address in the code of a page. A README or index must be named with its folder, or be that folder. ``skip``:
    files that are pages, and linklint's own (the clusters file names pages, but leads nobody there)."""
    wanted = _wanted(paths)
    pieces = _pick_pieces(wanted)
    found: set[str] = set()
    if wanted:
        for path in islice(_other_files(repository.names), MOST_FILES):
            if path in skip and not is_for_agents(path):
                continue
            data = repository.read(path)
            if data is not None and len(data) <= LARGEST and _may_name(data, pieces):
                tokens = TOKEN.findall(data.decode("utf-8", "ignore"))
                found.update(_named_in(tokens, wanted, repository.names))
        for path in repository.names.ending(*SCRIPTED):
            if path in skip:
                found.update(_named_in(repository.glance(path, list_addresses), wanted, repository.names))
    return frozenset(found)


def find_in_menus(urls: Mapping[str, str], repository: Repository) -> frozenset[str]:
    """The paths of those pages whose address stands in quotes in a component. ``urls``: path → URL path."""
    wanted = {_bare(url): path for path, url in urls.items()}
    files = repository.names.ending(*COMPONENTS) if wanted else ()
    code = [path for path in files if not NO_NAVIGATION.fullmatch(path)][:MOST_FILES]
    return frozenset(
        wanted[bare]
        for path in code
        for each in repository.glance(path, list_quoted)
        if (bare := _bare(each)) in wanted
    )


def _bare(url: str) -> str:
    return url.rstrip("/").removesuffix(".html")


def list_quoted(data: bytes) -> list[str]:
    """The addresses from the top of the site that stand in quotes."""
    found = ADDRESS.findall(data) if len(data) <= LARGEST else []
    return sorted({match.decode("utf-8", "ignore") for match in found if match.startswith(b"/")})


def list_addresses(data: bytes) -> list[str]:
    """The addresses from the top of the site, and the files of pages, that stand in quotes, where a page has code of
    its own that may link them, or take them in."""
    may_hold = data.startswith((b"import", b"export")) or any(map(data.__contains__, SIGNS_OF_SCRIPTS))
    if not may_hold or len(data) > LARGEST or not SCRIPT.search(data):
        return []
    return sorted({match.decode("utf-8", "ignore") for match in ADDRESS.findall(data)})


def _wanted(paths: Iterable[str]) -> dict[str, list[str]]:
    """Name, with and without extension → the paths of that name."""
    wanted: dict[str, list[str]] = {}
    for path in paths:
        file = name(path)
        stem = file.rpartition(".")[0]
        folder = [name(parent(path))] if stem.lower() in COMMON and "/" in path else []
        for form in {file, stem, *folder}:
            wanted.setdefault(form, []).append(path)
    return wanted


def _pick_pieces(wanted: Iterable[str]) -> frozenset[bytes] | None:
    """Of each name the longest piece that a text which holds the name must hold; None when one has no such piece."""
    pieces = [max(form.encode("utf-8", "ignore").translate(_PIECES).split(), key=len, default=b"") for form in wanted]
    return frozenset(pieces) if all(pieces) else None


def _may_name(data: bytes, pieces: frozenset[bytes] | None) -> bool:
    """Whether a text may hold one of the names: found much faster than its tokens."""
    if pieces is None:
        return True
    if len(pieces) <= FEW and not any(map(data.__contains__, pieces)):
        return False
    return not pieces.isdisjoint(data.translate(_PIECES).split())


def _other_files(names: Names) -> Iterable[str]:
    for path in names.ending(*READ, "md"):
        file = names.files[path]
        is_read = is_for_agents(path) or (extension(path) in READ and not NO_NAVIGATION.fullmatch(path))
        if is_read and file.kind == "file" and file.present:
            yield path


def is_for_agents(path: str) -> bool:
    """Whether coding agents read the file by its name."""
    return name(path).lower() in AGENT_FILES


def _named_in(tokens: Iterable[str], wanted: Mapping[str, list[str]], names: Names) -> Iterable[str]:
    for token in set(tokens):
        written = token.strip("./")
        last = name(written)
        if last.endswith(".html") and last not in wanted:
            written, last = written.removesuffix(".html"), last.removesuffix(".html")
        for path in wanted.get(last, ()):
            top = token.startswith("/") and written == last
            if _names(written, last, path, top) and not _names_a_longer_path(written, path, names):
                yield path


def _names(written: str, last: str, path: str, top: bool) -> bool:
    """A file name is enough; without its extension, or for a README, its folder must stand before it. Where the folder
    stands for its README or index, so must the one above, or the ``top`` of the site."""
    file = name(path)
    if last == file and file.rpartition(".")[0].lower() not in COMMON:
        return True
    folder = name(parent(path))
    if last == folder and last not in (file, file.rpartition(".")[0]):
        above = name(parent(parent(path)))
        return top or (bool(above) and name(parent(written)) == above)
    return bool(folder) and name(parent(written)) == folder


def _names_a_longer_path(written: str, path: str, names: Names) -> bool:
    """Whether the whole path stands inside that of another page: ``es/guides/a`` is the translation of ``guides/a``,
    where there is one."""
    whole = (path, path.rpartition(".")[0])
    return written.endswith(tuple(f"/{form}" for form in whole)) and any(
        f"{written}{ending}" in names.files for ending in ("", ".md", ".mdx", ".html")
    )
