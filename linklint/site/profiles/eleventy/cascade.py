"""Eleventy: the data of a template (https://www.11ty.dev/docs/data-cascade/): of layouts, folders, the file, its front
matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Protocol

from linklint.data.javascript import UNKNOWN, read_module
from linklint.model.files import Names
from linklint.site.glancing import glance
from linklint.site.paths import ancestors, extension, join, name, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.eleventy.config import Config
from linklint.site.profiles.eleventy.scripts import find_value, read_permalink, read_script_data
from linklint.site.profiles.javascript_sites import read_json
from linklint.site.profiles.trees import read_table

SUFFIXES = (".11tydata.js", ".11tydata.mjs", ".11tydata.cjs", ".11tydata.ts", ".11tydata.json", ".json")
PLAIN_SUFFIXES = (".yaml", ".yml", ".11tydata.yaml", ".11tydata.yml")
GLOBAL_KEYS = ("permalink", "layout", "tags", "eleventyComputed", "eleventyExcludeFromCollections", "draft")
LAYOUT_KEYS = ("permalink", "tags", "eleventyExcludeFromCollections", "layout")
DATA_ENDINGS = frozenset({"js", "mjs", "cjs", "ts", "json", "yaml", "yml"})
# A property or a method, in the text of scripts with one blank between all tokens.
COMPUTED = re.compile(r"""addGlobalData \( ["']eleventyComputed["'] ,""")
PERMALINK_KEY = re.compile(r"[{,] permalink (?:: )?(.*)", re.DOTALL)
SCRIPT_FENCES = ("---js", "---javascript")

Data = Mapping[str, Any]


class Shown(Protocol):
    """What the front matter of a file says, by its path."""

    def __call__(self, path: str) -> Data: ...


class Cascade:
    """The data files of a site, each read once."""

    def __init__(self, config: Config, names: Names, read: Read) -> None:
        self.config, self.names, self.read = config, names, read
        self._files: dict[str, Data] = {}
        self._plain = PLAIN_SUFFIXES if "addDataExtension" in config.text else ()

    def find(self, path: str, matter: Data, layouts: Shown | None = None) -> dict[str, Any]:
        """All data of a template; ``matter`` is its front matter. A computed permalink wins over a written one."""
        inner: dict[str, Any] = {}
        for folder in self._folders(path):
            inner = merge(inner, self._named(f"{folder}/{name(folder)}" if folder else ""))
        inner = merge(inner, self._named(join(parent(path), strip_format(self.config, name(path))) or ""))
        inner = merge(inner, matter)
        found = merge(self.globals(), self._of_layouts(inner.get("layout"), layouts))
        found = merge(found, inner)
        computed = found.get("eleventyComputed")
        for key, value in computed.items() if isinstance(computed, Mapping) else ():
            if not (key == "permalink" and value is None):  # it gives what was there before
                found[key] = value
        return found

    def globals(self) -> Data:
        """What global data files and the config say for all templates."""
        found: dict[str, Any] = {}
        for key in GLOBAL_KEYS:
            for ending in (".js", ".cjs", ".mjs", ".json"):
                path = join(self.config.data, key + ending) or ""
                if path in self.names.files:
                    found[key] = self._open(path) if key == "eleventyComputed" else self._read_value(path)
        return {**found, **self._added}

    def _read_value(self, path: str) -> Any:
        """The value of a data file that is no mapping; UNKNOWN where code makes it."""
        if path.endswith(".json"):
            return read_json(path, self.read)
        if path.endswith((".yaml", ".yml")):
            return UNKNOWN
        exports = read_module(self.read(path) or b"", path, self.read).value
        value = exports.get("default") if isinstance(exports, Mapping) else None
        return value if isinstance(value, str | bool | list) else UNKNOWN

    def named_globals(self) -> Data:
        """What templates find under the name of a data file."""
        found: dict[str, Any] = {}
        for path, file in self.names.files.items():
            if parent(path) == self.config.data and file.kind == "file" and extension(path) in DATA_ENDINGS:
                found.setdefault(name(path).partition(".")[0], self._open(path) or self._read_value(path))
        return found

    @property
    def _added(self) -> Data:
        found: dict[str, Any] = {}
        text = self.config.text
        for key in ("permalink", "eleventyComputed.permalink"):
            for quote in "'\"":
                _, said, after = text.partition(f"addGlobalData ( {quote}{key}{quote} ,")
                if said:
                    value = read_permalink(_argument(after))
                    found["eleventyComputed"] = {"permalink": value}
        computed = COMPUTED.search(text)
        inner = PERMALINK_KEY.search(_argument(text[computed.end() :])) if computed else None
        if inner is not None:
            found["eleventyComputed"] = {"permalink": read_permalink(find_value(inner[1], 1, 1))}
        return found

    def _of_layouts(self, layout: Any, layouts: Shown | None) -> Data:
        """What the front matter of the layouts says."""
        found: dict[str, Any] = {}
        seen: set[str] = set()
        while layouts is not None and isinstance(layout, str):
            path = find_layout(self.config, self.names, layout)
            if path is None or path in seen:
                break
            seen.add(path)
            data = layouts(path)
            found = merge({key: data[key] for key in LAYOUT_KEYS if key in data}, found)
            layout = data.get("layout")
        found.pop("layout", None)
        return found

    def _folders(self, path: str) -> list[str]:
        """The folders from the input down to the file's."""
        return [each for each in reversed(ancestors(path)) if within(each, self.config.input)]

    def _named(self, stem: str) -> Data:
        """The data files of that name: JavaScript wins over JSON."""
        found: dict[str, Any] = {}
        for suffix in reversed((*SUFFIXES, *self._plain) if stem else ()):
            if stem + suffix in self.names.files:
                found = merge(found, self._open(stem + suffix))
        return found

    def _open(self, path: str) -> Data:
        if path not in self._files:
            self._files[path] = read_data(path, self.read)
        return self._files[path]


def _argument(bare: str) -> str:
    """The text up to the bracket that ends the call."""
    depth = 0
    for index, character in enumerate(bare):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth < 0:
            return bare[:index]
    return bare


def read_data(path: str, read: Read) -> Data:
    """A data file's mapping. One that cannot be read says nothing."""
    if extension(path) in ("js", "mjs", "cjs", "ts"):
        return read_script_data((read(path) or b"").decode("utf-8-sig", "replace"), path, read)
    if extension(path) == "json":
        value = read_json(path, read)
        return value if isinstance(value, dict) else {}
    return dict(read_table(path, read, lax=True))


def find_script(data: bytes) -> str | None:
    """The front matter that is written as a script (``---js``)."""
    if not data[:20].decode("utf-8-sig", "replace").startswith(SCRIPT_FENCES):
        return None
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return text.partition("\n")[2].partition("\n---")[0]


def read_matter(path: str, read: Read, written: Data | None) -> Data:
    """The front matter of a file: as it was parsed, or that of a script."""
    body = glance(read, path, find_script)
    if body is None:
        return written or {}
    if body.lstrip().startswith("{"):
        return read_script_data(f"export default {body.lstrip()}", path)
    lines = [
        f"export {line}" if line.startswith(("const ", "let ", "var ", "function ")) else line
        for line in body.split("\n")
    ]
    return read_script_data("\n".join(lines), path)


def merge(below: Data, above: Data) -> dict[str, Any]:
    """Eleventy's deep merge: mappings into each other, tags after each other."""
    found = dict(below)
    for key, value in above.items():
        old = found.get(key)
        if key == "tags" and old is not None:
            found[key] = UNKNOWN if UNKNOWN in (old, value) else [*as_tags(old), *as_tags(value)]
        elif isinstance(old, Mapping) and isinstance(value, Mapping):
            found[key] = merge(old, value)
        else:
            found[key] = value
    return found


def as_tags(value: Any) -> list[str]:
    """The names of the collections that a template's ``tags`` put it into."""
    each = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else []
    return [str(tag) for tag in each if isinstance(tag, str | int | float)]


def strip_format(config: Config, file: str) -> str:
    """A file's name without the ending that makes it a template."""
    for ending in sorted(config.formats, key=len, reverse=True):
        if file.endswith("." + ending):
            return file[: -len(ending) - 1]
    return file


def find_layout(config: Config, names: Names, layout: str) -> str | None:
    """The file of a layout: by its alias, its path or its path without the ending."""
    layout = config.aliases.get(layout, layout)
    base = join(config.layouts, layout)
    if base is None:
        return None
    paths = [base, *(f"{base}.{ending}" for ending in config.formats)]
    return next((path for path in paths if path in names.files), None)
