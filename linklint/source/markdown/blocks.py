"""Block parsing that remembers where the content of each token stands."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from linklint.source.markdown.cells import split_cells
from linklint.source.markdown.definitions import note_definition
from linklint.source.markdown.dispatch import BlockRule, BlockRuler
from linklint.source.markdown.offsets import Origin, Piece
from linklint.source.markdown.paragraphs import paragraph, underlined_heading
from linklint.source.markdown.state import PositionedState

Attach = Callable[["PositionedState", int, int], None]


class PositionedBlocks(ParserBlock):
    """The block parser, with a state that knows positions, and with rules that are asked only where they may begin.
    ``tokenize`` is the base's loop (markdown-it-py, MIT) but for that."""

    def __init__(self) -> None:
        super().__init__()
        rules = self.ruler.__rules__
        self.ruler: BlockRuler = BlockRuler()
        self.ruler.__rules__ = rules

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - the base's names
        """Parse these lines."""
        by_character, others = self.ruler.chain("")
        limit = state.md.options.maxNesting
        line = startLine
        has_empty_lines = False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= limit:
                state.line = endLine
                break
            start = state.bMarks[line] + state.tShift[line]
            for rule in by_character.get(state.src[start], others):
                if rule(state, line, endLine, False):
                    break
            state.tight = not has_empty_lines
            line = state.line
            has_empty_lines = has_empty_lines or (line - 1 < endLine and state.isEmpty(line - 1))
            if line < endLine and state.isEmpty(line):
                has_empty_lines = True
                line += 1
                state.line = line

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803 - the base's names
        """Parse ``src`` into ``outTokens``."""
        if src:
            state = PositionedState(src, md, env, outTokens)
            self.tokenize(state, state.line, state.lineMax)
        return outTokens


def keep_positions(md: MarkdownIt) -> None:
    """Make the leaf rules attach an ``Origin`` to the tokens that they push (``meta["origin"]``)."""
    md.block.ruler.at("lheading", underlined_heading, {"alt": []})
    md.block.ruler.at("paragraph", paragraph, {"alt": []})
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
    "heading": _attach_heading,
    "html_block": _attach_html,
    "markdown_html": _attach_html,
    "table": _attach_table,
    "reference": note_definition,
}
