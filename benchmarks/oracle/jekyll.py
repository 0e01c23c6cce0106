"""Jekyll against linklint: ``make oracle FRAMEWORK=jekyll``, or ``python -m benchmarks.oracle.jekyll JEKYLL`` where
JEKYLL is its command (Debian: ``apt-get install jekyll``)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.oracle.built import read_built
from benchmarks.oracle.comparing import compare, read_site, tell

SITES = Path(__file__).parent / "sites"
# The Gemfile says that GitHub Pages does not build the site; here it is not to install anything.
ALONE = {**os.environ, "JEKYLL_NO_BUNDLER_REQUIRE": "true"}
BASE = re.compile(r"^baseurl: (/.+)$", re.MULTILINE)
# Headings inside HTML elements get the ids of kramdown's own algorithm, so a page may have a fragment more.
EXCUSED = "is no id of the page"


def main(command: str) -> int:
    """Builds and compares every site; the number of differences decides the exit code."""
    differences = 0
    for folder in sorted(SITES.glob("jekyll-*")):
        site = read_site(folder)
        with tempfile.TemporaryDirectory() as output:
            subprocess.run(
                [command, "build", "--quiet", "--disable-disk-cache", "--destination", output],
                cwd=folder,
                check=True,
                env=ALONE,
            )
            base = BASE.search((folder / "_config.yml").read_text(encoding="utf-8"))
            prefix = base[1] if base else ""
            differing = compare(site, "jekyll", Path(output), read_built, lambda name: False, prefix, clean=True)
            found = [line for line in differing if EXCUSED not in line]
        differences += tell(folder.name, "jekyll", site, found)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "jekyll"))
