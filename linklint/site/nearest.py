""" "Did you mean": the existing pages, files and fragments nearest to a destination that leads nowhere, written as the
author of the link would write them. Only what would be thanked for: a wrong guess costs more time than none."""

from __future__ import annotations

from linklint.model.endings import SOURCES
from linklint.model.site import Link
from linklint.site.destination import decode_percent
from linklint.site.fragments import FRAGMENT_IS, list_certain
from linklint.site.neighbours import INDEXES, MOST, Neighbours, near_fragments, stem
from linklint.site.paths import extension, name, parent, relative

ESCAPED = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "#": "%23", "?": "%3F", "%": "%25"}


def nearest(link: Link, neighbours: Neighbours, moved: str | None = None) -> tuple[str, ...]:
    """At most three destinations, best first; none where nothing is near. For a missing page or asset: where it was
    ``moved`` to, if that is known; the same name elsewhere, then names that differ by a typo. For a missing fragment or
    wrong letter case: the right one. Nothing that says again what is written: the file may be there, but not where
    browsers look for it."""
    written = link.written.href.removeprefix("./") if link.written is not None else ""
    return tuple(each for each in _find_nearest(link, neighbours, moved) if each.removeprefix("./") != written)


def _find_nearest(link: Link, neighbours: Neighbours, moved: str | None) -> tuple[str, ...]:
    if link.written is None:
        return ()
    if link.status == "case-mismatch" and link.target_path and not _path_is_right(link):
        return (_offer(link.target_path, link, neighbours),)
    if link.status in ("case-mismatch", "fragment-missing"):
        every = link.target.fragments if link.target is not None else None
        near = near_fragments(link.fragment or "", list_certain(every or ()))
        return tuple(f"{_before_fragment(link)}#{each}" for each in near[:MOST])
    if link.status in ("missing", "asset-missing") and link.target_path:
        near = neighbours.near(link.target_path, link.source.path, asset=link.status == "asset-missing")
        paths = dict.fromkeys([*([moved] if moved else []), *near])
        if link.source.framework == "plain" and link.status == "missing" and link.target_path.startswith("/"):
            return tuple(filter(None, (_offer_address(path, link) for path in paths)))[:MOST]
        return tuple(_offer(path, link, neighbours) for path in paths)[:MOST]
    return ()


def _offer(path: str, link: Link, neighbours: Neighbours) -> str:
    """How the link would lead to ``path``. An address leads to an address: nobody is served /content/guide.md."""
    href = link.written.href if link.written is not None else ""
    url = None
    if href.startswith("/") and not _names_a_source(link):
        url = neighbours.find_url(path, link.source)
    if url is None:
        return _written(_as_folder(path, link), link) + _fragment(link)
    return _escape(_begin(url, link, neighbours.find_base(link.source)) + url) + _fragment(link)


def _offer_address(path: str, link: Link) -> str:
    """The address of the file at ``path`` on a site that is built of the repository elsewhere, as far as the one that
    is written tells how that begins: what it has before the parts that are those of the file it asks for. Empty where
    it does not tell."""
    folder, start = link.target_path.strip("/").split("/"), _before_fragment(link).partition("?")[0].split("/")
    rest: list[str] = []
    while folder and len(start) > 1 and folder[-1] == start[-1]:
        rest.insert(0, folder.pop())
        start.pop()
    own = parent(path) if stem(name(path)).casefold() in INDEXES else path.rpartition(".")[0]
    parts = own.split("/")
    if folder:
        parts = parts[len(folder) :] if parts[: len(folder)] == folder else []
    elif len(rest) > 1:
        parts = parts[parts.index(rest[0]) :] if rest[0] in parts else []
    return "/".join([*start, *parts]) + _fragment(link) if parts and parts[0] else ""


def _begin(url: str, link: Link, base: str) -> str:
    """What stands before the address of a page in this link: what the author wrote before the one that is not there.
    One that leads nowhere just as it is lacks the path that the site lies below."""
    written = _before_fragment(link).partition("?")[0]
    wanted = url if link.status == "case-mismatch" else link.target_path or ""
    written, wanted = written.rstrip("/"), wanted.rstrip("/")
    if not wanted or written == url.rstrip("/") or not written.casefold().endswith(wanted.casefold()):
        return base
    return written[: len(written) - len(wanted)]


def _names_a_source(link: Link) -> bool:
    return extension(_before_fragment(link).partition("?")[0]) in SOURCES


def _path_is_right(link: Link) -> bool:
    """Whether only the fragment of a ``case-mismatch`` is written wrongly."""
    return link.reason.startswith(FRAGMENT_IS)


def _as_folder(path: str, link: Link) -> str:
    """The folder of an index page, where the author named a folder; else the path itself."""
    last = decode_percent(name(_before_fragment(link).partition("?")[0].rstrip("/")))
    is_folder = stem(name(path)).casefold() in INDEXES and not extension(last) and last.casefold() not in INDEXES
    return parent(path) + "/" if is_folder and parent(path) else path


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
