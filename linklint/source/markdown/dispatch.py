"""Which block rules may begin at a line, by its first character: asking only those is most of the speed of block rules.

A rule that is not in these tables is asked at every line, so a new rule is right without being here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

BlockRule = Callable[[StateBlock, int, int, bool], bool]

# Rule → the characters that a line which it takes may begin with.
_FIRST: Mapping[str, str] = {
    "admonition": "!?",
    "attributes": "{",
    "blockquote": ">",
    "colon_marker": ":",
    "colon_row": ":",
    "comment_term": "<",
    "container": ":",
    "fence": "`~",
    "footnote_def": "[",
    "formula": "$",
    "heading": "#",
    "hr": "*-_",
    "html_block": "<",
    "list": "*+-0123456789",
    "markdown_html": "<",
    "reference": "[",
    "tab": "=",
    "vault_comment": "%",
}
_UNDER_HEADER = frozenset("|-:")
_BEFORE_DEFINITION = frozenset(":~")


class Chain(NamedTuple):
    """The rules of one chain: those for a first character, else ``others``."""

    by_character: Mapping[str, tuple[BlockRule, ...]]
    others: tuple[BlockRule, ...]

    def ends_block(self, state: StateBlock, line: int, end_line: int, silent: bool = True) -> bool:
        """Whether one of the rules takes the line: all of them as one rule."""
        start = state.bMarks[line] + state.tShift[line]
        for rule in self.by_character.get(state.src[start : start + 1], self.others):
            if rule(state, line, end_line, silent):
                return True
        return False


class BlockRuler(Ruler[BlockRule]):
    """The base's ruler, that gives each chain of rules which may interrupt something as one rule. Nothing is to be
    added to it once it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self._chains: dict[str, Chain] = {}

    def chain(self, name: str) -> Chain:
        """The chain of that name; empty: all rules."""
        if name not in self._chains:
            rules = [rule for rule in self.__rules__ if rule.enabled and (not name or name in rule.alt)]
            self._chains[name] = make_chain([(rule.name, rule.fn) for rule in rules])
        return self._chains[name]

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803 - the base's names
        """The rules of a chain, as the base's rules ask for them."""
        return [self.chain(chainName).ends_block]


def make_chain(rules: Sequence[tuple[str, BlockRule]]) -> Chain:
    """The chain of these rules, by name."""
    guarded = [(_FIRST.get(name), _GUARDED[name](rule) if name in _GUARDED else rule) for name, rule in rules]
    characters = {character for first, _ in guarded for character in first or ""}
    return Chain(
        {
            character: tuple(rule for first, rule in guarded if first is None or character in first)
            for character in characters
        },
        tuple(rule for first, rule in guarded if first is None),
    )


def _guard_code(rule: BlockRule) -> BlockRule:
    def code(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        return state.sCount[line] - state.blkIndent > 3 and rule(state, line, end_line, silent)

    return code


def _guard_table(rule: BlockRule) -> BlockRule:
    """The line below a table's header begins with a pipe, a dash or a colon."""

    def table(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        below = line + 1
        return (
            below < end_line
            and state.src[(start := state.bMarks[below] + state.tShift[below]) : start + 1] in _UNDER_HEADER
            and rule(state, line, end_line, silent)
        )

    return table


def _guard_definitions(rule: BlockRule) -> BlockRule:
    """A definition's marker begins a line: the next one, after at most one blank line."""

    def deflist(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        if silent:
            return state.ddIndent >= 0 and rule(state, line, end_line, silent)
        below = line + 1
        if below < end_line and state.isEmpty(below):
            below += 1
        return (
            below < end_line
            and state.src[(start := state.bMarks[below] + state.tShift[below]) : start + 1] in _BEFORE_DEFINITION
            and rule(state, line, end_line, silent)
        )

    return deflist


_GUARDED: Mapping[str, Callable[[BlockRule], BlockRule]] = {
    "code": _guard_code,
    "deflist": _guard_definitions,
    "table": _guard_table,
}
