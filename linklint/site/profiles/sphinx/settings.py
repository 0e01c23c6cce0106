"""What ``conf.py`` says (https://www.sphinx-doc.org/en/master/usage/configuration.html), as far as it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from linklint.data.javascript_values import UNKNOWN
from linklint.data.python import Program, read_program
from linklint.model.files import Names
from linklint.model.glob import Glob, compile_sound
from linklint.site.paths import ancestors, below, join, name, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.sphinx.book import read_book
from linklint.site.profiles.sphinx.extensions import DEFINING, QUIET, WRITING, may_write

CONFIG = "conf.py"
MYST = frozenset({"myst_parser", "myst_nb", "canonical_sphinx"})
LOADING = "canonical_sphinx"  # it loads the parser, and says how
COPYING = re.compile(r"\bcopy(?:file|tree|2)?\(")
QUOTED = re.compile(r"""["']([\w\-]+(?:/[\w\-]+)*/?)["']""")
FILE = re.compile(r"[\w\-]+\.[\w.\-]*\w")
# Names of parsers of Markdown in ``source_suffix``.
MARKDOWN = frozenset({"markdown", "myst", "myst-nb"})
ALWAYS_EXCLUDED = ("**/_sources", ".#*", "**/.#*", "**/*.lproj")


class SphinxSettings(NamedTuple):
    """``folder``: where the sources are, beside the config. ``suffixes``: of Markdown; ``others``: of sources that are
    not read here. ``excluded``: what is no source; None: that is not known. ``anchors``: the level down to which
    headings get anchors; None: not known. ``slugs``: how, ``github`` or ``docutils``; empty: not known. ``makes``:
    something may make pages, ``writes``: also beside those that are there; ``defines``: something may define labels
    that are in no Markdown. ``external``: relative destinations are addresses. ``words``: names of files that the
    config says, and what else looks like one; ``filled``: of folders that its code may copy into. ``listed``: the
    names of the documents that are built; None: of all."""

    config: str
    folder: str
    home: str
    suffixes: tuple[str, ...]
    others: tuple[str, ...]
    excluded: tuple[Glob, ...] | None
    anchors: int | None
    slugs: str
    makes: bool
    writes: bool
    defines: bool
    external: bool
    statics: tuple[str, ...]
    copied: tuple[str, ...]
    language: str
    site_url: str
    extensions: tuple[str, ...]
    words: frozenset[str]
    filled: frozenset[str]
    listed: frozenset[str] | None = None

    def find_name(self, path: str) -> str | None:
        """The name of the document that a file is, without its ending; None for what is no source."""
        if not within(path, self.folder) or self.is_excluded(path):
            return None
        inner = below(path, self.folder)
        ending = next((each for each in (*self.suffixes, *self.others) if inner.endswith(each)), None)
        found = inner[: -len(ending)] if ending else ""
        return found if found and (self.listed is None or found in self.listed) else None

    def is_excluded(self, path: str) -> bool:
        """Whether the build leaves the file out, as far as that is known."""
        inner = below(path, self.folder)
        above = [each for each in ancestors(inner) if each]
        return any(glob(each) for each in (inner, *above) for glob in self.excluded or ())

    def is_markdown(self, path: str) -> bool:
        """Whether the file is a page that is read here."""
        return path.endswith(self.suffixes) and self.find_name(path) is not None


def is_myst(program: Program) -> bool:
    """Whether the config asks for a parser of Markdown."""
    extensions = program.values.get("extensions")
    return isinstance(extensions, list) and any(isinstance(each, str) and each in MYST for each in extensions)


def read_config(path: str, read: Read) -> Program:
    """The values of the config."""
    return _read_program(read(path) or b"")


# Remembered: a config is looked at when sites are sought, and when one is opened.
_read_program = lru_cache(maxsize=64)(read_program)


def find_home(folder: str, program: Program, names: Names) -> str | None:
    """The name of the document that is the home page; None where there is none."""
    said = program.values.get("root_doc", program.values.get("master_doc", "index"))
    homes = [said] if isinstance(said, str) else ["index", "contents"]
    for home in homes:
        for ending in (".md", ".rst", ".ipynb", ".txt", ".markdown"):
            if (join(folder, home + ending) or "") in names.files:
                return home
    return None


def read_settings(config: str, names: Names, read: Read) -> SphinxSettings:
    """The settings of the config at that path."""
    data = read(config) or b""
    folder = parent(config)
    book = None if name(config) == CONFIG else read_book(folder, names, read)
    program = book or _read_program(data)
    extensions = program.values.get("extensions", [])  # all that may be loaded
    listed = extensions if isinstance(extensions, list) else [UNKNOWN]
    known = [each for each in listed if isinstance(each, str)]
    text = data.decode("utf-8", "replace")
    others_loaded = [each for each in known if not QUIET.fullmatch(each)]
    is_readable = len(known) == len(listed) and program.is_whole
    is_closed = is_readable and not others_loaded and "setup" not in program.values
    writes = (
        not is_readable or WRITING.search(text) is not None or any(may_write(each, names) for each in others_loaded)
    )
    is_joined = "sphinx.ext.intersphinx" in known and program.get("intersphinx_mapping", {}) not in ({}, None)
    suffixes, others = _find_suffixes(program.get("source_suffix", []), known)
    has_notebooks = any(within(path, folder) for path in names.ending("ipynb"))
    return SphinxSettings(
        config=config,
        folder=folder,
        home=find_home(folder, program, names) or "index",
        suffixes=suffixes,
        others=others,
        excluded=_find_excluded(program),
        anchors=_find_anchors(program.get("myst_heading_anchors", UNKNOWN if others_loaded or LOADING in known else 0)),
        slugs=_find_slugs(program.get("myst_heading_slug_func")),
        makes=not is_closed or writes,
        writes=writes,
        defines=bool(others_loaded) or writes or has_notebooks or any(map(DEFINING.fullmatch, known)) or is_joined,
        external=program.get("myst_all_links_external", False) is not False,
        statics=tuple(_find_folders(program.get("html_static_path", []), folder)),
        copied=tuple(_find_folders(program.get("html_extra_path", []), folder)),
        language=_get_text(program, "language"),
        site_url=_get_text(program, "html_baseurl"),
        extensions=tuple(_find_syntax(program.get("myst_enable_extensions", []))),
        listed=frozenset(program.values["listed"]) if book and "listed" in book.values else None,
        words=frozenset(FILE.findall(text)),
        filled=_find_filled(program, text),
    )


def _find_filled(program: Program, text: str) -> frozenset[str]:
    """The names of folders that stand in quotes where code copies files, but for those of settings."""
    if COPYING.search(text) is None:
        return frozenset()
    values = [program.get(each, []) for each in ("html_static_path", "html_extra_path", "templates_path")]
    said = {name(each.strip("/")) for value in values if isinstance(value, list) for each in value if type(each) is str}
    return frozenset(name(each.strip("/")) for each in QUOTED.findall(text)) - said - {""}


def _get_text(program: Program, name: str) -> str:
    found = program.values.get(name)
    return found if isinstance(found, str) else ""


def _find_suffixes(value: Any, extensions: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The endings of Markdown and of other sources."""
    table: dict[str, Any] = {}
    if isinstance(value, Mapping):
        table = {key: each for key, each in value.items() if isinstance(key, str)}
    elif isinstance(value, list | str):
        listed = [value] if isinstance(value, str) else [each for each in value if isinstance(each, str)]
        table = {each: "markdown" if each in (".md", ".markdown") else "restructuredtext" for each in listed}
    markdown = [key for key, each in table.items() if each in MARKDOWN and key.startswith(".") and key != ".ipynb"]
    others = [key for key, each in table.items() if key.startswith(".") and key not in markdown]
    if ".md" not in others and ".md" not in markdown:
        markdown.append(".md")
    more = [".rst", *([".ipynb"] if {"myst_nb", "nbsphinx"} & {*extensions} or value is UNKNOWN else [])]
    return tuple(markdown), tuple(dict.fromkeys([*others, *more]))


def _find_excluded(program: Program) -> tuple[Glob, ...] | None:
    values = [program.get(name, []) for name in ("exclude_patterns", "templates_path", "html_extra_path")]
    texts = [each for value in values if isinstance(value, list) for each in value]
    if any(not isinstance(value, list) for value in values[:1]) or any(not isinstance(each, str) for each in texts):
        return None
    patterns = [*ALWAYS_EXCLUDED, *(each.removeprefix("./").rstrip("/") for each in texts if isinstance(each, str))]
    return tuple(compile_sound(re.sub(r"([{}\\])", r"\\\1", each) for each in patterns))


def _find_anchors(value: Any) -> int | None:
    if value is None or isinstance(value, bool):
        return 0
    return value if isinstance(value, int) else None


def _find_slugs(value: Any) -> str:
    if value is None:
        return "github"
    return "docutils" if value in ("docutils.nodes.make_id", "docutils.utils.make_id") else ""


def _find_folders(value: Any, folder: str) -> Iterator[str]:
    for each in value if isinstance(value, list) else ():
        found = join(folder, each) if isinstance(each, str) else None
        if found is not None:
            yield found


def _find_syntax(value: Any) -> Iterator[str]:
    """The extensions of the dialect for those of MyST that are on, or may be."""
    names = {"attrs_block": "attributes", "attrs_inline": "attributes", "attrs_image": "attributes"}
    names |= {"deflist": "definition-lists", "dollarmath": "math", "linkify": "autolinks", "tasklist": "tasklists"}
    names |= {"strikethrough": "strikethrough"}
    listed = [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
    unknown = not isinstance(value, list) or len(listed) < len(value)
    yield from {*(names[each] for each in listed if each in names), *(["attributes"] if unknown else [])}
