"""A folder of built files, as a static host serves it, and how the pages of a framework are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from benchmarks.oracle.built import BuiltPage, read_built
from benchmarks.oracle.moving import Move, read_hosted
from linklint.model.site import Page

MOST_HOPS = 10
HOST = "https://example.com"
"""All sites say that they are published there."""


class Reading(NamedTuple):
    """How the pages of a framework are read. ``content``, ``theme``: see ``read_built``. ``theme_ids``: ids inside the
    content that the theme makes: (expression for the whole id, reason). ``built_only``: the same of built files that no
    source stands for; ``filled``: of pages with a source whose content is the framework's too, so that only their
    addresses are compared. ``more_ids``: why a page may have fragments in linklint that its build lacks; empty: it may
    not. ``allowed``: names of further ``ALLOWANCES`` beside ``slash``. ``renamed``: why links to
    files of no page are not compared; empty: they are. ``excepted``: source files that are not
    compared, nor the links to them: (expression for the whole path, reason). ``unlinked``: why it is not compared which
    pages are linked; empty: it is. ``unbuilt``: further addresses that only other versions serve: (expression for the
    whole address, reason)."""

    framework: str
    content: str = "article"
    theme: str = ""
    theme_ids: tuple[tuple[str, str], ...] = ()
    built_only: tuple[tuple[str, str], ...] = ()
    filled: tuple[tuple[str, str], ...] = ()
    more_ids: str = ""
    allowed: tuple[str, ...] = ()
    renamed: str = ""
    excepted: tuple[tuple[str, str], ...] = ()
    unlinked: str = ""
    unbuilt: tuple[tuple[str, str], ...] = ()


class Build:
    """A folder of built files as a static host serves it below ``base`` (no slash at its end); ``clean``: the host
    serves ``x.html`` as ``/x``. ``source``: the folder that was built. ``moves``: where the host sends visitors on;
    those of ``_redirects`` where nothing is said."""

    def __init__(
        self, output: Path, reading: Reading, base: str = "", clean: bool = False, moves: Sequence[Move] | None = None
    ) -> None:
        self.output, self.reading, self.base, self.clean = output, reading, base, clean
        self.source = output
        self.moves = read_hosted(output) if moves is None else moves
        self.shown: dict[str, Page] = {}
        self.files = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}

    @cached_property
    def pages(self) -> Mapping[str, BuiltPage]:
        """Every built HTML file."""
        return {
            name: read_built((self.output / name).read_text("utf-8"), self.reading.content, self.reading.theme)
            for name in sorted(self.files)
            if name.endswith(".html")
        }

    def serve(self, url: str) -> str | None:
        """The file that is served for a URL path inside the site."""
        path = unquote(url).lstrip("/")
        if not path or path.endswith("/"):
            candidates = [path + "index.html"]
        else:
            candidates = [path, path + "/index.html", *([path + ".html"] if self.clean else [])]
        return next((name for name in candidates if name in self.files), None)

    def follow(self, url: str, href: str) -> tuple[str | None, str] | None:
        """The file that a link of the page at ``url`` leads to at last (None: to nothing) and the fragment; None: the
        link leaves the site."""
        address = urljoin(f"{HOST}{self.base}{url}", href)
        for _ in range(MOST_HOPS):
            parts = urlsplit(address)
            if f"{parts.scheme}://{parts.netloc}" != HOST:
                return None if parts.netloc != urlsplit(HOST).netloc else (None, "")
            file = self._serve_whole(parts.path)
            new = self.move(parts.path, file is not None)
            if new is None:
                return file, unquote(parts.fragment)
            address = urljoin(address, new if "#" in new or not parts.fragment else f"{new}#{parts.fragment}")
        return None, ""

    def move(self, path: str, exists: bool) -> str | None:
        """Where the host sends visitors of a path; a file that is there is shown, unless a rule is forced."""
        led = (each.lead(path) for each in self.moves if each.forced or not exists)
        return next((new for new in led if new is not None), None)

    def _serve_whole(self, path: str) -> str | None:
        return self.serve(path.removeprefix(self.base)) if (path + "/").startswith(self.base + "/") else None
