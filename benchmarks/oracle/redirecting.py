"""Addresses that the host sends on against the redirects that linklint knows, both ways."""

from __future__ import annotations

from urllib.parse import urlsplit

from benchmarks.oracle.outcome import Outcome
from benchmarks.oracle.served import HOST, Build
from linklint.model.site import Entry, Site


def compare_moves(outcome: Outcome, site: Site, build: Build) -> None:
    """Each rule about one address is an entry with the same end, and each such entry is sent on by the host. Rules with
    patterns are compared by the links that meet them."""
    entries = [entry for entry in site.entries if entry.kind == "redirect" and not set(entry.key) & set("*:(")]
    known = {_bare(entry.key, build): entry for entry in entries}
    for move in filter(lambda each: each.source, build.moves):
        if not move.plain:
            outcome.leave_out("redirect with a pattern: the links that it sends on are compared")
        elif not move.rewrite or _bare(move.source, build) in known:
            outcome.redirects += 1
            entry = known.get(_bare(move.source, build))
            if entry is None:
                outcome.differ(f"the host sends {move.source} to {move.new}, a redirect that linklint has not")
            else:
                _compare_end(outcome, entry, build)
        else:
            outcome.leave_out("rewrite: linklint calls links to its address opaque")
    for key, entry in known.items() if build.moves else ():
        built = build.serve(entry.key)
        if built in build.pages and build.pages[built].refresh is not None:
            continue  # a page that sends visitors on
        if not any(each.source and each.lead(build.base + key) for each in build.moves):
            outcome.differ(f"{entry.file}: the redirect from {entry.key} is none of the host's")


def _compare_end(outcome: Outcome, entry: Entry, build: Build) -> None:
    led = build.follow("/", f"{HOST}{build.base}/{entry.key.lstrip('/')}")
    end = build.shown.get(led[0]) if led is not None and led[0] is not None else None
    if end is not entry.target:
        outcome.differ(f"{entry.file}: {entry.key} leads to {led}, not to {entry.target and entry.target.url}")


def _bare(address: str, build: Build) -> str:
    return "/" + urlsplit(address).path.removeprefix(build.base).strip("/")
