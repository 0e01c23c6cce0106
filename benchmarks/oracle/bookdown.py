"""bookdown against linklint: ``make oracle FRAMEWORK=bookdown``, or ``python -m benchmarks.oracle.bookdown RSCRIPT``
where RSCRIPT is the command of R (Debian: ``apt-get install r-cran-bookdown pandoc``)."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from benchmarks.oracle.running import HOMES, copy_site, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

READING = Reading(
    "bookdown",
    content="#section-",
    theme=".footnote-ref, .footnote-back, .anchor-section, .sourceCode a, #header",
    theme_ids=(
        (r"section-", "of the element around each page"),
        (
            r"fn(?:ref)?\d+|cb\d+(?:-\d+)?|footnotes",
            "of footnotes and code: linklint takes every id of their form for right",
        ),
    ),
    built_only=((r"404\.html", "for addresses without a page"),),
    more_ids="linklint takes labels of cells for ids, too",
    allowed=("html",),
)


def build_site(command: str, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, HOMES / "bookdown")
    run_quietly([command, "-e", 'bookdown::render_book("index.Rmd", quiet = TRUE)'], copy)
    return Build(copy / "_book", READING)


if __name__ == "__main__":
    sys.exit(run_oracle("bookdown", partial(build_site, sys.argv[1] if len(sys.argv) > 1 else "Rscript")))
