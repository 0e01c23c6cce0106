"""Expressions of JavaScript → nodes, without running anything. Whatever cannot be told from the text is UNKNOWN;
reading goes on behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from linklint.data.javascript_operators import call_method, combine, member, short_circuit, spread
from linklint.data.javascript_tokens import CLOSING, OPENING, Token, match_brackets, skip_types
from linklint.data.javascript_values import (
    REST,
    UNKNOWN,
    Call,
    Effort,
    Function,
    Method,
    Node,
    Reference,
    read_number,
    read_string,
)
from linklint.model.place import Location

_STATEMENTS = frozenset("const let var function export import module return if for while class async type".split())
_LITERALS: dict[str, Any] = {"true": True, "false": False, "null": None, "undefined": None}
_END = Token("mark", ";", 0, 0, True)


class Reader:
    """Reads expressions of one module. ``look_up`` gives the node that a name of the module stands for, ``load`` the
    default export of another module."""

    def __init__(
        self,
        tokens: Sequence[Token],
        place: Callable[[int, int], Location],
        look_up: Callable[[str], Node],
        load: Callable[[str], Node],
        effort: Effort,
    ) -> None:
        self.tokens = tokens
        self.place, self.look_up, self.load = place, look_up, load
        self.effort = effort
        self._closing = match_brackets(tokens)

    def token(self, index: int) -> Token:
        return self.tokens[index] if index < len(self.tokens) else _END

    def expression(self, index: int) -> tuple[Node, int]:
        """The expression that begins at a token, and the index of the token behind it."""
        self.effort.left -= 1
        if self.effort.spent:
            return Node(UNKNOWN), self.skip(index)
        self.effort.depth += 1
        node, end = self._operand(index)
        found = self._operators(node, end)
        self.effort.depth -= 1
        return found

    def skip(self, index: int) -> int:
        """The index of the delimiter that ends the expression: a comma, a semicolon, the bracket around it."""
        start = index
        while index < len(self.tokens):
            token = self.tokens[index]
            if token.kind == "mark":
                if token.text in OPENING:
                    index = self.match(index)
                elif token.text in CLOSING or token.text in ",;":
                    return index
            elif token.fresh and index > start and token.text in _STATEMENTS:
                return index
            index += 1
        return index

    def match(self, index: int) -> int:
        """The index of the bracket that closes the one here; the last token where none does."""
        return self._closing.get(index, len(self.tokens) - 1)

    def _operators(self, node: Node, index: int) -> tuple[Node, int]:
        while True:
            token = self.token(index)
            mark = token.text
            if mark in ("as", "satisfies") and token.kind == "word" and not token.fresh:
                return node, self.skip(index + 1)
            if token.kind != "mark" or mark in CLOSING or mark in ",;:":
                ends = token.kind == "mark" or token.fresh
                return (node, index) if ends else (Node(UNKNOWN), self.skip(index))
            known = node.value is not UNKNOWN
            unset = isinstance(node.value, Reference) and node.value.name.startswith("process.env.")
            if mark == "?" and (known or unset):
                return self._choose(
                    bool(node.value) and not unset, isinstance(node.value, Reference) and not unset, index
                )
            if mark in ("||", "??", "&&"):
                other, index = self.expression(index + 1)
                node = short_circuit(mark, node, other, unset)
                continue
            if mark == "+" or mark in ("===", "!==", "==", "!="):
                other, end = self._operand(index + 1)
                node, index = combine(mark, node, other, unset), end
                continue
            return Node(UNKNOWN), self.skip(index)

    def _choose(self, condition: bool, doubtful: bool, index: int) -> tuple[Node, int]:
        first, end = self.expression(index + 1)
        if self.token(end).text != ":":
            return Node(UNKNOWN), self.skip(end)
        second, end = self.expression(end + 1)
        return (Node(UNKNOWN) if doubtful else first if condition else second), end

    def _operand(self, index: int) -> tuple[Node, int]:
        token = self.token(index)
        text = token.text
        here = self.place(token.start, token.end)
        if token.kind == "string":
            return self._behind(Node(read_string(text[1:-1]), here), index + 1)
        if token.kind == "number":
            return Node(read_number(text), here), index + 1
        if token.kind == "template":
            return self._behind(Node(self._template(text), here), index + 1)
        if text in ("{", "["):
            node, end = self._object(index) if text == "{" else self.array(index)
            return self._behind(node, end)
        if text == "(":
            end = self.match(index)
            if self.token(end + 1).text in ("=>", ":") and self._arrow(end + 1):
                return self._function(self._arrow(end + 1), here)
            node, _ = self.expression(index + 1)
            return self._behind(node, end + 1)
        if text == "!" and not self.effort.spent:
            self.effort.depth += 1
            node, end = self._operand(index + 1)
            self.effort.depth -= 1
            known = not isinstance(node.value, Reference) and node.value is not UNKNOWN
            return Node(not node.value if known else UNKNOWN, here), end
        if text == "-" and self.token(index + 1).kind == "number":
            number = read_number(self.token(index + 1).text)
            return Node(-number if isinstance(number, int | float) else UNKNOWN, here), index + 2
        if token.kind == "word":
            return self._word(index, here)
        return Node(UNKNOWN, here), self.skip(index)

    def _word(self, index: int, here: Location) -> tuple[Node, int]:
        text = self.token(index).text
        if (
            text in ("async", "await")
            and self.token(index + 1).text not in ("async", "await")
            and self.token(index + 1).kind in ("word", "mark")
            and text != "=>"
        ):
            return self._operand(index + 1)
        if text in _LITERALS:
            return Node(_LITERALS[text], here), index + 1
        if text == "function":
            while index < len(self.tokens) and self.token(index).text not in "({;":
                index += 1
            return self._function(self.match(index) + 1, here)
        if self.token(index + 1).text == "=>":
            return self._function(index + 2, here)
        if text == "new":
            name = self.token(index + 1).text
            return self._behind(Node(Reference(f"new {name}"), here), index + 2)
        return self._behind(
            self.look_up(text)._replace(place=here) if text != "import" else Node(Reference(text)), index + 1
        )

    def _arrow(self, index: int) -> int:
        """The index behind ``=>``, past a return type; 0 where no arrow follows."""
        for _ in range(40):
            text = self.token(index).text
            if text == "=>":
                return index + 1
            if text in (",", ";", ")", "]", "}"):
                return 0
            index = self.match(index) + 1 if text in OPENING else index + 1
        return 0

    def _function(self, index: int, here: Location) -> tuple[Node, int]:
        """A function whose body, or return type, begins here."""
        if self.token(index).text == ":":
            while index < len(self.tokens) and self.token(index).text != "{":
                index += 1
        if self.token(index).text != "{":
            node, end = self.expression(index)
            return Node(Function(node), here), end
        end, result, at = self.match(index), Node(UNKNOWN), index + 1
        while at < end:
            token = self.token(at)
            if token.text == "return" and token.kind == "word":
                result, at = self.expression(at + 1)
                at = max(at, index + 1)
            elif token.kind == "mark" and token.text in OPENING:
                at = self.match(at)
            at += 1
        return Node(Function(result), here), end + 1

    def _behind(self, node: Node, index: int) -> tuple[Node, int]:
        """What follows an operand: members, calls, ``!``."""
        while True:
            token = self.token(index)
            text, after = token.text, self.token(index + 1)
            if token.kind == "template":
                node, index = Node(UNKNOWN, node.place), index + 1
            elif token.kind != "mark":
                return node, index
            elif text in (".", "?.") and after.kind == "word":
                node, index = member(node, after.text), index + 2
            elif text == "[" and not token.fresh:
                key, _ = self.expression(index + 1)
                node, index = member(node, key.value), self.match(index) + 1
            elif text == "(" and not token.fresh:
                arguments, _ = self.array(index)
                node, index = self._call(node, arguments.value), self.match(index) + 1
            elif text == "!" and after.text != "=":
                index += 1
            elif text == "<" and (behind := skip_types(self.tokens, index)):
                index = behind
            else:
                return node, index

    def _call(self, called: Node, arguments: list[Node]) -> Node:
        value = called.value
        if isinstance(value, Reference):
            first = arguments[0].value if arguments else None
            if value.name in ("require", "import") and isinstance(first, str):
                return self.load(first)
            return Node(Call(value.name, tuple(arguments), value.module), called.place)
        if isinstance(value, Call):
            return Node(Call(value.name, tuple(arguments), value.module, value), called.place)
        if isinstance(value, Method):
            return Node(call_method(value, arguments, self.effort), called.place)
        return value.result if isinstance(value, Function) else Node(UNKNOWN, called.place)

    def _template(self, text: str) -> Any:
        parts, rest = [], text[1:-1] if text.endswith("`") and len(text) > 1 else text[1:]
        while "${" in rest:
            before, _, rest = rest.partition("${")
            name, closed, rest = rest.partition("}")
            value = self.look_up(name.strip()).value if closed and name.strip().isidentifier() else UNKNOWN
            if not isinstance(value, str | int) or isinstance(value, bool):
                return UNKNOWN
            parts += [read_string(before), str(value)]
        return "".join(parts) + read_string(rest)

    def array(self, index: int) -> tuple[Node, int]:
        """What stands in the brackets that open here, and the index behind them."""
        start, end = self.token(index).start, self.match(index)
        items: list[Node] = []
        index += 1
        while index < end:
            if self.token(index).text == ",":
                index += 1
                continue
            spread = self.token(index).text == "..."
            node, behind = self.expression(index + spread)
            if spread and isinstance(node.value, list) and len(node.value) <= self.effort.left:
                self.effort.left -= len(node.value)
                items.extend(node.value)
            else:
                items.append(node._replace(value=UNKNOWN) if spread else node)
            index = max(behind, index + 1)
        return Node(items, self.place(start, self.token(end).end)), end + 1

    def _object(self, index: int) -> tuple[Node, int]:
        start, end = self.token(index).start, self.match(index)
        items: dict[str, Node] = {}
        index += 1
        while index < end:
            index = max(self._property(index, items), index + 1)
        return Node(items, self.place(start, self.token(end).end)), end + 1

    def _property(self, index: int, items: dict[str, Node]) -> int:
        """Reads one property into ``items``; the index behind it."""
        token = self.token(index)
        if token.text == ",":
            return index + 1
        if token.text == "...":
            node, index = self.expression(index + 1)
            items.update(spread(node))
            return index
        while token.text in ("async", "get", "set", "*") and self.token(index + 1).text not in (":", ",", "(", "}"):
            index, token = index + 1, self.token(index + 1)
        key: Any = read_string(token.text[1:-1]) if token.kind in ("string", "template") else token.text
        behind = index + 1
        if token.text == "[":
            node, _ = self.expression(index + 1)
            key, behind = node.value if isinstance(node.value, str) else REST, self.match(index) + 1
        here = self.place(token.start, self.token(behind - 1).end)
        follows = self.token(behind).text
        if follows == "(":
            node, behind = self._function(self.match(behind) + 1, here)
        elif follows == ":":
            node, behind = self.expression(behind + 1)
        else:
            node = self.look_up(key) if token.kind == "word" else Node(UNKNOWN)
            behind = self.skip(behind)
        items.pop(key, None)
        items[key] = node._replace(key_place=here, place=node.place or here)
        return behind
