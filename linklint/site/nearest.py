""" "Did you mean": the existing pages, files and fragments nearest to a destination that leads nowhere, written as the
author of the link would write them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from linklint.model.files import fold
from linklint.model.site import Link, Site
from linklint.site.destination import decode_percent
from linklint.site.fragments import FRAGMENT_IS
from linklint.site.paths import extension, name, parent, relative

MOST = 3
CLOSE_ENOUGH = 0.7
PAGE_LIKE = frozenset({"", "md", "markdown", "mdx", "html", "htm"})
ESCAPED = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "#": "%23", "?": "%3F", "%": "%25"}


def nearest(link: Link, site: Site) -> tuple[str, ...]:
    """At most three destinations, best first; none where nothing is near. For a missing page or asset: the same name
    elsewhere, then names that differ by little. For a missing fragment or wrong letter case: the right one."""
    if link.written is None:
        return ()
    if link.status == "case-mismatch" and link.target_path and not _path_is_right(link):
        return (_written(_as_folder(link.target_path, link), link) + _fragment(link),)
    if link.status == "case-mismatch":
        return tuple(f"{_before_fragment(link)}#{each}" for each in _near_fragments(link))
    if link.status == "fragment-missing":
        return tuple(f"{_before_fragment(link)}#{each}" for each in _near_fragments(link))
    if link.status in ("missing", "asset-missing") and link.target_path:
        return tuple(_written(path, link) + _fragment(link) for path in _near_paths(link, site))
    return ()


def _path_is_right(link: Link) -> bool:
    """Whether only the fragment of a ``case-mismatch`` is written wrongly."""
    return link.reason.startswith(FRAGMENT_IS)


def _as_folder(path: str, link: Link) -> str:
    """The folder of an index page, where the author named the folder; else the path itself."""
    last = name(_before_fragment(link).partition("?")[0].rstrip("/"))
    is_folder = fold(name(parent(path))) == fold(decode_percent(last)) and fold(last) != fold(name(path))
    return parent(path) + "/" if is_folder and parent(path) else path


def _near_fragments(link: Link) -> list[str]:
    wanted = (link.fragment or "").casefold()
    fragments = link.target.fragments if link.target is not None else None
    same = [each for each in sorted(fragments or ()) if each.casefold() == wanted]
    if same:
        return same[:1]
    return _closest(wanted, sorted(fragments or ()))


def _near_paths(link: Link, site: Site) -> list[str]:
    """Paths of pages (for a missing page) or of files (for an asset), best first."""
    wanted = link.target_path.strip("/")
    candidates: Iterable[str] = site.names if link.status == "asset-missing" else (page.path for page in site.pages)
    pool = [path for path in candidates if path != link.source.path]
    stem = _stem(name(wanted)) if extension(wanted) in PAGE_LIKE else name(wanted)
    same = [path for path in pool if _bare(path, wanted) == fold(stem)]
    if same:
        return sorted(same, key=lambda path: (*_unlikeness(fold(wanted), fold(path)), path))[:MOST]
    return _closest(wanted, pool)


def _bare(path: str, wanted: str) -> str:
    """The name by which a candidate is compared: without a page's extension where the wanted one is a page."""
    return fold(_stem(name(path))) if extension(wanted) in PAGE_LIKE else fold(name(path))


def _stem(file: str) -> str:
    return file.rpartition(".")[0] if extension(file) in PAGE_LIKE and "." in file else file


def _closest(wanted: str, pool: Iterable[str]) -> list[str]:
    scored = []
    folded = fold(wanted)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(folded)
    for each in pool:
        matcher.set_seq1(fold(each))
        if matcher.real_quick_ratio() >= CLOSE_ENOUGH and matcher.quick_ratio() >= CLOSE_ENOUGH:
            ratio = matcher.ratio()
            if ratio >= CLOSE_ENOUGH:
                scored.append((-ratio, each))
    return [each for _, each in sorted(scored)[:MOST]]


@lru_cache(maxsize=4096)
def _unlikeness(a: str, b: str) -> tuple[int, float]:
    """Sorts like paths first: by folders that both have, then by letters."""
    shared = set(a.split("/")[:-1]) & set(b.split("/")[:-1])
    return -len(shared), -SequenceMatcher(None, a, b, autojunk=False).ratio()


def _written(path: str, link: Link) -> str:
    """``path`` as this author writes: from the top where the link began with a slash, with ``./`` where it did, without
    an extension or with a trailing slash never (those would not be found)."""
    href = link.written.href if link.written is not None else ""
    if href.startswith("/") and not href.startswith("//"):
        return _escape("/" + path)
    written = _escape(relative(path, parent(link.file)))
    return "./" + written if href.startswith("./") and not written.startswith("../") else written


def _escape(path: str) -> str:
    return "".join(ESCAPED.get(char, char) for char in path)


def _before_fragment(link: Link) -> str:
    return link.written.href.partition("#")[0] if link.written is not None else ""


def _fragment(link: Link) -> str:
    """The fragment as written, if any."""
    mark, fragment = link.written.href.partition("#")[1:] if link.written is not None else ("", "")
    return mark + fragment
