"""mdBook: a book is what its ``SUMMARY.md`` lists (https://rust-lang.github.io/mdBook/; written after version 0.5).

Other Markdown files of the source folder are not built. Destinations are read from the chapter; ``.md`` becomes
``.html``, in raw HTML too (mdbook-html, ``html/tree.rs``, ``fix_link``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise

import msgspec

from linklint.model.document import Dialect, Document, WrittenLink
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import Destination
from linklint.site.fragments import FURTHER, OK, Verdict, document_fragments
from linklint.site.paths import below, extension, join, name, normalise_url, parent, within
from linklint.site.profile import Address, Detection, Lookup, Mount, NavigationLink, Profile, Read, Standing, learn_by
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.mdbook_config import CONFIG, MARKDOWN, Book, read_book
from linklint.site.profiles.mdbook_including import find_excerpts, find_includes
from linklint.site.profiles.mdbook_rules import find_rules
from linklint.site.profiles.mdbook_sharing import NOTHING, Shared, find_shared
from linklint.source.slugs import mdbook_legacy_slugs, mdbook_slugs, typographic_text

# Files that mdBook writes beside the chapters.
BUILT = re.compile(r"/(?:print|toc|404)\.html|/(?:css|fonts|FontAwesome|theme)/.*|/[\w.\-]+\.(?:js|json|css)")
# Footnotes: "fn" with a name or number, by version.
NUMBERED = re.compile(r"footnote-.+|fr-.+|fn[:-].+|\d+|admonition-.+")
# What preprocessors take for a name of theirs: ``items.fn.body``, ``std::mem``.
NAMED = re.compile(r"(?!.*\.(?:html?|md|markdown|png|jpe?g|svg|gif|webp|rs|toml|json|css|js)$)[^/]+")


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """A ``book.toml`` whose source folder has a summary; not in folders of tests and examples. Of two configs for the
    same sources, the one nearer to the top."""
    found: dict[str, Detection] = {}
    for path in sorted(names.files, key=lambda path: (path.count("/"), path)):
        if name(path) == CONFIG and not is_example(path) and not is_set_aside(path, names):
            book = read_book(parent(path), names, read)
            if book.summary in names.files and book.source not in found:
                found[book.source] = Detection(parent(path), f"{path} and {book.summary}")
    return tuple(found.values())


def open_mdbook(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The book in the folder."""
    book = read_book(found.root, names, read)
    mount = mount_book(book, found.reason, read)
    if book.has_rules:
        return msgspec.structs.replace(mount, learn=partial(learn, book, found.reason, read))
    by_shared = learn_by(partial(find_shared, book, read), partial(share, book, found.reason, read))
    return msgspec.structs.replace(mount, learn=by_shared)


def learn(book: Book, reason: str, read: Read, documents: Mapping[str, Document]) -> Mount:
    """The book with the rules that its chapters define, and with what else its documents tell."""
    ruled = book._replace(rules=find_rules(read, book.chapters, documents))
    return share(ruled, reason, read, find_shared(book, read, documents))


def share(book: Book, reason: str, read: Read, shared: Shared) -> Mount:
    """The book with what its documents tell."""
    return mount_book(book._replace(base="") if shared.at_top else book, reason, read, shared)


def mount_book(book: Book, reason: str, read: Read, shared: Shared = NOTHING) -> Mount:
    """The site that a book is."""
    return Mount(
        framework="mdbook",
        root=book.source,
        reason=reason,
        dialect=partial(find_dialect, book),
        address=partial(find_address, book),
        lookups=partial(find_lookups, book),
        fragments=partial(find_fragments, book),
        judge=partial(judge, book),
        indexes=("readme.md", "index.md"),
        undefined=partial(explain_label, book, shared),
        further=lambda path, document: (*book.rules.links(path, document), *shared.links(path, document)),
        includes=partial(find_includes, book),
        excerpts=partial(find_excerpts, book, read),
        navigation=partial(navigate, book),
        listings=partial(list_chapters, book),
        redirects=lambda documents: [redirect for redirect in book.redirects if "#" not in redirect.old],
        roots=lambda pages: book.chapters[:1],
    )


def find_dialect(book: Book, path: str) -> Dialect | None:
    """Markdown of the source folder; what is no chapter may be included by one."""
    mine = within(path, book.source) or path == book.summary
    return book.dialect if extension(path) in MARKDOWN and mine else None


def explain_label(book: Book, shared: Shared, path: str, label: str) -> str | None:
    """As ``Mount.undefined``."""
    if label in book.rules.chapters or shared.destination(path, label) is not None:
        return ""
    return f"the preprocessor {book.maker} may define it" if book.maker else None


def find_address(book: Book, path: str, document: Document) -> Address | None:
    """``a/b.md`` → ``/a/b.html``, ``a/README.md`` → ``/a/``; the first chapter is the index, too."""
    if path not in book.chapters:
        return None
    url = chapter_url(below(path, book.source))
    also = (url + "index.html", url[:-1] or "/index.html") if url.endswith("/") else ()
    if path == book.chapters[0] and url != "/":
        return Address(url, also=(*also, "/", "/index.html"), kind="home")
    kind = "home" if url == "/" else "section" if url.endswith("/") else "article"
    return Address(url, also=also, kind=kind)


def chapter_url(inner: str) -> str:
    """URL path of a chapter, named from the source folder."""
    stem = inner.rpartition(".")[0]
    folder = "/" + parent(inner) + "/" if "/" in inner else "/"
    return folder if name(stem).lower() in ("readme", "index") else f"/{stem}.html"


def find_lookups(book: Book, standing: Standing, destination: Destination) -> list[Lookup]:
    """From the chapter that shows the text; what leads out of the book is another book's, or the host's."""
    path = destination.path
    ruled = book.rules.lookups(standing, path)
    if ruled:
        return ruled
    if destination.absolute:
        if book.base is None or not path.startswith(book.base + "/"):
            return [Lookup("opaque", path, "it begins at the host's top, and the book lies below it")]
        target = join("", path[len(book.base) :])
    else:
        chapter = standing.file if standing.file == book.summary else standing.page
        folder = parent(below(chapter, book.source))
        target = join(folder, path)
        if target is None and book.base == "" and standing.file != book.summary:
            target = normalise_url(f"/{folder}/{path}").strip("/")  # browsers stop at the host's top
    if target is None:
        beside = join(parent(standing.file), path)
        if standing.file == book.summary and beside is not None and beside not in book.names.files:
            return [Lookup("file", beside)]  # a chapter is a file here, wherever it lies
        return [Lookup("opaque", path, "it leads out of the book")]
    file = join(book.source, target) or ""
    if extension(target) in MARKDOWN:
        if file in book.names.files and file not in book.chapters:
            if not within(book.summary, book.source):
                return [Lookup("opaque", file, f"a script makes the summary of {book.summary}")]
            return [Lookup("missing", file, f"{book.summary} does not list {file}, so it is not built")]
        readme = join(parent(file), "README.md") or ""
        if name(file) == "index.md" and file not in book.names.files and readme in book.chapters:
            return [Lookup("file", readme)]  # mdBook names it index.md before it reads links
        return [Lookup("file", file)]
    url = f"/{target}/" if target and path.endswith("/") else f"/{target}"
    found = [Lookup("url", url)]
    if book.clean and not extension(target):
        found.append(Lookup("url", url + ".html"))
    if target and file in book.names.files:
        found.append(Lookup("file", file))
    if BUILT.fullmatch(url) and file not in book.names.files:
        found.append(Lookup("opaque", url, "mdBook makes this file"))
    if any(each in path for each in book.unchecked):
        found.append(Lookup("opaque", path, "the book's own link checker leaves it out"))
    if book.maker and NAMED.fullmatch(path):
        found.append(Lookup("opaque", path, f"the preprocessor {book.maker} may know this name"))
    return found


def find_fragments(book: Book, documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of elements, and of headings as the versions of mdBook make them, with typographic signs or without."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    headings = [heading for document in documents for heading in (*document.headings, *document.terms)]
    texts, explicit = [heading.text for heading in headings], [heading.id for heading in headings]
    typographic = [typographic_text(heading.text, heading.raw) for heading in headings]
    found = ids.union(
        book.rules.fragments(documents), *(slugs(each, explicit) for slugs in SLUGS for each in (texts, typographic))
    )
    return found | {FURTHER} if book.maker else found


SLUGS = (mdbook_slugs, mdbook_legacy_slugs)


def judge(book: Book, fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do, with footnotes, and fragments that are redirected."""
    if NUMBERED.fullmatch(fragment) or fragment in book.redirected:
        return OK
    return book.rules.judge(fragment, fragments, written)


def navigate(book: Book, documents: Mapping[str, Document]) -> list[NavigationLink]:
    """The summary. A chapter without a file is a draft."""
    summary = documents.get(book.summary)
    return [NavigationLink(book.summary, link, link.href) for link in (summary.links if summary else ()) if link.href]


def list_chapters(book: Book, pages: Sequence[Page]) -> Iterable[tuple[str, str]]:
    """Each chapter leads to the next and back."""
    for before, after in pairwise(book.chapters):
        yield before, after
        yield after, before


PROFILE = Profile("mdbook", detect, open_mdbook)
