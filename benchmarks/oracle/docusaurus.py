"""Docusaurus against linklint: ``make oracle FRAMEWORK=docusaurus``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from benchmarks.oracle.running import copy_site, install_packages, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

# Docusaurus 3.10 asks for a version of the second that is not published; the first is the last one that it works with.
MANIFEST = """{"private": true,
 "dependencies": {"@docusaurus/core": "3.10.2", "@docusaurus/preset-classic": "3.10.2",
                  "@docusaurus/plugin-client-redirects": "3.10.2", "@mdx-js/react": "3.1.1",
                  "react": "19.2.0", "react-dom": "19.2.0"},
 "overrides": {"webpack": "5.101.3", "@docsearch/react": "4.7.0", "@docsearch/core": "4.7.0"}}"""
READING = Reading(
    "docusaurus",
    content="article .markdown, [class*=mdxPageWrapper] article",
    theme=".hash-link, [data-footnote-ref], [data-footnote-backref]",
    theme_ids=(
        ("__blog-post-container", "of the theme's own elements"),
        ("user-content-fn.*|footnote-label", "of footnotes: linklint takes every id of their form for right"),
    ),
    renamed="Docusaurus renames them",
    built_only=(
        (r"(?:\w\w/)?404\.html", "that Docusaurus makes for addresses that lead nowhere"),
        (r"de/.*", "without a translation of its own: linklint reads its address as that of the original"),
        (r"(?:.*/)?(?:tags|authors|category|page)/.*", "that Docusaurus generates"),
        (r"(?:.*/)?(?:archive|blog|news|all-deep)/index\.html", "that Docusaurus generates"),
        (r"journal\.html|journal/archive\.html|docs/everything\.html|.*/tags\.html", "that Docusaurus generates"),
        (r".*\.html\.html", "that sends an address with an ending on; the links to such addresses are compared"),
        (r"community/.*", "that a function of the config makes (createRedirects)"),
        (r"index\.html", "made by code, opaque to linklint"),
    ),
)
BASE = re.compile(r"baseUrl: '(.*)/'")


def build_site(home: Path, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, home)
    place = copy / "website" if (copy / "website").is_dir() else copy
    (place / "package.json").write_text('{"name": "site", "private": true}', encoding="utf-8")
    run_quietly([(home / "node_modules/.bin/docusaurus").absolute(), "build", "--no-minify"], place)
    config = (place / "docusaurus.config.js").read_text(encoding="utf-8")
    base = BASE.search(config)
    return Build(place / "build", READING, base[1] if base else "", clean="trailingSlash: false" in config)


if __name__ == "__main__":
    place = install_packages("docusaurus", MANIFEST, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(run_oracle("docusaurus", lambda folder: build_site(place, folder)))
