"""What ``window.$docsify`` in ``index.html`` says, as far as it decides where links lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from linklint.data.javascript import REST, UNKNOWN, read_literal
from linklint.model.files import Names
from linklint.site.paths import ancestors, below, join, name, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.manifests import get_text

_ASSIGNED = re.compile(r"\$docsify\s*=\s*")
_SCRIPT = re.compile(r"docsify(?:@(\d+)[^/\"']*)?/(?:dist|lib)/docsify|docsify(?:@(\d+)[^/\"']*)?[\"']")
_RUNAWAY = re.compile(r"[+*}][^()]*\)[+*{]")  # a repetition inside a repetition
_REMOTE = re.compile(r"(?:https?:)?//")
_LISTED = re.compile(r"\]\(/?([^()\s:#?]+\.md)")
LONGEST_PATTERN = 200
FEW = 3


class DocsifySettings(NamedTuple):
    """``root`` is the folder of ``index.html``, ``content`` the one of the pages, ``base`` the URL that the config of
    linklint names (None: none). ``is_known``: the settings could be read, so ``is_relative`` is what they say.
    ``version`` is 4, 5 or 0 (unknown). ``sidebar`` and the like are names of files. ``around``: the folder of these at
    the top, where a build lays them over the pages; elsewhere it is that of the pages."""

    root: str
    content: str
    base: str | None = None
    is_known: bool = True
    is_relative: bool = False
    version: int = 0
    ending: str = ".md"
    home: str = "README.md"
    alias: Mapping[str, str] = {}
    routes: tuple[str, ...] = ()
    uncompiled: tuple[str, ...] = ()
    parts: tuple[str, ...] = ("_sidebar.md", "_navbar.md", "_coverpage.md")
    other_languages: tuple[str, ...] = ()
    first_language: str = ""
    laid_over: str = ""

    @property
    def around(self) -> str:
        """The folder of the sidebar at the top."""
        return self.laid_over or self.content

    @property
    def sidebar(self) -> str:
        """The name of the files that list pages."""
        return self.parts[0]


def read_settings(root: str, names: Names, read: Read, base: str | None = None) -> DocsifySettings | None:
    """The settings of the site whose ``index.html`` lies in ``root``; None where there is no such site, or where its
    pages come from another host."""
    text = (read(join(root, "index.html") or "") or b"").decode(errors="replace")
    match = _ASSIGNED.search(text)
    script = _SCRIPT.search(text)
    if match is None and (script is None or "docsify" not in text):
        return None
    value = read_literal(text[match.end() :].partition("</script")[0]).value if match else {}
    is_known = isinstance(value, dict) and REST not in value
    said: Mapping[str, Any] = value if isinstance(value, dict) else {}
    base_path = get_text(said, "basePath")
    if _REMOTE.match(base_path):
        return None
    ending = get_text(said, "ext") or ".md"
    ending = ending if ending.startswith(".") else "." + ending
    content = join(root, base_path) or ""
    parts = tuple(
        get_text(said, key) or default + ending
        for key, default in (("loadSidebar", "_sidebar"), ("loadNavbar", "_navbar"), ("coverpage", "_coverpage"))
    )
    content = content if content in names.directories and within(content, root) else root
    pages = _find_pages(root, content, parts, names, read)
    versions = {"4": 4, "5": 5}
    found = versions.get((script[1] or script[2] or "") if script else "", 0)
    return DocsifySettings(
        root=root,
        content=pages or content,
        base=base,
        is_known=is_known and said.get("relativePath") is not UNKNOWN,
        is_relative=said.get("relativePath") is True,
        version=found,
        ending=ending,
        home=get_text(said, "homepage") or "README" + ending,
        alias={key: to for key, to in _table(said, "alias").items() if isinstance(to, str)},
        routes=tuple(_table(said, "routes")),
        uncompiled=_texts(said, "noCompileLinks"),
        parts=parts,
        other_languages=_texts(said, "fallbackLanguages"),
        first_language=get_text(said, "fallbackDefaultLanguage"),
        laid_over=content if pages else "",
    )


def _find_pages(root: str, content: str, parts: Sequence[str], names: Names, read: Read) -> str:
    """The folder of the pages of a site that has none itself, only what is around them: ``docs`` beside ``site`` with
    ``site/docs/_sidebar.md``, which names what is in it. A build lays one over the other. Empty where it is none."""
    beside = join(parent(root), below(content, root)) or "" if root and content != root else ""
    own = [path for path in names.below(content) if path.endswith(".md") and name(path) not in parts]
    if beside not in names.directories or not beside or own:
        return ""
    listed = set(_LISTED.findall((read(join(content, parts[0]) or "") or b"").decode(errors="replace")))
    here = [each for each in listed if (join(beside, each) or "") in names.files]
    return beside if len(here) >= FEW and 2 * len(here) > len(listed) else ""


def find_sites(names: Names) -> list[str]:
    """Folders with an ``index.html`` and Markdown beside or below it: where a site may be."""
    folders = set(map(parent, names.ending("md", "markdown")))
    above = folders.union(*(ancestors(folder) for folder in folders), [""] if folders else [])
    return [folder for folder in map(parent, names.named("index.html")) if folder in above]


def follow_alias(settings: DocsifySettings, path: str) -> str | None:
    """What the table of aliases puts in the place of a route, again and again; None where no alias applies."""
    found = None
    for _ in range(10):
        replaced = _replace_once(settings.alias, path)
        if replaced is None or replaced == path:
            return found
        found = path = replaced
    return found


def _replace_once(alias: Mapping[str, str], path: str) -> str | None:
    for pattern, to in alias.items():
        compiled = compile_pattern(pattern)
        if compiled is not None and compiled.fullmatch(path):
            return compiled.sub(lambda match, to=to: _fill(to, match), path, count=1)  # type: ignore[misc]  # bound now
    return None


def _fill(template: str, match: re.Match[str]) -> str:
    """``$1`` and its like, as JavaScript replaces them."""

    def group(found: re.Match[str]) -> str:
        number = int(found[1])
        return (match[number] or "") if number <= (match.re.groups or 0) else found[0]

    return re.sub(r"\$([1-9])", group, template)


def matches_any(patterns: Iterable[str], text: str) -> bool:
    """Whether one of the expressions matches the whole text."""
    return any(compiled.fullmatch(text) for compiled in map(compile_pattern, patterns) if compiled)


@lru_cache(maxsize=1024)
def compile_pattern(pattern: str) -> re.Pattern[str] | None:
    """An expression of JavaScript's; None for what Python reads otherwise or what may take for ever."""
    if len(pattern) > LONGEST_PATTERN or _RUNAWAY.search(pattern) or pattern.count("*") + pattern.count("+") > 5:
        return None
    try:
        return re.compile(pattern.removeprefix("^").removesuffix("$"))
    except re.error:
        return None


def _texts(said: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = said.get(key)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _table(said: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = said.get(key)
    return value if isinstance(value, dict) else {}
