"""JSX tags: ``<Card title="x" href={"/y"}>``, over as many lines as they like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linklint.source.mdx.expressions import Effort, decode_string, find_closing_brace, read_strings
from linklint.source.mdx.pieces import Attribute, Tag

_NAME = re.compile(r"<(?P<closing>/?)(?P<name>(?:[^\W\d]|\$)[\w$\-]*(?:[.:](?:[^\W\d]|\$)[\w$\-]*)*)?(?=[\s/>{])")
# Most tags have no attributes: name and end in one.
_BARE = re.compile(rf"{_NAME.pattern}\s*+(?P<self>/?)\s*+>")
_STEP = re.compile(
    r"\s*+(?:(?P<end>(?P<self>/?)\s*+>)|(?P<spread>\{)|(?P<comment>/\*[^*]{0,500}\*/)"
    r"|(?P<name>(?:[^\W\d]|\$)[\w$\-]*+(?:\s*:\s*[\w$\-]++)?)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<expression>\{)))?)"
)


def read_tag(text: str, position: int, effort: Effort) -> tuple[Tag, int] | None:
    """The tag that begins at ``position``, and the offset after it; None when none does."""
    if effort.is_spent:
        return None
    bare = _BARE.match(text, position)
    if bare:
        closing, name, self_closing = bare.groups()
        return Tag(name or "", bool(closing), bool(self_closing), ()), bare.end()
    opening = _NAME.match(text, position)
    if opening is None:
        return None
    attributes: list[Attribute] = []
    at = opening.end()
    while step := _STEP.match(text, at):
        at = step.end()
        kind = step.lastgroup
        if kind == "end":
            return Tag(opening["name"] or "", bool(opening["closing"]), bool(step["self"]), tuple(attributes)), at
        name = step["name"]
        if kind in ("double", "single"):
            attributes.append(Attribute(name, decode_string(step[kind]), *step.span(kind)))
        elif kind == "name":
            attributes.append(Attribute(name, "", at, at))
        elif kind != "comment":
            start = at - 1
            closed = find_closing_brace(text, start, effort)
            if closed is None:
                break
            at = closed
            if name:
                attributes += _read_expression(name, text, start, at)
    effort.spend(at - position)
    return None


def _read_expression(name: str, text: str, start: int, end: int) -> Iterator[Attribute]:
    strings = read_strings(text, start, end)
    for string in strings:
        yield Attribute(name, *string)
    if not strings:
        yield Attribute(name, text[start:end], start, end, expression=True)
