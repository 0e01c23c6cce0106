"""Each written image against the built one: does it show the same file, or nothing?"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from benchmarks.oracle.judging import UNMADE, judge
from benchmarks.oracle.outcome import Outcome
from benchmarks.oracle.pairing import pair_links
from benchmarks.oracle.served import Build
from linklint.model.site import Link, Page


def is_image(link: Link) -> bool:
    """Whether the page shows what the link names."""
    return link.written is not None and (link.written.element == "img" or link.written.syntax == "image")


def compare_images(outcome: Outcome, page: Page, links: Sequence[Link], file: str, build: Build) -> None:
    """Images with the same alternative text belong together. Where a bundler gave the file another name, or put it
    into the page, only that it is there can be compared."""
    written = [link for link in links if is_image(link) and link.status not in UNMADE]
    pairs, missing, rest = pair_links(written, build.pages[file].images, ())
    for link in missing:
        assert link.written is not None
        outcome.differ(f"{page.path}:{link.written.span.line}: {link.written.href!r} is no image of the build")
    for source, text in rest:
        outcome.differ(f"{page.path}: the build has an image {source!r} ({text}) that linklint has not")
    for link, source in pairs:
        _compare_image(outcome, link, source, page, build)


def _compare_image(outcome: Outcome, link: Link, source: str, page: Page, build: Build) -> None:
    assert link.written is not None
    what = f"{page.path}:{link.written.span.line}: the image {link.written.href!r}"
    said = link.target_path if "{" in link.written.href and link.status == "asset" else link.written.href
    if _name(source) != _name(said):
        outcome.leave_out("image that the bundler renamed or put into the page: only that it is there is compared")
        if link.status != "asset":
            outcome.differ(f"{what} is {link.status} to linklint, but built as {source[:80]!r}")
        return
    outcome.images += 1
    difference = judge(link, source, page, build)
    if difference:
        outcome.differ(f"{what} {difference}")


def _name(address: str) -> str:
    return posixpath.basename(unquote(urlsplit(address).path))
