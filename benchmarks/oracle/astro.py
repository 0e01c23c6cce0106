"""Astro with Starlight against linklint: ``make oracle FRAMEWORK=astro``."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from benchmarks.oracle.running import copy_site, install_packages, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

MANIFEST = """{"private": true, "type": "module",
 "dependencies": {"astro": "5.18.1", "@astrojs/starlight": "0.37.6", "@astrojs/mdx": "4.3.13", "sharp": "0.34.5"}}"""
READING = Reading(
    "astro",
    content="main, article",
    theme=".sl-anchor-link, footer, mobile-starlight-toc, [role=tab], [data-footnote-ref], [data-footnote-backref]",
    theme_ids=(
        ("starlight__.*", "of Starlight's own elements"),
        ("tab-.*|tab-panel-.*", "of Starlight's tabs"),
        ("user-content-fn.*|footnote-label", "of footnotes: linklint takes every id of their form for right"),
    ),
    unbuilt=(("/", "that hosts send to the default language: linklint takes it for right"),),
    built_only=(
        (r"(?:.*/)?404\.html", "that Starlight makes for addresses that lead nowhere"),
        (r"about/index\.html|tags/maps\.html|status/index\.html|boats/.*", "made by code, opaque to linklint"),
        (r"far/sloop/index\.html", "of a redirect with parameters, opaque to linklint"),
    ),
)
BASE = re.compile(r"^  base: '(/[^']+?)/?'", re.MULTILINE)
QUIET = {**os.environ, "ASTRO_TELEMETRY_DISABLED": "1", "CI": "1"}


def build_site(home: Path, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, home)
    config = (copy / "astro.config.mjs").read_text(encoding="utf-8")
    run_quietly([(home / "node_modules/.bin/astro").absolute(), "build"], copy, QUIET)
    base = BASE.search(config)
    return Build(copy / "dist", READING, base[1] if base else "", clean="format: 'file'" in config)


if __name__ == "__main__":
    place = install_packages("astro", MANIFEST, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(run_oracle("astro", lambda folder: build_site(place, folder)))
