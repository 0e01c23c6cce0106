"""From YAML events to values with positions: one pass, no recursion, limits checked while it goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from linklint.data.scalars import PREFIX, TAGS, join_surrogates, resolve_plain, resolve_tagged
from linklint.data.text import TextLines
from linklint.data.tree import KEY, KeyPath
from linklint.errors import Problem
from linklint.model.place import Location

MAXIMUM_DEPTH = 50
MAXIMUM_NODES = 100_000
MAXIMUM_ALIASES = 100
MAXIMUM_EXPANDED = 10_000

_MERGE = object()
_DROPPED = object()


class _Open:
    """A list or mapping that is being filled. ``path`` is None below a key that was refused: such values are read, for
    their own mistakes, and then dropped. ``size``: values in it, with what its aliases stand for."""

    def __init__(self, value: Any, path: KeyPath | None, event: CollectionStartEvent) -> None:
        self.value = value
        self.path = path
        self.event = event
        self.size = 1
        self.end: int = event.end_mark.index
        self.key: Any = None
        self.merges: list[tuple[dict[str, Any], Location]] = []


class _Anchored:
    """What an anchor names, once it is complete."""

    def __init__(self, value: Any, size: int) -> None:
        self.value = value
        self.size = size


class TreeBuilder:
    """Builds ``value`` and ``positions`` from events, and collects ``problems``. A limit that is passed ends it."""

    def __init__(self, path: str, lines: TextLines, undisguise: Mapping[int, str]) -> None:
        self.value: Any = None
        self.positions: dict[KeyPath, Location] = {}
        self.problems: list[Problem] = []
        self._path = path
        self._lines = lines
        self._undisguise = undisguise
        self._stack: list[_Open] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._nodes = self._aliases = self._expanded = self._documents = 0

    def feed(self, events: Iterable[Event]) -> None:
        """Takes all events, up to the first that passes a limit."""
        for event in events:
            if isinstance(event, DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    place = event.start_mark.index
                    self.report(place, place + 3, "a second document begins here; one was expected", "remove this line")
                    return
            elif isinstance(event, NodeEvent):
                self._nodes += 1
                if self._passes_limit(event):
                    return
                self._take(event)
            elif isinstance(event, CollectionEndEvent):
                self._close(event)

    def report(self, start: int, end: int, message: str, hint: str) -> None:
        """Notes a problem at offsets of the text."""
        place = self._locate(start, end)
        text = self._lines.lines[place.line - self._lines.first_line]
        end_column = place.end_column if place.end_line == place.line else len(text.rstrip()) + 1
        self.problems.append(Problem(message, place.path, place.line, place.column, end_column, text, hint))

    def _passes_limit(self, event: NodeEvent) -> bool:
        start, end = event.start_mark.index, event.end_mark.index
        if self._nodes > MAXIMUM_NODES:
            self.report(start, end, f"there are more than {MAXIMUM_NODES:,} values in this file", "split it")
            return True
        if isinstance(event, CollectionStartEvent) and len(self._stack) >= MAXIMUM_DEPTH:
            message = f"values are nested deeper than {MAXIMUM_DEPTH} levels"
            self.report(start, start + 1, message, "no linklint file needs that: check the brackets and the indentation")
            return True
        if not isinstance(event, AliasEvent):
            return False
        anchored = self._anchors.get(event.anchor)
        self._aliases += 1
        self._expanded += anchored.size if anchored is not None else 1
        hint = "write the values out instead of using aliases"
        if self._aliases > MAXIMUM_ALIASES:
            self.report(start, end, f"there are more than {MAXIMUM_ALIASES} aliases in this file", hint)
        elif self._expanded > MAXIMUM_EXPANDED:
            message = f"the aliases of this file stand for more than {MAXIMUM_EXPANDED:,} values"
            self.report(start, end, message, hint)
        else:
            return False
        return True

    def _take(self, event: NodeEvent) -> None:
        parent = self._stack[-1] if self._stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self._take_key(parent, event)
            return
        path = self._child_path(parent)
        if isinstance(event, CollectionStartEvent):
            self._open(event, path)
        elif isinstance(event, AliasEvent):
            self._attach(self._follow(event), path, event, self._alias_size(event))
        elif isinstance(event, ScalarEvent):
            value = self._scalar(event)
            if event.anchor is not None:
                self._anchors[event.anchor] = _Anchored(value, 1)
            self._attach(value, path, event, 1)

    def _child_path(self, parent: _Open | None) -> KeyPath | None:
        if parent is None:
            return ()
        if parent.path is None or parent.key is _DROPPED or parent.key is _MERGE:
            return None
        return (*parent.path, parent.key if isinstance(parent.value, dict) else len(parent.value))

    def _take_key(self, parent: _Open, event: NodeEvent) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        parent.key = _DROPPED
        if not isinstance(event, ScalarEvent):
            what = "an alias" if isinstance(event, AliasEvent) else "a list or a mapping"
            self.report(start, max(end, start + 1), f"a key must be text; this is {what}", "put it in quotes")
            if isinstance(event, CollectionStartEvent):
                self._open(event, None, is_key=True)
            return
        key = self._undisguised(event.value)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(key, 1)
        if event.implicit[0] and key == "<<":
            parent.key = _MERGE
        elif event.implicit[0] and resolve_plain(key) is None:
            self.report(start, max(end, start + 1), "this key is empty", "write a key before the colon")
        elif self._has_faulty_text(key, event):
            return
        elif key in parent.value:
            first = self.positions.get((*(parent.path or ()), key, KEY)) if parent.path is not None else None
            told = f" (first at line {first.line})" if first is not None else ""
            self.report(start, end, f'duplicate key "{key}"{told}', "remove one of the two")
        else:
            parent.key = key
            # Holds the key's place in the order of the file, and makes a second one a duplicate.
            parent.value[key] = None
            if parent.path is not None:
                self.positions[(*parent.path, key, KEY)] = self._locate(start, end)

    def _open(self, event: CollectionStartEvent, path: KeyPath | None, *, is_key: bool = False) -> None:
        is_mapping = isinstance(event, MappingStartEvent)
        expected = PREFIX + ("map" if is_mapping else "seq")
        if event.tag not in (None, "!", expected):
            self._refuse_tag(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        opened = _Open({} if is_mapping else [], path, event)
        opened.end = event.start_mark.index
        if is_key:
            opened.path = None
        self._stack.append(opened)

    def _close(self, event: CollectionEndEvent) -> None:
        closed = self._stack.pop()
        for values, place in closed.merges:
            for key, value in values.items():
                if key not in closed.value:
                    closed.value[key] = value
                    if closed.path is not None:
                        self.positions[(*closed.path, key)] = self.positions[(*closed.path, key, KEY)] = place
        end = event.end_mark.index if closed.event.flow_style else closed.end
        if closed.event.anchor is not None:
            self._anchors[closed.event.anchor] = _Anchored(closed.value, closed.size)
        self._put(closed.value, closed.path, closed.event.start_mark.index, end, closed.size)

    def _attach(self, value: Any, path: KeyPath | None, event: NodeEvent, size: int) -> None:
        self._put(value, path, event.start_mark.index, event.end_mark.index, size)

    def _put(self, value: Any, path: KeyPath | None, start: int, end: int, size: int) -> None:
        place = self._locate(start, end)
        if path is not None:
            self.positions[path] = place
        if not self._stack:
            self.value = value
            return
        parent = self._stack[-1]
        parent.size += size
        parent.end = max(parent.end, end)
        if isinstance(parent.value, list):
            parent.value.append(value)
            return
        if parent.key is _MERGE:
            self._merge(parent, value, place, start, end)
        elif parent.key is not _DROPPED:
            parent.value[parent.key] = value
        parent.key = None

    def _merge(self, parent: _Open, value: Any, place: Location, start: int, end: int) -> None:
        values = value if isinstance(value, list) else [value]
        if not all(isinstance(entry, dict) for entry in values):
            self.report(start, end, "<<: takes a mapping, or a list of mappings", "")
            return
        parent.merges.extend((entry, place) for entry in values)

    def _follow(self, event: AliasEvent) -> Any:
        anchored = self._anchors.get(event.anchor)
        if anchored is not None:
            return anchored.value
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor in self._anchors:
            self.report(start, end, f'"*{event.anchor}" stands inside the value that it names', "write the value out")
        else:
            hint = f'put text that begins with "*" in quotes: "*{event.anchor}"'
            self.report(start, end, f'nothing is anchored as "&{event.anchor}"', hint)
        return None

    def _alias_size(self, event: AliasEvent) -> int:
        anchored = self._anchors.get(event.anchor)
        return anchored.size if anchored is not None else 1

    def _scalar(self, event: ScalarEvent) -> Any:
        text = self._undisguised(event.value)
        if event.tag is None or event.tag == "!":
            if event.implicit[0]:
                return resolve_plain(text)
        elif event.tag not in (PREFIX + name for name in TAGS):
            self._refuse_tag(event)
            return None
        else:
            try:
                return resolve_tagged(event.tag, text)
            except ValueError as error:
                self.report(event.start_mark.index, event.end_mark.index, str(error), "leave the tag out")
                return None
        joined = join_surrogates(text)
        return None if self._has_faulty_text(joined, event) else joined

    def _undisguised(self, text: str) -> str:
        return text if text.isascii() else text.translate(self._undisguise)

    def _has_faulty_text(self, text: str, event: ScalarEvent) -> bool:
        faulty = next((char for char in text if char == "\0" or "\ud800" <= char <= "\udfff"), None)
        if faulty is None:
            return False
        message = f"this text has the escape of U+{ord(faulty):04X}, which is no character"
        self.report(event.start_mark.index, event.end_mark.index, message, "remove it")
        return True

    def _refuse_tag(self, event: ScalarEvent | CollectionStartEvent) -> None:
        start = event.start_mark.index
        tag = (event.tag or "").replace(PREFIX, "!!")
        message = f'the tag "{tag}" is not allowed: a data file holds plain values only'
        self.report(start, start + len(tag), message, "leave the tag out")

    def _locate(self, start: int, end: int) -> Location:
        line, column = self._lines.position(start)
        return Location(self._path, line, column, *self._lines.position(max(start, end)))
