"""Cross references: ``uid`` in front matter names a page, ``xref:uid`` and ``@uid`` lead to it
(https://dotnet.github.io/docfx/docs/links-and-cross-references.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote

import msgspec

from linklint.model.document import Document, Include, WrittenLink
from linklint.model.place import pack_spans
from linklint.site.paths import parent, relative
from linklint.site.profile import Standing
from linklint.site.profiles.docfx.settings import HOST, Docset, is_elsewhere

SCHEME = "xref:"
UNKNOWN = "/xref:"  # how the address of a uid begins that this site should know and does not
LOST = "/xref-lost:"  # the same, where nobody else can know it
BRACE = re.compile(r"[{}]")
FOREIGN = ("System.", "Microsoft.", "Windows.", "System?", "Microsoft?")


class References(NamedTuple):
    """``uids``: uid → path of its page; ``titles``: path → title; ``folders``: what stands before the last slash of
    uids that are written as paths, which those of an API never are."""

    docset: Docset
    uids: Mapping[str, str]
    titles: Mapping[str, str | None]
    folders: frozenset[str] = frozenset()

    def rewrite(self, standing: Standing) -> str:
        """The destination as a path where it is a uid of this site; of another docset, as the full address it is."""
        href = standing.written.href
        if href.startswith("/") and not href.startswith("//") and is_elsewhere(self.docset, href.partition("?")[0]):
            return HOST + href
        return self.resolve(href)

    def resolve(self, href: str) -> str:
        """``xref:uid`` of a page as ``~/path``. One of the API that the build documents is an address that cannot be
        known; one of another site stays as it is."""
        if not is_reference(href):
            return href
        uid, fragment = split_uid(href)
        path = self.uids.get(uid)
        if path is not None:
            return "~/" + quote(relative(path, self.docset.root), safe="/") + fragment
        if parent(uid) in self.folders:
            return LOST + quote(uid, safe="")
        if (not self.docset.metadata and (self.docset.learn or self.docset.maps)) or uid.startswith(FOREIGN):
            return BRACE.sub(lambda brace: quote(brace[0]), href)  # of a generic: no template
        return UNKNOWN + quote(uid, safe="")

    def is_kept(self, written: WrittenLink) -> bool:
        """Whether the link counts as it is: not a reference without a text of its own, which shows its page's title."""
        return not (is_reference(written.href) and (written.syntax == "autolink" or not written.text.strip()))

    def links(self, document: Document) -> Iterator[WrittenLink]:
        """The references that show their page's title. ``@word`` is one only where that page is known."""
        for written in document.links:
            if self.is_kept(written):
                continue
            path = self.uids.get(split_uid(written.href)[0])
            if path is not None:
                yield msgspec.structs.replace(written, text=self.titles.get(path) or written.text)
            elif not written.written.startswith("@"):
                yield msgspec.structs.replace(written, text=written.text or split_uid(written.href)[0])


def is_reference(href: str) -> bool:
    """Whether the destination is a uid."""
    return href[: len(SCHEME)].lower() == SCHEME


def split_uid(href: str) -> tuple[str, str]:
    """The uid without its options, and its fragment with the ``#``."""
    rest, mark, fragment = href[len(SCHEME) :].partition("#")
    return unquote(rest.partition("?")[0]).strip(), mark + fragment


def find_uids(documents: Mapping[str, Document]) -> dict[str, str]:
    """uid → path of the page that declares it; of several, the first."""
    found: dict[str, str] = {}
    for path in sorted(documents):
        uid = (documents[path].front_matter or {}).get("uid")
        if isinstance(uid, str) and uid.strip():
            found.setdefault(uid.strip(), path)
    return found


def link_file(include: Include) -> WrittenLink:
    """A file that is named to be put in, as a link: for those of which it must be told where they lead."""
    part = include.written.rpartition("/")[2]
    return WrittenLink("shortcode", "iframe", include.written, include.written, part, pack_spans(include.span))
