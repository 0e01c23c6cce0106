"""Sites made of short texts, for tests of what comes after parsing.

    build_site('''
        home (root)  -> a, b "click here", c nofollow
        a            -> home generated listing, nowhere missing
        draft (draft) -> a
    ''', clusters={"c": "home -> a, b tool"})

A page is a name, its flags in parentheses, and the links that it holds. A link is the name of its target and words: a
text in quotes, a place, a status, ``nofollow``, ``generated``, ``image``, ``uncrawlable``. Line ends and semicolons
part the pages. ``a`` is the page ``a.md`` at ``/a.md``; its n-th link stands on line n + 1, in column 1. A page that is
only linked exists too, unless the status says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from linklint.facts import World
from linklint.graph import LinkGraph
from linklint.model.document import Document, Heading, WrittenLink
from linklint.model.place import Location, Span, pack_spans
from linklint.model.settings import ScoreSettings, Settings
from linklint.model.site import PLACES, STATUSES, Cluster, Link, Member, Page, Pair, Site

NOTHING_THERE = frozenset({"missing", "asset-missing", "external", "outside", "undefined-reference", "malformed"})
PAGE_FLAGS: Mapping[str, Mapping[str, Any]] = {
    "root": {"root": True, "kind": "home"},
    "draft": {"published": False},
    "noindex": {"noindex": True},
    "intended": {"orphan": "intended"},
    "unknown": {"orphan": "unknown"},
}
PAGE = re.compile(r"\s*([\w./-]+)\s*(?:\(([^)]*)\))?\s*(?:->(.*))?\Z", re.DOTALL)
WORD = re.compile(r'"[^"]*"|[^\s"]+')


def path_of(name: str) -> str:
    return name if "." in name else f"{name}.md"


def span_at(line: int, length: int = 1) -> Span:
    return Span(line * 1000, line * 1000 + length, line, 1, line, 1 + length)


def build_site(
    text: str,
    pages: Mapping[str, Mapping[str, Any]] | None = None,
    clusters: Mapping[str, str | Mapping[str, Any]] | None = None,
    **more: Any,
) -> Site:
    """The site that ``text`` describes. ``pages`` gives fields of a page or its document by name; ``clusters`` maps a
    cluster to ``hub -> spoke, spoke role``, or to a mapping with that as ``members`` and ``pairs`` (``a b, c d``)
    and fields of the cluster. ``more`` are fields of the Site."""
    described = [PAGE.match(line) for line in re.split(r"[;\n]", text) if line.strip()]
    flags: dict[str, str] = {}
    wanted: list[tuple[str, list[str]]] = []
    for match in described:
        assert match is not None, text
        flags[path_of(match[1])] = match[2] or ""
        for link in filter(str.strip, (match[3] or "").split(",")):
            words = WORD.findall(link)
            wanted.append((path_of(match[1]), words))
            if not NOTHING_THERE.intersection(words):
                flags.setdefault(path_of(words[0]), "")
    fields = {path_of(name): given for name, given in (pages or {}).items()}
    made = [
        build_page(index, path, flags[path].replace(",", " ").split(), fields.get(path, {}))
        for index, path in enumerate(sorted(flags))
    ]
    by_path = {page.path: page for page in made}
    lines = dict.fromkeys(by_path, 1)
    links = []
    for source, words in sorted(wanted, key=lambda pair: pair[0]):
        lines[source] += 1
        links.append(build_link(by_path, source, words, lines[source]))
    site = Site(
        pages=tuple(made),
        links=tuple(links),
        files=(),
        frameworks=(),
        by_path=by_path,
        by_url={page.url: page for page in made},
    )
    return replace(add_clusters(site, clusters or {}), **more)


def build_page(index: int, path: str, flags: list[str], fields: Mapping[str, Any]) -> Page:
    values: dict[str, Any] = {"url": f"/{path}", "title": path.removesuffix(".md").capitalize()}
    for flag in flags:
        values |= PAGE_FLAGS[flag]
    of_document = {name: value for name, value in fields.items() if name in Document.__struct_fields__}
    values |= {name: value for name, value in fields.items() if name in Page.__struct_fields__}
    headings = tuple(Heading(2, str(text), str(text), None, span_at(1)) for text in of_document.pop("headings", ()))
    document = Document(**({"syntax": "markdown", "lines": 100, "words": 100} | of_document), headings=headings)
    return Page(index=index, path=path, document=document, **values)


def build_link(by_path: Mapping[str, Page], source: str, words: list[str], line: int) -> Link:
    target = path_of(words[0])
    texts = [word.strip('"') for word in words if word.startswith('"')]
    status = next((word for word in words if word in STATUSES), "ok")
    place = next((word for word in words if word in PLACES), "listing" if "generated" in words else "body")
    sections = [int(word.removeprefix("section=")) for word in words if word.startswith("section=")]
    written = WrittenLink(
        syntax="image" if "image" in words else "inline",
        element="img" if "image" in words else "a",
        href=target,
        written=target,
        text=texts[0] if texts else words[0],
        spans=pack_spans(span_at(line, 10)),
        crawlable="uncrawlable" not in words,
        rel=("nofollow",) if "nofollow" in words else (),
        section=sections[0] if sections else -1,
        word=line,
    )
    return Link(
        source=by_path[source],
        file=source,
        written=None if "generated" in words else written,
        kind="external" if status == "external" else "internal",
        status=status,
        place=place,
        target=None if status in NOTHING_THERE else by_path[target],
        target_path=target,
        nofollow="nofollow" in words,
        generated="generated" in words,
    )


def add_clusters(site: Site, described: Mapping[str, str | Mapping[str, Any]]) -> Site:
    clusters, members, pairs = [], [], []
    for line, (name, text) in enumerate(described.items(), start=1):
        given = dict(text) if isinstance(text, Mapping) else {"members": text}
        hub, _, spokes = given.pop("members").partition("->")
        related = given.pop("pairs", "")
        hub_path, place = path_of(hub.strip()), Location("clusters.yml", line)
        cluster = Cluster(name, site.by_path.get(hub_path), hub_path, place, **given)
        clusters.append(cluster)
        for spoke in filter(str.strip, spokes.split(",")):
            page, *role = spoke.split()
            path = path_of(page)
            members.append(Member(cluster, site.by_path.get(path), path, (role or ["spoke"])[0], place))
        for pair in filter(str.strip, related.split(",")):
            a, b = (site.by_path[path_of(page)] for page in pair.split())
            pairs.append(Pair(cluster, a, b, declared=True, location=place))
    return replace(site, clusters=tuple(clusters), members=tuple(members), pairs=tuple(pairs))


def build_world(site: Site, settings: Settings | None = None, **more: Any) -> World:
    """A world around the site, on 1 June 2025. ``more``: further arguments of World, and the generic phrases of the
    settings."""
    settings = settings or Settings()
    phrases = more.pop("generic_phrases", settings.generic_phrases)
    settings = msgspec.structs.replace(settings, generic_phrases=phrases)
    score: ScoreSettings = settings.score
    graph = LinkGraph(site, damping=score.damping, nofollow=score.nofollow)
    return World(site, graph, settings, more.pop("today", "2025-06-01"), **more)
