"""A build of a framework against what linklint says of the same sources: addresses, ids, resolved links, redirects.

Nothing is passed over in silence: what is not compared is counted with its reason (``Outcome.left_out``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from benchmarks.oracle.built import BuiltPage, read_built
from benchmarks.oracle.outcome import Outcome
from benchmarks.oracle.pairing import pair_links
from linklint.model.files import MemoryRepository
from linklint.model.settings import Settings
from linklint.model.site import Link, Page, Site
from linklint.site import build, detect, sources
from linklint.site.fragments import FURTHER
from linklint.source.parse import parse

HOST = "https://example.com"
"""All sites say that they are published there."""
LEADING = frozenset({"ok", "fragment-missing", "fragment-unverifiable", "redirect"})
UNSURE = frozenset({"opaque", "unresolvable", "outside"})


class Reading(NamedTuple):
    """How the pages of a framework are read. ``content``, ``theme``: see ``read_built``. ``theme_ids``: ids inside the
    content that the theme makes: (expression for the whole id, reason). ``built_only``: the same of built files that no
    source stands for; ``filled``: of pages with a source whose content is the framework's too, so that only their
    addresses are compared. ``more_ids``: why a page may have fragments in linklint that its build lacks; empty: it may
    not. ``unlinked``: why it is not compared which pages are linked; empty: it is."""

    framework: str
    content: str = "article"
    theme: str = ""
    theme_ids: tuple[tuple[str, str], ...] = ()
    built_only: tuple[tuple[str, str], ...] = ()
    filled: tuple[tuple[str, str], ...] = ()
    more_ids: str = ""
    unlinked: str = ""


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


class Build:
    """A folder of built files as a static host serves it below ``base`` (no slash at its end); ``clean``: the host
    serves ``x.html`` as ``/x``."""

    def __init__(self, output: Path, reading: Reading, base: str = "", clean: bool = False) -> None:
        self.output, self.reading, self.base, self.clean = output, reading, base, clean
        self.shown: dict[str, Page] = {}
        self.files = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}

    @cached_property
    def pages(self) -> Mapping[str, BuiltPage]:
        """Every built HTML file."""
        return {
            name: read_built((self.output / name).read_text("utf-8"), self.reading.content, self.reading.theme)
            for name in sorted(self.files)
            if name.endswith(".html")
        }

    def serve(self, url: str) -> str | None:
        """The file that is served for a URL path inside the site."""
        path = unquote(url).lstrip("/")
        if not path or path.endswith("/"):
            candidates = [path + "index.html"]
        else:
            candidates = [path, path + "/index.html", *([path + ".html"] if self.clean else [])]
        return next((name for name in candidates if name in self.files), None)

    def follow(self, url: str, href: str) -> tuple[str | None, str] | None:
        """The file that a link of the page at ``url`` leads to (None: to nothing) and the fragment; None: the link
        leaves the site."""
        parts = urlsplit(urljoin(f"{HOST}{self.base}{url}", href))
        if f"{parts.scheme}://{parts.netloc}" != HOST or not (parts.path + "/").startswith(self.base + "/"):
            return None if parts.netloc != urlsplit(HOST).netloc else (None, "")
        return self.serve(parts.path.removeprefix(self.base)), unquote(parts.fragment)


def compare(name: str, site: Site, build: Build) -> Outcome:
    """Everything that the two say differently."""
    outcome = Outcome(name)
    pages = [page for page in site.pages if page.framework == build.reading.framework]
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
        compare_links(outcome, page, [link for link in site.links if link.source is page], file, build)
    compare_linked(outcome, site, shown, build)
    return outcome


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
        if page not in pages or not page.published:
            continue
        if file is None:
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
    for why in made.values():
        outcome.leave_out(f"id {why}")
    for id_ in sorted(built.ids - made.keys() - page.fragments):
        kind = "heading id" if id_ in built.headings else "id"
        outcome.differ(f"{page.path}: the {kind} {id_!r} is unknown to linklint")
    for fragment in sorted(page.fragments - built.every_id):
        if reading.more_ids:
            outcome.leave_out(f"id that the build lacks: {reading.more_ids}")
        else:
            outcome.differ(f"{page.path}: linklint's fragment {fragment!r} is no id of the page")
    outcome.ids += len((built.ids - made.keys()) | page.fragments)


def compare_links(outcome: Outcome, page: Page, links: Sequence[Link], file: str, build: Build) -> None:
    """Each written link against the built one with the same text: does it lead to the same page, or nowhere?"""
    written = []
    for link in links:
        if link.written is None or link.place == "nav" or link.status in ("undefined-reference", "malformed"):
            continue
        if link.written.element == "img" or link.written.syntax == "image":
            outcome.leave_out("image: bundlers rename them")
        elif ":include" in (link.written.title or ""):
            outcome.leave_out("link that stands for a text; the text is compared")
        else:
            written.append(link)
    built = build.pages[file]
    outcome.leave_out(f"link inside the content that the theme makes ({build.reading.theme})", built.themed)
    pairs, missing, further = pair_links(written, built.links, built.around)
    for link in missing:
        assert link.written is not None
        outcome.differ(f"{page.path}:{link.written.span.line}: {link.written.href!r} is no link of the build")
    for href, text in further:
        outcome.differ(f"{page.path}: the build has a link {href!r} ({text}) that linklint has not")
    for link, href in pairs:
        outcome.links += 1
        difference = judge(link, href, page, build)
        if difference and _is_other_slash(link, href, page, build):
            outcome.links -= 1
            outcome.leave_out(
                "link with another slash at its end than the built address: hosts differ, linklint takes both"
            )
        elif link.status in UNSURE and not difference:
            outcome.links -= 1
            outcome.leave_out(f"link that linklint calls {link.status}: {link.reason}")
        elif difference:
            outcome.differ(f"{page.path}: {href!r} ({link.written.text if link.written else ''}) {difference}")


def judge(link: Link, href: str, page: Page, build: Build) -> str:
    """How the link differs from the built one; empty where it does not."""
    led = build.follow(page.url, href)
    if led is None:
        return "" if link.kind in ("external", "mail", "other") or link.status in (*UNSURE, "redirect") else _says(link)
    target, fragment = led
    if link.kind in ("external", "mail", "other"):
        return "is external to linklint, but a page of the site" if target is not None else ""
    if link.status in UNSURE:
        return ""
    if link.status == "case-mismatch":
        found = target is not None and (not fragment or fragment in _ids(target, build))
        return f"{_says(link)}, but leads to {target}" if found else ""
    leads = link.status in LEADING or link.status == "asset"
    if leads != (target is not None) and link.status != "redirect":
        return f"{_says(link)}, but leads to {target}"
    if link.status in ("ok", "fragment-missing", "fragment-unverifiable") and link.target is not None:
        return _judge_target(link, link.target, target or "", fragment, build)
    return ""


def _is_other_slash(link: Link, href: str, page: Page, build: Build) -> bool:
    """Whether the link leads where linklint says on a host that adds or drops slashes."""
    path, mark, rest = re.split(r"([?#]|$)", href, maxsplit=1)
    other = path.rstrip("/") if path.endswith("/") else path + "/"
    return link.status in LEADING and bool(path.strip("/")) and not judge(link, other + mark + rest, page, build)


def _judge_target(link: Link, said: Page, target: str, fragment: str, build: Build) -> str:
    if said.framework == build.reading.framework and build.shown.get(target) is not said:
        return f"leads to {target}, not to {said.url}"
    if fragment and link.status in ("ok", "fragment-missing") and fragment.lower() != "top":
        exists = fragment.partition(":~:")[0] in {"", *_ids(target, build)}
        if exists != (link.status == "ok"):
            return f"{_says(link)}, but the fragment is {'there' if exists else 'not there'}"
    return ""


def _ids(file: str, build: Build) -> frozenset[str]:
    return build.pages[file].every_id if file in build.pages else frozenset()


def _says(link: Link) -> str:
    return f"is {link.status} to linklint"


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
        outcome.linked += 1
        if (page.path in said) != (file in built):
            outcome.differ(
                f"{page.path}: linked {'by a page' if page.path in said else 'by no page'} to linklint, "
                f"but {'by one' if file in built else 'by none'} in the build"
            )


def _linked_files(shown: Sequence[tuple[Page, str]], build: Build) -> Iterator[str]:
    urls = {file: page.url for page, file in reversed(shown)}
    for name, built in build.pages.items():
        url = urls.get(name, "/" + re.sub(r"(^|/)index\.html$", r"\1", name))
        for href, _ in (*built.links, *built.around):
            led = build.follow(url, href)
            if led is not None and led[0] is not None and led[0] != name:
                yield led[0]
