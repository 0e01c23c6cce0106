"""Hand-written HTML: what its links tell of the host and of its scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

from linklint.model.document import Document, WrittenLink
from linklint.model.files import Names
from linklint.site.destination import Destination, read_cached, read_destination
from linklint.site.fragments import FURTHER, Verdict, document_fragments, judge_script_fragment
from linklint.site.paths import ancestors, join, name, parent, within

FEW_ABSOLUTE = 3
MANY_FRAGMENTS = 30
FEW_ASSEMBLED = 5
FEW_ASTRAY = 3
PAGE = (".html", ".htm")
ASSEMBLED = "a program puts pages together of parts such as this one"


def destinations(documents: Mapping[str, Document]) -> set[tuple[str, Destination]]:
    """The internal destinations of all HTML pages, each with its page; without fragment and query."""
    return {
        (path, destination)
        for path, document in documents.items()
        if document.syntax == "html"
        for destination in map(_read_path, hrefs(document))
        if destination is not None
    }


def hrefs(document: Document) -> set[str]:
    """The destinations as they are written, each once: a menu is on every page."""
    return {link.href for link in document.links}


@lru_cache(maxsize=65536)
def _read_path(href: str) -> Destination | None:
    destination = read_cached(href, True)
    if destination.kind != "internal" or not destination.path:
        return None
    return destination._replace(fragment=None, query=None)


def are_known(anchored: Sequence[str], names: Names, written: Iterable[tuple[str, Destination]]) -> bool:
    """Whether addresses that begin with ``/`` start at a content root that has an index page (``anchored``): most lead
    to something there, or they are too few to tell."""
    verdicts = [
        any(exists(join(home, destination.path), names) for home in anchored if within(path, home))
        for path, destination in written
        if destination.absolute
    ]
    return 2 * sum(verdicts) >= len(verdicts) or len(verdicts) < FEW_ABSOLUTE


def count_clean(anchored: Sequence[str], names: Names, written: Iterable[tuple[str, Destination]]) -> int:
    """How many pages are named without their ``.html``."""
    found = set()
    for path, destination in written:
        if destination.path.endswith(".html"):
            continue
        folders = anchored if destination.absolute else [parent(path)]
        for target in (join(folder, destination.path) for folder in folders):
            if target and not exists(target, names) and exists(target + ".html", names):
                found.add(target)
    return len(found)


def are_assembled(parts: Set[str], names: Names, written: Iterable[tuple[str, Destination]]) -> bool:
    """Whether a program makes pages of the parts: they name one another as what it makes of them, ``a.html`` of
    ``a.post.html`` in their folder."""
    named = {join(parent(part), name(part).partition(".")[0] + ".html") for part in parts if name(part).count(".") > 1}
    found = {join(parent(path), destination.path) for path, destination in written if path in parts}
    return sum(path in named and not exists(path, names) for path in found) >= FEW_ASSEMBLED


def find_astray(parts: Set[str], names: Names, written: Iterable[tuple[str, Destination]]) -> frozenset[str]:
    """The parts of which no relative link names anything from any folder above, though several name files of HTML: a
    program puts them into pages that it publishes elsewhere."""
    named: dict[str, list[str]] = {}
    for path, destination in written:
        if path in parts and not destination.absolute and name(path).partition(".")[0].lower() != "index":
            named.setdefault(path, []).append(destination.path)

    def is_here(path: str, written: str) -> bool:
        return any(exists(join(folder, written), names) for folder in ancestors(path))

    lost = (path for path, every in named.items() if not any(is_here(path, each) for each in every))
    return frozenset(path for path in lost if sum(each.endswith(PAGE) for each in named[path]) >= FEW_ASTRAY)


def find_fragments(documents: Sequence[Document], assembled: bool = False) -> frozenset[str] | None:
    """Ids; those of a template cannot be known, and scripts put further ones in that hold templates; so does a program
    that makes pages of parts."""
    found = None if any(map(is_template, documents)) else document_fragments(documents)
    is_filled = (assembled and documents[0].title is None) or any(
        include.kind == "template" for document in documents for include in document.includes
    )
    return found | {FURTHER} if found is not None and is_filled else found


def is_template(document: Document) -> bool:
    """Whether links of the file hold template expressions."""
    return any(read_cached(href, True).kind == "unresolvable" for href in hrefs(document))


def find_hosts(indexes: Iterable[str], documents: Mapping[str, Document]) -> frozenset[str]:
    """The hosts, without ``www.``, at whose top home pages say that they stand (``<link rel=canonical>``)."""
    found = (documents.get(index) for index in indexes)
    said = (read_destination(index.head.canonical or "") for index in found if index)
    return frozenset(each.host.removeprefix("www.") for each in said if each.host and each.path in ("", "/"))


def exists(path: str | None, names: Names) -> bool:
    """Whether a file or a folder has this path."""
    return path is not None and (path in names.files or path in names.directories)


def are_mended(documents: Mapping[str, Document]) -> bool:
    """Whether scripts make ids or mend addresses: of the fragments that pages name in themselves, a third and many are
    not there."""
    found = lost = 0
    for document in documents.values():
        if document.syntax == "html":
            fragments = document_fragments([document])
            written = {link.href: link for link in document.links if link.href.startswith("#")}
            verdicts = [judge_script_fragment(href[1:], fragments, link) for href, link in written.items()]
            found += len(verdicts)
            lost += sum(verdict.status == "fragment-missing" for verdict in verdicts)
    return lost >= MANY_FRAGMENTS and 3 * lost >= found


def judge_mended_fragment(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As ``judge_script_fragment``, but of a page's own fragments nothing is known."""
    verdict = judge_script_fragment(fragment, fragments, written)
    if verdict.status == "fragment-missing" and written.href.startswith("#"):
        return Verdict("fragment-unverifiable", "so many of these are missing that scripts seem to make or mend them")
    return verdict
