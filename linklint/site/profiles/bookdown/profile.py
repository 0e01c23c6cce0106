"""bookdown as a row of the table of frameworks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.site.destination import Destination
from linklint.site.labels import normalise_label
from linklint.site.paths import extension, join, name, normalise_url, parent, within
from linklint.site.profile import ABOVE, Detection, Lookup, Mount, Profile, Read, Standing, learn_by
from linklint.site.profiles.bookdown.references import References, judge, learn_references, rewrite
from linklint.site.profiles.bookdown.settings import CONFIG, INDEX, Book, find_address, is_book, list_between, read_book
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.quarto.fragments import find_fragments
from linklint.site.profiles.quarto.links import FILES, FORMATS, LEAVES, explain_cell, gather_parts
from linklint.site.profiles.quarto.references import list_title_links
from linklint.site.profiles.quarto.settings import CONFIGS
from linklint.source.dialects import LAST_COUNTS

EXTENSIONS = (
    "blank-definitions", "bookdown-references", "definition-lists", "footnotes", "math", "pandoc", "strikethrough",
    "tables",
)  # fmt: skip
DIALECT = Dialect(extensions=EXTENSIONS, front_matter=LAST_COUNTS)
MOST_PARTS = 50


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Every book with chapters that is not a test's, an example's or a template's, and not Quarto's."""
    folders = {parent(path): path for path in sorted(names.named(CONFIG, INDEX), reverse=True)}
    return [
        Detection(folder, path)
        for folder, path in folders.items()
        if not is_example(path)
        and not is_set_aside(path, names)
        and not any(join(folder, each) in names.files for each in CONFIGS)
        and is_book(folder, names, read)
        and read_book(folder, names, read).chapters
    ]


def open_book(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site of one book."""
    book = read_book(found.root, names, read)

    def apply(references: References) -> Mount:
        return Mount(
            framework="bookdown",
            root=book.folder,
            reason=found.reason,
            dialect=lambda path: DIALECT if path in book.texts else None,
            address=partial(find_address, book),
            lookups=partial(find_lookups, book),
            rewrite=partial(rewrite, book, references),
            fragments=find_fragments,
            judge=partial(judge, references),
            indexes=("index.rmd",),
            excuse=partial(explain_cell, read),
            undefined=lambda path, label: "" if normalise_label(label) in references.titles else None,
            further=lambda path, document: list_title_links(references.titles, document),
            includes=partial(find_parts, book),
            listings=lambda pages: list(list_between(book.chapters)) if book.chapters else (),
            roots=lambda pages: list(book.chapters[:1]),
            learn=learn,
        )

    def find(documents: Mapping[str, Document]) -> References:
        parts = {
            path: gather_parts(partial(find_parts, book), path, documents, MOST_PARTS)
            for path in book.chapters
            if path in documents
        }
        return learn_references(book, read, parts, documents)

    learn = learn_by(find, apply)
    return apply(References())


def find_lookups(book: Book, standing: Standing, destination: Destination) -> list[Lookup]:
    """All pages are in one folder, and what they show is named from the book's."""
    path = destination.path
    target = join(book.folder, path.lstrip("/"))
    beside = None if destination.absolute else join(parent(standing.file), path)
    if target is None and beside is None:
        is_address = extension(path) in ("", "html")
        return [Lookup("opaque", path, LEAVES) if is_address else Lookup("outside", path, ABOVE)]
    found = [Lookup("url", normalise_url(f"/{path}"))]
    found += [Lookup("file", each) for each in dict.fromkeys((target, beside)) if each is not None]
    if FILES.search(path) or (extension(path) in FORMATS and within(path.lstrip("/"), name(path))):
        found.append(Lookup("opaque", path, "bookdown may write this file"))
    if not book.split and extension(path) == "html":
        found.append(Lookup("opaque", path, "bookdown numbers the names of pages"))
    return found


def find_parts(book: Book, path: str, document: Document) -> list[str]:
    """The files that a document takes in (``child``)."""
    written = [include.written for include in document.includes if include.kind == "include"]
    places = [(join(parent(path), each), join(book.folder, each)) for each in written]
    found = (next((each for each in both if each in book.names.files), None) for both in places)
    return [each for each in found if each is not None]


PROFILE = Profile("bookdown", detect, open_book)
