"""Labels: the names of places, by which any page may lead to them (https://mystmd.org/guide/cross-references)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote

from linklint.model.document import Document, Include
from linklint.model.files import Names
from linklint.site.glancing import glance
from linklint.site.paths import below, join, parent
from linklint.site.profile import Read, Standing
from linklint.site.profiles.mystmd.settings import MystSettings
from linklint.site.profiles.sphinx.references import TARGET, split_role
from linklint.source.slugs import mystmd_id, mystmd_label

NAMED = re.compile(r"^[ \t>]*(?:#\|[ \t]*|:)(?:label|name)[ \t]*:[ \t]*(?P<name>.{1,100}?)[ \t]*$", re.MULTILINE)
HEADING = re.compile(r"^#{1,6}[ \t]+(?P<text>.{1,300}?)[ \t#]*$", re.MULTILINE)
MARKUP = re.compile(r"[*`]|\[(?P<text>[^\[\]]*)\]\([^()]*\)")
BY_LABEL = frozenset({"any", "numref", "ref"})


class References(NamedTuple):
    """``labels``: label or id → path of the page that a link by it alone leads to, the first of the project that has
    it. ``makes``: pages hold directives that may make places.
    ``besides``: first segments of addresses that are deeper than this project's and begin as none of it does: of
    other projects of the site."""

    labels: Mapping[str, str] = {}
    makes: bool = False
    besides: frozenset[str] = frozenset()


def find_part(settings: MystSettings, names: Names, path: str, include: Include) -> str | None:
    """The file that an include names, from the file that holds it."""
    found = join(settings.folder if include.written.startswith("/") else parent(path), include.written.lstrip("/"))
    return found if found is not None and found in names.files else None


def list_explicit(document: Document) -> set[str]:
    """The labels that a file gives, as they are compared."""
    own = (document.front_matter or {}).get("label")
    headings = [heading.id for heading in document.headings if heading.id]
    given = [*(element.id for element in document.ids), *headings, *([own] if isinstance(own, str) else [])]
    terms = [f"term-{term.text}" for term in document.terms]
    return {mystmd_label(each) for each in (*given, *terms)} - {""}


def list_headings(document: Document) -> list[str]:
    """The ids of headings that have no label of their own."""
    return [mystmd_id(heading.text) for heading in document.headings if heading.id is None]


def has_title(document: Document) -> bool:
    """Whether the first heading is shown above the text, without an id: where nothing stands before it, which is told
    by links alone."""
    first = document.headings[0] if document.headings else None
    is_title = first is not None and first.level == 1 and first.id is None
    said = (document.front_matter or {}).get("title")
    return is_title and said in (None, first and first.text) and all(link.section >= 0 for link in document.links)


def learn_references(settings: MystSettings, names: Names, read: Read, documents: Mapping[str, Document]) -> References:
    """What the documents define and, of what they ask for in vain, what notebooks do."""
    labels: dict[str, str] = {}
    wanted = {mystmd_label(label) for document in documents.values() for label in _list_wanted(document)}
    for path in settings.pages:
        if path not in documents:
            if path.endswith(".ipynb") and wanted:
                for label in wanted.intersection(glance(read, path, list_notebook_labels)):
                    labels.setdefault(label, path)
            continue
        for file in list_files(settings, names, path, documents):
            document = documents[file]
            ids = list_headings(document)
            for label in (*list_explicit(document), *(ids[1:] if file == path and has_title(document) else ids)):
                labels.setdefault(label, path)
    makes = any(each.kind == "generator" for document in documents.values() for each in document.includes)
    return References(labels, makes, frozenset(_list_besides(settings, documents)))


def _list_besides(settings: MystSettings, documents: Mapping[str, Document]) -> Iterator[str]:
    own = {below(path, settings.folder).partition("/")[0] for path in settings.pages}
    own |= {slug.partition(".")[0] for slug in settings.pages.values()}
    for document in documents.values():
        for link in document.links:
            first, sign, _ = link.href[1:].partition("/")
            if sign and link.href[0] == "/" and first and first not in own:
                yield first


def list_files(settings: MystSettings, names: Names, path: str, documents: Mapping[str, Document]) -> list[str]:
    """The file and those that it takes in."""
    found = [path]
    for file in found:
        for include in documents[file].includes:
            part = find_part(settings, names, file, include) if include.kind == "include" else None
            if part is not None and part in documents and part not in found:
                found.append(part)
    return found


def _list_wanted(document: Document) -> Iterator[str]:
    for link in document.links:
        _, _, target = link.href.partition(":")
        if link.syntax == "role":
            yield target
        elif "#" in link.href:
            yield unquote(link.href.partition("#")[2])
        elif "/" not in link.href:
            yield link.href


def list_notebook_labels(data: bytes) -> tuple[str, ...]:
    """The labels and ids of a notebook."""
    try:
        cells = json.loads(data).get("cells", ())
        texts = ["".join(cell.get("source", ())) for cell in cells]
        kinds = [cell.get("cell_type") for cell in cells]
        told = [cell["metadata"].get("label") for cell in cells if isinstance(cell.get("metadata"), dict)]
    except (ValueError, AttributeError, TypeError, RecursionError):
        return ()
    found = [each for each in told if isinstance(each, str)]
    found += [match["name"].strip("\"'") for text in texts for match in (*TARGET.finditer(text), *NAMED.finditer(text))]
    headings = [
        mystmd_id(MARKUP.sub(lambda mark: mark["text"] or "", match["text"]))
        for text, kind in zip(texts, kinds, strict=True)
        if kind == "markdown"
        for match in HEADING.finditer(text)
    ]
    return tuple(dict.fromkeys([*map(mystmd_label, found), *headings]))


def rewrite(settings: MystSettings, references: References, standing: Standing) -> str:
    """The destination as a path: of roles, their target; of a label, its page and the place."""
    written = standing.written
    href = written.href
    if written.syntax == "role":
        role, href = split_role(href)
        if role in BY_LABEL:
            return _lead(settings, references, standing, href) or quote(href, safe="")
        if role == "download":
            return quote(href, safe="/")
    if href.startswith("#"):
        return _lead(settings, references, standing, unquote(href[1:])) or href
    path, sign, fragment = href.partition("#")
    if sign and path and "://" not in href:
        return f"{path}#{quote(mystmd_label(unquote(fragment)))}"
    return href


def _lead(settings: MystSettings, references: References, standing: Standing, written: str) -> str:
    """Where a label leads; empty where no page defines it. Places of notebooks are not read again."""
    label = mystmd_label(written)
    page = references.labels.get(label)
    if page is None:
        return ""
    if not page.endswith(".md"):
        return name_page(settings, page)
    return f"#{quote(label)}" if page == standing.page else f"{name_page(settings, page)}#{quote(label)}"


def name_page(settings: MystSettings, path: str) -> str:
    """The page as a link from any other names it."""
    return "/" + quote(below(path, settings.folder), safe="/")
