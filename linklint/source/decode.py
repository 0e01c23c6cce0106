"""Bytes to text. Any bytes give a text; what had to be guessed or replaced is told in notes."""

from __future__ import annotations

import codecs
import re

from linklint.model.document import Note
from linklint.source.lines import Lines

LONE_CR = re.compile(r"\r(?!\n)")
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> tuple[str, str, tuple[Note, ...]]:
    """The text without its byte order mark, the name of its encoding, and notes of the kinds ``encoding``, ``nul``
    and ``lone-cr``. Bytes that are no text become U+FFFD."""
    text, encoding, notes = _decode_by_mark(data)
    for kind, at, message in (
        ("nul", text.find("\0"), "the file holds a NUL character, read as U+FFFD"),
        (
            "lone-cr",
            _find(LONE_CR, text) if "\r" in text else -1,
            "a line ends in a carriage return alone; not every tool counts that as a line",
        ),
    ):
        if at >= 0:
            notes.append(Note(kind, message, *Lines(text).position(at)))
    return text, encoding, tuple(notes)


def _decode_by_mark(data: bytes) -> tuple[str, str, list[Note]]:
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            # Surrogates that UTF-32 smuggles in could not be printed later.
            text = text.encode("utf-8", "replace").decode("utf-8")
            return text, encoding, [Note("encoding", f"the file is {encoding.upper()}; most tools expect UTF-8")]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = Lines(before).position(len(before))
        message = f"the file is not valid UTF-8 (byte 0x{data[error.start]:02x}); bad bytes are read as U+FFFD"
        return data.decode("utf-8", "replace"), "unknown", [Note("encoding", message, *place)]


def _find(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() if match else -1
