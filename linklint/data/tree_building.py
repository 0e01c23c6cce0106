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

from linklint.data.limits import MAXIMUM_PROBLEMS, Budget
from linklint.data.open_nodes import Anchored, Open, span_of
from linklint.data.scalars import PREFIX, TAGS, join_surrogates, resolve_plain, resolve_tagged
from linklint.data.text import TextLines
from linklint.data.tree import KEY, KeyPath
from linklint.errors import Problem
from linklint.model.place import Location

_MERGE = object()
_DROPPED = object()
_TAGGED = object()


def _is_foreign(tag: str | None) -> bool:
    return tag not in (None, "!") and tag not in (PREFIX + name for name in (*TAGS, "map", "seq"))


class TreeBuilder:
    """Builds ``value`` and ``positions`` from events, and collects ``problems``. A limit that is passed ends it.
    ``keep_tags``: tags outside the core schema are no mistakes, but kept in ``tags``."""

    def __init__(self, path: str, lines: TextLines, undisguise: Mapping[int, str], keep_tags: bool = False,
                 last_counts: bool = False) -> None:  # fmt: skip
        self.value: Any = None
        self.positions: dict[KeyPath, Location] = {}
        self.tags: dict[KeyPath, str] = {}
        self.problems: list[Problem] = []
        self._path = path
        self._lines = lines
        self._undisguise = undisguise
        self._keep_tags = keep_tags
        self._last_counts = last_counts
        self._stack: list[Open] = []
        self._anchors: dict[str | None, Anchored | None] = {}
        self._budget = Budget()

    def feed(self, events: Iterable[Event]) -> None:
        """Takes all events, up to the first that passes a limit."""
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    start = span_of(event)[0]
                    self.report(start, start + 3, "a second document begins here; one was expected", "remove this line")
                    return
            elif isinstance(event, NodeEvent):
                if self._passes_limit(event):
                    return
                self._take(event)
            elif isinstance(event, CollectionEndEvent):
                self._close(event)

    def report(self, start: int, end: int, message: str, hint: str) -> None:
        """Notes a problem at offsets of the text; an empty stretch is widened to one character."""
        place = self._locate(start, max(end, start + 1))
        text = self._lines.lines[place.line - self._lines.first_line]
        end_column = place.end_column if place.end_line == place.line else len(text.rstrip()) + 1
        self.problems.append(Problem(message, place.path, place.line, place.column, end_column, text, hint))

    def opening(self) -> tuple[int, str] | None:
        """Where the innermost bracket that is still open stands, and the one that would close it."""
        if not self._stack or not self._stack[-1].flow:
            return None
        innermost = self._stack[-1]
        return innermost.start, "]" if isinstance(innermost.value, list) else "}"

    def _passes_limit(self, event: NodeEvent) -> bool:
        depth = len(self._stack) + 1 if isinstance(event, CollectionStartEvent) else 0
        size = self._alias_size(event) if isinstance(event, AliasEvent) else None
        excess = self._budget.spend(depth, size)
        start, end = span_of(event)
        if excess is not None:
            self.report(start, end, *excess)
        elif len(self.problems) >= MAXIMUM_PROBLEMS:
            self.report(start, end, f"there are more than {MAXIMUM_PROBLEMS} mistakes in this file", "")
        else:
            return False
        return True

    def _take(self, event: NodeEvent) -> None:
        parent = self._stack[-1] if self._stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self._take_key(parent, event)
            return
        path = self._child_path(parent)
        if self._keep_tags and isinstance(event, ScalarEvent | CollectionStartEvent) and _is_foreign(event.tag):
            if path is not None:
                self.tags[path] = (event.tag or "").replace(PREFIX, "!!")
            event.tag = "!" if isinstance(event, ScalarEvent) else None
        if isinstance(event, CollectionStartEvent):
            self._open(event, path)
        elif isinstance(event, AliasEvent):
            self._put(self._follow(event), path, span_of(event), self._alias_size(event))
        elif isinstance(event, ScalarEvent):
            value = self._scalar(event)
            if event.anchor is not None:
                self._anchors[event.anchor] = Anchored(value, 1)
            self._put(value, path, span_of(event), 1)

    def _child_path(self, parent: Open | None) -> KeyPath | None:
        if parent is None:
            return ()
        if parent.path is None or parent.key is _DROPPED or parent.key is _MERGE:
            return None
        return (*parent.path, parent.key if isinstance(parent.value, dict) else len(parent.value))

    def _take_key(self, parent: Open, event: NodeEvent) -> None:
        start, end = span_of(event)
        parent.key = _DROPPED
        if isinstance(event, CollectionStartEvent):
            if self._keep_tags and _is_foreign(event.tag):
                parent.key, event.tag = _TAGGED, None
            # "{{ title }}: x" is a mapping in a mapping for YAML; told once, at the outer one.
            elif parent.path is not None:
                self.report(start, end, "a key must be text; this is a list or a mapping", "put the key in quotes")
            self._open(event, None, is_key=True)
        elif not isinstance(event, ScalarEvent):
            self.report(start, end, "a key must be text; this is an alias", "put the key in quotes")
        else:
            self._name(parent, join_surrogates(self._undisguised(event.value)), event)

    def _name(self, parent: Open, key: str, event: ScalarEvent) -> None:
        """The text ``key`` becomes the mapping's next key, unless something is wrong with it."""
        start, end = span_of(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = Anchored(key, 1)
        if event.implicit[0] and key == "<<":
            parent.key = _MERGE
        elif event.implicit[0] and resolve_plain(key) is None:
            if parent.path is not None:
                self.report(start, end, "this key is empty", "write a key before the colon")
        elif self._has_faulty_text(key, event):
            return
        elif key in parent.value and not self._last_counts:
            first = self.positions.get((*(parent.path or ()), key, KEY)) if parent.path is not None else None
            told = f" (first at line {first.line})" if first is not None else ""
            self.report(start, end, f'duplicate key "{key}"{told}', "remove one of the two")
        else:
            parent.key = key
            # Holds the key's place in the order of the file, and makes a second one a duplicate.
            parent.value[key] = None
            if parent.path is not None:
                self.positions[(*parent.path, key, KEY)] = self._locate(start, end)

    def _name_tagged(self, parent: Open, closed: Open) -> None:
        """The list under a tag, such as ``!ENV [NAME, "Home"]``, becomes a key by its last text, the usual default."""
        key = closed.value[-1] if isinstance(closed.value, list) and closed.value else None
        parent.key = key if isinstance(key, str) and key not in parent.value else _DROPPED
        if parent.key is not _DROPPED:
            parent.value[key] = None
            if parent.path is not None:
                self.positions[(*parent.path, parent.key, KEY)] = self._locate(closed.start, closed.end)

    def _open(self, event: CollectionStartEvent, path: KeyPath | None, *, is_key: bool = False) -> None:
        is_mapping = isinstance(event, MappingStartEvent)
        if event.tag not in (None, "!", PREFIX + ("map" if is_mapping else "seq")):
            self._refuse_tag(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        self._stack.append(Open({} if is_mapping else [], path, event, is_key))

    def _close(self, event: CollectionEndEvent) -> None:
        closed = self._stack.pop()
        for values, place in closed.merges:
            for key, value in values.items():
                if key not in closed.value:
                    closed.value[key] = value
                    if closed.path is not None:
                        self.positions[(*closed.path, key)] = self.positions[(*closed.path, key, KEY)] = place
        # The end event of a block collection stands where the next thing begins, far below its last value.
        end = span_of(event)[1] if closed.flow else closed.end
        if closed.anchor is not None:
            self._anchors[closed.anchor] = Anchored(closed.value, closed.size)
        if closed.is_key:  # its value is still to come
            if self._stack[-1].key is _TAGGED:
                self._name_tagged(self._stack[-1], closed)
            return
        self._put(closed.value, closed.path, (closed.start, end), closed.size)

    def _put(self, value: Any, path: KeyPath | None, span: tuple[int, int], size: int) -> None:
        place = self._locate(*span)
        if path is not None:
            self.positions[path] = place
        if not self._stack:
            self.value = value
            return
        parent = self._stack[-1]
        parent.size += size
        parent.end = max(parent.end, span[1])
        if isinstance(parent.value, list):
            parent.value.append(value)
            return
        if parent.key is _MERGE:
            self._merge(parent, value, place, span)
        elif parent.key is not _DROPPED:
            parent.value[parent.key] = value
        parent.key = None

    def _merge(self, parent: Open, value: Any, place: Location, span: tuple[int, int]) -> None:
        values = value if isinstance(value, list) else [value]
        if all(isinstance(entry, dict) for entry in values):
            parent.merges.extend((entry, place) for entry in values)
        else:
            self.report(*span, '"<<" takes a mapping, or a list of mappings', "")

    def _follow(self, event: AliasEvent) -> Any:
        anchored = self._anchors.get(event.anchor)
        if anchored is not None:
            return anchored.value
        if event.anchor in self._anchors:
            self.report(
                *span_of(event), f'"*{event.anchor}" stands inside the value that it names', "write the value out"
            )
        else:
            hint = f'put text that begins with "*" in quotes: "*{event.anchor}"'
            self.report(*span_of(event), f'nothing is anchored as "&{event.anchor}"', hint)
        return None

    def _alias_size(self, event: AliasEvent) -> int:
        anchored = self._anchors.get(event.anchor)
        return anchored.size if anchored is not None else 1

    def _scalar(self, event: ScalarEvent) -> Any:
        text = self._undisguised(event.value)
        if event.tag is None:
            if event.implicit[0]:
                return resolve_plain(text)
        elif event.tag == "!":
            pass  # the tag that says: text, whatever it looks like
        elif event.tag not in (PREFIX + name for name in TAGS):
            self._refuse_tag(event)
            return None
        else:
            try:
                return resolve_tagged(event.tag, text)
            except ValueError as error:
                self.report(*span_of(event), str(error), "leave the tag out")
                return None
        joined = join_surrogates(text)
        return None if self._has_faulty_text(joined, event) else joined

    def _undisguised(self, text: str) -> str:
        return text if text.isascii() else text.translate(self._undisguise)

    def _has_faulty_text(self, text: str, event: ScalarEvent) -> bool:
        faulty = next((char for char in text if "\ud800" <= char <= "\udfff"), None)
        if faulty is None:
            return False
        message = f"U+{ord(faulty):04X} is half of a surrogate pair, and no character by itself"
        self.report(*span_of(event), message, "remove it")
        return True

    def _refuse_tag(self, event: ScalarEvent | CollectionStartEvent) -> None:
        start = span_of(event)[0]
        tag = (event.tag or "").replace(PREFIX, "!!")
        message = f'the tag "{tag[:80]}" is not allowed: a data file holds plain values only'
        self.report(start, start + len(tag), message, "leave the tag out")

    def _locate(self, start: int, end: int) -> Location:
        line, column = self._lines.position(start)
        return Location(self._path, line, column, *self._lines.position(max(start, end)))
