"""JavaScript and TypeScript cut into tokens: enough to find object literals in config files. Total: any text gives
tokens, and nothing of it is ever executed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

_BLANK = re.compile(r"(?:\s+|//[^\n\r]*|/\*.*?(?:\*/|\Z)|\A#![^\n]*)+", re.DOTALL)
_STRING = re.compile(r"'(?:[^'\\\n]|\\.)*'?|\"(?:[^\"\\\n]|\\.)*\"?", re.DOTALL)
_NUMBER = re.compile(r"0[xXbBoO][0-9a-fA-F_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?n?")
_WORD = re.compile(r"[#@]?[^\W\d][\w$]*|\$[\w$]*")
_MARK = re.compile(r"\.\.\.|=>|===|!==|==|!=|\?\?=?|\?\.(?!\d)|\|\|=?|&&=?|[+\-*/%]=|\+\+|--|.", re.DOTALL)
_REGEX = re.compile(r"/(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
# After these a slash begins a regular expression; after anything else it divides.
_BEFORE_REGEX = frozenset("( , = : [ ! & | ? { } ; => && || ?? + - * return typeof case == === != !==".split())
OPENING = {"(": ")", "[": "]", "{": "}"}
CLOSING = frozenset(OPENING.values())
ADDING = frozenset({"push", "unshift"})  # methods of arrays
LONGEST_BLOCK = 1000  # tokens of a block before what is looked at
LONGEST_TYPES = 60  # tokens of the types that a call is given
LONGEST_TYPE = 200  # tokens of a declared type, and of an import


class Token(NamedTuple):
    """``kind``: word, string, template, number, regex, mark. ``fresh``: it is the first of its line. Offsets count
    code points from 0."""

    kind: str
    text: str
    start: int
    end: int
    fresh: bool


def read_tokens(text: str) -> Iterator[Token]:
    """The tokens in order, comments and white space left out."""
    position, before = 0, "("
    while position < len(text):
        blank = _BLANK.match(text, position)
        begin = blank.end() if blank else position
        if begin >= len(text):
            return
        kind, end = _measure(text, begin, before)
        written = text[begin:end]
        fresh = position == 0 or "\n" in text[position:begin] or "\r" in text[position:begin]
        yield Token(kind, written, begin, end, fresh)
        position, before = end, written if kind in ("mark", "word") else ""


def _measure(text: str, begin: int, before: str) -> tuple[str, int]:
    """Kind and end of the token that begins here."""
    first = text[begin]
    if first in "'\"":
        found = _STRING.match(text, begin)
        return "string", found.end() if found else begin + 1
    if first == "`":
        return "template", _end_of_template(text, begin)
    if first == "/" and before in _BEFORE_REGEX:
        regex = _REGEX.match(text, begin)
        if regex:
            return "regex", regex.end()
    if first.isdigit() or (first == "." and text[begin + 1 : begin + 2].isdigit()):
        number = _NUMBER.match(text, begin)
        return "number", number.end() if number else begin + 1
    word = _WORD.match(text, begin)
    if word:
        return "word", word.end()
    mark = _MARK.match(text, begin)
    return "mark", mark.end() if mark else begin + 1


def _end_of_template(text: str, begin: int) -> int:
    """Where the template string ends, with the expressions that it holds; the text's end when it is never closed."""
    # "`" on the stack: inside a template; "{": inside braces of an expression of one.
    stack, position = ["`"], begin + 1
    while stack and position < len(text):
        character = text[position]
        if stack[-1] == "`":
            if character == "\\":
                position += 1
            elif character == "`":
                stack.pop()
            elif text.startswith("${", position):
                stack.append("{")
                position += 1
        elif character in "'\"":
            found = _STRING.match(text, position)
            position = found.end() - 1 if found else position
        elif character in "`{":
            stack.append(character)
        elif character == "}":
            stack.pop()
        position += 1
    return min(position, len(text))


def match_brackets(tokens: Sequence[Token]) -> dict[int, int]:
    """Index of each opening bracket → index of the one that closes it. Brackets of another kind close nothing else."""
    found: dict[int, int] = {}
    pending: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind != "mark":
            continue
        if token.text in OPENING:
            pending.append(index)
        elif token.text in CLOSING and pending and OPENING[tokens[pending[-1]].text] == token.text:
            found[pending.pop()] = index
    return found


def skip_types(tokens: Sequence[Token], index: int) -> int:
    """The index of the ``(`` behind the types that a call is given, ``f<Type>(…)``, whose ``<`` is here; 0 where these
    are none."""
    depth = 0
    for number in range(index, min(index + LONGEST_TYPES, len(tokens) - 1)):
        text = tokens[number].text
        depth += (text == "<") - (text == ">")
        if depth == 0:
            return number + 1 if tokens[number + 1].text == "(" else 0
    return 0


def find_addition(tokens: Sequence[Token], index: int, match: Callable[[int], int]) -> int:
    """The index of the bracket that opens the key or the arguments where a statement puts more into the object or array
    of the name here, ``name[key] = …``, ``name.push(…)``; 0 where none does. ``match`` finds the bracket that closes
    one."""
    words = [token.text for token in tokens[index + 1 : index + 4]]
    if words[:1] == ["["]:
        behind = match(index + 1) + 1
        return index + 1 if behind < len(tokens) and tokens[behind].text == "=" else 0
    is_call = len(words) == 3 and words[0] == "." and words[1] in ADDING and words[2] == "("
    return index + 3 if is_call else 0


def find_condition(tokens: Sequence[Token], index: int) -> int:
    """The index of the bracket that opens the condition of the ``if`` in whose block, or as whose statement, the token
    here stands; 0 where there is none."""
    block = index if tokens[index - 1].text == ")" else _find_opening(tokens, index)
    opening = _find_opening(tokens, block - 1) if block > 1 and tokens[block - 1].text == ")" else 0
    return opening if opening and tokens[opening - 1].text == "if" else 0


def _find_opening(tokens: Sequence[Token], index: int) -> int:
    """The index of the bracket before the token that is not closed before it; 0 where none is near."""
    depth = 0
    for at in range(index - 1, max(0, index - LONGEST_BLOCK), -1):
        if tokens[at].kind == "mark":
            depth += (tokens[at].text in CLOSING) - (tokens[at].text in OPENING)
            if depth < 0:
                return at
    return 0


def find_declared(tokens: Sequence[Token], index: int, match: Callable[[int], int]) -> int:
    """The index behind the ``=`` of a declaration, past its type; 0 where there is none."""
    last = min(len(tokens), index + LONGEST_TYPE)
    while index < last and tokens[index].text not in ("=", ";", ",", ")", "const", "let", "var"):
        index = match(index) + 1 if tokens[index].text in "([{" else index + 1
    return index + 1 if index < len(tokens) and tokens[index].text == "=" else 0
