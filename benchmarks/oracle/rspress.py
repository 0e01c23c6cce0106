"""Rspress against linklint: ``make oracle FRAMEWORK=rspress``."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.oracle.moving import Move
from benchmarks.oracle.running import copy_site, install_packages, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

MANIFEST = """{"private": true, "type": "module", "dependencies": {"@rspress/core": "2.0.0"}}"""
READING = Reading(
    "rspress",
    content=".rspress-doc, .rp-doc, .rp-home-hero, .rp-home-feature",
    theme=".rp-header-anchor, .header-anchor",
    built_only=(
        (r"404\.html", "that Rspress makes for addresses that lead nowhere"),
        (r"code\.html", "that is code, opaque to linklint"),
    ),
)
BASE = re.compile(r"^\s*base: '(.*)/'", re.MULTILINE)


def build_site(home: Path, folder: Path) -> Build:
    """The built site. Its router adds ``.html`` to addresses by itself, so ``/x`` is ``/x.html``."""
    copy = copy_site(folder, home)
    run_quietly([(home / "node_modules/.bin/rspress").absolute(), "build"], copy)
    base = BASE.search((copy / "rspress.config.ts").read_text(encoding="utf-8"))
    build = Build(copy / "doc_build", READING, base[1] if base else "", clean=True)
    build.moves = list(find_folders(build))
    return build


def find_folders(build: Build) -> Iterator[Move]:
    """The router in the browser shows a folder's index at the folder's name with an ending, too."""
    for file in build.files:
        if file.endswith("/index.html"):
            folder = f"{build.base}/{file.removesuffix('/index.html')}"
            yield Move(re.compile(re.escape(f"{folder}.html")), "", f"{folder}/")


if __name__ == "__main__":
    place = install_packages("rspress", MANIFEST, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(run_oracle("rspress", lambda folder: build_site(place, folder)))
