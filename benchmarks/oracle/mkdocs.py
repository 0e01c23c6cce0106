"""MkDocs against linklint: ``make oracle FRAMEWORK=mkdocs``, or ``python -m benchmarks.oracle.mkdocs MKDOCS`` where
MKDOCS is its command. Without one it is installed in a virtual environment of its own."""

from __future__ import annotations

import re
import subprocess
import sys
import venv
from functools import partial
from pathlib import Path

from benchmarks.oracle.running import HOMES, copy_site, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

PACKAGES = (
    "mkdocs==1.6.1", "mkdocs-material==9.7.0", "mkdocs-literate-nav==0.6.3", "mkdocs-redirects==1.2.3",
    "mkdocs-autorefs==1.4.5",
)  # fmt: skip
READING = Reading(
    "mkdocs",
    theme=".headerlink, .footnote-backref, .footnote-ref, .md-content__button, .autorefs-external, .twemoji",
    theme_ids=((r"fn(?:ref)?\d*:.+", "of footnotes: linklint takes every id of their form for right"),),
    filled=((r"blog/index\.html", "that the blog plugin fills with the beginnings of posts"),),
    built_only=(
        (r"404\.html", "that MkDocs makes for addresses that lead nowhere"),
        (r"blog/(?:archive|category|page|author)/.*", "that the blog plugin generates"),
    ),
)
BASE = re.compile(r"^site_url: https://[^/]+(/.+)/$", re.MULTILINE)


def install() -> str:
    """The command of a fresh installation."""
    home = HOMES / "mkdocs-environment"
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return str((home / "bin" / "mkdocs").absolute())


def build_site(command: str, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, HOMES / "mkdocs")
    run_quietly([command, "build", "--quiet"], copy)
    base = BASE.search((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    return Build(copy / "site", READING, base[1] if base else "")


if __name__ == "__main__":
    sys.exit(run_oracle("mkdocs", partial(build_site, sys.argv[1] if len(sys.argv) > 1 else install())))
