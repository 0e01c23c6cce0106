"""A build of a framework against what linklint says of the same sources: addresses, ids, resolved links, redirects.

Nothing is passed over in silence: what is not compared is counted with its reason (``Outcome.left_out``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.oracle.images import compare_images
from benchmarks.oracle.judging import ALLOWANCES, compare_links, same_but_language
from benchmarks.oracle.outcome import Outcome
from benchmarks.oracle.pairing import fold
from benchmarks.oracle.redirecting import compare_moves
from benchmarks.oracle.served import Build
from linklint.model.files import MemoryRepository
from linklint.model.settings import Settings
from linklint.model.site import Page, Site
from linklint.site import build, detect, sources
from linklint.site.fragments import FURTHER, list_certain
from linklint.source.parse import parse


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


def compare(folder: Path, site: Site, build: Build) -> Outcome:
    """Everything that the build and linklint's reading of the folder say differently."""
    outcome = Outcome(folder.name)
    build.source = folder
    pages = [page for page in site.pages if page.framework == build.reading.framework]
    excepted = [page for page in pages if _is_among(outcome, "source", page.path, build.reading.excepted)]
    pages = [page for page in pages if page not in excepted]
    if not pages:
        outcome.differ(f"linklint finds no site of {build.reading.framework}")
    shown = compare_addresses(outcome, site, pages, build)
    build.shown = {file: page for page, file in shown}
    read = [
        (page, file) for page, file in shown if not _is_among(outcome, "content of a page", file, build.reading.filled)
    ]
    for page, file in read:
        compare_ids(outcome, page, file, build)
    places = {page.path: (page, file) for page, file in reversed(read)}
    for page, file in places.values():
        links = [link for link in site.links if link.source is page]
        compare_links(outcome, page, links, file, build)
        compare_images(outcome, page, links, file, build)
    compare_linked(outcome, site, shown, build)
    compare_navigation(outcome, site, build)
    compare_moves(outcome, site, build)
    return outcome


def compare_navigation(outcome: Outcome, site: Site, build: Build) -> None:
    """Each line of the navigation, against the built links with its text, whichever page shows them."""
    built: dict[str, set[str]] = {}
    for file, text in _find_around(build):
        built.setdefault(fold(text), set()).add(file)
    seen = set()
    for link in site.links:
        key = (link.written.href, link.written.text) if link.place == "nav" and link.written else None
        if key is None or key in seen or link.kind != "internal":
            continue
        seen.add(key)
        files = built.get(fold(key[1]), set())
        leads = link.target is not None and any(build.shown.get(file) is link.target for file in files)
        if not files:
            outcome.leave_out("line of the navigation that no page shows by its text")
        elif key[0] == key[1] and not leads:
            outcome.leave_out("line of the navigation without words of its own: the page's title is shown")
        elif link.target is not None and link.target.published and not leads:
            outcome.differ(f"{link.file}: the line {key} leads to {sorted(files)}, not to {link.target.path}")
        elif link.status in ("missing", "asset-missing"):
            outcome.differ(f"{link.file}: the line {key} {link.status} to linklint, but leads to {sorted(files)}")
        else:
            outcome.links += 1


def compare_addresses(outcome: Outcome, site: Site, pages: Sequence[Page], build: Build) -> list[tuple[Page, str]]:
    """Pages with the built files that show them, those of their own addresses first."""
    shown: dict[str, Page] = {}
    for page in pages:
        file = build.serve(page.url)
        outcome.pages += 1
        if page.published and file is None:
            outcome.differ(f"{page.path}: no built page at {page.url}")
        elif page.published and file is not None and file in build.pages:
            shown.setdefault(file, page)
    for url, page in site.by_url.items():
        file = build.serve(url) or build.serve(url.rstrip("/") if url.endswith("/") else url + "/")
        seen = bool(page.base) and url.startswith(page.base) and site.by_url.get(url[len(page.base) :]) is page
        if page not in pages or not page.published or seen:  # builds know no address with the path of the site
            continue
        if file is None and "html" in build.reading.allowed and build.serve(url.rstrip("/") + ".html"):
            outcome.leave_out(ALLOWANCES["html"])
        elif file is None and "language" in build.reading.allowed and same_but_language(page.url, url):
            outcome.leave_out(ALLOWANCES["language"])
        elif file is None and _is_among(outcome, "address", url, build.reading.unbuilt):
            continue
        elif file is None:
            outcome.differ(f"{page.path}: no built page at its further address {url}")
        elif file not in shown and file in build.pages and build.pages[file].refresh is None:
            outcome.pages += 1
            shown[file] = page
    for page in pages:
        file = build.serve(page.url)
        if not page.published and file is not None and file not in shown:
            outcome.differ(f"{page.path}: built as {file}, although linklint calls it unpublished")
    for name, built in build.pages.items():
        if name not in shown and _is_copied(site, name, build.reading.framework):
            outcome.leave_out("HTML file that is only copied, an asset to linklint")
        elif name not in shown and not _is_among(outcome, "built page", name, build.reading.built_only):
            if built.refresh is not None:
                compare_redirect(outcome, site, name, built.refresh, build)
            else:
                outcome.differ(f"{name}: a built page that linklint has not")
    return [(page, file) for file, page in shown.items()]


def _is_copied(site: Site, name: str, framework: str) -> bool:
    """Whether a source file has the built one's name below some folder of assets."""
    own = {page.path for page in site.pages if page.framework == framework}
    return any(each == name or each.endswith("/" + name) for each in site.names if each not in own)


def _is_among(outcome: Outcome, what: str, name: str, table: tuple[tuple[str, str], ...]) -> bool:
    for expression, reason in table:
        if re.fullmatch(expression, name):
            outcome.leave_out(f"{what} {reason}")
            return True
    return False


def compare_redirect(outcome: Outcome, site: Site, name: str, refresh: str, build: Build) -> None:
    """A page that only sends visitors on, against the redirects that linklint knows."""
    url = "/" + re.sub(r"(^|/)index\.html$", r"\1", name)
    forms = {url, url.rstrip("/"), re.sub(r"\.html$", "", url)}
    known = [entry for entry in site.entries if entry.kind == "redirect" and _key_forms(entry.key) & forms]
    end = build.follow(url, refresh)
    outcome.redirects += 1
    if not known:
        outcome.differ(f"{name}: a redirect to {refresh} that linklint has not")
    elif end is not None and end[0] is not None:
        target = known[0].target
        if target is None or build.serve(target.url) != end[0]:
            outcome.differ(f"{name}: redirects to {refresh}, not to {target and target.url}")


def _key_forms(key: str) -> set[str]:
    path = "/" + key.lstrip("/")
    bare = re.sub(r"(?:/index)?\.(?:html|md)$", "", path)
    return {path, path.rstrip("/"), bare, bare.rstrip("/"), bare + "/"}


def compare_ids(outcome: Outcome, page: Page, file: str, build: Build) -> None:
    """Ids of the content that linklint has not, and fragments that no element has."""
    built = build.pages[file]
    if page.fragments is None or FURTHER in page.fragments:
        outcome.leave_out(f"ids of a page of which linklint says that it cannot know all ({page.path})")
        return
    reading = build.reading
    made = {id_: why for id_ in built.ids for expression, why in reading.theme_ids if re.fullmatch(expression, id_)}
    known = list_certain(page.fragments)
    begun = tuple(each.removeprefix(FURTHER) for each in page.fragments - known)
    made |= {id_: "of which linklint knows the beginning" for id_ in built.ids if begun and id_.startswith(begun)}
    for why in made.values():
        outcome.leave_out(f"id {why}")
    for id_ in sorted(built.ids - made.keys() - known):
        kind = "heading id" if id_ in built.headings else "id"
        outcome.differ(f"{page.path}: the {kind} {id_!r} is unknown to linklint")
    for fragment in sorted(known - built.every_id):
        if reading.more_ids:
            outcome.leave_out(f"id that the build lacks: {reading.more_ids}")
        else:
            outcome.differ(f"{page.path}: linklint's fragment {fragment!r} is no id of the page")
    outcome.ids += len((built.ids - made.keys()) | known)


def compare_linked(outcome: Outcome, site: Site, shown: Sequence[tuple[Page, str]], build: Build) -> None:
    """Which pages some other page links, the navigation and listings of the theme included."""
    if build.reading.unlinked:
        outcome.leave_out(f"comparison of which pages are linked: {build.reading.unlinked}")
        return
    files = dict(reversed([(page.path, file) for page, file in shown]))
    said = {
        link.target.path
        for link in site.links
        if link.target and link.target is not link.source and link.source.published
    }
    built = set(_linked_files(shown, build))
    for page, file in shown:
        if files[page.path] != file or page.root:
            continue
        if page.orphan == "unknown" and page.path not in said:
            outcome.leave_out("page of which linklint says that the theme decides whether it is linked")
            continue
        outcome.linked += 1
        if (page.path in said) != (file in built):
            outcome.differ(
                f"{page.path}: linked {'by a page' if page.path in said else 'by no page'} to linklint, "
                f"but {'by one' if file in built else 'by none'} in the build"
            )


def _find_around(build: Build) -> Iterator[tuple[str, str]]:
    """Built files that links around the content lead to, with the links' texts."""
    for name, built in build.pages.items():
        url = build.shown[name].url if name in build.shown else "/" + re.sub(r"(^|/)index\.html$", r"\1", name)
        for href, text in built.around:
            led = build.follow(url, href)
            if led is not None and led[0] is not None:
                yield led[0], text


def _linked_files(shown: Sequence[tuple[Page, str]], build: Build) -> Iterator[str]:
    urls = {file: page.url for page, file in reversed(shown)}
    for name, built in build.pages.items():
        url = urls.get(name, "/" + re.sub(r"(^|/)index\.html$", r"\1", name))
        for href, _ in (*built.links, *built.around):
            led = build.follow(url, href)
            if led is not None and led[0] is not None and led[0] != name:
                yield led[0]
