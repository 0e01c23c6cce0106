"""Nuxt Content against linklint: ``make oracle FRAMEWORK=nuxt``."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from benchmarks.oracle.running import copy_site, install_packages, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

# The version before the last, whose addresses and ids are made alike: the last one needs a database in C.
MANIFEST = """{"private": true, "type": "module", "dependencies": {"nuxt": "3.13.2", "@nuxt/content": "2.13.4"},
"overrides": {"unstorage": "1.12.0"}}"""
READING = Reading(
    "nuxt",
    content="main",
    theme="h1 > a, h2 > a, h3 > a",
    built_only=(
        (r"(?:200|404)\.html", "that Nuxt makes for addresses that lead nowhere"),
        (r"made/index\.html", "that is code, opaque to linklint"),
        (r"gone/.*", "that a rule for many addresses makes, opaque to linklint"),
    ),
    excepted=((r"content/.*\.draft\.md", "the last version shows drafts, the one before does not"),),
)
BASE = re.compile(r"baseURL: '(.*)/'")
LOST = "Document not found"


def build_site(home: Path, folder: Path) -> Build:
    """The built site, without the pages that only say that there is none."""
    copy = copy_site(folder, home)
    command = [(home / "node_modules/.bin/nuxi").absolute(), "generate"]
    run_quietly(command, copy, {**os.environ, "NUXT_TELEMETRY_DISABLED": "1"})
    output = copy / ".output/public"
    for page in output.rglob("*.html"):
        if LOST in page.read_text(encoding="utf-8"):
            page.unlink()
    base = BASE.search((copy / "nuxt.config.ts").read_text(encoding="utf-8"))
    return Build(output, READING, base[1] if base else "")


if __name__ == "__main__":
    place = install_packages("nuxt", MANIFEST, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(run_oracle("nuxt", lambda folder: build_site(place, folder)))
