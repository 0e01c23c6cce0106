"""Which block rules may begin at a line, by its first character: asking only those is most of the speed of block rules.

A rule that is not in these tables is asked at every line, so a new rule is right without being here.
"""

from __future__ import annotations

import re
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
    "cell": "`~",
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
    "html_element": "<",
    "inline_cell": "`",
    "list": "*+-0123456789",
    "markdown_html": "<",
    "myst_break": "+",
    "myst_comment": "%",
    "myst_directive": "`~:",
    "myst_target": "(",
    "reference": "[",
    "tab": "=",
    "vault_comment": "%",
}
_DELIMITERS = re.compile(r"[|:]|-[|:-]")
_BEFORE_DEFINITION = frozenset(":~")
# Of the rules that are asked at every line: those for code, for tables, which have a second line, and for all the rest.
_UNDER_BLANK = frozenset({"code", "table", "paragraph"})
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*\Z")


class Rules(NamedTuple):
    """The rules that may begin at a line: by its first character, else ``others``."""

    by_character: Mapping[str, tuple[BlockRule, ...]]
    others: tuple[BlockRule, ...]


class Chain(NamedTuple):
    """The rules of one chain. ``text``: the rule that takes a line that begins otherwise and has a blank one below it:
    the only one that could."""

    rules: Rules
    text: BlockRule | None

    def ends_block(self, state: StateBlock, line: int, end_line: int, silent: bool = True) -> bool:
        """Whether one of the rules takes the line: all of them as one rule."""
        start = state.bMarks[line] + state.tShift[line]
        for rule in self.rules.by_character.get(state.src[start : start + 1], self.rules.others):
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
    others = {name: rule for name, rule in rules if name not in _FIRST}
    return Chain(
        Rules(
            {
                character: tuple(rule for first, rule in guarded if first is None or character in first)
                for character in characters
            },
            tuple(rule for first, rule in guarded if first is None),
        ),
        others.get("paragraph") if others.keys() <= _UNDER_BLANK else None,
    )


def _guard_code(rule: BlockRule) -> BlockRule:
    def code(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        return state.sCount[line] - state.blkIndent > 3 and rule(state, line, end_line, silent)

    return code


def _guard_by(pattern: re.Pattern[str]) -> Callable[[BlockRule], BlockRule]:
    """A line that the rule takes begins so."""

    def guard(rule: BlockRule) -> BlockRule:
        def guarded(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
            start = state.bMarks[line] + state.tShift[line]
            found = pattern.match(state.src, start, state.eMarks[line])
            return found is not None and rule(state, line, end_line, silent)

        return guarded

    return guard


def _guard_table(rule: BlockRule) -> BlockRule:
    """The line below a table's header begins with a pipe, a dash or a colon, and what follows that is of their kind."""

    def table(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        below = line + 1
        return (
            below < end_line
            and _DELIMITERS.match(state.src, state.bMarks[below] + state.tShift[below], state.eMarks[below]) is not None
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
    "hr": _guard_by(_RULE),
    "table": _guard_table,
}
