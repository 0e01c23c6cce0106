"""VitePress against linklint: ``make oracle FRAMEWORK=vitepress``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from benchmarks.oracle.running import copy_site, install_packages, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

MANIFEST = """{"private": true, "type": "module", "dependencies": {"vitepress": "1.6.4", "vue": "3.5.25"}}"""
READING = Reading(
    "vitepress",
    content="main, .VPPage, .VPHome",
    theme=".header-anchor",
    theme_ids=(("tab-.*", "of groups of code"),),
    more_ids="a name between colons counts as an emoji and as text",
    built_only=(
        (r"404\.html", "that VitePress makes for addresses that lead nowhere"),
        (r"packages/.*", "that a dynamic route makes, opaque to linklint"),
    ),
)
BASE = re.compile(r"^  base: '(.*)/'", re.MULTILINE)


def build_site(home: Path, folder: Path) -> Build:
    """The built site. Its router adds ``.html`` to addresses by itself, so ``/x`` is ``/x.html`` with any setting."""
    copy = copy_site(folder, home)
    run_quietly([(home / "node_modules/.bin/vitepress").absolute(), "build"], copy)
    base = BASE.search((copy / ".vitepress" / "config.mts").read_text(encoding="utf-8"))
    return Build(copy / ".vitepress" / "dist", READING, base[1] if base else "", clean=True)


if __name__ == "__main__":
    place = install_packages("vitepress", MANIFEST, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(run_oracle("vitepress", lambda folder: build_site(place, folder)))
