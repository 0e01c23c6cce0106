"""From a repository and a configuration to everything that is known about it: the one way through the layers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from linklint import engine, site
from linklint.facts import World
from linklint.graph import LinkGraph
from linklint.model.document import Dialect, Document, Note
from linklint.model.files import Repository
from linklint.model.rule import ActiveRule
from linklint.model.settings import Settings
from linklint.source.parse import parse

Parser = Callable[[bytes, Dialect], Document]


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
    parser: Parser = parse,
) -> Journey:
    """Reads, resolves and judges a whole repository. ``known_rules``: the ids of all rules that there are, so that a
    directive which names another is told."""
    world = see_world(repository, settings, rules, today=today, parser=parser)
    outcome = engine.run(
        rules, world, suppress=suppress, require_reason=settings.require_reason, known_rules=known_rules
    )
    return Journey(world, outcome)


def see_world(
    repository: Repository, settings: Settings, rules: Sequence[ActiveRule], *, today: str, parser: Parser = parse
) -> World:
    """Everything that rules may ask, before any rule has asked."""
    mounts = site.detect(repository, settings.site)
    documents = read_documents(repository, site.sources(mounts, repository.names), parser)
    whole = site.build(repository, mounts, documents, settings)
    graph = LinkGraph(whole, damping=settings.score.damping, nofollow=settings.score.nofollow)
    return World(whole, graph, settings, today, generic_phrases=find_generic_phrases(rules))


def read_documents(
    repository: Repository, sources: Sequence[tuple[str, Dialect]], parser: Parser
) -> Mapping[str, Document]:
    """Path → document. A file whose bytes cannot be had is a document that says so."""
    documents: dict[str, Document] = {}
    for path, dialect in sources:
        data = repository.read(path)
        if data is None:
            reason = repository.trouble(path) or "it could not be read"
            documents[path] = Document(dialect.syntax, 0, 0, notes=(Note("unreadable", reason),))
        else:
            documents[path] = parser(data, dialect)
    return documents


def find_generic_phrases(rules: Sequence[ActiveRule]) -> Mapping[str, tuple[str, ...]]:
    """Language → texts that say nothing about a link's target: the option ``phrases`` of the link rules that run, so
    that the fact ``text.class`` and the rule that speaks about it never disagree."""
    phrases: dict[str, list[str]] = {}
    for active in rules:
        lists = active.options.get("phrases")
        if active.rule.subject == "link" and isinstance(lists, Mapping):
            for language, texts in lists.items():
                phrases.setdefault(language, []).extend(texts)
    return {language: tuple(texts) for language, texts in phrases.items()}
