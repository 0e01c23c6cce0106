"""Files that a program writes, as the repository itself says: what is wrong in them is mended where they are made.

Only marks that somebody set on purpose count: the attributes by which GitHub and GitLab fold files in a review
(``linguist-generated``, ``gitlab-generated``), what OpenAPI Generator and Sphinx leave beside what they wrote, a
comment at the top that says so of the whole file, and the name that a program whose pages nobody edits gives to itself
in their head. Nothing is guessed from names, likeness or words that readers see: translations of what a program wrote
keep those, and people write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from linklint.model.files import Repository
from linklint.model.glob import compile_glob
from linklint.model.place import Location
from linklint.site.paths import ancestors, below, extension, join, parent

ATTRIBUTES_FILE = ".gitattributes"
MANIFEST = ".openapi-generator/FILES"
BUILD = ".buildinfo"
BUILT = b"# Sphinx build info "
ATTRIBUTES = frozenset({"linguist-generated", "gitlab-generated"})
MOST_FILES = 500
LARGEST = 100_000  # bytes of one file of attributes
TOP = 4000  # bytes in which a page may say so

_MACRO = re.compile(r"\[attr\](\S+)\s+(.*)")
_PATTERN = re.compile(r'"((?:[^"\\]|\\.)*)"\s+(.*)|(\S+)\s+(.*)')
_OPENING = re.compile(
    r"<!--(.*?)-->|\{/\*(.*?)\*/\}|\[[^\]\n]+\]:[ \t]*(?:<>|#)[ \t]*[(\"'](.*?)[)\"'][ \t]*(?=\n|\Z)"
    r"|(?:<!doctype\b[^>]*>|<html\b[^>]*>|<head\b[^>]*>)|(---|\+\+\+)[ \t]*\n(.*?)\n\4[ \t]*(?=\n|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_REMARK = re.compile(r"^[ \t]*#(.*)", re.MULTILINE)
_STANDARD = re.compile(r"\bcode generated\b.*\bdo not edit\b|(?<![\w@])@generated\b")
_FORBIDS = re.compile(r"\b(?:do not|don't|never) (?:\w+ )?(?:edit|modify|change|touch)\b")
_MADE = re.compile(r"generated\b")
_HOW = r"(?:auto[- ]?|automatically |machine[- ]?)?generated"
_WHOLE = re.compile(rf"\bthis (?:doc(?:ument(?:ation)?)?|file|page) (?:is|was|has been) {_HOW}\b")
_BY = re.compile(rf"\W*{_HOW} (?:by|from)\b")
# What a model wrote once is edited like any other text.
_ONCE = re.compile(r"\b(?:ai|chatgpt|claude|copilot|gemini|gpt[-\w]*|llms?)\b")
# Parts of a file that somebody writes are made as well: a table of contents, the lines between two comments.
_PART = re.compile(
    r"\b(?:section|toc|table of contents|block|region|snippet|start|begin|end|below|between|following)\b"
)
_META = re.compile(r"<meta\s[^<>]{0,300}?\bname\s*=\s*[\"']?generator\b[^<>]{0,300}>", re.IGNORECASE)
# Programs that make sites and descriptions of code; no editors, nor Pandoc, whose pages people go on writing.
_PROGRAM = re.compile(
    r"\bcontent\s*=\s*[\"']?(?:antora|astro|bookdown|docfx|docusaurus|doxygen|eleventy|exdoc|gatsby|hexo|hugo|javadoc|"
    r"jekyll|jsdoc|mdbook|mkdocs|nikola|pdoc|pelican|phpdocumentor|pkgdown|quarto|rustdoc|sphinx|typedoc|vitepress|"
    r"vuepress|zola)\b",
    re.IGNORECASE,
)


class GeneratedFiles:
    """The files of a repository that are marked."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self.find_mark = cache(self._find_mark)

    def _find_mark(self, path: str) -> Location | None:
        """Where it says that the file is generated; None where nothing does, or an attribute says that it is not."""
        line = next(self._list_attributes(path), None)
        if line is not None and line.value is not None:
            return line.location if line.value else None
        return self._find_in_manifest(path) or self._find_build(path) or self._find_in_text(path)

    def _list_attributes(self, path: str) -> Iterator[Attribute]:
        """Those that speak of the file, that which counts first: of the nearest folder, and there the last one."""
        for folder in ancestors(path):
            for line in reversed(self._attributes.get(folder, ())):
                if line.matches(below(path, folder)):
                    yield line

    def _find_in_manifest(self, path: str) -> Location | None:
        for folder in ancestors(path):
            manifest = join(folder, MANIFEST)
            if manifest is not None and manifest in self._repository.names:
                number = self._list_manifest(manifest).get(below(path, folder))
                if number is not None:
                    return _locate(manifest, number)
        return None

    def _find_build(self, path: str) -> Location | None:
        """What Sphinx notes of a build, in the folder of its pages."""
        notes = (join(folder, BUILD) or "" for folder in ancestors(path) if extension(path) == "html")
        return next((_locate(note, 1) for note in notes if self._is_build(note)), None)

    @cached_property
    def _is_build(self) -> Callable[[str], bool]:
        @cache
        def is_build(path: str) -> bool:
            return path in self._repository.names and (self._repository.read(path) or b"").startswith(BUILT)

        return is_build

    def _find_in_text(self, path: str) -> Location | None:
        number = self._repository.glance(path, find_mark)
        return _locate(path, number) if number else None

    @cached_property
    def _attributes(self) -> Mapping[str, Sequence[Attribute]]:
        """Folder → the lines of its file of attributes that say whether files are generated."""
        files = sorted(self._repository.names.named(ATTRIBUTES_FILE), key=lambda path: (path.count("/"), path))
        macros = set(ATTRIBUTES)
        found = {}
        for path in files[:MOST_FILES]:
            text = (self._repository.read(path) or b"")[:LARGEST].decode("utf-8", "replace")
            if any(attribute in text for attribute in macros):
                found[parent(path)] = tuple(read_attributes(text, path, macros))
        return found

    @cached_property
    def _list_manifest(self) -> Callable[[str], Mapping[str, int]]:
        @cache
        def read(path: str) -> Mapping[str, int]:
            text = (self._repository.read(path) or b"").decode("utf-8", "replace")
            return {line.strip(): number for number, line in enumerate(text.splitlines(), 1)}

        return read


class Attribute(NamedTuple):
    """A line of a file of attributes. ``value``: whether the files that it takes in are generated; None: as if nothing
    had been said."""

    location: Location
    matches: Callable[[str], bool]
    value: bool | None


def read_attributes(text: str, path: str, macros: set[str]) -> Iterator[Attribute]:
    """The lines that speak of generated files (https://git-scm.com/docs/gitattributes). ``macros``: the attributes that
    say so; those that the file at the top defines are added."""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        macro = _MACRO.fullmatch(line)
        if macro:
            if path == ATTRIBUTES_FILE and any(is_set for is_set in _tell(macro[2], macros)):
                macros.add(macro[1])
            continue
        parts = _PATTERN.fullmatch(line)
        if parts is None or line.startswith("#"):
            continue
        said = list(_tell(parts[2] or parts[4], macros))
        matches = compile_pattern(parts[1] or parts[3])
        if said and matches is not None:
            yield Attribute(_locate(path, number), matches, True if True in said else said[-1])


def _tell(attributes: str, names: set[str]) -> Iterator[bool | None]:
    """What those of these names say of a file."""
    for word in attributes.split():
        bare, _, value = word.lstrip("-!").partition("=")
        if bare in names:
            yield None if word.startswith("!") else not word.startswith("-") and value != "false"


def compile_pattern(pattern: str) -> Callable[[str], bool] | None:
    """The test whether a pattern takes in a path, seen from its folder. One without a slash is of names at any depth;
    none takes in what lies in a folder that it names. None for one that takes in no file."""
    if pattern.endswith("/"):
        return None
    escaped = re.sub(r"([{}])", r"\\\1", pattern)
    try:
        return compile_glob(escaped.lstrip("/") if "/" in escaped else "**/" + escaped)
    except ValueError:
        return None


def find_mark(data: bytes) -> int:
    """The line of the comment, among those that a page begins with, or of the element in an HTML page's head, which
    says that a program writes it; 0: none does. Comments of front matter are among them."""
    text = data[:TOP].decode("utf-8-sig", "replace").replace("\r\n", "\n")
    lower = text.lower()
    if "generator" in lower and lower.lstrip().startswith(("<!doctype", "<html")):
        head = next((meta for meta in _META.finditer(text) if _PROGRAM.search(meta[0])), None)
        if head is not None:
            return text.count("\n", 0, head.start()) + 1
    if "generated" not in lower:
        return 0
    place = len(text) - len(text.lstrip())
    while opening := _OPENING.match(text, place):
        front = opening[5]
        remarks = _REMARK.finditer(front) if front is not None else [opening]
        shift = opening.start(5) if front is not None else 0
        for remark in remarks:
            said = remark[1] if front is not None else next(filter(None, opening.groups()), "")
            if says_generated(said):
                return text.count("\n", 0, remark.start() + shift) + 1
        rest = text[opening.end() :]
        place = len(text) - len(rest.lstrip())
    return 0


def says_generated(comment: str) -> bool:
    """Whether a comment says of the whole file that a program writes it."""
    said = " ".join(comment.replace("`", "").split()).lower()
    if _STANDARD.search(said):
        return True
    if _PART.search(said) or not _MADE.search(said):
        return False
    return bool(_FORBIDS.search(said) or _WHOLE.search(said) or (_BY.match(said) and not _ONCE.search(said)))


def _locate(path: str, line: int) -> Location:
    return Location(path, line, 1, line, 1)
