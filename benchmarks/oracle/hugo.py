"""Hugo against linklint: ``make oracle FRAMEWORK=hugo``, or ``python -m benchmarks.oracle.hugo HUGO`` where HUGO is its
command (Debian: ``apt-get install hugo``)."""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path

from benchmarks.oracle.running import HOMES, copy_site, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

READING = Reading(
    "hugo",
    theme=".footnote-ref, .footnote-backref",
    built_only=(
        (r"(?:.*/)?(?:tags|categories)/(?:.*/)?index\.html", "of a taxonomy, without a file of its own"),
        (r"(?:fr/)?(?:(?:docs|news|posts)/)?index\.html", "that lists a section without a file: opaque to linklint"),
        (r"en/index\.html", "that leads from the folder of the default language to the top"),
    ),
    theme_ids=((r"fn(?:ref\d*)?:.+", "of footnotes: linklint takes every id of their form for right"),),
    excepted=(
        (r"content/docs/(?:later|gone-by)\.md", "whose dates decide whether it is published: linklint reads no clock"),
    ),
    allowed=("html", "base"),
    more_ids="the reading of newer versions of Hugo counts too",
)
BASE = re.compile(r"^baseURL\W+https?://[^/]+(/[^\"'\s]+?)/?[\"']?$", re.MULTILINE)


def build_site(command: str, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, HOMES / "hugo")
    run_quietly([command, "--quiet", "--noBuildLock", "--destination", "built"], copy)
    base = BASE.search("".join(path.read_text(encoding="utf-8") for path in folder.glob("*.[ty]*ml")))
    return Build(copy / "built", READING, base[1] if base else "")


if __name__ == "__main__":
    sys.exit(run_oracle("hugo", partial(build_site, sys.argv[1] if len(sys.argv) > 1 else "hugo")))
