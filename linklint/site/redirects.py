"""Redirects: old addresses and patterns of such, followed to the end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

MOST_HOPS = 50
LONGEST_ADDRESS = 2000


class RedirectRule(NamedTuple):
    """``pattern`` matches whole old addresses. ``parts`` of the new one are texts and names of the pattern's groups by
    turns; none: where it leads cannot be known. ``rewrite``: visitors see the new page at the old address."""

    pattern: re.Pattern[str]
    parts: tuple[str, ...]
    rewrite: bool = False


class Step(NamedTuple):
    """One hop. ``new`` is empty where it cannot be known."""

    new: str
    rewrite: bool = False


class Journey(NamedTuple):
    """``hops`` are the addresses passed, the last one final. ``loop``: the chain comes back to where it was. ``lost``:
    a rule that cannot be read leads on from the last one. ``rewrite``: visitors stay at the first address."""

    hops: tuple[str, ...]
    loop: bool
    lost: bool = False
    rewrite: bool = False

    @property
    def end(self) -> str:
        return self.hops[-1]


def follow_redirects(
    old: str,
    redirects: Mapping[str, str],
    rules: Sequence[RedirectRule] = (),
    rewrites: frozenset[str] = frozenset(),
) -> Journey | None:
    """The journey that begins at ``old``; None where it is not redirected. Keys are URL paths (with a leading slash) or
    repository paths (without); a URL is also looked for with its trailing slash changed, as all hosts do. A last
    segment ``*`` of a key takes the rest of the path, which ``:splat`` stands for in the new address. ``rules`` come
    after the keys; ``rewrites`` are the keys at which visitors stay."""
    hops: list[str] = []
    seen = {old}
    current = old
    rewrite = True
    while len(hops) < MOST_HOPS:
        step = find_step(current, redirects, rules, rewrites)
        if step is None:
            return Journey(tuple(hops), loop=False, rewrite=rewrite) if hops else None
        if not step.new:
            return Journey((*hops, current), loop=False, lost=True)
        hops.append(step.new)
        rewrite = rewrite and step.rewrite
        current = re.split("[#?]", step.new, maxsplit=1)[0]
        if step.rewrite:
            # What is shown in the place of an address is not redirected again.
            return Journey(tuple(hops), loop=False, rewrite=rewrite)
        if current in seen:
            return Journey(tuple(hops), loop=True)
        seen.add(current)
    return Journey(tuple(hops), loop=True)


def find_step(
    url: str, redirects: Mapping[str, str], rules: Sequence[RedirectRule], rewrites: frozenset[str]
) -> Step | None:
    """The next hop, by a key or else by the first rule that matches and leads elsewhere. A rewrite of an address to
    itself says that what is there is shown, whatever a rule says."""
    if url in rewrites and redirects.get(url) == url:
        return None
    found = find_redirect(url, redirects)
    if found is not None:
        return Step(found, not rewrites.isdisjoint((url, url.rstrip("/"), url + "/")))
    if not url.startswith("/") or len(url) > LONGEST_ADDRESS:
        return None
    other = url[:-1] if url.endswith("/") else url + "/"
    for rule in rules:
        match = rule.pattern.fullmatch(url) or (rule.pattern.fullmatch(other) if len(url) > 1 else None)
        if not match:
            continue
        if not rule.parts:
            return Step("")
        new = "".join(match[part] or "" if odd % 2 else part for odd, part in enumerate(rule.parts))
        if re.split("[#?]", new, maxsplit=1)[0].rstrip("/") != url.rstrip("/"):
            return Step(new, rule.rewrite)
    return None


def find_redirect(url: str, redirects: Mapping[str, str]) -> str | None:
    """The next address by the keys alone."""
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
