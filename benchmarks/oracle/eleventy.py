"""Eleventy against linklint: ``make oracle FRAMEWORK=eleventy``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from benchmarks.oracle.running import copy_site, install_packages, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

MANIFEST = """{"private": true, "dependencies": {
"@11ty/eleventy": "3.1.2", "@11ty/eleventy-navigation": "1.0.4", "markdown-it": "14.1.0", "markdown-it-anchor": "9.2.0",
"markdown-it-attrs": "4.3.1", "markdown-it-footnote": "4.0.0"}}"""
READING = Reading(
    "eleventy",
    content="main",
    theme=".theme, .footnote-ref, .footnote-backref",
    theme_ids=((r"fn(?:ref)?\d+", "of a footnote"),),
)
OUTPUT = re.compile(r"--output=(\w+)")
PREFIX = re.compile(r"pathPrefix: \"(.*)/\"")


def build_site(home: Path, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, home)
    manifest = (copy / "package.json").read_text(encoding="utf-8")
    options = re.findall(r"--(?:input|output)=\w+", manifest)
    run_quietly([(home / "node_modules/.bin/eleventy").absolute(), "--quiet", *options], copy)
    output = OUTPUT.search(manifest)
    configs = [
        path.read_text(encoding="utf-8")
        for path in (copy / ".eleventy.js", copy / "eleventy.config.js")
        if path.exists()
    ]
    prefix = next((match[1] for text in configs if (match := PREFIX.search(text))), "")
    return Build(copy / (output[1] if output else "_site"), READING, prefix, clean=True)


if __name__ == "__main__":
    place = install_packages("eleventy", MANIFEST, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(run_oracle("eleventy", lambda folder: build_site(place, folder)))
