"""Where the addresses of a site lead whose routes are code, or whose generator has no profile, as its links tell.

Of the addresses below a folder at the site's top, many, nearly all name Markdown that stands here, with numbers for the
order left out (``/docs/core/start`` and ``content/docs/02-core/01-start.mdx``). Then one that names none is broken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

import msgspec

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination, read_destination
from linklint.site.evident_tops import find_top_sources
from linklint.site.fragments import github_fragments
from linklint.site.page_names import INDEXES, ORDER_OF_NAME, are_sure, find_page_name
from linklint.site.paths import ancestors, extension, name, parent
from linklint.site.profile import Lookup, Mount, Read, Standing
from linklint.site.profiles.conventions import is_set_aside

MARKDOWN = frozenset({"md", "mdx", "mdoc"})
PAGES = frozenset({"", "html", "md", "mdx"})
GROUP = re.compile(r"\(.*\)")
ENOUGH = 20
SURE = 10
"""Of so many addresses that name what is here, one may name what is not."""
WHOLE = 50
"""So many addresses of all tops together tell of those tops, too, that few of them begin with."""
COPY = 0.9
"""What holds this share of the pages that another folder holds may be a language or a version of it."""
SEVERAL = 3
# Files in which redirects may stand, or code that makes them: the names of most say so.
SENDING = re.compile(r"(?i)[^/]*(?:redirect|rewrite|rout|moved|old|config|vercel|netlify|middleware|proxy|nginx|hooks)")
DATA = frozenset({"", "cjs", "conf", "js", "json", "mjs", "mts", "toml", "ts", "txt", "yaml", "yml"})
MOST_FILES = 1_000
TOKEN = re.compile(rb"[\w.\-~@%$]+(?:/[\w.\-~@%$]+)+")
DEEPEST = 12
DATED_FILE = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)-(.+)")
DATED = re.compile(r"(?:19|20)\d\d/\d\d/\d\d/[^/]+")
BY_DATE = "#"
"""Stands for the tops of all addresses with a date: ``/2026/03/18/roses``, of ``2026-03-18-roses.md``."""
LARGEST = 1_000_000  # bytes; larger files are data


class Evident(NamedTuple):
    """``sources``: address, without slashes around it → the Markdown that it names, in several languages or versions
    where it has them, the likeliest first; ``gone``: those that name none."""

    sources: Mapping[str, tuple[str, ...]]
    gone: frozenset[str]


def with_evident_addresses(mount: Mount, names: Names, read: Read, is_of_site: Callable[[str], bool]) -> Mount:
    """The mount, for which its links tell where addresses lead that are else open. ``is_of_site``: whether the links of
    a file are addresses of the site."""
    learn = mount.learn
    if learn is None:
        return mount

    def learned(documents: Mapping[str, Document]) -> Mount:
        found = learn(documents)
        evident = find_evident({path: each for path, each in documents.items() if is_of_site(path)}, names, read)
        if evident is None:
            return found

        @cache
        def list_ids(path: str) -> frozenset[str]:
            return (github_fragments([documents[path]]) if path in documents else None) or frozenset()

        def find_lookups(standing: Standing, destination: Destination) -> Sequence[Lookup]:
            lookups = found.lookups(standing, destination)
            if not is_of_site(standing.file):
                return lookups
            return _tell(standing.file, lookups, destination, evident, list_ids)

        told = None if found.learned is None else (found.learned, evident)
        return msgspec.structs.replace(found, lookups=find_lookups, learned=told)

    return msgspec.structs.replace(mount, learn=learned)


def _tell(
    file: str,
    lookups: Sequence[Lookup],
    destination: Destination,
    evident: Evident,
    list_ids: Callable[[str], frozenset[str]],
) -> Sequence[Lookup]:
    """The ways to read the destination. Of several languages and versions that of the linking file is meant; or, as the
    site may show another one there, the nearest that has the heading."""
    address = read_address(destination, least=1) if destination.absolute and lookups else ""
    sources, is_open = evident.sources.get(address, ()), bool(lookups) and lookups[-1].kind == "opaque"
    firm = lookups[:-1] if is_open else lookups
    if address in evident.gone:
        return [*firm, Lookup("missing", destination.path, f"there is no page {destination.path}")]
    if not sources or not is_open:
        return lookups
    above = {*ancestors(file)}
    asked = destination.fragment if len(sources) > 1 else None
    having = [each for each in sources if asked in list_ids(each)] if asked else []
    nearest = max(having or sources, key=lambda each: sum(folder in above for folder in ancestors(each)))
    return [*firm, Lookup("file", nearest), lookups[-1]]


def read_address(destination: Destination, *, least: int = 2) -> str:
    """The address as a key, with so many parts at least; empty for none of a page's."""
    bare = destination.path.strip("/")
    ending = "" if extension(bare).isdigit() else extension(bare)  # a version, ``/blog/v1.2.0``
    if destination.kind != "internal" or not destination.absolute or ending not in PAGES or bare.count("/") < least - 1:
        return ""
    return bare[: -len(ending) - 1] if ending else bare


def find_evident(documents: Mapping[str, Document], names: Names, read: Read) -> Evident | None:
    """What all links together tell; None where that is too little."""
    hrefs = {link.href for each in documents.values() for link in each.links if link.element == "a"}
    every = {read_address(read_destination(href), least=1) for href in hrefs if href[:1] == "/" != href[1:2]} - {""}
    asked = {address for address in every if "/" in address}
    if len(asked) < ENOUGH:
        return None
    forms = _list_forms(names)
    there = sum(address in forms for address in asked)
    is_whole = are_sure(there, len(asked) - there, enough=WHOLE, to_one=SURE)
    sources = _find_sources(asked, names, is_whole=is_whole)
    found = Counter(map(_top, sources))
    shown = set(map(parent, sources))
    lost = {
        each
        for each in asked - sources.keys()
        if (parent(each) in shown and _count_in(parent(each), names) >= SEVERAL) or DATED.fullmatch(each)
    }
    asking = {address for address in lost if is_whole or found[_top(address)] >= ENOUGH}
    lost -= _find_sent(asking, documents, names, read)
    counts = Counter(map(_top, lost))
    sure = {top for top, count in found.items() if are_sure(count, counts[top], enough=ENOUGH, to_one=SURE)}
    if is_whole and are_sure(len(sources), len(lost), enough=WHOLE, to_one=SURE):
        sure = set(found)
    gone = {address for address in lost if _top(address) in sure}
    gone -= set(_find_taken(gone, names))
    kept = {address: source for address, source in sources.items() if _top(address) in sure}
    kept |= find_top_sources(every - asked, kept, forms, names)
    return Evident(kept, frozenset(gone)) if kept else None


def _top(address: str) -> str:
    return BY_DATE if DATED.fullmatch(address) else address.partition("/")[0]


def _find_sources(asked: AbstractSet[str], names: Names, *, is_whole: bool) -> dict[str, tuple[str, ...]]:
    """Address → the Markdown that it names; of several, what lies where most others of its top are (``is_whole``: of
    all), or nearly as many: languages and versions are copies of each other."""
    forms = _list_forms(names)
    found = {address: forms.get(address, ()) for address in asked}
    roots = Counter(
        ("" if is_whole else _top(address), root)
        for address, each in found.items()
        for root in {form.removesuffix(address) for form, _ in each}
    )

    def rank(address: str, each: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        top = "" if is_whole else _top(address)
        most = max(roots[top, form.removesuffix(address)] for form, _ in each)
        ranked = [
            (form.count("/"), -roots[top, form.removesuffix(address)], path)
            for form, path in each
            if roots[top, form.removesuffix(address)] >= COPY * most
        ]
        return tuple(path for _, _, path in sorted(ranked))

    return {address: rank(address, each) for address, each in found.items() if each}


def _count_in(folder: str, names: Names) -> int:
    """How many pages the folder of an address has, at least."""
    return _count_pages(names).get(folder, 0)


@lru_cache(maxsize=4)
def _count_pages(names: Names) -> Mapping[str, int]:
    """The end of a path of a folder → how many pages such a folder has, at most."""
    counts = Counter(parent(form) for form in {form for each in _list_forms(names).values() for form, _ in each})
    found: dict[str, int] = {}
    for folder, count in counts.items():
        for end in _list_ends(folder):
            found[end] = max(found.get(end, 0), count)
    return found


@lru_cache(maxsize=4)
def _list_forms(names: Names) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Address → the longer ones that Markdown may have which end so, and its path."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in names.ending(*MARKDOWN):
        if not is_set_aside(path, names):
            for form in dict.fromkeys(_forms(path)):
                for end in _list_ends(form):
                    found.setdefault(end, []).append((form, path))
    return found


def _list_ends(form: str) -> list[str]:
    parts = form.split("/")
    return ["/".join(parts[number:]) for number in range(max(len(parts) - DEEPEST, 0), len(parts))]


def _forms(path: str) -> Iterator[str]:
    """The path without what addresses leave out: groups, numbers, and maybe the numbered folders."""
    folders = [each for each in parent(path).split("/") if each and not GROUP.fullmatch(each)]
    stem = find_page_name(path)
    if dated := DATED_FILE.fullmatch(name(path).rpartition(".")[0]):
        yield "/".join(dated.groups())
    last = [] if stem.lower() in (*INDEXES, "page") else [stem]
    yield "/".join([*(ORDER_OF_NAME.sub("", each) for each in folders), *last])
    yield "/".join([*(each for each in folders if not ORDER_OF_NAME.match(each)), *last])


def _find_sent(lost: AbstractSet[str], documents: Mapping[str, Document], names: Names, read: Read) -> frozenset[str]:
    """Those that front matter names, or a file in which redirects may stand."""
    if not lost:
        return frozenset()
    matters = (each.front_matter for each in documents.values() if each.front_matter)
    named = {text.strip("/") for matter in matters for value in matter.values() for text in _texts(value)}
    files = (path for path in names.ending(*DATA) if is_config(path))
    for path in islice(files, MOST_FILES):
        data = read(path) or b""
        if len(data) <= LARGEST:
            named.update(each for each in _named_in(data) if each in lost)
    return frozenset(lost & named)


def _named_in(data: bytes) -> Iterator[str]:
    """The addresses that a text names, also those below a path of the host and those around longer ones."""
    for token in set(TOKEN.findall(data)):
        parts = token.decode("utf-8", "replace").strip("/").split("/")[:DEEPEST]
        for start in range(min(len(parts) - 1, 3)):
            yield from ("/".join(parts[start:end]) for end in range(start + 2, len(parts) + 1))


def is_config(path: str) -> bool:
    """Whether redirects may stand in the file."""
    return "/" not in path or SENDING.match(name(path)) is not None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (each for each in value if isinstance(each, str))


def _find_taken(gone: AbstractSet[str], names: Names) -> Iterator[str]:
    """Those that a file of another kind, a folder, or a page deeper down is named like, or code with a parameter."""
    wanted: dict[str, list[str]] = {}
    for address in gone:
        wanted.setdefault(name(address), []).append(address)
    for path in (*names.files, *names.directories) if wanted else ():
        bare = ORDER_OF_NAME.sub("", name(path))
        stems = wanted if "[" in bare else {bare.partition(".")[0], bare.rpartition(".")[0]}
        for address in (each for stem in stems for each in wanted.get(stem, ())):
            folders = {parent(form) for form in _forms(path)}
            if any(_may_hold(folder, parent(address), named="[" not in bare) for folder in folders):
                yield address


def _may_hold(folder: str, wanted: str, *, named: bool) -> bool:
    """Whether a folder of the address lies in the folder's path; around names, parameters may stand in it:
    ``pages/[lang]`` (``named``)."""
    if "[" not in folder or not named:
        return f"/{wanted}/" in f"/{folder}/"
    parts, asked = folder.split("/"), wanted.split("/")
    starts = range(len(parts) - len(asked) + 1)
    return any(
        all(part == each or "[" in part for part, each in zip(parts[start:], asked, strict=False)) for start in starts
    )
