"""Eleventy: what config scripts call, and what data scripts say, without running them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from linklint.data.javascript import UNKNOWN, Function, read_literal, read_module
from linklint.data.javascript_tokens import Token, match_brackets, read_tokens
from linklint.data.tree import KEY
from linklint.model.files import Names
from linklint.site.paths import join, parent
from linklint.site.profile import Read

ENDINGS = ("", ".js", ".mjs", ".cjs", ".ts", "/index.js", "/index.ts")
MOST_MODULES = 60
LARGEST_SCRIPT = 500_000
SPLICE = re.compile(r"\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
NAMED = re.compile(r"\$\{\s*data\.([\w.]+)\s*\}")
SLUGGED = re.compile(r"\$\{\s*this\.slugify\(\s*data\.([\w.]+)\s*\)\s*\}")
ASSIGNED = re.compile(r"^\w[\w.]*\.(permalink|tags|layout)[ \t]*=(?![=>])", re.MULTILINE)
UNKNOWN_PIECE = "{{ ? }}"
NO_PERMALINK = ("false", "undefined", "null")
WRITTEN_PERMALINK = ["data", ".", "permalink"]


class Called(NamedTuple):
    """A call in a script. ``arguments`` are values, UNKNOWN where they cannot be told; ``texts`` their source.
    ``conditional``: it stands deeper than in the body of a function."""

    arguments: tuple[Any, ...]
    texts: tuple[str, ...]
    conditional: bool


class Script:
    """One script, cut into tokens once."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text

    @cached_property
    def tokens(self) -> list[Token]:
        return list(read_tokens(self.text))

    @cached_property
    def brackets(self) -> dict[int, int]:
        return match_brackets(self.tokens)

    @cached_property
    def bare(self) -> str:
        """The text without comments."""
        return " ".join(token.text for token in self.tokens)

    def calls(self, name: str) -> Iterator[Called]:
        """The calls of ``….name(…)``; ``name`` may have a dot: ``ignores.add``."""
        words = [part for word in name.split(".") for part in (word, ".")][:-1]
        texts = [token.text for token in self.tokens]
        depth = 0
        for index, token in enumerate(self.tokens):
            depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "mark" else 0
            opening = index + len(words)
            is_call = token.text == words[0] and texts[index : opening + 1] == [*words, "("]
            if is_call and opening in self.brackets and texts[index - 1 : index] != ["function"]:
                slices = list(self._split(opening))
                yield Called(tuple(map(self.evaluate, slices)), tuple(slices), depth > 1)

    def _split(self, opening: int) -> Iterator[str]:
        """The source of each argument between the brackets."""
        index, end = opening + 1, self.brackets[opening]
        first = index
        while index <= end:
            if index == end or self.tokens[index].text == ",":
                if index > first:
                    yield self.text[self.tokens[first].start : self.tokens[index - 1].end]
                first = index + 1
            index = self.brackets.get(index, index) + 1

    def evaluate(self, source: str) -> Any:
        """The value of an expression; a name stands for what it is declared as in this script."""
        if source.isidentifier():
            for index, token in enumerate(self.tokens[:-3]):
                following = [each.text for each in self.tokens[index + 1 : index + 3]]
                if token.text in ("const", "let", "var") and following == [source, "="]:
                    return read_literal(self.text[self.tokens[index + 3].start :]).value
        return read_literal(source).value

    def sources(self) -> Iterator[str]:
        """The modules that it imports."""
        for index, token in enumerate(self.tokens):
            before = [each.text for each in self.tokens[max(0, index - 2) : index]]
            called = before[1:] == ["("] and before[0] in ("require", "import")
            if token.kind == "string" and (called or before[-1:] in (["from"], ["import"])):
                yield token.text[1:-1]


def open_scripts(path: str, names: Names, read: Read) -> list[Script]:
    """The config and the scripts of the repository that it imports, in turn."""
    found: dict[str, Script] = {}
    pending = [path]
    while pending and len(found) < MOST_MODULES:
        current = pending.pop(0)
        if current in found:
            continue
        data = read(current)
        if data is None or len(data) > LARGEST_SCRIPT:
            continue
        found[current] = Script(current, data.decode("utf-8-sig", "replace"))
        for source in found[current].sources():
            if source.startswith("."):
                base = join(parent(current), source) or ""
                pending += [base + ending for ending in ENDINGS if base + ending in names.files][:1]
    return [script for each, script in found.items() if not each.endswith(".json")]


def read_script_data(text: str, path: str, read: Read | None = None) -> dict[str, Any]:
    """What a data file or front matter in JavaScript says: its named exports and the properties of the default one,
    or of what that returns, also where a statement gives them (``data.permalink = "/a/"``). Of a permalink that code
    makes, its strings stay, with unknown pieces."""
    tree = read_module(text, path, read)
    values: dict[str, Any] = dict(tree.value) if isinstance(tree.value, Mapping) else {}
    default = values.pop("default", None)
    keypath: tuple[str | int, ...] = ("default",)
    if isinstance(default, Function):
        default = default.result
    if isinstance(default, Mapping):
        values.update(default)
    elif default is not None or not values:
        values.update(dict.fromkeys((key for key in ("permalink", "tags", "layout") if key in text), UNKNOWN))
    for match in ASSIGNED.finditer(text):
        said = read_literal(text[match.end() :], path).value
        values[match[1]] = said if isinstance(said, str | bool | list) else UNKNOWN

    def source(*keys: str) -> str:
        place = tree.positions.get((*keypath, *keys, KEY)) or tree.positions.get((*keys, KEY))
        return find_value(text.removeprefix("\ufeff"), place.line, place.column) if place else text

    computed = values.get("eleventyComputed")
    if _is_code(values.get("permalink")):
        values["permalink"] = read_permalink(source("permalink"))
    if isinstance(computed, Mapping) and _is_code(computed.get("permalink")):
        values["eleventyComputed"] = {**computed, "permalink": read_permalink(source("eleventyComputed", "permalink"))}
    return values


def find_value(text: str, line: int, column: int) -> str:
    """The source of the value whose key stands at this place."""
    lines = text.splitlines(keepends=True)
    script = Script("", "".join(lines[line - 1 :])[column - 1 :])
    depth = 0
    for index, token in enumerate(script.tokens):
        depth += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}")) if token.kind == "mark" else 0
        if depth < 0 or (depth == 0 and token.text == ","):
            return script.text[: script.tokens[index].start]
    return script.text


def _is_code(value: Any) -> bool:
    return value is UNKNOWN or isinstance(value, Function)


def read_permalink(source: str) -> Any:
    """What a function gives as permalink: a text with unknown pieces. A draft's ``false`` and the permalink that was
    there before do not count; where there is more than one text, or anything else, UNKNOWN."""
    script = Script("", source)
    texts: list[str] = []
    tokens = script.tokens
    for index, token in enumerate(tokens):
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after is None or (token.text != "return" and not (token.text == "=>" and after.text != "{")):
            continue
        end = tokens[index + 2].text if index + 2 < len(tokens) else ";"
        words = [each.text for each in tokens[index + 1 : index + 4]]
        if after.text in NO_PERMALINK or words == WRITTEN_PERMALINK or _is_choice_of_written(tokens, index + 1):
            continue
        closing = script.brackets.get(index + 1, index + 1)
        if after.text == "function" or [each.text for each in tokens[closing + 1 : closing + 2]] == ["=>"]:
            continue
        if after.kind not in ("string", "template") or end in ("+", ".", "?"):
            return UNKNOWN
        texts.append(SPLICE.sub(_as_template, after.text[1:-1]))
    if not texts:
        return None if "permalink" in source.partition("return")[2] + source.partition("=>")[2] else UNKNOWN
    return texts[0] if len(set(texts)) == 1 else UNKNOWN


def _is_choice_of_written(tokens: Sequence[Token], first: int) -> bool:
    """Whether the expression that begins here is ``condition ? a : b``, with the permalink that was there before or
    none of them: what drafts get."""
    marks, depth = [], 0
    for index in range(first, len(tokens)):
        text = tokens[index].text if tokens[index].kind == "mark" else ""
        depth += (text in ("(", "[", "{")) - (text in (")", "]", "}"))
        if depth == 0 and text in ("?", ":"):
            marks.append(index)
        if depth < 0 or (depth == 0 and text in (";", ",")):
            marks.append(index)
            break
    else:
        marks.append(len(tokens))
    if len(marks) != 3 or tokens[marks[0]].text != "?" or tokens[marks[1]].text != ":":
        return False
    branches = ([each.text for each in tokens[a + 1 : b]] for a, b in pairwise(marks))
    return all(branch == WRITTEN_PERMALINK or "".join(branch) in NO_PERMALINK for branch in branches)


def _as_template(splice: re.Match[str]) -> str:
    """A splice as an expression of templates, where it is as simple as these."""
    slugged = SLUGGED.fullmatch(splice[0])
    plain = NAMED.fullmatch(splice[0])
    return f"{{{{ {slugged[1]} | slugify }}}}" if slugged else f"{{{{ {plain[1]} }}}}" if plain else UNKNOWN_PIECE


def find_calls(scripts: Sequence[Script], name: str) -> list[Called]:
    """The calls of all scripts."""
    return [called for script in scripts for called in script.calls(name)]
