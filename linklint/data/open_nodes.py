"""What a YAML tree is built of while it is read: lists and mappings that are still open, and what anchors name."""

from __future__ import annotations

from typing import Any, NamedTuple

from yaml.events import CollectionStartEvent, Event

from linklint.data.tree import KeyPath
from linklint.model.place import Location


class Anchored(NamedTuple):
    """What an anchor names, and how many values that is."""

    value: Any
    size: int


class Open:
    """A list or mapping that is being filled. ``path`` is None below a key that was refused: such values are read, for
    their own mistakes, and then dropped. ``size``: values in it, with what its aliases stand for."""

    def __init__(self, value: Any, path: KeyPath | None, event: CollectionStartEvent, is_key: bool) -> None:
        self.value = value
        self.path = path
        self.is_key = is_key
        self.anchor = event.anchor
        self.flow = bool(event.flow_style)
        self.start, self.end = span_of(event)
        self.size = 1
        self.key: Any = None
        self.merges: list[tuple[dict[str, Any], Location]] = []


def span_of(event: Event) -> tuple[int, int]:
    """Offsets of an event's first character and behind its last."""
    start = event.start_mark.index if event.start_mark is not None else 0
    return start, event.end_mark.index if event.end_mark is not None else start
