"""PyYAML's syntax errors in plain words, with the way out where the usual mistake is known."""

from __future__ import annotations

import re
from typing import NamedTuple

from yaml.error import MarkedYAMLError


class SyntaxProblem(NamedTuple):
    """Offsets of the place, what is wrong, and the way out."""

    start: int
    end: int
    message: str
    hint: str


_QUOTE = "put the text in quotes"


def explain_syntax(error: MarkedYAMLError, text: str, opening: tuple[int, str] | None) -> SyntaxProblem:
    """The place of the error in ``text`` and what to tell the author. ``opening``: where the innermost bracket that is
    still open stands, and its closing one."""
    context, problem = error.context or "", error.problem or "this cannot be read as YAML"
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    start = mark.index if mark is not None else 0
    begin = opened.index if opened is not None else start
    character = text[start] if start < len(text) else ""
    if "anchor" in context or "alias" in context:
        return _explain_alias(context, begin, start, text)
    if "cannot start any token" in problem:
        return _explain_character(character, start)
    if problem.startswith("mapping values are not allowed"):
        return _explain_colon(start, text)
    if "could not find expected ':'" in problem:
        return SyntaxProblem(*_first_line(begin, text), 'this line has no ":" after its key', 'write "key: value"')
    if "quoted scalar" in context and "unexpected end" in problem:
        return SyntaxProblem(begin, begin + 1, "this quotation mark is never closed", "add the closing quotation mark")
    if opening is not None:
        return _explain_flow(*opening, start, text)
    if "block" in context:
        return _explain_indentation(context, start, text)
    if "unknown escape" in problem or "double-quoted" in context:
        hint = "use single quotes, in which a backslash is just a backslash"
        return SyntaxProblem(start - 1, start + 1, f'"\\{character}" is no escape sequence of YAML', hint)
    if "document start" in problem:
        hint = "the line above may have ended the document, or this line is indented wrongly"
        return SyntaxProblem(*_first_line(start, text), "this line does not belong to anything", hint)
    message = " ".join(part for part in (context, problem) if part)
    return SyntaxProblem(start, start + 1, message, "")


def _explain_alias(context: str, begin: int, start: int, text: str) -> SyntaxProblem:
    sign = "*" if "alias" in context else "&"
    word = re.compile(r"[^\s,\]}]*").match(text, begin)
    written = word.group() if word else sign
    hint = f'write "{written}" in quotes'
    return SyntaxProblem(begin, max(begin + len(written), start), f'text that begins with "{sign}" needs quotes', hint)


def _explain_character(character: str, start: int) -> SyntaxProblem:
    if character == "\t":
        return SyntaxProblem(start, start + 1, "a tab cannot be used here", "indent with spaces")
    return SyntaxProblem(start, start + 1, f'text cannot begin with "{character}"', _QUOTE)


def _explain_colon(start: int, text: str) -> SyntaxProblem:
    before = text[:start].rpartition("\n")[2]
    if ": " not in before and not before.lstrip().startswith(("- ", "? ")):
        begin = start - len(before.lstrip())
        hint = "check its indentation, and whether the line above lacks a colon"
        return SyntaxProblem(begin, start, "this line continues the value above, so it can be no key", hint)
    return SyntaxProblem(start, start + 1, 'a second ":" cannot stand here', f'{_QUOTE} when it contains ": "')


def _explain_flow(begin: int, closing: str, start: int, text: str) -> SyntaxProblem:
    kind = "list" if closing == "]" else "mapping"
    found = text[start : start + 1]
    if start >= len(text.rstrip()) or (text.count("\n", begin, start) and found not in "]}"):
        return SyntaxProblem(
            begin, begin + 1, f'this {kind} has no closing "{closing}"', f'add "{closing}" where it ends'
        )
    return SyntaxProblem(start, start + 1, f'found "{found}" where "," or "{closing}" was expected', "")


def _explain_indentation(context: str, start: int, text: str) -> SyntaxProblem:
    if start >= len(text.rstrip()):
        return SyntaxProblem(start, start + 1, "the file ends in the middle of a value", "")
    if text.startswith(":", start):
        return SyntaxProblem(start, start + 1, "there is no key before this colon", "write a key before it")
    if text[:start].rpartition("\n")[2].strip():
        message = "this cannot follow the value before it"
        return SyntaxProblem(*_first_line(start, text), message, "put the whole value in quotes")
    kind = "list" if "collection" in context or "sequence" in context else "mapping"
    hint = "indent it exactly like its neighbours"
    if kind == "list" and not text.startswith("- ", start):
        hint = 'begin it with "- ", or indent it exactly like the key above the list'
    return SyntaxProblem(*_first_line(start, text), f"this line does not fit the {kind} above it", hint)


def _first_line(start: int, text: str) -> tuple[int, int]:
    """The offset and the end of the rest of its line."""
    rest = re.compile(r"[^\r\n]*").match(text, start)
    return start, start + max(1, len(rest.group().rstrip()) if rest else 1)
