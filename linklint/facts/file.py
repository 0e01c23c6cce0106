"""A source file: what could and could not be read of it."""

from __future__ import annotations

from linklint.facts.registry import BOOLEAN, INTEGER, TEXT, TEXTS, fact
from linklint.facts.world import World
from linklint.model.document import Note
from linklint.model.site import FileFacts

NOTES = (
    "unreadable",
    "encrypted",
    "too-large",
    "timeout",
    "front-matter",
    "nesting",
    "encoding",
    "nul",
    "lone-cr",
    "front-matter-type",
    "repeated-key",
)
"""Kinds of notes, the one that costs most first."""


@fact("file", "path", TEXT)
def path(world: World, file: FileFacts) -> str:
    """The file's path from the repository's top."""
    return file.path


@fact("file", "size", INTEGER)
def size(world: World, file: FileFacts) -> int:
    """Its size in bytes."""
    world.worded.add(file.path)
    return file.size


@fact("file", "readable", BOOLEAN)
def readable(world: World, file: FileFacts) -> bool:
    """Whether the file could be read at all."""
    return file.readable


@fact("file", "encoding", TEXT)
def encoding(world: World, file: FileFacts) -> str:
    """The character encoding it was read in."""
    return file.encoding


@fact("file", "front_matter_valid", BOOLEAN)
def front_matter_valid(world: World, file: FileFacts) -> bool:
    """Whether its front matter can be read; true when it has none."""
    return find_note(file, "front-matter") is None


@fact("file", "nesting_limit_hit", BOOLEAN)
def nesting_limit_hit(world: World, file: FileFacts) -> bool:
    """Whether parts were not read since they are nested too deeply."""
    return find_note(file, "nesting") is not None


@fact("file", "notes", TEXTS)
def notes(world: World, file: FileFacts) -> tuple[str, ...]:
    """What could not be read as it stands, in words."""
    return tuple(f"line {note.line}: {note.message}" for note in file.notes)


@fact("file", "notes.kinds", TEXTS, values=NOTES)
def notes_kinds(world: World, file: FileFacts) -> tuple[str, ...]:
    """The kinds of the notes: unreadable, encrypted, too-large, encoding, nul, lone-cr, nesting, front-matter,
    front-matter-type, repeated-key, timeout."""
    return tuple(dict.fromkeys(note.kind for note in file.notes))


@fact("file", "notes.*.message", TEXT, names=NOTES)
def notes_message(world: World, file: FileFacts, kind: str) -> str | None:
    """What the first note of that kind says; missing when there is none."""
    note = find_note(file, kind)
    return note.message if note else None


@fact("file", "notes.*.line", INTEGER, names=NOTES)
def notes_line(world: World, file: FileFacts, kind: str) -> int | None:
    """The line of the first note of that kind; missing when there is none."""
    note = find_note(file, kind)
    return note.line if note else None


def find_note(file: FileFacts, kind: str) -> Note | None:
    """The first note of that kind."""
    return next((note for note in file.notes if note.kind == kind), None)


def worst_note(file: FileFacts) -> Note | None:
    """The note that costs most, where a finding about the file stands."""
    order = {kind: rank for rank, kind in enumerate(NOTES)}
    return min(file.notes, key=lambda note: (order.get(note.kind, len(order)), note.line, note.column), default=None)
