"""Pages of docsify: routes, fragments, and the files that list pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linklint.model.document import Document, WrittenLink
from linklint.model.files import Names
from linklint.model.site import Page
from linklint.site.destination import read_destination
from linklint.site.fragments import Verdict, document_fragments, judge_fragment
from linklint.site.paths import below, join, name, parent, within
from linklint.site.profile import Address, NavigationLink, Standing
from linklint.site.profiles.conventions import is_standing
from linklint.site.profiles.docsify.links import COMPILED, find_lookups, read_directives, rewrite
from linklint.site.profiles.docsify.settings import DocsifySettings
from linklint.source.slugs import docsify_slugs

IGNORED = ("<!-- {docsify-ignore} -->", "<!-- {docsify-ignore-all} -->", "{docsify-ignore}", "{docsify-ignore-all}")


def find_address(settings: DocsifySettings, included: frozenset[str], path: str, document: Document) -> Address | None:
    """``a/b.md`` → ``/a/b``; a README stands for its folder. None for what is shown as a part of other pages."""
    inner = below(path, settings.content)
    if path.endswith(".html") or name(path) in settings.parts or name(path).startswith("_"):
        return None
    if path in included and "/_" in "/" + inner:
        return None
    if inner == settings.home:
        return Address("/", kind="home")
    route = "/" + inner.removesuffix(settings.ending)
    orphan = "intended" if is_standing(path) else "checked"
    if route.endswith("/README"):
        folder = route.removesuffix("README")
        return Address(folder, also=(route,), kind="section" if folder != "/" else "article", orphan=orphan)
    return Address(route, orphan=orphan)


def page_fragments(settings: DocsifySettings, documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of elements and headings. ``# Title :id=x`` has the id that ``x`` is slugged to, a link the id that its title
    names."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    links = [link for document in documents for link in document.links if link.title and link.syntax in COMPILED]
    found = set(ids).union(read_directives(link.title).get("id", "") for link in links) - {""}
    for version in [settings.version] if settings.version else [4, 5]:
        texts = [
            read_directives(heading.text).get("id") or (heading.raw if version == 5 else heading.text)
            for document in documents
            for heading in document.headings
        ]
        found.update(docsify_slugs([_without_marks(text) for text in texts], version))
    return frozenset(found)


def _without_marks(text: str) -> str:
    for mark in IGNORED:
        text = text.replace(mark, "")
    return text


def judge(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do; of a route, docsify writes the fragment in lower case."""
    verdict = judge_fragment(fragment, fragments, written)
    if verdict.status != "ok" and written.syntax in COMPILED:
        lower = judge_fragment(fragment.lower(), fragments, written)
        return lower if lower.status == "ok" else verdict
    return verdict


def find_includes(path: str, document: Document) -> list[str]:
    """Markdown that ``[x](file.md ':include')`` puts in the link's place."""
    found = []
    for link in document.links:
        directives = read_directives(link.title)
        if "include" in directives and directives.get("type", "markdown") == "markdown":
            target = join(parent(path), read_destination(link.href).path)
            if target is not None and target.endswith((".md", ".markdown")):
                found.append(target)
    return found


def read_navigation(settings: DocsifySettings, documents: Mapping[str, Document]) -> Iterator[NavigationLink]:
    """The links of ``index.html``, the coverpage, and of the sidebar and navbar at the top; those of other folders are
    shown by the pages of their folder (see ``list_sidebars``) and told once."""
    pages = [path for path in documents if find_address(settings, frozenset(), path, documents[path])]
    for path in sorted(documents):
        folder = parent(path)
        if not within(path, settings.content) and folder not in (settings.root, settings.around):
            continue
        if path == join(settings.root, "index.html") or (folder == settings.around and name(path) in settings.parts):
            for link in documents[path].links:
                yield NavigationLink(path, link, link.href)
        elif name(path) in settings.parts:
            hub = min((page for page in pages if within(page, folder)), default=None)
            for link in documents[path].links if hub else ():
                yield NavigationLink(path, link, link.href, (hub or "",))


def list_sidebars(
    settings: DocsifySettings, names: Names, documents: Mapping[str, Document], pages: Sequence[Page]
) -> Iterator[tuple[str, str]]:
    """What the sidebars and navbars of folders make linked: each page below leads to the first page that is listed,
    and that page to all of them, which says the same with fewer links."""
    known = {page.path for page in pages}
    for path in sorted(documents):
        folder = parent(path)
        if name(path) not in settings.parts or folder == settings.content or not within(path, settings.content):
            continue
        below_it = sorted(page for page in known if within(page, folder))
        listed: list[str] = []
        for link in documents[path].links:
            standing = Standing(path, below_it[0] if below_it else path, "/", None, link)
            destination = read_destination(rewrite(settings, standing))
            if destination.kind == "internal" and destination.path:
                lookups = find_lookups(settings, names, standing, destination)
                listed.extend(lookup.path for lookup in lookups if lookup.kind == "file" and lookup.path in known)
        hub = next((page for page in listed if within(page, folder)), None) or next(iter(below_it), None)
        if hub:
            yield from ((page, hub) for page in below_it if listed)
            yield from ((hub, page) for page in listed)
