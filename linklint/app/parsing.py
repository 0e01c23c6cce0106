"""From many texts to documents, by the cheapest way there is for each: remembered, kept from an earlier run, parsed
here or parsed by several processes. Which way it was can never be seen in a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

import msgspec

from linklint.app.progress import UNHEARD, Progress
from linklint.app.request import Request, choose_cache
from linklint.model.document import Dialect, Document
from linklint.model.endings import PAGES
from linklint.workspace import Cache, DiskRepository, Workers, can_fork, can_start, count_cores, parser_version

Text = tuple[bytes, Dialect]

WORTH_KEEPING = 64 * 1024
"""Bytes. So little is parsed before a cache could be opened."""
WORTH_A_PROCESS = 256 * 1024
"""Bytes that one process parses in about the time that it takes to start one."""
WORTH_IMPORTING = 4 * 1024 * 1024
"""The same where processes begin with nothing (``can_fork``); for all of them, since they start side by side."""
MANY = 100
"""Files that may be texts. So many are nearly always worth several processes."""
TEXTS = tuple(f".{ending}" for ending in sorted(PAGES))
NOTHING = b"", Dialect()

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Document)
TROUBLE = (msgspec.MsgspecError, ValueError, OverflowError, RecursionError)


def parse_one(text: Text) -> Document:
    """Reads one text, in this process. The parsers are loaded here, so that a run that needs none loads none."""
    from linklint.source.parse import parse

    return parse(*text)


def parse_each(texts: Sequence[Text]) -> list[Document]:
    """Reads the texts one after the other, in this process."""
    return [parse_one(text) for text in texts]


def parse_to_bytes(text: Text) -> bytes:
    """The document as the cache and other processes get it; empty for one that cannot be told so (a number in its
    front matter is too large)."""
    return encode(parse_one(text))


def encode(document: Document) -> bytes:
    try:
        return _encoder.encode(document)
    except TROUBLE:
        return b""


def decode(data: bytes) -> Document | None:
    try:
        return _decoder.decode(data)
    except TROUBLE:
        return None


def choose_parsing(request: Request, repository: DiskRepository, progress: Progress = UNHEARD) -> Parsing:
    """The parser of a run."""
    jobs = request.jobs or count_cores()
    return Parsing(choose_cache(request, repository), jobs, progress, more_follows=request.compares)


class Parsing:
    """The parser of a run. Every text is parsed once, whether it stands in several files or in several revisions.
    ``jobs``: how many processes may work. ``more_follows``: texts of another revision come after the first."""

    def __init__(
        self, cache: Cache | None = None, jobs: int = 1, progress: Progress = UNHEARD, *, more_follows: bool = False
    ) -> None:
        self._progress = progress
        self._more_follows = more_follows
        self._cache = cache
        self._jobs = jobs
        self._documents: dict[bytes, Document] = {}
        self._dialects: dict[bytes, Dialect] = {}
        self._workers: Workers | None = None

    def __enter__(self) -> Parsing:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        self._let_go(wait=error is None)

    def get_ready(self, names: Iterable[str]) -> None:
        """Starts the processes before anything is read, where most of the files ``names`` will have to be parsed: they
        load the parsers while this process finds out what the site is. ``with`` ends them, should no text come."""
        if self._jobs < 2 or not can_fork() or (self._cache is not None and self._cache.is_used):
            return
        if sum(map(is_text, names)) > MANY:
            self._workers = Workers(parse_to_bytes, NOTHING, self._jobs)
            self._workers.start()

    def list_texts(self) -> Mapping[int, tuple[bytes, Dialect]]:
        """For each document that was given, by its ``id``: the key under which the cache keeps it, and the dialect."""
        return {id(document): (key, self._dialects[key]) for key, document in self._documents.items()}

    def parse_all(self, texts: Sequence[Text]) -> list[Document]:
        """The documents of the texts, in their order."""
        keys = list(make_keys(texts))
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._documents}
        self._dialects.update((key, dialect) for key, (_, dialect) in missing.items())
        self._progress.advance(len(texts) - len(missing))
        cache = self._cache if sum(len(data) for data, _ in missing.values()) > WORTH_KEEPING else None
        if cache is not None:
            for key, value in cache.get(missing).items():
                document = decode(value)
                if document is not None:
                    self._documents[key] = document
                    del missing[key]
                    self._progress.advance()
        parsed = self._parse(missing)
        if cache is not None:
            cache.put(parsed)
        return [self._documents[key] for key in keys]

    def _parse(self, missing: dict[bytes, Text]) -> dict[bytes, bytes]:
        """Parses the texts, and gives what can be kept of them."""
        kept: dict[bytes, bytes] = {}
        keys, texts = list(missing), list(missing.values())
        sizes = [len(data) for data, _ in texts]
        size = sum(sizes)
        jobs = min(self._jobs, size // WORTH_A_PROCESS)
        can_work = can_fork() or (size > WORTH_IMPORTING and can_start())
        if texts and (self._workers or (jobs > 1 and can_work)):
            self._workers = self._workers or Workers(parse_to_bytes, NOTHING, jobs)
            for index, value in self._workers.work(texts, sizes):
                document = decode(value)
                if document is not None:
                    self._documents[keys[index]] = document
                    kept[keys[index]] = value
                    self._progress.advance()
            if not self._more_follows:
                self._let_go()  # what they hold is of no use any more, and another batch seldom comes
        for key, text in missing.items():
            if key not in self._documents:
                self._documents[key] = parse_one(text)
                self._progress.advance()
                if value := encode(self._documents[key]) if self._cache is not None else b"":
                    kept[key] = value
        return kept

    def _let_go(self, *, wait: bool = True) -> None:
        if self._workers is not None:
            self._workers.close(wait=wait)
            self._workers = None


def is_text(name: str) -> bool:
    """Whether a file of this name is one that may be parsed."""
    return name.endswith(TEXTS)


def make_keys(texts: Iterable[Text]) -> Iterable[bytes]:
    """For each text a digest of all that its document depends on: the parsers, the dialect, the bytes."""
    begun = {}
    for data, dialect in texts:
        if dialect not in begun:
            begun[dialect] = sha256(parser_version() + _encoder.encode(dialect))
        digest = begun[dialect].copy()
        digest.update(data)
        yield digest.digest()
