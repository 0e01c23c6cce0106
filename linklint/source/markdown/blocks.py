"""Block parsing that remembers where the content of each token stands."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS, isStrSpace
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from linklint.source.markdown.cells import split_cells
from linklint.source.markdown.definitions import note_definition
from linklint.source.markdown.offsets import Origin, Piece

BlockRule = Callable[[StateBlock, int, int, bool], bool]
Attach = Callable[["PositionedState", int, int], None]
_HOLDS_BLOCKS = frozenset({"blockquote_open", "alert_open", "list_item_open", "admonition_open", "tab_open", "dd_open"})


class PositionedState(StateBlock):
    """A block state that keeps the pieces of the lines it cut last, and notes where nesting went too deep."""

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: N802, N803 - the base's names
        """Cut lines, as the base does, and keep their pieces in ``self.pieces``."""
        texts: list[str] = []
        self.pieces: list[Piece] = []
        length = 0
        for line in range(begin, end):
            first, padding = self._skip_indent(line, indent)
            last = self.eMarks[line] + (1 if line + 1 < end or keepLastLF else 0)
            self.pieces.append(Piece(length + padding, first))
            text = " " * padding + self.src[first:last]
            length += len(text)
            texts.append(text)
        self.cut = "".join(texts)
        return self.cut

    def _skip_indent(self, line: int, indent: int) -> tuple[int, int]:
        """Where the line's content begins, and how many columns of a tab are left before it."""
        first = start = self.bMarks[line]
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
        """Push a token; a container at the limit of nesting is noted, because its content will be skipped."""
        token = super().push(ttype, tag, nesting)
        if ttype in _HOLDS_BLOCKS and self.level >= self.md.options.maxNesting and self.env["too_deep"] is None:
            self.env["too_deep"] = self.env["body"].offset(self.bMarks[self.line])
        return token


class PositionedBlocks(ParserBlock):
    """The block parser, with a state that knows positions."""

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803 - the base's names
        """Parse ``src`` into ``outTokens``."""
        if src:
            state = PositionedState(src, md, env, outTokens)
            self.tokenize(state, state.line, state.lineMax)
        return outTokens


def keep_positions(md: MarkdownIt) -> None:
    """Make the leaf rules attach an ``Origin`` to the tokens that they push (``meta["origin"]``)."""
    for rule in md.block.ruler.__rules__:
        attach = _ATTACH.get(rule.name)
        if attach:
            md.block.ruler.at(rule.name, _with_positions(rule.fn, attach), {"alt": rule.alt})


def _with_positions(rule: BlockRule, attach: Attach) -> BlockRule:
    def positioned(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        count = len(state.tokens)
        if not rule(state, start_line, end_line, silent):
            return False
        if not silent and isinstance(state, PositionedState):
            attach(state, start_line, count)
        return True

    return positioned


def _attach_cut(state: PositionedState, _line: int, _count: int) -> None:
    trimmed = len(state.cut) - len(state.cut.lstrip(MD_TRIM_CHARS))
    state.tokens[-2].meta["origin"] = Origin(state.env["body"], state.pieces, trimmed)


def _attach_heading(state: PositionedState, line: int, _count: int) -> None:
    marker = state.bMarks[line] + state.tShift[line]
    start = marker + len(state.tokens[-1].markup)
    text = state.src[start : state.eMarks[line]]
    start += len(text) - len(text.lstrip(MD_TRIM_CHARS))
    state.tokens[-2].meta["origin"] = Origin(state.env["body"], [Piece(0, start)])
    state.tokens[-2].meta["marker"] = state.env["body"].offset(marker)


def _attach_html(state: PositionedState, _line: int, _count: int) -> None:
    state.tokens[-1].meta["origin"] = Origin(state.env["body"], state.pieces)


def _attach_table(state: PositionedState, _line: int, count: int) -> None:
    origins: dict[int, list[Origin]] = {}
    for token in state.tokens[count:]:
        if token.type != "inline" or not token.map:
            continue
        line = token.map[0]
        if line not in origins:
            start = state.bMarks[line] + state.tShift[line]
            cells = split_cells(state.src[start : state.eMarks[line]], start)
            origins[line] = [Origin(state.env["body"], *cell, row=True) for cell in reversed(cells)]
        if origins[line]:
            token.meta["origin"] = origins[line].pop()


def _attach_terms(state: PositionedState, _line: int, count: int) -> None:
    for opening, token in pairwise(state.tokens[count:]):
        if opening.type == "dt_open" and "origin" not in token.meta and token.map:
            line = token.map[0]
            start = state.bMarks[line] + state.tShift[line]
            text = state.src[start : state.eMarks[line]]
            start += len(text) - len(text.lstrip())
            token.meta["origin"] = Origin(state.env["body"], [Piece(0, start)])


_ATTACH: dict[str, Attach] = {
    "comment_term": _attach_terms,
    "deflist": _attach_terms,
    "paragraph": _attach_cut,
    "lheading": _attach_cut,
    "heading": _attach_heading,
    "html_block": _attach_html,
    "markdown_html": _attach_html,
    "table": _attach_table,
    "reference": note_definition,
}
