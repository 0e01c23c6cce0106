"""Globs over repository paths and URL paths. Matching takes time linear in the path, whatever the pattern."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

LONGEST_PATTERN = 1000
MOST_ALTERNATIVES = 100
MOST_STEPS = 10_000  # remembered transitions of one glob; then the memory is emptied

Glob = Callable[[str], bool]
State = tuple[int, bool]
States = frozenset[State]


class Token(NamedTuple):
    """One part of a pattern. ``kind``: char, set, one (``?``), segment (``*``), any (``**``), folders (``**/``), end.
    ``members`` are the characters of a char or a set, as closed ranges."""

    kind: str
    members: tuple[tuple[str, str], ...] = ()
    negated: bool = False


def compile_glob(pattern: str) -> Glob:
    """The test whether a whole path matches ``pattern``, letter case included.

    ``*`` stands for any characters within a segment, ``**`` across segments (``**/`` also for no folder at all),
    ``?`` for one character of a segment, ``[a-z]`` and ``[!a-z]`` for one of a set, ``{a,b}`` for either, a backslash
    takes the next character as it is. A leading dot is a character like any other. Raises ``ValueError``, with the
    reason in words, for a pattern that is none.
    """
    if not pattern:
        raise ValueError("a glob cannot be empty")
    if len(pattern) > LONGEST_PATTERN:
        raise ValueError(f"a glob has at most {LONGEST_PATTERN} characters")
    alternatives = [list(_tokens(alternative)) for alternative in _expand(pattern)]
    return _expression(alternatives) if all(map(_never_goes_back, alternatives)) else _matcher(alternatives)


def _never_goes_back(tokens: Sequence[Token]) -> bool:
    """Whether a regular expression that tries one choice after the other is linear, too: with one wildcard, and one
    more at the end, which takes all that is left. A ``**/`` and a ``*`` are so together, as the second never looks
    further than its segment. Nearly every glob that people write is such a one."""
    wild = [token.kind for token in tokens[:-1] if token.kind in ("segment", "any", "folders")]
    return len(wild) <= 1 or wild == ["folders", "segment"]


def _expression(alternatives: Sequence[Sequence[Token]]) -> Glob:
    written = "|".join("".join(map(_translate, tokens)) for tokens in alternatives)
    fits = re.compile(written, re.DOTALL).fullmatch
    return lambda path: fits(path) is not None


def _translate(token: Token) -> str:
    match token.kind:
        case "char":
            return re.escape(token.members[0][0])
        case "set":
            ranges = "".join(f"{re.escape(low)}-{re.escape(high)}" for low, high in token.members)
            return f"(?!/)[{'^' if token.negated else ''}{ranges}]"
        case kind:
            return {"one": "[^/]", "segment": "[^/]*", "any": ".*", "folders": "(?:.*/)?"}[kind]


def _matcher(alternatives: Sequence[Sequence[Token]]) -> Glob:
    """Run all states of the pattern side by side. A state is (token, whether a ``**/`` has begun to take a folder)."""
    tokens: list[Token] = []
    starts = []
    for alternative in alternatives:
        starts.append(len(tokens))
        tokens += [*alternative, Token("end")]

    def settle(states: set[State]) -> States:
        """Add the states that are reached without a character: wildcards may stand for nothing."""
        pending = list(states)
        while pending:
            place, begun = pending.pop()
            following = (place + 1, False)
            if not begun and tokens[place].kind in ("segment", "any", "folders") and following not in states:
                states.add(following)
                pending.append(following)
        return frozenset(states)

    def step(states: States, char: str) -> States:
        reached: set[State] = set()
        for place, _ in states:
            token = tokens[place]
            if token.kind == "any" or (token.kind == "segment" and char != "/"):
                reached.add((place, False))
            elif token.kind == "folders":
                reached.add((place, True))
                if char == "/":
                    reached.add((place + 1, False))
            elif token.kind in ("char", "set", "one") and _takes(token, char):
                reached.add((place + 1, False))
        return settle(reached)

    begin = settle({(start, False) for start in starts})
    steps: dict[tuple[States, str], States] = {}

    def match(path: str) -> bool:
        states = begin
        for char in path:
            following = steps.get((states, char))
            if following is None:
                if len(steps) >= MOST_STEPS:
                    steps.clear()
                following = steps[states, char] = step(states, char)
            if not following:
                return False
            states = following
        return any(tokens[place].kind == "end" for place, _ in states)

    return match


def _takes(token: Token, char: str) -> bool:
    if token.kind == "char":
        return char == token.members[0][0]
    if char == "/":
        return False
    return token.kind == "one" or any(low <= char <= high for low, high in token.members) != token.negated


def _tokens(pattern: str) -> Iterator[Token]:
    at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "*":
            stars = at
            while at < len(pattern) and pattern[at] == "*":
                at += 1
            if at - stars == 1:
                yield Token("segment")
            elif pattern[at : at + 1] == "/" and (stars == 0 or pattern[stars - 1] == "/"):
                at += 1
                yield Token("folders")
            else:
                yield Token("any")
        elif char == "?":
            at += 1
            yield Token("one")
        elif char == "[":
            token, at = _set(pattern, at)
            yield token
        else:
            at += char == "\\"
            if at == len(pattern):
                raise ValueError("the glob ends in a lone backslash")
            yield Token("char", ((pattern[at], pattern[at]),))
            at += 1


def _set(pattern: str, start: int) -> tuple[Token, int]:
    """The ``[…]`` at ``start`` and the offset behind it. A ``]`` that comes first is a member."""
    at = start + 1
    negated = pattern[at : at + 1] in ("!", "^")
    at += negated
    members: list[tuple[str, str]] = []
    while at < len(pattern) and (pattern[at] != "]" or not members):
        at += pattern[at] == "\\"
        low = high = pattern[at : at + 1]
        if pattern[at + 1 : at + 2] == "-" and pattern[at + 2 : at + 3] not in ("", "]"):
            at += 2
            at += pattern[at] == "\\"
            high = pattern[at : at + 1]
        if low > high:
            raise ValueError(f'the range "{low}-{high}" runs backwards')
        members.append((low, high))
        at += 1
    if at >= len(pattern):
        raise ValueError('"[" is not closed (for the character itself write "\\[")')
    return Token("set", tuple(members), negated), at + 1


def _expand(pattern: str) -> list[str]:
    """The patterns that ``{a,b}`` stands for; braces do not nest."""
    parts = [""]
    at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "{":
            choices, at = _choices(pattern, at)
            parts = [part + choice for part in parts for choice in choices]
            if len(parts) > MOST_ALTERNATIVES:
                raise ValueError(f"the braces stand for more than {MOST_ALTERNATIVES} globs")
            continue
        if char == "}":
            raise ValueError('"}" without "{" (for the character itself write "\\}")')
        end = at + 1
        if char == "\\":
            end = at + 2
        elif char == "[":
            end = _set(pattern, at)[1]
        parts = [part + pattern[at:end] for part in parts]
        at = end
    return parts


def _choices(pattern: str, start: int) -> tuple[list[str], int]:
    choices = [""]
    at = start + 1
    while at < len(pattern) and pattern[at] != "}":
        if pattern[at] == "{":
            raise ValueError("braces do not nest")
        if pattern[at] == ",":
            choices.append("")
        else:
            end = at + 2 if pattern[at] == "\\" else at + 1
            choices[-1] += pattern[at:end]
            at = end - 1
        at += 1
    if at >= len(pattern):
        raise ValueError('"{" is not closed (for the character itself write "\\{")')
    return choices, at + 1


def compile_sound(patterns: Iterable[str]) -> Iterator[Glob]:
    """The globs of other programs' configs: those that are no globs here are left out."""
    for pattern in patterns:
        try:
            yield compile_glob(pattern)
        except ValueError:
            continue
