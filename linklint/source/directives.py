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
_SPACED = re.compile(r"linklint[ \t]+((?:dis|en)able\S*)")
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
    if spaced := _SPACED.match(text):
        verb = closest(spaced[1], VERBS) or spaced[1]
        return DirectiveComment("", (), None, None, span, f'write "linklint-{verb}" with a hyphen')
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
    occupied = _lines_of_nothing_else(ordered, lines)
    directives: list[Directive] = []
    ranges: list[_OpenRange] = []
    for comment in ordered:
        span = comment.span
        if comment.problem is not None:
            directives.append(_cover(comment, "line", span.line, span.end_line))
        elif comment.verb == "disable-next-line":
            line = _next_line(span.end_line + 1, occupied, lines)
            directives.append(_cover(comment, "next-line", line, line))
        elif comment.verb == "disable-line":
            directives.append(_cover(comment, "line", span.line, span.end_line))
        elif comment.verb == "disable-file":
            directives.append(_cover(comment, "file", 1, lines.count))
        elif comment.verb == "disable":
            ranges.append(_OpenRange(comment, list(comment.rules)))
        else:
            directives.extend(_close_ranges(comment, ranges))
    directives.extend(
        _cover(open_.comment, "range", open_.comment.span.line, lines.count, open_.rules) for open_ in ranges
    )
    return tuple(sorted(directives, key=lambda directive: (directive.span.start, directive.last, directive.rules)))


class _OpenRange(NamedTuple):
    comment: DirectiveComment
    rules: list[str]


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


def _cover(
    comment: DirectiveComment, kind: str, first: int, last: int, rules: Sequence[str] | None = None
) -> Directive:
    names = comment.rules if rules is None else tuple(rules)
    return Directive(kind, names, comment.reason, comment.until, comment.span, first, last, comment.problem)


def _close_ranges(comment: DirectiveComment, ranges: list[_OpenRange]) -> list[Directive]:
    """Ends what the ``enable`` names; ``ranges`` keeps what stays open. An ``enable`` that ends nothing is a mistake:
    the range that it was meant for would silently run on."""
    closed: list[Directive] = []
    missing = set(comment.rules)
    still_open: list[_OpenRange] = []
    for range_ in ranges:
        ending = [rule for rule in range_.rules if rule in comment.rules]
        first, last = range_.comment.span.line, comment.span.end_line
        if not comment.rules:
            closed.append(_cover(range_.comment, "range", first, last, range_.rules))
            continue
        missing.difference_update(ending)
        remaining = [rule for rule in range_.rules if rule not in comment.rules]
        if ending:
            closed.append(_cover(range_.comment, "range", first, last, ending))
        if remaining or not ending:
            still_open.append(_OpenRange(range_.comment, remaining))
    problem = None
    if missing:
        problem = f"no open linklint-disable names {', '.join(sorted(missing))}"
    elif not ranges:
        problem = "no linklint-disable is open here"
    ranges[:] = still_open
    if problem is not None:
        closed.append(_cover(comment._replace(problem=problem), "range", comment.span.line, comment.span.end_line))
    return closed


def _lines_of_nothing_else(comments: Iterable[DirectiveComment], lines: Lines) -> frozenset[int]:
    """The lines that hold a next-line comment and nothing else, so that several of them can be stacked."""
    occupied: set[int] = set()
    for comment in comments:
        span = comment.span
        before = lines.text(span.line)[: span.column - 1]
        after = lines.text(span.end_line)[span.end_column - 1 :]
        if comment.verb == "disable-next-line" and not before.strip() and not after.strip():
            occupied.update(range(span.line, span.end_line + 1))
    return frozenset(occupied)


def _next_line(line: int, occupied: frozenset[int], lines: Lines) -> int:
    while line <= lines.count and (line in occupied or not lines.text(line).strip()):
        line += 1
    return line
