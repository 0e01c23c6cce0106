"""The formats of front matter: how each is fenced, and how it is read. All are read with the file's own positions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from linklint.data.javascript import UNKNOWN, Call, Function, read_module
from linklint.data.toml import read_toml_table
from linklint.data.tree import Tree
from linklint.data.yaml import read_yaml
from linklint.errors import UserError
from linklint.source.plain_front_matter import read_plain_front_matter, read_texts


class Stretch(NamedTuple):
    """Where the data of a front matter begins and ends, and an offset on its last line (its closing fence)."""

    start: int
    end: int
    fence: int


class Format(NamedTuple):
    """How a format is found at the start of a text, and read: data and the number of its first line to a tree.
    ``overlook``: the same where a key stands twice, for the generators that take its last value."""

    find: Callable[[str], Stretch | None]
    read: Callable[[str, int], Tree]
    overlook: Callable[[str, int], Tree] | None = None


_LINE_END = re.compile(r"\r\n?|\n")
_JSON_START = re.compile(r"\{(?=\s*[\"}])")
_JSON_STEP = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}]', re.DOTALL)


def _fenced(opening: str, closing: str, data: str = r"[\r\n]") -> Callable[[str], Stretch | None]:
    """Data between two lines. The closing line is searched from the end of the opening one, so that both may touch.
    ``data``: what may follow the opening fence, its line's end or the data themselves."""
    first = re.compile(rf"(?:{opening})[ \t]*(?={data})")
    last = re.compile(rf"(\r\n|\r|\n)(?:{closing})[ \t]*(?=[\r\n]|\Z)")

    def find(text: str) -> Stretch | None:
        opened = first.match(text)
        closed = last.search(text, opened.end()) if opened else None
        if opened is None or closed is None:
            return None
        line_end = _LINE_END.match(text, opened.end())
        start = line_end.end() if line_end else opened.end()
        return Stretch(start, closed.end(1), closed.end())

    return find


def _find_object(text: str) -> Stretch | None:
    """A JSON object that begins with the file's first character, as Hugo reads it."""
    if not _JSON_START.match(text):
        return None
    depth = 0
    for step in _JSON_STEP.finditer(text):
        depth += {"{": 1, "}": -1}.get(step[0], 0)
        if depth == 0:
            return Stretch(0, step.end(), step.end())
    return None


def _find_json(text: str) -> Stretch | None:
    return _find_object(text) or _find_fenced_json(text)


def _read_yaml(text: str, first_line: int) -> Tree:
    """Tags of one's own are passed over, as Ruby's reader and Go's do; JavaScript's ends the build."""
    found = read_plain_front_matter(text, first_line)
    return found or read_yaml(text, "", first_line=first_line, unknown_tags="keep")


def _read_repeating_yaml(text: str, first_line: int) -> Tree:
    return read_yaml(text, "", first_line=first_line, unknown_tags="keep", repeated_keys="last")


def _read_yaml_or_texts(text: str, first_line: int) -> Tree:
    try:
        return _read_yaml(text, first_line)
    except UserError:
        found = read_texts(text, first_line)
        if found is None:
            raise
        return found


def _read_toml(text: str, first_line: int) -> Tree:
    # Empty lines before it give the text the file's own line numbers; TOML knows no lone carriage return.
    moved = "\n" * (first_line - 1) + _LINE_END.sub("\n", text)
    return read_toml_table(moved, "", ()) or Tree({}, "")


_DECLARATION = re.compile(r"^(?=(?:const|let|var)\s)", re.MULTILINE)


def _read_javascript(text: str, first_line: int) -> Tree:
    """What is written as literals; what code makes is left out."""
    text = _LINE_END.sub("\n", text)
    start = "export default " if text.lstrip().startswith("{") else ""
    moved = "\n" * (first_line - 1) + (start + text if start else _DECLARATION.sub("export ", text))
    tree = read_module(moved, "")
    at = ("default",) if start else ()
    value = tree.value.get("default") if start and isinstance(tree.value, dict) else tree.value
    positions = {key[len(at) :]: place for key, place in tree.positions.items() if key[: len(at)] == at}
    return Tree(_keep_literals(value) if isinstance(value, dict) else {}, "", tree.lines, positions)


def _keep_literals(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _keep_literals(each) for key, each in value.items() if not _is_code(each)}
    return [_keep_literals(each) for each in value if not _is_code(each)] if isinstance(value, list) else value


def _is_code(value: Any) -> bool:
    return value is UNKNOWN or isinstance(value, Call | Function)


_find_fenced_json = _fenced("---json", "---")

FORMATS: Mapping[str, Format] = {
    "yaml": Format(_fenced("---", r"---|\.\.\."), _read_yaml, _read_repeating_yaml),
    "texts": Format(_fenced("---", "---"), _read_yaml_or_texts, _read_repeating_yaml),
    # Hugo reads data behind the opening fence, too (hugo/parser/pageparser, lexFrontMatterSection).
    "toml": Format(_fenced(r"\+\+\+|---toml", r"\+\+\+|---", r"[\r\n]|[\w-]+[ \t]*="), _read_toml),
    "json": Format(_find_json, _read_yaml),
    "fenced-json": Format(_find_fenced_json, _read_yaml),
    "javascript": Format(_fenced("---js|---javascript", "---"), _read_javascript),
}
"""By the names in ``Dialect.front_matter``. ``---toml``, ``---json`` and ``---js`` are how gray-matter (Eleventy,
Gatsby) marks the language; ``+++`` and a bare object are Hugo's. ``texts``: YAML, or lines that a site's own code takes
apart."""
