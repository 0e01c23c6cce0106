"""Documents with an address → pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from linklint.model.document import Document
from linklint.model.site import Page
from linklint.site.excerpts import Ranges, merge_ranges
from linklint.site.fragment_sets import FragmentSets
from linklint.site.languages import find_language, language_folders
from linklint.site.paths import join, parent
from linklint.site.profile import Address, Mount

LONGEST_CHAIN = 20  # of partials that include partials


class Draft(NamedTuple):
    """A page to be. ``mount`` is its number; ``parts`` are the paths of its own document and of those it includes, with
    the lines that it takes of each (None: all)."""

    path: str
    address: Address
    mount: int
    parts: Mapping[str, Ranges | None]


def draft_pages(documents: Mapping[str, Document], owners: Mapping[str, int], mounts: Sequence[Mount]) -> list[Draft]:
    """Every document that has an address, in the order of paths. ``owners``: path → number of its mount."""
    drafts = []
    for path in sorted(documents):
        number = owners[path]
        address = mounts[number].address(path, documents[path])
        if address is not None:
            drafts.append(Draft(path, address, number, included(path, documents, mounts[number])))
    return drafts


def included(path: str, documents: Mapping[str, Document], mount: Mount) -> dict[str, Ranges | None]:
    """The document and what it includes, in order, each once."""
    found: dict[str, Ranges | None] = {path: None}
    pending = [(path, 0)]
    while pending:
        current, depth = pending.pop()
        excerpts = mount.excerpts(current, documents[current])
        for part in mount.includes(current, documents[current]):
            if part in found:
                found[part] = merge_ranges(found[part], excerpts.get(part))
            elif part in documents and depth < LONGEST_CHAIN:
                found[part] = excerpts.get(part)
                pending.append((part, depth + 1))
    return found


def make_pages(
    drafts: Sequence[Draft], documents: Mapping[str, Document], mounts: Sequence[Mount], languages: Sequence[str] = ()
) -> list[Page]:
    """Pages with everything that follows from their own documents; roots and orphan states come later. ``languages``:
    those of the site, where they are told."""
    folders = language_folders((draft.path for draft in drafts), languages)
    fragments = FragmentSets({draft.path: (mounts[draft.mount], draft.parts) for draft in drafts}, documents)
    tops = {(draft.mount, folder_of(draft.address)) for draft in drafts if draft.address.kind == "home"}
    tops |= {(draft.mount, each) for draft in drafts if (each := _folder_opened_by(draft))}
    bases = [mount.base for mount in mounts]
    pages = []
    for index, draft in enumerate(drafts):
        document, address = documents[draft.path], draft.address
        mount = mounts[draft.mount]
        lang = address.lang or find_language(draft.path, document, folders)
        pages.append(
            Page(
                index=index,
                path=draft.path,
                url=address.url,
                document=document,
                title=address.title or document.title,
                lang=lang,
                kind="error" if is_error_page(draft, lang, tops) else address.kind,
                published=address.published,
                noindex=is_noindex(document),
                root=address.root,
                orphan=address.orphan,
                find_fragments=fragments.find,
                framework=mount.framework,
                base=bases[draft.mount],
                rewritten=mount.rewrites,
            )
        )
    return pages


def is_error_page(draft: Draft, lang: str | None, tops: Collection[tuple[int, str]]) -> bool:
    """Whether it is the 404.html of the site or of one language. One of that name further down may be about errors.
    ``tops``: of each mount, the folders of its home pages."""
    name = draft.address.url.rstrip("/").rpartition("/")[2]
    if name.partition(".")[0] != "404":
        return False
    folder = folder_of(draft.address)
    return folder in ("", lang) or (draft.mount, folder) in tops


def _folder_opened_by(draft: Draft) -> str:
    """The folder whose ``index.html`` it is, where addresses are paths: a site of its own maybe. Else empty."""
    folder = parent(draft.path)
    return folder if draft.path.endswith("/index.html") and draft.address.url.strip("/") == folder else ""


def folder_of(address: Address) -> str:
    """The folder that holds the page, without slashes around it; a home page holds itself."""
    above, _, name = address.url.rstrip("/").rpartition("/")
    return (f"{above}/{name}" if address.kind == "home" and "." not in name else above).strip("/")


def is_noindex(document: Document) -> bool:
    """Whether the page asks search engines to leave it out: ``<meta name=robots>``, or front matter ``robots:
    noindex`` or ``noindex: true``."""
    matter = document.front_matter or {}
    robots = matter.get("robots", matter.get("ROBOTS"))  # as Microsoft Learn writes it
    said = robots if isinstance(robots, list) else str(robots or "").split(",")
    words = {str(word).strip().lower() for word in (*said, *document.head.robots)}
    return bool(words & {"noindex", "none"}) or matter.get("noindex") is True


def find_page(text: str, by_path: Mapping[str, Page], by_url: Mapping[str, Page]) -> Page | None:
    """The page that a config names: a repository path, a folder's path, or a ``/url/``, with or without the path that
    the site lies below."""
    if text.startswith("/"):
        for url in (text, text.rstrip("/"), text + "/"):
            if url in by_url:
                return by_url[url]
    return by_path.get(join("", text) or "")
