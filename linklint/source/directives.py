"""Suppression directives: what a comment says, and which lines it covers.

``disable-next-line``, ``disable-line``, ``disable`` … ``enable``, ``disable-file``, each behind ``linklint-``; then
rule ids (commas or spaces between them; none: every rule), ``until YYYY-MM-DD``, and a reason after `` -- ``. The
caller hands over the inner text of a comment (``<!-- … -->``, ``{/* … */}``) that its parser found, so that examples in
code are never taken for directives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from linklint.data.suggest import closest
from linklint.model.document import Directive
from linklint.model.place import Span
from linklint.source.lines import Lines

VERBS = ("disable-next-line", "disable-line", "disable", "enable", "disable-file")

_PREFIX = re.compile(r"linklint-(\S*)")
_SPACED = re.compile(r"linklint[ \t]+(\S+)")
_REASON = re.compile(r"(?:^|\s)--+(?:\s|$)")
_RULE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./-]*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class DirectiveComment(NamedTuple):
    """One comment that addresses linklint. ``verb`` is one of ``VERBS``, or empty where it is not known; ``problem``
    says what is wrong with the comment."""

    verb: str
    rules: tuple[str, ...]
    reason: str | None
    until: str | None
    span: Span
    problem: str | None = None


def read_directive(comment: str, span: Span) -> DirectiveComment | None:
    """What the inner text of a comment says to linklint; None when it is addressed to somebody else.

    ``span`` is the whole comment with its markers.
    """
    text = comment.strip()
    spaced = _SPACED.match(text)
    if spaced and spaced[1] in VERBS:
        return DirectiveComment("", (), None, None, span, f'write "linklint-{spaced[1]}" with a hyphen')
    prefix = _PREFIX.match(text)
    if prefix is None:
        return None
    words, _, reason = _split_reason(text[prefix.end() :])
    rules, until, problem = _read_rules(words)
    verb = prefix[1]
    if verb not in VERBS:
        verb, problem = "", _explain_verb(verb)
    return DirectiveComment(verb, rules, reason.strip() or None, until, span, problem)


def assemble(comments: Iterable[DirectiveComment], lines: Lines) -> tuple[Directive, ...]:
    """The directives of a document with the lines that they cover, in the order of their comments.

    ``next-line`` covers the next line after the comment that is neither blank nor itself only such a comment. A range
    runs from its comment's line to that of the ``enable`` that ends it, else to the end of the file; ``enable`` without
    rules ends every open range. A comment whose rules end at different places becomes one directive per place.
    """
    ordered = sorted(comments, key=lambda comment: comment.span.start)
    following = _following_lines(ordered, lines)
    directives: list[Directive] = []
    ranges = _OpenRanges()
    for comment in ordered:
        span = comment.span
        if comment.problem is not None:
            directives.append(_cover(comment, "line", span.line, span.end_line))
        elif comment.verb == "disable-next-line":
            line = following[span.end_line + 1]
            directives.append(_cover(comment, "next-line", line, line))
        elif comment.verb == "disable-line":
            directives.append(_cover(comment, "line", span.line, span.end_line))
        elif comment.verb == "disable-file":
            directives.append(_cover(comment, "file", 1, lines.count))
        elif comment.verb == "disable":
            ranges.open(comment)
        else:
            directives.extend(_end_ranges(comment, ranges))
    directives.extend(ranges.close_all(lines.count))
    return tuple(sorted(directives, key=lambda directive: (directive.span.start, directive.last, directive.rules)))


class _OpenRanges:
    """The open ranges by rule, so that ending one needs no search; a blanket range stands under the empty name."""

    def __init__(self) -> None:
        self._by_rule: dict[str, list[DirectiveComment]] = {}

    def open(self, comment: DirectiveComment) -> None:
        for rule in comment.rules or ("",):
            self._by_rule.setdefault(rule, []).append(comment)

    def close(self, rules: Iterable[str], last: int) -> list[Directive]:
        """Ends the ranges of these rules at a line: one directive for each of their comments."""
        ended: dict[int, tuple[DirectiveComment, list[str]]] = {}
        for rule in rules:
            for comment in self._by_rule.pop(rule, ()):
                ended.setdefault(comment.span.start, (comment, []))[1].append(rule)
        return [
            _cover(comment._replace(rules=tuple(filter(None, names))), "range", comment.span.line, last)
            for comment, names in ended.values()
        ]

    def close_all(self, last: int) -> list[Directive]:
        return self.close(tuple(self._by_rule), last)

    def missing(self, rules: Iterable[str]) -> list[str]:
        """The rules that no open range names."""
        return [rule for rule in rules if rule not in self._by_rule]

    def __bool__(self) -> bool:
        return bool(self._by_rule)


def _split_reason(text: str) -> tuple[str, str, str]:
    match = _REASON.search(text)
    return (text, "", "") if match is None else (text[: match.start()], match[0], text[match.end() :])


def _read_rules(text: str) -> tuple[tuple[str, ...], str | None, str | None]:
    """Rule ids, the last day, and what is wrong."""
    words = text.replace(",", " ").split()
    until = None
    if "until" in words:
        place = words.index("until")
        days = words[place + 1 :]
        words = words[:place]
        if len(days) != 1 or not _is_date(days[0]):
            return tuple(words), None, 'after "until" stands one date, as in "until 2030-01-31", and nothing else'
        until = days[0]
    for word in words:
        if not _RULE_ID.fullmatch(word):
            return (), until, f'"{word}" is no rule id; a reason stands after " -- "'
    return tuple(dict.fromkeys(words)), until, None


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _explain_verb(verb: str) -> str:
    near = closest(verb, VERBS)
    hint = (
        f'did you mean "linklint-{near}"?' if near else "known are " + ", ".join(f"linklint-{known}" for known in VERBS)
    )
    return f'"linklint-{verb}" is no directive; {hint}'


def _cover(comment: DirectiveComment, kind: str, first: int, last: int) -> Directive:
    return Directive(kind, comment.rules, comment.reason, comment.until, comment.span, first, last, comment.problem)


def _end_ranges(comment: DirectiveComment, ranges: _OpenRanges) -> list[Directive]:
    """What an ``enable`` ends. One that ends nothing is a mistake: the range that it was meant for silently runs on."""
    first, last = comment.span.line, comment.span.end_line
    missing = ranges.missing(comment.rules)
    problem = None
    if missing:
        problem = f"no open linklint-disable names {', '.join(missing)}"
    elif not ranges:
        problem = "no linklint-disable is open here"
    ended = ranges.close(comment.rules, last) if comment.rules else ranges.close_all(last)
    return [*ended, _cover(comment._replace(problem=problem), "range", first, last)] if problem else ended


def _following_lines(comments: Sequence[DirectiveComment], lines: Lines) -> dict[int, int]:
    """For the line after each next-line comment: the first line from there on that is neither blank nor holds such
    comments alone, so that several of them can be stacked. One past the last line when there is none."""
    nexts = [comment for comment in comments if comment.verb == "disable-next-line"]
    occupied: set[int] = set()
    last = 0
    for comment in nexts:
        span = comment.span
        last, previous = span.end_line, last
        if span.line == previous:
            continue  # a second comment on a line: reading a long line again for each would take too long
        before = lines.text(span.line)[: span.column - 1]
        after = lines.text(span.end_line)[span.end_column - 1 :]
        if not before.strip() and not after.strip():
            occupied.update(range(span.line, span.end_line + 1))
    following: dict[int, int] = {}
    for comment in reversed(nexts):  # so that a stack of n comments takes n steps
        first = line = comment.span.end_line + 1
        while line <= lines.count and line not in following and (line in occupied or not lines.text(line).strip()):
            line += 1
        following[first] = following.get(line, line)
    return following
