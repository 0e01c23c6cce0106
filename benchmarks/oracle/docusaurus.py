"""Docusaurus against linklint: ``make oracle FRAMEWORK=docusaurus``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from benchmarks.oracle.comparing import Build, Reading
from benchmarks.oracle.running import copy_site, install_packages, run_oracle, run_quietly

MANIFEST = """{"private": true,
 "dependencies": {"@docusaurus/core": "3.10.2", "@docusaurus/preset-classic": "3.10.2",
                  "@docusaurus/plugin-client-redirects": "3.10.2", "@mdx-js/react": "3.1.1",
                  "react": "19.2.0", "react-dom": "19.2.0"}}"""
READING = Reading(
    "docusaurus",
    content="article .markdown, [class*=mdxPageWrapper] article",
    theme_ids=(("__blog-post-container", "of the theme's own elements"),),
    theme=".hash-link",
    built_only=(
        (r"(?:\w\w/)?404\.html", "that Docusaurus makes for addresses that lead nowhere"),
        (
            r"(?:.*/)?(?:tags|authors|category|page)/.*|(?:.*/)?archive/index\.html|(?:.*/)?blog/index\.html",
            "that Docusaurus generates",
        ),
    ),
)
BASE = re.compile(r"baseUrl: '(.*)/'")


def build_site(home: Path, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, home)
    (copy / "package.json").write_text('{"name": "site", "private": true}', encoding="utf-8")
    run_quietly([(home / "node_modules/.bin/docusaurus").absolute(), "build", "--no-minify"], copy)
    config = (copy / "docusaurus.config.js").read_text(encoding="utf-8")
    base = BASE.search(config)
    return Build(copy / "build", READING, base[1] if base else "", clean="trailingSlash: false" in config)


if __name__ == "__main__":
    place = install_packages("docusaurus", MANIFEST, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(run_oracle("docusaurus", lambda folder: build_site(place, folder)))
