"""Parsing a text once, however often it is met."""

from __future__ import annotations

from hashlib import sha256

from linklint.model.document import Dialect, Document
from linklint.source.parse import parse


class ParseMemory:
    """``parse``, remembered by content and dialect for as long as this object lives: most files of two revisions are
    the same."""

    def __init__(self) -> None:
        self._documents: dict[tuple[bytes, Dialect], Document] = {}

    def parse(self, data: bytes, dialect: Dialect) -> Document:
        key = (sha256(data).digest(), dialect)
        document = self._documents.get(key)
        if document is None:
            document = self._documents[key] = parse(data, dialect)
        return document
