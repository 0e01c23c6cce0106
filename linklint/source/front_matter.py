"""Front matter: the data block at the very top of a file, in any of the formats of ``front_matter_formats``."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from linklint.data.suggest import closest_hint
from linklint.data.tree import Tree
from linklint.errors import UserError
from linklint.model.document import Directive, Note
from linklint.model.place import Location, Span
from linklint.source.decode import decode
from linklint.source.front_matter_formats import FORMATS, Format, Stretch
from linklint.source.lines import Lines


class FrontMatter(msgspec.Struct, frozen=True):
    """What stands above the body. ``value`` is None when there is no front matter or it cannot be read; ``lines`` maps
    each top-level key to its line; ``end`` is the offset at which the body begins."""

    value: dict[str, Any] | None = None
    lines: dict[str, int] = {}
    end: int = 0
    directives: tuple[Directive, ...] = ()
    notes: tuple[Note, ...] = ()


HTML = re.compile(r"\s*<[A-Za-z][\w-]*[\s/>]")
# What some line of front matter has, be it never so broken: a key, an item, a bracket, a comment.
DATA = re.compile(r"^(?:[ \t]*[^\s:#][^:\n]*:(?:\s|$)|\s*[\[{}\]#?-])", re.MULTILINE)
A_SENTENCE = 6
"""So many words without any such line are text."""
_LARGEST_INTEGER = 2**63


def split_front_matter(text: str, lines: Lines, formats: Sequence[str] = ("yaml",)) -> FrontMatter:
    """The front matter of a file, and where its body begins. Without a closing fence there is none.

    With ``blank-lines`` among the formats, blank lines may stand above it. With ``last-counts``, no build stops at a
    key that stands twice: the YAML of Ruby (Jekyll) and of Python (MkDocs, Sphinx) takes its last value. That of
    JavaScript (js-yaml: "duplicated mapping key"), of Go ("mapping key already defined"), Rust and .NET refuses all.

    Broken front matter, or one that is no mapping, gives a ``front-matter`` note for each mistake, and the body still
    begins after the fence: nobody means it to be read as text.
    """
    above = len(text) - len(text.lstrip(" \t\r\n")) if "blank-lines" in formats else 0
    for name in formats:
        format_ = FORMATS.get(name)
        found = move(format_.find(text[above:]), above) if format_ else None
        if format_ and found:
            body = lines.start(lines.line(found.fence) + 1)
            part = text[found.start : found.end]
            if name == "yaml" and (HTML.match(part) or is_text(part)):
                return FrontMatter()  # two rules around what readers see, such as a picture
            return _read(format_, part, lines.line(found.start), body, lines, "last-counts" in formats)
    return FrontMatter()


def is_text(part: str) -> bool:
    """Whether what stands between the fences is text, and these are rules around it."""
    return DATA.search(part) is None and len(part.split()) >= A_SENTENCE


def move(found: Stretch | None, offset: int) -> Stretch | None:
    """The same stretch so many characters further on."""
    return Stretch(*(place + offset for place in found)) if found else None


def read_front_matter(data: bytes, formats: Sequence[str] = ("yaml",)) -> dict[str, Any] | None:
    """The front matter of a file alone; None when there is none or it cannot be read."""
    text = decode(data)[0]
    return split_front_matter(text, Lines(text), formats).value


def _read(
    format_: Format, text: str, first_line: int, end: int, lines: Lines, last_counts: bool = False
) -> FrontMatter:
    try:
        return _read_tree(format_.read(text, first_line), end, lines)
    except UserError as error:
        notes = tuple(
            Note("front-matter", _join(problem.message, problem.hint), max(problem.line, 1), max(problem.column, 1))
            for problem in error.problems
        )
    try:
        # A key that stands twice is a mistake, but most generators build the page: its address is that of the rest.
        found = _read_tree(format_.overlook(text, first_line), end, lines) if format_.overlook else FrontMatter(end=end)
    except UserError:
        return FrontMatter(end=end, notes=notes)
    if last_counts and format_.overlook:
        notes = tuple(Note("repeated-key", each.message.partition(";")[0], each.line, each.column) for each in notes)
    return msgspec.structs.replace(found, notes=notes)


def _read_tree(tree: Tree, end: int, lines: Lines) -> FrontMatter:
    if tree.value is None:
        return FrontMatter({}, end=end)
    if not isinstance(tree.value, dict):
        place = tree.location(())
        message = "front matter must be a mapping of keys to values"
        return FrontMatter(end=end, notes=(Note("front-matter", message, max(place.line, 1), max(place.column, 1)),))
    key_lines = {str(key): tree.location((key,), key=True).line for key in tree.value}
    return FrontMatter(make_plain(tree.value), key_lines, end, tuple(_read_directives(tree, lines)))


def make_plain(value: Any) -> Any:
    """The same value in types that JSON and MessagePack can carry: text keys, finite floats, 64-bit integers, text
    without lone surrogates. What does not fit becomes text."""
    if isinstance(value, dict):
        return {_make_text(key): make_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [make_plain(item) for item in value]
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if -_LARGEST_INTEGER <= value < _LARGEST_INTEGER else hex(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return _make_text(value)


def _make_text(value: Any) -> str:
    text = str(value)
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _read_directives(tree: Tree, lines: Lines) -> list[Directive]:
    """``linklint: {disable: {RULE: reason}}`` or ``{disable: [RULE, …]}`` as directives for the whole file."""
    settings = tree.value.get("linklint")
    if settings is None:
        return []

    def directive(
        place: Location, rules: tuple[str, ...], reason: str | None = None, problem: str | None = None
    ) -> Directive:
        return Directive("file", rules, reason, None, _span(place, lines), 1, lines.count, problem)

    if not isinstance(settings, dict):
        wrong = 'under "linklint" stands a mapping, as in "linklint: {disable: {RULE: the reason}}"'
        return [directive(tree.location(("linklint",), key=True), (), problem=wrong)]
    found = [
        directive(
            tree.location(("linklint", key), key=True),
            (),
            problem=_join(f'"{key}" is no key of "linklint" in front matter', closest_hint(str(key), ["disable"])),
        )
        for key in settings
        if key != "disable"
    ]
    disabled = settings.get("disable")
    path = ("linklint", "disable")
    if isinstance(disabled, dict):
        for rule, reason in disabled.items():
            text = None if reason is None else _make_text(reason).strip() or None
            found.append(directive(tree.location((*path, rule), key=True), (_make_text(rule),), text))
    elif isinstance(disabled, list) and all(isinstance(rule, str) for rule in disabled):
        for index, rule in enumerate(disabled):
            found.append(directive(tree.location((*path, index)), (_make_text(rule),)))
    elif "disable" in settings:
        wrong = '"disable" takes a mapping of rule to reason, or a list of rules'
        found.append(directive(tree.location(path, key=True), (), problem=wrong))
    return found


def _span(place: Location, lines: Lines) -> Span:
    start = lines.start(place.line) + place.column - 1
    return lines.span(start, max(start, lines.start(place.end_line) + place.end_column - 1))


def _join(message: str, hint: str) -> str:
    return f"{message}; {hint}" if hint else message
