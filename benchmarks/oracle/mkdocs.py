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
    "mkdocs-autorefs==1.4.5", "mkdocs-awesome-nav==3.3.0", "mkdocs-awesome-pages-plugin==2.10.1",
    "mkdocs-include-markdown-plugin==7.3.0", "mkdocs-macros-plugin==1.5.0", "mkdocs-monorepo-plugin==1.1.2",
    "mkdocs-section-index==0.3.12", "mkdocs-static-i18n==1.3.1", "mkdocstrings[python]==1.0.8",
    "mkdocstrings-python==2.0.11", "pymdown-extensions==13.1", "zensical==0.0.73",
)  # fmt: skip
READING = Reading(
    "mkdocs",
    content="article, [role=main]",
    theme=".headerlink, .footnote-backref, .footnote-ref, .md-content__button, .autorefs-external, .twemoji, .toclink",
    theme_ids=(
        (r"fn(?:ref)?\d*:.+", "of footnotes: linklint takes every id of their form for right"),
        (r"__skip", "that the theme's link to the content leads to"),
        (r"__tabbed_\d+_\d+", "of content tabs: linklint takes every id of their form for right"),
    ),
    filled=((r"(?:blog|diary)/index\.html", "that the blog plugin fills with the beginnings of posts"),),
    built_only=(
        (r"trees/pear/index\.html", "that a hook makes"),
        (r"404\.html", "that MkDocs makes for addresses that lead nowhere"),
        (r"(?:blog|diary)/(?:archive|category|page|author|by-year|about)/.*", "that the blog plugin generates"),
    ),
)
BASE = re.compile(r"^site_url(?:: | = \")https://[^/]+(/.+)/\"?$", re.MULTILINE)


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
    config = next(each for pattern in ("mkdocs.y*ml", "zensical.toml") for each in folder.glob(pattern))
    if config.suffix == ".toml" or (folder / "requirements.txt").exists():  # it names Zensical
        run_quietly([Path(command).with_name("zensical"), "build", "--clean"], copy)
    else:
        run_quietly([command, "build", "--quiet"], copy)
    base = BASE.search(config.read_text(encoding="utf-8"))
    return Build(copy / "site", READING, base[1] if base else "")


if __name__ == "__main__":
    sys.exit(run_oracle("mkdocs", partial(build_site, sys.argv[1] if len(sys.argv) > 1 else install())))
