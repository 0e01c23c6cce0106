"""Redirects: a mapping of old addresses to new ones, followed to its end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

MOST_HOPS = 50


class Journey(NamedTuple):
    """``hops`` are the addresses passed, the last one final. ``loop``: the chain comes back to where it was."""

    hops: tuple[str, ...]
    loop: bool

    @property
    def end(self) -> str:
        return self.hops[-1]


def follow_redirects(old: str, redirects: Mapping[str, str]) -> Journey | None:
    """The journey that begins at ``old``; None where it is not redirected. Keys are URL paths (with a leading slash) or
    repository paths (without); a URL is also looked for with its trailing slash changed, as all hosts do. A last
    segment ``*`` of a key takes the rest of the path, which ``:splat`` stands for in the new address."""
    hops: list[str] = []
    seen = {old}
    current = old
    while len(hops) < MOST_HOPS:
        following = find_redirect(current, redirects)
        if following is None:
            return Journey(tuple(hops), loop=False) if hops else None
        hops.append(following)
        current = following.partition("#")[0]
        if current in seen:
            return Journey(tuple(hops), loop=True)
        seen.add(current)
    return Journey(tuple(hops), loop=True)


def find_redirect(url: str, redirects: Mapping[str, str]) -> str | None:
    """The next address, one hop on."""
    if not redirects:
        return None
    other = url[:-1] if url.endswith("/") else url + "/"
    for key in (url, other):
        if key in redirects and redirects[key].partition("#")[0] != url:
            return redirects[key]
    if not url.startswith("/"):
        return None
    folder = url
    while folder:
        folder = folder.rpartition("/")[0]
        new = redirects.get(folder + "/*")
        if new is not None:
            return new.replace(":splat", url[len(folder) + 1 :])
    return None
