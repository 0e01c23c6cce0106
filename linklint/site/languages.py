"""The language of a page: what it says itself, else the language folder that it lies in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from linklint.model.document import Document
from linklint.site.paths import ancestors, name, parent

# ISO 639-1, and the handful of longer codes that sites use.
CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu fil ceb "
    "yue".split()
)
INDEXES = frozenset({"readme.md", "index.md", "index.html"})
LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2,4})?", re.IGNORECASE)
"""What a folder of a language looks like, where something else tells that it may be one."""
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}|[A-Za-z]{2}|[0-9]{3}))*")


def read_tag(text: object) -> str | None:
    """A language tag in its usual form (``pt_BR`` → ``pt-BR``, ``EN`` → ``en``); None for anything else."""
    if not isinstance(text, str) or not TAG.fullmatch(text.strip()):
        return None
    primary, *others = re.split(r"[-_]", text.strip())
    if primary.lower() not in CODES:
        return None
    parts = [primary.lower()]
    for other in others:
        parts.append(other.title() if len(other) == 4 else other.upper())
    return "-".join(parts)


def language_folders(paths: Iterable[str], languages: Sequence[str] = ()) -> frozenset[str]:
    """Folders that hold one language each: those named like one of ``languages``. Where none are told: named like any
    language, side by side, and English among them, or three of them, or pages of the same names in two. (A lone folder
    ``no`` is just a folder, and so are ``cs`` and ``ml``; and ``ce``, ``ps`` and ``ta`` beside ``support``, without any
    page of the same name.)"""
    if languages:
        folders = {folder for path in paths for folder in ancestors(path)}
        return frozenset(folder for folder in folders if read_tag(name(folder)) in languages)
    siblings: dict[str, dict[str, set[str]]] = {}
    others: set[str] = set()
    for path in paths:
        folder, rest = "", path
        while "/" in rest:
            segment, _, rest = rest.partition("/")
            inner = f"{folder}/{segment}" if folder else segment
            if read_tag(segment):
                siblings.setdefault(folder, {}).setdefault(inner, set()).add(rest)
            else:
                others.add(folder)
            folder = inner
    return frozenset(
        inner for folder, inners in siblings.items() if _are_languages(inners, folder in others) for inner in inners
    )


def _are_languages(folders: Mapping[str, set[str]], beside_others: bool) -> bool:
    """``beside_others``: folders with pages that are named in another way lie beside them."""
    if len(folders) >= 2 and any(name(folder).lower()[:2] == "en" for folder in folders):
        return True
    inner = [[path for path in paths if name(path).lower() not in INDEXES] for paths in folders.values()]
    if len(folders) >= 3 and (not beside_others or sum(map(bool, inner)) < 2):
        return True
    counts = Counter(path for paths in inner for path in paths)
    return len(folders) >= 2 and any(count >= 2 for count in counts.values())


def language_homes(roots: Iterable[str], indexes: Mapping[str, str], languages: Sequence[str] = ()) -> list[str]:
    """The home pages of languages: index pages of language folders that lie directly below a root folder. ``indexes``:
    folder → index page. ``languages``: those of the site, where they are told."""
    folders = language_folders(indexes.values(), languages)
    wanted = frozenset(roots)
    return [indexes[folder] for folder in sorted(folders) if parent(folder) in wanted and folder in indexes]


def find_language(path: str, document: Document, folders: frozenset[str]) -> str | None:
    """The page's language tag: front matter ``lang``, ``language`` or ``locale``, the document's own, its folder's."""
    matter = document.front_matter or {}
    for key in ("lang", "language", "locale"):
        tag = read_tag(matter.get(key))
        if tag:
            return tag
    tag = read_tag(document.lang)
    folder = parent(path)
    while not tag and folder:
        if folder in folders:
            tag = read_tag(folder.rpartition("/")[2])
        folder = parent(folder)
    return tag
