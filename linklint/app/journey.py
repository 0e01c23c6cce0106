"""From a repository and a configuration to everything that is known about it: the one way through the layers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import msgspec

from linklint import engine, site
from linklint.app.generated import hide_generated
from linklint.app.parsing import Text, parse_each
from linklint.app.progress import UNHEARD, Progress
from linklint.app.sharing import Reading, Shared
from linklint.facts import NO_HISTORY, Change, History, World, weigh_visits
from linklint.graph import LinkGraph
from linklint.model.document import Dialect, Document, Note
from linklint.model.files import Repository
from linklint.model.rule import ActiveRule
from linklint.model.settings import Settings
from linklint.source.decode import decode

Parser = Callable[[Sequence[Text]], Sequence[Document]]

BATCH = 32 * 1024 * 1024
"""Bytes of texts that are read before they are parsed."""


class Journey(msgspec.Struct, frozen=True, eq=False):
    """What a run knows: the world that rules ask, and what they said."""

    world: World
    outcome: engine.Outcome


def lint(
    repository: Repository,
    settings: Settings,
    rules: Sequence[ActiveRule],
    *,
    today: str,
    suppress: bool = True,
    known_rules: Collection[str] | None = None,
    parser: Parser = parse_each,
    base: World | None = None,
    change: Change | None = None,
    history: History = NO_HISTORY,
    progress: Progress = UNHEARD,
    shared: Shared | None = None,
) -> Journey:
    """Reads, resolves and judges a whole repository. ``known_rules``: the ids of all rules that there are, so that a
    directive which names another is told. ``base`` is what it is compared with, ``change`` what lies between.
    ``shared`` is what both have in common."""
    world = see_world(
        repository, settings,
        today=today, parser=parser, base=base, change=change, history=history, progress=progress, shared=shared,
    )  # fmt: skip
    progress.begin("applying rules", len(rules))
    outcome = engine.run(
        rules, world,
        suppress=suppress, require_reason=settings.require_reason, known_rules=known_rules, told=progress.advance,
        plans=shared.plan(rules) if shared else None, carried=shared.carried if shared else None,
    )  # fmt: skip
    if suppress and settings.generated == "hide":
        outcome = hide_generated(outcome, repository)
    return Journey(world, outcome)


def see_world(
    repository: Repository,
    settings: Settings,
    *,
    today: str,
    parser: Parser = parse_each,
    base: World | None = None,
    change: Change | None = None,
    history: History = NO_HISTORY,
    progress: Progress = UNHEARD,
    shared: Shared | None = None,
) -> World:
    """Everything that rules may ask, before any rule has asked."""
    watched = shared.links.watch(repository) if shared else repository
    mounts = site.detect(watched, settings.site)
    sizes: dict[str, int] = {}
    documents = read_documents(repository, site.sources(mounts, repository.names), parser, progress, sizes, shared)
    progress.begin("resolving links")
    whole = site.build(watched, mounts, documents, settings, sizes, shared.links if shared else None)
    score = settings.score
    graph = LinkGraph(
        whole, damping=score.damping, nofollow=score.nofollow, teleport=weigh_visits(whole.rows, settings)
    )
    return World(whole, graph, settings, today, base=base, change=change, history=history)


def describe_change(
    before: Repository, after: Repository, renames: Mapping[str, str], changed: Collection[str]
) -> Change:
    """What lies between two repositories. Texts are read when they are asked for."""
    return Change(
        renames,
        frozenset({*changed, *renames, *renames.values()}),
        lambda path: read_text(before, path),
        lambda path: read_text(after, path),
    )


def read_text(repository: Repository, path: str) -> str | None:
    data = repository.read(path) if path in repository.names else None
    return None if data is None else decode(data)[0]


def read_texts(repository: Repository, paths: Iterable[str]) -> dict[str, str]:
    """Path → text, of the files that can be read."""
    texts = ((path, read_text(repository, path)) for path in paths)
    return {path: text for path, text in texts if text is not None}


def read_documents(
    repository: Repository,
    sources: Sequence[tuple[str, Dialect]],
    parser: Parser,
    progress: Progress = UNHEARD,
    sizes: dict[str, int] | None = None,
    shared: Shared | None = None,
) -> Mapping[str, Document]:
    """Path → document. A file whose bytes cannot be had is a document that says so. Texts are read and parsed by the
    batch, so that never all of them are there at once. ``sizes`` is told how many bytes each has. What is ``shared`` is
    not read again."""
    documents: dict[str, Document] = {}
    sizes = {} if sizes is None else sizes
    progress.begin("parsing files", len(sources))
    texts: dict[str, Text] = {}
    size = 0
    for path, dialect in sources:
        known = shared.find(path, dialect) if shared else None
        if known is not None:
            documents[path], sizes[path] = known.document, known.size
            progress.advance()
            continue
        data = repository.read(path)
        if data is None:
            reason = repository.trouble(path) or "it could not be read"
            documents[path] = Document(dialect.syntax, 0, 0, notes=(Note("unreadable", reason),))
            progress.advance()
            continue
        texts[path] = data, dialect
        size += len(data)
        sizes[path] = len(data)
        if size > BATCH:
            documents.update(zip(texts, parser(list(texts.values())), strict=True))
            texts, size = {}, 0
    documents.update(zip(texts, parser(list(texts.values())), strict=True))
    for path, dialect in sources:
        if shared and path in sizes:
            shared.keep(path, Reading(dialect, documents[path], sizes[path]))
    return {path: documents[path] for path, _ in sources}
