"""The lines of a Markdown text while its blocks are found, and where each stands."""

from __future__ import annotations

from itertools import accumulate, repeat
from operator import add, sub
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import isStrSpace
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from linklint.source.markdown.offsets import Body, Piece

_TAGS = {"list": "ul", "list_item": "li", "table": "table"}
_HOLDS_BLOCKS = frozenset({"blockquote_open", "alert_open", "list_item_open", "admonition_open", "tab_open", "dd_open"})
# Of containers that nobody asks anything of there is one token each, for all of them.
_OPENINGS = {name: Token(f"{name}_open", tag, 1, block=True) for name, tag in _TAGS.items()}
_CLOSINGS = {name: Token(f"{name}_close", tag, -1, block=True) for name, tag in _TAGS.items()}


class PositionedState(StateBlock):
    """A block state that keeps the pieces of the lines it cut last, and notes where nesting went too deep."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        super().__init__("", md, env, tokens)
        self.src = src
        self.pieces: list[Piece] = []
        self.body: Body = env["body"]
        self.has_tasks = bool(md.options.get("tasklists", False))
        self._mark_lines(src)

    def _mark_lines(self, src: str) -> None:
        """What the base finds line by line: where lines begin and end, and how far they are indented."""
        lines = src.split("\n")
        # What the base does not count as a line: nothing, or blanks alone, after the last line end.
        if not lines[-1].strip(" \t"):
            lines.pop()
        lengths = [*map(len, lines)]
        begins = [*accumulate(map((1).__add__, lengths), initial=0)]
        shifts = [*map(sub, lengths, map(len, map(str.lstrip, lines, repeat(" \t"))))]
        tabs = "\t" in src
        widths = (
            [_measure(line[:shift]) if shift else 0 for line, shift in zip(lines, shifts, strict=True)]
            if tabs
            else shifts
        )
        self.bMarks = [*begins[:-1], len(src)]
        self.eMarks = [*map(add, begins, lengths), len(src)]
        self.tShift = [*shifts, 0]
        self.sCount = [*widths, 0]
        self.bsCount = [0] * len(self.bMarks)
        self.lineMax = len(lines)

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: N802, N803 - the base's names
        """Cut lines, as the base does, and keep their pieces in ``self.pieces``."""
        starts, ends = self.bMarks, self.eMarks
        if indent == 0 and (begin + 1 == end or self._are_whole(begin, end)):
            self.pieces = [Piece(0, starts[begin])]
            return self.src[starts[begin] : ends[end - 1] + keepLastLF]
        texts: list[str] = []
        self.pieces = []
        length = 0
        for line in range(begin, end):
            first, padding = self._skip_indent(line, indent)
            last = self.eMarks[line] + (1 if line + 1 < end or keepLastLF else 0)
            self.pieces.append(Piece(length + padding, first))
            text = " " * padding + self.src[first:last]
            length += len(text)
            texts.append(text)
        return "".join(texts)

    def _are_whole(self, begin: int, end: int) -> bool:
        """Whether nothing is left out between these lines, neither here nor in the file."""
        starts, ends = self.bMarks, self.eMarks
        return self.body.is_whole and all(starts[line + 1] == ends[line] + 1 for line in range(begin, end - 1))

    def _skip_indent(self, line: int, indent: int) -> tuple[int, int]:
        """Where the line's content begins, and how many columns of a tab are left before it."""
        first = start = self.bMarks[line]
        if self.tShift[line] >= indent and "\t" not in self.src[first : first + indent]:
            return first + indent, 0
        width = 0
        while first < self.eMarks[line] + 1 and width < indent:
            character = self.src[first : first + 1]
            if character == "\t":
                width += 4 - (width + self.bsCount[line]) % 4
            elif isStrSpace(character) or first - start < self.tShift[line]:
                width += 1
            else:
                break
            first += 1
        return first, max(width - indent, 0)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Push a token, as the base does; a container at the limit of nesting is noted."""
        if nesting < 0:
            self.level -= 1
        token = Token(ttype, tag, nesting, level=self.level, block=True)
        if nesting > 0:
            self.level += 1
            self._note_depth(ttype)
        self.tokens.append(token)
        return token

    def open(self, name: str) -> None:
        """Push the opening token of a list, an item or a table."""
        token = _OPENINGS[name]
        self.tokens.append(token)
        self.level += 1
        self._note_depth(token.type)

    def close(self, name: str) -> None:
        """Push the closing token of the same."""
        self.level -= 1
        self.tokens.append(_CLOSINGS[name])

    def _note_depth(self, opened: str) -> None:
        """What is in a container at the limit of nesting will be skipped."""
        if self.level >= self.md.options.maxNesting and opened in _HOLDS_BLOCKS and self.env["too_deep"] is None:
            self.env["too_deep"] = self.body.offset(self.bMarks[self.line])


def _measure(indent: str) -> int:
    """The columns of an indent at the start of a line."""
    return len(indent.expandtabs(4))
