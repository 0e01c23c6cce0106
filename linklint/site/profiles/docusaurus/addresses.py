"""Where a document of a Docusaurus site is published: ids, slugs, number prefixes, blog dates.

After ``slug.ts``, ``numberPrefix.ts``, ``docs.ts`` and ``blogUtils.ts`` of Docusaurus 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.model.glob import compile_sound
from linklint.site.paths import below, extension, join, name, parent
from linklint.site.profile import Address
from linklint.site.profiles.docusaurus.config import Config, content_of
from linklint.site.profiles.docusaurus.contents import Content

DATE_OR_VERSION = re.compile(r"(?:\d{2}|\d{4})[-_.]\d{2}(?:[-_.](?:\d{2}|\d{4}))?|\d+[-_.]\d+")
NUMBER = re.compile(r"\d+\s*[-_.]+\s*(?P<rest>[^-_.\s].*)")
DATED = re.compile(r"(?P<folder>.*)(?P<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?P<text>.*?)(?:/index)?\.mdx?")
CHOICE = re.compile(r"\{([^{}]*)\}")
MOST_CHOICES = 200
MARKDOWN = frozenset({"md", "mdx"})


def is_left_out(content: Content, path: str) -> bool:
    """Whether the file makes no page by its name: a partial, a test."""
    inside = below(path, content.folder)
    return any(matches(inside) for pattern in content.excluded for matches in compile_pattern(pattern))


def makes_page(content: Content, path: str, names: Names) -> bool:
    """Whether a build makes a page of the file. It looks for originals only, and then shows the translation of each
    that has one (``readVersionDocs``, ``generateBlogPosts``, ``loadPagesContent``): a translation whose original is
    gone is no page. Where the folder of the original is not there, a script may bring it. Nor is an original that has
    a translation into the default language."""
    if is_left_out(content, path):
        return False
    if content.overlay and join(content.overlay, below(path, content.folder)) in names.files:
        return False
    original = _find_original(content, path)
    return original is None or original in names.files or parent(original) not in names.directories


def _find_original(content: Content, path: str) -> str | None:
    return join(content.original, below(path, content.folder)) if content.original else None


@cache
def compile_pattern(pattern: str) -> tuple[Callable[[str], bool], ...]:
    """The globs that a pattern with choices stands for: ``*.{md,mdx}``. One that is no glob matches nothing."""
    return tuple(compile_sound(write_out(pattern)[:MOST_CHOICES]))


def write_out(pattern: str) -> list[str]:
    """``a.{md,mdx}`` → ``a.md``, ``a.mdx``."""
    pending, done = [pattern], list[str]()
    while pending and len(done) + len(pending) < MOST_CHOICES:
        current = pending.pop()
        braces = CHOICE.search(current)
        if braces is None:
            done.append(current)
        else:
            pending += [current[: braces.start()] + each + current[braces.end() :] for each in braces[1].split(",")]
    return done


def strip_number(segment: str) -> str:
    """``01-intro`` → ``intro``; dates and versions stay."""
    found = NUMBER.fullmatch(segment)
    return found["rest"] if found and not DATE_OR_VERSION.match(segment) else segment


def find_id(content: Content, path: str, document: Document) -> str:
    """The id of a doc, by which sidebars name it: its folders without number prefixes, then its own."""
    matter = document.front_matter or {}
    folder, stem = _split(content, path)
    numbers = _numbers(content, matter)
    own = matter.get("id")
    last = str(own) if isinstance(own, str | int) else strip_number(stem) if numbers else stem
    return "/".join([*_strip(folder, numbers), last])


def find_address(config: Config, names: Names, path: str, document: Document) -> Address | None:
    """The address of a page; None for partials and what is left out."""
    content = content_of(config, path)
    if content is None or not content.built or not makes_page(content, path, names):
        return None
    matter = document.front_matter or {}
    inner = _inner(content, path, matter)
    url = (content.route + inner) or "/"
    other = url[:-1] if url.endswith("/") else url + "/"
    if config.slash is not None and url != "/" and url.endswith("/") != config.slash:
        url, other = other, url
    is_home = url == (f"/{content.locale}" if content.locale else "/") or url == f"/{content.locale}/"
    return Address(
        url,
        also=(other,) if other else (),
        kind="home" if is_home else "section" if inner.endswith("/") else "article",
        published=matter.get("draft") is not True,
        lang=content.locale or None,
        root=is_home,
        orphan=_orphan(content, path, matter, names),
    )


def _orphan(content: Content, path: str, matter: Mapping[str, Any], names: Names) -> str:
    if matter.get("unlisted") is True:
        return "intended"
    original = _find_original(content, path)
    is_certain = content.kind != "pages" and (original is None or original in names.files)
    return "checked" if is_certain else "unknown"


def _inner(content: Content, path: str, matter: Mapping[str, Any]) -> str:
    if content.kind == "docs":
        return _doc_slug(content, path, matter)
    inside = below(path, content.folder)
    slug = matter.get("slug")
    if content.kind == "blog":
        if isinstance(slug, str) and slug:
            return "/" + slug.lstrip("/")
        dated = DATED.fullmatch(inside)
        if dated:
            return f"/{dated['date'].replace('-', '/')}/{dated['folder']}{dated['text']}"
        return "/" + re.sub(r"(?:/index)?\.mdx?$", "", inside)
    stem = inside.rpartition(".")[0]
    return "/" + (stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else stem)


def _doc_slug(content: Content, path: str, matter: Mapping[str, Any]) -> str:
    slug = matter.get("slug")
    slug = str(slug) if isinstance(slug, str | int) and str(slug) else ""
    if slug.startswith("/"):
        return unquote(slug)
    folder, stem = _split(content, path)
    numbers = _numbers(content, matter)
    folders = _strip(folder, numbers)
    start = "".join(f"/{segment}" for segment in folders) + "/"
    own = folder.rpartition("/")[2].lower()
    if not slug and stem.lower() in ("index", "readme", own or "index"):
        return start
    if not slug:
        given = matter.get("id")
        slug = str(given) if isinstance(given, str | int) else strip_number(stem) if numbers else stem
    end = "/" if slug.endswith("/") else ""
    return "/" + (join(start, unquote(slug)) or "") + end


def _split(content: Content, path: str) -> tuple[str, str]:
    inside = below(path, content.folder)
    return parent(inside), name(inside).rpartition(".")[0]


def _numbers(content: Content, matter: Mapping[str, Any]) -> bool:
    return content.numbers and matter.get("parse_number_prefixes") is not False


def _strip(folder: str, numbers: bool) -> list[str]:
    return [strip_number(segment) if numbers else segment for segment in folder.split("/") if segment]


def is_document(config: Config, path: str) -> bool:
    """Whether the file is one of the site's Markdown files, partials included."""
    return extension(path) in MARKDOWN and content_of(config, path) is not None
