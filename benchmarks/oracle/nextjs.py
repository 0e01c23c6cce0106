"""Next.js, with and without Nextra, against linklint: ``make oracle FRAMEWORK=nextjs``."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from benchmarks.oracle.moving import read_manifest
from benchmarks.oracle.running import copy_site, install_packages, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

# Nextra 4.6.1 fails with later versions of zod.
MANIFEST = """{"private": true,
 "dependencies": {"next": "16.0.7", "nextra": "4.6.1", "nextra-theme-docs": "4.6.1", "@next/mdx": "16.0.7",
                  "@mdx-js/loader": "3.1.1", "@mdx-js/react": "3.1.1", "react": "19.2.1", "react-dom": "19.2.1",
                  "rehype-slug": "6.0.0", "remark-frontmatter": "5.0.0", "remark-gfm": "4.0.1"},
 "overrides": {"zod": "4.1.12"}}"""
READING = Reading(
    "nextjs",
    content="main",
    theme=".subheading-anchor, summary > a, [role=tab], [data-footnote-ref], [data-footnote-backref]",
    theme_ids=(
        ("headlessui-.*", "of the tabs of the theme"),
        ("user-content-fn.*|footnote-label", "of footnotes: linklint takes every id of their form for right"),
    ),
    allowed=("language", "base", "file"),
    built_only=(
        (r"(?:.*/)?(?:404|_not-found|_global-error|500)(?:/index)?\.html", "that Next.js makes for what goes wrong"),
        (
            r"(?:status|prices|shop|news|errors|docs/(?:waves|tides))(?:/.*)?(?:/index)?\.html",
            "made by code, opaque to linklint",
        ),
        (r"index\.html", "made by code, opaque to linklint"),
    ),
)
BASE = re.compile(r"basePath: '(.*)'")
QUIET = {**os.environ, "NEXT_TELEMETRY_DISABLED": "1", "CI": "1"}


def build_site(home: Path, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, home)
    run_quietly([(home / "node_modules/.bin/next").absolute(), "build", "--webpack"], copy, QUIET)
    config = (copy / "next.config.mjs").read_text(encoding="utf-8")
    found = BASE.search(config)
    base = found[1] if found else ""
    moves = read_manifest(copy / ".next" / "routes-manifest.json", base)
    return Build(copy / "out", READING, base, clean="trailingSlash: true" not in config, moves=moves)


if __name__ == "__main__":
    place = install_packages("nextjs", MANIFEST, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(run_oracle("nextjs", lambda folder: build_site(place, folder)))
