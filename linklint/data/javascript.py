"""Config files in JavaScript and TypeScript, read without being run: what their literals say, with positions.

``read_config`` gives what a config module exports by default, through ``defineConfig(…)``, wrappers and functions that
return it; ``read_module`` all exports; ``read_literal`` one expression. Names are followed to their declarations, and
to other modules where ``read`` is given. Unknown environment variables count as unset. Everything else is ``UNKNOWN``;
an object into which something unknown was spread has the key ``REST``. JSON is read too. Nothing here ever raises.
"""

from __future__ import annotations

from collections.abc import Callable
from posixpath import join, normpath
from typing import Any

from linklint.data.javascript_operators import enlarge, unwrap
from linklint.data.javascript_reading import Reader
from linklint.data.javascript_tokens import LONGEST_TYPE, find_addition, find_condition, find_declared, read_tokens
from linklint.data.javascript_values import REST, UNKNOWN, Call, Effort, Function, Method, Node, Reference, Unknown
from linklint.data.limits import MAXIMUM_NODES, MAXIMUM_SIZE
from linklint.data.text import TextLines
from linklint.data.tree import KEY, KeyPath, Tree
from linklint.model.place import Location

__all__ = ["REST", "UNKNOWN", "Call", "Function", "Unknown", "read_config", "read_literal", "read_module"]

Read = Callable[[str], bytes | None]
ENDINGS = ("", ".js", ".ts", ".mjs", ".mts", ".cjs", ".cts", ".json", ".tsx", ".jsx", "/index.js", "/index.ts")
MOST_MODULES = 100


def read_config(text: str | bytes, path: str, read: Read | None = None) -> Tree:
    """What the module exports by default, wrappers and functions around it taken off: a tree whose value is most often
    a dict, or UNKNOWN. ``read`` gives the bytes of other files of the repository, None where there is none."""
    modules = _Modules(read)
    module = modules.open(path, text)
    return _tree(unwrap(module.export("default")), path, module.lines)


def read_module(text: str | bytes, path: str, read: Read | None = None) -> Tree:
    """All that the module exports, by name; ``default`` as it stands, nothing taken off."""
    module = _Modules(read).open(path, text)
    exports = {name: module.export(name) for name in module.exports}
    return _tree(Node(exports), path, module.lines)


def read_literal(text: str, path: str = "") -> Tree:
    """The first expression of the text."""
    module = _Modules(None).open(path, text)
    return _tree(module.reader.expression(0)[0], path, module.lines)


class _Modules:
    """The modules read so far, each once."""

    def __init__(self, read: Read | None) -> None:
        self.read = read
        self.effort = Effort()
        self.opened: dict[str, _Module] = {}

    def open(self, path: str, text: str | bytes) -> _Module:
        decoded = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        module = _Module(path, decoded if len(decoded) <= MAXIMUM_SIZE else "", self)
        self.opened[path] = module
        return module

    def find(self, source: str, importer: str) -> _Module | None:
        """The module of the repository that an import names; None for a package."""
        if self.read is None or not source.startswith((".", "/")) or len(self.opened) >= MOST_MODULES:
            return None
        name = normpath(join(importer.rpartition("/")[0], source.lstrip("/")))
        for ending in ENDINGS:
            for path in (name + ending, name.removesuffix(".js") + ".ts"):
                if path in self.opened:
                    return self.opened[path]
                data = self.read(path)
                if data is not None:
                    return self.open(path, data)
        return None


class _Module:
    """One file: where its names are declared, imported and exported; nodes are read when asked for, each once."""

    def __init__(self, path: str, text: str, modules: _Modules) -> None:
        self.path, self.modules = path, modules
        lines = TextLines(text.removeprefix("\ufeff"))
        self.lines = lines.lines
        self.tokens = list(read_tokens(text.removeprefix("\ufeff")))
        self.declared: dict[str, int] = {}
        self.imported: dict[str, tuple[str, str]] = {}
        self.exports: dict[str, int | str] = {}
        self.enlarged: dict[str, list[int]] = {}
        self.passed_on: list[str] = []
        self.nested: set[str] = set()
        self._known: dict[str, Node] = {}
        self._busy: set[str] = set()

        def place(start: int, end: int) -> Location:
            return Location(path, *lines.position(start), *lines.position(end))

        self.reader = Reader(self.tokens, place, self.look_up, self.load, modules.effort)
        _scan(self)

    def look_up(self, name: str) -> Node:
        """What a name of this module stands for."""
        if name in self._busy:
            return Node(UNKNOWN)
        if name not in self._known:
            self._busy.add(name)
            self._known[name] = self._read_name(name)
            self._busy.discard(name)
        return self._known[name]

    def _read_name(self, name: str) -> Node:
        if name in self.imported:
            source, original = self.imported[name]
            other = self.modules.find(source, self.path)
            if other is None:
                return Node(Reference(name, source))
            return (
                Node({key: other.export(key) for key in other.exports}) if original == "*" else other.export(original)
            )
        if name in self.declared:
            node = self.reader.expression(self.declared[name])[0] if self.declared[name] >= 0 else Node(UNKNOWN)
            reached = (place for place in self.enlarged.get(name, ()) if self._may_reach(place))
            return enlarge(node, [self.reader.array(place)[0] for place in reached])
        return Node(Reference(name))

    def _may_reach(self, place: int) -> bool:
        """Whether the statement may be carried out: no condition that is false keeps it from that."""
        start = place - 1 if self.tokens[place].text == "[" else place - 3  # ``name[``, ``name.push(``
        opening = find_condition(self.tokens, start)
        condition = self.reader.expression(opening + 1)[0].value if opening else True
        return bool(condition) or condition is UNKNOWN

    def load(self, source: str) -> Node:
        """What ``require(source)`` gives."""
        other = self.modules.find(source, self.path)
        return other.export("default") if other else Node(Reference(source, source))

    def export(self, name: str) -> Node:
        """An exported value. A JSON file is its own default export."""
        key = f"export {name}"
        if key in self._busy:
            return Node(UNKNOWN)
        self._busy.add(key)
        found = self.exports.get(name)
        node = Node(UNKNOWN)
        if isinstance(found, str):
            node = self.look_up(found)
        elif found is not None:
            node = self.reader.expression(found)[0]
        elif name == "default" and self.path.endswith((".json", ".jsonc", ".json5")):
            node = self.reader.expression(0)[0]
        elif name == "default" and self.exports:
            node = Node({key: self.export(key) for key in self.exports})
        elif self.passed_on:
            if key not in self._known:
                others = (self.modules.find(source, self.path) for source in self.passed_on)
                values = (other.export(name) for other in others if other)
                self._known[key] = next((each for each in values if each.value is not UNKNOWN), node)
            node = self._known[key]
        self._busy.discard(key)
        return node


def _scan(module: _Module) -> None:
    """Finds declarations, imports and exports."""
    tokens, reader = module.tokens, module.reader

    def text(index: int) -> str:
        return tokens[index].text if index < len(tokens) else ""

    depth = 0
    for index, token in enumerate(tokens):
        depth += (token.text == "{") - (token.text == "}")
        if token.kind != "word" or (index and text(index - 1) == "."):
            continue
        word = token.text
        if word in ("const", "let", "var"):
            _declare(module, text(index + 1), find_declared(tokens, index + 2, reader.match), depth > 0)
        elif word == "function":
            name = text(index + 1 + (text(index + 1) == "*"))
            if name.isidentifier():
                module.declared.setdefault(name, index)
        elif word == "import" and text(index + 1) not in ("(", "."):
            _import(module, index + 1)
        elif word == "export":
            _export(module, index)
        elif word in ("module", "exports"):
            _export_common(module, index)
        elif text(index + 1) == "=" and text(index - 1) not in ("const", "let", "var") and word in module.declared:
            module.declared[word] = -1
        elif place := find_addition(tokens, index, reader.match):
            module.enlarged.setdefault(word, []).append(place)


def _declare(module: _Module, name: str, index: int, nested: bool) -> None:
    """The module's own name goes before those inside functions; which of several of these is meant is not known."""
    if index and name.isidentifier():
        if name not in module.declared or (name in module.nested and not nested):
            module.declared[name] = index
            (module.nested.add if nested else module.nested.discard)(name)
        elif name in module.nested:
            module.declared[name] = -1


def _import(module: _Module, index: int) -> None:
    """``import a, {b as c} from "d"`` and its other forms."""
    names: list[tuple[str, str]] = []
    tokens = module.tokens
    inside = False
    last = min(len(tokens), index + LONGEST_TYPE)
    while index < last and tokens[index].kind != "string" and tokens[index].text not in (";", "import"):
        word, before = tokens[index].text, tokens[index - 1].text
        if word in ("{", "}"):
            inside = word == "{"
        elif before == "as" and names:
            names[-1] = (names[-1][0], word)
        elif word == "*":
            names.append(("*", "*"))
        elif tokens[index].kind == "word" and word not in ("as", "from", "type"):
            names.append((word if inside else "default", word))
        index += 1
    if index < last and tokens[index].kind == "string":
        for original, name in names:
            module.imported[name] = (tokens[index].text[1:-1], original)


def _export(module: _Module, index: int) -> None:
    """``export default x``, ``export const a = x``, ``export {a as b}``, ``export * from "b"``, ``export = x``."""
    tokens, after = module.tokens, module.reader.token(index + 1).text
    if after in ("default", "="):
        module.exports["default"] = index + 2
    elif after == "*" and module.reader.token(index + 2).text == "from":
        module.passed_on.append(module.reader.token(index + 3).text[1:-1])
    elif after in ("const", "let", "var", "function", "async"):
        name = module.reader.token(index + 2 + (after == "async")).text
        module.exports[name] = name
    elif after == "{":
        end = index + 2
        while end < len(tokens) and tokens[end].text not in ("}", "export"):
            end += 1
        words = [token.text for token in tokens[index + 2 : end] if token.kind == "word"]
        source = (
            tokens[end + 2].text[1:-1] if module.reader.token(end + 1).text == "from" and end + 2 < len(tokens) else ""
        )
        for place, name in enumerate(words):
            if name == "as" or (place and words[place - 1] == "as"):
                continue
            alias = words[place + 2] if words[place + 1 : place + 2] == ["as"] and place + 2 < len(words) else name
            module.exports[alias] = name
            if source:
                module.imported[name] = (source, name)


def _export_common(module: _Module, index: int) -> None:
    """``module.exports = x``, ``exports.a = x``."""
    words = [module.reader.token(index + offset).text for offset in range(6)]
    if words[:3] == ["module", ".", "exports"]:
        words, index = words[2:], index + 2
    elif words[0] == "module":
        return
    if words[1] == "=":
        module.exports["default"] = index + 2
    elif words[1] == "." and words[3] == "=":
        module.exports[words[2]] = index + 4


def _tree(node: Node, path: str, lines: tuple[str, ...]) -> Tree:
    positions: dict[KeyPath, Location] = {}
    left = [MAXIMUM_NODES]

    def plain(node: Node, keypath: KeyPath) -> Any:
        left[0] -= 1
        if left[0] < 0:
            return UNKNOWN
        if node.place:
            positions[keypath] = node.place
        if node.key_place:
            positions[(*keypath, KEY)] = node.key_place
        value = node.value
        if isinstance(value, dict):
            return {key: plain(each, (*keypath, key)) for key, each in value.items()}
        if isinstance(value, list):
            return [plain(each, (*keypath, index)) for index, each in enumerate(value)]
        if isinstance(value, Call):
            return call(value, keypath)
        if isinstance(value, Function):
            return Function(plain(value.result, keypath))
        return UNKNOWN if isinstance(value, Reference | Method) else value

    def call(value: Call, keypath: KeyPath) -> Call:
        arguments = tuple(plain(each, (*keypath, index)) for index, each in enumerate(value.arguments))
        return value._replace(arguments=arguments, callee=call(value.callee, keypath) if value.callee else None)

    return Tree(plain(node, ()), path, lines, positions)
