"""A book as its ``book.toml`` and its summary say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from linklint.data.tree import Tree
from linklint.model.document import Dialect
from linklint.model.files import Names
from linklint.site.destination import read_destination
from linklint.site.paths import below, extension, join, parent, within
from linklint.site.profile import Read, Redirect
from linklint.site.profiles.hosting import has_clean_urls
from linklint.site.profiles.mdbook_rules import NO_RULES, SpecRules, has_rules
from linklint.site.profiles.trees import read_tree

CONFIG = "book.toml"
NETLIFY = "netlify.toml"
MARKDOWN = frozenset({"md", "markdown"})
EXTENSIONS = ("alerts", "footnotes", "heading-ids", "strikethrough", "tables", "tasklists")
# Options of other people's link checkers, which name what a build adds to the book.
CHECKERS = ("linkcheck", "linkcheck2")
NO_PATTERN = re.compile(r"[\w./:@-]+")
# Preprocessors that give ids to more than headings, or make labels of links.
MAKERS = frozenset({"spec", "bib", "linkify", "rustdoc-link", "rustdoc-links", "indexing", "keeper"})


class Book(NamedTuple):
    """``root``: folder of the config. ``source``: folder of the chapters. ``chapters``: paths in the order of the
    summary. ``base``: URL path below which the book is published, no trailing slash; None where nothing tells.
    ``redirected``: fragments that redirects give to chapters. ``maker``: a preprocessor that may add ids.
    ``unchecked``: parts of destinations that the book's own link checker leaves out. ``has_rules``: its chapters define
    rules of mdbook-spec; ``rules``: those, once the documents are there. ``summary``: its path; beside the config where
    a script moves it to the chapters, which its links are read from all the same."""

    root: str
    source: str
    names: Names
    chapters: tuple[str, ...]
    base: str | None
    redirects: tuple[Redirect, ...]
    redirected: frozenset[str]
    maker: str
    clean: bool
    dialect: Dialect
    unchecked: tuple[str, ...] = ()
    has_rules: bool = False
    rules: SpecRules = NO_RULES
    summary: str = ""


def read_book(root: str, names: Names, read: Read) -> Book:
    """The book of a folder, as its config and its summary say."""
    path = join(root, CONFIG) or ""
    config = read_tree(path, read)
    said = _get(config, "book", "src")
    source = join(root, said if isinstance(said, str) else "src") or ""
    definitions = _get(config, "output", "html", "definition-lists") is not False
    extensions = (*EXTENSIONS, "definition-lists") if definitions else EXTENSIONS
    dialect = Dialect(extensions=tuple(sorted(extensions)), masks=("handlebars",))
    summary, chapters = _find_chapters(root, source, names, read, dialect)
    base = _find_base(config, root, names, read)
    redirects = tuple(_read_redirects(config)) if config is not None else ()
    if base is None:
        base = _tell_base(redirects, {below(chapter, source).rpartition(".")[0] for chapter in chapters})
    preprocessors = _get(config, "preprocessor")
    return Book(
        root=root,
        source=source,
        names=names,
        chapters=chapters,
        base=base,
        redirects=tuple(_put_below(redirects, base)),
        redirected=frozenset(redirect.old.partition("#")[2] for redirect in redirects),
        maker=min(MAKERS.intersection(preprocessors), default="") if isinstance(preprocessors, dict) else "",
        clean=has_clean_urls(names, read),
        dialect=dialect,
        unchecked=tuple(_read_unchecked(config)),
        has_rules=has_rules(preprocessors),
        summary=summary,
    )


def _get(tree: Tree | None, *keys: str) -> Any:
    value = tree.value if tree is not None else None
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _find_base(config: Tree | None, root: str, names: Names, read: Read) -> str | None:
    """The URL path of the book: as it says itself, else none below Netlify's host where that publishes the book."""
    said = _get(config, "output", "html", "site-url")
    if said is not None:
        return said.rstrip("/") if isinstance(said, str) and said.startswith("/") else None
    host = read_tree(NETLIFY, read) if NETLIFY in names.files else None
    published = str(_get(host, "build", "publish") or "").strip("/")
    folder = str(_get(config, "build", "build-dir") or "book").strip("/")
    whole = join(root, folder)
    below_base = join(str(_get(host, "build", "base") or ""), published)
    return "" if published and whole in (published, below_base) else None


def _tell_base(redirects: Sequence[Redirect], chapters: Collection[str]) -> str | None:
    """The folder at the host's top that redirects lead to, where chapters follow it and none lies in such a folder."""
    found = set()
    for redirect in redirects:
        first, _, rest = redirect.new.lstrip("/").partition("/")
        if redirect.new.startswith("/") and rest.partition("#")[0].removesuffix(".html") in chapters:
            found.add(first)
    folders = {chapter.partition("/")[0] for chapter in chapters if "/" in chapter}
    return f"/{found.pop()}" if len(found) == 1 and found.isdisjoint(folders) else None


def _put_below(redirects: Iterable[Redirect], base: str | None) -> Iterable[Redirect]:
    """The redirects as addresses of the book: new ones name the host's top where they begin with ``/``."""
    for redirect in redirects:
        if base and redirect.new.startswith(base + "/"):
            written = (redirect.old, redirect.new)
            yield redirect._replace(new=redirect.new[len(base) :], written=written)
        else:
            yield redirect


def _find_chapters(root: str, source: str, names: Names, read: Read, dialect: Dialect) -> tuple[str, tuple[str, ...]]:
    """The summary and the chapters that it lists. One that stands beside the config, where the sources have none, is
    moved by a script before mdBook runs: then what it links stands in the sources."""
    summary = join(source, "SUMMARY.md") or ""
    above = join(root, "SUMMARY.md") or ""
    if summary not in names.files and above in names.files and within(source, root):
        chapters = tuple(_read_chapters(above, source, names, read, dialect))
        return (above, chapters) if chapters else (summary, ())
    return summary, tuple(_read_chapters(summary, source, names, read, dialect))


def _read_chapters(summary: str, source: str, names: Names, read: Read, dialect: Dialect) -> Iterable[str]:
    # Imported here: only a site with a book needs the parsers before its documents are read.
    from linklint.source.parse import parse

    seen = set()
    for link in parse(read(summary) or b"", dialect).links if summary in names.files else ():
        destination = read_destination(link.href)
        path = join(source, destination.path) if destination.kind == "internal" else None
        if path and path in names.files and path not in seen and extension(path) in MARKDOWN:
            seen.add(path)
            yield path


def _read_unchecked(config: Tree | None) -> Iterable[str]:
    """The patterns of mdbook-linkcheck's ``exclude`` that are plain text."""
    for checker in CHECKERS:
        said = _get(config, "output", checker, "exclude")
        for pattern in said if isinstance(said, list) else ():
            text = str(pattern).strip("^$").replace("\\.", ".")
            if NO_PATTERN.fullmatch(text):
                yield text


def _read_redirects(config: Tree) -> Iterable[Redirect]:
    """Old address → new one, which is read from the old one's folder unless it begins with ``/`` or is a full URL."""
    keys = ("output", "html", "redirect")
    table = _get(config, *keys)
    for old, new in table.items() if isinstance(table, dict) else ():
        if not isinstance(new, str):
            continue
        start = "/" + (join("", old.lstrip("/")) or "")
        if read_destination(new).kind == "internal" and not new.startswith("/"):
            path, mark, fragment = new.partition("#")
            there = join(parent(start), path) if path else start.partition("#")[0].strip("/")
            new = "/" + (there or "") + mark + fragment
        yield Redirect(start, new, config.location((*keys, old)))
