"""Inline parsing that remembers where each link, image and HTML tag stands in its content."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from linklint.source.markdown.brackets import is_of_image, is_outside
from linklint.source.markdown.mistyped import find_mistyped
from linklint.source.markdown.simple import OF_DIALECTS
from linklint.source.markdown.undefined import note_undefined

_MARKED = frozenset({"link_open", "image", "html_inline"})
# Rule → the characters at which it may begin. A rule that is not here is asked everywhere.
_FIRST: Mapping[str, str] = {
    "attributes": "{",
    "autolink": "<",
    "backticks": "`",
    "block_id": "^",
    "book_reference": "\\",
    "crossref": "@",
    "docfx_angle": "<",
    "docfx_colons": ":",
    "docfx_file": "[",
    "docfx_short": "@",
    "emphasis": "*_",
    "entity": "&",
    "escape": "\\",
    "footnote_ref": "[",
    "formula": "$",
    "html_inline": "<",
    "image": "!",
    "jsx": "{",
    "link": "[",
    "myst_role": "{",
    "newline": "\n",
    "noted_link": "[",
    "plain_address": string.ascii_letters + string.digits + ".:+-_",
    "strikethrough": "~",
    "text_first": "![",
    "vault_comment": "%",
    "wikilink": "![",
}

_CODE_TAG = re.compile(r"<(/?)code(?=[\s>])", re.IGNORECASE)

InlineRule = Callable[[StateInline, bool], bool]


class PositionedInlineState(StateInline):
    """``label_end``: where the text of the link parsed last ends (its ``]``). ``open_brackets``: how many plain ``[``
    have not met their ``]`` so far. ``open_code``: how many ``<code>`` have not met their ``</code>``."""

    label_end = -1
    open_brackets = 0
    open_code = 0

    def take_bracket(self, character: str) -> None:
        """A bracket at ``pos`` that is plain text."""
        if character == "[":
            if is_outside(self):
                self._note_unmade()
            elif is_of_image(self.src, self.pos) and self.env["depth"] <= 1:
                note_undefined(self, self.pos)  # in a link
            self.open_brackets += 1
        elif self.open_brackets:
            self.open_brackets -= 1

    def _note_unmade(self) -> None:
        mistyped = find_mistyped(self.src, self.pos)
        if mistyped:
            self.env["mistyped"].append(mistyped)
        else:
            note_undefined(self, self.pos)

    def take_tag(self, tag: str) -> None:
        """A tag of HTML that was read."""
        code = _CODE_TAG.match(tag)
        if code:
            self.open_code = max(self.open_code - 1, 0) if code[1] else self.open_code + 1


class PositionedInlines(ParserInline):
    """The inline parser. ``tokenize`` and ``skipToken`` are the base's loops (markdown-it-py, MIT), written again
    instead of wrapped: a wrapper around each rule would add a stack frame to every level of nesting, and the frames
    are what bounds the nesting that can be read. Only the rules that may begin at a character are asked there."""

    @cached_property
    def _rules(self) -> tuple[Mapping[str, Sequence[InlineRule]], Sequence[InlineRule]]:
        """The rules by their first characters, and those for all other characters. None is to be added once this was
        asked for."""
        rules = [(rule.name, rule.fn) for rule in self.ruler.__rules__ if rule.enabled]
        by_character = {
            character: [rule for name, rule in rules if self._may_begin(name, character)]
            for character in {character for name, _ in rules for character in _FIRST.get(name, "")}
        }
        return by_character, [rule for name, rule in rules if name not in _FIRST]

    def _may_begin(self, name: str, character: str) -> bool:
        """Whether the rule of this name may take something that begins with the character."""
        if name == "text":
            return self.terminator_re.match(character) is None
        return character in _FIRST.get(name, character)

    @cached_property
    def marks(self) -> frozenset[str]:
        """Those of the characters that only some dialects heed at which one of its rules begins."""
        return OF_DIALECTS & self._rules[0].keys()

    @cached_property
    def has_wikilinks(self) -> bool:
        """Whether there are wikilinks that begin with the page."""
        return "wikilink" in self.ruler.get_active_rules()

    def tokenize(self, state: StateInline) -> None:
        """Parse up to ``state.posMax``. Marked tokens get ``start``, ``end`` (links ``label_end``) in ``meta``."""
        by_character, others = self._rules
        end = state.posMax
        limit = state.md.options.maxNesting
        while state.pos < end:
            position = state.pos
            count = len(state.tokens)
            matched = False
            if state.level < limit:
                for rule in by_character.get(state.src[position], others):
                    matched = rule(state, False)
                    if matched:
                        break
            else:
                note_too_deep(state.env)
            if matched:
                if len(state.tokens) > count:
                    _mark(state, count, position)
                continue
            character = state.src[position]
            if character in "[]" and isinstance(state, PositionedInlineState):
                state.take_bracket(character)
            state.append_pending(character)
            state.pos += 1
        if state.pending:
            state.pushPending()
        if isinstance(state, PositionedInlineState):
            state.label_end = end

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - the base's name
        """Move over one token without making it."""
        position = state.pos
        if position in state.cache:
            state.pos = state.cache[position]
            return
        matched = False
        if state.level < state.md.options.maxNesting:
            by_character, others = self._rules
            for rule in by_character.get(state.src[position], others):
                state.level += 1
                matched = rule(state, True)
                state.level -= 1
                if matched:
                    break
        else:
            note_too_deep(state.env)
            state.pos = state.posMax
        if not matched:
            state.pos += 1
        state.cache[position] = state.pos

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Parse one content. ``env["depth"]`` tells the content of a block from that of an image's alt text."""
        env["depth"] += 1
        state = PositionedInlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        env["depth"] -= 1
        return state.tokens


def note_too_deep(env: Any) -> None:
    """Remember the block in which the limit of nesting was hit first."""
    if env["too_deep"] is None:
        env["too_deep"] = env["block"].start(0) if env["block"] else 0


def _mark(state: StateInline, count: int, position: int) -> None:
    # The token is the first one that the rule pushed, after the text that was pending.
    for token in state.tokens[count : count + 2]:
        if token.type in _MARKED and "start" not in token.meta:
            token.meta["start"] = position
            token.meta["end"] = state.pos
            if isinstance(state, PositionedInlineState):
                if token.type == "link_open" and not token.info:
                    token.meta["label_end"] = state.label_end
                elif token.type == "html_inline":
                    state.take_tag(token.content)
            return
