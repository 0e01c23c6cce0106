"""A build of a framework against what linklint says of the same sources: addresses, heading ids, resolved links."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from benchmarks.oracle.built import BuiltPage
from linklint.model.files import MemoryRepository
from linklint.model.settings import Settings
from linklint.model.site import Link, Page, Site
from linklint.site import build, detect, sources
from linklint.source.parse import parse

WORKING = frozenset({"ok", "asset", "redirect", "fragment-missing", "external"})


def read_site(folder: Path) -> Site:
    """The site as linklint sees it with no configuration."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
    repository = MemoryRepository(files)
    mounts = detect(repository, Settings().site)
    documents = {
        path: parse(repository.read(path) or b"", dialect) for path, dialect in sources(mounts, repository.names)
    }
    return build(repository, mounts, documents, Settings())


def compare(
    site: Site,
    framework: str,
    output: Path,
    read: Callable[[str], BuiltPage],
    generated: Callable[[str], bool],
    base: str,
    clean: bool = False,
) -> Iterator[str]:
    """Every difference, in words. ``generated`` tells which built pages no source file stands for, or are filled by
    the framework; ``base`` is the URL path below which the site is published, no trailing slash;
    ``clean``: the host serves ``x.html`` as ``/x``."""
    built = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    serve = partial(find_file, built, clean)
    pages = [page for page in site.pages if page.framework == framework and page.published]
    files = {page.path: serve(page.url) for page in pages}
    for page in pages:
        if files[page.path] is None:
            yield f"{page.path}: no built page at {page.url}"
    for name in sorted(built):
        if name.endswith(".html") and name not in files.values() and not generated(name):
            yield f"{name}: a built page that linklint has not"
    for page in pages:
        name = files[page.path]
        if name is not None and not generated(name):
            content = read((output / name).read_text(encoding="utf-8"))
            yield from compare_fragments(page, content)
            yield from compare_links(
                page, [link for link in site.links if _is_anchor(link, page)], content, serve, base
            )


def find_file(built: set[str], clean: bool, url: str) -> str | None:
    """The built file that a static host serves for the URL path; ``clean``: ``/x`` is ``x.html``."""
    path = unquote(url).lstrip("/")
    if not path or path.endswith("/"):
        candidates = [path + "index.html"]
    else:
        candidates = [path, path + "/index.html", *([path + ".html"] if clean else [])]
    return next((name for name in candidates if name in built), None)


def compare_fragments(page: Page, content: BuiltPage) -> Iterator[str]:
    """Heading ids that linklint has not, and fragments that no element has."""
    fragments = page.fragments
    if fragments is None or "\0" in fragments:
        return
    for id_ in content.headings:
        if id_ not in fragments:
            yield f"{page.path}: the heading id {id_!r} is unknown to linklint"
    for fragment in sorted(fragments - set(content.ids)):
        yield f"{page.path}: linklint's fragment {fragment!r} is no id of the page"


def _is_anchor(link: Link, page: Page) -> bool:
    return link.source is page and link.written is not None and link.written.element == "a" and link.place != "nav"


def compare_links(
    page: Page, links: list[Link], content: BuiltPage, serve: Callable[[str], str | None], base: str
) -> Iterator[str]:
    """Each written link against the built one with the same text: does it lead to the same page, or nowhere?"""
    left = [link for link in links if link.status != "undefined-reference"]
    if len(left) != len(content.links):
        texts = [text for _, text in content.links]
        yield f"{page.path}: {len(left)} links, but {len(content.links)} in the build: {texts}"
        return
    for link, (href, text) in zip(sorted(left, key=_place), content.links, strict=True):
        if link.kind in ("external", "mail", "other") or link.status in ("opaque", "unresolvable"):
            continue
        parts = urlsplit(urljoin(f"https://host{base}{page.url}", href))
        target = serve(parts.path.removeprefix(base))
        works = link.status in WORKING or link.status == "fragment-unverifiable"
        if works != (target is not None):
            yield f"{page.path}: {href!r} ({text}) is {link.status}, but leads to {target}"
        elif (
            works
            and link.target is not None
            and link.status != "redirect"
            and (link.target.framework == page.framework and serve(link.target.url) != target)
        ):
            yield f"{page.path}: {href!r} leads to {target}, not to {link.target.url}"


def _place(link: Link) -> tuple[bool, int, int]:
    """What a page includes stands at its end in these sites."""
    assert link.written is not None
    return link.file != link.source.path, link.written.span.line, link.written.span.column


def tell(name: str, framework: str, site: Site, found: Sequence[str]) -> int:
    """Prints what the comparison of one small site found; returns the number of differences."""
    pages = sum(page.framework == framework for page in site.pages)
    print(f"{name}: {pages} pages, {len(site.links)} links, {len(found)} differences")
    for line in found:
        print(f"  {line}")
    return len(found)
