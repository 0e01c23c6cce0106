"""Jekyll against linklint: ``make oracle FRAMEWORK=jekyll``, or ``python -m benchmarks.oracle.jekyll JEKYLL`` where
JEKYLL is its command (Debian: ``apt-get install jekyll``)."""

from __future__ import annotations

import os
import re
import sys
from functools import partial
from pathlib import Path

from benchmarks.oracle.running import HOMES, copy_site, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

# The Gemfile says that GitHub Pages does not build the site; here it is not to install anything.
ALONE = {**os.environ, "JEKYLL_NO_BUNDLER_REQUIRE": "true"}
READING = Reading(
    "jekyll",
    theme=".footnote, .reversefootnote, .theme",
    theme_ids=((r"fn(?:ref)?:.+", "of footnotes: linklint takes every id of their form for right"),),
    built_only=((r"list/\d+/index\.html", "of a paginated list"),),
    allowed=("base",),
    excepted=((r"_posts/2199-.*", "whose date decides whether it is published: linklint reads no clock"),),
    more_ids="linklint takes ids by both algorithms of kramdown for right",
)
BASE = re.compile(r"^baseurl: (/.+)$", re.MULTILINE)


def build_site(command: str, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, HOMES / "jekyll")
    run_quietly([command, "build", "--quiet", "--disable-disk-cache", "--destination", "_built"], copy, ALONE)
    base = BASE.search((folder / "_config.yml").read_text(encoding="utf-8"))
    return Build(copy / "_built", READING, base[1] if base else "", clean=True)


if __name__ == "__main__":
    sys.exit(run_oracle("jekyll", partial(build_site, sys.argv[1] if len(sys.argv) > 1 else "jekyll")))
