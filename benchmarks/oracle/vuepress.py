"""VuePress against linklint: ``make oracle FRAMEWORK=vuepress``. Version 1 or 2, as a site's ``package.json`` says."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from benchmarks.oracle.moving import Move
from benchmarks.oracle.running import HOMES, copy_site, install_packages, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

FIRST = """{"private": true, "dependencies": {"vuepress": "1.9.10"}}"""
SECOND = """{"private": true, "type": "module", "dependencies": {"vuepress": "2.0.0-rc.31",
"@vuepress/bundler-vite": "2.0.0-rc.31", "@vuepress/theme-default": "2.0.0-rc.132", "sass-embedded": "1.100.0"},
"overrides": {"vuepress": "2.0.0-rc.31", "@vuepress/bundler-vite": "2.0.0-rc.31"}}"""
READING = Reading(
    "vuepress",
    content=".theme-default-content, .theme-container.home, main.vp-home, [vp-content]",
    theme=".header-anchor, .vp-page-nav, .page-nav, .sidebar, .navbar",
    more_ids="a name between colons and braces after a heading count as text and as a plugin's",
    theme_ids=(("main-title", "of the hero"), ("content", "of the page")),
    unbuilt=(
        (r"/(?:guide/kept|guide/c\+d|blog/2020-01-02-first)(?:\.html|/)?", "that the router in the browser sends on"),
    ),
    built_only=(
        (r"404\.html", "that VuePress makes for addresses that lead nowhere"),
        (r"component\.html", "that a component is, opaque to linklint"),
    ),
)
FIRST_ROUTE = re.compile(r'path: "([^"]+)",\s*redirect: "([^"]+)"')
SECOND_ROUTES = re.compile(r"redirects = JSON\.parse\((\".*\")\)")
BASE = re.compile(r"^\s*base: '(.*)/'", re.MULTILINE)


def build_site(homes: tuple[Path, Path], folder: Path) -> Build:
    """The built site. Its router adds ``.html`` to addresses by itself, so ``/x`` is ``/x.html``."""
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]["vuepress"]
    home = homes[0] if wanted.startswith("1") else homes[1]
    copy = copy_site(folder, home)
    environment = {**os.environ, "NODE_OPTIONS": "--openssl-legacy-provider"} if home is homes[0] else None
    run_quietly([(home / "node_modules/.bin/vuepress").absolute(), "build", "docs"], copy, environment)
    config = next((copy / "docs/.vuepress").glob("config.*")).read_text(encoding="utf-8")
    base = BASE.search(config)
    first = home / "node_modules/@vuepress/core/.temp/internal/routes.js"
    routes = (first if home is homes[0] else copy / "docs/.vuepress/.temp/internal/routes.js").read_text("utf-8")
    moves = list(read_routes(routes, base[1] if base else ""))
    return Build(copy / "docs/.vuepress/dist", READING, base[1] if base else "", clean=True, moves=moves)


def read_routes(routes: str, base: str) -> Iterator[Move]:
    """Where the router in the browser sends visitors on, who come by a link of the site."""
    told = SECOND_ROUTES.search(routes)
    pairs = json.loads(json.loads(told[1])).items() if told else FIRST_ROUTE.findall(routes)
    for old, new in pairs:
        yield Move(re.compile(re.escape(base + unquote(old))), "", base + new)


if __name__ == "__main__":
    named = Path(sys.argv[1]) if len(sys.argv) > 1 else HOMES / "vuepress"
    places = (
        install_packages("vuepress", FIRST, named / "1"),
        install_packages("vuepress", SECOND, named / "2"),
    )
    sys.exit(run_oracle("vuepress", lambda folder: build_site(places, folder)))
