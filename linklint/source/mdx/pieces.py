"""What MDX adds to Markdown, as it stands in a text."""

from __future__ import annotations

from typing import NamedTuple


class Attribute(NamedTuple):
    """An attribute of a tag. ``value`` is the string it holds, decoded; of an expression its source, braces included.
    ``start`` and ``end`` are the file's, of the value without quotes."""

    name: str
    value: str
    start: int
    end: int
    expression: bool = False


class Tag(NamedTuple):
    """``<name …>``, ``</name>``, ``<name … />``; a fragment's name is empty."""

    name: str
    closing: bool
    self_closing: bool
    attributes: tuple[Attribute, ...]

    def get(self, name: str) -> str | None:
        """An attribute's string; None where there is none, or only an expression."""
        for attribute in self.attributes:
            if attribute.name == name:
                return None if attribute.expression else attribute.value
        return None

    @property
    def is_aria_hidden(self) -> bool:
        """``aria-hidden="true"``, ``aria-hidden={true}``, or no value, which is true in JSX."""
        return any(each.name == "aria-hidden" and each.value in ("", "true", "{true}") for each in self.attributes)


class Piece(NamedTuple):
    """A stretch that is not Markdown. ``kind``: ``esm``, ``expression``, ``tag``, ``comment`` (``text`` is its inner
    text). ``text`` of an expression that is a mere string is that string, else its source."""

    kind: str
    start: int
    end: int
    text: str = ""
    tag: Tag | None = None
