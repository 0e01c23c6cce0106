"""Hexo against linklint: ``make oracle FRAMEWORK=hexo``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from benchmarks.oracle.running import copy_site, install_packages, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

MANIFEST = """{"private": true, "dependencies": {"hexo": "7.3.0", "hexo-generator-archive": "2.0.0",
"hexo-generator-category": "2.0.0", "hexo-generator-index": "4.0.0", "hexo-generator-tag": "2.0.0",
"hexo-renderer-ejs": "2.0.0", "hexo-renderer-marked": "6.3.0"}}"""
READING = Reading(
    "hexo",
    content="article",
    theme=".headerlink",
    built_only=(
        (r"(?:archives|tags|categories|page)/.*", "that generators make, opaque to linklint"),
        (r"index\.html", "that the theme makes of the posts"),
    ),
    unlinked="the theme of these sites lists what it likes",
)
BASE = re.compile(r"^root: (.*)/$", re.MULTILINE)


def build_site(home: Path, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, home)
    run_quietly([(home / "node_modules/.bin/hexo").absolute(), "generate", "--cwd", copy.absolute()], copy)
    base = BASE.search((copy / "_config.yml").read_text(encoding="utf-8"))
    return Build(copy / "public", READING, base[1] if base else "", clean=True)


if __name__ == "__main__":
    place = install_packages("hexo", MANIFEST, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(run_oracle("hexo", lambda folder: build_site(place, folder)))
