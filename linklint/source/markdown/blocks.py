"""Block parsing that remembers where the content of each token stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from linklint.source.markdown.definitions import note_definition
from linklint.source.markdown.dispatch import BlockRule, BlockRuler
from linklint.source.markdown.headings import heading
from linklint.source.markdown.lists import list_block
from linklint.source.markdown.offsets import Origin
from linklint.source.markdown.paragraphs import paragraph, paragraph_or_heading, underlined_heading
from linklint.source.markdown.runs import RUN_BEGINNINGS, read_run
from linklint.source.markdown.state import PositionedState
from linklint.source.markdown.tables import table
from linklint.source.markdown.verbatim import fence

Attach = Callable[["PositionedState", int, int], None]


class PositionedBlocks(ParserBlock):
    """The block parser, with a state that knows positions, and with rules that are asked only where they may begin.
    ``tokenize`` is the base's loop (markdown-it-py, MIT) but for that."""

    def __init__(self) -> None:
        super().__init__()
        rules = self.ruler.__rules__
        self.ruler: BlockRuler = BlockRuler()
        self.ruler.__rules__ = rules

    @cached_property
    def _beginnings(self) -> str:
        """The characters at which rules may begin that are not asked everywhere."""
        return "".join(sorted(self.ruler.chain("").rules.by_character))

    @cached_property
    def _has_code(self) -> bool:
        return "code" in self.ruler.get_active_rules()

    @staticmethod
    def _is_whole(state: PositionedState, end_line: int) -> bool:
        """These are the lines of a document, not of a container."""
        return state.body.is_whole and not state.level and not state.blkIndent and end_line == state.lineMax

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - the base's names
        """Parse these lines. Whether a list is tight is not noted."""
        (by_character, others), text = self.ruler.chain("")
        starts, shifts, ends, widths = state.bMarks, state.tShift, state.eMarks, state.sCount
        limit = state.md.options.maxNesting
        line = startLine
        whole = state if isinstance(state, PositionedState) and text and self._is_whole(state, endLine) else None
        while line < endLine:
            while line < state.lineMax and starts[line] + shifts[line] >= ends[line]:
                line += 1
            state.line = line
            if line >= endLine or widths[line] < state.blkIndent:
                break
            if state.level >= limit:
                state.line = endLine
                break
            character = state.src[starts[line] + shifts[line]]
            rules = by_character.get(character, others)
            if whole and (rules is others or character in RUN_BEGINNINGS):
                after = read_run(whole, line, self._beginnings, has_code=self._has_code)
                if after > line:
                    state.line = line = after
                    continue
            below = line + 1
            if (
                rules is others
                and text
                and (below >= endLine or starts[below] + shifts[below] >= ends[below])
                and widths[line] - state.blkIndent < 4
            ):
                text(state, line, endLine, False)
            else:
                for rule in rules:
                    if rule(state, line, endLine, False):
                        break
            line = state.line
            if line < endLine and starts[line] + shifts[line] >= ends[line]:
                state.line = line = line + 1

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803 - the base's names
        """Parse ``src`` into ``outTokens``."""
        if src:
            state = PositionedState(src, md, env, outTokens)
            self.tokenize(state, state.line, state.lineMax)
        return outTokens


def keep_positions(md: MarkdownIt) -> None:
    """Make the leaf rules attach an ``Origin`` to the tokens that they push (``meta["origin"]``)."""
    for rule in md.block.ruler.__rules__:
        rule.fn = _REWRITTEN.get(rule.name, rule.fn)
    above, last = md.block.ruler.__rules__[-2:]
    if (above.name, last.name) == ("lheading", "paragraph"):
        above.enabled, last.fn = False, paragraph_or_heading
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


def _attach_html(state: PositionedState, _line: int, _count: int) -> None:
    state.tokens[-1].meta["origin"] = Origin(state.env["body"], state.pieces)


def _attach_raw(state: PositionedState, line: int, count: int) -> None:
    if state.tokens[-1].type == "html_block":
        _attach_html(state, line, count)


def _attach_terms(state: PositionedState, _line: int, count: int) -> None:
    for opening, token in pairwise(state.tokens[count:]):
        if opening.type == "dt_open" and "origin" not in token.meta and token.map:
            line = token.map[0]
            start = state.bMarks[line] + state.tShift[line]
            text = state.src[start : state.eMarks[line]]
            start += len(text) - len(text.lstrip())
            token.meta["origin"] = Origin(state.env["body"], start)


_REWRITTEN: dict[str, BlockRule] = {
    "fence": fence,
    "heading": heading,
    "lheading": underlined_heading,
    "list": list_block,
    "paragraph": paragraph,
    "table": table,
}
_ATTACH: dict[str, Attach] = {
    "cell": _attach_raw,
    "comment_term": _attach_terms,
    "deflist": _attach_terms,
    "html_block": _attach_html,
    "html_element": _attach_html,
    "markdown_html": _attach_html,
    "reference": note_definition,
}
