"""Docsify against linklint: ``make oracle FRAMEWORK=docsify``.

Docsify has no build: its script renders in the browser. So jsdom opens every route with docsify itself running in it
(``docsify_reader.js``), and what it shows is read; a route exists where the file is there that docsify asks for.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from benchmarks.oracle.built import BuiltPage, read_built
from benchmarks.oracle.running import copy_site, install_packages, run_oracle
from benchmarks.oracle.served import HOST, Build, Reading

MANIFEST = """{"private": true, "dependencies": {"docsify": "4.13.1", "jsdom": "26.1.0"}}"""
READING = Reading(
    "docsify",
    content=".markdown-section",
    theme=".anchor",
    theme_ids=(("main", "of the theme's own elements"),),
)
BASE = re.compile(r"basePath: '(.*)'")
READER = Path(__file__).parent / "docsify_reader.js"


class Routes(Build):
    """What docsify shows, by the file that it shows it from."""

    def __init__(self, site: Path, found: dict[str, dict[str, str | bool]]) -> None:
        super().__init__(site, READING)
        self.routes = {route: str(each["file"]).lstrip("/") for route, each in found.items() if each["found"]}
        self.read = {
            self.routes[route]: read_built(str(found[route]["html"]), READING.content, READING.theme)
            # A file that several routes show (aliases, other languages) is read from its own.
            for route in sorted(self.routes, key=lambda route: (self.routes[route] == f"{route[1:]}.md", route))
        }

    @property
    def pages(self) -> dict[str, BuiltPage]:
        """The files that docsify shows."""
        return self.read

    def serve(self, url: str) -> str | None:
        """The file of a route."""
        return self.routes.get(unquote(url))

    def follow(self, url: str, href: str) -> tuple[str | None, str] | None:
        """Routes begin with ``#/``; everything else is read from ``index.html``."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return None if f"{parts.scheme}://{parts.netloc}" != HOST else (None, "")
        if not href.startswith("#/"):
            path = unquote(parts.path).lstrip("/")
            return (path if path in self.files else None), parts.fragment
        route, _, query = href[1:].partition("?")
        return self.serve(route), "".join(parse_qs(query).get("id", [])[:1])


def build_site(home: Path, folder: Path) -> Build:
    """The site as docsify shows it."""
    copy = copy_site(folder, home)
    listed, found = (home / f"{folder.name}-{name}.json" for name in ("routes", "found"))
    base = BASE.search((copy / "index.html").read_text(encoding="utf-8"))
    content = copy / base[1] if base else copy
    routes = ["/" + path.relative_to(content).as_posix().removesuffix(".md") for path in content.rglob("*.md")]
    routes = sorted(each for route in routes if "/_" not in route for each in {route, route.removesuffix("README")})
    listed.write_text(json.dumps(routes), encoding="utf-8")
    subprocess.run(
        ["node", READER.absolute(), copy.absolute(), listed.absolute(), found.absolute()], cwd=home, check=True
    )
    return Routes(copy, json.loads(found.read_text(encoding="utf-8")))


if __name__ == "__main__":
    place = install_packages("docsify", MANIFEST, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(run_oracle("docsify", lambda folder: build_site(place, folder)))
