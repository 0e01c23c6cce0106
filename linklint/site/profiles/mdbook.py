"""mdBook: a book is what its ``SUMMARY.md`` lists (https://rust-lang.github.io/mdBook/; written after version 0.5).

Other Markdown files of the source folder are not built. Destinations are read from the chapter; ``.md`` becomes
``.html``, in raw HTML too (mdbook-html, ``html/tree.rs``, ``fix_link``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from linklint.data.toml import read_toml_table
from linklint.data.tree import Tree
from linklint.errors import UserError
from linklint.model.document import Dialect, Document, WrittenLink
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import Destination, read_destination
from linklint.site.fragments import FURTHER, OK, Verdict, document_fragments, judge_fragment
from linklint.site.paths import below, extension, join, name, parent, within
from linklint.site.profile import Address, Detection, Lookup, Mount, NavigationLink, Profile, Read, Redirect, Standing
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.hosting import has_clean_urls
from linklint.source.slugs import mdbook_legacy_slugs, mdbook_slugs, typographic_text

CONFIG = "book.toml"
MARKDOWN = frozenset({"md", "markdown"})
EXTENSIONS = ("alerts", "footnotes", "heading-ids", "strikethrough", "tables", "tasklists")
# Files that mdBook writes beside the chapters.
BUILT = re.compile(r"/(?:print|toc|404)\.html|/(?:css|fonts|FontAwesome|theme)/.*|/[\w.\-]+\.(?:js|json|css)")
# Options of other people's link checkers, which name what a build adds to the book.
CHECKERS = ("linkcheck", "linkcheck2")
NO_PATTERN = re.compile(r"[\w./:@-]+")
# Footnotes: "fn" with a name or number, by version.
NUMBERED = re.compile(r"footnote-.+|fr-.+|fn[:-].+|\d+|admonition-.+")
# What preprocessors take for a name of theirs: ``items.fn.body``, ``std::mem``.
NAMED = re.compile(r"(?!.*\.(?:html?|md|markdown|png|jpe?g|svg|gif|webp|rs|toml|json|css|js)$)[^/]+")
# Preprocessors that give ids to more than headings, or make labels of links.
MAKERS = frozenset({"spec", "bib", "linkify", "rustdoc-link", "rustdoc-links", "gettext", "indexing", "keeper"})


class Book(NamedTuple):
    """``root``: folder of the config. ``source``: folder of the chapters. ``chapters``: paths in the order of the
    summary. ``base``: URL path below which the book is published, no trailing slash; None where nothing tells.
    ``redirected``: fragments that redirects give to chapters. ``maker``: a preprocessor that may add ids.
    ``unchecked``: parts of destinations that the book's own link checker leaves out."""

    root: str
    source: str
    names: Names
    chapters: tuple[str, ...]
    base: str | None
    redirects: tuple[Redirect, ...]
    redirected: frozenset[str]
    maker: str
    clean: bool
    dialect: Dialect
    unchecked: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """The path of the summary."""
        return join(self.source, "SUMMARY.md") or ""


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


def read_book(root: str, names: Names, read: Read) -> Book:
    """The book of a folder, as its config and its summary say."""
    path = join(root, CONFIG) or ""
    config = _read_table(path, read)
    said = _get(config, "book", "src")
    source = join(root, said if isinstance(said, str) else "src") or ""
    definitions = _get(config, "output", "html", "definition-lists") is not False
    extensions = (*EXTENSIONS, "definition-lists") if definitions else EXTENSIONS
    dialect = Dialect(extensions=tuple(sorted(extensions)), masks=("handlebars",))
    base = _get(config, "output", "html", "site-url")
    redirects = tuple(_read_redirects(config, source)) if config is not None else ()
    preprocessors = _get(config, "preprocessor")
    return Book(
        root=root,
        source=source,
        names=names,
        chapters=tuple(_read_chapters(join(source, "SUMMARY.md") or "", names, read, dialect)),
        base=base.rstrip("/") if isinstance(base, str) and base.startswith("/") else None,
        redirects=redirects,
        redirected=frozenset(redirect.old.partition("#")[2] for redirect in redirects),
        maker=min(MAKERS.intersection(preprocessors), default="") if isinstance(preprocessors, dict) else "",
        clean=has_clean_urls(names, read),
        dialect=dialect,
        unchecked=tuple(_read_unchecked(config)),
    )


def _read_table(path: str, read: Read) -> Tree | None:
    try:
        return read_toml_table(read(path) or b"", path, ())
    except UserError:
        return None


def _get(tree: Tree | None, *keys: str) -> Any:
    value = tree.value if tree is not None else None
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _read_chapters(summary: str, names: Names, read: Read, dialect: Dialect) -> Iterable[str]:
    # Imported here: only a site with a book needs the parsers before its documents are read.
    from linklint.source.parse import parse

    seen = set()
    for link in parse(read(summary) or b"", dialect).links if summary in names.files else ():
        destination = read_destination(link.href)
        path = join(parent(summary), destination.path) if destination.kind == "internal" else None
        if path and path in names.files and path not in seen and extension(path) in MARKDOWN:
            seen.add(path)
            yield path


def _read_unchecked(config: Tree | None) -> Iterable[str]:
    """The patterns of mdbook-linkcheck's ``exclude`` that are plain text."""
    for checker in CHECKERS:
        said = _get(config, "output", checker, "exclude")
        for pattern in said if isinstance(said, list) else ():
            text = str(pattern).strip("^$").replace("\\.", ".")
            if NO_PATTERN.fullmatch(text):
                yield text


def _read_redirects(config: Tree, source: str) -> Iterable[Redirect]:
    """Old address → new one, which is read from the old one's folder unless it begins with ``/`` or is a full URL."""
    keys = ("output", "html", "redirect")
    table = _get(config, *keys)
    for old, new in table.items() if isinstance(table, dict) else ():
        if not isinstance(new, str):
            continue
        start = "/" + (join("", old.lstrip("/")) or "")
        if read_destination(new).kind == "internal" and not new.startswith("/"):
            path, mark, fragment = new.partition("#")
            there = join(parent(start), path) if path else start.partition("#")[0].strip("/")
            new = "/" + (there or "") + mark + fragment
        yield Redirect(start, new, config.location((*keys, old)))


def open_mdbook(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The book in the folder."""
    book = read_book(found.root, names, read)
    return Mount(
        framework="mdbook",
        root=book.source,
        reason=found.reason,
        dialect=partial(find_dialect, book),
        address=partial(find_address, book),
        lookups=partial(find_lookups, book),
        fragments=partial(find_fragments, book),
        judge=partial(judge, book),
        indexes=("readme.md", "index.md"),
        undefined=lambda label: f"the preprocessor {book.maker} may define it" if book.maker else None,
        includes=partial(find_includes, book),
        navigation=partial(navigate, book),
        listings=partial(list_chapters, book),
        redirects=lambda documents: [redirect for redirect in book.redirects if "#" not in redirect.old],
        roots=lambda pages: book.chapters[:1],
    )


def find_dialect(book: Book, path: str) -> Dialect | None:
    """Markdown of the source folder; what is no chapter may be included by one."""
    return book.dialect if extension(path) in MARKDOWN and within(path, book.source) else None


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
    if destination.absolute:
        if book.base is None or not path.startswith(book.base + "/"):
            return [Lookup("opaque", path, "it begins at the host's top, and the book lies below it")]
        target = join("", path[len(book.base) :])
    else:
        chapter = standing.file if standing.file == book.summary else standing.page
        target = join(parent(below(chapter, book.source)), path)
    if target is None:
        return [Lookup("opaque", path, "it leads out of the book")]
    file = join(book.source, target) or ""
    if extension(target) in MARKDOWN:
        if file in book.names.files and file not in book.chapters:
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
    found = ids.union(*(slugs(each, explicit) for slugs in SLUGS for each in (texts, typographic)))
    return found | {FURTHER} if book.maker else found


SLUGS = (mdbook_slugs, mdbook_legacy_slugs)


def judge(book: Book, fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do, with footnotes, and fragments that are redirected."""
    if NUMBERED.fullmatch(fragment) or fragment in book.redirected:
        return OK
    return judge_fragment(fragment, fragments, written)


def find_includes(book: Book, path: str, document: Document) -> list[str]:
    """``{{#include file}}``, from the file's own folder."""
    paths = [join(parent(path), include.written) for include in document.includes if include.kind == "include"]
    return [each for each in paths if each is not None and each in book.names.files]


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
